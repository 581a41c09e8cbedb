// What a reporting period owes in marks: those of its end, and the forecast before it (JRN-13,
// JRN-16).
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "projections/due_school.h"
#include "projections/due_taught.h"
#include "projections/journal.h"
#include "regulations/civil_day.h"
#include "regulations/journal_terms.h"

namespace letopis::projections {
namespace {

using events::PeriodDeclared;

using GivenMarks = std::map<std::tuple<events::SubjectNumber, events::PeriodNumber,
                                       events::ResultKind, events::PersonNumber>,
                            std::vector<MarkStep>>;

GivenMarks read_period_marks(DueSchool& school, events::ClassNumber school_class) {
  GivenMarks given;
  RowBytes prefix;
  prefix.u8(static_cast<std::uint8_t>(JournalPart::kPeriodMarks)).u32(school_class.value);
  school.views().scan(
      kJournal, prefix.view(), after_prefix(prefix.view()),
      [&](std::string_view key, std::string_view value) {
        RowReader reader(key.substr(prefix.view().size()));
        const events::SubjectNumber subject{reader.u32()};
        const events::PeriodNumber period{reader.u32()};
        const auto kind = static_cast<events::ResultKind>(reader.u8());
        const events::PersonNumber pupil{reader.u32()};
        const FiledRow row(position_in(key), value);
        if (row.stamp().position >= school.directory().as_of()) return true;
        if (auto step = period_mark_step(row, school.directory().is_void(row.stamp()))) {
          given[{subject, period, kind, pupil}].push_back(*step);
        }
        return true;
      });
  return given;
}

// When the mark that stands was first given; empty iff none stands.
std::optional<Stamp> first_given(const std::vector<MarkStep>& steps) {
  const std::vector<Mark> marks = resolve_marks(steps);
  if (marks.empty() || !marks.front().value) return std::nullopt;
  for (const MarkStep& step : steps) {
    if (!step.is_void) return step.stamp;
  }
  return std::nullopt;
}

class PeriodDuties {
 public:
  PeriodDuties(DueSchool& school, const DueYear& year) : school_(school), year_(year) {}

  void add() {
    const events::Day day = std::clamp(school_.today(), year_.span.first_day, year_.span.last_day);
    for (const ClassInfo& one : school_.classes(day)) add_class(one);
  }

 private:
  void add_class(const ClassInfo& school_class) {
    loads_ = school_.directory().loads_of(school_class.number);
    given_.reset();
    for (const PeriodDeclared& period : year_.span.periods) {
      if (!regulations::concerns(period, school_class.grade)) continue;
      if (school_.query().last < regulations::plus_days(period.first_day, -1)) continue;
      add_forecasts(school_class, period);
      if (school_.query().last < period.last_day) continue;
      add_marks(school_class, period);
    }
  }

  DueItem item(DueKind kind, const ClassInfo& school_class, const PeriodDeclared& period) const {
    DueItem item;
    item.kind = kind;
    item.about.school_class = school_class.number;
    item.about.period = period.period;
    item.about.day = period.last_day;
    item.opens = school_.start_of(period.last_day);
    return item;
  }

  // A subject in which nobody was marked all the period has no marks to give, unless it has some.
  bool is_marked(const ClassInfo& school_class, const Place& place, const PeriodDeclared& period) {
    for (const auto& [key, steps] : given_marks(school_class)) {
      if (std::get<0>(key) == place.subject && std::get<1>(key) == period.period) return true;
    }
    const auto& book = school_.book(school_class.number, year_);
    return std::any_of(book.begin(), book.end(), [&](const BookedLesson& lesson) {
      return lesson.marked && lesson.place == place && period.first_day <= lesson.record.day &&
             lesson.record.day <= period.last_day;
    });
  }

  const GivenMarks& given_marks(const ClassInfo& school_class) {
    if (!given_) given_ = read_period_marks(school_, school_class.number);
    return *given_;
  }

