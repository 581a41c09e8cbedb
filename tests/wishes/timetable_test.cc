// The timetable ahead, in a diary and by itself: as a small school's people see it.
#include <gmock/gmock.h>

#include <boost/json/serialize.hpp>

#include "projections/taught_school.h"
#include "wishes/moment.h"
#include "wishes/queries.h"
#include "wishes/small_desk.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;
using projections::kAnna;
using projections::kEnglish;
using projections::kEnglishFirst;
using projections::kEnglishSecond;
using projections::kMaths;
using projections::kMathsOfA;
using projections::kMonday;
using projections::kTuesday;
using projections::kVera;
using projections::TaughtSchool;

constexpr const char* kNextWeek = R"("from": "2025-09-08", "to": "2025-09-14")";
constexpr events::PersonNumber kMother{7};  // of Anna

class NoTexts : public events::TextSource {
 public:
  std::optional<std::string> find(events::PersonNumber, const events::Commitment&) const override {
    return std::nullopt;
  }
};

class Timetable : public testing::Test {
 protected:
  Timetable() {
    school_.timetable(
        "2025-09-01", "2025-10-24",
        {TaughtSchool::slot(kMathsOfA, kMonday, 2), TaughtSchool::slot(kEnglishFirst, kMonday, 3),
         TaughtSchool::slot(kEnglishSecond, kMonday, 1),
         TaughtSchool::slot(kMathsOfA, kTuesday, 1)});
    school_.set_clock("2025-09-05", 12);
  }
  Result<json::object> ask(std::string_view query, events::PersonNumber reader) {
    const SmallDesk at(school_, reader);
    const std::function<events::Position(events::Instant)> size_at =
        [this](events::Instant moment) {
          std::uint64_t size = 0;
          for (const auto& event : school_.log()) size += event.recorded <= moment ? 1 : 0;
          return events::Position{size};
        };
    return answer_query(json::parse(query).as_object(), "query", {at.desk(), texts_, size_at});
  }
  // "2025-09-08 2:Мат 3:Анг" of each day; what is cancelled in brackets.
  static std::string told(const json::array& days, std::string_view field) {
    std::string out;
    for (const auto& day : days) {
      out += (out.empty() ? "" : "; ") + std::string(day.at("day").as_string());
      const auto* lessons = day.as_object().if_contains(field);
      if (lessons == nullptr) continue;
      for (const auto& lesson : lessons->as_array()) {
        std::string one = std::to_string(lesson.at("bell").to_number<int>()) + ":" +
                          std::string(lesson.at("subject").as_string()).substr(0, 6);
        out += lesson.as_object().contains("cancelled") ? " (" + one + ")" : " " + one;
      }
    }
    return out;
  }
  std::string planned(std::string_view span, events::PersonNumber pupil) {
    const auto diary = ask(R"({"show": "diary", "pupil": "me", )" + std::string(span) + "}", pupil);
    return diary ? told(diary->at("days").as_array(), "planned") : diary.refusal().code;
  }
  std::string shown(const std::string& whose, events::PersonNumber reader) {
    const auto answered = ask(R"({"show": "timetable")" + whose + "}", reader);
    return answered ? told(answered->at("days").as_array(), "lessons") : answered.refusal().code;
  }

  TaughtSchool school_;
  const NoTexts texts_;
};

TEST_F(Timetable, StandsInADiaryForDaysAhead) {
  RecordProperty("requirement", "DRY-01");
  EXPECT_EQ(planned(kNextWeek, kAnna), "2025-09-08 2:Мат 3:Ино; 2025-09-09 1:Мат");
  EXPECT_EQ(planned(kNextWeek, kVera), "2025-09-08 1:Ино 2:Мат; 2025-09-09 1:Мат");
}

TEST_F(Timetable, SaysWhenTheBellRingsInTheSchoolsTimeZone) {
  RecordProperty("requirement", "DRY-01");
  const auto diary = ask(R"({"show": "diary", "pupil": "anna", "from": "2025-09-09",
                             "to": "2025-09-09"})",
                         kAnna);
  ASSERT_TRUE(diary.has_value());
  const auto& lesson = diary->at("days").at(0).at("planned").at(0);
  EXPECT_EQ(lesson.at("starts"), json::value("2025-09-09T08:30:00+03:00"));
  EXPECT_EQ(lesson.at("ends"), json::value("2025-09-09T09:15:00+03:00"));
  EXPECT_EQ(lesson.at("class"), json::value("5а"));
  EXPECT_EQ(lesson.at("teacher"), json::value(kMaths.value));
}

TEST_F(Timetable, ALessonThatWasHeldIsPlannedNoMore) {
  RecordProperty("requirement", "DRY-01");
  school_.set_clock("2025-09-08", 10);
  school_.hold(kMathsOfA, "2025-09-08", 2);
  EXPECT_EQ(planned(R"("from": "2025-09-08", "to": "2025-09-08")", kAnna), "2025-09-08 3:Ино");
}

