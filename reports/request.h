// Which report of what, and as of which log: all that a sheet is determined by.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "events/commitment.h"
#include "events/views.h"
#include "projections/interval.h"
#include "reports/report.h"
#include "signing/digest.h"

namespace letopis::reports {

struct Request {
  Report report = {};
  std::optional<events::ClassNumber> school_class = {};
  std::optional<events::GroupNumber> group = {};  // whose journal of its own is meant
  std::optional<events::SubjectNumber> subject = {};
  std::optional<events::PersonNumber> person = {};
  std::optional<events::PeriodNumber> period = {};   // whose marks are meant; empty: the year's
  projections::Interval days = {};                   // of lessons; within one academic year
  std::optional<events::PersonNumber> made_by = {};  // who asked for it
  terminal::Language language = terminal::Language::kRussian;
  bool operator==(const Request&) const = default;
};

// As what the log is read. `moment`: when the last of those entries was recorded, so that a sheet
// made again says the same; a report on what is due judges by it.
struct LogState {
  std::string origin;
  std::uint64_t size = 0;
  signing::Digest root;
  events::Instant moment;
  bool operator==(const LogState&) const = default;
};

// Who asks, and when: rights are those of that day, whatever the sheet shows.
struct Reader {
  events::PersonNumber person;
  events::Instant now;
};

// Borrowed while a report is made. One thread.
struct Source {
  const events::ViewReader& views;
  const events::TextSource& texts;
  LogState log;
  std::optional<Reader> reader = {};  // empty: the owner of the log's folder, who can read it all
};

}  // namespace letopis::reports
