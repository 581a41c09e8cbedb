#include "archive/mount.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>

#include <fstream>
#include <sstream>

#include "archive/medium_failure.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMountTable = "/proc/self/mountinfo";

// The table writes blanks and backslashes as \ and three octal digits.
std::string unescaped(std::string_view text) {
  const auto is_octal = [](char digit) { return digit >= '0' && digit <= '7'; };
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto digits = text.substr(at + 1, 3);
    if (text[at] == '\\' && digits.size() == 3 && is_octal(digits[0]) && is_octal(digits[1]) &&
        is_octal(digits[2])) {
      plain += static_cast<char>((digits[0] - '0') * 64 + (digits[1] - '0') * 8 + digits[2] - '0');
      at += digits.size();
    } else {
      plain += text[at];
    }
  }
  return plain;
}

// A line of proc(5): "36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root
// rw,errors=continue", the optional fields before the dash being any number.
bool find_mount(const std::string& id, Mount& mount) {
  std::ifstream table{std::string(kMountTable)};
  for (std::string line; std::getline(table, line);) {
    std::istringstream words(line);
    std::string word;
    if (!(words >> word) || word != id) continue;
    while (words >> word && word != "-") continue;
    std::string source;
    if (!(words >> mount.file_system >> source)) return false;
    mount.source = unescaped(source);
    return true;
  }
  return false;
}

Refusal unreadable(const fs::path& path) {
  return {"media.unreadable",
          {fmt::format("папку {} нельзя открыть: нет прав", path.string()),
           fmt::format("the folder {} may not be opened", path.string())}};
}

}  // namespace

Refusal absent_medium(const fs::path& path) {
  return {"media.absent",
          {fmt::format("носитель не подключён: нет папки {}", path.string()),
           fmt::format("the medium is absent: there is no folder {}", path.string())},
          {},
          {"Подключите носитель и смонтируйте его.", "Plug the medium in and mount it."}};
}

Refusal unknown_disk(const fs::path& path, const Sentence& why) {
  return {"media.disk_unknown",
          {fmt::format("не узнать, на каком физическом диске лежит {}: {}", path.string(), why.ru),
           fmt::format("there is no telling on which physical disk {} lies: {}", path.string(),
                       why.en)},
          {},
          {"Возьмите диск, подключённый прямо к этому компьютеру.",
           "Take a disk that is attached to this very computer."}};
}

Result<Mount> mount_of(const fs::path& path) {
  struct statx found {};
  if (::statx(AT_FDCWD, path.c_str(), 0, STATX_TYPE | STATX_MNT_ID, &found) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return absent_medium(path);
    if (errno == EACCES) return unreadable(path);
    fail_on(path);
  }
  Mount mount;
  if ((found.stx_mask & STATX_MNT_ID) == 0 ||
      !find_mount(std::to_string(found.stx_mnt_id), mount)) {
    return unknown_disk(path, {"его нет в таблице монтирования", "it is not in the mount table"});
  }
  struct statvfs space {};
  if (::statvfs(path.c_str(), &space) != 0) fail_on(path);
  mount.read_only = (space.f_flag & ST_RDONLY) != 0;
  mount.device = ::makedev(found.stx_dev_major, found.stx_dev_minor);
  mount.path_is_root = (found.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
  return mount;
}

}  // namespace letopis::archive
