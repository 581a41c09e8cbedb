// The whole check of a store that nobody damaged, and how it reports.
#include "ledger/verify.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "events/codec.h"
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
  EXPECT_EQ(verdict.findings[0].what.code, "ledger.continuation_due");
  EXPECT_EQ(verdict.findings[0].fault, Fault::kIncomplete);
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
  EXPECT_EQ(verdict.findings.size(), audit::kMaxFindingsAlike + 1);
  EXPECT_EQ(verdict.findings_in_all, 151u);
}

TEST(Verify, ForeignFamilyOfRowsIsFound) {
  Damaged copy;
  copy.change([](const Store& store) {
    rocksdb::ColumnFamilyHandle* hidden = nullptr;
    require(store.db().CreateColumnFamily({}, "hidden", &hidden));
    require(store.db().Put({}, hidden, "Иванова", "в открытом виде"));
    require(store.db().DestroyColumnFamilyHandle(hidden));
  });
  const auto verdict = copy.verify();
  ASSERT_EQ(verdict.findings_in_all, 1u) << told(verdict);
  EXPECT_EQ(verdict.findings[0].what.code, "store.unknown_family");
}

// The fact's number in the bytes of an event: where two facts of one stream first differ.
std::size_t number_of_fact_in(std::string bytes) {
  auto event = *events::decode(bytes_of(bytes));
  event.fact = events::MarkWithdrawn{};
  return static_cast<std::size_t>(std::ranges::mismatch(bytes, text_of(events::encode(event))).in1 -
                                  bytes.begin());
}

// A log written by a newer program: this one cannot fold it, and must not accuse anybody.
TEST(Verify, FactOfALaterSchemaIsNotKnownButItsAuthorIs) {
  Damaged copy;
  const auto parts = [&](const std::string& entry) { return *events::cut_entry(bytes_of(entry)); };
  const auto entry = copy.get(Family::kEntries, entry_key({7}));
  std::string bytes(text_of(parts(entry).event));
  const auto at = number_of_fact_in(bytes);
  bytes[at] = '\x7e';
  ASSERT_EQ(code_of(events::decode(bytes_of(bytes))), "event.fact_unknown");
  const auto& school = original().school;
  for (const auto* person : {&school.director, &school.teacher, &school.colleague}) {
    if (parts(entry).key != signing::key_id_of(person->key.public_key())) continue;
    copy.put(Family::kEntries, entry_key({7}),
             events::make_entry(events::sign_event(bytes_of(bytes), person->key),
                                parts(entry).recorded));
  }
  std::vector<std::string> about_entries;
  for (const auto& one : copy.verify().findings) {
    if (one.where != "entries") continue;
    EXPECT_EQ(one.fault, Fault::kIncomplete);
    EXPECT_EQ(one.position, events::Position{7});
    about_entries.push_back(one.what.code);
  }
  EXPECT_EQ(about_entries, std::vector<std::string>{"event.fact_unknown"});
  copy.flip(Family::kEntries, entry_key({7}), 50);  // its signature
  bool named = false;
  for (const auto& one : copy.verify().findings) {
    named = named || (one.what.code == "signature.invalid" && one.position == events::Position{7});
  }
  EXPECT_TRUE(named);
}

}  // namespace
}  // namespace letopis::ledger
