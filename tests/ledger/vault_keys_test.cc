// The key file of the vault and its secret.
#include "ledger/vault_keys.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "ledger/tiny_school.h"

namespace letopis::ledger {
namespace {

class VaultKeysTest : public ::testing::Test {
 protected:
  VaultKeysTest() { VaultKeys::create(env_, files_); }
  Result<std::unique_ptr<VaultKeys>> open() { return VaultKeys::open(env_, files_); }
  // Keys of the persons 1 to `count`.
  void fill(std::uint32_t count) {
    auto keys = open();
    for (std::uint32_t i = 1; i <= count; ++i) {
      const events::PersonNumber one[] = {{i}};
      (*keys)->ensure(one);
    }
  }

  TemporaryDirectory directory_;
  rocksdb::Env& env_ = *rocksdb::Env::Default();
  const VaultFiles files_ = vault_files(directory_.path());
};

TEST_F(VaultKeysTest, KeysAreMadeOnceAndFoundAgain) {
  auto keys = open();
  ASSERT_TRUE(keys);
  EXPECT_EQ((*keys)->state({1}), VaultKeys::State::kAbsent);
  EXPECT_FALSE((*keys)->key_of({1}));
  const events::PersonNumber both[] = {{1}, {2}, {1}};
  (*keys)->ensure(both);
  const auto one = (*keys)->key_of({1}), two = (*keys)->key_of({2});
  ASSERT_TRUE(one && two);
  EXPECT_FALSE(*one == *two);
  (*keys)->ensure(both);
  EXPECT_TRUE(*(*keys)->key_of({1}) == *one);
  auto again = open();
  ASSERT_TRUE(again);
  EXPECT_TRUE(*(*again)->key_of({1}) == *one);
  EXPECT_TRUE(*(*again)->key_of({2}) == *two);
  EXPECT_EQ((*again)->persons(), (std::vector<events::PersonNumber>{{1}, {2}}));
}

TEST_F(VaultKeysTest, DestroyedKeyIsGoneAndStaysGone) {
  fill(3);
  auto keys = open();
  const auto other = (*keys)->key_of({1});
  (*keys)->destroy({2});
  const events::PersonNumber all[] = {{1}, {2}, {3}, {4}};
  (*keys)->ensure(all);
  auto again = open();
  ASSERT_TRUE(again);
  for (auto* file : {keys->get(), again->get()}) {
    EXPECT_EQ(file->state({2}), VaultKeys::State::kDestroyed);
    EXPECT_FALSE(file->key_of({2}));
    EXPECT_TRUE(*file->key_of({1}) == *other);
    EXPECT_EQ(file->state({4}), VaultKeys::State::kPresent);
  }
}

TEST_F(VaultKeysTest, EveryFlippedBitIsRefused) {
  RecordProperty("requirement", "ARC-02");
  fill(2);
  for (const auto& file : {files_.keys, files_.secret}) {
    const auto good = read_bytes(file);
    for (std::size_t at = 0; at < good.size(); ++at) {
      auto bad = good;
      bad[at] = static_cast<char>(bad[at] ^ (1 << (at % 8)));
      write_bytes(file, bad);
      const auto code = code_of(open());
      ASSERT_TRUE(code == "vault.keys_altered" || code == "vault.secret_malformed") << at << code;
      ASSERT_EQ(read_bytes(file), bad) << "refusing changes nothing";
    }
    write_bytes(file, good);
  }
  EXPECT_TRUE(open());
}

TEST_F(VaultKeysTest, RecordsThatAreSwappedRepeatedOrForeignAreRefused) {
  fill(2);
  const auto good = read_bytes(files_.keys);
  const std::size_t record = 4 + 24 + 33 + 16;
  const auto header = good.substr(0, good.size() - 2 * record);
  const auto one = good.substr(header.size(), record), two = good.substr(header.size() + record);
  write_bytes(files_.keys, header + one + one);
  EXPECT_EQ(code_of(open()), "vault.keys_altered");
  write_bytes(files_.keys, header + two.substr(0, 4) + one.substr(4) + two);
  EXPECT_EQ(code_of(open()), "vault.keys_altered");
}

TEST_F(VaultKeysTest, MissingFilesAreNamed) {
  fill(1);
  const auto keys = read_bytes(files_.keys);
  std::filesystem::remove(files_.keys);
  EXPECT_EQ(code_of(open()), "vault.keys_missing");
  write_bytes(files_.keys, keys);
  std::filesystem::remove(files_.secret);
  EXPECT_EQ(code_of(open()), "vault.secret_missing");
}

// A power cut while a record was appended leaves part of it. No text was sealed under that key.
TEST_F(VaultKeysTest, TornTailIsLeftAloneByReadersAndMendedByTheNextWrite) {
  fill(2);
  const auto good = read_bytes(files_.keys);
  fill(3);
  const auto longer = read_bytes(files_.keys);
  for (std::size_t size = good.size() + 1; size < longer.size(); ++size) {
    const auto torn = longer.substr(0, size);
    write_bytes(files_.keys, torn);
    auto keys = open();
    ASSERT_TRUE(keys) << size;
    ASSERT_TRUE((*keys)->torn());
    ASSERT_EQ((*keys)->persons().size(), 2u);
    ASSERT_EQ(read_bytes(files_.keys), torn) << "reading writes nothing";
    const events::PersonNumber fourth[] = {{4}};
    (*keys)->ensure(fourth);
    auto again = open();
    ASSERT_TRUE(again);
    ASSERT_FALSE((*again)->torn());
    ASSERT_EQ((*again)->persons(), (std::vector<events::PersonNumber>{{1}, {2}, {4}}));
    ASSERT_TRUE(*(*again)->key_of({4}) == *(*keys)->key_of({4}));
  }
}

// A destruction writes the next secret aside, then the keys under it, then puts the secret in
// place.
TEST_F(VaultKeysTest, DestructionThatWasCutOffIsReadFromEachOfItsSteps) {
  fill(2);
  const auto old_keys = read_bytes(files_.keys), old_secret = read_bytes(files_.secret);
  auto keys = open();
  (*keys)->destroy({1});
  const auto new_keys = read_bytes(files_.keys), new_secret = read_bytes(files_.secret);
  const auto next = files_.secret.string() + ".next";

  write_bytes(files_.keys, old_keys);
  write_bytes(files_.secret, old_secret);
  write_bytes(next, new_secret);
  auto before = open();
  ASSERT_TRUE(before);
  EXPECT_EQ((*before)->state({1}), VaultKeys::State::kPresent);

  write_bytes(files_.keys, new_keys);
  auto between = open();
  ASSERT_TRUE(between);
  EXPECT_EQ((*between)->state({1}), VaultKeys::State::kDestroyed);
  EXPECT_EQ(read_bytes(files_.secret), old_secret) << "reading writes nothing";
  // Another destruction begins by completing this one; a cut at any moment loses no key.
  (*between)->destroy({5});
  EXPECT_FALSE(std::filesystem::exists(next));
  auto after = open();
  ASSERT_TRUE(after);
  EXPECT_TRUE((*after)->key_of({2}));
  EXPECT_EQ((*after)->state({5}), VaultKeys::State::kDestroyed);
}

// A power cut can leave a file's new length without its last sectors.
TEST_F(VaultKeysTest, ZerosWhereTheLastRecordsShouldStandAreATornWrite) {
  constexpr std::size_t record = 77;  // person, nonce, state and key, tag
  constexpr std::size_t sector = 512;
  std::uint32_t people = 1;
  fill(1);
  while (read_bytes(files_.keys).size() < sector + 1) fill(++people);  // one lies across a border
  const auto whole = read_bytes(files_.keys);
  const auto before = whole.substr(0, whole.size() - record);
  ASSERT_LT(before.size(), sector);
  for (const auto kept : {before.size(), sector}) {
    auto torn = whole.substr(0, kept);
    torn.resize(whole.size() + (kept == sector ? 0 : 2 * record));
    write_bytes(files_.keys, torn);
    auto keys = open();
    ASSERT_TRUE(keys) << kept;
    EXPECT_TRUE((*keys)->torn());
    EXPECT_EQ((*keys)->persons().size(), people - 1);
    (*keys)->settle();
    EXPECT_EQ(read_bytes(files_.keys).size(), before.size());
    EXPECT_FALSE((*open())->torn());
  }
  auto middle = whole;
  std::fill_n(middle.begin() + static_cast<std::ptrdiff_t>(before.size() - record), record, '\0');
  write_bytes(files_.keys, middle);
  EXPECT_EQ(code_of(open()), "vault.keys_altered") << "zeros in the middle are no torn end";
  auto end = whole;
  std::fill_n(end.end() - 5, 5, '\0');
  end[sector] = 'x';
  write_bytes(files_.keys, end);
  EXPECT_EQ(code_of(open()), "vault.keys_altered") << "a sector is written whole, or not";
}

// Whole sectors are not torn, wherever in them the last record ends.
TEST_F(VaultKeysTest, AlteredLastRecordIsNeverTakenForATornOne) {
  constexpr std::size_t sector = 512;
  std::set<std::size_t> ends;
  for (std::uint32_t people = 1; people <= sector; ++people) {
    fill(people);
    const auto good = read_bytes(files_.keys);
    ends.insert(good.size() % sector);
    auto bad = good;
    bad.back() = bad.back() == 'x' ? 'y' : 'x';  // no zero, so its sector is on the disk
    write_bytes(files_.keys, bad);
    ASSERT_EQ(code_of(open()), "vault.keys_altered") << people;
    write_bytes(files_.keys, good);
  }
  EXPECT_EQ(ends.size(), sector);
}

}  // namespace
}  // namespace letopis::ledger
