// One RocksDB store, opened once: its options, its column families, and how it fails.
#pragma once

#include <rocksdb/db.h>

#include <array>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "ledger/layout.h"
#include "outcome/result.h"

namespace letopis::ledger {

// The world is broken: a disk that fails, a store that does not read. Caught where a person or a
// program is answered.
class StoreFailure : public std::runtime_error {
 public:
  enum class Kind { kNoRoom, kCorrupt, kInUse, kOther };
  StoreFailure(Kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}
  explicit StoreFailure(const rocksdb::Status& status);
  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

// Throws StoreFailure unless the status is good.
void require(const rocksdb::Status& status);

// What all stores of one process share.
struct Resources {
  rocksdb::Env* env = rocksdb::Env::Default();  // borrowed; outlives every store
  std::size_t cache_bytes = 128u << 20;         // blocks of all stores together
  // Memtables of all stores together. After a power cut they are filled again from the journal,
  // which must take less than a second; smaller ones are flushed, and their tables merged, more
  // often.
  std::size_t write_buffer_bytes = 48u << 20;
  int background_threads = 2;             // 0: no compaction in the background (simulation)
  std::shared_ptr<rocksdb::Cache> cache;  // made by `make_resources`
  std::shared_ptr<rocksdb::WriteBufferManager> write_buffers;
};
Resources make_resources(Resources wanted = {});

enum class OpenMode { kCreate, kExisting, kReadOnly };

// Readers may be many; all writing goes through the ledger's single writer.
class Store {
 public:
  // kCreate requires that nothing is there; the others that a store is. Throws StoreFailure.
  Store(const std::filesystem::path& directory, const Resources& resources, OpenMode mode);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  rocksdb::DB& db() const { return *db_; }
  rocksdb::ColumnFamilyHandle* family(Family family) const {
    return families_[static_cast<std::size_t>(family)];
  }
  // Absent rows are empty; what cannot be read throws.
  std::optional<std::string> get(Family family, std::string_view key,
                                 const rocksdb::Snapshot* at = nullptr) const;
  std::unique_ptr<rocksdb::Iterator> rows(Family family,
                                          const rocksdb::Snapshot* at = nullptr) const;
  // How many entries stand in the store, by its last position.
  std::uint64_t size() const;

 private:
  std::unique_ptr<rocksdb::DB> db_;
  std::array<rocksdb::ColumnFamilyHandle*, kFamilies> families_{};
};

inline rocksdb::Slice slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
inline std::string_view view_of(const rocksdb::Slice& bytes) {
  return {bytes.data(), bytes.size()};
}

}  // namespace letopis::ledger
