// What is served again, and what is refused without touching it.
#include <gtest/gtest.h>

#include "events/codec.h"
#include "ledger/published.h"
#include "ledger/tiny_school.h"
#include "ledger/tiny_views.h"
#include "ledger/vault_keys.h"

namespace letopis::ledger {
namespace {

namespace fs = std::filesystem;

class Opening : public ::testing::Test {
 protected:
  Opening() {
    school_.found();
    for (std::uint32_t i = 1; i <= 20; ++i) {
      EXPECT_TRUE(school_.append({&school_.teacher, {mark(1, i)}}));
    }
  }
  fs::path store() const { return school_.directory() / "store"; }
  fs::path checkpoint() const { return checkpoint_file(school_.directory()); }
  void keep(const fs::path& what, const fs::path& as) {
    fs::remove_all(as);
    fs::copy(what, as, fs::copy_options::recursive);
  }
  // Opening refuses, and every file stays as it was.
  void expect_refused(const std::string& code) {
    const auto before = files_below(school_.directory());
    EXPECT_EQ(code_of(school_.open()), code);
    EXPECT_TRUE(files_below(school_.directory()) == before) << "what is refused is left alone";
  }

  TinySchool school_;
  TemporaryDirectory aside_;
};

TEST_F(Opening, OlderStoreUnderANewerCheckpointIsRolledBack) {
  RecordProperty("requirement", "ARC-02");
  school_.close();
  keep(store(), aside_.path() / "store");
  ASSERT_TRUE(school_.open());
  ASSERT_TRUE(school_.append({&school_.teacher, {mark(2, 1)}}));
  school_.close();
  keep(aside_.path() / "store", store());
  expect_refused("ledger.rolled_back");
}

TEST_F(Opening, StoreOfAnotherBranchIsForked) {
  RecordProperty("requirement", "ARC-02");
  school_.close();
  keep(school_.directory(), aside_.path() / "data");
  ASSERT_TRUE(school_.open());
  ASSERT_TRUE(school_.append({&school_.teacher, {mark(2, 1, events::MarkValue::kFive)}}));
  school_.close();
  const auto note = read_bytes(checkpoint());
  keep(aside_.path() / "data", school_.directory());
  ASSERT_TRUE(school_.open());
  ASSERT_TRUE(school_.append({&school_.teacher, {mark(2, 1, events::MarkValue::kTwo)}, {}, 9'999}));
  school_.close();
  write_bytes(checkpoint(), note);
  EXPECT_EQ(code_of(school_.open()), "ledger.forked");
  ASSERT_EQ(read_bytes(checkpoint()), note);
  // The longer branch is no better.
  keep(aside_.path() / "data", school_.directory());
  ASSERT_TRUE(school_.open());
  for (std::uint32_t i = 1; i <= 3; ++i) {
    ASSERT_TRUE(school_.append({&school_.colleague, {mark(3, i)}}));
  }
  school_.close();
  write_bytes(checkpoint(), note);
  EXPECT_EQ(code_of(school_.open()), "ledger.forked");
  EXPECT_EQ(read_bytes(checkpoint()), note);
}

TEST_F(Opening, CheckpointMissingAlteredOrSignedByAnotherIsRefused) {
  school_.close();
  const auto good = read_bytes(checkpoint());
  fs::remove(checkpoint());
  expect_refused("ledger.checkpoint_missing");
  for (std::size_t at = 0; at < good.size(); at += 3) {
    auto bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 1);
    write_bytes(checkpoint(), bad);
    ASSERT_EQ(code_of(school_.open()), "ledger.checkpoint_altered") << at;
  }
  const auto root = signing::sha256(bytes_of("another root"));
  for (const auto& [origin, key] :
       {std::pair{TinySchool::kOrigin, "thief"}, std::pair{"letopis.example/other", "log"}}) {
    write_bytes(checkpoint(), signing::sign_checkpoint({origin, 24, root}, trial_key(key)));
    expect_refused("ledger.checkpoint_altered");
  }
  write_bytes(checkpoint(), good);
  EXPECT_EQ(code_of(school_.open()), "");
}

TEST_F(Opening, MissingStoreIsRefusedAndNotMadeAnew) {
  school_.close();
  fs::remove_all(store());
  EXPECT_EQ(code_of(school_.open()), "ledger.store_unreadable");
  EXPECT_FALSE(fs::exists(store() / "CURRENT"));
}

TEST_F(Opening, VaultFilesThatAreMissingOrAlteredAreRefused) {
  const auto text = text_about(10, "Иванова");
  ASSERT_TRUE(school_.append({&school_.director, {changed(text)}, {text}}));
  school_.close();
  const auto keys = school_.directory() / "vault.keys";
  const auto good = read_bytes(keys);
  auto bad = good;
  bad.back() = static_cast<char>(bad.back() ^ 1);
  write_bytes(keys, bad);
  EXPECT_EQ(code_of(school_.open()), "vault.keys_altered");
  fs::remove(keys);
  EXPECT_EQ(code_of(school_.open()), "vault.keys_missing");
  write_bytes(keys, good);
  EXPECT_EQ(code_of(school_.open()), "");
}

// One bit of the journal of writes is wrong, far from its end. Were the store opened for writing,
// RocksDB would drop all that comes after the bit, for good.
TEST_F(Opening, DamageInTheMiddleOfTheWriteAheadLogDestroysNothing) {
  school_.close();
  fs::path longest;
  for (const auto& item : fs::directory_iterator(store())) {
    if (item.path().extension() != ".log") continue;
    if (longest.empty() || item.file_size() > fs::file_size(longest)) longest = item.path();
  }
  ASSERT_FALSE(longest.empty());
  const auto good = read_bytes(longest);
  ASSERT_GT(good.size(), 5'000u);
  auto bad = good;
  bad[bad.size() / 2] = static_cast<char>(bad[bad.size() / 2] ^ 1);
  write_bytes(longest, bad);
  expect_refused("ledger.rolled_back");
  write_bytes(longest, good);
  EXPECT_EQ(code_of(school_.open()), "");
  EXPECT_EQ(school_.size(), 24u);
}

TEST_F(Opening, SecondProgramIsKeptOutAndHarmsNothing) {
  const auto text = text_about(10, "Иванова");
  ASSERT_TRUE(school_.append({&school_.director, {changed(text)}, {text}}));
  TinySchool second({.directory = school_.directory()});
  const auto before = files_below(school_.directory());
  EXPECT_EQ(code_of(second.open()), "ledger.in_use");
  EXPECT_TRUE(files_below(school_.directory()) == before);
  EXPECT_TRUE(school_.append({&school_.teacher, {mark(2, 1)}}));
  EXPECT_EQ(school_.log().texts().find({10}, events::commit(text)), "Иванова");
}

TEST_F(Opening, ViewsThatOtherProjectionsMadeAreNotServed) {
  school_.close();
  auto more = tiny_views().front();
  more.id = {11};
  more.name = "more";
  school_.parts.projections.push_back(more);
  EXPECT_EQ(code_of(school_.open()), "ledger.view_behind");
  {
    const Store open_store(store(), school_.resources, OpenMode::kExisting);
    ASSERT_TRUE(rebuild_views(open_store, school_.parts.projections, RebuildMode::kReplace, {}));
  }
  EXPECT_EQ(code_of(school_.open()), "");
  EXPECT_EQ(school_.log().snapshot()->head({11})->size, 24u);
}

// Writes into the store as somebody could who has the disk, but no teacher's key.
void slip_in(const TinySchool& school, const std::string& entry, const signing::Digest& root) {
  const Store store(school.directory() / "store", school.resources, OpenMode::kExisting);
  const std::uint64_t at = store.size();
  rocksdb::WriteBatch rows;
  const auto put = [&](Family family, const std::string& key, std::string_view value) {
    require(rows.Put(store.family(family), slice(key), slice(value)));
  };
  put(Family::kEntries, entry_key({at}), entry);
  put(Family::kTree, tree_key(0, at), text_of(signing::leaf_hash(bytes_of(entry)).view()));
  for (const auto& view : tiny_views()) {
    put(Family::kHeads, view_key(view.id, ""), head_value({at + 1, root}));
  }
  require(store.db().Write({}, &rows));
}

TEST_F(Opening, ForgedTailIsNotPublishedAndErasesNobody) {
  RecordProperty("requirement", "ACC-14");
  const auto text = text_about(10, "Иванова");
  ASSERT_TRUE(school_.append({&school_.director, {changed(text)}, {text}}));
  auto order = school_.sign({&school_.director, {erased(10)}}).events.front();
  order.signature.bytes[0] ^= std::byte{1};
  const auto entry = events::make_entry(order, school_.clock.now());
  signing::MerkleFrontier tree = signing::frontier_at(25, school_.log().snapshot()->tree());
  tree.append(signing::leaf_hash(bytes_of(entry)));
  school_.close();
  slip_in(school_, entry, tree.root());
  const auto note = read_bytes(checkpoint());
  EXPECT_EQ(code_of(school_.open()), "ledger.altered");
  EXPECT_EQ(read_bytes(checkpoint()), note);
  const auto keys = VaultKeys::open(*rocksdb::Env::Default(), vault_files(school_.directory()));
  EXPECT_EQ((*keys)->state({10}), VaultKeys::State::kPresent);
  EXPECT_FALSE(school_.verify().intact());
}

TEST_F(Opening, BrokenTableOfKeysIsRefused) {
  school_.close();
  {
    const Store open_store(store(), school_.resources, OpenMode::kExisting);
    const auto one = open_store.get(Family::kKeys, key_row_key({1}));
    auto twice = *read_key_row(*one);
    twice.number = {4};
    require(open_store.db().Put({}, open_store.family(Family::kKeys), slice(key_row_key({4})),
                                slice(key_row_value(twice))));
  }
  EXPECT_EQ(code_of(school_.open()), "ledger.keys_altered");
}

}  // namespace
}  // namespace letopis::ledger
