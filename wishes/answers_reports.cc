// Reports: changes of marks, proposals for period marks, the programme.
#include <algorithm>

#include "projections/change_report.h"
#include "projections/journal_page.h"
#include "projections/programme.h"
#include "regulations/civil_day.h"
#include "regulations/journal_terms.h"
#include "rules/reading.h"
#include "wishes/answer_parts.h"
#include "wishes/answers.h"
#include "wishes/moment.h"
#include "wishes/named_things.h"
#include "wishes/period_record.h"
#include "wishes/told.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;
using projections::EntryType;

constexpr std::size_t kRowsShown = 1'000;  // without a limit of the query's own

std::string_view word_of(EntryType type) {
  switch (type) {
    case EntryType::kInitial: return "initial";
    case EntryType::kCorrection: return "correction";
    case EntryType::kRetake: return "retake";
    case EntryType::kAdjustment: return "adjustment";
    case EntryType::kWithdrawn: return "withdrawn";
  }
  INVARIANT(false);
}

json::object row_json(const projections::ChangeRow& row, const Sight& sight) {
  const auto& zone = sight.school().zone();
  json::object out{{"position", row.stamp.position.value},
                   {"recorded", print_moment(row.stamp.recorded, zone)},
                   {"author", row.stamp.author.value},
                   {"author_name", full_name(row.stamp.author, sight)},
                   {"type", word_of(row.type)},
                   {"subject", subject_name(row.subject, sight)},
                   {"pupil", row.pupil.value},
                   {"name", full_name(row.pupil, sight)},
                   {"day", regulations::iso(row.day)},
                   {"before", word_json(row.before)},
                   {"after", word_json(row.after)}};
  if (row.school_class) out["class"] = class_name(*row.school_class, row.day, sight);
  if (row.lesson) out["lesson"] = row.lesson->value;
  if (row.period) out["period"] = row.period->value;
  if (row.reason) out["reason"] = events::word_of(*row.reason);
  if (row.note) {
    if (const auto text = sight.texts.find(row.pupil, *row.note)) out["note"] = *text;
  }
  if (row.dispute) out["dispute"] = row.dispute->value;
  if (row.permission) out["permission"] = row.permission->value;
  if (row.deadline) {
    out["due"] = print_moment(row.deadline->at, zone);
    if (!row.deadline->clause.empty()) out["clause"] = row.deadline->clause;
  }
  if (row.late) out["late_days"] = row.late->days;
  if (row.outage) out["outage"] = row.outage->value;
  if (row.elsewhere) out["elsewhere"] = told(*row.elsewhere);
  if (row.is_void) out["void"] = true;
  if (row.rests_on_void) out["rests_on_void"] = true;
  if (row.family_told) out["family_told"] = print_moment(*row.family_told, zone);
  return out;
}

rules::Concern concern_of(events::ClassNumber school_class, events::SubjectNumber subject) {
  rules::Concern concern;
  concern.school_class = school_class;
  concern.subject = subject;
  return concern;
}

// The load that is taught there on the day, or the last one before; and its plan, line by line.
void add_plan(json::object& out, const projections::Place& place, events::Day day,
              const Sight& sight) {
  if (!place.school_class) return;
  std::optional<projections::LoadInfo> load;
  for (const auto& one : sight.directory().loads_of(*place.school_class)) {
    if (one.place == place && one.days.first <= day) load = one;
  }
  if (!load) return;
  out["load"] = load->assigned.fact.load.value;
  const auto plan = sight.directory().plan_of(load->assigned.fact.load);
  if (!plan) return;
  json::array topics;
  for (const auto& topic : plan->fact.topics) {
    json::object one{{"topic", topic.topic}, {"hours", topic.hours}};
    if (topic.control_work) one["control_work"] = true;
    topics.push_back(std::move(one));
  }
  out["plan"] = json::object{
      {"plan", plan->fact.plan.value}, {"name", plan->fact.name}, {"topics", std::move(topics)}};
}

}  // namespace

