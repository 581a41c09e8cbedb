#include "ledger/store.h"

#include <rocksdb/cache.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>
#include <rocksdb/write_buffer_manager.h>

#include <chrono>
#include <thread>

#include "outcome/invariant.h"

namespace letopis::ledger {
namespace {

constexpr int kReadAttempts = 10;  // to open what a writer is changing
constexpr std::chrono::milliseconds kReadPause{20};

// RocksDB knows no better word for a lock that another holds: another program, or this one.
bool is_locked(const rocksdb::Status& status) {
  const auto said = status.ToString();
  return status.IsIOError() && (said.find("While lock file") != std::string::npos ||
                                said.find("lock hold by") != std::string::npos);
}

StoreFailure::Kind kind_of(const rocksdb::Status& status) {
  if (status.IsNoSpace()) return StoreFailure::Kind::kNoRoom;
  if (status.IsCorruption()) return StoreFailure::Kind::kCorrupt;
  if (is_locked(status)) return StoreFailure::Kind::kInUse;
  return StoreFailure::Kind::kOther;
}

constexpr int kCacheShardBits = 4;  // few and large, so that whole filters of older tables fit

rocksdb::DBOptions store_options(const Resources& resources, OpenMode mode) {
  rocksdb::DBOptions options;
  options.env = resources.env;
  options.create_if_missing = mode == OpenMode::kCreate;
  options.error_if_exists = mode == OpenMode::kCreate;
  options.create_missing_column_families = mode == OpenMode::kCreate;
  options.paranoid_checks = true;
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kPointInTimeRecovery;
  options.max_background_jobs = std::max(1, resources.background_threads);
  options.write_buffer_manager = resources.write_buffers;
  options.max_total_wal_size = 256u << 20;
  options.keep_log_file_num = 2;
  options.max_log_file_size = 1u << 20;
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  // A reader holds all tables from the first: a writer beside it may remove them any time.
  options.max_open_files = mode == OpenMode::kReadOnly ? -1 : 512;
  options.info_log_level = rocksdb::WARN_LEVEL;
  options.avoid_flush_during_shutdown = resources.background_threads == 0;
  options.enable_pipelined_write = false;
  options.allow_concurrent_memtable_write = false;  // one writer, which knows the neighbourhood
  if (resources.background_threads == 0) options.max_file_opening_threads = 1;
  return options;
}

// Keys that differ in their last bytes alone: where one of them went into a memtable the next is
// sought first, since a teacher goes down a column of the journal and not across the school.
class Neighbours final : public rocksdb::SliceTransform {
 public:
  explicit Neighbours(std::size_t tail) : tail_(tail) {}
  const char* Name() const override { return "letopis.neighbours"; }
  rocksdb::Slice Transform(const rocksdb::Slice& key) const override {
    return {key.data(), key.size() - tail_};
  }
  bool InDomain(const rocksdb::Slice& key) const override { return key.size() > tail_; }

 private:
  const std::size_t tail_;
};

// How much of a key neighbours do not share; 0: keys come in no such order, or in one already.
std::size_t tail_of(Family family) {
  switch (family) {
    case Family::kStreams: return 12;   // two numbers of the stream and its version
    case Family::kCommands: return 16;  // the id, which begins with a moment
    case Family::kViews: return 16;     // two numbers and a position
    default: return 0;
  }
}

rocksdb::ColumnFamilyOptions family_options(const Resources& resources, Family family) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = resources.cache;
  table.cache_index_and_filter_blocks = true;
  table.pin_l0_filter_and_index_blocks_in_cache = true;
  table.block_size = 8u << 10;
  table.format_version = 5;
  const bool sought_by_key = family == Family::kStreams || family == Family::kCommands ||
                             family == Family::kVault || family == Family::kViews;
  if (sought_by_key) {
    table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
    // In parts of a few kilobytes: a filter of a whole table is too large for a shard of the cache,
    // and would be read from the disk by every look-up.
    table.partition_filters = true;
    table.index_type = rocksdb::BlockBasedTableOptions::kTwoLevelIndexSearch;
    table.pin_top_level_index_and_filter = true;
  }
  rocksdb::ColumnFamilyOptions options;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.compression = family == Family::kTree || family == Family::kVault
                            ? rocksdb::kNoCompression  // hashes and ciphertext do not shrink
                            : rocksdb::kLZ4Compression;
  if (family == Family::kStreams || family == Family::kCommands) {
    // Most look-ups there are for what is not: a new version, a new command.
    options.memtable_prefix_bloom_size_ratio = 0.05;
    options.memtable_whole_key_filtering = true;
  }
  if (const auto tail = tail_of(family)) {
    options.memtable_insert_with_hint_prefix_extractor = std::make_shared<Neighbours>(tail);
  }
  options.write_buffer_size = 16u << 20;
  options.max_write_buffer_number = 3;
  options.target_file_size_base = 32u << 20;
  options.level_compaction_dynamic_level_bytes = true;
  options.disable_auto_compactions = resources.background_threads == 0;
  return options;
}

}  // namespace

