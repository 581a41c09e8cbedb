// What those who watch over journals owe: analyses, control, reports on teachers' work and on the
// school's activity; and what control leaves to be settled: remarks, and disputes to be answered
// (REP-04 to 07, REP-09, REP-14, JRN-17, COM-02).
#include <algorithm>

#include "projections/due_school.h"
#include "projections/due_stretches.h"
#include "regulations/civil_day.h"
#include "regulations/role_list.h"

namespace letopis::projections {
namespace {

using regulations::Duty;

class ControlDuties {
 public:
  ControlDuties(DueSchool& school, const DueYear& year)
      : school_(school), year_(year), stretches_(school, year) {}

  void add() {
    add_analyses();
    add_reports(DueKind::kTeachersWorkReport, "teachers_work_report", Duty::kTeachersWorkReport,
                events::ReportKind::kTeachersWork);
    add_activity();
    add_control(DueKind::kDeputyControl, "control.deputy", events::Role::kDeputy);
    add_control(DueKind::kDirectorControl, "control.director", events::Role::kDirector);
    add_news();
  }

 private:
  std::vector<events::Role> roles(Duty duty, const Stretch& stretch) {
    return regulations::duty_holders(school_.rules(stretch.last), duty);
  }

  void add_news() {
    const auto& stretches = stretches_.of("news.cadence", std::nullopt);
    if (stretches.empty()) return;
    const auto posted = school_.duties().news();
    for (const Stretch& stretch : stretches) {
      DueItem news = stretches_.item(DueKind::kNews, stretch, roles(Duty::kNews, stretch), {});
      stretches_.remind(stretch, posted, news);
      school_.add(std::move(news));
    }
  }

  void add_reports(DueKind kind, std::string_view key, Duty duty, events::ReportKind report) {
    const auto& stretches = stretches_.of(key, std::nullopt);
    if (stretches.empty()) return;
    const auto reports = school_.duties().reports(report, std::nullopt);
    for (const Stretch& stretch : stretches) {
      DueItem item = stretches_.item(kind, stretch, roles(duty, stretch), {});
      item.done = stretches_.first_since(stretch, reports);
      school_.add(std::move(item));
    }
  }

  // These keys name who does it; how often is in the key's name.
  void add_analyses() {
    add_analysis(DueKind::kWeeklyAnalysis, "analysis.weekly", Duty::kWeeklyAnalysis,
                 regulations::Cadence::kWeekly, events::ReportKind::kWeeklyAnalysis);
    add_analysis(DueKind::kMonthlyAnalysis, "analysis.monthly", Duty::kMonthlyAnalysis,
                 regulations::Cadence::kMonthly, events::ReportKind::kMonthlyAnalysis);
  }

  void add_analysis(DueKind kind, std::string_view key, Duty duty, regulations::Cadence cadence,
                    events::ReportKind report) {
    const auto reports = school_.duties().reports(report, std::nullopt);
    for (const Stretch& stretch : stretches_.named(key, cadence)) {
      DueItem item = stretches_.item(kind, stretch, roles(duty, stretch), {});
      item.done = stretches_.first_since(stretch, reports);
      school_.add(std::move(item));
    }
  }

  void add_activity() {
    const auto& stretches = stretches_.of("activity", std::nullopt);
    const auto reports = school_.duties().reports(events::ReportKind::kActivity, std::nullopt);
    for (const Stretch& stretch : stretches) {
      DueItem item =
          stretches_.item(DueKind::kActivityReport, stretch, {events::Role::kAdministrator}, {});
      item.done = stretches_.first_since(stretch, reports);
      school_.add(std::move(item));
    }
  }

  // Its result is a note, or a report of the same; whoever issued it must have held the office. A
  // daily look leaves neither.
  void add_control(DueKind kind, std::string_view key, events::Role role) {
    const auto& stretches = stretches_.of(key, std::nullopt);
    if (stretches.empty()) return;
    std::vector<Stamp> stamps;
    for (const auto& note : school_.duties().control_notes()) stamps.push_back(note.stamp);
    for (const auto& report :
         school_.duties().reports(events::ReportKind::kControl, std::nullopt)) {
      stamps.push_back(report.stamp);
    }
    std::sort(stamps.begin(), stamps.end(),
              [](const Stamp& a, const Stamp& b) { return a.position < b.position; });
    for (const Stretch& stretch : stretches) {
      DueItem item = stretches_.item(kind, stretch, {role}, {});
      item.witnessed = !stretch.daily;
      for (const Stamp& stamp : stamps) {
        if (item.done || stamp.recorded < item.opens) continue;
        const auto who =
            school_.holders({role}, school_.zone().day_of(stamp.recorded), std::nullopt);
        if (std::find(who.begin(), who.end(), stamp.author) != who.end()) item.done = stamp;
      }
      school_.add(std::move(item));
    }
  }

