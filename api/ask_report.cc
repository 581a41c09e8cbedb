#include "api/ask_report.h"

#include <fmt/format.h>

#include "signing/tile_tree.h"
#include "wishes/describing.h"
#include "wishes/named_day.h"
#include "wishes/reading.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

Result<AskReport> read(const json::object& from, const hosting::Visit& visit) {
  wishes::Secrets no_secrets([](auto) {});
  AskReport ask;
  const auto desk = wishes::on_named_day(from, visit.desk());
  wishes::Reading reading("report", from, "query", desk, no_secrets);
  wishes::visit_form(ask, reading);
  if (auto done = reading.end(); !done) return done.refusal();
  return ask;
}

Refusal no_size(std::uint64_t size) {
  return {"report.size",
          {fmt::format("такого размера у журнала событий не было; теперь в нём {} записей", size),
           fmt::format("the log never had that size; now it has {} entries", size)}};
}

Result<reports::LogState> log_state(const AskReport& ask, const hosting::Visit& visit,
                                    const hosting::School& school) {
  if (ask.size && ask.as_of) {
    return Refusal{"report.size",
                   {"названы и момент, и размер", "both a moment and a size are named"}};
  }
  if (ask.size && visit.log().size() < ask.size->value) return no_size(visit.log().size());
  const auto size = ask.size    ? ask.size->value
                    : ask.as_of ? visit.log().size_at(*ask.as_of)
                                : visit.log().size();
  if (size == 0) {
    return Refusal{"report.size",
                   {"в этот момент в журнале событий ещё ничего не было",
                    "at that moment there was nothing in the log yet"}};
  }
  const auto last = visit.log().event({size - 1});
  if (!last) return last.refusal();
  return reports::LogState{school.profile().origin, size,
                           signing::root_at(size, visit.log().tree()), last->recorded};
}

// The year that is named, else the one that holds the day, or else the one opened last.
Result<events::YearOpened> year_of(const AskReport& ask, events::Day day,
                                   const projections::Directory& directory) {
  std::optional<events::YearOpened> found;
  if (ask.year) {
    if (const auto named = directory.declared<events::YearOpened>(*ask.year)) return named->fact;
  }
  for (const auto& year : directory.years()) {
    found = year;
    if (year.first_day <= day && day <= year.last_day) break;
  }
  if (found) return *found;
  return Refusal{"report.no_year", {"учебный год ещё не открыт", "no academic year is open yet"}};
}

}  // namespace

json::object report_schema() {
  wishes::Describing describing("report");
  const AskReport ask;
  wishes::visit_form(ask, describing);
  return describing.end();
}

Result<ReportWish> read_report(const std::string& key, const json::object& from,
                               const hosting::Visit& visit, const hosting::School& school,
                               terminal::Language language) {
  const auto report = reports::report_named(key);
  if (!report) return report.refusal();
  const auto ask = read(from, visit);
  if (!ask) return ask.refusal();
  auto log = log_state(*ask, visit, school);
  if (!log) return log.refusal();
  const auto day = ask->first.value_or(visit.now().day_of(log->moment));
  const auto year = year_of(*ask, day, visit.directory());
  if (!year) return year.refusal();

  reports::Request request;
  request.report = *report;
  request.school_class = ask->school_class;
  request.group = ask->group;
  request.subject = ask->subject;
  request.person = ask->pupil ? ask->pupil : ask->teacher;
  request.days = {year->first_day, year->last_day};
  request.made_by = visit.reader();
  request.language = language;
  if (ask->pupil && !ask->school_class &&
      reports::row_of(*report).school_class != reports::Ask::kNo) {
    request.school_class = visit.directory().class_of(*ask->pupil, request.days.last);
  }
  if (ask->period) {
    const auto period = visit.directory().declared<events::PeriodDeclared>(*ask->period);
    if (period) {
      request.period = ask->period;
      request.days = {period->fact.first_day, period->fact.last_day};
    }
  }
  if (ask->first) request.days.first = *ask->first;
  if (ask->last) request.days.last = *ask->last;
  return ReportWish{request, std::move(*log)};
}

}  // namespace letopis::api