TEST_F(Timetable, ShowsChangesAndSubstitutionsAsSoonAsTheyAreKnown) {
  RecordProperty("requirement", "SET-09");
  const auto before = school_.now();
  school_.change(kMathsOfA, "2025-09-08", 2, kEnglishFirst);
  school_.change(kMathsOfA, "2025-09-09", 1, std::nullopt);
  school_.substitute(kEnglishFirst, kMaths, "2025-09-08", "2025-09-08");
  EXPECT_EQ(planned(kNextWeek, kAnna), "2025-09-08 (2:Мат) 2:Ино 3:Ино; 2025-09-09 (1:Мат)");
  EXPECT_EQ(shown(std::string(R"(, "class": "5а", )") + kNextWeek, kAnna),
            "2025-09-08 1:Ино (2:Мат) 2:Ино 3:Ино; 2025-09-09 (1:Мат)");
  const auto lessons = ask(R"({"show": "timetable", "class": "5а", "from": "2025-09-08"})", kAnna)
                           ->at("days")
                           .at(0)
                           .at("lessons");
  EXPECT_EQ(lessons.at(2).at("instead_of"), json::value("Математика"));
  EXPECT_EQ(lessons.at(2).at("teacher"), json::value(kMaths.value));
  EXPECT_EQ(lessons.at(2).at("substitution"), json::value(1));
  const SmallDesk desk(school_);
  const auto then = print_moment(before, desk.desk().school.zone());
  EXPECT_EQ(shown(R"(, "class": "5а", "from": "2025-09-09", "as_of": ")" + then + '"', kAnna),
            "2025-09-09 1:Мат; 2025-09-15 1:Ино 2:Мат 3:Ино");
}

TEST_F(Timetable, IsOnesOwnForAWeekUnlessSaidOtherwise) {
  RecordProperty("requirement", "DRY-01");
  EXPECT_EQ(shown("", kAnna), "2025-09-08 2:Мат 3:Ино; 2025-09-09 1:Мат");
  EXPECT_EQ(shown("", kMaths), "2025-09-08 2:Мат; 2025-09-09 1:Мат");
  EXPECT_EQ(shown(R"(, "class": "5а", "teacher": "smith")", kMaths), "2025-09-08 1:Ино 3:Ино");
  EXPECT_EQ(shown(R"(, "group": 1)", kMaths), "2025-09-08 3:Ино");
  EXPECT_EQ(shown("", projections::kDirector), "query.whose");
}

TEST_F(Timetable, OfAPupilIsForThoseWhoMayKnowWhereThePupilIs) {
  RecordProperty("requirement", "ACC-04");
  school_.add(projections::kDirector, events::PersonRegistered{kMother, {}});
  school_.add(projections::kDirector,
              events::GuardianLinked{kAnna, kMother, events::Relation::kMother});
  EXPECT_EQ(shown("", kMother), "2025-09-08 2:Мат 3:Ино; 2025-09-09 1:Мат");
  EXPECT_EQ(shown(R"(, "pupil": "anna")", kEnglish), shown("", kMother));
  EXPECT_EQ(shown(R"(, "pupil": "boris")", kMother), "reading.out_of_reach");
  EXPECT_EQ(shown(R"(, "class": "5а", "pupil": "boris")", kAnna), "reading.out_of_reach");
}

TEST_F(Timetable, ThePsychologistsSessionsAreForTheFamily) {
  RecordProperty("requirement", "ACC-12");
  constexpr events::GroupNumber sessions{3};
  constexpr events::LoadNumber load{5};
  const auto first = projections::day("2025-09-01");
  school_.add(projections::kDirector,
              events::GroupFormed{sessions, projections::kFifthA, projections::kForeign,
                                  events::GroupKind::kPsychologist, "занятия", first});
  school_.add(projections::kDirector, events::GroupJoined{sessions, kAnna, first});
  school_.add(projections::kDirector,
              events::LoadAssigned{load, kEnglish, projections::kForeign, projections::kFifthA,
                                   sessions, 100, first, projections::day("2026-05-26")});
  school_.timetable("2025-09-01", "2025-10-24", {TaughtSchool::slot(load, kTuesday, 4)});
  const auto of_class = std::string(R"(, "class": "5а", )") + kNextWeek;
  EXPECT_THAT(planned(kNextWeek, kAnna), testing::HasSubstr("4:Ино"));
  EXPECT_THAT(shown(of_class, kEnglish), testing::HasSubstr("4:Ино"));
  EXPECT_THAT(shown(of_class, kVera), testing::Not(testing::HasSubstr("4:Ино")));
  EXPECT_THAT(shown(of_class, kMaths), testing::Not(testing::HasSubstr("4:Ино")));
}

TEST_F(Timetable, ASpanHasALimit) {
  EXPECT_EQ(shown(R"(, "class": "5а", "to": "9999-12-31")", kAnna), "query.too_long");
  EXPECT_EQ(shown(R"(, "class": "5а", "to": "2025-09-04")", kAnna), "query.span");
  EXPECT_EQ(planned(R"("from": "2025-10-20", "to": "9999-12-31")", kAnna),
            "2025-10-20 2:Мат 3:Ино; 2025-10-21 1:Мат");
}

}  // namespace
}  // namespace letopis::wishes
