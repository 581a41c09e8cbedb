#include "simulation/faulty_file_system.h"

#include <algorithm>
#include <filesystem>

namespace letopis::simulation {
namespace {

using rocksdb::FileOptions;
using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

std::string plain(const std::string& path) {
  auto name = std::filesystem::path(path).lexically_normal().string();
  while (name.size() > 1 && name.back() == '/') name.pop_back();
  return name;
}

IOStatus status(DiskAnswer answer, const std::string& what) {
  switch (answer) {
    case DiskAnswer::kOk: return IOStatus::OK();
    case DiskAnswer::kNoSuchFile: return IOStatus::PathNotFound(what);
    case DiskAnswer::kNoRoom: return IOStatus::NoSpace(what);
    case DiskAnswer::kBroken: break;
  }
  return IOStatus::IOError(what, "the disk does not answer");
}

class SequentialFile final : public rocksdb::FSSequentialFile {
 public:
  SequentialFile(MemoryDisk& disk, MemoryDisk::Handle handle)
      : disk_(disk), handle_(std::move(handle)) {}
  IOStatus Read(std::size_t n, const IOOptions&, Slice* result, char* scratch,
                IODebugContext*) override {
    std::size_t got = 0;
    const auto answer = disk_.read(handle_, at_, n, scratch, got);
    *result = Slice(scratch, got);
    at_ += got;
    return status(answer, "read");
  }
  IOStatus Skip(std::uint64_t n) override {
    at_ += n;
    return IOStatus::OK();
  }

 private:
  MemoryDisk& disk_;
  const MemoryDisk::Handle handle_;
  std::uint64_t at_ = 0;
};

class RandomAccessFile final : public rocksdb::FSRandomAccessFile {
 public:
  RandomAccessFile(MemoryDisk& disk, MemoryDisk::Handle handle)
      : disk_(disk), handle_(std::move(handle)) {}
  IOStatus Read(std::uint64_t from, std::size_t n, const IOOptions&, Slice* result, char* scratch,
                IODebugContext*) const override {
    std::size_t got = 0;
    const auto answer = disk_.read(handle_, from, n, scratch, got);
    *result = Slice(scratch, got);
    return status(answer, "read");
  }

 private:
  MemoryDisk& disk_;
  const MemoryDisk::Handle handle_;
};

class WritableFile final : public rocksdb::FSWritableFile {
 public:
  WritableFile(MemoryDisk& disk, MemoryDisk::Handle handle, std::uint64_t size)
      : disk_(disk), handle_(std::move(handle)), size_(size) {}
  using FSWritableFile::Append;
  IOStatus Append(const Slice& data, const IOOptions&, IODebugContext*) override {
    const auto answer = disk_.append(handle_, {data.data(), data.size()});
    if (answer == DiskAnswer::kOk) size_ += data.size();
    return status(answer, "append");
  }
  IOStatus Close(const IOOptions&, IODebugContext*) override { return IOStatus::OK(); }
  IOStatus Flush(const IOOptions&, IODebugContext*) override { return IOStatus::OK(); }
  IOStatus Sync(const IOOptions&, IODebugContext*) override {
    return status(disk_.sync(handle_), "sync");
  }
  std::uint64_t GetFileSize(const IOOptions&, IODebugContext*) override { return size_; }

 private:
  MemoryDisk& disk_;
  const MemoryDisk::Handle handle_;
  std::uint64_t size_;
};

class Directory final : public rocksdb::FSDirectory {
 public:
  Directory(MemoryDisk& disk, std::string path) : disk_(disk), path_(std::move(path)) {}
  IOStatus Fsync(const IOOptions&, IODebugContext*) override {
    return status(disk_.sync_directory(path_), std::string("sync ").append(path_));
  }
  std::size_t GetUniqueId(char*, std::size_t) const override { return 0; }

 private:
  MemoryDisk& disk_;
  const std::string path_;
};

class Lock final : public rocksdb::FileLock {
 public:
  explicit Lock(std::string path) : path_(std::move(path)) {}
  const std::string& path() const { return path_; }

 private:
  const std::string path_;
};

// RocksDB's own log says when things happened in the real world: not of this one.
class Silence final : public rocksdb::Logger {
 public:
  using Logger::Logv;
  void Logv(const char*, va_list) override {}
  std::size_t GetLogFileSize() const override { return 0; }
};

class FaultyFileSystem final : public rocksdb::FileSystem {
 public:
  explicit FaultyFileSystem(MemoryDisk& disk) : disk_(disk) {}
  const char* Name() const override { return "FaultyFileSystem"; }

