// The log of access: who signed in, was refused, read which child's data. Append-only beside the
// record, with a Merkle tree of its own, so that nobody takes out afterwards who looked. ACC-12.
//
//   reading a child's page ──▶ noted this hour? ──no──▶ entry, index, tree: one synced write ──▶
//   answer
//                                      └─────yes────────────────────────────────────────────▶
//                                      answer
#pragma once

#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "events/clock.h"
#include "shelf/shelf.h"
#include "signing/ed25519.h"
#include "signing/merkle.h"
#include "signing/secret.h"
#include "signing/tile_tree.h"
#include "trace/entry.h"

namespace letopis::trace {

inline constexpr std::size_t kMaxNotedInMemory = 50'000;  // beyond that the shelf is asked again
inline constexpr std::size_t kMaxAnswers = 10'000;        // rows of one query, the latest ones

// Any thread. Each call that notes returns once the entry is on the disk; those that come together
// are written together. Throws ShelfFailure: then nothing may be shown.
class AccessLog {
 public:
  // Refuses trace.damaged: the tree, the entries and the last checkpoint do not belong together.
  static Result<std::unique_ptr<AccessLog>> open(shelf::Shelf& shelf, const events::Clock& clock);

  void signed_in(events::PersonNumber person, std::string_view address);
  // After the change stands; from which address.
  void credential_changed(events::PersonNumber person, Credential what, std::string_view address);
  // Of one person (or of no one) from one address: once a minute.
  void sign_in_failed(std::optional<events::PersonNumber> person, std::string_view address);
  // Once an hour for the same person, child and view.
  void refused(events::PersonNumber person, std::optional<events::PersonNumber> child, View view);
  // Before the answer is given; of a page with many children in one call. Once an hour for the same
  // reader, child and view.
  void read(events::PersonNumber reader, std::span<const events::PersonNumber> children, View view);
  // Once for the same reader and post.
  void read_news(events::PersonNumber reader, std::uint32_t post);

  struct Reading {
    events::PersonNumber reader;
    View view = View::kJournal;
    events::Instant at;  // the first in its hour
    std::uint64_t index = 0;
    bool operator==(const Reading&) const = default;
  };
  // Who read the child's data from `from` on and before `to`, in the order of time.
  std::vector<Reading> readers_of(events::PersonNumber child, events::Instant from,
                                  events::Instant to) const;

  struct NewsReading {
    events::PersonNumber reader;
    events::Instant at;
    bool operator==(const NewsReading&) const = default;
  };
  std::vector<NewsReading> readers_of_news(std::uint32_t post) const;  // by the reader's number
  bool has_read_news(events::PersonNumber reader, std::uint32_t post) const;

  std::uint64_t size() const;
  std::optional<std::string> entry(std::uint64_t index) const;  // the bytes that were hashed
  signing::RowReader hashes() const;  // for roots and proofs; borrows the shelf

  // Signs size and root under `origin`/access, keeps the note and answers it. Nothing new since the
  // last: that one again. Requires: is_key_name(origin).
  std::string checkpoint(std::string_view origin, const signing::PrivateKey& log_key);
  std::optional<std::string> last_checkpoint() const;

  // Reads every entry again and compares leaves, tree and the last checkpoint's root. Refuses
  // trace.damaged, with the first place that differs.
  Outcome verify() const;

 private:
  struct Batch {
    std::vector<Entry> entries;
    bool done = false;
    std::exception_ptr failure;
  };
  AccessLog(shelf::Shelf& shelf, const events::Clock& clock);
  AddressMark mark_of(std::string_view address) const;
  void note(std::vector<Entry> entries);
  void write(const std::vector<Entry>& entries);
  bool is_noted(const std::string& index) const;
  void remember(std::vector<std::string> indices);
  Outcome check_tail() const;
  Outcome check_all() const;
  Outcome whole(Outcome (AccessLog::*check)() const) const;

  shelf::Shelf& shelf_;
  const events::Clock& clock_;
  const signing::Secret32 secret_;
  mutable std::mutex mutex_;
  std::condition_variable written_;
  std::shared_ptr<Batch> waiting_;  // shared by all who wait for it, and by who writes it
  bool writing_ = false;
  // Of who writes:
  bool stale_ = false;  // a write failed: the shelf knows better how far it went
  signing::MerkleFrontier frontier_;
  std::unordered_set<std::string> noted_;
};

}  // namespace letopis::trace
