#include "wishes/forms_school.h"

#include <fmt/format.h>

#include "regulations/bundled_regulations.h"
#include "regulations/regulation_text.h"

namespace letopis::wishes {

Result<rules::Command> Form<AdoptBundled>::command(const AdoptBundled& wish) {
  std::string names;
  for (const auto& one : regulations::bundled_regulations()) {
    names += (names.empty() ? "" : ", ") + std::string(one.name);
    if (one.name != wish.regulation) continue;
    auto text = regulations::load_regulation(one.text, one.name);
    if (!text) return text.refusal();
    return rules::Command(rules::AdoptRegulation{text->title, wish.order, wish.in_force_from,
                                                 std::move(text->parameters)});
  }
  return Refusal{"reference.unknown",
                 {fmt::format("command.regulation: нет регламента «{}»", wish.regulation),
                  fmt::format("command.regulation: there is no regulation {}", wish.regulation)},
                 {},
                 {"есть: " + names, "there are: " + names}};
}

}  // namespace letopis::wishes
