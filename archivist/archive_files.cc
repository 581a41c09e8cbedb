#include "archivist/archive_files.h"

#include <fmt/format.h>

#include <algorithm>

#include "archive/durable_files.h"
#include "signing/note.h"
#include "signing/text_rules.h"

namespace letopis::archivist {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxBegunBytes = 65'536;

fs::path earlier_file(const fs::path& directory) { return directory / "archive" / "earlier.txt"; }
fs::path begun_file(const fs::path& directory) { return directory / "archive" / "begun.txt"; }

void replace(const fs::path& file, const std::string& contents) {
  fs::path aside = file;
  aside += ".part";
  fs::remove(aside);
  archive::make_directories(file.parent_path());
  archive::write_new_file(aside, bytes_of(contents), archive::Durable::kNow);
  archive::rename_durably(aside, file);
}

}  // namespace

fs::path cosigned_folder(const fs::path& directory) { return directory / "archive" / "cosigned"; }

std::vector<std::string> read_checkpoints(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(folder, absent)) {
    if (entry.path().extension().empty()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  if (files.size() > kMaxKeptCheckpoints) {
    files.erase(files.begin(), files.end() - kMaxKeptCheckpoints);
  }
  std::vector<std::string> notes;
  for (const auto& file : files) {
    auto note = archive::read_file(file, signing::kMaxNoteBytes);
    if (note) notes.push_back(std::move(*note));
  }
  return notes;
}

void write_checkpoint(const fs::path& folder, const std::string& note, std::uint64_t size) {
  replace(folder / fmt::format("{:012}", size), note);
}

std::set<std::string> read_begun(const fs::path& directory) {
  std::set<std::string> names;
  const auto text = archive::read_file(begun_file(directory), kMaxBegunBytes);
  std::string_view rest = text ? std::string_view(*text) : std::string_view();
  while (const auto line = signing::take_line(rest)) names.emplace(*line);
  return names;
}

void write_begun(const fs::path& directory, const std::set<std::string>& names) {
  std::string lines;
  for (const auto& name : names) lines += name + "\n";
  replace(begun_file(directory), lines);
}

Outcome add_earlier_logs(const fs::path& directory, archive::Trust& trust) {
  if (!fs::exists(earlier_file(directory))) return Done{};
  const auto text = archive::read_file(earlier_file(directory), archive::kMaxTrustBytes);
  if (!text) return text.refusal();
  const auto earlier = archive::parse_trust(*text);
  if (!earlier) return earlier.refusal();
  const auto& policy = earlier->policy;
  trust.policy.logs.insert(trust.policy.logs.end(), policy.logs.begin(), policy.logs.end());
  trust.policy.witnesses = policy.witnesses;
  trust.policy.groups = policy.groups;
  trust.policy.quorum = policy.quorum;
  trust.checkpoints = earlier->checkpoints;
  return Done{};
}

void write_earlier_logs(const fs::path& directory, const archive::Trust& trust) {
  replace(earlier_file(directory), archive::print_trust(trust));
}

Refusal not_registered(const fs::path& medium) {
  return {"media.not_registered",
          {fmt::format("журнал событий не знает этого носителя: {}", medium.string()),
           fmt::format("the log does not know this medium: {}", medium.string())},
          {},
          {fmt::format("Зарегистрируйте его: letopis media add {} --data ПАПКА --room …",
                       medium.string()),
           fmt::format("Register it: letopis media add {} --data DIR --room …", medium.string())}};
}

Refusal retired(const fs::path& path, events::MediumNumber medium) {
  return {"media.retired",
          {fmt::format("носитель № {} списан: {}", medium.value, path.string()),
           fmt::format("medium {} was retired: {}", medium.value, path.string())}};
}

Refusal same_medium(const fs::path& one, const fs::path& other) {
  return {"media.same_medium",
          {fmt::format("{} и {} — один и тот же носитель: нужны два", one.string(), other.string()),
           fmt::format("{} and {} are one medium: two are needed", one.string(), other.string())}};
}

Refusal not_last(const std::string& asked, const std::string& last) {
  return {"volume.not_last",
          {fmt::format("том {} — не последний запечатанный, продолжить можно только его", asked),
           fmt::format("the volume {} is not the one sealed last; only that can be gone on from",
                       asked)},
          {},
          {last.empty() ? "Запечатайте первый том целиком, без --since." : "Последний: " + last,
           last.empty() ? "Seal the first volume whole, without --since." : "The last: " + last}};
}

}  // namespace letopis::archivist
