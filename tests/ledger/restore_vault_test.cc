// The private texts of a restored log come back out of a vault export, each to the entry that
// promised it; erased persons stay erased.
#include "ledger/restore_vault.h"

#include <gtest/gtest.h>

#include "ledger/damage.h"
#include "ledger/tiny_views.h"
#include "ledger/volume.h"

namespace letopis::ledger {
namespace {

class RestoreVault : public ::testing::Test {
 protected:
  RestoreVault() {
    old_.found();
    for (const std::uint32_t person : {10u, 10u, 11u, 12u}) {
      texts_.push_back(text_about(person, "Иванова"));
      EXPECT_TRUE(old_.append({&old_.director, {changed(texts_.back())}, {texts_.back()}}));
    }
  }

  // What the vault of the old school holds now.
  std::string exported() {
    const Store store(old_.directory() / "store", old_.resources, OpenMode::kReadOnly);
    const auto keys = VaultKeys::open(*rocksdb::Env::Default(), vault_files(old_.directory()));
    const auto file = old_.directory() / "export";
    EXPECT_TRUE(export_vault(store, **keys,
                             {Recipient{"Директор", director_.public_key},
                              Recipient{"Управление", make_recipient_keys().public_key}},
                             TinySchool::kOrigin, old_.log_key(), *rocksdb::Env::Default(), file));
    return read_bytes(file);
  }
  std::string restore_it() { return code_of(restore(school_, Volume(old_))); }
  Result<RestoredTexts> bring_back(std::string_view contents,
                                   UnpromisedTexts unpromised = UnpromisedTexts::kRefuse) {
    return restore_texts({school_.directory(), TinySchool::kOrigin, school_.log_key().public_key(),
                          old_.log_key().public_key(), unpromised},
                         contents, director_, school_.resources, {});
  }
  std::optional<std::string> found(const events::PrivateText& text) {
    return school_.log().texts().find(text.about, events::commit(text));
  }
  std::size_t vault_rows() const {
    return rows_of(school_.directory(), school_.resources, Family::kVault).size();
  }

