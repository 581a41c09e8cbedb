// What is due, of oneself or of those whom one leads.
#include <boost/json/array.hpp>

#include "projections/due.h"
#include "rules/reading.h"
#include "wishes/answer_parts.h"
#include "wishes/answers.h"
#include "wishes/due_told.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostItems = 10'000;

// The own duties everybody sees; those of a class its class teacher, all of them who lead.
Outcome may_see(const AskDue& query, const Sight& sight) {
  if (query.person == sight.reader()) return Done{};
  rules::Concern concern;
  concern.school_class = query.school_class;
  return rules::may_read(rules::View::kDue, sight.reader(), concern, sight.school());
}

}  // namespace

Result<json::object> answer(const AskDue& query, const Sight& sight) {
  if (auto may = may_see(query, sight); !may) return may.refusal();
  projections::DueQuery asked;
  asked.now = sight.school().now();
  asked.person = query.person;
  asked.school_class = query.school_class;
  asked.done = query.done;
  if (query.first) asked.first = *query.first;
  if (query.last) asked.last = *query.last;
  if (query.kind) {
    const auto kind = projections::due_kind_of(*query.kind);
    if (!kind) {
      return Refusal{"due.kind",
                     {"таких дел нет: " + *query.kind, "there is no such duty: " + *query.kind}};
    }
    asked.kinds = {*kind};
  }
  const auto items = projections::due_items(sight.views(), asked);
  if (!items) return items.refusal();
  json::array rows;
  for (const auto& item : *items) {
    if (rows.size() == kMostItems) break;
    rows.push_back(told_due(item, sight.directory(), sight.school().zone()));
  }
  return json::object{{"all", items->size()}, {"due", std::move(rows)}};
}

}  // namespace letopis::wishes
