#include "office/school_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "archive/descriptor.h"
#include "signing/encoding.h"

namespace letopis::office {
namespace {

namespace fs = std::filesystem;

Refusal refuse(const char* code, std::string ru, std::string en) {
  return {code, {std::move(ru), std::move(en)}};
}

Refusal broken(const char* code, const fs::path& file, const Refusal& why) {
  return refuse(code, fmt::format("файл {} испорчен: {}", file.string(), why.says.ru),
                fmt::format("the file {} is broken: {}", file.string(), why.says.en));
}

[[noreturn]] void fail(const fs::path& file) {
  throw std::system_error(errno, std::generic_category(), file.string());
}

void write_file(const fs::path& file, std::string_view contents, mode_t mode) {
  const archive::Descriptor out(
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
  if (out.number() < 0) fail(file);
  while (!contents.empty()) {
    const auto written = ::write(out.number(), contents.data(), contents.size());
    if (written < 0) fail(file);
    contents.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(out.number()) != 0) fail(file);
}

void sync_directory(const fs::path& directory) {
  const archive::Descriptor opened(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.number() < 0 || ::fsync(opened.number()) != 0) fail(directory);
}

// Each directory that is new is made durable in the one it lies in; the last is its owner's alone,
// as all that lies in it is.
void make_directories(const fs::path& directory) {
  const auto wanted = fs::absolute(directory).lexically_normal();
  fs::path made;
  for (const auto& part : wanted) {
    const auto parent = made;
    made /= part;
    if (part.empty() || !fs::create_directory(made)) continue;
    sync_directory(parent);
  }
  fs::permissions(directory, fs::perms::owner_all);
}

// A text file of one line; the newline at its end belongs to it.
Result<std::string> read_line(const fs::path& file) {
  auto text = read_small_file(file);
  if (!text) return text;
  if (text->empty() || text->back() != '\n') {
    return broken("school.unreadable", file,
                  refuse("", "последняя строка не окончена", "its last line is not ended"));
  }
  text->pop_back();
  return text;
}

}  // namespace

SchoolFiles school_files(const fs::path& directory) {
  return {directory / "school.json", directory / "log.key", directory / "log.vkey"};
}

Outcome create_school_files(const fs::path& directory, const SchoolProfile& profile,
                            const signing::Secret32& log_seed) {
  if (fs::exists(directory) && (!fs::is_directory(directory) || !fs::is_empty(directory))) {
    return Refusal{
        "school.directory_used",
        {fmt::format("папка {} не пуста: новый журнал там не начать", directory.string()),
         fmt::format("the directory {} is not empty: no new log is begun there",
                     directory.string())},
        {},
        {"Укажите новую папку или уберите из этой всё лишнее.",
         "Name a new directory, or clear this one."}};
  }
  make_directories(directory);
  const auto files = school_files(directory);
  const signing::PrivateKey key(log_seed);
  write_file(files.profile, print_profile(profile), 0644);
  write_file(files.key, signing::to_hex(log_seed.reveal()) + "\n", 0600);
  write_file(
      files.verifier_key,
      signing::print_verifier_key(signing::log_verifier_key(profile.origin, key.public_key())) +
          "\n",
      0644);
  sync_directory(directory);
  return Done{};
}

Result<SchoolProfile> read_profile(const fs::path& directory) {
  const auto file = school_files(directory).profile;
  std::error_code ignored;
  if (!fs::is_directory(directory, ignored)) {
    return refuse("school.missing", fmt::format("нет такой папки: {}", directory.string()),
                  fmt::format("there is no such directory: {}", directory.string()));
  }
  if (!fs::exists(file, ignored)) {
    return Refusal{
        "school.missing",
        {fmt::format("в папке {} нет журнала школы: нет файла school.json", directory.string()),
         fmt::format("the directory {} holds no school's log: there is no school.json",
                     directory.string())},
        {},
        {fmt::format("Учебный журнал создаёт команда letopis demo --data {}", directory.string()),
         fmt::format("A trial log is made by letopis demo --data {}", directory.string())}};
  }
  const auto text = read_small_file(file);
  if (!text) return text.refusal();
  auto profile = parse_profile(*text);
  if (!profile) return broken("school.profile", file, profile.refusal());
  return profile;
}

Result<signing::PrivateKey> read_log_key(const fs::path& directory) {
  const auto file = school_files(directory).key;
  const auto line = read_line(file);
  if (!line) return line.refusal();
  const auto bytes = signing::from_hex(*line);
  if (!bytes || bytes->size() != signing::Secret32::kBytes) {
    return broken("school.key", file,
                  refuse("", "здесь должны стоять 64 шестнадцатеричные цифры",
                         "it must hold 64 hexadecimal digits"));
  }
  return signing::PrivateKey(
      signing::Secret32(std::span<const std::byte, 32>(bytes->data(), bytes->size())));
}

Result<signing::VerifierKey> read_verifier_key(const fs::path& file) {
  const auto line = read_line(file);
  if (!line) return line.refusal();
  auto key = signing::parse_verifier_key(*line);
  if (!key) return broken("school.verifier_key", file, key.refusal());
  return key;
}

Result<std::string> read_small_file(const fs::path& file, std::size_t most_bytes) {
  std::error_code ignored;
  if (!fs::exists(file, ignored)) {
    return refuse("school.file_missing", fmt::format("нет файла {}", file.string()),
                  fmt::format("there is no file {}", file.string()));
  }
  std::ifstream in(file, std::ios::binary);
  // One byte more than there should be tells of a file that is too large, or grows.
  const auto size = fs::file_size(file, ignored);
  std::string contents(ignored ? most_bytes + 1 : std::min<std::uintmax_t>(size, most_bytes) + 1,
                       '\0');
  in.read(contents.data(), static_cast<std::streamsize>(contents.size()));
  if (!in.eof() && !in) {
    return refuse("school.unreadable", fmt::format("файл {} не читается", file.string()),
                  fmt::format("the file {} cannot be read", file.string()));
  }
  contents.resize(static_cast<std::size_t>(in.gcount()));
  if (contents.size() > most_bytes) {
    return refuse("school.too_long", fmt::format("файл {} слишком велик", file.string()),
                  fmt::format("the file {} is too large", file.string()));
  }
  return contents;
}

}  // namespace letopis::office
