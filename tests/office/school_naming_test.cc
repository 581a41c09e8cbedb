#include "office/school_naming.h"

#include <gtest/gtest.h>

#include "projections/small_school.h"
#include "terminal/fact_story.h"

namespace letopis::office {
namespace {

constexpr auto kRussian = terminal::Language::kRussian;

constexpr events::PersonNumber kMaria{7};

events::Commitment commitment(unsigned char first) {
  events::Commitment text;
  text.digest.bytes[0] = std::byte{first};
  return text;
}

// The texts of one person.
class OnePersonsNames final : public events::TextSource {
 public:
  std::optional<std::string> find(events::PersonNumber about,
                                  const events::Commitment& text) const override {
    if (about != kMaria) return std::nullopt;
    return text == commitment(1) ? "Иванова" : "Мария";
  }
};

TEST(SchoolNaming, AMarkIsToldWithTheNamesOfTheSchool) {
  projections::SmallSchool school;
  school.add(projections::kDirector,
             events::PersonRegistered{kMaria,
                                      {{events::PersonField::kFamilyName, commitment(1)},
                                       {events::PersonField::kGivenName, commitment(2)}}});
  const auto lesson = school.hold(projections::kMathsOfA, "2025-09-02", 1);
  const projections::Directory directory(school.views());
  const OnePersonsNames texts;
  const reports::NameBook names(directory, texts, kRussian);
  const SchoolNaming naming(directory, names, kRussian);
  events::MarkGiven fact;
  fact.lesson = lesson;
  fact.pupil = kMaria;
  fact.ordinal = 1;
  fact.value = events::MarkValue::kFour;
  EXPECT_EQ(terminal::tell_briefly(fact, {kRussian, &naming}),
            "Отметка: урок № 1 (Математика, 5а, 02.09.2025), ученик Иванова Мария, отметка «4»");
  EXPECT_EQ(naming.school_class(projections::kFifthA), "5а");
  EXPECT_EQ(naming.subject(projections::kForeign), "Иностранный язык");
}

TEST(SchoolNaming, WhatTheSchoolDoesNotKnowHasNoName) {
  const projections::SmallSchool school;
  const projections::Directory directory(school.views());
  const OnePersonsNames texts;
  const reports::NameBook names(directory, texts, kRussian);
  const SchoolNaming naming(directory, names, kRussian);
  EXPECT_EQ(naming.lesson({9}), std::nullopt);
  EXPECT_EQ(naming.school_class({9}), std::nullopt);
  EXPECT_EQ(naming.subject({9}), std::nullopt);
  EXPECT_EQ(naming.person({0}), "основатель");
  EXPECT_EQ(naming.person(projections::kAnna), "№ 4");
  EXPECT_EQ(terminal::tell_lesson({9}, {kRussian, &naming}), "№ 9");
}

}  // namespace
}  // namespace letopis::office
