// The school at its open door.
#include "api/handlers.h"
#include "regulations/civil_day.h"
#include "signing/encoding.h"
#include "wishes/moment.h"

namespace letopis::api {

Result<http::Response> show_school(const Call& call) {
  const hosting::Visit visit(call.school, {});
  const auto& zone = visit.now().zone();
  boost::json::object out{{"origin", call.school.profile().origin},
                          {"log", signing::to_hex(call.school.log_id().bytes.view())},
                          {"key", signing::to_hex(call.school.log_key().view())},
                          {"size", visit.log().size()},
                          {"now", wishes::print_moment(visit.now().now(), zone)},
                          {"trial", call.school.profile().trial.has_value()},
                          {"netschool", call.school.site().netschool},
                          {"calendar", call.school.site().calendar}};
  if (const auto school = visit.directory().school()) {
    out["name"] = school->fact.name;
    out["short_name"] = school->fact.short_name;
    out["time_zone"] = school->fact.time_zone;
  }
  boost::json::array years;
  for (const auto& year : visit.directory().years()) {
    years.push_back(boost::json::object{{"year", year.year.value},
                                        {"first_calendar_year", year.first_calendar_year},
                                        {"first_day", regulations::iso(year.first_day)},
                                        {"last_day", regulations::iso(year.last_day)}});
  }
  out["years"] = std::move(years);
  return json_answer(out);
}

}  // namespace letopis::api
