#include "wishes/reading.h"

#include <gmock/gmock.h>

#include "wishes/misread.h"
#include "wishes/small_desk.h"

#include <boost/json/serialize.hpp>

namespace letopis::wishes {
namespace {

using projections::day;
using testing::HasSubstr;

class WishReading : public testing::Test {
 protected:
  WishReading() : lesson_(school_.hold(projections::kMathsOfA, "2025-09-01", 2)), at_(school_) {}

  projections::SmallSchool school_;
  const events::LessonNumber lesson_;
  SmallDesk at_;
};

TEST_F(WishReading, AFactIsWishedByItsNameAndFields) {
  const auto given = at_.fact<events::MarkGiven>(
      R"({"do": "mark_given", "lesson": 1, "pupil": "anna", "day": "2025-09-01", "ordinal": 2,
          "value": "four", "work": 3, "permission": null})");
  EXPECT_EQ(given, (events::MarkGiven{lesson_, projections::kAnna, day("2025-09-01"), 2,
                                      events::MarkValue::kFour, 3, std::nullopt, std::nullopt}));
}

TEST_F(WishReading, WhatIsLeftOutIsTheLessonsDayTheFirstOrdinalTheAuthor) {
  const auto given =
      at_.fact<events::MarkGiven>(R"({"do": "mark_given", "lesson": 1, "pupil": 5, "value": 5})");
  EXPECT_EQ(given.day, day("2025-09-01"));
  EXPECT_EQ(given.ordinal, 1);
  EXPECT_EQ(given.value, events::MarkValue::kFive);
  const auto held = at_.fact<events::LessonHeld>(
      R"({"do": "lesson_held", "load": 1, "day": "2025-09-02", "bell": 3})");
  EXPECT_EQ(held.teacher, projections::kMaths);
  EXPECT_EQ(held.lesson.value, 0u);  // it gets the next number when it is proposed
}

TEST_F(WishReading, APrivateTextBecomesACommitment) {
  const auto noted = at_.fact<events::PupilNoted>(
      R"({"do": "pupil_noted", "pupil": "anna", "kind": "achievement", "text": "Лучшая работа"})");
  const auto texts = at_.secrets().promised_by({noted}, projections::kMaths);
  ASSERT_EQ(texts.size(), 1u);
  EXPECT_EQ(texts[0].about, projections::kAnna);
  EXPECT_EQ(texts[0].text, "Лучшая работа");
  EXPECT_EQ(events::commit(texts[0]), noted.text);
}

TEST_F(WishReading, ListsAndValuesInsideThemAreRead) {
  const auto entered = at_.fact<events::TimetableEntered>(
      R"({"do": "timetable_entered", "year": "2025/26", "first_day": "2025-09-01",
          "last_day": "2025-10-24", "slots": [{"load": 1, "weekday": 1, "bell": 2},
          {"load": 2, "weekday": 5, "bell": 6, "parity": "odd"}]})");
  ASSERT_EQ(entered.slots.size(), 2u);
  EXPECT_EQ(entered.slots[0].parity, events::DayParity::kEvery);
  EXPECT_EQ(entered.slots[1].parity, events::DayParity::kOdd);
  EXPECT_EQ(entered.slots[1].load, projections::kMathsOfB);
}

TEST_F(WishReading, CompositeWishesAreReadWithTheirParts) {
  const auto wish = at_.read(
      R"({"do": "record_lesson", "load": 1, "bell": 2, "topic": "Дроби",
          "homework": {"text": "№ 5"}})");
  ASSERT_TRUE(wish.has_value());
  const auto& lesson = std::get<rules::RecordLesson>(wish->command);
  EXPECT_EQ(lesson.day, day("2025-09-01"));  // of the wish
  ASSERT_TRUE(lesson.homework.has_value());
  EXPECT_EQ(lesson.homework->kind, events::HomeworkKind::kWritten);
}

TEST_F(WishReading, ANewPersonMayBringALogin) {
  const auto wish = at_.read(R"({"do": "person_registered", "login": "vera"})");
  ASSERT_TRUE(wish.has_value());
  ASSERT_EQ(wish->logins.size(), 1u);
  EXPECT_EQ(wish->logins.front().login, "vera");
  EXPECT_EQ(at_.refused(R"({"do": "person_registered", "login": "anna"})"), "login.taken");
  EXPECT_EQ(at_.refused(R"({"do": "account_opened", "person": 4, "login": "vera"})"),
            "wish.unknown_field");
}

