// A log comes back out of its entries, or not at all.
#include "ledger/restore.h"

#include <gtest/gtest.h>

#include "ledger/damage.h"
#include "ledger/tiny_views.h"
#include "ledger/vault_keys.h"
#include "ledger/volume.h"

namespace letopis::ledger {
namespace {

namespace fs = std::filesystem;

const Volume& volume() {
  static const Volume one(original().school);
  return one;
}

// Nothing of a log is left in the directory, nor the directory that was made for it.
void expect_nothing_left(const TinySchool& school) { EXPECT_FALSE(fs::exists(school.directory())); }

TEST(Restore, LogComesBackRowByRow) {
  RecordProperty("requirement", "ARC-04");
  TinySchool school;
  const auto restored = restore(school, volume());
  ASSERT_EQ(code_of(restored), "");
  EXPECT_EQ(restored->size, kSize);
  EXPECT_EQ(restored->root, volume().root);
  EXPECT_EQ(restored->origin, TinySchool::kOrigin);
  EXPECT_TRUE(restored->trial);
  EXPECT_EQ(restored->keys, 4u);
  EXPECT_EQ(restored->texts, 1u);
  EXPECT_EQ(restored->texts_erased, 1u);
  const auto& kept = original().school;
  for (std::size_t i = 0; i < kFamilies; ++i) {
    const auto family = static_cast<Family>(i);
    if (family == Family::kVault) continue;
    EXPECT_TRUE(rows_of(school.directory(), school.resources, family) ==
                rows_of(kept.directory(), kept.resources, family))
        << name_of(family);
  }
  EXPECT_EQ(read_bytes(school.directory() / "checkpoint"),
            read_bytes(kept.directory() / "checkpoint"));
  EXPECT_EQ(restored->checkpoint, read_bytes(school.directory() / "checkpoint"));
}

TEST(Restore, ItsViewsAreThoseThatRebuildingGives) {
  TinySchool school;
  ASSERT_EQ(code_of(restore(school, volume())), "");
  const Store store(school.directory() / "store", school.resources, OpenMode::kReadOnly);
  const auto rebuilt = rebuild_views(store, tiny_views(), RebuildMode::kCompare, {});
  ASSERT_TRUE(rebuilt);
  for (const auto& view : rebuilt->views) EXPECT_TRUE(view.equal) << view.name;
}

TEST(Restore, LogWithoutPrivateTextsIsIntactAndGoesOn) {
  RecordProperty("requirement", "ARC-04");
  TinySchool old;
  old.found();
  ASSERT_TRUE(old.append({&old.teacher, {mark(1, 10), mark(1, 11)}}));
  const auto command = old.sign({&old.teacher, {mark(1, 12)}, {}, 77});
  ASSERT_TRUE(old.log().append(command));
  old.close();
  TinySchool school;
  ASSERT_EQ(code_of(restore(school, Volume(old))), "");
  const auto verdict = school.verify();
  EXPECT_TRUE(verdict.intact()) << told(verdict);
  EXPECT_EQ(verdict.signatures, 7u);
  ASSERT_EQ(code_of(school.open()), "");
  const auto again = school.log().append(command);
  ASSERT_EQ(code_of(again), "");
  EXPECT_TRUE(again->seen_before) << "a client that never heard may ask again";
  const auto next = school.append({&school.teacher, {mark(1, 10)}, {}, 78});
  ASSERT_EQ(code_of(next), "");
  EXPECT_EQ(next->place.first, events::Position{7});
  school.close();
  EXPECT_TRUE(school.verify().intact());
}

TEST(Restore, ErasedPersonsStayErased) {
  RecordProperty("requirement", "ACC-15");
  TinySchool school;
  ASSERT_EQ(code_of(restore(school, volume())), "");
  const auto keys = VaultKeys::open(*rocksdb::Env::Default(), vault_files(school.directory()));
  ASSERT_TRUE(keys);
  EXPECT_EQ((*keys)->state({11}), VaultKeys::State::kDestroyed);
  EXPECT_EQ((*keys)->persons(), (std::vector<events::PersonNumber>{{11}}));
  const auto verdict = school.verify();
  EXPECT_EQ(verdict.texts_erased, 1u);
  ASSERT_EQ(verdict.findings_in_all, 1u) << told(verdict);
  EXPECT_EQ(verdict.findings[0].what.code, "vault.text_missing");
}

TEST(Restore, DirectoryMayHoldOtherFiles) {
  TinySchool school;
  fs::create_directories(school.directory());
  write_bytes(school.directory() / "school.json", "{}");
  ASSERT_EQ(code_of(restore(school, volume())), "");
  EXPECT_EQ(read_bytes(school.directory() / "school.json"), "{}");
}

TEST(Restore, NothingIsRestoredOverALogOrWhatIsLeftOfOne) {
  TinySchool school;
  school.found();
  school.close();
  auto before = files_below(school.directory());
  EXPECT_EQ(code_of(restore(school, volume())), "ledger.exists");
  EXPECT_EQ(files_below(school.directory()), before);
  fs::remove_all(school.directory() / "store");
  before = files_below(school.directory());
  EXPECT_EQ(code_of(restore(school, volume())), "ledger.exists");
  EXPECT_EQ(files_below(school.directory()), before);
}

TEST(Restore, AnotherRootLeavesNothing) {
  RecordProperty("requirement", "ARC-04");
  TinySchool school;
  Volume other = volume();
  other.root = signing::empty_root();
  EXPECT_EQ(code_of(restore(school, other)), "restore.root_differs");
  expect_nothing_left(school);
}

TEST(Restore, OneEntryTooFewOrTooManyLeavesNothing) {
  TinySchool school;
  Volume fewer = volume();
  fewer.entries.pop_back();
  EXPECT_EQ(code_of(restore(school, fewer)), "restore.root_differs");
  expect_nothing_left(school);
  EXPECT_EQ(code_of(restore(school, volume(), fewer.source())), "volume.end");
  expect_nothing_left(school);
  Volume more = volume();
  more.entries.push_back(more.entries.back());
  EXPECT_EQ(code_of(restore(school, more)), "restore.entry");
  expect_nothing_left(school);
}

TEST(Restore, LogThatEndsInTheMiddleOfACommandLeavesNothing) {
  TinySchool school;
  Volume cut = volume();
  cut.entries.resize(7);
  signing::MerkleFrontier tree;
  for (const auto& entry : cut.entries) tree.append(signing::leaf_hash(bytes_of(entry)));
  cut.root = tree.root();
  EXPECT_EQ(code_of(restore(school, cut)), "restore.cut");
  cut.entries.clear();
  cut.root = signing::empty_root();
  EXPECT_EQ(code_of(restore(school, cut)), "restore.cut");
  expect_nothing_left(school);
}

TEST(Restore, WrongEntryIsNamedAndLeavesNothing) {
  TinySchool school;
  const auto refused = [&](Volume wrong) {
    const auto restored = restore(school, wrong);
    expect_nothing_left(school);
    return restored ? "" : restored.refusal().code + ": " + restored.refusal().says.en;
  };
  const auto with = [&](std::size_t at, std::string entry) {
    Volume wrong = volume();
    wrong.entries[at] = std::move(entry);
    return wrong;
  };
  const auto& entries = volume().entries;
  EXPECT_TRUE(refused(with(9, "x")).starts_with("restore.entry: entry 9: "));
  EXPECT_TRUE(refused(with(0, entries[1])).starts_with("restore.entry: entry 0: "));
  EXPECT_TRUE(refused(with(20, entries[0])).starts_with("restore.entry: entry 20: "));
  EXPECT_TRUE(refused(with(8, entries[4])).starts_with("restore.entry: entry 8: "));
  EXPECT_TRUE(refused(with(2, entries[3])).starts_with("restore.entry: entry 2: "));
  // Its signature alone is another: the tree says so.
  auto resigned = entries[9];
  resigned[50] = static_cast<char>(resigned[50] ^ 1);
  EXPECT_TRUE(refused(with(9, resigned)).starts_with("restore.root_differs"));
}

// The colleague's key ends with the last entry.
TEST(Restore, KeyThatDoesNotStandIsRefused) {
  TinySchool school;
  Volume wrong = volume();
  auto entry = events::cut_entry(bytes_of(wrong.entries.back()));
  ASSERT_TRUE(entry);
  const events::SignedEvent by_another{std::string(text_of(entry->event)),
                                       school.founder.key.key_id(), entry->signature};
  wrong.entries.back() = events::make_entry(by_another, entry->recorded);
  const auto restored = restore(school, wrong);
  ASSERT_EQ(code_of(restored), "restore.entry");
  EXPECT_NE(restored.refusal().says.en.find("the key belongs to 0"), std::string::npos);
}

TEST(Restore, CutOffInTheMiddleOpensAsNothingAndIsSweptByTheNext) {
  RecordProperty("requirement", "ARC-04");
  TinySchool school;
  auto whole = volume().source();
  std::uint64_t given = 0;
  const auto breaking = [&]() -> Result<std::string> {
    if (++given == kSize / 2) throw std::runtime_error("the medium was pulled out");
    return whole();
  };
  EXPECT_THROW(static_cast<void>(restore(school, volume(), breaking)), std::runtime_error);
  EXPECT_TRUE(fs::exists(school.directory() / "store.part"));
  EXPECT_EQ(code_of(school.open()), "ledger.restore_unfinished");
  EXPECT_EQ(code_of(school.create()), "ledger.exists");
  EXPECT_FALSE(school.verify().intact());
  ASSERT_EQ(code_of(restore(school, volume())), "");
  EXPECT_FALSE(fs::exists(school.directory() / "store.part"));
  EXPECT_EQ(code_of(school.open()), "");
}

TEST(Restore, CutOffBeforeItsLastStepOpensAsNothingAndIsSweptByTheNext) {
  TinySchool school;
  ASSERT_EQ(code_of(restore(school, volume())), "");
  const auto restored = files_below(school.directory());
  fs::rename(school.directory() / "store", school.directory() / "store.part");
  EXPECT_EQ(code_of(school.open()), "ledger.restore_unfinished");
  EXPECT_FALSE(school.verify().intact());
  Volume other = volume();
  other.root = signing::empty_root();
  EXPECT_EQ(code_of(restore(school, other)), "restore.root_differs");
  EXPECT_TRUE(files_below(school.directory()).empty());
  ASSERT_EQ(code_of(restore(school, volume())), "");
  EXPECT_EQ(code_of(school.open()), "");
}

TEST(Restore, RestoreThatRunsIsNotSweptByAnother) {
  TinySchool school;
  auto whole = volume().source();
  const auto meeting = [&]() -> Result<std::string> {
    EXPECT_THROW(static_cast<void>(restore(school, volume())), StoreFailure);
    return whole();
  };
  Volume small = volume();
  small.entries.resize(1);
  small.root = signing::leaf_hash(bytes_of(small.entries[0]));
  EXPECT_EQ(code_of(restore(school, small, meeting)), "");
  EXPECT_EQ(code_of(school.open()), "");
}

TEST(Restore, ProgressNeverGoesBackAndEndsBelowAll) {
  TinySchool school;
  std::uint64_t last = 0;
  const auto progress = [&](std::uint64_t done, std::uint64_t all) {
    EXPECT_LE(done, all);
    EXPECT_GE(done, last);
    last = done;
  };
  ASSERT_TRUE(restore_log({school.directory(), kSize, volume().root, TinySchool::kOrigin},
                          volume().source(), school.log_key(), tiny_views(), school.resources,
                          progress));
}

}  // namespace
}  // namespace letopis::ledger
