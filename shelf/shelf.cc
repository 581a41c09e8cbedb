#include "shelf/shelf.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>
#include <rocksdb/write_batch.h>
#include <rocksdb/write_buffer_manager.h>

#include <algorithm>
#include <vector>

#include "outcome/invariant.h"

namespace letopis::shelf {
namespace {

constexpr std::size_t kSector = 512;
constexpr int kOpenFiles = 32;  // of one shelf: a thousand of them share the process's limit

rocksdb::Slice slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
std::string_view view_of(const rocksdb::Slice& bytes) { return {bytes.data(), bytes.size()}; }

ShelfFailure failure(const rocksdb::Status& status) {
  using Kind = ShelfFailure::Kind;
  const Kind kind = status.IsNoSpace()      ? Kind::kNoRoom
                    : status.IsCorruption() ? Kind::kCorrupt
                                            : Kind::kOther;
  return {kind, status.ToString()};
}

void require(const rocksdb::Status& status) {
  if (!status.ok()) throw failure(status);
}

rocksdb::Options options_of(const Resources& resources, rocksdb::WALRecoveryMode recovery) {
  rocksdb::Options options;
  options.env = resources.env;
  options.create_if_missing = true;
  options.paranoid_checks = true;
  options.wal_recovery_mode = recovery;
  options.write_buffer_manager = resources.write_buffers;
  options.write_buffer_size = resources.one_buffer_bytes;
  options.max_write_buffer_number = 2;
  options.max_total_wal_size = 4u << 20;
  options.target_file_size_base = 4u << 20;
  options.max_background_jobs = 2;
  options.max_open_files = kOpenFiles;
  options.max_file_opening_threads = 1;
  options.keep_log_file_num = 2;
  options.max_log_file_size = 256u << 10;
  options.info_log_level = rocksdb::WARN_LEVEL;
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  options.compression = rocksdb::kLZ4Compression;
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = resources.cache;
  table.cache_index_and_filter_blocks = true;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  table.format_version = 5;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return options;
}

rocksdb::Status open_store(const std::filesystem::path& directory, const Resources& resources,
                           rocksdb::WALRecoveryMode recovery, std::unique_ptr<rocksdb::DB>& store) {
  rocksdb::DB* db = nullptr;
  auto status = rocksdb::DB::Open(options_of(resources, recovery), directory.string(), &db);
  store.reset(db);
  return status;
}

// Whether the newest journal ends as a loss of power leaves it: its length is on the disk, the last
// sector is not, and reads as zeros.
bool ends_in_zeros(const std::filesystem::path& directory, rocksdb::Env& env) {
  std::vector<std::string> names;
  require(env.GetChildren(directory.string(), &names));
  std::erase_if(names, [](const std::string& name) { return !name.ends_with(".log"); });
  if (names.empty()) return false;
  const auto newest = *std::max_element(names.begin(), names.end());  // of one length: numbered
  std::string bytes;
  require(rocksdb::ReadFileToString(&env, (directory / newest).string(), &bytes));
  if (bytes.empty()) return false;
  const auto last_sector = (bytes.size() - 1) / kSector * kSector;
  return bytes.find_first_not_of('\0', last_sector) == bytes.npos;
}

// A write that was cut off is at the end of the journal. Damage before it would, with the mode that
// takes what is good up to there, silently take back all that followed: a session ended, a password
// changed. So that mode serves where the end shows that the power went, and nowhere else.
rocksdb::Status open_store(const std::filesystem::path& directory, const Resources& resources,
                           std::unique_ptr<rocksdb::DB>& store) {
  using Mode = rocksdb::WALRecoveryMode;
  auto status = open_store(directory, resources, Mode::kTolerateCorruptedTailRecords, store);
  if (status.IsCorruption() && ends_in_zeros(directory, *resources.env)) {
    status = open_store(directory, resources, Mode::kPointInTimeRecovery, store);
  }
  return status;
}

// Its name is on the disk before anything is in it; RocksDB looks after the names inside alone.
void make_directory(const std::filesystem::path& directory, rocksdb::Env& env) {
  if (env.FileExists(directory.string()).ok()) return;
  require(env.CreateDirIfMissing(directory.string()));
  std::unique_ptr<rocksdb::Directory> parent;
  require(env.NewDirectory(directory.parent_path().string(), &parent));
  require(parent->Fsync());
}

// RocksDB knows no better word for a lock that another holds.
bool is_locked(const rocksdb::Status& status) {
  return status.IsIOError() && status.ToString().find("lock") != std::string::npos;
}

}  // namespace

Resources make_resources(Resources wanted) {
  if (wanted.env == nullptr) wanted.env = rocksdb::Env::Default();
  if (!wanted.cache) wanted.cache = rocksdb::NewLRUCache(wanted.cache_bytes);
  if (!wanted.write_buffers) {
    wanted.write_buffers = std::make_shared<rocksdb::WriteBufferManager>(wanted.write_buffer_bytes);
  }
  return wanted;
}

Shelf::Shelf(std::filesystem::path directory, Resources resources)
    : directory_(std::move(directory)), resources_(std::move(resources)) {}

Shelf::~Shelf() {
  if (db_) db_->Close().PermitUncheckedError();
}

Result<std::unique_ptr<Shelf>> Shelf::open(const std::filesystem::path& directory,
                                           const Resources& resources) {
  std::unique_ptr<Shelf> shelf(new Shelf(directory, make_resources(resources)));
  make_directory(shelf->directory_, *shelf->resources_.env);
  const auto status = open_store(shelf->directory_, shelf->resources_, shelf->db_);
  if (is_locked(status)) {
    return Refusal{"shelf.in_use",
                   {"учётные записи этой школы уже открыла другая программа",
                    "another program has this school's accounts open"},
                   {},
                   {"остановите её", "stop it first"}};
  }
  if (status.IsCorruption() || status.IsInvalidArgument()) {
    return Refusal{"shelf.damaged",
                   {"хранилище учётных записей повреждено: " + status.ToString(),
                    "the store of accounts is damaged: " + status.ToString()},
                   {},
                   {"восстановите его из копии или начните с пустого: журнал событий от него не "
                    "зависит, коды доступа выдают заново",
                    "restore it from a copy or begin with an empty one: the log does not depend on "
                    "it, and codes are issued anew"}};
  }
  require(status);
  return shelf;
}

void Shelf::open_again() {
  const std::unique_lock alone(open_);
  if (!broken_) return;  // another writer was here first
  if (db_) db_->Close().PermitUncheckedError();
  db_.reset();
  const auto status = open_store(directory_, resources_, db_);
  if (!status.ok()) {
    // As on a disk that is still full: what is there goes on being read.
    rocksdb::DB* readable = nullptr;
    rocksdb::DB::OpenForReadOnly(
        options_of(resources_, rocksdb::WALRecoveryMode::kPointInTimeRecovery), directory_.string(),
        &readable)
        .PermitUncheckedError();
    db_.reset(readable);
    throw failure(status);
  }
  broken_ = false;
}

std::optional<std::string> Shelf::get(std::string_view key) const {
  const std::shared_lock shared(open_);
  if (!db_) throw ShelfFailure(ShelfFailure::Kind::kOther, "the shelf is closed after a failure");
  rocksdb::PinnableSlice value;
  const auto status = db_->Get({}, db_->DefaultColumnFamily(), slice(key), &value);
  if (status.IsNotFound()) return std::nullopt;
  require(status);
  return std::string(view_of(value));
}

void Shelf::scan(std::string_view from, std::string_view to, const Row& row) const {
  const std::shared_lock shared(open_);
  if (!db_) throw ShelfFailure(ShelfFailure::Kind::kOther, "the shelf is closed after a failure");
  const rocksdb::Slice end = slice(to);
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &end;
  const std::unique_ptr<rocksdb::Iterator> rows(db_->NewIterator(options));
  for (rows->Seek(slice(from)); rows->Valid(); rows->Next()) {
    if (!row(view_of(rows->key()), view_of(rows->value()))) break;
  }
  require(rows->status());
}

void Shelf::write(std::span<const Change> changes) {
  INVARIANT(changes.size() <= kMaxChanges);
  if (changes.empty()) return;
  rocksdb::WriteBatch batch;
  for (const Change& change : changes) {
    INVARIANT(!change.key.empty() && change.key.size() <= kMaxKeyBytes);
    if (change.value) {
      INVARIANT(change.value->size() <= kMaxValueBytes);
      require(batch.Put(change.key, *change.value));
    } else {
      require(batch.Delete(change.key));
    }
  }
  bool broken = false;
  {
    const std::shared_lock shared(open_);
    broken = broken_;
  }
  if (broken) open_again();
  rocksdb::WriteOptions options;
  options.sync = true;
  rocksdb::Status status;
  {
    const std::shared_lock shared(open_);
    if (!db_) throw ShelfFailure(ShelfFailure::Kind::kOther, "the shelf is closed after a failure");
    status = db_->Write(options, &batch);
  }
  if (status.ok()) return;
  const std::unique_lock alone(open_);
  broken_ = true;
  throw failure(status);
}

std::string after_prefix(std::string_view prefix) {
  std::string after(prefix);
  while (!after.empty() && after.back() == '\xff') after.pop_back();
  INVARIANT(!after.empty());
  after.back() = static_cast<char>(static_cast<unsigned char>(after.back()) + 1);
  return after;
}

}  // namespace letopis::shelf
