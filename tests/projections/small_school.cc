#include "projections/small_school.h"

namespace letopis::projections {

namespace {

constexpr std::uint32_t kPersons = 6;

events::PersonNumber teacher_of(events::LoadNumber load) {
  return load == kMathsOfA || load == kMathsOfB ? kMaths : kEnglish;
}

}  // namespace

events::Instant moscow(std::string_view iso_day, unsigned hour, unsigned minute) {
  return regulations::TimeZone::named("Europe/Moscow")
      ->instant_of(day(iso_day), hour * 60 + minute);
}

signing::PublicKey key_of_number(std::uint32_t number) {
  signing::PublicKey key;
  key.bytes[0] = static_cast<std::byte>(number);
  key.bytes[1] = static_cast<std::byte>(number >> 8);
  key.bytes[31] = std::byte{1};
  return key;
}

MemoryViews folded(const std::vector<events::RecordedEvent>& log, std::size_t count) {
  const std::vector<events::Projection> projections = all();
  MemoryViews views;
  for (std::size_t i = 0; i < count; ++i) views.fold(projections, log[i]);
  return views;
}

SmallSchool::SmallSchool() {
  set_clock("2025-08-25", 9);
  found();
  add_people();
  add_teaching();
  set_clock("2025-09-01", 8);
}

events::Position SmallSchool::add(events::PersonNumber author, events::Fact fact) {
  events::RecordedEvent event;
  event.position = size();
  event.recorded = now_;
  event.key = events::KeyNumber{author.value};
  event.event.author = author;
  event.event.stated = stated_.value_or(now_);
  event.event.stream = events::stream_of(fact);
  event.event.fact = std::move(fact);
  views_.fold(projections_, event);
  log_.push_back(std::move(event));
  now_.milliseconds += 1000;
  return log_.back().position;
}

void SmallSchool::found() {
  add({0}, events::LogStarted{"letopis.example/small", true, key_of_number(0)});
  add({0}, events::SchoolDescribed{"Малая школа", "МШ", "Europe/Moscow", 5});
  add({0}, events::YearOpened{{1}, 2025, day("2025-09-01"), day("2026-05-26"), std::nullopt});
  const auto quarter = [this](events::PeriodNumber number, std::uint16_t ordinal,
                              std::string_view first, std::string_view last) {
    add({0}, events::PeriodDeclared{
                 number, {1}, events::PeriodKind::kQuarter, ordinal, day(first), day(last), 1, 11});
  };
  quarter(kFirstQuarter, 1, "2025-09-01", "2025-10-24");
  quarter(kSecondQuarter, 2, "2025-11-05", "2025-12-30");
}

void SmallSchool::add_people() {
  for (std::uint32_t number = 1; number <= kPersons; ++number) {
    events::Commitment name;
    name.digest.bytes[0] = static_cast<std::byte>(number);
    add({0}, events::PersonRegistered{{number}, {{events::PersonField::kFamilyName, name}}});
    add({0}, events::KeyEnrolled{{number},
                                 key_of_number(number),
                                 events::KeyHolder::kServer,
                                 events::KeyGround::kActivation,
                                 std::nullopt});
  }
  const auto role = [this](events::PersonNumber person, events::Role what,
                           std::optional<events::ClassNumber> where) {
    add({0}, events::RoleGiven{person, what, where, std::nullopt, day("2025-08-25"), std::nullopt});
  };
  role(kDirector, events::Role::kDirector, std::nullopt);
  role(kMaths, events::Role::kTeacher, std::nullopt);
  role(kMaths, events::Role::kClassTeacher, kFifthA);
  role(kEnglish, events::Role::kTeacher, std::nullopt);
}

void SmallSchool::add_teaching() {
  const events::Order order{"1", day("2025-08-25")};
  add(kDirector, events::SubjectRegistered{kMathematics, "Математика", "Мат.", false});
  add(kDirector, events::SubjectRegistered{kForeign, "Иностранный язык", "Ин. яз.", false});
  add(kDirector, events::ClassOpened{kFifthA, {1}, 5, "а"});
  add(kDirector, events::ClassOpened{kFifthB, {1}, 5, "б"});
  for (const events::PersonNumber pupil : {kAnna, kBoris, kVera}) {
    add(kDirector, events::PupilEnrolled{pupil, kFifthA, day("2025-09-01"), order});
  }
  for (const events::GroupNumber group : {kFirstGroup, kSecondGroup}) {
    add(kDirector, events::GroupFormed{group, kFifthA, kForeign, events::GroupKind::kSubgroup,
                                       "подгруппа", day("2025-09-01")});
  }
  add(kDirector, events::GroupJoined{kFirstGroup, kAnna, day("2025-09-01")});
  add(kDirector, events::GroupJoined{kFirstGroup, kBoris, day("2025-09-01")});
  add(kDirector, events::GroupJoined{kSecondGroup, kVera, day("2025-09-01")});
  const auto load = [this](events::LoadNumber number, events::SubjectNumber subject,
                           std::optional<events::ClassNumber> school_class,
                           std::optional<events::GroupNumber> group) {
    add(kDirector, events::LoadAssigned{number, teacher_of(number), subject, school_class, group,
                                        500, day("2025-09-01"), day("2026-05-26")});
  };
  load(kMathsOfA, kMathematics, kFifthA, std::nullopt);
  load(kMathsOfB, kMathematics, kFifthB, std::nullopt);
  load(kEnglishFirst, kForeign, kFifthA, kFirstGroup);
  load(kEnglishSecond, kForeign, std::nullopt, kSecondGroup);
}

events::LessonNumber SmallSchool::hold(events::LoadNumber load, std::string_view iso_day,
                                       std::uint16_t bell) {
  const events::LessonNumber lesson{static_cast<std::uint32_t>(lessons_.size() + 1)};
  lessons_.push_back({day(iso_day), teacher_of(load)});
  add(teacher_of(load),
      events::LessonHeld{lesson, load, teacher_of(load), day(iso_day), bell, std::nullopt,
                         events::LessonKind::kOrdinary, std::nullopt});
  return lesson;
}

events::Position SmallSchool::mark(events::LessonNumber lesson, events::PersonNumber pupil,
                                   events::MarkValue value, std::uint16_t ordinal,
                                   std::uint16_t work) {
  const Held& held = lessons_[lesson.value - 1];
  return add(held.teacher, events::MarkGiven{lesson, pupil, held.day, ordinal, value, work,
                                             std::nullopt, std::nullopt});
}

events::Position SmallSchool::correct(events::LessonNumber lesson, events::PersonNumber pupil,
                                      events::MarkValue value, std::uint16_t ordinal) {
  const Held& held = lessons_[lesson.value - 1];
  return add(held.teacher,
             events::MarkCorrected{lesson, pupil, held.day, ordinal, value,
                                   events::ChangeType::kCorrection, events::ChangeReason::kMistyped,
                                   std::nullopt, std::nullopt, std::nullopt});
}

events::Position SmallSchool::withdraw(events::LessonNumber lesson, events::PersonNumber pupil,
                                       std::uint16_t ordinal) {
  const Held& held = lessons_[lesson.value - 1];
  return add(held.teacher, events::MarkWithdrawn{lesson, pupil, held.day, ordinal,
                                                 events::ChangeReason::kEnteredInError,
                                                 std::nullopt, std::nullopt});
}

events::Position SmallSchool::absent(events::LessonNumber lesson, events::PersonNumber pupil) {
  const Held& held = lessons_[lesson.value - 1];
  return add(held.teacher,
             events::AbsenceNoted{lesson, pupil, held.day, events::AbsenceKind::kAbsent, 0});
}

events::Position SmallSchool::late(events::LessonNumber lesson, events::PersonNumber pupil,
                                   std::uint16_t minutes) {
  const Held& held = lessons_[lesson.value - 1];
  return add(held.teacher,
             events::AbsenceNoted{lesson, pupil, held.day, events::AbsenceKind::kLate, minutes});
}

events::Position SmallSchool::compromise(events::PersonNumber person, events::Instant noticed) {
  return add(kDirector,
             events::KeyCompromised{person, signing::key_id_of(key_of_number(person.value)),
                                    noticed, noticed, std::nullopt});
}

}  // namespace letopis::projections
