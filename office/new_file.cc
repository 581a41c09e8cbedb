#include "office/new_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace letopis::office {

Outcome write_new(const std::filesystem::path& file, const std::string& contents, mode_t mode) {
  const int out = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  const bool written = out >= 0 && ::write(out, contents.data(), contents.size()) ==
                                       static_cast<ssize_t>(contents.size());
  const bool synced = written && ::fsync(out) == 0;
  if (out >= 0) ::close(out);
  if (synced) return Done{};
  return Refusal{
      "file.not_written",
      {fmt::format("файл {} не записать: он уже есть или папка недоступна", file.string()),
       fmt::format("the file {} cannot be written: it is there, or the directory is not",
                   file.string())}};
}

}  // namespace letopis::office
