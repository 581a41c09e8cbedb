#include <fmt/format.h>

#include "projections/duties_reader.h"
#include "reports/lists.h"
#include "terminal/enumeration_words.h"

namespace letopis::reports {
namespace {

using events::ControlNoteIssued;

// Findings are kept under whoever issued the note; what is erased leaves a line that says so.
std::string private_text(const Desk& desk, const projections::Filed<ControlNoteIssued>& note,
                         const events::Commitment& text) {
  return desk.texts()
      .find(note.stamp.author, text)
      .value_or(desk.in("(текст недоступен)", "(the text is not available)"));
}

documents::Sheet sheet_of(const Desk& desk, const projections::Filed<ControlNoteIssued>& note) {
  const ControlNoteIssued& fact = note.fact;
  auto sheet =
      desk.sheet(fmt::format("{} {}", desk.in("Справка", "Note"), fact.note.value),
                 fmt::format("{} № {}", desk.in("Справка по итогам контроля", "Note on a control"),
                             fact.note.value));
  const auto line = [&](std::string label, std::string value) {
    sheet.heading.lines.push_back({std::move(label), std::move(value)});
  };
  line(desk.in("Что проверено", "Checked"), terminal::word_of(desk.language(), fact.subject));
  if (fact.school_class) line(desk.in("Класс", "Class"), desk.class_name(*fact.school_class));
  line(desk.in("За время", "Days"),
       fmt::format("{} – {}", desk.day(fact.first_day), desk.day(fact.last_day)));
  line(desk.in("Кто проверил", "Checked by"), desk.names().full(note.stamp.author));
  line(desk.in("Справка внесена", "Entered"), desk.moment(note.stamp.recorded));
  if (fact.due) line(desk.in("Устранить до", "To settle by"), desk.day(*fact.due));
  const auto chapter = [&](std::string title, const events::Commitment& text) {
    sheet.blocks.emplace_back(documents::Paragraph{{{std::move(title), {.bold = true}}}});
    sheet.blocks.emplace_back(documents::Paragraph{{{private_text(desk, note, text), {}}}});
  };
  chapter(desk.in("Установлено", "Findings"), fact.findings);
  chapter(desk.in("Выводы", "Conclusion"), fact.conclusion);
  sheet.signatures = {{desk.signature("Проверил", "Checked by", note.stamp.author),
                       desk.signature("Ознакомлен", "Acquainted", {}),
                       desk.signature("Ознакомлен", "Acquainted", {})}};
  return sheet;
}

}  // namespace

Sheets control_note(const Desk& desk) {
  std::vector<documents::Sheet> sheets;
  for (const auto& note : projections::Duties(desk.views(), desk.directory()).control_notes()) {
    const projections::Interval days{note.fact.first_day, note.fact.last_day};
    if (days.meets(desk.days())) sheets.push_back(sheet_of(desk, note));
  }
  if (!sheets.empty()) return sheets;
  return Refusal{
      "report.empty",
      {"за эти дни справок о контроле нет", "there is no note on a control of these days"}};
}

}  // namespace letopis::reports
