// What all shelves of one process share, so that a thousand schools fit into it.
#pragma once

#include <cstddef>
#include <memory>

namespace rocksdb {
class Cache;
class Env;
class WriteBufferManager;
}  // namespace rocksdb

namespace letopis::shelf {

struct Resources {
  rocksdb::Env* env = nullptr;         // borrowed, outlives every shelf; null: the machine's
  std::size_t cache_bytes = 8u << 20;  // blocks of all shelves together
  std::size_t write_buffer_bytes = 16u << 20;  // memtables of all shelves together
  std::size_t one_buffer_bytes = 1u << 20;     // the memtable of one
  // Shared: each shelf holds them while it is open. Made by `make_resources`; a shelf that gets
  // none makes its own.
  std::shared_ptr<rocksdb::Cache> cache;
  std::shared_ptr<rocksdb::WriteBufferManager> write_buffers;
};

Resources make_resources(Resources wanted = {});

}  // namespace letopis::shelf
