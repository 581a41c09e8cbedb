// The whole check of a store that nobody damaged, and how it reports.
#include "ledger/verify.h"

#include <gtest/gtest.h>

#include "ledger/damage.h"
#include "ledger/published.h"
#include "ledger/tiny_views.h"

namespace letopis::ledger {
namespace {

TEST(Verify, OriginalIsIntactAndCounted) {
  RecordProperty("requirement", "ARC-02");
  const auto verdict = original().school.verify();
  EXPECT_TRUE(verdict.intact()) << told(verdict);
  EXPECT_EQ(verdict.size, kSize);
  EXPECT_EQ(verdict.signatures, kSize);
  EXPECT_EQ(verdict.keys, 4u);
  EXPECT_EQ(verdict.commands, 8u);
  EXPECT_EQ(verdict.streams, 1u + 3 + 2 + 1 + 260 + 1);
  EXPECT_EQ(verdict.texts, 1u);
  EXPECT_EQ(verdict.texts_erased, 1u);
  EXPECT_EQ(verdict.checkpoint, read_bytes(checkpoint_file(original().school.directory())));
}

TEST(Verify, WritesNothing) {
  Damaged copy;
  const auto before = files_below(copy.directory());
  EXPECT_TRUE(copy.verify().intact());
  EXPECT_TRUE(files_below(copy.directory()) == before);
  const auto keys = read_bytes(copy.directory() / "vault.keys");
  write_bytes(copy.directory() / "vault.keys", keys + "torn");
  const auto verdict = copy.verify();
  ASSERT_EQ(verdict.findings_in_all, 1u);
  EXPECT_EQ(verdict.findings[0].what.code, "vault.keys_torn");
  EXPECT_EQ(read_bytes(copy.directory() / "vault.keys"), keys + "torn");
}

TEST(Verify, EntriesThatAreNotYetPublishedAreNoDamage) {
  Damaged copy;
  write_bytes(copy.directory() / "checkpoint", original().older.at("checkpoint"));
  const auto verdict = copy.verify();
  EXPECT_TRUE(verdict.intact()) << told(verdict);
  EXPECT_EQ(verdict.size, kSize);
}

TEST(Verify, LogOfAnotherNameIsNotThisOne) {
  TinySchool other;
  other.settings.origin = "letopis.example/other";
  ASSERT_TRUE(other.create());
  const auto& key = other.founder.key.public_key();
  ASSERT_TRUE(
      other.append({&other.founder, {events::LogStarted{"letopis.example/other", true, key}}}));
  const auto root = other.log().snapshot()->root();
  other.close();
  write_bytes(checkpoint_file(other.directory()),
              signing::sign_checkpoint({TinySchool::kOrigin, 1, root}, other.log_key()));
  const auto verdict = other.verify();
  ASSERT_EQ(verdict.findings_in_all, 1u) << told(verdict);
  EXPECT_EQ(verdict.findings[0].what.code, "log.start");
}

TEST(Verify, FindingsBeyondTheLimitAreCountedNotKept) {
  Damaged copy;
  copy.change([](const Store& store) {
    require(store.db().DeleteRange({}, store.family(Family::kStreams), rocksdb::Slice(""),
                                   rocksdb::Slice("\xff")));
    for (std::uint32_t i = 0; i < 150; ++i) {
      require(store.db().Put({}, store.family(Family::kStreams), slice(stream_key(cell(9, i), 1)),
                             slice(position_value({7}))));
    }
  });
  const auto verdict = copy.verify();
  EXPECT_EQ(verdict.findings.size(), kMaxFindingsAlike + 1);
  EXPECT_EQ(verdict.findings_in_all, 151u);
}

}  // namespace
}  // namespace letopis::ledger
