#include "office/logins_file.h"

#include "archive/durable_files.h"
#include "office/school_files.h"
#include "outcome/bytes.h"

namespace letopis::office {

Result<wishes::Logins> read_logins(const std::filesystem::path& directory) {
  const auto file = directory / "logins.json";
  if (!std::filesystem::exists(file)) return wishes::Logins();
  const auto text = read_small_file(file, kMaxLoginsFileBytes);
  if (!text) return text.refusal();
  return wishes::Logins::parse(*text);
}

void write_logins(const std::filesystem::path& directory, const wishes::Logins& logins) {
  const auto fresh = directory / "logins.json.next";
  std::filesystem::remove(fresh);  // of a write that a power cut left half done
  archive::write_new_file(fresh, bytes_of(logins.print()), archive::Durable::kNow);
  archive::rename_durably(fresh, directory / "logins.json");
}

}  // namespace letopis::office
