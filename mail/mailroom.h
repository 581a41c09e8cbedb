// Tells people by e-mail: parents what the log brings, and everybody what happens to their own
// account. Looks through new entries of the log and of the log of access, and the calendar, queues
// what follows, and sends it. At least once: a crash between a mail server's yes and our note of it
// sends the same e-mail again, under the same Message-ID.
#pragma once

#include <functional>
#include <string>

#include "events/event.h"
#include "mail/queue.h"
#include "mail/smtp.h"
#include "mail/wording.h"

namespace letopis::mail {

inline constexpr std::uint64_t kMostEntriesAtOnce = 4'096;  // looked through by one call
inline constexpr std::size_t kMostNoticesAtOnce = 30'000;   // begins no further entry past that
inline constexpr std::size_t kMostSentAtOnce = 20;          // tried by one call, unless it says
inline constexpr unsigned kDigestHour = 7;                  // of the school's Monday morning
inline constexpr unsigned kDayHour = 18;                    // of the school's day, for that day

// The log as it stands at one moment.
struct LogSight {
  events::Position size;
  const events::ViewReader& views;
  const events::TextSource& texts;
  std::function<events::RecordedEvent(events::Position position)> entry;  // below the size
  Accesses accesses;
};

struct MailroomSettings {
  std::string origin;  // the log's name: "letopis.example/nn125"
  terminal::Language language = terminal::Language::kRussian;
  std::string page;  // where the journal is; may be empty
};

// What came of one call.
struct Delivered {
  std::size_t sent = 0;
  std::size_t dropped = 0;  // nothing was left to tell, or no address
  std::size_t failed = 0;
  bool operator==(const Delivered&) const = default;
};

// Borrows the shelf. One thread at a time. Throws ShelfFailure.
class Mailroom {
 public:
  Mailroom(shelf::Shelf& shelf, MailroomSettings settings, Send send);

  // The first look at a log begins at its end: nobody is told of what was before. True iff there is
  // more to look through at once.
  bool look(const LogSight& log, events::Instant now);

  // Tries at most so many of those whose time has come.
  Delivered deliver(const LogSight& log, events::Instant now, std::size_t most = kMostSentAtOnce);

  const Queue& queue() const { return queue_; }

 private:
  std::string id_of(const Notice& notice) const;
  bool is_wished(const Notice& notice) const;

  shelf::Shelf& shelf_;
  Queue queue_;
  const MailroomSettings settings_;
  const Send send_;
};

}  // namespace letopis::mail
