// A school as one request sees it: one snapshot of its log, one reader, one moment.
#pragma once

#include <functional>
#include <memory>

#include "hosting/school.h"
#include "rules/school_now.h"
#include "wishes/sight.h"

namespace letopis::hosting {

// Borrows the school. One thread.
class Visit {
 public:
  Visit(const School& school, events::PersonNumber reader);
  Visit(const Visit&) = delete;
  Visit& operator=(const Visit&) = delete;

  events::PersonNumber reader() const { return desk_.author; }
  const ledger::Snapshot& log() const { return *log_; }
  const rules::SchoolNow& now() const { return now_; }
  const wishes::Desk& desk() const { return desk_; }
  const wishes::Sight& sight() const { return sight_; }
  const projections::Directory& directory() const { return now_.directory(); }
  const events::TextSource& texts() const { return texts_; }

 private:
  const std::unique_ptr<ledger::Snapshot> log_;
  const events::TextSource& texts_;
  const rules::SchoolNow now_;
  const wishes::Logins logins_;  // people are called by number or name here
  const wishes::Desk desk_;
  const std::function<events::Position(events::Instant)> size_at_;
  const wishes::Sight sight_;
};

}  // namespace letopis::hosting
