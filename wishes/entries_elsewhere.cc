#include "wishes/entries_elsewhere.h"

#include "projections/change_judge.h"
#include "projections/chapters.h"

namespace letopis::wishes {
namespace {

bool is_of_mark(const events::Fact& fact) {
  return std::visit([]<class Fact>(const Fact&) { return projections::OfMark<Fact>; },
                    static_cast<const events::AnyFact&>(fact));
}

}  // namespace

std::vector<EntryElsewhere> entries_elsewhere(std::span<const events::Fact> facts,
                                              const projections::Stamp& first,
                                              const rules::SchoolNow& school) {
  auto judge = projections::ChangeJudge::made(school.directory());
  if (!judge) return {};
  std::vector<EntryElsewhere> found;
  projections::Stamp stamp = first;
  for (const auto& fact : facts) {
    auto elsewhere = is_of_mark(fact) ? judge->elsewhere(stamp) : std::nullopt;
    if (elsewhere) found.push_back({stamp.position, events::name_of(fact), *std::move(elsewhere)});
    ++stamp.position.value;
  }
  return found;
}

}  // namespace letopis::wishes