TEST_F(WishReading, APersonIsRegisteredInOnePiece) {
  const auto wish = at_.read(
      R"({"do": "register_person", "login": "vera", "consents": [{}, {"purpose": "photo",
          "state": "refused", "said_by": "petrova"}], "fields": [{"field": "given_name",
          "text": "Вера"}], "children": [{"child": "anna", "relation": "mother"}],
          "roles": [{"role": "class_teacher", "school_class": "5Б"}]})");
  ASSERT_TRUE(wish.has_value());
  ASSERT_EQ(wish->logins.size(), 1u);
  EXPECT_EQ(wish->logins.front().login, "vera");
  const auto& person = std::get<rules::RegisterPerson>(wish->command);
  ASSERT_EQ(person.consents.size(), 2u);
  EXPECT_EQ(person.consents[0].said_by, std::nullopt);  // the person
  EXPECT_EQ(person.consents[0].day, day("2025-09-01"));
  EXPECT_EQ(person.consents[1].said_by, projections::kMaths);
  EXPECT_EQ(person.roles.at(0).school_class, projections::kFifthB);
  EXPECT_EQ(person.roles.at(0).first_day, day("2025-09-01"));
}

TEST_F(WishReading, ARegulationOfTheProgramIsAdoptedByItsName) {
  const auto wish = at_.read(
      R"({"do": "adopt_bundled_regulation", "regulation": "saniba", "in_force_from": "2025-09-01",
          "order": {"number": "5-ОД", "day": "2025-08-29"}})");
  ASSERT_TRUE(wish.has_value());
  const auto& adopted = std::get<rules::AdoptRegulation>(wish->command);
  EXPECT_GT(adopted.parameters.size(), 10u);
  EXPECT_EQ(adopted.order->number, "5-ОД");
  const auto unknown = at_.read(
      R"({"do": "adopt_bundled_regulation", "regulation": "x", "in_force_from": "2025-09-01"})");
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(unknown.refusal().code, "regulation.unknown");
  EXPECT_THAT(unknown.refusal().allowed.ru, HasSubstr("saniba"));
}

TEST_F(WishReading, AMistakeNamesItsPlace) {
  const auto wrong = at_.read(
      R"({"do": "give_marks", "lesson": 1, "marks": [{"pupil": 4, "value": 5},
                                                     {"pupil": 5, "value": "fife"}]})");
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.refusal().code, "wish.unknown_word");
  EXPECT_THAT(wrong.refusal().says.ru, HasSubstr("command.marks[1].value"));
  EXPECT_THAT(wrong.refusal().allowed.en, HasSubstr("one, two, three, four, five"));
  EXPECT_TRUE(is_misread(wrong.refusal()));
}

TEST_F(WishReading, CodedWordsMayBeRussian) {
  const auto mark = [this](const std::string& value) {
    return at_
        .fact<events::MarkGiven>(R"({"do": "mark_given", "lesson": 1, "pupil": 4, "value": ")" +
                                 value + "\"}")
        .value;
  };
  EXPECT_EQ(mark("5"), events::MarkValue::kFive);
  EXPECT_EQ(mark("Зач"), events::MarkValue::kPassed);
  EXPECT_EQ(mark("н/а"), events::MarkValue::kNotAttested);
  EXPECT_EQ(at_.refused(R"({"do": "mark_given", "lesson": 1, "pupil": 4, "value": "6"})"),
            "wish.unknown_word");
  EXPECT_EQ(at_.fact<events::AbsenceNoted>(
                   R"({"do": "absence_noted", "lesson": 1, "pupil": 4, "kind": "опоздала"})")
                .kind,
            events::AbsenceKind::kLate);
  // A word of another list is none of this one.
  EXPECT_EQ(at_.refused(R"({"do": "absence_noted", "lesson": 1, "pupil": 4, "kind": "зачёт"})"),
            "wish.unknown_word");
}

TEST_F(WishReading, AnAbsenceIsNoMarkAndWhatItIsIsSaid) {
  const auto wish = at_.read(R"({"do": "mark_given", "lesson": 1, "pupil": 4, "value": "Н"})");
  ASSERT_FALSE(wish.has_value());
  EXPECT_EQ(wish.refusal().code, "wish.unknown_word");
  EXPECT_THAT(wish.refusal().allowed.ru, HasSubstr("absence_noted"));
}

