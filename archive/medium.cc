#include "archive/medium.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <system_error>

#include "archive/durable_files.h"
#include "archive/mount.h"
#include "outcome/invariant.h"
#include "signing/encoding.h"
#include "signing/text_rules.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHeader = "letopis medium v1";
constexpr std::string_view kAside = "letopis-medium.part";
constexpr std::size_t kShownDigits = 8;  // of a log's name, enough for the eye

Refusal malformed() {
  return {"media.identity_malformed",
          {fmt::format("файл {} не паспорт носителя или испорчен", kIdentityFile),
           fmt::format("the file {} is no medium's identity, or is broken", kIdentityFile)}};
}

// What follows `label` and a space on the next line of `text`.
std::optional<std::string_view> take_value(std::string_view& text, std::string_view label) {
  auto line = signing::take_line(text);
  if (!line || !signing::take_prefix(*line, label) || !signing::take_prefix(*line, " ")) {
    return std::nullopt;
  }
  return line;
}

std::optional<std::array<std::byte, 32>> take_bytes(std::string_view& text,
                                                    std::string_view label) {
  const auto value = take_value(text, label);
  if (!value) return std::nullopt;
  const auto bytes = signing::from_hex(*value);
  std::array<std::byte, 32> taken{};
  if (!bytes || bytes->size() != taken.size()) return std::nullopt;
  std::ranges::copy(*bytes, taken.begin());
  return taken;
}

std::optional<events::MediumNumber> take_number(std::string_view& text, std::string_view label) {
  const auto value = take_value(text, label);
  if (!value) return std::nullopt;
  const auto number = signing::from_decimal(*value);
  if (!number || *number == 0 || *number > std::numeric_limits<std::uint32_t>::max()) {
    return std::nullopt;
  }
  return events::MediumNumber{static_cast<std::uint32_t>(*number)};
}

std::string beginning_of(const events::LogId& log) {
  return signing::to_hex(log.bytes.view()).substr(0, kShownDigits);
}

Refusal not_a_directory(const fs::path& root) {
  return {"media.not_directory",
          {fmt::format("{} — не папка: укажите, куда смонтирован носитель", root.string()),
           fmt::format("{} is no folder: name where the medium is mounted", root.string())}};
}

Refusal nothing_mounted(const fs::path& root) {
  return {"media.absent",
          {fmt::format("носитель не подключён: папка {} пуста, и в неё ничего не смонтировано",
                       root.string()),
           fmt::format("the medium is absent: the folder {} is empty, and nothing is mounted there",
                       root.string())},
          {},
          {"Подключите носитель и смонтируйте его.", "Plug the medium in and mount it."}};
}

Refusal no_identity(const fs::path& root) {
  return {"media.no_identity",
          {fmt::format("в {} нет файла {}: это не носитель архива или он ещё не внесён в журнал",
                       root.string(), kIdentityFile),
           fmt::format("{} holds no {}: it is no medium of the archive, or not registered yet",
                       root.string(), kIdentityFile)}};
}

Refusal unreadable(const MediumFailure& failure) {
  return {"media.unreadable",
          {fmt::format("носитель не читается: {}", failure.what()),
           fmt::format("the medium cannot be read: {}", failure.what())}};
}

// The mount of a folder that is there.
Result<Mount> mount_of_directory(const fs::path& root) {
  auto mount = mount_of(root);
  if (!mount) return mount;
  std::error_code failed;
  if (!fs::is_directory(root, failed)) return not_a_directory(root);
  return mount;
}

// A file, or a link that leads nowhere.
bool is_there(const fs::path& path) {
  std::error_code failed;
  const auto type = fs::symlink_status(path, failed).type();
  if (type == fs::file_type::none) fail_on(path, failed.value());
  return type != fs::file_type::not_found;
}

Refusal without_identity(const fs::path& root, const Mount& mount) {
  std::error_code failed;
  const bool empty = fs::is_empty(root, failed);
  if (failed) fail_on(root, failed.value());
  return empty && !mount.path_is_root ? nothing_mounted(root) : no_identity(root);
}

