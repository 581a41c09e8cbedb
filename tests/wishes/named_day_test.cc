#include "wishes/named_day.h"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "wishes/small_desk.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;
using projections::day;
using projections::kDirector;
using projections::kFifthA;
using projections::kFifthB;

// 5а became 6а, 5б ended, and there is another 5а.
class NamedDay : public testing::Test {
 protected:
  NamedDay() {
    school_.add(kDirector,
                events::YearOpened{{2}, 2026, day("2026-09-01"), day("2027-05-25"), std::nullopt});
    school_.add(kDirector, events::ClassPromoted{kFifthA, {2}, 6, {}});
    school_.add(kDirector, events::ClassClosed{kFifthB, day("2026-06-30"), std::nullopt});
    school_.add(kDirector, events::ClassOpened{{3}, {2}, 5, "а"});
    school_.set_clock("2026-11-24", 9);
  }
  std::string asked(std::string_view query) {
    const SmallDesk at(school_);
    const auto from = json::parse(query).as_object();
    const Desk desk = on_named_day(from, at.desk());
    const auto number = resolve(events::NumberKind::kClass, from.at("class"), "class", desk);
    return number ? std::to_string(*number) : number.refusal().code;
  }
  projections::SmallSchool school_;
};

TEST_F(NamedDay, IsTheOneAskedAboutSoThatClassesHaveTheNamesOfThen) {
  RecordProperty("requirement", "SET-07");
  EXPECT_EQ(asked(R"({"class": "5а"})"), "3");
  EXPECT_EQ(asked(R"({"class": "5а", "from": "2025-09-01", "to": "2026-05-26"})"), "1");
  EXPECT_EQ(asked(R"({"class": "5а", "day": "2026-05-26"})"), "1");
  EXPECT_EQ(asked(R"({"class": "5а", "from": "2026-03-11"})"), "1");
  EXPECT_EQ(asked(R"({"class": "5а", "period": 1})"), "1");
  EXPECT_EQ(asked(R"({"class": "5а", "year": 1})"), "1");
  EXPECT_EQ(asked(R"({"class": "5а", "year": 2025})"), "1");
  EXPECT_EQ(asked(R"({"class": "5а", "year": "2025/26"})"), "1");
  EXPECT_EQ(asked(R"({"class": "6а"})"), "1");
  EXPECT_EQ(asked(R"({"class": "6а", "to": "2026-05-26"})"), "1");  // nobody was 6а then
  EXPECT_EQ(asked(R"({"class": "7а", "to": "2026-05-26"})"), "reference.unknown");
  EXPECT_EQ(asked(R"({"class": "5б"})"), "reference.unknown");
  EXPECT_EQ(asked(R"({"class": "5б", "day": "2026-06-29"})"), "2");
}

TEST_F(NamedDay, IsNeverAfterToday) {
  EXPECT_EQ(asked(R"({"class": "5а", "to": "2027-05-25"})"), "3");
  EXPECT_EQ(asked(R"({"class": "5а", "year": 2})"), "3");
}

TEST_F(NamedDay, LeavesWhatDoesNotReadToTheReadingOfTheQuery) {
  EXPECT_EQ(asked(R"({"class": "5а", "to": 7, "day": "yesterday", "period": {}, "year": "soon"})"),
            "3");
}

}  // namespace
}  // namespace letopis::wishes
