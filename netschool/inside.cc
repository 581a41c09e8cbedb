// What a family reads: the year, the diary, assignments.
#include <boost/json/array.hpp>

#include "netschool/assignments.h"
#include "netschool/context.h"
#include "netschool/diary.h"
#include "netschool/handlers.h"
#include "signing/encoding.h"

namespace letopis::netschool {
namespace {

namespace json = boost::json;

template <class Told>
Answer answer_of(Result<Told> told) {
  if (!told) return told.refusal();
  return json_answer(*std::move(told));
}

Result<Child> child_of(const Call& call) {
  const auto number = number_parameter(call, "studentId");
  if (!number) return number.refusal();
  return child_named(call.children, *number);
}

Result<std::uint64_t> number_in_path(const Call& call) {
  return signing::from_decimal(call.parts.at(0));
}

}  // namespace

Answer tell_context(const Call& call) { return answer_of(context_json(call.sight())); }

Answer tell_filters(const Call& call) {
  return answer_of(filters_json(call.children, call.sight()));
}

Answer tell_term(const Call& call) {
  const auto body = read_object(call.request);
  if (!body) return body.refusal();
  return answer_of(term_range_json(*body, call.children, call.sight()));
}

Answer tell_school(const Call& call) { return json_answer(school_card_json(call.sight())); }

Answer tell_settings(const Call& call) { return json_answer(settings_json(call.sight())); }

Answer begin_diary(const Call& call) {
  const auto year = year_of(call.sight());
  if (!year) return year.refusal();
  return json_answer(diary_start_json(school_day(*year, call.sight())));
}

Answer tell_diary(const Call& call) {
  const auto child = child_of(call);
  if (!child) return child.refusal();
  const auto first = day_in(call.target.parameter("weekStart").value_or(""));
  if (!first) return first.refusal();
  const auto last = day_in(call.target.parameter("weekEnd").value_or(""));
  if (!last) return last.refusal();
  return answer_of(diary_json(*child, *first, *last, call.sight()));
}

// Files are not kept here, so nothing has any.
Answer tell_attachments(const Call& call) {
  const auto child = child_of(call);
  if (!child) return child.refusal();
  return json_answer(json::array());
}

Answer tell_types(const Call& /*call*/) { return json_answer(types_json()); }

Answer tell_assignment(const Call& call) {
  const auto child = child_of(call);
  if (!child) return child.refusal();
  const auto number = number_in_path(call);
  if (!number) return number.refusal();
  return answer_of(assignment_json(*number, *child, call.sight()));
}

}  // namespace letopis::netschool
