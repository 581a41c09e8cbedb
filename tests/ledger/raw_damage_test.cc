// Bits that rot in the files themselves, whatever lies in them.
#include <gtest/gtest.h>

#include <random>

#include "ledger/damage.h"

namespace letopis::ledger {
namespace {

constexpr unsigned kRounds = 400;

using Content = std::vector<std::map<std::string, std::string>>;

// Every row of every family, and the files beside the store; of the checkpoint its text, for a
// signed note may carry lines of others.
Content content(const std::filesystem::path& directory) {
  Content all;
  const Store store(directory / "store", original().school.resources, OpenMode::kReadOnly);
  for (std::size_t i = 0; i < kFamilies; ++i) {
    all.emplace_back();
    const auto rows = store.rows(static_cast<Family>(i));
    for (rows->SeekToFirst(); rows->Valid(); rows->Next()) {
      all.back().emplace(view_of(rows->key()), view_of(rows->value()));
    }
    require(rows->status());
  }
  all.emplace_back();
  for (const char* file : {"vault.keys", "vault.secret"}) {
    all.back()[file] = read_bytes(directory / file);
  }
  const auto note = read_bytes(directory / "checkpoint");
  all.back()["checkpoint"] = note.substr(0, note.find("\n\n"));
  return all;
}

using Random = std::mt19937_64;
std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

// What happens to one file.
std::string damage(Random& random, std::string bytes) {
  if (bytes.empty()) return "x";
  const auto at = below(random, bytes.size());
  switch (below(random, 8)) {
    case 0: return bytes.substr(0, at);
    case 1: return bytes + bytes.substr(at);
    case 2: {
      const auto length = std::min<std::size_t>(512, bytes.size() - at);
      return bytes.replace(at, length, length, '\0');
    }
    default: bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(random, 8))); return bytes;
  }
}

TEST(RawDamage, IsFoundOrChangedNothing) {
  RecordProperty("requirement", "ARC-02");
  const auto files = files_below(original().school.directory());
  Damaged copy;
  const auto whole = content(copy.directory());
  ASSERT_EQ(whole[static_cast<std::size_t>(Family::kEntries)].size(), kSize);
  std::vector<std::string> names;
  for (const auto& [name, bytes] : files) names.push_back(name);
  unsigned found = 0;
  for (unsigned round = 0; round < kRounds; ++round) {
    Random random(round);
    const auto& name = names[below(random, names.size())];
    copy.put_back(files);
    write_bytes(copy.directory() / name, damage(random, files.at(name)));
    const auto verdict = copy.verify();
    if (verdict.intact()) {
      ASSERT_TRUE(content(copy.directory()) == whole) << "round " << round << ", " << name << "\n"
                                                      << read_bytes(copy.directory() / name);
    } else {
      ++found;
    }
  }
  EXPECT_GT(found, kRounds / 4) << "the rest lay in files that the log does not need";
}

TEST(RawDamage, MissingFileIsFoundOrNotNeeded) {
  const auto files = files_below(original().school.directory());
  Damaged copy;
  const auto whole = content(copy.directory());
  for (const auto& [name, bytes] : files) {
    auto rest = files;
    rest.erase(name);
    copy.put_back(rest);
    std::filesystem::remove(copy.directory() / name);
    if (copy.verify().intact()) {
      ASSERT_TRUE(content(copy.directory()) == whole) << name;
    }
  }
}

}  // namespace
}  // namespace letopis::ledger