  void add_marks(const ClassInfo& school_class, const PeriodDeclared& period) {
    if (!school_.asks_for(DueKind::kPeriodMarks)) return;
    const regulations::Parameters& rules = school_.rules(period.last_day);
    const events::Parameter* rule = rules.find(regulations::kPeriodMarksDue);
    if (rule == nullptr || !regulations::grade_rules(rules, school_class.grade).marks) return;
    if (!regulations::reporting_periods(rules).contains(period.kind)) return;
    for (const Taught& taught : taught_in(loads_, period)) {
      if (!school_.asks_for(taught.teacher)) continue;
      if (!is_marked(school_class, taught.place, period)) continue;
      DueItem marks = item(DueKind::kPeriodMarks, school_class, period);
      marks.clause = rule->clause;
      marks.roles = {events::Role::kTeacher};
      marks.who = {taught.teacher};
      marks.about.subject = taught.place.subject;
      marks.about.group = taught.place.group;
      if (!read_marks(school_class, taught.place, period, marks)) continue;
      regulations::Occasion occasion;
      occasion.day = period.last_day;
      occasion.year_last_day = year_.span.last_day;
      marks.deadline = regulations::deadline_of(regulations::EntryKind::kPeriodMark, occasion,
                                                rules, school_.zone(), &school_.calendar());
      school_.add(std::move(marks));
    }
  }

  // False iff nobody is there to be marked.
  bool read_marks(const ClassInfo& school_class, const Place& place, const PeriodDeclared& period,
                  DueItem& marks) {
    const auto kind = period.kind == events::PeriodKind::kYear ? events::ResultKind::kYear
                                                               : events::ResultKind::kPeriod;
    const auto pupils = school_.roll().on(place, period.last_day);
    Stamp last{};
    for (const events::PersonNumber pupil : pupils) {
      const auto found =
          given_marks(school_class).find({place.subject, period.period, kind, pupil});
      const auto given = found == given_->end() ? std::nullopt : first_given(found->second);
      if (!given) marks.about.lacking.push_back(pupil);
      if (given && last.position <= given->position) last = *given;
    }
    if (!pupils.empty() && marks.about.lacking.empty()) marks.done = last;
    return !pupils.empty();
  }

  // Of a teacher for a class: «через процедуру составления отчетов Системы». Once the period has
  // ended there is nothing left to forecast.
  void add_forecasts(const ClassInfo& school_class, const PeriodDeclared& period) {
    if (!school_.asks_for(DueKind::kForecast) || period.kind == events::PeriodKind::kYear) return;
    if (!school_.query().done && period.last_day < school_.today()) return;
    const regulations::Parameters& rules = school_.rules(period.last_day);
    const auto deadline =
        regulations::deadline_before("forecast.due", period.last_day, rules, school_.zone());
    if (!deadline || !regulations::grade_rules(rules, school_class.grade).marks) return;
    const auto roles = regulations::duty_holders(rules, regulations::Duty::kForecast);
    for (const events::PersonNumber teacher : forecasters(school_class, period, roles)) {
      DueItem forecast = item(DueKind::kForecast, school_class, period);
      forecast.opens = school_.start_of(period.first_day);
      forecast.clause = deadline->clause;
      forecast.deadline = deadline;
      forecast.roles = roles;
      forecast.who = {teacher};
      forecast.done =
          reported(school_.duties(),
                   {events::ReportKind::kSubjectTeacherPeriod, events::ReportKind::kProgress},
                   {school_class.number, period, teacher});
      school_.add(std::move(forecast));
    }
  }

  // Teachers of subjects in which somebody is marked, unless it is the class teacher's duty.
  std::set<events::PersonNumber> forecasters(const ClassInfo& school_class,
                                             const PeriodDeclared& period,
                                             const std::vector<events::Role>& roles) {
    if (roles.front() == events::Role::kClassTeacher) {
      const auto who = school_.holders(roles, period.last_day, school_class.number);
      return {who.begin(), who.end()};
    }
    std::set<events::PersonNumber> teachers;
    for (const Taught& taught : taught_in(loads_, period)) {
      if (is_marked(school_class, taught.place, period)) teachers.insert(taught.teacher);
    }
    return teachers;
  }

  DueSchool& school_;
  const DueYear& year_;
  std::vector<LoadInfo> loads_;  // of the class at hand
  std::optional<GivenMarks> given_;
};

}  // namespace

void add_period_duties(DueSchool& school) {
  for (const DueYear& year : school.years()) PeriodDuties(school, year).add();
}

}  // namespace letopis::projections
