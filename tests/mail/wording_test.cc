#include "mail/wording.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mail/told_school.h"

namespace letopis::mail {
namespace {

using enum NoticeKind;
using testing::HasSubstr;
using testing::Not;

class Wording : public testing::Test {
 protected:
  template <class Ask>
  auto ask(const Ask& ask) const {
    const auto sight = school_.sight();
    const projections::Directory directory(sight.views, sight.size);
    return ask(Sources{sight.views, directory, school_, zone_, sight.accesses, language_,
                       "https://journal.example"});
  }
  std::optional<Words> words(const Notice& notice) const {
    return ask([&](const Sources& from) { return words_of(notice, from); });
  }
  std::optional<std::string> address(events::PersonNumber person) const {
    return ask([&](const Sources& from) { return address_of(person, from); });
  }
  void note(events::PersonNumber pupil, events::PupilNoteKind kind, const std::string& text) {
    school_.add(kMaths, events::PupilNoted{pupil, kind, {}, school_.secret(pupil, text)});
  }
  // Neither names nor marks are read on the way.
  static void expect_plain(const std::string& subject) {
    for (const char* name : {"Анна", "Борис", "Мария", "5", "Музей", "Каникулы"}) {
      EXPECT_THAT(subject, Not(HasSubstr(name)));
    }
  }

