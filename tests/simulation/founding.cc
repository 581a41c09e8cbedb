#include "simulation/founding.h"

#include "outcome/invariant.h"
#include "regulations/bundled_regulations.h"
#include "regulations/civil_day.h"
#include "simulation/cast.h"

namespace letopis::simulation {
namespace {

using events::Role;
using Facts = std::vector<events::Fact>;
using Keys = std::function<signing::PublicKey(events::PersonNumber)>;

events::Day day(std::string_view iso) { return *regulations::parse_iso(iso); }

events::RoleGiven appointed(events::PersonNumber person, Role role,
                            std::optional<events::ClassNumber> school_class = std::nullopt) {
  return {person, role, school_class, std::nullopt, day("2025-08-25"), kOrder};
}

void add_key(events::PersonNumber person, const Keys& key_of, Facts& facts) {
  facts.emplace_back(events::AccountOpened{person});
  facts.emplace_back(events::CredentialIssued{person, events::SlipMedium::kPaper, false});
  facts.emplace_back(events::KeyEnrolled{person, key_of(person), events::KeyHolder::kServer,
                                         events::KeyGround::kActivation, std::nullopt});
}

Facts director(const Keys& key_of) {
  Facts facts{events::PersonRegistered{kDirector, {}}, appointed(kDirector, Role::kDirector)};
  add_key(kDirector, key_of, facts);
  return facts;
}

Facts staff(const Keys& key_of) {
  constexpr std::pair<events::PersonNumber, Role> all[] = {
      {kDeputy, Role::kDeputy},       {kAdministrator, Role::kAdministrator},
      {kSecretary, Role::kSecretary}, {kMaths, Role::kTeacher},
      {kForeign, Role::kTeacher},     {kGuide, Role::kTeacher},
      {kTutor, Role::kTeacher},       {kPsychologist, Role::kPsychologist}};
  Facts facts;
  for (const auto& [person, role] : all) {
    facts.emplace_back(events::PersonRegistered{person, {}});
    facts.emplace_back(appointed(person, role));
    add_key(person, key_of, facts);
  }
  return facts;
}

rules::OpenYear year() {
  using enum events::PeriodKind;
  return {day("2025-09-01"),
          day("2026-05-26"),
          kOrder,
          {{kQuarter, 1, day("2025-09-01"), day("2025-10-24")},
           {kQuarter, 2, day("2025-11-05"), day("2025-12-30")},
           {kQuarter, 3, day("2026-01-12"), day("2026-03-27")},
           {kQuarter, 4, day("2026-04-06"), day("2026-05-26")},
           {kYear, 1, day("2025-09-01"), day("2026-05-26")}},
          {{day("2025-11-04"), events::CalendarDayKind::kOff, "День народного единства"}}};
}

Facts classes() {
  return {
      events::ClassOpened{kFifthA, kYear, 5, "а"},
      events::ClassOpened{kFirstA, kYear, 1, "а"},
      events::ClassOpened{kFifthB, kYear, 5, "б"},
      appointed(kGuide, Role::kClassTeacher, kFifthA),
      appointed(kTutor, Role::kClassTeacher, kFirstA),
      appointed(kForeign, Role::kClassTeacher, kFifthB),
      events::SubjectRegistered{kMathematics, "Математика", "Мат.", false},
      events::SubjectRegistered{kEnglish, "Английский язык", "Англ.", false},
      events::SubjectRegistered{kTalks, "Беседы", "Бес.", false},
      events::RoomRegistered{{1}, "Кабинет 1", 30},
      events::BellScheduleDeclared{{1}, "Звонки", {{1, 510, 555}, {2, 570, 615}, {3, 630, 675}}},
      events::BellScheduleApplied{{1}, day("2025-09-01"), day("2026-05-26"), std::nullopt}};
}

Facts families() {
  Facts facts;
  for (std::uint32_t number = kFirstPupil.value; number <= kPeople; ++number) {
    facts.emplace_back(events::PersonRegistered{{number}, {}});
  }
  for (std::uint32_t number = kFirstPupil.value; number <= kLastPupil.value; ++number) {
    const auto where = number <= 12 ? kFifthA : number == 13 ? kFifthB : kFirstA;
    facts.emplace_back(events::PupilEnrolled{{number}, where, day("2025-09-01"), kOrder});
  }
  facts.emplace_back(events::GuardianLinked{kFirstPupil, kMother, events::Relation::kMother});
  facts.emplace_back(events::GuardianLinked{{14}, kFather, events::Relation::kFather});
  return facts;
}

Facts teaching() {
  Facts facts;
  for (const LoadOfCast& load : kLoads) {
    facts.emplace_back(events::LoadAssigned{{},
                                            load.teacher,
                                            load.subject,
                                            load.school_class,
                                            std::nullopt,
                                            200,
                                            day("2025-09-01"),
                                            day("2026-05-26")});
  }
  return facts;
}

Facts family_keys(events::PersonNumber pupil, events::PersonNumber parent, const Keys& key_of) {
  Facts facts;
  add_key(pupil, key_of, facts);
  add_key(parent, key_of, facts);
  return facts;
}

}  // namespace

regulations::RegulationText bundled(std::uint64_t which) {
  const auto all = regulations::bundled_regulations();
  const auto& one = all[which % all.size()];
  auto loaded = regulations::load_regulation(one.text, one.name);
  INVARIANT(loaded.has_value());
  return std::move(*loaded);
}

std::vector<FoundingStep> founding(const std::string& origin,
                                   const regulations::RegulationText& regulation,
                                   const Keys& key_of) {
  using rules::StateFacts;
  return {
      {kFounder, StateFacts{{events::LogStarted{origin, true, key_of(kFounder)}}}},
      {kFounder, StateFacts{director(key_of)}},
      {kDirector, StateFacts{{events::SchoolDescribed{"Школа случая", "ШС", "Europe/Moscow", 5}}}},
      {kDirector,
       rules::AdoptRegulation{regulation.title, kOrder, day("2025-08-25"), regulation.parameters}},
      {kDirector, StateFacts{staff(key_of)}},
      {kDirector, year()},
      {kDirector, StateFacts{classes()}},
      {kAdministrator, StateFacts{families()}},
      {kDeputy, StateFacts{teaching()}},
      {kGuide, StateFacts{family_keys(kFirstPupil, kMother, key_of)}},
      {kTutor, StateFacts{family_keys({14}, kFather, key_of)}}};
}

}  // namespace letopis::simulation
