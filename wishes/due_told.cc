#include "wishes/due_told.h"

#include <boost/json/array.hpp>

#include "regulations/civil_day.h"
#include "wishes/moment.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

json::array numbers(const std::vector<events::PersonNumber>& people) {
  json::array out;
  for (const events::PersonNumber person : people) out.push_back(person.value);
  return out;
}

template <class Number>
void put_number(json::object& out, std::string_view name, const std::optional<Number>& number) {
  if (number) out[name] = number->value;
}

void put_about(json::object& out, const projections::DueAbout& about) {
  put_number(out, "subject", about.subject);
  put_number(out, "group", about.group);
  put_number(out, "lesson", about.lesson);
  put_number(out, "period", about.period);
  put_number(out, "person", about.person);
  put_number(out, "remark", about.remark);
  put_number(out, "dispute", about.dispute);
  if (about.day) out["day"] = regulations::iso(*about.day);
  if (about.bell) out["bell"] = *about.bell;
  if (!about.setup.empty()) out["what"] = about.setup;
  if (!about.lacking.empty()) out["lacking"] = numbers(about.lacking);
}

}  // namespace

json::object told_due(const projections::DueItem& item, const projections::Directory& directory,
                      const regulations::TimeZone& zone) {
  json::array roles;
  for (const events::Role role : item.roles) roles.push_back(json::value(events::word_of(role)));
  json::object out{{"kind", projections::code_of(item.kind)},
                   {"clause", item.clause},
                   {"roles", std::move(roles)},
                   {"who", numbers(item.who)},
                   {"opens", print_moment(item.opens, zone)},
                   {"witnessed", item.witnessed}};
  if (item.deadline) {
    out["due"] = print_moment(item.deadline->due, zone);
    out["late_from"] = print_moment(item.deadline->at, zone);
  }
  if (item.late) out["late_days"] = item.late->days;
  if (item.done) out["done"] = item.done->position.value;
  if (item.about.school_class) {
    const auto day = item.about.day.value_or(zone.day_of(item.opens));
    const auto info = directory.class_info(*item.about.school_class, day);
    if (info) out["class"] = info->name();
  }
  put_about(out, item.about);
  return out;
}

}  // namespace letopis::wishes
