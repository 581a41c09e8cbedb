#include "wishes/due_json.h"

#include <boost/json/array.hpp>

#include "regulations/civil_day.h"
#include "wishes/moment.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;
using projections::Directory;

json::array numbers_json(const std::vector<events::PersonNumber>& people) {
  json::array out;
  for (const auto person : people) out.push_back(person.value);
  return out;
}

template <class Number>
void put_number(json::object& out, std::string_view name, const std::optional<Number>& number) {
  if (number) out[name] = number->value;
}

std::string subject_name(events::SubjectNumber number, const Directory& directory) {
  const auto subject = directory.declared<events::SubjectRegistered>(number);
  return subject ? subject->fact.name : std::string();
}

// As the class and the group were called on the day that it is about.
void put_place(json::object& out, const projections::DueItem& item, const Directory& directory,
               const regulations::TimeZone& zone) {
  const auto& about = item.about;
  if (about.school_class) {
    const auto day = about.day.value_or(zone.day_of(item.opens));
    const auto info = directory.class_info(*about.school_class, day);
    out["class"] = info ? info->name() : std::string();
  }
  if (about.subject) out["subject"] = subject_name(*about.subject, directory);
  if (about.group) {
    const auto formed = directory.declared<events::GroupFormed>(*about.group);
    out["group"] = formed ? formed->fact.name : std::string();
  }
}

json::object about_json(const projections::DueItem& item, const Directory& directory,
                        const regulations::TimeZone& zone) {
  const auto& about = item.about;
  json::object out;
  put_place(out, item, directory, zone);
  if (about.day) out["day"] = regulations::iso(*about.day);
  if (about.bell) out["bell"] = *about.bell;
  put_number(out, "lesson", about.lesson);
  put_number(out, "period", about.period);
  put_number(out, "person", about.person);
  put_number(out, "remark", about.remark);
  put_number(out, "dispute", about.dispute);
  put_number(out, "message", about.message);
  if (!about.setup.empty()) out["what"] = about.setup;
  if (!about.subjects.empty()) {
    json::array subjects;
    for (const auto subject : about.subjects) {
      subjects.push_back(json::value(subject_name(subject, directory)));
    }
    out["subjects"] = std::move(subjects);
  }
  if (!about.lacking.empty()) out["lacking"] = numbers_json(about.lacking);
  return out;
}

}  // namespace

json::object due_json(const projections::DueItem& item, const Directory& directory,
                      const regulations::TimeZone& zone) {
  json::array roles;
  for (const auto role : item.roles) roles.emplace_back(events::word_of(role));
  json::object out{{"kind", projections::code_of(item.kind)},
                   {"roles", std::move(roles)},
                   {"who", numbers_json(item.who)},
                   {"about", about_json(item, directory, zone)},
                   {"opens", print_moment(item.opens, zone)}};
  if (!item.clause.empty()) out["clause"] = item.clause;
  if (item.deadline) out["due"] = print_moment(item.deadline->due, zone);
  if (item.deadline) out["late_from"] = print_moment(item.deadline->at, zone);
  if (item.late) out["late_days"] = item.late->days;
  if (item.done) out["done"] = item.done->position.value;
  if (!item.witnessed) out["reminder"] = true;
  return out;
}

}  // namespace letopis::wishes