Result<MediumIdentity> read(const fs::path& root) {
  const auto mount = mount_of_directory(root);
  if (!mount) return mount.refusal();
  const auto text = read_file(root / kIdentityFile, kMaxIdentityBytes);
  if (text) return parse_identity(*text);
  if (text.refusal().code == "media.file_absent") return without_identity(root, *mount);
  return malformed();
}

// It is written in a folder of its own, for a file beside it might be taken for part of the medium.
void write(const fs::path& root, const std::string& text) {
  const auto aside = root / kAside;
  std::error_code failed;
  fs::remove_all(aside, failed);  // what an earlier one left
  if (failed) fail_on(aside, failed.value());
  make_directories(aside);
  write_new_file(aside / kIdentityFile, bytes_of(text), Durable::kNow);
  rename_durably(aside / kIdentityFile, root / kIdentityFile);
  if (!fs::remove(aside, failed)) fail_on(aside, failed.value());
  sync_directory(root);
}

}  // namespace

std::string print_identity(const MediumIdentity& identity) {
  INVARIANT(identity.medium.value != 0);
  return fmt::format("{}\nlog-id {}\nmedium {}\ntoken {}\n", kHeader,
                     signing::to_hex(identity.log.bytes.view()), identity.medium.value,
                     signing::to_hex(identity.token));
}

Result<MediumIdentity> parse_identity(std::string_view text) {
  if (text.size() > kMaxIdentityBytes || signing::take_line(text) != kHeader) return malformed();
  const auto log = take_bytes(text, "log-id");
  const auto medium = take_number(text, "medium");
  const auto token = take_bytes(text, "token");
  if (!log || !medium || !token || !text.empty()) return malformed();
  return MediumIdentity{{{*log}}, *medium, *token};
}

signing::Digest identity_digest(const MediumIdentity& identity) {
  return signing::sha256(bytes_of(print_identity(identity)));
}

Result<MediumIdentity> read_identity(const fs::path& root) {
  try {
    return read(root);
  } catch (const MediumFailure& failure) {
    const bool gone = failure.kind() == MediumFailure::Kind::kGone;
    return gone ? failure.refusal() : unreadable(failure);
  }
}

Result<MediumIdentity> find_medium(const fs::path& root, const RegisteredMedium& registered) {
  auto found = read_identity(root);
  if (!found) return found;
  if (found->log != registered.log) {
    return Refusal{
        "media.of_another_log",
        {fmt::format("в {} носитель {} другого журнала ({}…), а нужен носитель {} журнала {}…",
                     root.string(), found->medium.value, beginning_of(found->log),
                     registered.medium.value, beginning_of(registered.log)),
         fmt::format("{} is medium {} of another log ({}…); medium {} of the log {}… is wanted",
                     root.string(), found->medium.value, beginning_of(found->log),
                     registered.medium.value, beginning_of(registered.log))}};
  }
  if (found->medium != registered.medium) {
    return Refusal{"media.swapped",
                   {fmt::format("в {} носитель {}, а нужен носитель {}", root.string(),
                                found->medium.value, registered.medium.value),
                    fmt::format("{} is medium {}, but medium {} is wanted", root.string(),
                                found->medium.value, registered.medium.value)}};
  }
  if (identity_digest(*found) != registered.identity) {
    return Refusal{
        "media.identity_differs",
        {fmt::format("в {} лежит не тот носитель {}, который внесён в журнал: паспорт другой",
                     root.string(), registered.medium.value),
         fmt::format("{} is not the medium {} that was registered: its identity differs",
                     root.string(), registered.medium.value)}};
  }
  return found;
}

Outcome write_identity(const fs::path& root, const MediumIdentity& identity) {
  try {
    const auto mount = mount_of_directory(root);
    if (!mount) return mount.refusal();
    if (is_there(root / kIdentityFile)) {
      return Refusal{"media.identity_exists",
                     {fmt::format("в {} уже есть файл {}: носитель внесён раньше", root.string(),
                                  kIdentityFile),
                      fmt::format("{} holds {} already: the medium was registered before",
                                  root.string(), kIdentityFile)}};
    }
    write(root, print_identity(identity));
    return Done{};
  } catch (const MediumFailure& failure) {
    std::error_code ignored;
    fs::remove_all(root / kAside, ignored);
    return failure.refusal();
  }
}

}  // namespace letopis::archive