StoreFailure::StoreFailure(const rocksdb::Status& status)
    : std::runtime_error(status.ToString()), kind_(kind_of(status)) {}

void require(const rocksdb::Status& status) {
  if (!status.ok()) throw StoreFailure(status);
}

Resources make_resources(Resources wanted) {
  if (!wanted.cache) wanted.cache = rocksdb::NewLRUCache(wanted.cache_bytes, kCacheShardBits);
  if (!wanted.write_buffers) {
    // Not counted into the cache: full memtables would drive out the filters that every append
    // asks.
    wanted.write_buffers = std::make_shared<rocksdb::WriteBufferManager>(wanted.write_buffer_bytes);
  }
  return wanted;
}

Store::Store(const std::filesystem::path& directory, const Resources& resources, OpenMode mode) {
  std::vector<rocksdb::ColumnFamilyDescriptor> wanted;
  for (std::size_t i = 0; i < kFamilies; ++i) {
    const auto family = static_cast<Family>(i);
    wanted.emplace_back(std::string(name_of(family)), family_options(resources, family));
  }
  const rocksdb::DBOptions options = store_options(resources, mode);
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* db = nullptr;
  const auto open = [&] {
    return mode == OpenMode::kReadOnly
               ? rocksdb::DB::OpenForReadOnly(options, directory.string(), wanted, &handles, &db)
               : rocksdb::DB::Open(options, directory.string(), wanted, &handles, &db);
  };
  auto opened = open();
  // Whoever writes to the store may merge tables and remove the old ones while they are opened.
  for (int again = 1; mode == OpenMode::kReadOnly && !opened.ok() && again < kReadAttempts;
       ++again) {
    std::this_thread::sleep_for(kReadPause);
    opened = open();
  }
  require(opened);
  db_.reset(db);
  INVARIANT(handles.size() == kFamilies);
  std::copy(handles.begin(), handles.end(), families_.begin());
}

Store::~Store() {
  for (auto* handle : families_) {
    if (handle) db_->DestroyColumnFamilyHandle(handle).PermitUncheckedError();
  }
  if (db_) db_->Close().PermitUncheckedError();
}

std::optional<std::string> Store::get(Family family, std::string_view key,
                                      const rocksdb::Snapshot* at) const {
  rocksdb::ReadOptions options;
  options.snapshot = at;
  rocksdb::PinnableSlice value;
  const auto status = db_->Get(options, this->family(family), slice(key), &value);
  if (status.IsNotFound()) return std::nullopt;
  require(status);
  return std::string(view_of(value));
}

std::unique_ptr<rocksdb::Iterator> Store::rows(Family family, const rocksdb::Snapshot* at) const {
  rocksdb::ReadOptions options;
  options.snapshot = at;
  return std::unique_ptr<rocksdb::Iterator>(db_->NewIterator(options, this->family(family)));
}

std::uint64_t Store::size() const {
  const auto last = rows(Family::kEntries);
  last->SeekToLast();
  require(last->status());
  if (!last->Valid()) return 0;
  const auto position = read_position(view_of(last->key()));
  if (!position) throw StoreFailure(rocksdb::Status::Corruption("a key of entries is not 8 bytes"));
  return position->value + 1;
}

}  // namespace letopis::ledger
