#include "rules/rules_school.h"

#include <gtest/gtest.h>

namespace letopis::rules::founded {
namespace {

events::RoleGiven appointed(events::PersonNumber person, events::Role role,
                            std::optional<events::ClassNumber> school_class = std::nullopt) {
  return {person, role, school_class, std::nullopt, day("2025-08-25"), kOrder};
}

events::PersonNumber teacher_of(events::LoadNumber load) {
  if (load == kEnglishOfB) return kForeign;
  return load == kTalksOfA ? kPsychologist : kMaths;
}

}  // namespace

signing::PublicKey key_of_number(std::uint32_t number) {
  signing::PublicKey key;
  key.bytes[0] = static_cast<std::byte>(number);
  key.bytes[1] = static_cast<std::byte>(number >> 8);
  key.bytes[31] = std::byte{1};
  return key;
}

events::KeyEnrolled enrolled(events::PersonNumber person, events::KeyGround ground,
                             std::uint32_t which) {
  return {person, key_of_number(person.value + 1'000 * which), events::KeyHolder::kServer, ground,
          std::nullopt};
}

events::PrivateField name_field(std::uint8_t which) {
  events::PrivateField field{events::PersonField::kFamilyName, {}};
  field.text.digest.bytes[0] = static_cast<std::byte>(which);
  return field;
}

RulesSchool::RulesSchool(const Rules& rules) {
  now_ = at("2025-08-25", 9);
  found(rules);
  add_staff();
  add_year();
  add_families();
  add_teaching();
  clock("2025-09-02", 12);
}

void RulesSchool::found(const Rules& rules) {
  must(kFounder, {events::LogStarted{"letopis.example/rules", true, key_of_number(0)}});
  must(kFounder, {events::PersonRegistered{kDirector, {}}, events::AccountOpened{kDirector},
                  events::CredentialIssued{kDirector, events::SlipMedium::kPaper, false},
                  appointed(kDirector, events::Role::kDirector), enrolled(kDirector)});
  must(kDirector, {events::SchoolDescribed{"Школа правил", "ШП", "Europe/Moscow", 5}});
  events::RegulationAdopted adopted{"Положение", kOrder, day("2025-08-25"), {}};
  for (const auto& [key, value] : rules) adopted.parameters.push_back({key, value, "§"});
  // Tests take single parameters out of a regulation, which need not hold together without the
  // rest of it.
  given(kDirector, adopted);
}

void RulesSchool::add_staff() {
  using events::Role;
  const std::pair<events::PersonNumber, Role> officers[] = {{kDeputy, Role::kDeputy},
                                                            {kAdministrator, Role::kAdministrator},
                                                            {kSecretary, Role::kSecretary}};
  const std::pair<events::PersonNumber, Role> others[] = {{kMaths, Role::kTeacher},
                                                          {kForeign, Role::kTeacher},
                                                          {kPsychologist, Role::kPsychologist},
                                                          {kInspector, Role::kInspector},
                                                          {kHead, Role::kHeadOfAssociation},
                                                          {kControl, Role::kControlMember},
                                                          {kSite, Role::kSiteAdministrator}};
  for (const auto& [person, role] : officers) {
    must(kDirector,
         {events::PersonRegistered{person, {}}, appointed(person, role),
          events::AccountOpened{person},
          events::CredentialIssued{person, events::SlipMedium::kPaper, false}, enrolled(person)});
  }
  for (const auto& [person, role] : others) {
    if (person == kInspector) must(kDirector, {events::PersonRegistered{kGuide, {}}});
    must(kDirector, {events::PersonRegistered{person, {}}, appointed(person, role)});
  }
}

void RulesSchool::add_year() {
  std::vector<events::Fact> year{
      events::YearOpened{kYear, 2025, day("2025-09-01"), day("2026-05-26"), kOrder}};
  const std::pair<std::string_view, std::string_view> quarters[] = {{"2025-09-01", "2025-10-24"},
                                                                    {"2025-11-05", "2025-12-30"},
                                                                    {"2026-01-12", "2026-03-27"},
                                                                    {"2026-04-06", "2026-05-26"}};
  std::uint16_t ordinal = 0;
  for (const auto& [first, last] : quarters) {
    ++ordinal;
    year.emplace_back(events::PeriodDeclared{
        {ordinal}, kYear, events::PeriodKind::kQuarter, ordinal, day(first), day(last), 1, 11});
  }
  year.emplace_back(events::ClassOpened{kFifthA, kYear, 5, "а"});
  year.emplace_back(events::ClassOpened{kFifthB, kYear, 5, "б"});
  year.emplace_back(events::ClassOpened{kEleventh, kYear, 11, "а"});
  year.emplace_back(appointed(kGuide, events::Role::kClassTeacher, kFifthA));
  year.emplace_back(appointed(kForeign, events::Role::kClassTeacher, kFifthB));
  must(kDirector, {year.begin(), year.begin() + 5});
  must(kDirector, {year.begin() + 5, year.end()});
  must(kAdministrator,
       {events::SubjectRegistered{kMathematics, "Математика", "Мат.", false},
        events::SubjectRegistered{kEnglish, "Английский язык", "Англ.", false},
        events::SubjectRegistered{kTalks, "Беседы", "Бес.", false},
        events::RoomRegistered{{1}, "Кабинет 1", 30},
        events::BellScheduleDeclared{{1}, "Звонки", {{1, 510, 555}, {2, 570, 615}, {3, 630, 675}}},
        events::BellScheduleApplied{{1}, day("2025-09-01"), day("2026-05-26"), std::nullopt}});
}

void RulesSchool::add_families() {
  std::vector<events::Fact> people;
  for (std::uint32_t number = kAnna.value; number <= kNobody.value; ++number) {
    people.emplace_back(events::PersonRegistered{{number}, {}});
  }
  people.emplace_back(events::GuardianLinked{kAnna, kMother, events::Relation::kMother});
  people.emplace_back(events::GuardianLinked{kBoris, kFather, events::Relation::kFather});
  people.emplace_back(events::PupilEnrolled{kAnna, kFifthA, day("2025-09-01"), kOrder});
  people.emplace_back(events::PupilEnrolled{kBoris, kFifthB, day("2025-09-01"), kOrder});
  people.emplace_back(events::PupilEnrolled{kVera, kEleventh, day("2025-09-01"), kOrder});
  people.emplace_back(events::GroupFormed{kGroup, kFifthA, kEnglish, events::GroupKind::kSubgroup,
                                          "5а, англ., 1", day("2025-09-01")});
  must(kAdministrator, people);
}

void RulesSchool::add_teaching() {
  const auto load = [](events::LoadNumber number, events::SubjectNumber subject,
                       events::ClassNumber where) {
    return events::LoadAssigned{number, teacher_of(number), subject,          where, std::nullopt,
                                100,    day("2025-09-01"),  day("2026-05-26")};
  };
  must(kDeputy,
       {load(kMathsOfA, kMathematics, kFifthA), load(kEnglishOfB, kEnglish, kFifthB),
        load(kMathsOfEleventh, kMathematics, kEleventh), load(kTalksOfA, kTalks, kFifthA)});
  must(kAdministrator,
       {events::TimetableEntered{{1},
                                 kYear,
                                 day("2025-09-01"),
                                 day("2025-10-24"),
                                 {{kMathsOfA, 1, 1, std::nullopt, events::DayParity::kEvery},
                                  {kEnglishOfB, 1, 2, std::nullopt, events::DayParity::kEvery}}}});
  must(kDirector, {events::TimetableApproved{{1}, kOrder}});
}

void RulesSchool::must(events::PersonNumber author, std::vector<events::Fact> facts) {
  ASSERT_EQ(say(author, std::move(facts)), "") << refusal_.says.en;
}

std::string RulesSchool::say(events::PersonNumber author, std::vector<events::Fact> facts) {
  return wish(author, StateFacts{std::move(facts)});
}

std::string RulesSchool::wish(events::PersonNumber author, const Command& command) {
  const auto proposed = propose(command, {author, now_}, views_);
  if (!proposed) {
    refusal_ = proposed.refusal();
    EXPECT_FALSE(refusal_.says.ru.empty() || refusal_.says.en.empty()) << refusal_.code;
    EXPECT_EQ(refusal_.allowed.ru.empty(), refusal_.allowed.en.empty()) << refusal_.code;
    return refusal_.code;
  }
  said_ = *proposed;
  for (const events::Fact& fact : said_) keep(author, fact);
  return "";
}

void RulesSchool::given(events::PersonNumber author, const events::Fact& fact) {
  keep(author, fact);
}

void RulesSchool::keep(events::PersonNumber author, const events::Fact& fact) {
  events::RecordedEvent event;
  event.position = {log_.size()};
  event.recorded = now_;
  event.key = keys_[author];
  event.event.author = author;
  event.event.stated = now_;
  event.event.stream = events::stream_of(fact);
  event.event.fact = fact;
  views_.fold(projections_, event);
  log_.push_back(std::move(event));
  if (std::holds_alternative<events::LogStarted>(fact)) keys_[kFounder] = {next_key_++};
  if (const auto* key = std::get_if<events::KeyEnrolled>(&fact)) keys_[key->person] = {next_key_++};
}

void RulesSchool::clock(std::string_view iso_day, unsigned hour, unsigned minute) {
  now_ = at(iso_day, hour, minute);
}

events::Instant RulesSchool::at(std::string_view iso_day, unsigned hour, unsigned minute) const {
  return regulations::TimeZone::named("Europe/Moscow")
      ->instant_of(day(iso_day), hour * 60 + minute);
}

events::LessonNumber RulesSchool::lesson(events::LoadNumber load, std::string_view iso_day,
                                         std::uint16_t bell) {
  const events::LessonNumber number{directory().last_number(events::NumberKind::kLesson) + 1};
  given(teacher_of(load),
        events::LessonHeld{number, load, teacher_of(load), day(iso_day), bell, std::nullopt,
                           events::LessonKind::kOrdinary, std::nullopt});
  return number;
}

void RulesSchool::mark(events::LessonNumber lesson, std::string_view iso_day,
                       events::PersonNumber pupil) {
  given(kMaths, events::MarkGiven{lesson, pupil, day(iso_day), 1, events::MarkValue::kFour, 0,
                                  std::nullopt, std::nullopt});
}

void RulesSchool::withdraw_mark(events::LessonNumber lesson, std::string_view iso_day,
                                events::PersonNumber pupil) {
  given(kMaths,
        events::MarkWithdrawn{lesson, pupil, day(iso_day), 1, events::ChangeReason::kEnteredInError,
                              std::nullopt, std::nullopt});
}

}  // namespace letopis::rules::founded
