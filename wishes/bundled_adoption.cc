#include <fmt/format.h>

#include "regulations/bundled_regulations.h"
#include "regulations/regulation_text.h"
#include "wishes/forms_year.h"
#include "wishes/misread.h"

namespace letopis::wishes {

Result<rules::AdoptRegulation> made_of(const AdoptBundled& wish) {
  std::vector<std::string_view> there;
  for (const auto& one : regulations::bundled_regulations()) {
    there.push_back(one.name);
    if (one.name != wish.regulation) continue;
    auto text = regulations::load_regulation(one.text, wish.regulation + ".toml");
    if (!text) return text.refusal();
    return rules::AdoptRegulation{std::move(text->title), wish.order, wish.in_force_from,
                                  std::move(text->parameters)};
  }
  return Refusal{
      "regulation.unknown",
      {fmt::format("с программой не идёт регламент «{}»", wish.regulation),
       fmt::format("no regulation {} comes with the program", wish.regulation)},
      {},
      {fmt::format("есть: {}", listed(there)), fmt::format("there are: {}", listed(there))}};
}

}  // namespace letopis::wishes
