// Whatever is changed behind the program's back is found and named, without a crash.
#include <gmock/gmock.h>

#include <fstream>

#include "end_to_end/lived_school.h"
#include "ledger/store.h"

namespace letopis::end_to_end {
namespace {

using ledger::Family;
using testing::HasSubstr;

constexpr int kAltered = 1;
constexpr int kIncomplete = 3;
constexpr int kRolledBack = 4;
constexpr int kNoTrustedKey = 5;

Ran verify(const std::filesystem::path& data) {
  return letopis({"verify", "--json", "--data", data.string()});
}

struct StoredRow {
  std::string key;
  std::string value;
};

// The row that stands at such a share of the family's rows.
StoredRow row_at(const ledger::Store& store, Family family, double share) {
  std::vector<StoredRow> rows;
  const auto cursor = store.rows(family);
  for (cursor->SeekToFirst(); cursor->Valid(); cursor->Next()) {
    rows.push_back({cursor->key().ToString(), cursor->value().ToString()});
  }
  if (rows.empty()) return {};
  return rows[static_cast<std::size_t>(share * static_cast<double>(rows.size() - 1))];
}

ledger::Store open_raw(const std::filesystem::path& data) {
  return ledger::Store(data / "store", ledger::make_resources(), ledger::OpenMode::kExisting);
}

enum class Place { kFirst, kMiddle, kLast };

void flip(std::string& bytes, Place place) {
  const std::size_t at = place == Place::kFirst    ? 0
                         : place == Place::kMiddle ? bytes.size() / 2
                                                   : bytes.size() - 1;
  bytes[at] = static_cast<char>(bytes[at] ^ 0x01);
}

class DamagedFamily : public testing::TestWithParam<Family> {};

TEST_P(DamagedFamily, AChangedByteOfAValueIsFound) {
  RecordProperty("requirement", "ARC-02");
  for (const double share : {0.0, 0.5, 1.0}) {
    for (const auto place : {Place::kFirst, Place::kMiddle, Place::kLast}) {
      const SchoolCopy copy;
      {
        const auto store = open_raw(copy.data());
        auto row = row_at(store, GetParam(), share);
        ASSERT_FALSE(row.value.empty());
        flip(row.value, place);
        ledger::require(store.db().Put({}, store.family(GetParam()), row.key, row.value));
      }
      const auto ran = verify(copy.data());
      EXPECT_EQ(ran.exit, kAltered) << share << " " << static_cast<int>(place) << ran.out;
      EXPECT_THAT(ran.out, HasSubstr("\"where\":"));
    }
  }
}

TEST_P(DamagedFamily, ARowUnderAnotherKeyIsFound) {
  const SchoolCopy copy;
  {
    const auto store = open_raw(copy.data());
    const auto row = row_at(store, GetParam(), 0.5);
    auto key = row.key;
    flip(key, Place::kLast);
    ledger::require(store.db().Delete({}, store.family(GetParam()), row.key));
    ledger::require(store.db().Put({}, store.family(GetParam()), key, row.value));
  }
  EXPECT_EQ(verify(copy.data()).exit, kAltered);
}

TEST_P(DamagedFamily, ARowTakenOutIsFound) {
  const SchoolCopy copy;
  {
    const auto store = open_raw(copy.data());
    const auto row = row_at(store, GetParam(), 0.5);
    ledger::require(store.db().Delete({}, store.family(GetParam()), row.key));
  }
  const auto ran = verify(copy.data());
  EXPECT_TRUE(ran.exit == kAltered || ran.exit == kIncomplete) << ran.exit << ran.out;
}

INSTANTIATE_TEST_SUITE_P(Store, DamagedFamily,
                         testing::Values(Family::kEntries, Family::kStreams, Family::kCommands,
                                         Family::kTree, Family::kKeys, Family::kViews,
                                         Family::kHeads, Family::kVault),
                         [](const auto& one) { return std::string(ledger::name_of(one.param)); });

class DamagedFile : public testing::TestWithParam<const char*> {};

TEST_P(DamagedFile, AnyChangedByteIsFoundAndTheFileNamed) {
  const auto size = read_whole(lived_school().data / GetParam()).size();
  ASSERT_GT(size, 0U);
  const std::size_t step = std::max<std::size_t>(1, size / 7);
  for (std::size_t at = 0; at < size; at += step) {
    const SchoolCopy copy;
    auto contents = read_whole(copy.data() / GetParam());
    contents[at] = static_cast<char>(contents[at] ^ 0x01);
    write_whole(copy.data() / GetParam(), contents);
    const auto ran = verify(copy.data());
    EXPECT_NE(ran.exit, 0) << at;
    EXPECT_LT(ran.exit, 128) << at;
  }
}

TEST_P(DamagedFile, OneCutShortIsFound) {
  const SchoolCopy copy;
  auto contents = read_whole(copy.data() / GetParam());
  contents.resize(contents.size() / 2);
  write_whole(copy.data() / GetParam(), contents);
  EXPECT_NE(verify(copy.data()).exit, 0);
}

TEST_P(DamagedFile, OneThatIsGoneIsFound) {
  const SchoolCopy copy;
  std::filesystem::remove(copy.data() / GetParam());
  EXPECT_NE(verify(copy.data()).exit, 0);
}

INSTANTIATE_TEST_SUITE_P(Beside, DamagedFile,
                         testing::Values("checkpoint", "vault.keys", "vault.secret", "log.key",
                                         "log.vkey", "school.json"),
                         [](const auto& one) {
                           std::string name(one.param);
                           std::replace(name.begin(), name.end(), '.', '_');
                           return name;
                         });

TEST(Verify, ALivedYearIsIntact) {
  RecordProperty("requirement", "ARC-05");
  const auto ran = verify(lived_school().data);
  EXPECT_EQ(ran.exit, 0) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("\"findings_in_all\":0"));
}

TEST(Verify, SaysWhomItTrusts) {
  const auto data = lived_school().data;
  const auto inside = letopis({"verify", "--data", data.string()});
  EXPECT_THAT(inside.out,
              testing::StartsWith("✓ ЖУРНАЛ СОБЫТИЙ НЕ ИЗМЕНЁН — согласован сам с собой"));
  const auto outside =
      letopis({"verify", "--data", data.string(), "--log-key", (data / "log.vkey").string()});
  EXPECT_THAT(outside.out, testing::StartsWith("✓ ЖУРНАЛ СОБЫТИЙ НЕ ИЗМЕНЁН — по ключу"));
}

TEST(Verify, WithoutAnyKeyNothingIsTrusted) {
  const SchoolCopy copy;
  std::filesystem::remove(copy.data() / "log.vkey");
  EXPECT_EQ(verify(copy.data()).exit, kNoTrustedKey);
}

TEST(Verify, ALogThatLostItsLastEntriesIsAnOlderCopy) {
  const SchoolCopy copy;
  {
    const auto store = open_raw(copy.data());
    const auto size = store.size();
    for (std::uint64_t at = size - 10; at < size; ++at) {
      ledger::require(
          store.db().Delete({}, store.family(Family::kEntries), ledger::entry_key({at})));
    }
  }
  // What is left of the indices tells of the entries that are gone, so the graver code wins.
  const auto ran = verify(copy.data());
  EXPECT_TRUE(ran.exit == kAltered || ran.exit == kRolledBack) << ran.exit;
  EXPECT_THAT(ran.out, HasSubstr("ledger.rolled_back"));
}

TEST(Verify, AStrangersFolderIsRefusedPlainly) {
  const auto ran = letopis({"verify", "--data", "/usr"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.errors, HasSubstr("нет журнала школы"));
}

}  // namespace
}  // namespace letopis::end_to_end
