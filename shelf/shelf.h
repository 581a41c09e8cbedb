// A small durable ordered store beside the log, for what is not of the record: accounts, sessions,
// the log of access, the queue of notices. One a school; rooms take prefixes of keys.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "outcome/result.h"
#include "shelf/resources.h"

namespace rocksdb {
class DB;
class Status;
}  // namespace rocksdb

namespace letopis::shelf {

inline constexpr std::size_t kMaxKeyBytes = 1'024;
inline constexpr std::size_t kMaxValueBytes = 1u << 20;
inline constexpr std::size_t kMaxChanges = 65'536;  // of one write

// The disk does not answer or is full, or a row is not what was written.
class ShelfFailure : public std::runtime_error {
 public:
  enum class Kind { kNoRoom, kCorrupt, kOther };
  ShelfFailure(Kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}
  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

struct Change {
  std::string key;
  std::optional<std::string> value;  // empty: removed
};

// Any thread. Reads see every write that returned before they began.
class Shelf {
 public:
  // Makes it where it is absent (its parent has to be there). A write cut off by a loss of power is
  // not there afterwards; one that had returned is. Refuses shelf.in_use (another process has it)
  // and shelf.damaged (what lies there does not read whole). Throws ShelfFailure. Borrows
  // `resources.env`.
  static Result<std::unique_ptr<Shelf>> open(const std::filesystem::path& directory,
                                             const Resources& resources = {});
  ~Shelf();
  Shelf(const Shelf&) = delete;
  Shelf& operator=(const Shelf&) = delete;

  std::optional<std::string> get(std::string_view key) const;

  // Calls `row` for the rows with from <= key < to, in the order of keys as bytes, until it answers
  // false; all as they stood at one moment. `row` may read the shelf but not write to it.
  using Row = std::function<bool(std::string_view key, std::string_view value)>;
  void scan(std::string_view from, std::string_view to, const Row& row) const;

  // All of it or nothing, and on the disk when it returns; writers that come together are synced
  // together. Throws ShelfFailure; whether the changes are there is then unknown, the next write
  // opens the store anew, and reads go on meanwhile. Requires: the limits above, keys that are not
  // empty.
  void write(std::span<const Change> changes);

 private:
  Shelf(std::filesystem::path directory, Resources resources);
  void open_again();

  const std::filesystem::path directory_;
  const Resources resources_;
  mutable std::shared_mutex open_;  // held alone while the store is opened anew
  std::unique_ptr<rocksdb::DB> db_;
  bool broken_ = false;  // under open_: a write failed since it was opened
};

// The first key after all that begin with `prefix`. Requires: a byte in it that is not 0xff.
std::string after_prefix(std::string_view prefix);

}  // namespace letopis::shelf