  IOStatus NewSequentialFile(const std::string& path, const FileOptions&,
                             std::unique_ptr<rocksdb::FSSequentialFile>* result,
                             IODebugContext*) override {
    MemoryDisk::Handle handle;
    const auto answer = disk_.open(plain(path), handle);
    if (answer == DiskAnswer::kOk) *result = std::make_unique<SequentialFile>(disk_, handle);
    return status(answer, path);
  }
  IOStatus NewRandomAccessFile(const std::string& path, const FileOptions&,
                               std::unique_ptr<rocksdb::FSRandomAccessFile>* result,
                               IODebugContext*) override {
    MemoryDisk::Handle handle;
    const auto answer = disk_.open(plain(path), handle);
    if (answer == DiskAnswer::kOk) *result = std::make_unique<RandomAccessFile>(disk_, handle);
    return status(answer, path);
  }
  IOStatus NewWritableFile(const std::string& path, const FileOptions&,
                           std::unique_ptr<rocksdb::FSWritableFile>* result,
                           IODebugContext*) override {
    MemoryDisk::Handle handle;
    const auto answer = disk_.create(plain(path), handle);
    if (answer == DiskAnswer::kOk) *result = std::make_unique<WritableFile>(disk_, handle, 0);
    return status(answer, path);
  }
  IOStatus ReopenWritableFile(const std::string& path, const FileOptions& options,
                              std::unique_ptr<rocksdb::FSWritableFile>* result,
                              IODebugContext* context) override {
    MemoryDisk::Handle handle;
    const auto answer = disk_.open(plain(path), handle);
    if (answer == DiskAnswer::kNoSuchFile) return NewWritableFile(path, options, result, context);
    if (answer == DiskAnswer::kOk) {
      *result = std::make_unique<WritableFile>(disk_, handle, handle.file->bytes.size());
    }
    return status(answer, path);
  }
  IOStatus NewDirectory(const std::string& path, const IOOptions&,
                        std::unique_ptr<rocksdb::FSDirectory>* result, IODebugContext*) override {
    if (!disk_.powered()) return status(DiskAnswer::kBroken, path);
    if (!disk_.is_directory(plain(path))) return status(DiskAnswer::kNoSuchFile, path);
    *result = std::make_unique<Directory>(disk_, plain(path));
    return IOStatus::OK();
  }
  IOStatus FileExists(const std::string& path, const IOOptions&, IODebugContext*) override {
    if (!disk_.powered()) return status(DiskAnswer::kBroken, path);
    const bool there = disk_.size_of(plain(path)) || disk_.is_directory(plain(path));
    return there ? IOStatus::OK() : IOStatus::NotFound(path);
  }
  IOStatus GetChildren(const std::string& path, const IOOptions&, std::vector<std::string>* result,
                       IODebugContext*) override {
    if (!disk_.powered()) return status(DiskAnswer::kBroken, path);
    if (!disk_.is_directory(plain(path))) return IOStatus::NotFound(path);
    *result = disk_.children(plain(path));
    return IOStatus::OK();
  }
  IOStatus DeleteFile(const std::string& path, const IOOptions&, IODebugContext*) override {
    return status(disk_.remove(plain(path)), path);
  }
  IOStatus CreateDir(const std::string& path, const IOOptions&, IODebugContext*) override {
    return status(disk_.make_directory(plain(path)), path);
  }
  IOStatus CreateDirIfMissing(const std::string& path, const IOOptions&, IODebugContext*) override {
    return status(disk_.make_directory(plain(path)), path);
  }
  IOStatus DeleteDir(const std::string& path, const IOOptions&, IODebugContext*) override {
    return IOStatus::NotSupported(path);
  }
  IOStatus GetFileSize(const std::string& path, const IOOptions&, std::uint64_t* size,
                       IODebugContext*) override {
    if (!disk_.powered()) return status(DiskAnswer::kBroken, path);
    const auto found = disk_.size_of(plain(path));
    *size = found.value_or(0);
    return found ? IOStatus::OK() : IOStatus::NotFound(path);
  }
  IOStatus GetFileModificationTime(const std::string&, const IOOptions&, std::uint64_t* time,
                                   IODebugContext*) override {
    *time = 0;
    return IOStatus::OK();
  }
  IOStatus RenameFile(const std::string& from, const std::string& to, const IOOptions&,
                      IODebugContext*) override {
    return status(disk_.rename(plain(from), plain(to)), from);
  }
  IOStatus LockFile(const std::string& path, const IOOptions&, rocksdb::FileLock** lock,
                    IODebugContext*) override {
    const auto answer = disk_.lock(plain(path));
    // RocksDB's interface wants a plain pointer; UnlockFile takes it back.
    *lock = answer == DiskAnswer::kOk ? std::make_unique<Lock>(plain(path)).release() : nullptr;
    return status(answer, path);
  }
  IOStatus UnlockFile(rocksdb::FileLock* lock, const IOOptions&, IODebugContext*) override {
    const std::unique_ptr<Lock> owned(static_cast<Lock*>(lock));
    disk_.unlock(owned->path());
    return IOStatus::OK();
  }
  IOStatus GetTestDirectory(const IOOptions&, std::string* path, IODebugContext*) override {
    *path = "/";
    return IOStatus::OK();
  }
  IOStatus NewLogger(const std::string&, const IOOptions&, std::shared_ptr<rocksdb::Logger>* result,
                     IODebugContext*) override {
    *result = std::make_shared<Silence>();
    return IOStatus::OK();
  }
  IOStatus GetAbsolutePath(const std::string& path, const IOOptions&, std::string* result,
                           IODebugContext*) override {
    *result = plain(path);
    return IOStatus::OK();
  }
  IOStatus IsDirectory(const std::string& path, const IOOptions&, bool* is,
                       IODebugContext*) override {
    *is = disk_.is_directory(plain(path));
    return IOStatus::OK();
  }
  IOStatus GetFreeSpace(const std::string& path, const IOOptions&, std::uint64_t* free,
                        IODebugContext*) override {
    *free = disk_.room();
    return disk_.powered() ? IOStatus::OK() : status(DiskAnswer::kBroken, path);
  }

 private:
  MemoryDisk& disk_;
};

}  // namespace

std::unique_ptr<rocksdb::Env> make_faulty_env(MemoryDisk& disk) {
  return rocksdb::NewCompositeEnv(std::make_shared<FaultyFileSystem>(disk));
}

}  // namespace letopis::simulation
