// Tells of what entered the log: each new entry is read once, by a thread of its own, and handed to
// all who listen.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include "hosting/entry_sight.h"
#include "ledger/ledger.h"

namespace letopis::hosting {

inline constexpr std::size_t kMostListeners = 10'000;  // of one school
inline constexpr std::size_t kFeedBatch = 256;         // entries read at once
inline constexpr std::chrono::milliseconds kFeedRest{
    250};  // how long an unannounced entry may wait

inline constexpr std::chrono::seconds kFeedLook{5};  // between two questions who still listens

class Feed {
 public:
  // Called by the feed's thread, with entries in the order of the log and the log as it stood after
  // the last of them, and now and then with none, to hear whether to go on; false: no more. Must
  // not wait.
  using Listener =
      std::function<bool(std::span<const EntrySight> entries, const ledger::Snapshot& log)>;

  explicit Feed(const ledger::Ledger& ledger);
  ~Feed();
  Feed(const Feed&) = delete;
  Feed& operator=(const Feed&) = delete;

  // Hears every entry from that position on; those that stand already, too. Refuses feed.crowded.
  // Any thread.
  Outcome listen(events::Position from, Listener listener);

  // Something was appended. Any thread; costs nothing where nobody listens.
  void stir();

  std::size_t listeners() const;

 private:
  struct Place {
    std::uint64_t next = 0;
    Listener listener;
  };
  using Places = std::list<Place>;

  void run();
  // Whoever is behind the log gets the next batch; whether anyone still is.
  bool tell(Places& places) const;
  void look_after(Places& places) const;

  const ledger::Ledger& ledger_;
  mutable std::mutex mutex_;
  std::condition_variable wakes_;
  Places places_;  // of those who listen
  Places coming_;  // since the thread last looked
  bool stirred_ = false;
  bool ending_ = false;
  std::size_t count_ = 0;
  std::thread thread_;
};

// The entries of a stretch of the log.
std::vector<EntrySight> feed_entries(const ledger::Snapshot& log, std::uint64_t first,
                                     std::size_t count);

}  // namespace letopis::hosting
