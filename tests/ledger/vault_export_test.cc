// The vault's texts in one file, for two recipients.
#include "ledger/vault_export.h"

#include <gtest/gtest.h>

#include "events/codec.h"
#include "ledger/tiny_school.h"

namespace letopis::ledger {
namespace {

class VaultExport : public ::testing::Test {
 protected:
  VaultExport() {
    school_.found();
    for (std::uint32_t person = 10; person < 13; ++person) {
      for (const char* what : {"Иванова", "Мария", ""}) {
        texts_.push_back(text_about(person, what));
        EXPECT_TRUE(school_.append({&school_.director, {changed(texts_.back())}, {texts_.back()}}));
      }
    }
  }

  Result<ExportSummary> write(const std::string& second = "Управление образования") {
    const Store store(school_.directory() / "store", school_.resources, OpenMode::kReadOnly);
    const auto keys = VaultKeys::open(*rocksdb::Env::Default(), vault_files(school_.directory()));
    return export_vault(
        store, **keys,
        {Recipient{"Директор", director_.public_key}, Recipient{second, office_.public_key}},
        TinySchool::kOrigin, school_.log_key(), *rocksdb::Env::Default(), file_);
  }
  Result<ExportSummary> open(std::string_view contents, const RecipientKeys& keys) {
    opened_.clear();
    return open_export(contents, keys, school_.log_key().public_key(),
                       [&](const events::PrivateText& text) { opened_.push_back(text); });
  }
  static bool less(const events::PrivateText& left, const events::PrivateText& right) {
    return std::tie(left.about, left.salt) < std::tie(right.about, right.salt);
  }

  TinySchool school_;
  std::vector<events::PrivateText> texts_;
  const RecipientKeys director_ = make_recipient_keys(), office_ = make_recipient_keys();
  std::filesystem::path file_ = school_.directory() / "export";
  std::vector<events::PrivateText> opened_;
};

TEST_F(VaultExport, BothRecipientsOpenItAndAThirdCannot) {
  RecordProperty("requirement", "ARC-04");
  const auto written = write();
  ASSERT_EQ(code_of(written), "");
  EXPECT_EQ(written->texts, 9u);
  EXPECT_EQ(written->persons, 3u);
  const auto contents = read_bytes(file_);
  EXPECT_EQ(written->sha256, signing::sha256(bytes_of(contents)));
  std::sort(texts_.begin(), texts_.end(), less);
  for (const auto* keys : {&director_, &office_}) {
    const auto opened = open(contents, *keys);
    ASSERT_EQ(code_of(opened), "");
    EXPECT_EQ(opened->texts, 9u);
    EXPECT_EQ(opened->persons, 3u);
    EXPECT_EQ(opened->sha256, written->sha256);
    std::sort(opened_.begin(), opened_.end(), less);
    EXPECT_EQ(opened_, texts_);
  }
  EXPECT_EQ(code_of(open(contents, make_recipient_keys())), "export.not_for_you");
  EXPECT_TRUE(opened_.empty());
  EXPECT_EQ(contents.find("Мария"), std::string::npos);
}

TEST_F(VaultExport, EveryFlippedOrMissingByteIsRefused) {
  ASSERT_TRUE(write());
  const auto good = read_bytes(file_);
  for (std::size_t at = 0; at < good.size(); ++at) {
    auto bad = good;
    bad[at] = static_cast<char>(bad[at] ^ (1 << (at % 8)));
    const auto code = code_of(open(bad, director_));
    ASSERT_TRUE(code == "export.altered" || code == "export.signature") << at << " " << code;
    ASSERT_TRUE(opened_.empty());
    ASSERT_FALSE(open(std::string_view(good).substr(0, at), director_));
  }
  EXPECT_EQ(code_of(open(good + "x", director_)), "export.signature");
  EXPECT_EQ(code_of(open_export(good, director_, trial_key("other").public_key(), [](auto&) {})),
            "export.signature");
}

TEST_F(VaultExport, ErasedPersonsAreNotInIt) {
  RecordProperty("requirement", "ACC-15");
  ASSERT_TRUE(school_.append({&school_.director, {erased(11)}}));
  const auto written = write();
  EXPECT_EQ(written->texts, 6u);
  EXPECT_EQ(written->persons, 2u);
  ASSERT_TRUE(open(read_bytes(file_), office_));
  for (const auto& text : opened_) EXPECT_NE(text.about, events::PersonNumber{11});
}

TEST_F(VaultExport, TextThatDoesNotAnswerToItsCommitmentStopsIt) {
  school_.close();
  {
    const Store store(school_.directory() / "store", school_.resources, OpenMode::kExisting);
    const auto key = vault_key({10}, events::commit(texts_[0]));
    auto sealed = *store.get(Family::kVault, key);
    sealed.back() = static_cast<char>(sealed.back() ^ 1);
    require(store.db().Put({}, store.family(Family::kVault), slice(key), slice(sealed)));
  }
  EXPECT_THROW(static_cast<void>(write()), StoreFailure);
  EXPECT_FALSE(std::filesystem::exists(file_));
}

TEST_F(VaultExport, RecipientNeedsANameAndAKeyOfItsOwn) {
  EXPECT_EQ(code_of(write("")), "export.recipient");
  EXPECT_EQ(code_of(write(std::string(201, 'x'))), "export.recipient");
  const Store store(school_.directory() / "store", school_.resources, OpenMode::kReadOnly);
  const auto keys = VaultKeys::open(*rocksdb::Env::Default(), vault_files(school_.directory()));
  EXPECT_THROW(static_cast<void>(export_vault(
                   store, **keys, {Recipient{"a", director_.public_key}, Recipient{"b", {}}},
                   TinySchool::kOrigin, school_.log_key(), *rocksdb::Env::Default(), file_)),
               StoreFailure);
}

}  // namespace
}  // namespace letopis::ledger
