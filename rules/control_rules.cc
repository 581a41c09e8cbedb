#include "rules/control_rules.h"

#include <fmt/format.h>

#include "projections/talk_reader.h"
#include "regulations/civil_day.h"
#include "regulations/duties.h"
#include "rules/access.h"
#include "rules/belonging.h"
#include "rules/day_rules.h"
#include "rules/role_words.h"
#include "rules/talk_rules.h"

namespace letopis::rules {
namespace {

using projections::Shelf;
using regulations::iso;
using regulations::russian;

events::Role office_of(events::RemarkLevel level) {
  switch (level) {
    case events::RemarkLevel::kAdministrator: return events::Role::kAdministrator;
    case events::RemarkLevel::kDeputy: return events::Role::kDeputy;
    case events::RemarkLevel::kDirector: return events::Role::kDirector;
  }
  INVARIANT(false);
}

Outcome check_level(events::RemarkLevel level, const Sentence& does, const Act& act,
                    const SchoolNow& school) {
  const events::Role office = office_of(level);
  if (has_role(act.author, office, school)) return Done{};
  const Sentence word = word_of(office, school);
  return Refusal{"remark.level",
                 {fmt::format("{} {}, а у вас этой должности нет", does.ru, word.ru),
                  fmt::format("{} the {}, which you are not", does.en, word.en)},
                 school.clause("remark.settle")};
}

Outcome check_due(events::Day due, const char* code, const std::string& clause,
                  const SchoolNow& school) {
  if (school.today() <= due) return Done{};
  return Refusal{code,
                 {fmt::format("срок {} уже прошёл", russian(due)),
                  fmt::format("the due day {} is over", iso(due))},
                 clause,
                 {"назовите сегодняшний день или более поздний", "name today or a later day"}};
}

enum class RemarkState : std::uint8_t { kOpen, kSettled, kConfirmed };

RemarkState state_of(events::RemarkNumber remark, const SchoolNow& school) {
  RemarkState state = RemarkState::kOpen;
  school.directory().story(Shelf::kRemarkStory, {remark.value},
                           [&state](const projections::FiledRow& row, bool is_void) {
                             if (is_void) return true;
                             if (row.holds<events::RemarkSettled>()) state = RemarkState::kSettled;
                             if (row.holds<events::RemarkConfirmed>()) {
                               const bool settled = row.fact<events::RemarkConfirmed>().settled;
                               state = settled ? RemarkState::kConfirmed : RemarkState::kOpen;
                             }
                             return true;
                           });
  return state;
}

bool is_news_for(events::PersonNumber reader, events::PostNumber number, const SchoolNow& school) {
  const auto post = school.directory().declared<events::NewsPosted>(number);
  return post && !post->is_void && !projections::is_withdrawn(number, school.directory()) &&
         is_for(post->fact, reader, school);
}

bool is_there(const events::AcquaintanceSigned& fact, const SchoolNow& school) {
  using Subject = events::AcquaintanceSubject;
  const auto& directory = school.directory();
  switch (fact.subject) {
    case Subject::kControlNote:
      return directory.exists(events::NumberKind::kControlNote, fact.number);
    case Subject::kRemark: return directory.exists(events::NumberKind::kRemark, fact.number);
    case Subject::kTimetable: return directory.exists(events::NumberKind::kTimetable, fact.number);
    case Subject::kNews: return is_news_for(fact.person, {fact.number}, school);
    case Subject::kRegulation:
    case Subject::kCredentialRules:
    case Subject::kAnalysis: return true;  // not numbered by the log
  }
  INVARIANT(false);
}

// What the regulation says of what was to be read.
std::string clause_of(events::AcquaintanceSubject subject, const SchoolNow& school) {
  using enum events::AcquaintanceSubject;
  switch (subject) {
    case kControlNote: return school.clause("control.result");
    case kRemark: return school.clause("remark.settle");
    case kTimetable: return school.clause("timetable.approved_by");
    case kRegulation: return school.clause("acquaintance");
    case kCredentialRules: return school.clause("credentials.sharing");
    case kAnalysis: return school.clause("analysis.weekly");
    case kNews: return school.clause("news.cadence");
  }
  INVARIANT(false);
}

// The parameter that asks for such a report.
std::string_view key_of(events::ReportKind kind) {
  using enum events::ReportKind;
  switch (kind) {
    case kSubjectTeacherPeriod: return "period_reports";
    case kClassTeacherPeriod: return "period_reports.by";
    case kAttendance: return "attendance.correction.by";
    case kProgress: return "class.progress_report";
    case kClassJournalReview: return "class_journal.review";
    case kParentsMessage: return "parents.message.cadence";
    case kParentsServices: return "parents.services_notice.cadence";
    case kDataCheck: return "people.check.by";
    case kWeeklyAnalysis: return "analysis.weekly";
    case kMonthlyAnalysis: return "analysis.monthly";
    case kTeachersWork: return "teachers_work_report.by";
    case kControl: return "control.deputy";
    case kActivity: return "activity";
  }
  INVARIANT(false);
}

// Whose report it is: a class's, a teacher's own, or an office's.
std::vector<events::Role> roles_of(const events::ReportHandedIn& fact, const SchoolNow& school) {
  const auto holders = [&](regulations::Duty duty) {
    return regulations::duty_holders(school.parameters(school.today()), duty);
  };
  using enum events::ReportKind;
  using enum events::Role;
  switch (fact.kind) {
    case kSubjectTeacherPeriod: return {kTeacher, kPsychologist};
    case kAttendance:
    case kProgress: {
      // Of the whole school: the office that reports on periods, if one does (R0 2.2.5, 5.2).
      if (fact.school_class) return {kClassTeacher};
      auto roles = holders(regulations::Duty::kPeriodReports);
      std::erase_if(roles,
                    [](events::Role role) { return role == kTeacher || role == kClassTeacher; });
      return roles.empty() ? std::vector{kClassTeacher} : roles;
    }
    case kClassTeacherPeriod:
    case kClassJournalReview:
    case kParentsMessage:
    case kParentsServices: return {kClassTeacher};
    case kDataCheck: return {kClassTeacher, kAdministrator};
    case kWeeklyAnalysis: return holders(regulations::Duty::kWeeklyAnalysis);
    case kMonthlyAnalysis: return holders(regulations::Duty::kMonthlyAnalysis);
    case kTeachersWork: return holders(regulations::Duty::kTeachersWorkReport);
    case kControl: return {kDeputy, kDirector, kHeadOfAssociation, kControlMember};
    case kActivity: return {kAdministrator, kDeputy};
  }
  INVARIANT(false);
}

// The access table lets in whoever hands in any report; of this kind it must be its own office.
Outcome check_reporter(const events::ReportHandedIn& fact, const Act& act,
                       const SchoolNow& school) {
  const auto roles = roles_of(fact, school);
  const Sentence who = words_of(roles, school);
  const std::string clause = school.clause(key_of(fact.kind));
  bool in_role = false;
  for (const events::Role role : roles) {
    if (!has_role(act.author, role, school)) continue;
    in_role = true;
    Concern concern;
    concern.school_class = fact.school_class;
    if (role != events::Role::kClassTeacher || is_own_class(act.author, concern, school)) {
      return Done{};
    }
  }
  if (in_role || fact.school_class) {
    return Refusal{"access.out_of_reach",
                   {"это отчёт не вашего класса", "this is the report of another's class"},
                   clause,
                   {"его сдаёт: " + who.ru, "who may: " + who.en}};
  }
  return Refusal{"access.no_role",
                 {"такой отчёт сдаёте не вы", "this report is not yours to hand in"},
                 clause,
                 {"его сдаёт: " + who.ru, "who may: " + who.en}};
}

}  // namespace

Outcome check(const events::RemarkMade& fact, const Act& act, const SchoolNow& school) {
  const Sentence does{"такое замечание делает", "such a remark is made by"};
  if (auto level = check_level(fact.level, does, act, school); !level) return level;
  if (belonging_of(fact.teacher, act, school) != Belonging::kStaff) {
    return Refusal{"remark.whom",
                   {fmt::format("человек № {} не сотрудник школы", fact.teacher.value),
                    fmt::format("person {} is not of the school's staff", fact.teacher.value)}};
  }
  return check_due(fact.due, "remark.due", school.clause("remark.settle"), school);
}

Outcome check(const events::RemarkSettled& fact, const Act&, const SchoolNow& school) {
  if (state_of(fact.remark, school) == RemarkState::kOpen) return Done{};
  return Refusal{
      "remark.settled",
      {fmt::format("замечание № {} уже отмечено устранённым", fact.remark.value),
       fmt::format("remark {} is settled already", fact.remark.value)},
      school.clause("remark.settle"),
      {"его устранение подтверждает тот, кто проверяет", "whoever controls confirms the settling"}};
}

Outcome check(const events::RemarkConfirmed& fact, const Act& act, const SchoolNow& school) {
  const auto made = school.directory().declared<events::RemarkMade>(fact.remark);
  const Sentence does{"устранение этого замечания подтверждает",
                      "the settling of this remark is confirmed by"};
  if (auto level = check_level(made->fact.level, does, act, school); !level) return level;
  if (state_of(fact.remark, school) == RemarkState::kSettled) return Done{};
  return Refusal{"remark.not_settled",
                 {fmt::format("по замечанию № {} подтверждать нечего", fact.remark.value),
                  fmt::format("there is nothing to confirm of remark {}", fact.remark.value)},
                 school.clause("remark.settle"),
                 {"сначала учитель отмечает, что устранил его", "first the teacher settles it"}};
}

Outcome check(const events::ControlNoteIssued& fact, const Act&, const SchoolNow& school) {
  if (auto ordered = check_span(fact.first_day, fact.last_day); !ordered) return ordered;
  if (auto known = check_not_future(fact.last_day, school); !known) return known;
  if (!fact.due) return Done{};
  return check_due(*fact.due, "note.due", school.clause("control.result"), school);
}

Outcome check(const events::AcquaintanceSigned& fact, const Act&, const SchoolNow& school) {
  if (!is_there(fact, school)) {
    return Refusal{"acquaintance.none",
                   {fmt::format("знакомиться не с чем: документа № {} нет", fact.number),
                    fmt::format("there is no document {} to be acquainted with", fact.number)},
                   clause_of(fact.subject, school)};
  }
  const auto signed_before = projections::valid_on<events::AcquaintanceSigned>(
      school.directory(), Shelf::kAcquaintances, {fact.person.value});
  for (const auto& one : signed_before) {
    if (one.fact.subject != fact.subject || one.fact.number != fact.number) continue;
    const events::Day day = school.day_of(one.stamp.recorded);
    return Refusal{"acquaintance.twice",
                   {fmt::format("вы уже ознакомились с этим: {}", russian(day)),
                    fmt::format("you were acquainted with this already, on {}", iso(day))},
                   clause_of(fact.subject, school)};
  }
  return Done{};
}

Outcome check(const events::ReportHandedIn& fact, const Act& act, const SchoolNow& school) {
  if (auto reporter = check_reporter(fact, act, school); !reporter) return reporter;
  if (auto ordered = check_span(fact.first_day, fact.last_day); !ordered) return ordered;
  const auto before = projections::valid_on<events::ReportHandedIn>(
      school.directory(), Shelf::kReports,
      {static_cast<std::uint32_t>(fact.kind), fact.school_class ? fact.school_class->value : 0});
  for (const auto& one : before) {
    const bool same = one.stamp.author == act.author && one.fact.period == fact.period &&
                      one.fact.first_day == fact.first_day && one.fact.last_day == fact.last_day;
    if (!same) continue;
    const events::Day day = school.day_of(one.stamp.recorded);
    return Refusal{"report.twice",
                   {fmt::format("этот отчёт вы уже сдали: {}", russian(day)),
                    fmt::format("you handed in this report already, on {}", iso(day))},
                   school.clause(key_of(fact.kind))};
  }
  return Done{};
}

}  // namespace letopis::rules
