#include "intake/person_cells.h"

#include <gtest/gtest.h>

#include "intake/days.h"
#include "regulations/civil_day.h"

namespace letopis::intake {
namespace {

events::Day day(std::string_view iso) { return *regulations::parse_iso(iso); }

TEST(PersonCells, NamesHaveLettersAndTheSignsOfNames) {
  for (const std::string_view one :
       {"Иванов", "Петрова-Водкина", "д'Артаньян", "Оглы (Алиев)", "Smith", "Мамедов оглы", "Ли"}) {
    EXPECT_TRUE(is_name(one)) << one;
  }
  for (const std::string_view one :
       {"", "-", "Иванов2", "=Иванов", "a@b", "Иванов;", "<b>", "..."}) {
    EXPECT_FALSE(is_name(one)) << one;
  }
  EXPECT_TRUE(is_name(std::string(kMaxNameBytes, 'a')));
  EXPECT_FALSE(is_name(std::string(kMaxNameBytes + 1, 'a')));
}

TEST(PersonCells, TelephonesHaveFiveToFifteenDigits) {
  for (const std::string_view one : {"+7 (912) 123-45-67", "89121234567", "2-34-56"}) {
    EXPECT_TRUE(is_phone(one)) << one;
  }
  for (const std::string_view one : {"1234", "1234567890123456", "12345 доб. 6", "нет", "+-()"}) {
    EXPECT_FALSE(is_phone(one)) << one;
  }
}

TEST(PersonCells, AddressesOfMailHaveTheirShape) {
  for (const std::string_view one : {"a@b.ru", "anna.k+x@mail.example.org", "анна@почта.рф"}) {
    EXPECT_TRUE(is_email(one)) << one;
  }
  for (const std::string_view one :
       {"@b.ru", "a@", "a@b", "a@.ru", "a@b.ru.", "a@b..ru", "a b@c.ru", "a@b@c.ru",
        "a@b.ru;c@d.ru", "<a@b.ru>", "a\u00A0b@c.ru", ""}) {
    EXPECT_FALSE(is_email(one)) << one;
  }
  EXPECT_FALSE(is_email(std::string(kMaxEmailBytes, 'a') + "@b.ru"));
}

TEST(PersonCells, LoginsAreThoseOfTheJournal) {
  for (const std::string_view one : {"ivanov.i_1-x", "Ivanov", "a"})
    EXPECT_TRUE(is_login(one)) << one;
  for (const std::string_view one :
       {"", "1a", ".a", "иванов", "a b", "a;b", "a\nb", "a@b.ru", "founder", "Founder"}) {
    EXPECT_FALSE(is_login(one)) << one;
  }
  EXPECT_TRUE(is_login(std::string(kMaxLoginBytes, 'a')));
  EXPECT_FALSE(is_login(std::string(kMaxLoginBytes + 1, 'a')));
}

TEST(PersonCells, DaysAreReadAsPeopleTypeThem) {
  for (const std::string_view one : {"2012-03-04", "04.03.2012", "4.3.2012", "04/03/2012"}) {
    EXPECT_EQ(day_typed(one), day("2012-03-04")) << one;
  }
  for (const std::string_view one :
       {"30.02.2012", "29.02.2013", "4.3.12", "2012.03.04", "4 марта 2012", "32.1.2012",
        "1.13.2012", "", "40972", "04.03.2012 г.", "+4.3.2012", "004.3.2012"}) {
    EXPECT_FALSE(day_typed(one)) << one;
  }
}

TEST(PersonCells, AgeGrowsOnTheBirthday) {
  EXPECT_EQ(age_on(day("2012-03-04"), day("2025-03-03")), 12);
  EXPECT_EQ(age_on(day("2012-03-04"), day("2025-03-04")), 13);
  EXPECT_EQ(age_on(day("2012-02-29"), day("2025-02-28")), 12);
  EXPECT_EQ(age_on(day("2012-02-29"), day("2025-03-01")), 13);
  EXPECT_EQ(age_on(day("2025-03-04"), day("2025-03-04")), 0);
}

}  // namespace
}  // namespace letopis::intake
