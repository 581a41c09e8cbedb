// What class teachers owe week by week: attendance gone through, data checked, reviews, reports,
// words to families, prints for those who chose paper (JRN-05, ACC-11, ACC-20, REP-12, COM-03).
#include <algorithm>
#include <map>

#include "projections/attendance.h"
#include "projections/due_school.h"
#include "projections/due_stretches.h"
#include "regulations/civil_day.h"

namespace letopis::projections {
namespace {

// A report of the class teacher that a cadence asks for.
struct ReportDuty {
  DueKind kind;
  std::string_view key;
  events::ReportKind report;
};

constexpr ReportDuty kReports[] = {
    {DueKind::kClassJournalReview, "class_journal.review", events::ReportKind::kClassJournalReview},
    {DueKind::kProgressReport, "class.progress_report", events::ReportKind::kProgress},
    {DueKind::kParentsMessage, "parents.message.cadence", events::ReportKind::kParentsMessage},
    {DueKind::kServicesNotice, "parents.services_notice.cadence",
     events::ReportKind::kParentsServices}};

class ClassDuties {
 public:
  ClassDuties(DueSchool& school, const DueYear& year)
      : school_(school), year_(year), stretches_(school, year) {}

  void add() {
    const events::Day day = std::clamp(school_.today(), year_.span.first_day, year_.span.last_day);
    for (const ClassInfo& one : school_.classes(day)) add_class(one);
    add_school_check();
  }

 private:
  static Place whole(const ClassInfo& school_class) { return {school_class.number, {}, {}}; }

  bool is_there(const ClassInfo& school_class, events::Day day) {
    return !school_.roll().is_empty(whole(school_class), day);
  }

  void add_class(const ClassInfo& school_class) {
    add_attendance(school_class);
    for (const ReportDuty& duty : kReports) add_report(school_class, duty);
    add_events(school_class);
    add_check(school_class);
    add_prints(school_class);
  }

  // A review covers days; all school days of the stretch must be covered.
  void add_attendance(const ClassInfo& school_class) {
    if (!school_.asks_for(DueKind::kAttendanceReview)) return;
    const auto& stretches = stretches_.of("attendance.correction.cadence", school_class.grade);
    if (stretches.empty()) return;
    const std::map<events::Day, Stamp> covered = reviewed_days(school_class.number);
    for (const Stretch& stretch : stretches) {
      if (!is_there(school_class, stretch.last)) continue;
      DueItem review =
          stretches_.item(DueKind::kAttendanceReview, stretch,
                          regulations::duty_holders(school_.rules(stretch.last),
                                                    regulations::Duty::kAttendanceCorrection),
                          school_class.number);
      review.done = all_covered(stretch, school_class.grade, covered);
      school_.add(std::move(review));
    }
  }

  std::map<events::Day, Stamp> reviewed_days(events::ClassNumber school_class) const {
    std::map<events::Day, Stamp> covered;
    RowBytes prefix;
    prefix.u8(static_cast<std::uint8_t>(AttendancePart::kReviews)).u32(school_class.value);
    std::vector<std::pair<Stamp, Interval>> reviews;
    school_.views().scan(kAttendance, prefix.view(), after_prefix(prefix.view()),
                         [&](std::string_view key, std::string_view value) {
                           const FiledRow row(position_in(key), value);
                           if (row.stamp().position < school_.directory().as_of() &&
                               !school_.directory().is_void(row.stamp())) {
                             const auto fact = row.fact<events::AttendanceReviewed>();
                             reviews.push_back({row.stamp(), {fact.first_day, fact.last_day}});
                           }
                           return true;
                         });
    std::sort(reviews.begin(), reviews.end(),
              [](const auto& a, const auto& b) { return a.first.position < b.first.position; });
    for (const auto& [stamp, span] : reviews) {
      const events::Day last = std::min(span.last, year_.span.last_day);
      for (events::Day day = std::max(span.first, year_.span.first_day); day <= last;
           day = regulations::plus_days(day, 1)) {
        covered.try_emplace(day, stamp);
      }
    }
    return covered;
  }

  std::optional<Stamp> all_covered(const Stretch& stretch, unsigned grade,
                                   const std::map<events::Day, Stamp>& covered) const {
    std::optional<Stamp> last;
    for (events::Day day = stretch.first; day <= stretch.last;
         day = regulations::plus_days(day, 1)) {
      if (!school_.calendar().is_school_day(day, grade)) continue;
      const auto found = covered.find(day);
      if (found == covered.end()) return std::nullopt;
      if (!last || last->position < found->second.position) last = found->second;
    }
    return last;
  }

  void add_report(const ClassInfo& school_class, const ReportDuty& duty) {
    if (!school_.asks_for(duty.kind)) return;
    const auto& stretches = stretches_.of(duty.key, school_class.grade);
    if (stretches.empty()) return;
    const auto reports = school_.duties().reports(duty.report, school_class.number);
    for (const Stretch& stretch : stretches) {
      if (!is_there(school_class, stretch.last)) continue;
      DueItem report =
          stretches_.item(duty.kind, stretch, {events::Role::kClassTeacher}, school_class.number);
      report.done = stretches_.first_since(stretch, reports);
      school_.add(std::move(report));
    }
  }

