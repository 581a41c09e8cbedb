// What every report needs at hand while it is made: the school as of the log's size, names, words,
// and the frame that all its sheets share.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "documents/document.h"
#include "projections/directory_reader.h"
#include "regulations/time_zone.h"
#include "reports/names.h"
#include "reports/request.h"

namespace letopis::reports {

// Borrows the source. One thread.
class Desk {
 public:
  // Refuses school.not_described, time_zone.unknown, report.missing (what the report must be told),
  // report.needless (what it cannot be told), report.unknown (a class, subject, person or
  // period that the log does not have), report.group, report.span (no year holds the days), and
  // whatever may_read refuses the source's reader.
  static Result<std::unique_ptr<Desk>> laid(const Source& source, const Request& request);

  const Request& request() const { return request_; }
  const LogState& log() const { return source_.log; }
  const events::ViewReader& views() const { return source_.views; }
  const events::TextSource& texts() const { return source_.texts; }
  const projections::Directory& directory() const { return directory_; }
  const NameBook& names() const { return names_; }
  const regulations::TimeZone& zone() const { return zone_; }
  const events::SchoolDescribed& school() const { return school_; }
  const events::YearOpened& year() const { return year_; }
  events::Position as_of() const { return directory_.as_of(); }
  projections::Interval days() const { return request_.days; }

  terminal::Language language() const { return request_.language; }
  std::string in(std::string_view ru, std::string_view en) const;

  // The class that the request names, as it is called on the last of its days. Requires: it does.
  projections::ClassInfo school_class() const;
  std::string class_name(events::ClassNumber school_class) const;  // "5а"
  // Of the class; of a group of several, that of its first pupil. 0 iff there is none.
  unsigned grade() const;
  std::string subject_name(events::SubjectNumber subject) const;
  std::string subject_short(events::SubjectNumber subject) const;
  std::string group_name(events::GroupNumber group) const;
  std::string day(events::Day day) const;
  std::string moment(events::Instant moment) const;
  std::string year_name() const;  // "2025/26"
  std::string period_text() const;  // «1 четверть 2025/26 учебного года, 01.09.2025 – 24.10.2025»
  // Quarters or half-years of a grade by their first day, then the year if it is declared.
  std::vector<events::PeriodDeclared> periods(unsigned grade) const;

  // Names of those pupils sorted as a journal lists them.
  void sort(std::vector<events::PersonNumber>& people) const;
  // Who held the office on the last of the days: the first of them; empty iff nobody.
  std::optional<events::PersonNumber> holder(events::Role role) const;
  std::optional<events::PersonNumber> class_teacher(events::ClassNumber school_class) const;

  // A sheet with heading, footer and page set-up, without blocks. The class's line is there iff the
  // request names one.
  documents::Sheet sheet(std::string name, std::string title) const;
  documents::Signature signature(std::string_view ru, std::string_view en,
                                 std::optional<events::PersonNumber> person) const;

 private:
  Desk(const Source& source, const Request& request, events::SchoolDescribed school,
       regulations::TimeZone zone, events::YearOpened year);

  const Source source_;
  const Request request_;
  const projections::Directory directory_;
  const NameBook names_;
  const events::SchoolDescribed school_;
  const regulations::TimeZone zone_;
  const events::YearOpened year_;
};

}  // namespace letopis::reports
