// Feeds of the real program, taken as a phone takes them, read by ical.js and by khal.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "foreign/served_school.h"

namespace letopis::foreign {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

class ForeignCalendars : public testing::Test {
 protected:
  // What ical.js reads at that address; null iff it is not given.
  json::value read(const std::string& token, const std::string& query = "") const {
    return ran("calendar.mjs",
               {served_school().url + "/calendar/" + token + ".ics" + query, file_.string()});
  }

  const office::ScratchDirectory scratch_{"letopis-feed"};
  const fs::path file_ = scratch_.path() / "feed.ics";
};

TEST_F(ForeignCalendars, IcalJsReadsAPupilsLessons) {
  const auto told = read(served_school().pupil_feed);
  ASSERT_TRUE(told.is_object());
  EXPECT_EQ(told.at("type").as_string(), "text/calendar; charset=utf-8");
  EXPECT_EQ(told.at("again").to_number<int>(), 304);
  const auto& events = told.at("events").as_array();
  EXPECT_GT(events.size(), 60U);
  std::set<std::string> uids;
  for (const auto& one : events) {
    uids.insert(std::string(one.at("uid").as_string()));
    EXPECT_FALSE(one.at("summary").as_string().empty());
    if (one.at("uid").as_string().starts_with("lesson-")) {
      EXPECT_GE(one.at("minutes").to_number<int>(), 20);
      EXPECT_LE(one.at("minutes").to_number<int>(), 60);
    }
  }
  EXPECT_EQ(uids.size(), events.size());
}

TEST_F(ForeignCalendars, ATeachersAndAClasssAreOtherLessons) {
  const auto pupils = read(served_school().pupil_feed);
  const auto teachers = read(served_school().teacher_feed);
  ASSERT_TRUE(pupils.is_object() && teachers.is_object());
  EXPECT_NE(pupils.at("events"), teachers.at("events"));
  const auto of_class = read(served_school().teacher_feed, "?class=5%D0%B0");
  ASSERT_TRUE(of_class.is_object());
  EXPECT_FALSE(of_class.at("events").as_array().empty());
  EXPECT_TRUE(read(served_school().teacher_feed, "?class=99%D1%8F").is_null());
}

TEST_F(ForeignCalendars, AnotherTokenOpensNothing) {
  EXPECT_TRUE(read(std::string(43, 'A')).is_null());
  EXPECT_TRUE(read(served_school().pupil_password).is_null());
}

TEST_F(ForeignCalendars, KhalTakesAFeedIn) {
  if (std::system("command -v khal >/dev/null") != 0) GTEST_SKIP() << "there is no khal here";
  ASSERT_TRUE(read(served_school().pupil_feed).is_object());
  const fs::path place = scratch_.path() / "khal";
  fs::create_directories(place / "calendar");
  std::ofstream(place / "config") << "[calendars]\n[[school]]\npath = "
                                  << (place / "calendar").string()
                                  << "\n[locale]\nlocal_timezone = Europe/Moscow\n"
                                     "default_timezone = Europe/Moscow\ndateformat = %Y-%m-%d\n"
                                     "timeformat = %H:%M\nlongdateformat = %Y-%m-%d\n"
                                     "datetimeformat = %Y-%m-%d %H:%M\n"
                                     "longdatetimeformat = %Y-%m-%d %H:%M\n"
                                     "[sqlite]\npath = "
                                  << (place / "khal.db").string() << "\n";
  const std::string khal = "LC_ALL=C.UTF-8 khal --config '" + (place / "config").string() + "' ";
  ASSERT_EQ(std::system((khal + "import --batch '" + file_.string() + "' >/dev/null").c_str()), 0);
  const fs::path listed = place / "listed.txt";
  ASSERT_EQ(std::system((khal + "list --format '{start-time} {title}' 2026-03-11 1d > '" +
                         listed.string() + "'")
                            .c_str()),
            0);
  std::ifstream lines(listed);
  std::string line;
  unsigned lessons = 0;
  while (std::getline(lines, line)) lessons += line.find(':') == 2 ? 1 : 0;
  EXPECT_GE(lessons, 4U);
}

}  // namespace
}  // namespace letopis::foreign
