#include "netschool/context.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "netschool/filters.h"
#include "reports/names.h"

namespace letopis::netschool {
namespace {

namespace json = boost::json;

constexpr std::uint64_t kProvince = 1;
constexpr std::uint64_t kCity = 1;
constexpr std::uint64_t kCountry = 2;  // as the protocol numbers it: Russia

struct SchoolNames {
  std::string full;
  std::string brief;
};

SchoolNames names_of_school(const wishes::Sight& sight) {
  const auto school = sight.directory().school();
  if (!school) return {};
  const auto& fact = school->fact;
  return {fact.name, fact.short_name.empty() ? fact.name : fact.short_name};
}

std::string years_text(const events::YearOpened& year) {
  return fmt::format("{}/{}", year.first_calendar_year, year.first_calendar_year + 1);
}

json::object item(std::string title, std::string value) {
  return {{"title", std::move(title)}, {"value", std::move(value)}};
}

json::object filter(const char* name, json::array items, json::value chosen) {
  return {{"filterId", name}, {"items", std::move(items)}, {"defaultValue", std::move(chosen)}};
}

// The first of several, as the protocol's programs take it.
json::value first_value(const json::array& items) {
  return items.empty() ? json::value() : items.front().at("value");
}

json::array class_items(const std::vector<Child>& children) {
  json::array items;
  std::set<events::ClassNumber> seen;
  for (const auto& one : children) {
    if (!seen.insert(one.school_class.number).second) continue;
    items.push_back(
        item(one.school_class.name(), fmt::format("{}_0", one.school_class.number.value)));
  }
  return items;
}

json::array subject_items(const std::vector<Child>& children, const wishes::Sight& sight) {
  std::set<events::SubjectNumber> taught;
  for (const auto& one : children) {
    for (const auto& load : sight.directory().loads_of(one.school_class.number)) {
      taught.insert(load.place.subject);
    }
  }
  json::array items;
  for (const auto& subject : sight.directory().subjects()) {
    if (!taught.contains(subject.subject)) continue;
    items.push_back(item(subject.name, std::to_string(subject.subject.value)));
  }
  return items;
}

json::object term_filter(const std::vector<Child>& children, const events::YearOpened& year,
                         const wishes::Sight& sight) {
  json::array items;
  json::value now;
  const auto day = school_day(year, sight);
  for (const auto& term : terms_of(children, year, sight)) {
    items.push_back(item(term_name(term), std::to_string(term.period.value)));
    // Between two terms it is still the one that ended.
    if (now.is_null() || term.first_day <= day) now = items.back().at("value");
  }
  return filter("TERMID", std::move(items), std::move(now));
}

}  // namespace

json::array schools_json(const wishes::Sight& sight) {
  const auto names = names_of_school(sight);
  return {json::object{{"id", kSchoolNumber},
                       {"name", names.full},
                       {"shortName", names.brief},
                       {"provinceId", kProvince},
                       {"cityId", kCity}}};
}

json::object login_form_json() {
  return {{"cid", kCountry}, {"sid", kProvince}, {"pid", kProvince},
          {"cn", kCity},     {"sft", 2},         {"scid", kSchoolNumber}};
}

std::string system_text() {
  return fmt::format("Летопись\nId: {}\nВерсия системы: {}\n", kSchoolNumber, kVersion);
}

Result<json::object> context_json(const wishes::Sight& sight) {
  const auto year = year_of(sight);
  if (!year) return year.refusal();
  const reports::NameBook names(sight.directory(), sight.texts, terminal::Language::kRussian);
  return json::object{
      {"schoolyear",
       {{"id", year->year.value},
        {"name", years_text(*year)},
        {"startDate", day_text(year->first_day)},
        {"endDate", day_text(year->last_day)},
        {"globalYear", {{"id", year->year.value}, {"name", years_text(*year)}}}}},
      {"user", {{"id", sight.reader().value}, {"name", names.full(sight.reader())}}},
      {"dateFormat", "dd.mm.yyyy"},
      {"timeFormat", "HH:mm"},
      {"schoolId", kSchoolNumber}};
}

json::object school_card_json(const wishes::Sight& sight) {
  const auto names = names_of_school(sight);
  return {{"commonInfo", {{"schoolName", names.brief}, {"fullSchoolName", names.full}}}};
}

json::object settings_json(const wishes::Sight& sight) {
  using enum events::PersonField;
  const auto fields = sight.directory().person_fields(sight.reader());
  const auto field = [&](events::PersonField wanted) {
    const auto found =
        std::find_if(fields.begin(), fields.end(),
                     [wanted](const events::PrivateField& one) { return one.field == wanted; });
    if (found == fields.end()) return std::string();
    return sight.texts.find(sight.reader(), found->text).value_or("");
  };
  return {{"userId", sight.reader().value}, {"lastName", field(kFamilyName)},
          {"firstName", field(kGivenName)}, {"middleName", field(kPatronymic)},
          {"birthDate", field(kBirthDate)}, {"mobilePhone", field(kPhone)},
          {"email", field(kEmail)},         {"existsPhoto", false}};
}

Result<json::object> filters_json(const std::vector<Child>& children, const wishes::Sight& sight) {
  const auto year = year_of(sight);
  if (!year) return year.refusal();
  json::array pupils;
  for (const auto& one : children) {
    pupils.push_back(item(one.name, std::to_string(one.person.value)));
  }
  auto classes = class_items(children);
  auto subjects = subject_items(children, sight);
  auto first_pupil = first_value(pupils);
  auto first_class = first_value(classes);
  auto first_subject = first_value(subjects);
  return json::object{
      {"report", {{"id", "StudentGrades"}, {"name", "Успеваемость ученика"}}},
      {"filterSources", json::array{filter("SID", std::move(pupils), std::move(first_pupil)),
                                    filter("PCLID_IUP", std::move(classes), std::move(first_class)),
                                    filter("SGID", std::move(subjects), std::move(first_subject)),
                                    term_filter(children, *year, sight)}}};
}

Result<json::array> term_range_json(const json::object& body, const std::vector<Child>& children,
                                    const wishes::Sight& sight) {
  const auto year = year_of(sight);
  if (!year) return year.refusal();
  const auto term = term_in(body, children, *year, sight);
  if (!term) return term.refusal();
  if (!*term) return no_term();
  return json::array{json::object{
      {"filterId", "period"},
      {"range", {{"start", day_text((*term)->first_day)}, {"end", day_text((*term)->last_day)}}}}};
}

}  // namespace letopis::netschool