  TinySchool old_, school_;
  std::vector<events::PrivateText> texts_;
  const RecipientKeys director_ = make_recipient_keys();
};

TEST_F(RestoreVault, TextsComeBackAndTheLogIsIntact) {
  RecordProperty("requirement", "ARC-04");
  const auto contents = exported();
  ASSERT_EQ(restore_it(), "");
  EXPECT_FALSE(school_.verify().intact()) << "its texts are missing";
  const auto restored = bring_back(contents);
  ASSERT_EQ(code_of(restored), "");
  EXPECT_EQ(restored->restored, 4u);
  EXPECT_EQ(restored->persons, 3u);
  EXPECT_EQ(restored->erased, 0u);
  EXPECT_EQ(restored->missing, 0u);
  const auto verdict = school_.verify();
  EXPECT_TRUE(verdict.intact()) << told(verdict);
  EXPECT_EQ(verdict.texts, 4u);
  ASSERT_EQ(code_of(school_.open()), "");
  for (const auto& text : texts_) EXPECT_EQ(found(text), text.text);
  school_.close();
  const auto again = bring_back(contents);
  ASSERT_EQ(code_of(again), "");
  EXPECT_EQ(again->restored, 4u);
  EXPECT_TRUE(school_.verify().intact());
}

TEST_F(RestoreVault, ThoseErasedAfterTheExportStayErased) {
  RecordProperty("requirement", "ACC-15");
  const auto contents = exported();
  ASSERT_TRUE(old_.append({&old_.director, {erased(10)}}));
  ASSERT_EQ(restore_it(), "");
  const auto restored = bring_back(contents);
  ASSERT_EQ(code_of(restored), "");
  EXPECT_EQ(restored->restored, 2u);
  EXPECT_EQ(restored->erased, 2u);
  EXPECT_EQ(restored->missing, 0u);
  const auto verdict = school_.verify();
  EXPECT_TRUE(verdict.intact()) << told(verdict);
  EXPECT_EQ(verdict.texts_erased, 2u);
  ASSERT_EQ(code_of(school_.open()), "");
  EXPECT_EQ(found(texts_[0]), std::nullopt);
  EXPECT_EQ(found(texts_[3]), texts_[3].text);
}

TEST_F(RestoreVault, KeyOfAnErasedPersonThatIsThereIsDestroyed) {
  RecordProperty("requirement", "ACC-15");
  ASSERT_TRUE(old_.append({&old_.director, {erased(12)}}));
  const auto contents = exported();
  ASSERT_EQ(restore_it(), "");
  const auto files = vault_files(school_.directory());
  std::filesystem::remove(files.keys);
  std::filesystem::remove(files.secret);
  VaultKeys::create(*rocksdb::Env::Default(), files);
  const std::vector<events::PersonNumber> persons{{12}};
  (*VaultKeys::open(*rocksdb::Env::Default(), files))->ensure(persons);
  ASSERT_EQ(code_of(bring_back(contents)), "");
  EXPECT_EQ((*VaultKeys::open(*rocksdb::Env::Default(), files))->state({12}),
            VaultKeys::State::kDestroyed);
  EXPECT_TRUE(school_.verify().intact());
}

TEST_F(RestoreVault, WhatTheExportDoesNotHaveIsCountedAsMissing) {
  const auto contents = exported();
  const auto later = text_about(13, "Мария");
  ASSERT_TRUE(old_.append({&old_.director, {changed(later)}, {later}}));
  ASSERT_EQ(restore_it(), "");
  const auto restored = bring_back(contents);
  ASSERT_EQ(code_of(restored), "");
  EXPECT_EQ(restored->restored, 4u);
  EXPECT_EQ(restored->missing, 1u);
}

TEST_F(RestoreVault, TextThatNoEntryPromisesIsRefusedNamingItsPerson) {
  ASSERT_EQ(restore_it(), "");
  const auto later = text_about(13, "Мария");
  ASSERT_TRUE(old_.append({&old_.director, {changed(later)}, {later}}));
  const auto contents = exported();
  const auto keys = read_bytes(school_.directory() / "vault.keys");
  const auto refused = bring_back(contents);
  ASSERT_EQ(code_of(refused), "restore.text_unpromised");
  EXPECT_NE(refused.refusal().says.en.find("person 13"), std::string::npos);
  EXPECT_EQ(vault_rows(), 0u);
  EXPECT_EQ(read_bytes(school_.directory() / "vault.keys"), keys);
  const auto restored = bring_back(contents, UnpromisedTexts::kLeaveOut);
  ASSERT_EQ(code_of(restored), "");
  EXPECT_EQ(restored->restored, 4u);
  EXPECT_EQ(restored->unpromised, 1u);
  EXPECT_TRUE(school_.verify().intact());
}

// The old server's vault had it under somebody who stays.
TEST_F(RestoreVault, TextAboutAnotherPersonIsRefusedNamingThePerson) {
  ASSERT_EQ(restore_it(), "");
  auto moved = texts_[3];
  moved.about = {11};
  old_.close();
  {
    const Store store(old_.directory() / "store", old_.resources, OpenMode::kExisting);
    const auto keys = VaultKeys::open(*rocksdb::Env::Default(), vault_files(old_.directory()));
    require(store.db().Put({}, store.family(Family::kVault),
                           slice(vault_key(moved.about, events::commit(moved))),
                           slice(seal_text(*(*keys)->key_of({11}), moved))));
  }
  const auto contents = exported();
  for (const auto unpromised : {UnpromisedTexts::kRefuse, UnpromisedTexts::kLeaveOut}) {
    const auto refused = bring_back(contents, unpromised);
    ASSERT_EQ(code_of(refused), "restore.text_of_another");
    EXPECT_NE(refused.refusal().says.en.find("person 11"), std::string::npos);
    EXPECT_EQ(vault_rows(), 0u);
  }
}

TEST_F(RestoreVault, ExportOfAnotherKeyOrForOthersIsRefused) {
  auto contents = exported();
  ASSERT_EQ(restore_it(), "");
  const RestoreTextsSettings settings{school_.directory(), TinySchool::kOrigin,
                                      school_.log_key().public_key(),
                                      trial_key("another").public_key()};
  EXPECT_EQ(code_of(restore_texts(settings, contents, director_, school_.resources, {})),
            "export.signature");
  contents[40] = static_cast<char>(contents[40] ^ 1);
  EXPECT_EQ(code_of(bring_back(contents)), "export.signature");
  EXPECT_EQ(vault_rows(), 0u);
}

TEST_F(RestoreVault, StoreBehindItsCheckpointIsNotWritten) {
  const auto contents = exported();
  ASSERT_EQ(restore_it(), "");
  const auto ahead = signing::sign_checkpoint(
      {TinySchool::kOrigin, 100, signing::sha256(bytes_of("ahead"))}, school_.log_key());
  write_bytes(school_.directory() / "checkpoint", ahead);
  EXPECT_EQ(code_of(bring_back(contents)), "ledger.rolled_back");
}

}  // namespace
}  // namespace letopis::ledger