  ToldSchool school_;
  regulations::TimeZone zone_ = *regulations::TimeZone::named("Europe/Moscow");
  terminal::Language language_ = terminal::Language::kRussian;
};

const Notice kOfWeek{kWeek, kAnnasMother, kAnna.value, day("2025-09-08")};

TEST_F(Wording, AMessageIsAnnouncedByItsSenderAndNotRepeated) {
  RecordProperty("requirement", "DRY-06");
  school_.write_to(kAnnasMother, 1);
  const auto said = words({kMessage, kAnnasMother, 1, {}});
  ASSERT_TRUE(said);
  EXPECT_THAT(said->body, HasSubstr("Вам написали: Мария."));
  EXPECT_THAT(said->body, Not(HasSubstr("Тайна")));
  EXPECT_THAT(said->body, HasSubstr("https://journal.example"));
  expect_plain(said->subject);
}

TEST_F(Wording, TheWeekTellsMarksAbsencesAndNotes) {
  RecordProperty("requirement", "DRY-08");
  EXPECT_EQ(words(kOfWeek), std::nullopt) << "an empty week";
  auto& school = school_.school();
  const auto monday = school.hold(kMathsOfA, "2025-09-08", 1);
  const auto tuesday = school.hold(kMathsOfA, "2025-09-09", 1);
  const auto next_monday = school.hold(kMathsOfA, "2025-09-15", 1);
  school.mark(monday, kAnna, events::MarkValue::kFour);
  school.correct(monday, kAnna, events::MarkValue::kFive);
  school.absent(tuesday, kAnna);
  school.mark(tuesday, kBoris, events::MarkValue::kTwo);
  school.mark(next_monday, kAnna, events::MarkValue::kThree);
  note(kAnna, events::PupilNoteKind::kBehaviour, "Помогла товарищу");
  note(kBoris, events::PupilNoteKind::kProblem, "Нет тетради");
  const auto said = words(kOfWeek);
  ASSERT_TRUE(said);
  EXPECT_THAT(said->body, HasSubstr("Анна: неделя с 08.09.2025 по 14.09.2025."));
  EXPECT_THAT(said->body, HasSubstr("- Математика: 5; пропущено уроков: 1\n"));
  EXPECT_THAT(said->body, HasSubstr("- поведение: Помогла товарищу\n"));
  EXPECT_THAT(said->body, Not(HasSubstr("тетради"))) << "another's";
  expect_plain(said->subject);
  language_ = terminal::Language::kEnglish;
  EXPECT_THAT(words(kOfWeek)->body, HasSubstr("lessons missed: 1"));
}

TEST_F(Wording, ACorrectionTellsWhatWasAndWhatIsOfTheirOwnChildAlone) {
  RecordProperty("requirement", "DRY-06");
  auto& school = school_.school();
  const auto lesson = school.hold(kMathsOfA, "2025-09-08", 1);
  const Notice changed{kCorrection, kAnnasMother, lesson.value, day("2025-09-09")};
  school.mark(lesson, kAnna, events::MarkValue::kTwo);
  school.mark(lesson, kBoris, events::MarkValue::kFive);
  school.correct(lesson, kBoris, events::MarkValue::kFour);
  EXPECT_EQ(words(changed), std::nullopt) << "another's";
  school.correct(lesson, kAnna, events::MarkValue::kThree);
  const auto said = words(changed);
  ASSERT_TRUE(said);
  EXPECT_THAT(said->body, HasSubstr("Анна: урок 08.09.2025.\n- Математика: было 2, стало 3\n"));
  EXPECT_THAT(said->body, Not(HasSubstr("стало 4")));
  expect_plain(said->subject);
  school.add(
      kMaths,
      events::MarkWithdrawn{
          lesson, kAnna, day("2025-09-08"), 1, events::ChangeReason::kEnteredInError, {}, {}});
  EXPECT_THAT(words(changed)->body, HasSubstr("- Математика: 3 — отметка снята\n"));
}

TEST_F(Wording, TheDayTellsThatDayAlone) {
  RecordProperty("requirement", "DRY-08");
  auto& school = school_.school();
  school.mark(school.hold(kMathsOfA, "2025-09-08", 1), kAnna, events::MarkValue::kFour);
  school.mark(school.hold(kMathsOfA, "2025-09-09", 1), kAnna, events::MarkValue::kTwo);
  const auto said = words({kDay, kAnnasMother, kAnna.value, day("2025-09-08")});
  ASSERT_TRUE(said);
  EXPECT_THAT(said->body, HasSubstr("Анна: 08.09.2025.\n\n- Математика: 4\n"));
  expect_plain(said->subject);
  EXPECT_EQ(words({kDay, kAnnasMother, kAnna.value, day("2025-09-10")}), std::nullopt);
  EXPECT_EQ(words({kDay, kBorisMother, kAnna.value, day("2025-09-08")}), std::nullopt);
}

TEST_F(Wording, OfAnotherPupilNobodyIsTold) {
  RecordProperty("requirement", "DRY-08");
  auto& school = school_.school();
  school.mark(school.hold(kMathsOfA, "2025-09-08", 1), kAnna, events::MarkValue::kFour);
  ASSERT_TRUE(words(kOfWeek));
  auto strange = kOfWeek;
  strange.to = kBorisMother;
  EXPECT_EQ(words(strange), std::nullopt);
  school_.add(kDirector, events::GuardianUnlinked{kAnna, kAnnasMother, {}});
  EXPECT_EQ(words(kOfWeek), std::nullopt) << "no longer";
}

TEST_F(Wording, WhatWasTakenBackOrErasedOrIsWishedNoMoreIsNotTold) {
  RecordProperty("requirement", "DRY-06");
  school_.post(1);
  const Notice of_news{kNews, kAnnasMother, 1, {}};
  ASSERT_TRUE(words(of_news));
  EXPECT_THAT(words(of_news)->body, HasSubstr("Каникулы"));
  expect_plain(words(of_news)->subject);
  school_.choose(kAnnasMother, events::NoticeChannel::kSystem);
  EXPECT_EQ(words(of_news), std::nullopt);
  school_.choose(kAnnasMother, events::NoticeChannel::kEmail);
  school_.add(kDirector, events::NewsWithdrawn{{1}});
  EXPECT_EQ(words(of_news), std::nullopt);
  school_.post(2);
  school_.erase(kDirector);
  EXPECT_EQ(words({kNews, kAnnasMother, 2, {}}), std::nullopt);
}

TEST_F(Wording, AnEventIsToldUntilItIsCancelledAndThenThatItIs) {
  RecordProperty("requirement", "DRY-06");
  school_.plan(1, "2025-09-11");
  const Notice planned{kEvent, kAnnasMother, 1, {}};
  const Notice cancelled{kCancelled, kAnnasMother, 1, {}};
  EXPECT_THAT(words(planned)->body, HasSubstr("Музей\n11.09.2025, 09:05–12:00\nКласс: 5а\n"));
  EXPECT_EQ(words(cancelled), std::nullopt);
  school_.add(kDirector, events::EventCancelled{{1}});
  EXPECT_EQ(words(planned), std::nullopt);
  EXPECT_THAT(words(cancelled)->body, HasSubstr("Не состоится."));
  expect_plain(words(cancelled)->subject);
}

TEST_F(Wording, AnAbsenceThatWasAMistakeIsNotTold) {
  RecordProperty("requirement", "DRY-06");
  auto& school = school_.school();
  const auto lesson = school.hold(kMathsOfA, "2025-09-08", 1);
  school.absent(lesson, kAnna);
  const Notice absent{kAbsence, kAnnasMother, kAnna.value, day("2025-09-08")};
  EXPECT_THAT(words(absent)->body, HasSubstr("Анна: 08.09.2025 отмечено отсутствие, уроков — 1."));
  expect_plain(words(absent)->subject);
  school_.add(kMaths, events::AbsenceWithdrawn{lesson, kAnna, day("2025-09-08"),
                                               events::ChangeReason::kEnteredInError});
  EXPECT_EQ(words(absent), std::nullopt);
}

TEST_F(Wording, WhoHasNotChosenIsToldOfTheServicesAlone) {
  RecordProperty("requirement", "DRY-06");
  EXPECT_TRUE(words({kServices, kVerasMother, 0, day("2025-09-01")}));
  school_.post(1);
  EXPECT_EQ(words({kNews, kVerasMother, 1, {}}), std::nullopt);
  EXPECT_EQ(words({kServices, kAnnasFather, 0, day("2025-09-01")}), std::nullopt);
}

TEST_F(Wording, TheNewestAddressCountsIfItIsOne) {
  RecordProperty("requirement", "DRY-06");
  EXPECT_EQ(address(kAnnasMother), "anna.mother@example.com");
  const auto change = [this](const std::string& text) {
    const auto secret = school_.secret(kAnnasMother, text);
    school_.add(kAnnasMother,
                events::PersonChanged{kAnnasMother, {{events::PersonField::kEmail, secret}}});
  };
  change("new@example.com");
  EXPECT_EQ(address(kAnnasMother), "new@example.com");
  change("нет почты");
  EXPECT_EQ(address(kAnnasMother), std::nullopt);
  EXPECT_EQ(address(kMaths), std::nullopt);
  school_.erase(kBorisMother);
  EXPECT_EQ(address(kBorisMother), std::nullopt);
}

}  // namespace
}  // namespace letopis::mail
