#include "projections/change_judge.h"

#include "regulations/journal_terms.h"

namespace letopis::projections {

ChangeJudge::ChangeJudge(const Directory& directory)
    : directory_(directory),
      history_(directory.parameters()),
      calendar_(directory.calendar()),
      years_(directory.years()),
      outages_(directory),
      workplaces_(directory) {}

Result<ChangeJudge> ChangeJudge::made(const Directory& directory) {
  ChangeJudge judge(directory);
  for (const auto& profile : valid_on<events::SchoolDescribed>(directory, Shelf::kSchool, {})) {
    auto zone = regulations::TimeZone::named(profile.fact.time_zone);
    if (!zone) return zone.refusal();
    judge.zones_.push_back({profile.stamp.position, *std::move(zone)});
  }
  if (judge.zones_.empty()) {
    return Refusal{"school.not_described",
                   {"не задан профиль школы: без часового пояса сроки не посчитать",
                    "the school has no profile: without its time zone no term can be counted"}};
  }
  return judge;
}

Judgement ChangeJudge::of_mark(const JudgedLesson& lesson, const MarkStep& step,
                               const std::optional<Stamp>& changed) {
  Judgement judgement = timely(lesson, step, changed);
  judgement.elsewhere = elsewhere(step.stamp);
  return judgement;
}

std::optional<Elsewhere> ChangeJudge::elsewhere(const Stamp& stamp) {
  const regulations::TimeZone& zone = zone_at(stamp.position);
  auto clause = regulations::clause_of_marks_at_points(parameters_on(zone.day_of(stamp.recorded)));
  if (!clause || workplaces_.point_of(stamp, zone)) return std::nullopt;
  return Elsewhere{*std::move(clause)};
}

Judgement ChangeJudge::timely(const JudgedLesson& lesson, const MarkStep& step,
                              const std::optional<Stamp>& changed) {
  regulations::Occasion occasion{lesson.day, lesson_end(lesson), std::nullopt,
                                 year_end(lesson.day)};
  if (step.type != EntryType::kInitial) {
    if (changed) occasion.entered = zone_at(changed->position).day_of(changed->recorded);
    return judge(regulations::EntryKind::kMarkChange, occasion, step.stamp);
  }
  const auto work = lesson.works.find(step.work);
  if (work == lesson.works.end() || !regulations::is_written(work->second)) {
    return judge(regulations::EntryKind::kMark, occasion, step.stamp);
  }
  occasion.work = work->second;
  occasion.grade = grade_of(lesson);
  return judge(regulations::EntryKind::kWrittenWorkMark, occasion, step.stamp);
}

bool has_term(events::ResultKind kind) {
  return kind == events::ResultKind::kPeriod || kind == events::ResultKind::kYear;
}

Judgement ChangeJudge::of_period_mark(events::Day last_day, const MarkStep& step) {
  if (step.type != EntryType::kInitial) return {};
  const regulations::Occasion occasion{last_day, std::nullopt, std::nullopt, year_end(last_day)};
  return judge(regulations::EntryKind::kPeriodMark, occasion, step.stamp);
}

Judgement ChangeJudge::judge(regulations::EntryKind kind, const regulations::Occasion& occasion,
                             const Stamp& stamp) {
  Judgement judgement;
  const regulations::TimeZone& zone = zone_at(stamp.position);
  judgement.deadline =
      regulations::deadline_of(kind, occasion, parameters_on(occasion.day), zone, &calendar_);
  if (!judgement.deadline) return judgement;
  judgement.late = regulations::lateness(*judgement.deadline, stamp.recorded, zone);
  if (judgement.late) judgement.outage = outages_.excusing(stamp, *judgement.deadline);
  if (judgement.outage) judgement.late.reset();
  return judgement;
}

const regulations::Parameters& ChangeJudge::parameters_on(events::Day day) {
  auto at = parameters_.find(day);
  if (at == parameters_.end()) at = parameters_.emplace(day, history_.on(day)).first;
  return at->second;
}

// An entry is judged by the zone that the school had then.
const regulations::TimeZone& ChangeJudge::zone_at(events::Position position) const {
  const Zone* found = &zones_.front();
  for (const Zone& one : zones_) {
    if (one.from <= position) found = &one;
  }
  return found->zone;
}

std::optional<unsigned> ChangeJudge::lesson_end(const JudgedLesson& lesson) {
  const std::uint32_t school_class = lesson.school_class ? lesson.school_class->value : 0;
  const auto key = std::make_tuple(lesson.day, lesson.bell, school_class);
  auto at = ends_.find(key);
  if (at == ends_.end()) {
    const auto bell = directory_.bell(lesson.day, lesson.bell, lesson.school_class);
    const auto end = bell ? std::optional<unsigned>(bell->end_minute) : std::nullopt;
    at = ends_.emplace(key, end).first;
  }
  return at->second;
}

std::optional<events::Day> ChangeJudge::year_end(events::Day day) const {
  for (const events::YearOpened& year : years_) {
    if (year.first_day <= day && day <= year.last_day) return year.last_day;
  }
  return std::nullopt;
}

std::optional<unsigned> ChangeJudge::grade_of(const JudgedLesson& lesson) const {
  if (!lesson.school_class) return std::nullopt;
  const auto info = directory_.class_info(*lesson.school_class, lesson.day);
  return info ? std::optional(info->grade) : std::nullopt;
}

}  // namespace letopis::projections
