#include <boost/json/array.hpp>

#include "rules/number_words.h"
#include "wishes/describing.h"
#include "wishes/reference_forms.h"
#include "wishes/references.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;
using events::NumberKind;

constexpr std::size_t kKinds = static_cast<std::size_t>(NumberKind::kSchoolEvent) + 1;

template <class Reference>
json::object schema_of_form() {
  Describing describing(name_of_form<Reference>());
  const Reference reference;
  visit_form(reference, describing);
  return describing.end();
}

json::object object_form(NumberKind kind) {
  if (kind == NumberKind::kPeriod) return schema_of_form<PeriodReference>();
  if (kind == NumberKind::kLoad) return schema_of_form<LoadReference>();
  if (kind == NumberKind::kLesson) return schema_of_form<LessonReference>();
  return schema_of_form<GroupReference>();
}

json::object reference_schema(NumberKind kind) {
  json::array ways;
  ways.push_back(json::object{{"type", "integer"}, {"minimum", 1}, {"maximum", 0xffff'ffffU}});
  if (has_names(kind)) ways.push_back(json::object{{"type", "string"}});
  if (has_objects(kind)) ways.push_back(object_form(kind));
  const auto word = rules::word_of(kind);
  json::object schema{{"anyOf", std::move(ways)}};
  describe(schema, {word.ru, word.en});
  return schema;
}

}  // namespace

std::string_view code_of(NumberKind kind) {
  static constexpr std::string_view codes[kKinds] = {
      "person",       "year",        "period", "bell_schedule", "room",      "subject",
      "class",        "group",       "load",   "plan",          "timetable", "lesson",
      "substitution", "permission",  "outage", "dispute",       "remark",    "control_note",
      "copy",         "volume",      "medium", "document",      "point",     "message",
      "post",         "school_event"};
  return codes[static_cast<std::size_t>(kind)];
}

json::object reference_schemas() {
  json::object out;
  for (std::size_t i = 0; i < kKinds; ++i) {
    const auto kind = static_cast<NumberKind>(i);
    out[code_of(kind)] = reference_schema(kind);
  }
  return out;
}

}  // namespace letopis::wishes
