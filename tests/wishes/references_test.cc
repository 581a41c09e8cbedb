#include "wishes/references.h"

#include <gmock/gmock.h>

#include "wishes/small_desk.h"

namespace letopis::wishes {
namespace {

using events::NumberKind;
using testing::HasSubstr;

class References : public testing::Test {
 protected:
  References() {
    school_.add(projections::kDirector, events::RoomRegistered{{1}, "Кабинет 101", 30});
    lesson_ = school_.hold(projections::kMathsOfA, "2025-09-01", 2);
    at_.emplace(school_);
  }
  Result<std::uint32_t> find(NumberKind kind, std::string_view json) {
    return resolve(kind, boost::json::parse(json), "command.it", at_->desk());
  }
  std::string refused(NumberKind kind, std::string_view json) {
    const auto found = find(kind, json);
    return found ? std::string() : found.refusal().code;
  }

  projections::SmallSchool school_;
  events::LessonNumber lesson_;
  std::optional<SmallDesk> at_;
};

TEST_F(References, NumbersStandAsTheyAre) {
  EXPECT_EQ(*find(NumberKind::kPerson, "77"), 77u);
  EXPECT_EQ(refused(NumberKind::kPerson, "0"), "wish.wrong_type");
  EXPECT_EQ(refused(NumberKind::kPerson, "4294967296"), "wish.wrong_type");
  EXPECT_EQ(refused(NumberKind::kDispute, "\"спор\""), "wish.wrong_type");
}

TEST_F(References, PeopleAreFoundByLogin) {
  EXPECT_EQ(*find(NumberKind::kPerson, "\"anna\""), projections::kAnna.value);
  EXPECT_EQ(*find(NumberKind::kPerson, "\"me\""), projections::kMaths.value);
  EXPECT_EQ(refused(NumberKind::kPerson, "\"nobody\""), "reference.unknown");
  EXPECT_EQ(refused(NumberKind::kPerson, "\"founder\""), "reference.unknown");
}

// Two of one family name.
class FamilyNames : public events::TextSource {
 public:
  std::optional<std::string> find(events::PersonNumber about,
                                  const events::Commitment&) const override {
    return about == projections::kAnna || about == projections::kVera ? "Смирнова" : "Жуков";
  }
};

TEST_F(References, PeopleWhomOneMaySeeAreFoundByName) {
  const FamilyNames names;
  const Desk& desk = at_->desk();
  EXPECT_EQ(refused(NumberKind::kPerson, "\"Смирнова\""), "reference.unknown");  // without names
  const Desk named{desk.school, desk.logins, desk.author, &names};
  const auto several = resolve(NumberKind::kPerson, boost::json::string("смирнова"), "it", named);
  ASSERT_FALSE(several.has_value());
  EXPECT_EQ(several.refusal().code, "reference.ambiguous");
  EXPECT_THAT(several.refusal().allowed.ru, HasSubstr("Смирнова, anna, 5а (№ 4)"));
  EXPECT_THAT(several.refusal().allowed.ru, HasSubstr("(№ 6)"));
  EXPECT_THAT(several.refusal().allowed.ru, testing::Not(HasSubstr("Жуков")));
  const Desk pupils{desk.school, desk.logins, projections::kAnna, &names};
  const auto own = resolve(NumberKind::kPerson, boost::json::string("Смирнова"), "it", pupils);
  ASSERT_TRUE(own.has_value()) << "of others a pupil sees nobody";
  EXPECT_EQ(*own, projections::kAnna.value);
}

TEST_F(References, NamesAreFoundHoweverTheyAreTyped) {
  EXPECT_EQ(*find(NumberKind::kClass, "\"5 А\""), projections::kFifthA.value);
  EXPECT_EQ(*find(NumberKind::kClass, "\"5A\""), projections::kFifthA.value) << "a Latin letter";
  EXPECT_EQ(*find(NumberKind::kSubject, "\"МАТЕМАТИКА\""), projections::kMathematics.value);
  EXPECT_EQ(*find(NumberKind::kSubject, "\"мат.\""), projections::kMathematics.value);
  EXPECT_EQ(*find(NumberKind::kRoom, "\"кабинет101\""), 1u);
  EXPECT_EQ(*find(NumberKind::kYear, "\"2025/26\""), 1u);
  EXPECT_EQ(*find(NumberKind::kYear, "\"2025/2026\""), 1u);
  EXPECT_EQ(*find(NumberKind::kYear, "2025"), 1u);
  EXPECT_EQ(refused(NumberKind::kYear, "2031"), "reference.unknown");
}

TEST_F(References, WhatIsNotThereIsToldWithWhatIs) {
  const auto found = find(NumberKind::kClass, "\"9я\"");
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.refusal().code, "reference.unknown");
  EXPECT_THAT(found.refusal().says.ru, HasSubstr("command.it"));
  EXPECT_THAT(found.refusal().allowed.ru, HasSubstr("5а (№ 1), 5б (№ 2)"));
}

TEST_F(References, PeriodsAreFoundByKindAndOrdinal) {
  EXPECT_EQ(*find(NumberKind::kPeriod, R"({"kind": "quarter", "ordinal": 2})"),
            projections::kSecondQuarter.value);
  EXPECT_EQ(refused(NumberKind::kPeriod, R"({"kind": "quarter", "ordinal": 3})"),
            "reference.unknown");
  EXPECT_EQ(refused(NumberKind::kPeriod, R"({"kind": "quarter"})"), "wish.missing_field");
  EXPECT_EQ(refused(NumberKind::kPeriod, R"({"kind": "term", "ordinal": 1})"), "wish.unknown_word");
}

TEST_F(References, PeriodsAreFoundByTheirNames) {
  for (const auto* name : {"\"2 четверть\"", "\"II четверть\"", "\"Четверть 2\"",
                           "\"вторая четверть\"", "\"2-я четверть\"", "\"quarter 2\""}) {
    EXPECT_EQ(*find(NumberKind::kPeriod, name), projections::kSecondQuarter.value) << name;
  }
  EXPECT_EQ(refused(NumberKind::kPeriod, "\"3 четверть\""), "reference.unknown");
  EXPECT_EQ(refused(NumberKind::kPeriod, "\"год\""), "reference.unknown");
  for (const auto* name : {"\"четверть\"", "\"2\"", "\"2 2 четверть\"", "\"5 четверть\"", "\"\"",
                           "\"осенние каникулы\""}) {
    EXPECT_EQ(refused(NumberKind::kPeriod, name), "wish.wrong_type") << name;
  }
}

TEST_F(References, LoadsAndLessonsAreFoundByWhatTheyAreOf) {
  EXPECT_EQ(*find(NumberKind::kLoad, R"({"class": "5а", "subject": "Математика"})"),
            projections::kMathsOfA.value);
  EXPECT_EQ(*find(NumberKind::kLesson, R"({"class": "5а", "subject": "Математика",
                                           "day": "2025-09-01", "bell": 2})"),
            lesson_.value);
  EXPECT_EQ(refused(NumberKind::kLesson, R"({"class": "5а", "subject": "Математика",
                                             "day": "2025-09-01", "bell": 3})"),
            "reference.unknown");
  EXPECT_EQ(refused(NumberKind::kLoad, R"({"class": "5а", "subject": "Математика",
                                           "teacher": "smith"})"),
            "reference.unknown");
}