TEST_F(WishReading, AKeyIsTheOneInForceOrOneOfThePersonsByItsPlace) {
  const auto own = signing::key_id_of(projections::key_of_number(projections::kAnna.value));
  const std::string begin =
      R"({"do": "key_compromised", "person": "anna", "learned": "2025-09-01T08:00:00+03:00",
          "noticed": "2025-09-01T08:00:00+03:00")";
  EXPECT_EQ(at_.fact<events::KeyCompromised>(begin + "}").key, own);
  EXPECT_EQ(at_.fact<events::KeyCompromised>(begin + R"(, "key": 0})").key, own);
  EXPECT_EQ(at_.refused(begin + R"(, "key": 1})"), "wish.wrong_type");
  EXPECT_EQ(at_.refused(begin + R"(, "key": -1})"), "wish.wrong_type");
  EXPECT_EQ(at_.refused(R"({"do": "key_ended", "person": 77, "ground": "left"})"),
            "wish.missing_field");
}

TEST_F(WishReading, RowsOfAnImportBringLogins) {
  const auto wish = at_.read(R"({"do": "import_people", "people": [{}, {"login": "vera"}]})");
  ASSERT_TRUE(wish.has_value());
  ASSERT_EQ(wish->logins.size(), 1u);
  EXPECT_EQ(wish->logins.front().login, "vera");
  EXPECT_EQ(wish->logins.front().person, 1u);
  EXPECT_EQ(at_.refused(R"({"do": "import_people", "people": [{"login": "anna"}]})"),
            "login.taken");
  EXPECT_EQ(at_.refused(R"({"do": "import_people", "people": [{"login": "x"}, {"login": "x"}]})"),
            "login.taken");
}

TEST_F(WishReading, EachKindOfMistakeHasItsCode) {
  EXPECT_EQ(at_.refused("{}"), "wish.missing_field");
  EXPECT_EQ(at_.refused(R"({"do": 7})"), "wish.wrong_type");
  EXPECT_EQ(at_.refused(R"({"do": "mark_gifen"})"), "wish.unknown_verb");
  EXPECT_EQ(at_.refused(R"({"do": "mark_given", "lesson": 1, "pupil": 4})"), "wish.missing_field");
  EXPECT_EQ(at_.refused(R"({"do": "mark_given", "lesson": 1, "pupil": 4, "value": 5, "ball": 1})"),
            "wish.unknown_field");
  EXPECT_EQ(at_.refused(R"({"do": "mark_given", "lesson": 1, "pupil": 4, "value": 6})"),
            "wish.unknown_word");
  for (const auto* bell : {"-1", "65536", "1.0", "\"2\"", "null", "[]", "1e400"}) {
    const auto wish =
        std::string(R"({"do": "lesson_held", "load": 1, "day": "2025-09-02", "bell": )") + bell +
        "}";
    EXPECT_EQ(at_.refused(wish), "wish.wrong_type") << wish;
  }
  EXPECT_EQ(at_.refused(R"({"do": "attendance_reviewed", "school_class": 1,
                            "first_day": "2025-02-29", "last_day": "2025-03-01"})"),
            "wish.wrong_type");
}

TEST_F(WishReading, TextsAreBoundedAndPlain) {
  const auto topic = [](const std::string& text) {
    boost::json::object wish{{"do", "topic_set"}, {"lesson", 1}, {"topic", text}};
    return boost::json::serialize(wish);
  };
  EXPECT_EQ(at_.refused(topic(std::string(4'000, 'a'))), "");
  EXPECT_EQ(at_.refused(topic(std::string(4'001, 'a'))), "wish.wrong_type");
  EXPECT_EQ(at_.refused(topic("a\tb")), "wish.wrong_type");
  EXPECT_EQ(at_.refused(topic(std::string("a\0b", 3))), "wish.wrong_type");
}

TEST_F(WishReading, AListBeyondItsLimitIsRefused) {
  boost::json::array slots;
  for (int i = 0; i < 4'097; ++i) slots.push_back({{"load", 1}, {"weekday", 1}, {"bell", 1}});
  const boost::json::object wish{{"do", "timetable_entered"},
                                 {"year", 1},
                                 {"first_day", "2025-09-01"},
                                 {"last_day", "2025-09-02"},
                                 {"slots", slots}};
  EXPECT_EQ(at_.refused(boost::json::serialize(wish)), "wish.wrong_type");
}

TEST_F(WishReading, WhatSomebodyWroteIsQuotedShort) {
  const boost::json::object wish{{"do", std::string(5'000, 'x')}};
  const auto refused = at_.read(boost::json::serialize(wish));
  ASSERT_FALSE(refused.has_value());
  EXPECT_LT(refused.refusal().says.en.size(), 300u);
}

}  // namespace
}  // namespace letopis::wishes
