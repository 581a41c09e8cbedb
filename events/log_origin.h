// Under which name a log stands: a fold over two facts, shared by the ledger and by every verifier.
//
//   log_started            log_continued            log_continued
//   origin A ── entries ── origin B ── entries ──── origin C ── entries …
//              size, root ─┘ cited     size, root ──┘ cited
//
// After a restore a log may go on under a new name. It keeps its entries, tree and log id, and the
// entry that names it anew cites the size and root at which it does.
#pragma once

#include <string>
#include <vector>

#include "events/event.h"
#include "outcome/result.h"
#include "signing/merkle.h"

namespace letopis::events {

// A plain value; one thread at a time.
class LogOrigin {
 public:
  // Follows the events in their order; those that neither start nor continue a log need not be
  // given. `before` is the tree without this event. Refuses log.start (entry 0, and it alone,
  // starts a log) and log.continued_wrongly (not the first of its command, a name that the log has
  // or had, or another size or root than `before` has); it then stands as it stood.
  Outcome next(const Event& event, const signing::MerkleFrontier& before);

  // Requires: the log is started.
  const std::string& name() const;
  bool started() const { return !names_.empty(); }
  // The log stood under that name once, and does no more.
  bool stood_under(const std::string& name) const;

 private:
  Outcome check_continued(const Event& event, const LogContinued& fact,
                          const signing::MerkleFrontier& before) const;

  std::vector<std::string> names_;  // the present one last
};

}  // namespace letopis::events
