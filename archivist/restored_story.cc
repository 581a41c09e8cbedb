#include "archivist/restored_story.h"

#include "signing/encoding.h"

namespace letopis::archivist {

using namespace terminal;

void tell_restored(const RestoredSchool& restored, const RestoreOrder& order,
                   const Console& console) {
  console.line(console.toned(
      Tone::kGood,
      console.fill(
          {"✓ Восстановлено в {}: {}, корень тот же", "✓ Restored to {}: {}, the same root"},
          order.directory.string(), counted(console.language(), restored.log.size, kEntryNoun))));
  console.line("  " + signing::to_hex(restored.log.root.view()));
  if (restored.texts) {
    console.line(console.fill({"  имён и текстов возвращено: {}, стёрто по приказам: {}",
                               "  names and texts brought back: {}, erased by order: {}"},
                              grouped(restored.texts->restored),
                              grouped(restored.log.texts_erased)));
  } else {
    console.line(console.in({"  Выгрузки имён нет: люди названы номерами.",
                             "  There is no export of names: people are numbers."}));
  }
  if (restored.why.empty()) {
    console.line(console.fill(
        {"  Журнал продолжается под своим именем: {}", "  The log goes on under its own name: {}"},
        restored.origin));
    return;
  }
  console.line(console.fill(
      {"  Журнал продолжается под новым именем: {}", "  The log goes on under a new name: {}"},
      restored.origin));
  console.paragraph(
      restored.continued
          ? console.in({"Следующая запись называет прежние размер и корень и приказ.",
                        "Its next entry cites the size and root before, and the order."})
          : console.in({"Пока директор не подпишет запись о продолжении, журнал не "
                        "примет никакой другой.",
                        "Until the director signs the entry that says so, the log "
                        "takes no other."}));
}

}  // namespace letopis::archivist
