// The school as the chapters of due.h need it, read once for one list: rules by day, years and
// their periods, classes, holders of duties; and the list itself.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "projections/due.h"
#include "projections/duties_reader.h"
#include "projections/expected_lessons.h"
#include "projections/lesson_book.h"
#include "projections/outages.h"
#include "regulations/duties.h"
#include "regulations/school_year.h"
#include "regulations/time_zone.h"

namespace letopis::projections {

struct DueYear {
  events::YearOpened opened;
  regulations::SchoolYear span;
};

// Borrows views and query. One thread.
class DueSchool {
 public:
  DueSchool(const events::ViewReader& views, const DueQuery& query, regulations::TimeZone zone);

  const events::ViewReader& views() const { return views_; }
  const DueQuery& query() const { return query_; }
  const Directory& directory() const { return directory_; }
  const Duties& duties() const { return duties_; }
  const regulations::Calendar& calendar() const { return calendar_; }
  const regulations::TimeZone& zone() const { return zone_; }
  ExpectedLessons& expected() { return expected_; }
  Roll& roll() { return expected_.roll(); }
  events::Day today() const { return today_; }

  // Years that have begun, or begin within the time in which they are prepared; closed ones only
  // where what is done is asked for.
  const std::vector<DueYear>& years() const { return years_; }

  const regulations::Parameters& rules(events::Day day);
  std::optional<regulations::Deadline> deadline_at(events::Day last_in_time,
                                                   std::string clause) const;  // to 24:00
  events::Instant start_of(events::Day day) const { return zone_.instant_of(day, 0); }

  // The lessons recorded of a class in a year up to today; without a class, of groups of several.
  const std::vector<BookedLesson>& book(std::optional<events::ClassNumber> school_class,
                                        const DueYear& year);

  // Open on that day and asked for, by grade and letter.
  std::vector<ClassInfo> classes(events::Day day) const;
  bool asks_for(std::optional<events::ClassNumber> school_class) const;
  bool asks_for(DueKind kind) const { return query_.kinds.empty() || query_.kinds.contains(kind); }
  // Iff the list is everybody's, or that person's.
  bool asks_for(events::PersonNumber person) const {
    return !query_.person || *query_.person == person;
  }

  // Who holds any of the roles on that day; class teachers those of the class.
  std::vector<events::PersonNumber> holders(const std::vector<events::Role>& roles, events::Day day,
                                            std::optional<events::ClassNumber> school_class);

  // Judges the item's lateness and keeps it, if it is asked for. What was stated in time while an
  // outage lasted is not late.
  void add(DueItem item);
  std::vector<DueItem> take();

 private:
  bool is_asked(const DueItem& item) const;
  bool is_in_span(const DueItem& item) const;

  const events::ViewReader& views_;
  const DueQuery& query_;
  const regulations::TimeZone zone_;
  const Directory directory_;
  const Duties duties_;
  const Outages outages_;
  const events::Day today_;
  const regulations::ParameterHistory history_;
  const regulations::Calendar calendar_;
  std::vector<DueYear> years_;
  ExpectedLessons expected_;
  std::map<events::Day, regulations::Parameters> rules_;
  std::map<std::pair<std::uint32_t, events::YearNumber>, std::vector<BookedLesson>> books_;
  std::map<events::Role, std::vector<RoleHeld>> holders_;
  std::vector<DueItem> items_;
};

// The chapters: each adds what is due of its matters.
void add_lesson_duties(DueSchool& school);
void add_period_duties(DueSchool& school);
void add_report_duties(DueSchool& school);
void add_plan_duties(DueSchool& school);
void add_class_duties(DueSchool& school);
void add_control_duties(DueSchool& school);
void add_paper_duties(DueSchool& school);
void add_access_duties(DueSchool& school);
void add_help_duties(DueSchool& school);
void add_document_duties(DueSchool& school);
void add_timetable_duties(DueSchool& school);
void add_setup_duties(DueSchool& school);

}  // namespace letopis::projections
