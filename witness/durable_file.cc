#include "witness/durable_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace letopis::witness {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail_on(const fs::path& file) {
  throw std::system_error(errno, std::generic_category(), file.string());
}

class Descriptor {
 public:
  Descriptor(const fs::path& file, int flags, unsigned mode = 0)
      : file_(file), number_(::open(file.c_str(), flags | O_CLOEXEC, mode)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }
  void require(bool done) const {
    if (!done) fail_on(file_);
  }
  void write(std::string_view contents, std::uint64_t at) const {
    while (!contents.empty()) {
      const auto written =
          ::pwrite(number_, contents.data(), contents.size(), static_cast<off_t>(at));
      if (written < 0 && errno == EINTR) continue;
      require(written >= 0);
      contents.remove_prefix(static_cast<std::size_t>(written));
      at += static_cast<std::uint64_t>(written);
    }
  }
  void sync() const { require(::fsync(number_) == 0); }

 private:
  const fs::path& file_;
  int number_;
};

void sync_directory(const fs::path& directory) {
  const fs::path named = directory.empty() ? "." : directory;
  const Descriptor opened(named, O_RDONLY | O_DIRECTORY);
  opened.require(opened.is_open());
  opened.sync();
}

}  // namespace

FileLock::FileLock(const fs::path& file)
    : number_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
  if (number_ < 0) fail_on(file);
  while (::flock(number_, LOCK_EX) != 0) {
    if (errno == EINTR) continue;
    const int failed = errno;
    ::close(number_);
    errno = failed;
    fail_on(file);
  }
}

FileLock::~FileLock() { ::close(number_); }

Result<std::optional<std::string>> read_whole(const fs::path& file, std::size_t most_bytes) {
  const Descriptor opened(file, O_RDONLY);
  if (!opened.is_open() && errno == ENOENT) return std::optional<std::string>();
  opened.require(opened.is_open());
  std::string contents(most_bytes + 1, '\0');
  std::size_t got = 0;
  while (got < contents.size()) {
    const auto read = ::read(opened.number(), contents.data() + got, contents.size() - got);
    if (read < 0 && errno == EINTR) continue;
    opened.require(read >= 0);
    if (read == 0) break;
    got += static_cast<std::size_t>(read);
  }
  if (got > most_bytes) {
    return Refusal{"file.too_long",
                   {fmt::format("файл {} слишком велик", file.string()),
                    fmt::format("the file {} is too large", file.string())}};
  }
  contents.resize(got);
  return std::optional(std::move(contents));
}

void replace_durably(const fs::path& file, std::string_view contents, unsigned mode) {
  fs::path aside = file;
  aside += ".part";
  {
    const Descriptor opened(aside, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode);
    opened.require(opened.is_open());
    opened.write(contents, 0);
    opened.sync();
  }
  if (::rename(aside.c_str(), file.c_str()) != 0) fail_on(file);
  sync_directory(file.parent_path());
}

void append_durably(const fs::path& file, std::uint64_t end, std::string_view contents) {
  const Descriptor opened(file, O_WRONLY | O_CREAT | O_NOFOLLOW, 0644);
  opened.require(opened.is_open());
  opened.write(contents, end);
  opened.sync();
  if (end == 0) sync_directory(file.parent_path());  // it may be new
}

void cut_durably(const fs::path& file, std::uint64_t end) {
  const Descriptor opened(file, O_WRONLY | O_NOFOLLOW);
  opened.require(opened.is_open());
  opened.require(::ftruncate(opened.number(), static_cast<off_t>(end)) == 0);
  opened.sync();
}

void make_directories_durably(const fs::path& directory) {
  if (directory.empty() || fs::is_directory(directory)) return;
  make_directories_durably(directory.parent_path());
  fs::create_directory(directory);
  sync_directory(directory.parent_path());
}

}  // namespace letopis::witness
