#include "intake/number_format.h"

#include <gtest/gtest.h>

namespace letopis::intake {
namespace {

std::string as(double number, std::string_view code, FirstDay first = FirstDay::k1900) {
  return shown(number, spelled_format(code), first).value_or("none");
}

TEST(NumberFormat, DaysAreTheSameWhateverTheirFormat) {
  for (const std::string_view code :
       {"dd.mm.yyyy", "yyyy-mm-dd;@", "[$-419]d mmmm yyyy\" г.\"", "DD/MM/YY", "m/d/yyyy"}) {
    EXPECT_EQ(as(40'972, code), "2012-03-04") << code;
  }
  EXPECT_EQ(shown(40'972, built_in_format(14), FirstDay::k1900), "2012-03-04");
}

TEST(NumberFormat, TheDayThatNeverWasIsNoDay) {
  EXPECT_EQ(as(1, "dd.mm.yyyy"), "1900-01-01");
  EXPECT_EQ(as(59, "dd.mm.yyyy"), "1900-02-28");
  EXPECT_EQ(as(60, "dd.mm.yyyy"), "none");
  EXPECT_EQ(as(61, "dd.mm.yyyy"), "1900-03-01");
  EXPECT_EQ(as(0, "dd.mm.yyyy", FirstDay::k1904), "1904-01-01");
  EXPECT_EQ(as(2'958'465, "dd.mm.yyyy"), "9999-12-31");
  EXPECT_EQ(as(2'958'466, "dd.mm.yyyy"), "none");
  EXPECT_EQ(as(1e300, "dd.mm.yyyy"), "none");
  EXPECT_EQ(as(-1, "dd.mm.yyyy"), "none");
}

TEST(NumberFormat, TimesAreShownToTheMinute) {
  EXPECT_EQ(as(8.5 / 24, "hh:mm"), "08:30");
  EXPECT_EQ(as(0.999999, "h:mm:ss"), "00:00");
  EXPECT_EQ(as(40'972.25, "dd.mm.yyyy hh:mm"), "2012-03-04 06:00");
  EXPECT_EQ(as(40'972.999999, "dd.mm.yyyy hh:mm"), "2012-03-05");
}

TEST(NumberFormat, NumbersComeAsPeopleSeeThem) {
  EXPECT_EQ(as(79'121'234'567, "General"), "79121234567");
  EXPECT_EQ(as(79'121'234'567, "0"), "79121234567");
  EXPECT_EQ(as(7, "000"), "007");
  EXPECT_EQ(as(0.1 + 0.2, "General"), "0.3");
  EXPECT_EQ(as(-12.5, "0.00"), "-12.5");
  EXPECT_EQ(as(5, "\"дней \"0"), "5");
  EXPECT_EQ(as(5, "0.00E+00"), "5");
}

}  // namespace
}  // namespace letopis::intake
