#include "end_to_end/sealed_school.h"

#include <algorithm>

#include "office/school.h"
#include "outcome/invariant.h"

namespace letopis::end_to_end {
namespace {

namespace fs = std::filesystem;

// Sealed once by the real program; every test copies it.
const fs::path& sealed_once() {
  static const office::ScratchDirectory scratch("letopis-sealed-once");
  static const fs::path made = [] {
    const auto& where = scratch.path();
    const auto in = [&](const char* name) { return (where / name).string(); };
    live_school(where / "school", static_cast<unsigned>(std::stoul(SealedSchool::kPupils)));
    fs::create_directory(where / "a");
    fs::create_directory(where / "b");
    add_media(in("school"), in("a"), in("b"));
    const std::vector<std::string> seal{"seal",  "--data",   in("school"), "--medium",
                                        in("a"), "--medium", in("b"),      "--trial"};
    INVARIANT(letopis(seal).exit == 0);
    auto since = seal;
    since.insert(since.end(), {"--since", SealedSchool::kFirst});
    INVARIANT(letopis(since).exit == 0);
    INVARIANT(letopis({"trust", "export", "--data", in("school"), "--out", in("trust.txt")}).exit ==
              0);
    fs::copy(where / "a" / SealedSchool::kSecond / "data/log/checkpoint", where / "newest");
    return where;
  }();
  return made;
}

}  // namespace

SealedSchool::SealedSchool() {
  const auto& from = sealed_once();
  office::copy_school(from / "school", data());
  for (const auto* name : {"a", "b"}) {
    fs::copy(from / name, in(name), fs::copy_options::recursive);
  }
  for (const auto* name : {"trust.txt", "newest"}) fs::copy(from / name, in(name));
}

Ran SealedSchool::seal(const std::vector<std::string>& more) const {
  std::vector<std::string> words{"seal", "--data",   data(), "--medium",
                                 a(),    "--medium", b(),    "--trial"};
  words.insert(words.end(), more.begin(), more.end());
  return letopis(words);
}

Ran SealedSchool::verify(const std::vector<std::string>& words) const {
  auto all = words;
  all.insert(all.end(), {"--trust", trust()});
  return letopis_verify(all);
}

std::string SealedSchool::trust_of(const std::string& of, const std::string& name) const {
  const auto ran = letopis({"trust", "export", "--data", of, "--out", in(name)});
  INVARIANT(ran.exit == 0);
  return in(name);
}

void add_media(const std::string& data, const std::string& a, const std::string& b) {
  for (const auto& [path, room] :
       {std::pair(a, std::string("Кабинет 12")), std::pair(b, std::string("Сейф"))}) {
    const auto ran = letopis({"media", "add", path, "--data", data, "--room", room, "--trial"});
    INVARIANT(ran.exit == 0);
  }
}

std::vector<events::Event> events_from(const std::string& data, std::uint64_t position) {
  const auto school = office::SchoolReader::open(fs::path(data), terminal::Language::kRussian);
  INVARIANT(school.has_value());
  std::vector<events::Event> found;
  for (auto at = position; at < (*school)->log().size(); ++at) {
    found.push_back((*school)->log().event({at})->event);
  }
  return found;
}

std::uint64_t size_of(const std::string& data) {
  const auto school = office::SchoolReader::open(fs::path(data), terminal::Language::kRussian);
  INVARIANT(school.has_value());
  return (*school)->log().size();
}

void damage(const fs::path& file) {
  auto bytes = read_whole(file);
  INVARIANT(!bytes.empty());
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x01);
  write_whole(file, bytes);
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& one : fs::directory_iterator(folder)) names.push_back(one.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::pair<std::string, std::string>> all_below(const fs::path& folder) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& one : fs::recursive_directory_iterator(folder)) {
    if (!one.is_regular_file()) continue;
    all.emplace_back(one.path().lexically_relative(folder), read_whole(one.path()));
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace letopis::end_to_end
