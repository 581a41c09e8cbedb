#include "wishes/outcome.h"

#include <boost/json/array.hpp>

#include "wishes/entries_elsewhere.h"
#include "wishes/late_duties.h"
#include "wishes/late_entries.h"
#include "wishes/moment.h"
#include "wishes/told.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

json::object told_late(const LateEntry& entry, const regulations::TimeZone& zone) {
  json::object out{{"position", entry.position.value},
                   {"fact", entry.fact},
                   {"due", print_moment(entry.deadline.at, zone)},
                   {"days", entry.late.days}};
  if (!entry.deadline.clause.empty()) out["clause"] = entry.deadline.clause;
  return out;
}

json::object told_elsewhere(const EntryElsewhere& entry) {
  json::object out{{"position", entry.position.value}, {"fact", entry.fact}};
  if (!entry.elsewhere.clause.empty()) out["clause"] = entry.elsewhere.clause;
  return out;
}

}  // namespace

json::object told_outcome(const std::vector<events::Fact>& facts, const projections::Stamp& first,
                          const rules::SchoolNow& school) {
  json::object out{{"first", first.position.value},
                   {"count", facts.size()},
                   {"recorded", print_moment(first.recorded, school.zone())},
                   {"declared", declared_by(facts)}};
  json::array late, elsewhere;
  for (const auto& entry : late_entries(facts, first, school)) {
    late.push_back(told_late(entry, school.zone()));
  }
  for (const auto& entry : late_duties(facts, first.position, school)) {
    late.push_back(told_late(entry, school.zone()));
  }
  for (const auto& entry : entries_elsewhere(facts, first, school)) {
    elsewhere.push_back(told_elsewhere(entry));
  }
  if (!late.empty()) out["late"] = std::move(late);
  if (!elsewhere.empty()) out["elsewhere"] = std::move(elsewhere);
  return out;
}

}  // namespace letopis::wishes
