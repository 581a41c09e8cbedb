#include "rules/journal_school.h"

#include <gtest/gtest.h>

#include "rules/admit.h"
#include "rules/command_texts.h"
#include "rules/numbers.h"
#include "rules/propose.h"

namespace letopis::rules {
namespace {

constexpr std::uint16_t kBells = 6;

std::vector<events::Bell> bells(std::uint16_t minutes) {
  std::vector<events::Bell> all;
  for (std::uint16_t ordinal = 1; ordinal <= kBells; ++ordinal) {
    const auto start = static_cast<std::uint16_t>(7 * 60 + 30 + ordinal * 60);
    all.push_back({ordinal, start, static_cast<std::uint16_t>(start + minutes)});
  }
  return all;
}

}  // namespace

JournalSchool::JournalSchool(const Rules& parameters, const std::string& time_zone)
    : zone_(*regulations::TimeZone::named(time_zone)) {
  for (const auto& event : school_.log()) ++versions_[event.event.stream];
  events::RegulationAdopted adopted{"Положение", kOrder, day("2025-08-25"), {}};
  for (const auto& [key, value] : parameters) adopted.parameters.push_back({key, value, "§"});
  given({0}, events::SchoolDescribed{"Малая школа", "МШ", time_zone, 5});
  given(kDirector, adopted);
  add_people();
  add_teaching();
  clock("2025-09-02", 12);
}

void JournalSchool::add_people() {
  for (std::uint32_t number = kDeputy.value; number <= kAdministrator.value; ++number) {
    given({0}, events::PersonRegistered{{number}, {}});
  }
  const auto role = [this](events::PersonNumber person, events::Role what) {
    given(kDirector, events::RoleGiven{person, what, {}, {}, day("2025-08-25"), kOrder});
  };
  role(kDeputy, events::Role::kDeputy);
  role(kColleague, events::Role::kTeacher);
  role(kAdministrator, events::Role::kAdministrator);
}

void JournalSchool::add_teaching() {
  const auto enrol = [this](events::PersonNumber pupil, events::ClassNumber where,
                            std::string_view first) {
    given(kAdministrator, events::PupilEnrolled{pupil, where, day(first), kOrder});
  };
  given(kDirector, events::ClassOpened{kFirstA, kYear, 1, "а"});
  enrol(kComer, kFifthA, "2025-10-01");
  enrol(kFirstGrader, kFirstA, "2025-09-01");
  given(kAdministrator, events::GuardianLinked{kAnna, kMother, events::Relation::kMother});
  given(kDeputy, events::LoadAssigned{kMathsOfFirst, kMaths, kMathematics, kFirstA, std::nullopt,
                                      400, day("2025-09-01"), day("2026-05-26")});
  given(kDeputy, events::PeriodDeclared{kWholeYear, kYear, events::PeriodKind::kYear, 1,
                                        day("2025-09-01"), day("2026-05-26"), 1, 11});
  given(kDeputy, events::BellScheduleDeclared{{1}, "Обычные", bells(45)});
  given(kDeputy, events::BellScheduleDeclared{{2}, "Сокращённые", bells(30)});
  given(kDeputy, events::BellScheduleApplied{{1}, day("2025-09-01"), day("2026-05-26"), {}});
  given(kDeputy, events::BellScheduleApplied{{2}, day("2025-09-30"), day("2025-09-30"), {}});
}

void JournalSchool::given(events::PersonNumber author, events::Fact fact) { keep(author, fact); }

void JournalSchool::keep(events::PersonNumber author, const events::Fact& fact) {
  ++versions_[events::stream_of(fact)];
  school_.add(author, fact);
}

std::string JournalSchool::say(events::PersonNumber author, std::vector<events::Fact> facts,
                               const std::vector<events::PrivateText>& texts) {
  const CommandTexts came(texts);
  const auto proposed = propose(StateFacts{facts}, {author, now(), &came}, views());
  if (proposed) facts = *proposed;
  const projections::Directory directory(views());
  Numbers numbers(directory);
  for (events::Fact& fact : facts) numbers.give(fact);
  std::vector<events::Event> command;
  auto versions = versions_;
  for (const events::Fact& fact : facts) {
    events::Event& event = command.emplace_back();
    event.author = author;
    event.stated = now();
    event.fact = fact;
    event.stream = events::stream_of(fact);
    event.version = ++versions[event.stream];
  }
  const auto admitted = admit(command, texts, views(), now());
  EXPECT_EQ(admitted.has_value(), proposed.has_value()) << "wish and events are judged alike";
  if (!admitted) {
    refusal_ = admitted.refusal();
    EXPECT_FALSE(refusal_.says.ru.empty() || refusal_.says.en.empty()) << refusal_.code;
    return refusal_.code;
  }
  for (const events::Fact& fact : facts) keep(author, fact);
  return "";
}

void JournalSchool::clock(std::string_view iso_day, unsigned hour, unsigned minute,
                          unsigned second) {
  events::Instant moment = at(iso_day, hour, minute);
  moment.milliseconds += second * 1000;
  school_.set_clock(moment);
}

events::Instant JournalSchool::at(std::string_view iso_day, unsigned hour, unsigned minute) const {
  return zone_.instant_of(day(iso_day), hour * 60 + minute);
}

events::LessonHeld JournalSchool::held(events::LoadNumber load, std::string_view iso_day,
                                       std::uint16_t bell, events::LessonKind kind) const {
  const auto teacher = load == kEnglishFirst ? kEnglish : kMaths;
  return {{}, load, teacher, day(iso_day), bell, {}, kind, {}};
}

events::LessonNumber JournalSchool::lesson(events::LoadNumber load, std::string_view iso_day,
                                           std::uint16_t bell, events::LessonKind kind) {
  const auto fact = held(load, iso_day, bell, kind);
  EXPECT_EQ(say(fact.teacher, {fact}), "") << iso_day;
  return {projections::Directory(views()).last_number(events::NumberKind::kLesson)};
}

events::PermissionNumber JournalSchool::permit(events::Instant until, std::string_view first_day,
                                               std::string_view last_day) {
  events::PermissionGiven fact;
  fact.teacher = kMaths;
  fact.school_class = kFifthA;
  fact.subject = kMathematics;
  fact.first_day = day(first_day);
  fact.last_day = day(last_day);
  fact.until = until;
  fact.order = kOrder;
  EXPECT_EQ(say(kDirector, {fact}), "");
  return {projections::Directory(views()).last_number(events::NumberKind::kPermission)};
}

events::MarkGiven mark(events::LessonNumber lesson, std::string_view iso_day,
                       events::PersonNumber pupil, events::MarkValue value, std::uint16_t ordinal,
                       std::uint16_t work) {
  return {lesson, pupil, day(iso_day), ordinal, value, work, {}, {}};
}

events::MarkCorrected correction(events::LessonNumber lesson, std::string_view iso_day,
                                 events::PersonNumber pupil, events::MarkValue value) {
  events::MarkCorrected fact;
  fact.lesson = lesson;
  fact.pupil = pupil;
  fact.day = day(iso_day);
  fact.ordinal = 1;
  fact.value = value;
  return fact;
}

events::MarkWithdrawn withdrawal(events::LessonNumber lesson, std::string_view iso_day,
                                 events::PersonNumber pupil) {
  return {lesson, pupil, day(iso_day), 1, events::ChangeReason::kEnteredInError, {}, {}};
}

events::AbsenceNoted absence(events::LessonNumber lesson, std::string_view iso_day,
                             events::PersonNumber pupil, events::AbsenceKind kind,
                             std::uint16_t minutes) {
  return {lesson, pupil, day(iso_day), kind, minutes};
}

events::PeriodMarkGiven period_mark(events::PersonNumber pupil, events::MarkValue value,
                                    events::PeriodNumber period, events::ResultKind kind) {
  return {pupil, kFifthA, kMathematics, period, kind, value, {}};
}

}  // namespace letopis::rules
