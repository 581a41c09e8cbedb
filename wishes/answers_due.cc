// What is due, of whom.
#include <boost/json/array.hpp>

#include "projections/due.h"
#include "regulations/civil_day.h"
#include "rules/reading.h"
#include "wishes/answer_parts.h"
#include "wishes/answers.h"
#include "wishes/moment.h"
#include "wishes/named_things.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

json::array numbers_json(const std::vector<events::PersonNumber>& people) {
  json::array out;
  for (const auto person : people) out.push_back(person.value);
  return out;
}

template <class Number>
void put_number(json::object& out, std::string_view name, const std::optional<Number>& number) {
  if (number) out[name] = number->value;
}

json::object about_json(const projections::DueItem& item, const Sight& sight) {
  const auto& about = item.about;
  json::object out;
  if (about.school_class) {
    const auto day = about.day.value_or(sight.school().day_of(item.opens));
    out["class"] = class_name(*about.school_class, day, sight);
  }
  if (about.subject) out["subject"] = subject_name(*about.subject, sight);
  if (about.group) out["group"] = group_name(*about.group, sight.desk);
  if (about.day) out["day"] = regulations::iso(*about.day);
  if (about.bell) out["bell"] = *about.bell;
  put_number(out, "lesson", about.lesson);
  put_number(out, "period", about.period);
  put_number(out, "person", about.person);
  put_number(out, "remark", about.remark);
  put_number(out, "dispute", about.dispute);
  if (!about.setup.empty()) out["what"] = about.setup;
  if (!about.lacking.empty()) out["lacking"] = numbers_json(about.lacking);
  return out;
}

json::object item_json(const projections::DueItem& item, const Sight& sight) {
  const auto& zone = sight.school().zone();
  json::array roles;
  for (const auto role : item.roles) roles.emplace_back(events::word_of(role));
  json::object out{{"kind", projections::code_of(item.kind)},
                   {"roles", std::move(roles)},
                   {"who", numbers_json(item.who)},
                   {"about", about_json(item, sight)},
                   {"opens", print_moment(item.opens, zone)}};
  if (!item.clause.empty()) out["clause"] = item.clause;
  if (item.deadline) out["due"] = print_moment(item.deadline->due, zone);
  if (item.deadline) out["late_from"] = print_moment(item.deadline->at, zone);
  if (item.late) out["late_days"] = item.late->days;
  if (item.done) out["done"] = item.done->position.value;
  if (!item.witnessed) out["reminder"] = true;
  return out;
}

Refusal unknown_kind(const std::string& kind) {
  return {"due.kind",
          {"таких дел нет: " + kind, "there is no such duty: " + kind},
          {},
          {"роды дел: letopis due --help", "kinds of duties: letopis due --help"}};
}

}  // namespace

Result<json::object> answer(const AskDue& query, const Sight& sight) {
  rules::Concern concern;
  concern.person = query.person;
  concern.school_class = query.school_class;
  auto person = query.person;
  auto may = rules::may_read(rules::View::kDue, sight.reader(), concern, sight.school());
  if (!may && !query.person) {  // then one's own
    person = sight.reader();
    concern.person = person;
    may = rules::may_read(rules::View::kDue, sight.reader(), concern, sight.school());
  }
  if (!may) return may.refusal();
  projections::DueQuery asked;
  asked.now = sight.school().now();
  asked.person = person;
  asked.school_class = query.school_class;
  asked.first = query.first.value_or(asked.first);
  asked.last = query.last.value_or(asked.last);
  asked.done = query.done;
  if (query.kind) {
    const auto kind = projections::due_kind_of(*query.kind);
    if (!kind) return unknown_kind(*query.kind);
    asked.kinds = {*kind};
  }
  const auto items = projections::due_items(sight.views(), asked);
  if (!items) return items.refusal();
  json::array rows;
  for (const auto& item : *items) rows.push_back(item_json(item, sight));
  return json::object{{"now", print_moment(asked.now, sight.school().zone())},
                      {"rows", std::move(rows)}};
}

}  // namespace letopis::wishes
