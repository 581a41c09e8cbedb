// An opening of the printed journal: on the left pupils × lessons with marks and absences under
// months and dates, on the right each lesson's date, topic and homework.
//
//   left                                   right
//     №  Фамилия, имя │ сентябрь │ 1 ч       Дата │ Тема урока │ Домашнее задание
//                     │ 02 04 07 │           02.09│ …          │ …
//      1 Абрамова А.  │ 4  н  5  │ 4         04.09│ …          │ …
#pragma once

#include <vector>

#include "projections/journal_page.h"
#include "reports/desk.h"

namespace letopis::reports {

// Borrows the desk; remembers the order of names. One thread.
class JournalSpreads {
 public:
  explicit JournalSpreads(const Desk& desk) : desk_(desk) {}

  // Left and right sheets in turn, at most kLessonsOnSpread lessons on each pair, no pair reaching
  // over a period's end; its mark stands after its last lesson, the year's after the last period's.
  // Empty where no lesson was recorded and no period mark given.
  std::vector<documents::Sheet> of(const projections::Place& place, const std::string& name);

 private:
  struct Spread {
    std::vector<std::size_t> columns;  // indices into the page's
    std::vector<events::PeriodDeclared> closes;
  };

  std::vector<Spread> cut(const projections::JournalPage& page,
                          const projections::Place& place) const;
  documents::Sheet left(const projections::JournalPage& page, const Spread& spread,
                        const std::string& name) const;
  documents::Sheet right(const projections::JournalPage& page, const Spread& spread,
                         const std::string& name) const;
  void lay_columns(const projections::JournalPage& page, const Spread& spread,
                   documents::Table& table) const;
  documents::Row pupil_row(const projections::JournalPage& page, const Spread& spread,
                           std::size_t pupil, std::size_t line) const;

  const Desk& desk_;
};

}  // namespace letopis::reports
