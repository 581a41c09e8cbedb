// A disk in memory that tells what was synced from what was not, so that a power cut can take the
// rest, and that fails on order.
//
// What lies on it has two sides: what programs see now, and what would be there after a power cut.
// A file's bytes become durable when the file is synced, names (made, renamed, removed) when their
// directory is. A cut keeps, beyond that, as many of the last changes as chance decides: a part of
// the bytes of each file, zeros instead of the rest now and then, the first few of the changes of
// names.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace letopis::simulation {

using Random = std::mt19937_64;
inline std::uint64_t below(Random& random, std::uint64_t limit) { return random() % limit; }

enum class DiskAnswer { kOk, kNoSuchFile, kNoRoom, kBroken };

// One file, whatever its names are. Files only grow; one written anew is another file.
struct DiskFile {
  std::string bytes;
  std::size_t durable = 0;  // so many bytes from the start are synced
};

// Any thread: RocksDB cleans up after itself from a thread of its own.
class MemoryDisk {
 public:
  static constexpr std::uint64_t kPlenty = 1ull << 40;
  static constexpr std::size_t kSector = 512;  // written whole, or not

  // The directory `root` is there, and durable.
  explicit MemoryDisk(std::string root);

  // Programs' side. A handle is a file and the session it was opened in: after a power cut the
  // handles from before answer kBroken.
  struct Handle {
    std::shared_ptr<DiskFile> file;
    std::uint64_t session = 0;
    bool counted = true;  // failures on order are for it too
  };
  DiskAnswer create(const std::string& path, Handle& handle);
  DiskAnswer open(const std::string& path, Handle& handle) const;
  DiskAnswer append(const Handle& handle, std::string_view bytes);
  DiskAnswer read(const Handle& handle, std::uint64_t from, std::size_t most, char* to,
                  std::size_t& got) const;
  DiskAnswer sync(const Handle& handle);
  DiskAnswer sync_directory(const std::string& path);
  DiskAnswer remove(const std::string& path);
  DiskAnswer rename(const std::string& from, const std::string& to);
  DiskAnswer make_directory(const std::string& path);
  DiskAnswer lock(const std::string& path);
  void unlock(const std::string& path);
  std::optional<std::uint64_t> size_of(const std::string& path) const;
  bool is_directory(const std::string& path) const;
  std::vector<std::string> children(const std::string& path) const;
  std::uint64_t room() const;

  // The world's side.
  void cut_power_after(std::uint64_t operations);
  void cut_power();
  bool powered() const;
  // What survived is what programs see from now on; every failure on order is forgotten.
  void restore_power(Random& random);
  void fail_after(std::uint64_t operations);
  void be_full(std::uint64_t room_shown);
  void have_room();
  // Everything works again, without a cut.
  void heal();
  std::map<std::string, std::string> files() const;
  void set_bytes(const std::string& path, const std::string& bytes);

 private:
  struct Change {
    std::string from;  // empty: `to` is new
    std::string to;    // empty: `from` is gone
    std::shared_ptr<DiskFile> file;
    std::string directory;
  };
  class Fate;
  using Names = std::map<std::string, std::shared_ptr<DiskFile>>;
  static void apply(Names& names, const Change& change);
  static std::string parent(const std::string& path);
  DiskAnswer strike(bool counted);
  void note(Change change);
  void keep_names(const Fate& fate);
  bool reachable(const std::string& path) const;

  mutable std::mutex mutex_;
  Names names_;
  Names durable_;
  std::set<std::string> directories_;
  std::set<std::string> durable_directories_;
  std::vector<Change> changes_;  // of names, not yet durable, in order
  std::set<std::string> locks_;
  std::uint64_t session_ = 1;
  bool powered_ = true;
  bool full_ = false;
  std::uint64_t room_shown_ = 0;
  std::optional<std::uint64_t> fails_in_;
  std::optional<std::uint64_t> power_fails_in_;
  std::uint64_t torn_ = 0;  // decides how much of a failing append is written
};

}  // namespace letopis::simulation
