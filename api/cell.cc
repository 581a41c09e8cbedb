// The whole life of one cell of a journal: what was entered, corrected, withdrawn, by whom and
// when.
#include <boost/json/array.hpp>

#include "api/handlers.h"
#include "api/readings.h"
#include "hosting/entry_sight.h"
#include "projections/mark_cell.h"
#include "signing/encoding.h"
#include "wishes/answer_parts.h"
#include "wishes/fact_json.h"
#include "wishes/moment.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

Result<std::uint32_t> number_in(const Call& call, std::string_view name) {
  const auto number = signing::from_decimal(call.part(name));
  if (number && *number > 0 && *number <= 0xffff'ffffU) return static_cast<std::uint32_t>(*number);
  return Refusal{"route.no_cell", {"такой клетки нет", "there is no such cell"}};
}

json::object step_json(const events::RecordedEvent& event, bool is_void,
                       const hosting::Visit& visit) {
  const auto& zone = visit.now().zone();
  json::object out{{"position", event.position.value},
                   {"recorded", wishes::print_moment(event.recorded, zone)},
                   {"stated", wishes::print_moment(event.event.stated, zone)},
                   {"author", event.event.author.value},
                   {"author_name", wishes::full_name(event.event.author, visit.sight())},
                   {"fact", wishes::fact_json(event.event.fact, zone)}};
  if (is_void) out["void"] = true;
  return out;
}

}  // namespace

Result<http::Response> show_cell(const Call& call) {
  const auto lesson = number_in(call, "lesson");
  if (!lesson) return lesson.refusal();
  const auto pupil = number_in(call, "pupil");
  if (!pupil) return pupil.refusal();
  const hosting::Visit visit(call.school, call.reader());
  const events::PersonNumber child{*pupil};
  json::array steps;
  for (const auto& fact : projections::cell_history(visit.log(), {*lesson}, child)) {
    const auto event = visit.log().event(fact.stamp.position);
    if (!event) return event.refusal();
    const auto sight = hosting::sight_of(*event, visit.directory());
    if (auto may = hosting::may_see(sight, visit.reader(), visit.now()); !may) return may.refusal();
    steps.push_back(step_json(*event, fact.is_void, visit));
  }
  if (steps.empty()) {
    return Refusal{"route.no_cell",
                   {"в этой клетке ничего не записано", "nothing was entered in that cell"}};
  }
  note_readings(call, visit, trace::View::kJournal, {child});
  return json_answer(
      json::object{{"lesson", *lesson}, {"pupil", *pupil}, {"steps", std::move(steps)}});
}

}  // namespace letopis::api