Result<json::object> answer(const AskChanges& query, const Sight& sight) {
  rules::Concern concern;
  concern.school_class = query.school_class;
  concern.subject = query.subject;
  auto may = rules::may_read(rules::View::kChanges, sight.reader(), concern, sight.school());
  if (!may) return may.refusal();
  const auto span = span_of(query.first, query.last, sight);
  if (!span) return span.refusal();
  projections::ChangeFilter filter;
  filter.school_class = query.school_class;
  filter.subject = query.subject;
  filter.pupil = query.pupil;
  filter.author = query.author;
  filter.first = span->first;
  filter.last = span->last;
  filter.only_late = query.only_late;
  filter.only_void = query.only_void;
  filter.only_elsewhere = query.only_elsewhere;
  filter.limit = query.limit.value_or(kRowsShown);
  filter.as_of = sight.as_of(query.as_of);
  const auto report = projections::change_report(sight.views(), filter);
  if (!report) return report.refusal();
  json::array rows;
  for (const auto& row : report->rows) rows.push_back(row_json(row, sight));
  return json::object{{"rows", std::move(rows)}, {"cut", report->cut}};
}

Result<json::object> answer(const AskPeriodProposals& query, const Sight& sight) {
  auto may = rules::may_read(rules::View::kPeriodProposals, sight.reader(),
                             concern_of(query.school_class, query.subject), sight.school());
  if (!may) return may.refusal();
  const projections::Directory directory(sight.views(), sight.as_of(query.as_of));
  const auto period = directory.declared<events::PeriodDeclared>(query.period);
  if (!period) {
    return Refusal{"subject.missing", {"такого периода нет", "there is no such period"}};
  }
  const auto& span = period->fact;
  const auto page = projections::journal_page(
      sight.views(), {query.school_class, query.subject, std::nullopt, span.first_day,
                      span.last_day, sight.as_of(query.as_of)});
  const auto parameters = directory.parameters().on(span.last_day);
  const projections::ProposalRules rules{
      regulations::rounding_threshold_thousandths(parameters) / 10,
      regulations::least_marks(parameters, span.kind)};
  json::array pupils;
  for (std::size_t i = 0; i < page.pupils.size(); ++i) {
    const auto pupil = page.pupils[i].pupil;
    const auto record = period_record(page, i);
    json::object out{{"pupil", pupil.value},
                     {"name", full_name(pupil, sight)},
                     {"marks", record.marks.count},
                     {"average", number_json(record.marks.weighted_average())},
                     {"lessons", record.lessons},
                     {"missed", record.lessons_missed},
                     {"proposed", word_json(projections::propose_period_mark(record, rules))}};
    for (const auto& given : page.period_marks) {
      if (given.pupil == pupil && given.period == query.period &&
          given.kind == events::ResultKind::kPeriod) {
        out["given"] = word_json(given.mark.value);
      }
    }
    pupils.push_back(std::move(out));
  }
  return json::object{{"class", class_name(query.school_class, span.last_day, sight)},
                      {"subject", subject_name(query.subject, sight)},
                      {"period", query.period.value},
                      {"pupils", std::move(pupils)}};
}

Result<json::object> answer(const AskProgramme& query, const Sight& sight) {
  auto may = rules::may_read(rules::View::kProgramme, sight.reader(),
                             concern_of(query.school_class, query.subject), sight.school());
  if (!may) return may.refusal();
  const auto span = span_of(query.first, query.last, sight);
  if (!span) return span.refusal();
  const auto last = std::min(span->last, std::max(span->first, sight.school().today()));
  json::array lines;
  for (const auto& line : projections::programme(
           sight.views(),
           {query.school_class, query.subject, span->first, last, sight.as_of(query.as_of)})) {
    json::array teachers;
    for (const auto teacher : line.teachers) teachers.push_back(teacher.value);
    json::object out{{"teachers", std::move(teachers)},
                     {"planned", line.planned},
                     {"held", line.held},
                     {"difference", line.difference()},
                     {"substituted", line.substituted},
                     {"cancelled", line.cancelled},
                     {"added", line.added},
                     {"control_works_planned", line.control_works_planned},
                     {"control_works_held", line.control_works_held}};
    if (line.place.group) out["group"] = group_name(*line.place.group, sight.desk);
    if (line.plan_hours) out["plan_hours"] = *line.plan_hours;
    add_plan(out, line.place, last, sight);
    lines.push_back(std::move(out));
  }
  return json::object{{"class", class_name(query.school_class, last, sight)},
                      {"subject", subject_name(query.subject, sight)},
                      {"from", regulations::iso(span->first)},
                      {"to", regulations::iso(last)},
                      {"lines", std::move(lines)}};
}

}  // namespace letopis::wishes