TEST_F(References, LoadsAndLessonsOfAGroupOfSeveralClassesAreFoundByTheGroup) {
  RecordProperty("requirement", "SET-05");
  const events::GroupNumber choir{3};
  const events::LoadNumber load{5};
  school_.add(projections::kDirector, events::GroupFormed{choir,
                                                          std::nullopt,
                                                          projections::kMathematics,
                                                          {},
                                                          "Факультатив",
                                                          projections::day("2025-09-01")});
  school_.add(projections::kDirector,
              events::LoadAssigned{load, projections::kMaths, projections::kMathematics,
                                   std::nullopt, choir, 100, projections::day("2025-09-01"),
                                   projections::day("2026-05-26")});
  const auto lesson = school_.hold(load, "2025-09-01", 7);
  at_.emplace(school_);
  EXPECT_EQ(*find(NumberKind::kLoad, R"({"group": "факультатив", "subject": "Математика"})"), 5u);
  EXPECT_EQ(*find(NumberKind::kLesson, R"({"group": "Факультатив", "subject": "Математика",
                                           "day": "2025-09-01", "bell": 7})"),
            lesson.value);
  EXPECT_EQ(refused(NumberKind::kLesson, R"({"group": "Факультатив", "subject": "Математика",
                                             "day": "2025-09-01", "bell": 2})"),
            "reference.unknown")
      << "the class's lesson";
  EXPECT_EQ(refused(NumberKind::kLoad, R"({"subject": "Математика"})"), "wish.missing_field");
  EXPECT_EQ(refused(NumberKind::kLoad, R"({"group": "Хор", "subject": "Математика"})"),
            "reference.unknown");
}

TEST_F(References, WhatIsWrittenToTheLetterGoesFirst) {
  school_.add(projections::kDirector, events::SubjectRegistered{{3}, "математика", "М", false});
  at_.emplace(school_);
  EXPECT_EQ(*find(NumberKind::kSubject, "\"Математика\""), projections::kMathematics.value);
  EXPECT_EQ(*find(NumberKind::kSubject, "\"математика\""), 3u);
  EXPECT_EQ(refused(NumberKind::kSubject, "\"МАТЕМАТИКА\""), "reference.ambiguous");
}

TEST_F(References, SeveralThatFitAreToldApart) {
  EXPECT_EQ(refused(NumberKind::kGroup, "\"подгруппа\""), "reference.ambiguous");
  const auto found = find(NumberKind::kGroup, R"({"class": "5а", "name": "Подгруппа"})");
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.refusal().code, "reference.ambiguous");
  EXPECT_THAT(found.refusal().allowed.en, HasSubstr("(№ 1)"));
  EXPECT_THAT(found.refusal().allowed.en, HasSubstr("(№ 2)"));
}

TEST_F(References, AWithdrawnLessonIsNotFound) {
  school_.add(projections::kMaths, events::LessonWithdrawn{lesson_, projections::day("2025-09-01"),
                                                           events::ChangeReason::kEnteredInError});
  at_.emplace(school_);
  EXPECT_EQ(refused(NumberKind::kLesson, R"({"class": "5а", "subject": "Математика",
                                             "day": "2025-09-01", "bell": 2})"),
            "reference.unknown");
}

}  // namespace
}  // namespace letopis::wishes
