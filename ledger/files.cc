#include "ledger/files.h"

#include "ledger/store.h"

namespace letopis::ledger {
namespace {

void write_and_sync(rocksdb::WritableFile& file, std::string_view contents) {
  require(file.Append(slice(contents)));
  require(file.Sync());
  require(file.Close());
}

}  // namespace

void sync_directory(rocksdb::Env& env, const std::filesystem::path& directory) {
  std::unique_ptr<rocksdb::Directory> handle;
  require(env.NewDirectory(directory.empty() ? "." : directory.string(), &handle));
  require(handle->Fsync());
}

std::optional<std::string> read_file(rocksdb::Env& env, const std::filesystem::path& path) {
  std::uint64_t size = 0;
  const auto found = env.GetFileSize(path.string(), &size);
  if (!found.ok()) {
    if (env.FileExists(path.string()).IsNotFound()) return std::nullopt;
    require(found);
  }
  if (size > kMaxFileBytes) {
    throw StoreFailure(StoreFailure::Kind::kCorrupt, path.string() + ": larger than it can be");
  }
  std::string contents;
  require(rocksdb::ReadFileToString(&env, path.string(), &contents));
  return contents;
}

void replace_file(rocksdb::Env& env, const std::filesystem::path& path, std::string_view contents) {
  const auto aside = path.string() + ".new";
  std::unique_ptr<rocksdb::WritableFile> file;
  require(env.NewWritableFile(aside, &file, rocksdb::EnvOptions()));
  write_and_sync(*file, contents);
  rename_file(env, aside, path);
}

void append_to_file(rocksdb::Env& env, const std::filesystem::path& path,
                    std::string_view contents) {
  std::unique_ptr<rocksdb::WritableFile> file;
  require(env.ReopenWritableFile(path.string(), &file, rocksdb::EnvOptions()));
  write_and_sync(*file, contents);
}

void rename_file(rocksdb::Env& env, const std::filesystem::path& from,
                 const std::filesystem::path& to) {
  require(env.RenameFile(from.string(), to.string()));
  sync_directory(env, to.parent_path());
}

}  // namespace letopis::ledger
