#include "trace/access_log.h"

#include <algorithm>

#include "shelf/row.h"
#include "shelf/secret.h"
#include "signing/checkpoint.h"
#include "trace/access_rows.h"

namespace letopis::trace {
namespace {

using shelf::Change;
using shelf::RowReader;
using shelf::RowWriter;

std::uint64_t stored_size(const shelf::Shelf& shelf) {
  const auto row = shelf.get(kSizeKey);
  return row ? RowReader(*row).u64() : 0;
}

}  // namespace

AccessLog::AccessLog(shelf::Shelf& shelf, const events::Clock& clock)
    : shelf_(shelf), clock_(clock), secret_(shelf::secret_of(shelf, kSecretKey)) {}

Result<std::unique_ptr<AccessLog>> AccessLog::open(shelf::Shelf& shelf,
                                                   const events::Clock& clock) {
  std::unique_ptr<AccessLog> log(new AccessLog(shelf, clock));
  if (auto tail = log->whole(&AccessLog::check_tail); !tail) return tail.refusal();
  log->frontier_ = signing::frontier_at(stored_size(shelf), log->hashes());
  return log;
}

AddressMark AccessLog::mark_of(std::string_view address) const {
  const auto digest = shelf::keyed_digest(secret_, bytes_of(address));
  AddressMark mark{};
  std::copy_n(digest.bytes.begin(), mark.size(), mark.begin());
  return mark;
}

bool AccessLog::is_noted(const std::string& index) const {
  {
    const std::lock_guard lock(mutex_);
    if (noted_.contains(index)) return true;
  }
  return shelf_.get(index).has_value();
}

void AccessLog::remember(std::vector<std::string> indices) {
  const std::lock_guard lock(mutex_);
  if (noted_.size() + indices.size() > kMaxNotedInMemory) noted_.clear();
  for (auto& index : indices) {
    if (!index.empty()) noted_.insert(std::move(index));
  }
}

void AccessLog::signed_in(events::PersonNumber person, std::string_view address) {
  note({{clock_.now(), SignedIn{person, mark_of(address)}}});
}

void AccessLog::credential_changed(events::PersonNumber person, Credential what,
                                   std::string_view address) {
  note({{clock_.now(), CredentialChanged{person, what, mark_of(address)}}});
}

void AccessLog::sign_in_failed(std::optional<events::PersonNumber> person,
                               std::string_view address) {
  note({{clock_.now(), SignInFailed{person, mark_of(address)}}});
}

void AccessLog::refused(events::PersonNumber person, std::optional<events::PersonNumber> child,
                        View view) {
  note({{clock_.now(), Refused{person, child, view}}});
}

void AccessLog::read(events::PersonNumber reader, std::span<const events::PersonNumber> children,
                     View view) {
  std::vector<Entry> entries;
  entries.reserve(children.size());
  const auto now = clock_.now();
  for (const auto child : children) entries.push_back({now, Read{reader, child, view}});
  note(std::move(entries));
}

void AccessLog::read_news(events::PersonNumber reader, std::uint32_t post) {
  note({{clock_.now(), ReadNews{reader, post}}});
}

// Whoever finds nobody writing writes for all who wait.
void AccessLog::note(std::vector<Entry> entries) {
  std::erase_if(entries, [this](const Entry& entry) {
    const auto index = once_key(entry);
    return !index.empty() && is_noted(index);
  });
  if (entries.empty()) return;
  std::unique_lock lock(mutex_);
  if (!waiting_) waiting_ = std::make_shared<Batch>();
  const auto mine = waiting_;
  std::move(entries.begin(), entries.end(), std::back_inserter(mine->entries));
  written_.wait(lock, [&] { return mine->done || !writing_; });
  if (!mine->done) {
    writing_ = true;
    waiting_.reset();
    lock.unlock();
    try {
      write(mine->entries);
    } catch (...) {
      mine->failure = std::current_exception();
      stale_ = true;
    }
    lock.lock();
    mine->done = true;
    writing_ = false;
    written_.notify_all();
  }
  if (mine->failure) std::rethrow_exception(mine->failure);
}

void AccessLog::write(const std::vector<Entry>& entries) {
  if (stale_) {
    frontier_ = signing::frontier_at(stored_size(shelf_), hashes());
    stale_ = false;
  }
  std::vector<Change> changes;
  std::vector<std::string> indices;
  std::vector<signing::TileHash> completed;
  std::unordered_set<std::string> beside;  // noted by this very write
  for (const auto& entry : entries) {
    auto index = once_key(entry);
    if (!index.empty() && (!beside.insert(index).second || is_noted(index))) continue;
    const auto position = frontier_.size();
    std::string bytes = print(entry);
    frontier_.append(signing::leaf_hash(bytes_of(bytes)), completed);
    changes.push_back({entry_key(position), std::move(bytes)});
    if (index.empty()) continue;
    changes.push_back({index, RowWriter().u64(position).i64(entry.at.milliseconds).take()});
    indices.push_back(std::move(index));
  }
  if (changes.empty()) return;
  for (const auto& [level, index, hash] : completed) {
    changes.push_back({hash_key(level, index), std::string(text_of(hash.view()))});
  }
  changes.push_back({std::string(kSizeKey), RowWriter().u64(frontier_.size()).take()});
  shelf_.write(changes);
  remember(std::move(indices));
}

std::string AccessLog::checkpoint(std::string_view origin, const signing::PrivateKey& log_key) {
  const auto now_at = size();
  const signing::Checkpoint checkpoint{std::string(origin) + "/access", now_at,
                                       signing::root_at(now_at, hashes())};
  std::string note = signing::sign_checkpoint(checkpoint, log_key);
  if (last_checkpoint() == note) return note;
  shelf_.write(std::vector<Change>{{std::string(kCheckpointKey), note}});
  return note;
}

std::optional<std::string> AccessLog::last_checkpoint() const { return shelf_.get(kCheckpointKey); }

std::uint64_t AccessLog::size() const { return stored_size(shelf_); }

std::optional<std::string> AccessLog::entry(std::uint64_t index) const {
  return shelf_.get(entry_key(index));
}

}  // namespace letopis::trace