  void add_events(const ClassInfo& school_class) {
    if (!school_.asks_for(DueKind::kClassEvents)) return;
    const auto& stretches = stretches_.of("class_events.cadence", school_class.grade);
    if (stretches.empty()) return;
    const auto planned = school_.duties().events_of(school_class.number);
    for (const Stretch& stretch : stretches) {
      DueItem calendar = stretches_.item(DueKind::kClassEvents, stretch,
                                         {events::Role::kClassTeacher}, school_class.number);
      stretches_.remind(stretch, planned, calendar);
      school_.add(std::move(calendar));
    }
  }

  // The first named holds what the cadence counts; others check when something changes.
  events::Role checker(events::Day day) {
    return regulations::duty_holders(school_.rules(day), regulations::Duty::kPeopleCheck).front();
  }

  void add_check(const ClassInfo& school_class) {
    if (!school_.asks_for(DueKind::kPeopleCheck)) return;
    const auto& stretches = stretches_.of("people.check.cadence", school_class.grade);
    if (stretches.empty()) return;
    const auto reports =
        school_.duties().reports(events::ReportKind::kDataCheck, school_class.number);
    for (const Stretch& stretch : stretches) {
      if (checker(stretch.last) != events::Role::kClassTeacher) continue;
      if (!is_there(school_class, stretch.last)) continue;
      DueItem check = stretches_.item(DueKind::kPeopleCheck, stretch, {events::Role::kClassTeacher},
                                      school_class.number);
      check.done = stretches_.first_since(stretch, reports);
      if (!check.done)
        read_checks(school_.roll().on(whole(school_class), stretch.last), stretch, check);
      school_.add(std::move(check));
    }
  }

  // By whoever answers for the whole school.
  void add_school_check() {
    if (!school_.asks_for(DueKind::kPeopleCheck) || school_.query().school_class) return;
    const auto reports = school_.duties().reports(events::ReportKind::kDataCheck, std::nullopt);
    for (const Stretch& stretch : stretches_.of("people.check.cadence", std::nullopt)) {
      const events::Role role = checker(stretch.last);
      if (role == events::Role::kClassTeacher) continue;
      DueItem check = stretches_.item(DueKind::kPeopleCheck, stretch, {role}, std::nullopt);
      check.done = stretches_.first_since(stretch, reports);
      if (!check.done) {
        std::vector<events::PersonNumber> everybody;
        for (const ClassInfo& one : school_.directory().classes(stretch.last)) {
          const auto pupils = school_.roll().on(whole(one), stretch.last);
          everybody.insert(everybody.end(), pupils.begin(), pupils.end());
        }
        read_checks(everybody, stretch, check);
      }
      school_.add(std::move(check));
    }
  }

  void read_checks(const std::vector<events::PersonNumber>& pupils, const Stretch& stretch,
                   DueItem& check) {
    Stamp last{};
    for (const events::PersonNumber pupil : pupils) {
      const auto checked = stretches_.first_since(stretch, checks_of(pupil));
      if (!checked) check.about.lacking.push_back(pupil);
      if (checked && last.position <= checked->position) last = *checked;
    }
    if (!pupils.empty() && check.about.lacking.empty()) check.done = last;
  }

  const std::vector<Filed<events::PersonChecked>>& checks_of(events::PersonNumber pupil) {
    auto at = checks_.find(pupil);
    if (at == checks_.end()) {
      at = checks_
               .emplace(pupil, valid_on<events::PersonChecked>(school_.directory(),
                                                               Shelf::kPersonStory, {pupil.value}))
               .first;
    }
    return at->second;
  }

  void add_prints(const ClassInfo& school_class) {
    if (!school_.asks_for(DueKind::kFamilyPrint)) return;
    const auto& stretches = stretches_.of("optout.print.cadence", school_class.grade);
    if (stretches.empty()) return;
    for (const Member& member : school_.roll().all(whole(school_class))) {
      const auto choices = valid_on<events::DiaryFormChosen>(school_.directory(), Shelf::kChoices,
                                                             {member.pupil.value});
      if (choices.empty()) continue;
      std::vector<Filed<events::CopyPrinted>> prints;
      for (const auto kind : {events::CopyKind::kParentsSheet, events::CopyKind::kDiaryPages}) {
        const auto more = school_.duties().copies(kind, member.pupil);
        prints.insert(prints.end(), more.begin(), more.end());
      }
      std::sort(prints.begin(), prints.end(),
                [](const auto& a, const auto& b) { return a.stamp.position < b.stamp.position; });
      for (const Stretch& stretch : stretches) {
        if (!holds(member.days, stretch.last) || !is_on_paper(choices, stretch.last)) continue;
        DueItem print = stretches_.item(DueKind::kFamilyPrint, stretch,
                                        {events::Role::kClassTeacher}, school_class.number);
        print.about.person = member.pupil;
        print.done = stretches_.first_since(stretch, prints);
        school_.add(std::move(print));
      }
    }
  }

  static bool is_on_paper(const std::vector<Filed<events::DiaryFormChosen>>& choices,
                          events::Day day) {
    auto form = events::DiaryForm::kElectronic;
    for (const auto& one : choices) {
      if (one.fact.day <= day) form = one.fact.form;
    }
    return form == events::DiaryForm::kPaper;
  }

  DueSchool& school_;
  const DueYear& year_;
  Stretches stretches_;
  std::map<events::PersonNumber, std::vector<Filed<events::PersonChecked>>> checks_;
};

}  // namespace

void add_class_duties(DueSchool& school) {
  for (const DueYear& year : school.years()) ClassDuties(school, year).add();
}

}  // namespace letopis::projections
