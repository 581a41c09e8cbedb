#include "reports/month_names.h"

#include <array>

#include "outcome/invariant.h"

namespace letopis::reports {

using terminal::Text;

std::string_view month_name(terminal::Language language, unsigned month) {
  static constexpr std::array<Text, 12> names = {{{"январь", "January"},
                                                  {"февраль", "February"},
                                                  {"март", "March"},
                                                  {"апрель", "April"},
                                                  {"май", "May"},
                                                  {"июнь", "June"},
                                                  {"июль", "July"},
                                                  {"август", "August"},
                                                  {"сентябрь", "September"},
                                                  {"октябрь", "October"},
                                                  {"ноябрь", "November"},
                                                  {"декабрь", "December"}}};
  INVARIANT(1 <= month && month <= names.size());
  return names[month - 1].in(language);
}

std::string_view weekday_name(terminal::Language language, unsigned weekday) {
  static constexpr std::array<Text, 7> names = {{{"Понедельник", "Monday"},
                                                 {"Вторник", "Tuesday"},
                                                 {"Среда", "Wednesday"},
                                                 {"Четверг", "Thursday"},
                                                 {"Пятница", "Friday"},
                                                 {"Суббота", "Saturday"},
                                                 {"Воскресенье", "Sunday"}}};
  INVARIANT(1 <= weekday && weekday <= names.size());
  return names[weekday - 1].in(language);
}

}  // namespace letopis::reports
