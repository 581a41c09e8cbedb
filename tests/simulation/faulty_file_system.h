// The simulated disk as RocksDB, and the files beside the store, see it.
#pragma once

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <memory>

#include "simulation/memory_disk.h"

namespace letopis::simulation {

// Everything on the disk; time and threads of the real machine. Borrows the disk.
std::unique_ptr<rocksdb::Env> make_faulty_env(MemoryDisk& disk);

}  // namespace letopis::simulation