  DueSchool& school_;
  const DueYear& year_;
  Stretches stretches_;
};

// Whoever made the remark named the day; a clause stands behind it where the regulation has one.
bool is_of(events::Role role, events::RemarkLevel level) {
  switch (level) {
    case events::RemarkLevel::kAdministrator: return role == events::Role::kAdministrator;
    case events::RemarkLevel::kDeputy: return role == events::Role::kDeputy;
    case events::RemarkLevel::kDirector: return role == events::Role::kDirector;
  }
  INVARIANT(false);
}

// The day that the remark names, or the regulation's term for whoever made it, if that is earlier.
events::Day settled_by(const events::RemarkMade& made, events::Day day,
                       const events::Parameter* rule) {
  const auto terms =
      regulations::parse_role_terms(rule != nullptr ? std::string_view(rule->value) : "none");
  if (!terms) return made.due;
  for (const auto& one : *terms) {
    if (one.role && !is_of(*one.role, made.level)) continue;
    if (one.term.kind == regulations::TermKind::kMonth) {
      return std::min(made.due, regulations::plus_month(day));
    }
    if (one.term.kind == regulations::TermKind::kCalendarDays) {
      return std::min(made.due, regulations::plus_days(day, static_cast<int>(one.term.count)));
    }
  }
  return made.due;
}

void add_remarks(DueSchool& school) {
  if (!school.asks_for(DueKind::kRemark)) return;
  for (const auto& made : school.duties().remarks()) {
    if (!school.asks_for(made.fact.teacher)) continue;
    DueItem remark;
    remark.kind = DueKind::kRemark;
    const events::Day day = school.zone().day_of(made.stamp.recorded);
    const events::Parameter* rule = school.rules(day).find("remark.settle");
    if (rule != nullptr) remark.clause = rule->clause;
    remark.roles = {events::Role::kTeacher};
    remark.who = {made.fact.teacher};
    remark.about.school_class = made.fact.school_class;
    remark.about.subject = made.fact.subject;
    remark.about.remark = made.fact.remark;
    remark.opens = made.stamp.recorded;
    remark.deadline = school.deadline_at(settled_by(made.fact, day, rule), remark.clause);
    school.directory().story(Shelf::kRemarkStory, {made.fact.remark.value},
                             [&remark](const FiledRow& row, bool is_void) {
                               if (is_void) return true;
                               if (row.holds<events::RemarkSettled>()) {
                                 if (!remark.done) remark.done = row.stamp();
                               } else if (row.holds<events::RemarkConfirmed>() &&
                                          !row.fact<events::RemarkConfirmed>().settled) {
                                 remark.done.reset();
                               }
                               return true;
                             });
    school.add(std::move(remark));
  }
}

// No regulation names a term of the answer; where one lets families report, somebody must answer.
void add_disputes(DueSchool& school) {
  if (!school.asks_for(DueKind::kDispute)) return;
  for (const auto& raised : school.duties().disputes()) {
    const events::Day day = school.zone().day_of(raised.stamp.recorded);
    const events::Parameter* rule = school.rules(day).find("dispute.notice");
    const auto lesson = school.directory().lesson(raised.fact.lesson);
    if (rule == nullptr || !lesson) continue;
    DueItem dispute;
    dispute.kind = DueKind::kDispute;
    dispute.clause = rule->clause;
    dispute.roles = {events::Role::kTeacher};
    dispute.who = {lesson->held.fact.teacher};
    dispute.about.school_class = lesson->place.school_class;
    dispute.about.subject = lesson->place.subject;
    dispute.about.day = lesson->held.fact.day;
    dispute.about.lesson = raised.fact.lesson;
    dispute.about.person = raised.fact.pupil;
    dispute.about.dispute = raised.fact.dispute;
    dispute.opens = raised.stamp.recorded;
    if (const auto answer = school.directory().dispute_answer(raised.fact.dispute)) {
      dispute.done = answer->stamp;
    }
    school.add(std::move(dispute));
  }
}

}  // namespace

void add_control_duties(DueSchool& school) {
  if (!school.query().school_class) {
    for (const DueYear& year : school.years()) ControlDuties(school, year).add();
  }
  add_remarks(school);
  add_disputes(school);
}

}  // namespace letopis::projections
