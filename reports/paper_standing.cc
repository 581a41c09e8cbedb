#include "reports/paper_standing.h"

#include <fmt/format.h>

#include <algorithm>

#include "regulations/role_list.h"
#include "regulations/value_list.h"
#include "terminal/enumeration_words.h"

namespace letopis::reports {
namespace {

constexpr std::string_view kLine = "__________ (____________________________)";

std::optional<events::Parameter> parameter(const Desk& desk, std::string_view key) {
  return desk.directory().parameter(key, desk.days().last);
}

std::string by_clause(const Desk& desk, const events::Parameter& rule) {
  return desk.in(fmt::format(" (пункт {} положения).", rule.clause),
                 fmt::format(" (clause {} of the regulation).", rule.clause));
}

bool names(const events::Parameter& rule, std::string_view word) {
  const auto words = regulations::items_of(rule.value);
  return std::any_of(words.begin(), words.end(),
                     [word](std::string_view one) { return regulations::trimmed(one) == word; });
}

}  // namespace

std::string standing_of_paper(const Desk& desk) {
  const auto parallel = parameter(desk, "paper.parallel_journal");
  if (!parallel) {
    return desk.in("Печатная копия электронного журнала.",
                   "A printed copy of the electronic journal.");
  }
  const std::string says =
      parallel->value == "yes"
          ? desk.in("Параллельный бумажный журнал: ведётся рядом с электронным",
                    "A parallel paper journal, kept beside the electronic one")
          : desk.in("Печатная копия. Подлинником является электронный журнал",
                    "A printed copy. The original is the electronic journal");
  return says + by_clause(desk, *parallel);
}

std::string binding_of_paper(const Desk& desk) {
  const auto bound = parameter(desk, "paper.stitched_registered");
  std::string done =
      desk.in("пронумеровано, прошнуровано и скреплено печатью", "numbered, stitched and sealed");
  std::string end = ".";
  if (bound) {
    const bool registered = names(*bound, "registered");
    done = desk.in("пронумеровано, прошнуровано", "numbered, stitched");
    done += registered ? desk.in(" и внесено в реестр под № ______", ", registered as No. ______")
                       : std::string();
    end = by_clause(desk, *bound);
  }
  return desk.in(fmt::format("В настоящем журнале {} листов {}{}", kLine, done, end),
                 fmt::format("In this journal {} leaves are {}{}", kLine, done, end));
}

documents::Signatures certifying_signatures(const Desk& desk) {
  documents::Signatures out{{}, true};
  const auto rule = parameter(desk, "paper.certified_by");
  const auto roles = rule ? regulations::parse_roles(rule->value)
                          : Result<std::vector<events::Role>>(std::vector<events::Role>());
  if (roles && !roles->empty()) {
    for (const auto role : *roles) {
      const std::string post = terminal::word_of(desk.language(), role);
      out.people.push_back(
          desk.signature("Заверил(а): " + post, "Certified by: " + post, desk.holder(role)));
    }
    return out;
  }
  out.people = {desk.signature("Директор", "Director", desk.holder(events::Role::kDirector)),
                desk.signature("Заместитель директора по УВР", "Deputy director",
                               desk.holder(events::Role::kDeputy))};
  return out;
}

}  // namespace letopis::reports
