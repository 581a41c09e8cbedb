#include "wishes/answer_parts.h"

#include <algorithm>

#include "rules/access.h"
#include "rules/reading.h"

namespace letopis::wishes {

namespace json = boost::json;

std::string full_name(events::PersonNumber person, const Sight& sight) {
  using events::PersonField;
  const auto fields = sight.directory().person_fields(person);
  std::string name;
  for (const auto wanted :
       {PersonField::kFamilyName, PersonField::kGivenName, PersonField::kPatronymic}) {
    for (const auto& field : fields) {
      if (field.field != wanted) continue;
      const auto text = sight.texts.find(person, field.text);
      if (text) name += (name.empty() ? "" : " ") + *text;
    }
  }
  return name;
}

std::string class_name(events::ClassNumber number, events::Day day, const Sight& sight) {
  const auto info = sight.directory().class_info(number, day);
  return info ? info->name() : std::string();
}

std::string subject_name(events::SubjectNumber number, const Sight& sight) {
  const auto subject = sight.directory().declared<events::SubjectRegistered>(number);
  return subject ? subject->fact.name : std::string();
}

json::object mark_json(const projections::Mark& mark, events::PersonNumber pupil,
                       const Sight& sight) {
  json::object out{{"ordinal", mark.ordinal}, {"value", word_json(mark.value)}};
  if (!mark.struck.empty()) {
    json::array struck;
    for (const auto value : mark.struck) struck.emplace_back(events::word_of(value));
    out["struck"] = std::move(struck);
  }
  if (mark.work != 0) out["work"] = mark.work;
  if (mark.comment) {
    if (const auto text = sight.texts.find(pupil, *mark.comment)) out["comment"] = *text;
  }
  if (mark.rests_on_void) out["rests_on_void"] = true;
  return out;
}

json::object presence_json(const projections::Presence& presence) {
  json::object out{{"kind", events::word_of(presence.kind)}};
  if (presence.minutes != 0) out["minutes"] = presence.minutes;
  if (presence.reason) out["reason"] = events::word_of(*presence.reason);
  return out;
}

json::array works_json(const projections::LessonRecord& lesson) {
  json::array works;
  for (const auto& work : lesson.works) {
    works.push_back(json::object{{"work", work.number},
                                 {"kind", events::word_of(work.kind)},
                                 {"weight", work.weight},
                                 {"title", work.title}});
  }
  return works;
}

bool is_closed_session(const projections::Place& place,
                       const std::optional<events::PersonNumber>& pupil, const Sight& sight) {
  const auto view = rules::journal_view(place.group, sight.directory());
  if (view != rules::View::kPsychologistJournal) return false;
  const auto reader = sight.reader();
  if (pupil && (*pupil == reader || rules::is_own_child(reader, *pupil, sight.school()))) {
    return false;
  }
  rules::Concern concern;
  concern.school_class = place.school_class;
  concern.subject = place.subject;
  concern.group = place.group;
  return !rules::may_read(view, reader, concern, sight.school());
}

json::value number_json(const std::optional<double>& number) {
  return number ? json::value(*number) : json::value();
}

Result<DaySpan> span_of(const std::optional<events::Day>& first,
                        const std::optional<events::Day>& last, const Sight& sight) {
  const events::Day today = sight.school().today();
  DaySpan span{today, today};
  auto year = sight.directory().year_of(first.value_or(today));
  const auto years = sight.directory().years();
  if (!year && !years.empty()) year = years.back();
  if (year) span = {year->first_day, year->last_day};
  // Beyond the years that are open a span of which one end is given is that day.
  span = {first.value_or(std::min(span.first, last.value_or(span.first))),
          last.value_or(std::max(span.last, first.value_or(span.last)))};
  if (span.first <= span.last) return span;
  return Refusal{"query.span", {"from позже, чем to", "from is later than to"}};
}

}  // namespace letopis::wishes
