#include "simulation/memory_disk.h"

#include <algorithm>
#include <cstring>

namespace letopis::simulation {

// What a power cut takes and leaves: the same for the same draw and name.
class MemoryDisk::Fate {
 public:
  explicit Fate(std::uint64_t draw) : draw_(draw) {}
  // From 0 to `most`.
  std::uint64_t of(const std::string& name, std::uint64_t most) const {
    std::seed_seq words{draw_ & 0xffffffff, draw_ >> 32,
                        std::uint64_t{std::hash<std::string>{}(name)}};
    return Random(words)() % (most + 1);
  }

 private:
  std::uint64_t draw_;
};

MemoryDisk::MemoryDisk(std::string root) {
  directories_.insert(root);
  durable_directories_.insert(std::move(root));
}

std::string MemoryDisk::parent(const std::string& path) {
  const auto cut = path.rfind('/');
  return cut == std::string::npos ? std::string() : path.substr(0, cut);
}

void MemoryDisk::apply(Names& names, const Change& change) {
  if (!change.from.empty()) names.erase(change.from);
  if (!change.to.empty()) names[change.to] = change.file;
}

void MemoryDisk::note(Change change) {
  change.directory = parent(change.to.empty() ? change.from : change.to);
  apply(names_, change);
  changes_.push_back(std::move(change));
}

// Counts down to the failures on order.
DiskAnswer MemoryDisk::strike(bool counted) {
  if (!powered_) return DiskAnswer::kBroken;
  if (!counted) return DiskAnswer::kOk;
  ++torn_;
  if (power_fails_in_ && (*power_fails_in_)-- == 0) {
    powered_ = false;
    return DiskAnswer::kBroken;
  }
  if (fails_in_ && (*fails_in_)-- == 0) {
    fails_in_.reset();
    return DiskAnswer::kBroken;
  }
  return DiskAnswer::kOk;
}

DiskAnswer MemoryDisk::create(const std::string& path, Handle& handle) {
  const std::lock_guard lock(mutex_);
  if (!powered_) return DiskAnswer::kBroken;
  if (!directories_.contains(parent(path))) return DiskAnswer::kNoSuchFile;
  const auto file = std::make_shared<DiskFile>();
  note({"", path, file, ""});
  handle = {file, session_};
  return DiskAnswer::kOk;
}

DiskAnswer MemoryDisk::open(const std::string& path, Handle& handle) const {
  const std::lock_guard lock(mutex_);
  if (!powered_) return DiskAnswer::kBroken;
  const auto found = names_.find(path);
  if (found == names_.end()) return DiskAnswer::kNoSuchFile;
  handle = {found->second, session_};
  return DiskAnswer::kOk;
}

DiskAnswer MemoryDisk::append(const Handle& handle, std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  if (handle.session != session_) return DiskAnswer::kBroken;
  auto answer = strike(handle.counted);
  if (answer == DiskAnswer::kOk && full_) answer = DiskAnswer::kNoRoom;
  // What fails may have been written in part.
  if (answer != DiskAnswer::kOk) bytes = bytes.substr(0, torn_ * 37 % (bytes.size() + 1));
  handle.file->bytes += bytes;
  return answer;
}

DiskAnswer MemoryDisk::read(const Handle& handle, std::uint64_t from, std::size_t most, char* to,
                            std::size_t& got) const {
  const std::lock_guard lock(mutex_);
  if (!powered_ || handle.session != session_) return DiskAnswer::kBroken;
  const auto& bytes = handle.file->bytes;
  got = from >= bytes.size() ? 0 : std::min<std::size_t>(most, bytes.size() - from);
  if (got > 0) std::memcpy(to, bytes.data() + from, got);
  return DiskAnswer::kOk;
}

DiskAnswer MemoryDisk::sync(const Handle& handle) {
  const std::lock_guard lock(mutex_);
  if (handle.session != session_) return DiskAnswer::kBroken;
  const auto answer = strike(handle.counted);
  if (answer == DiskAnswer::kOk) handle.file->durable = handle.file->bytes.size();
  return answer;
}

DiskAnswer MemoryDisk::sync_directory(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (const auto answer = strike(true); answer != DiskAnswer::kOk) return answer;
  for (const auto& directory : directories_) {
    if (parent(directory) == path) durable_directories_.insert(directory);
  }
  std::erase_if(changes_, [&](const Change& change) {
    if (change.directory != path) return false;
    apply(durable_, change);
    return true;
  });
  return DiskAnswer::kOk;
}

DiskAnswer MemoryDisk::remove(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (!powered_) return DiskAnswer::kBroken;
  if (!names_.contains(path)) return DiskAnswer::kNoSuchFile;
  note({path, "", nullptr, ""});
  return DiskAnswer::kOk;
}

DiskAnswer MemoryDisk::rename(const std::string& from, const std::string& to) {
  const std::lock_guard lock(mutex_);
  if (const auto answer = strike(true); answer != DiskAnswer::kOk) return answer;
  const auto found = names_.find(from);
  if (found == names_.end()) return DiskAnswer::kNoSuchFile;
  note({from, to, found->second, ""});
  return DiskAnswer::kOk;
}

DiskAnswer MemoryDisk::make_directory(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (!powered_) return DiskAnswer::kBroken;
  directories_.insert(path);
  return DiskAnswer::kOk;
}

DiskAnswer MemoryDisk::lock(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (!powered_) return DiskAnswer::kBroken;
  return locks_.insert(path).second ? DiskAnswer::kOk : DiskAnswer::kBroken;
}

void MemoryDisk::unlock(const std::string& path) {
  const std::lock_guard lock(mutex_);
  locks_.erase(path);
}

std::optional<std::uint64_t> MemoryDisk::size_of(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  const auto found = names_.find(path);
  if (found == names_.end()) return std::nullopt;
  return found->second->bytes.size();
}

bool MemoryDisk::is_directory(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  return directories_.contains(path);
}

std::vector<std::string> MemoryDisk::children(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> found;
  for (const auto& [name, file] : names_) {
    if (parent(name) == path) found.push_back(name.substr(path.size() + 1));
  }
  for (const auto& name : directories_) {
    if (parent(name) == path && name != path) found.push_back(name.substr(path.size() + 1));
  }
  return found;
}

std::uint64_t MemoryDisk::room() const {
  const std::lock_guard lock(mutex_);
  return full_ ? room_shown_ : kPlenty;
}

bool MemoryDisk::reachable(const std::string& path) const {
  for (auto at = parent(path); !at.empty(); at = parent(at)) {
    if (!durable_directories_.contains(at)) return false;
  }
  return true;
}

// One draw decides for all: how many files there are beyond the script's own is the store's affair.
void MemoryDisk::restore_power(Random& random) {
  const std::lock_guard lock(mutex_);
  const Fate fate(random());
  keep_names(fate);
  for (auto& [name, file] : durable_) {
    const auto kept = file->durable + fate.of(name, file->bytes.size() - file->durable);
    auto bytes = file->bytes.substr(0, kept);
    if (fate.of(name + " zeros", 3) == 0) {
      // The length reached the disk without the last sectors.
      bytes.resize(std::max(file->durable, kept / kSector * kSector));
      bytes.resize(file->bytes.size());
    }
    // Programs of the time before hold the file still; they may not see it change.
    file = std::make_shared<DiskFile>(DiskFile{bytes, bytes.size()});
  }
  names_ = durable_;
  directories_ = durable_directories_;
  locks_.clear();
  ++session_;
  powered_ = true;
  full_ = false;
  fails_in_.reset();
  power_fails_in_.reset();
}

// A file made or renamed counts; one removed does not, as the store removes from a thread of its
// own.
void MemoryDisk::keep_names(const Fate& fate) {
  const auto made = [](const Change& change) { return !change.to.empty(); };
  auto kept = fate.of(
      "names", static_cast<std::uint64_t>(std::count_if(changes_.begin(), changes_.end(), made)));
  for (const auto& change : changes_) {
    if (made(change) && kept-- == 0) break;
    apply(durable_, change);
  }
  changes_.clear();
  std::erase_if(durable_, [&](const auto& one) { return !reachable(one.first); });
  std::erase_if(durable_directories_, [&](const auto& one) { return !reachable(one); });
}

void MemoryDisk::cut_power_after(std::uint64_t operations) {
  const std::lock_guard lock(mutex_);
  power_fails_in_ = operations;
}

void MemoryDisk::cut_power() {
  const std::lock_guard lock(mutex_);
  powered_ = false;
}

bool MemoryDisk::powered() const {
  const std::lock_guard lock(mutex_);
  return powered_;
}

void MemoryDisk::fail_after(std::uint64_t operations) {
  const std::lock_guard lock(mutex_);
  fails_in_ = operations;
}

void MemoryDisk::be_full(std::uint64_t room_shown) {
  const std::lock_guard lock(mutex_);
  room_shown_ = room_shown;
  full_ = true;
}

void MemoryDisk::have_room() {
  const std::lock_guard lock(mutex_);
  full_ = false;
}

void MemoryDisk::heal() {
  const std::lock_guard lock(mutex_);
  full_ = false;
  fails_in_.reset();
  power_fails_in_.reset();
}

std::map<std::string, std::string> MemoryDisk::files() const {
  const std::lock_guard lock(mutex_);
  std::map<std::string, std::string> all;
  for (const auto& [name, file] : names_) all[name] = file->bytes;
  return all;
}

void MemoryDisk::set_bytes(const std::string& path, const std::string& bytes) {
  const std::lock_guard lock(mutex_);
  const auto file = std::make_shared<DiskFile>(DiskFile{bytes, bytes.size()});
  names_[path] = file;
  durable_[path] = file;
}

}  // namespace letopis::simulation
