// Printed copies and what is yet to be done with each (PAP-02, PAP-03).
#include "regulations/civil_day.h"
#include "rules/reading.h"
#include "wishes/answers.h"
#include "wishes/copy_json.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;
using projections::CopyStep;

std::string_view word_of(CopyStep step) {
  switch (step) {
    case CopyStep::kCertify: return "certify";
    case CopyStep::kRegister: return "register";
    case CopyStep::kHandOver: return "hand_over";
  }
  INVARIANT(false);
}

Outcome may_see(const events::CopyPrinted& copy, const Sight& sight) {
  rules::Concern concern;
  concern.school_class = copy.school_class;
  concern.person = copy.pupil;
  return rules::may_read(rules::View::kCopies, sight.reader(), concern, sight.school());
}

}  // namespace

// Nobody reads the list who may see no copy whatever it holds; others get those within their reach.
Result<json::object> answer(const AskCopies& query, const Sight& sight) {
  const auto whole = rules::may_read(rules::View::kCopies, sight.reader(), {}, sight.school());
  if (!whole && whole.refusal().code == "reading.no_role") return whole.refusal();
  const projections::Directory directory(sight.views(), sight.as_of(query.as_of));
  const auto today = query.as_of ? sight.school().day_of(*query.as_of) : sight.school().today();
  const auto parameters = directory.parameters().on(today);
  json::object out{{"day", regulations::iso(today)}};
  for (const auto& [name, key] : {std::pair{"certifying", "paper.certified_by"},
                                  std::pair{"registering", "paper.stitched_registered"}}) {
    if (const auto* rule = parameters.find(key)) out[name] = rule->clause;
  }
  json::array copies;
  for (const auto& one : projections::registered_copies(directory)) {
    if (!whole && !may_see(one.printed.fact, sight)) continue;
    auto told = copy_json(one, sight);
    if (const auto step = projections::next_step(one, parameters)) told["next"] = word_of(*step);
    copies.push_back(std::move(told));
  }
  out["copies"] = std::move(copies);
  return out;
}

}  // namespace letopis::wishes
