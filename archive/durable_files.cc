#include "archive/durable_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>

#include "archive/descriptor.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDirectAlignment = 4096;  // no disk wants a coarser one
constexpr std::size_t kDirectPiece = 1u << 20;  // bytes that one direct read asks for
constexpr std::size_t kMorePiece = 4096;        // asked for past the end, where nothing should be

std::size_t whole_blocks(std::size_t bytes) {
  return (bytes + kDirectAlignment - 1) / kDirectAlignment * kDirectAlignment;
}

struct Free {
  void operator()(void* memory) const { std::free(memory); }  // NOLINT(cppcoreguidelines-no-malloc)
};
using AlignedBytes = std::unique_ptr<char, Free>;

void require(bool done, const fs::path& path) {
  if (!done) fail_on(path);
}

fs::path directory_of(const fs::path& path) {
  const auto parent = path.parent_path();
  return parent.empty() ? "." : parent;
}

void write_all(const Descriptor& file, std::string_view contents, const fs::path& path) {
  while (!contents.empty()) {
    const auto written = ::write(file.number(), contents.data(), contents.size());
    if (written < 0 && errno == EINTR) continue;
    require(written >= 0, path);
    contents.remove_prefix(static_cast<std::size_t>(written));
  }
}

// A read that starts anew when a signal cut it short.
std::size_t read_some(const Descriptor& file, char* into, std::size_t most, std::size_t from,
                      const fs::path& path) {
  for (;;) {
    const auto read = ::pread(file.number(), into, most, static_cast<off_t>(from));
    if (read >= 0) return static_cast<std::size_t>(read);
    if (errno != EINTR) fail_on(path);
  }
}

Refusal refuse(const char* code, const fs::path& path, const char* ru, const char* en) {
  return {code,
          {fmt::format("файл {} {}", path.string(), ru),
           fmt::format("the file {} {}", path.string(), en)}};
}

// Asked before anything is opened: opening a pipe would wait for whoever writes to it.
Result<std::size_t> size_of(const fs::path& path, std::size_t most_bytes) {
  struct stat found {};
  if (::lstat(path.c_str(), &found) != 0) {
    if (errno != ENOENT && errno != ENOTDIR) fail_on(path);
    return refuse("media.file_absent", path, "не найден", "is not there");
  }
  if (!S_ISREG(found.st_mode)) {
    return refuse("media.file_not_plain", path, "не обычный файл", "is not a plain file");
  }
  const auto size = static_cast<std::size_t>(found.st_size);
  if (size > most_bytes) {
    return refuse("media.file_too_large", path, "слишком велик", "is too large");
  }
  return size;
}

// The file may grow while it is read; the limit holds still.
Result<std::string> read_plainly(const fs::path& path, std::size_t size, std::size_t most_bytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  require(static_cast<bool>(file), path);
  std::string contents;
  for (std::size_t room = size + 1;; room = contents.size() + kMorePiece) {
    const auto before = contents.size();
    contents.resize(room);
    const auto read = read_some(file, contents.data() + before, room - before, before, path);
    contents.resize(before + read);
    if (contents.size() > most_bytes) {
      return refuse("media.file_too_large", path, "слишком велик", "is too large");
    }
    if (read == 0) return contents;
  }
}

// Nothing iff this file system, or this length, has no direct reads.
std::optional<std::string> read_directly(const fs::path& path, std::size_t size) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_DIRECT));
  if (!file && errno == EINVAL) return std::nullopt;
  require(static_cast<bool>(file), path);
  const AlignedBytes piece(static_cast<char*>(std::aligned_alloc(kDirectAlignment, kDirectPiece)));
  if (!piece) throw std::bad_alloc();
  std::string contents;
  contents.reserve(size);
  while (contents.size() < size) {
    if (contents.size() % kDirectAlignment != 0) return std::nullopt;  // cut short in the middle
    const auto room = std::min(kDirectPiece, whole_blocks(size - contents.size()));
    const auto read =
        ::pread(file.number(), piece.get(), room, static_cast<off_t>(contents.size()));
    if (read < 0 && errno == EINTR) continue;
    if (read < 0 && errno == EINVAL) return std::nullopt;
    require(read >= 0, path);
    if (read == 0) break;
    contents.append(piece.get(), static_cast<std::size_t>(read));
  }
  if (contents.size() != size) return std::nullopt;  // it grew or shrank meanwhile
  return contents;
}

}  // namespace

void write_new_file(const fs::path& path, Bytes contents, Durable durable) {
  const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
  const Descriptor file(::open(path.c_str(), flags, 0644));
  require(static_cast<bool>(file), path);
  write_all(file, text_of(contents), path);
  if (durable == Durable::kNow) require(::fsync(file.number()) == 0, path);
}

void make_directories(const fs::path& path) {
  std::error_code failed;
  fs::create_directories(path, failed);
  if (failed) fail_on(path, failed.value());
}

void sync_directory(const fs::path& directory) {
  const Descriptor opened(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  require(opened && ::fsync(opened.number()) == 0, directory);
}

void sync_file_system(const fs::path& directory) {
  const Descriptor opened(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  require(opened && ::syncfs(opened.number()) == 0, directory);
}

void rename_durably(const fs::path& from, const fs::path& to) {
  require(::rename(from.c_str(), to.c_str()) == 0, to);
  sync_directory(directory_of(to));
  if (directory_of(from) != directory_of(to)) sync_directory(directory_of(from));
}

// A file system that is never written, such as a CD's, has no fsync (EINVAL) and nothing to sync.
void drop_from_cache(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  require(static_cast<bool>(file), path);
  require(::fsync(file.number()) == 0 || errno == EINVAL || errno == EROFS, path);
  const int failed = ::posix_fadvise(file.number(), 0, 0, POSIX_FADV_DONTNEED);
  if (failed != 0) fail_on(path, failed);
}

Result<std::string> read_file(const fs::path& path, std::size_t most_bytes) {
  const auto size = size_of(path, most_bytes);
  if (!size) return size.refusal();
  return read_plainly(path, *size, most_bytes);
}

Result<std::string> read_past_cache(const fs::path& path, std::size_t most_bytes) {
  const auto size = size_of(path, most_bytes);
  if (!size) return size.refusal();
  if (auto contents = read_directly(path, *size)) return *std::move(contents);
  drop_from_cache(path);
  return read_plainly(path, *size, most_bytes);
}

}  // namespace letopis::archive
