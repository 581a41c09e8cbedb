// What a report is asked of, as parameters of an address.
#pragma once

#include <boost/json/object.hpp>

#include "hosting/visit.h"
#include "reports/request.h"
#include "wishes/form.h"

namespace letopis::api {

// References as wishes have them (wishes/references.h).
struct AskReport {
  std::optional<events::ClassNumber> school_class;
  std::optional<events::GroupNumber> group;
  std::optional<events::SubjectNumber> subject;
  std::optional<events::PersonNumber> pupil;
  std::optional<events::PersonNumber> teacher;
  std::optional<events::PeriodNumber> period;
  std::optional<events::YearNumber> year;
  std::optional<events::Day> first;
  std::optional<events::Day> last;
  std::optional<events::Instant> as_of;
  std::optional<events::Position> size;  // of the log; instead of a moment
};

// Its schema, as that of a query.
boost::json::object report_schema();

struct ReportWish {
  reports::Request request;
  reports::LogState log;
};

// Without a span: the period's, else the academic year's, which without a name is that of the day.
// A pupil's class need not be named. Refuses what wishes/reading.h refuses, report.unknown,
// report.size (nothing was known at that moment, or the log has no such size; or both are named)
// and report.no_year.
Result<ReportWish> read_report(const std::string& key, const boost::json::object& from,
                               const hosting::Visit& visit, const hosting::School& school,
                               terminal::Language language);

}  // namespace letopis::api

namespace letopis::wishes {

template <>
struct Form<api::AskReport> {
  static constexpr std::string_view kName = "report";
  static constexpr Text kTells{"Отчёт.", "A report."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("class", self.school_class);
    visit("group", self.group);
    visit("subject", self.subject);
    visit("pupil", self.pupil);
    visit("teacher", self.teacher);
    visit("period", self.period);
    visit("year", self.year);
    visit("from", self.first);
    visit("to", self.last);
    visit("as_of", self.as_of);
    visit("size", self.size);
  }
};

}  // namespace letopis::wishes
