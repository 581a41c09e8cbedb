// Views made anew are the views that were kept, byte for byte.
#include "ledger/rebuild.h"

#include <gtest/gtest.h>

#include "ledger/damage.h"
#include "ledger/tiny_views.h"

namespace letopis::ledger {
namespace {

Result<Rebuilt> rebuild(Damaged& copy, RebuildMode mode) {
  const Store store(copy.directory() / "store", original().school.resources,
                    mode == RebuildMode::kReplace ? OpenMode::kExisting : OpenMode::kReadOnly);
  return rebuild_views(store, tiny_views(), mode, {});
}

TEST(Rebuild, RebuiltViewsEqualThoseKept) {
  Damaged copy;
  const auto rebuilt = rebuild(copy, RebuildMode::kCompare);
  ASSERT_TRUE(rebuilt);
  EXPECT_EQ(rebuilt->size, kSize);
  ASSERT_EQ(rebuilt->views.size(), 2u);
  EXPECT_EQ(rebuilt->views[0].name, "latest");
  EXPECT_EQ(rebuilt->views[0].rows, 268u);
  EXPECT_EQ(rebuilt->views[1].rows, 4u);
  for (const auto& view : rebuilt->views) {
    EXPECT_TRUE(view.equal) << view.name;
    EXPECT_EQ(view.first_difference, "");
  }
}

TEST(Rebuild, FirstDifferenceIsNamed) {
  Damaged copy;
  const auto key = latest_key(cell(2, 100));
  copy.flip(Family::kViews, view_key(kLatest, key), 3);
  const auto rebuilt = rebuild(copy, RebuildMode::kCompare);
  ASSERT_TRUE(rebuilt);
  EXPECT_FALSE(rebuilt->views[0].equal);
  EXPECT_EQ(rebuilt->views[0].first_difference,
            "0008"
            "00000002"
            "00000064"
            "00000000"
            "00000000");
  EXPECT_TRUE(rebuilt->views[1].equal);
}

TEST(Rebuild, ReplacingMendsEveryDamageOfViews) {
  Damaged copy;
  copy.flip(Family::kViews, view_key(kLatest, latest_key(cell(2, 100))), 3);
  copy.remove(Family::kViews, view_key(kTally, tally_key({2})));
  copy.put(Family::kViews, view_key({8}, "x"), "of nobody");
  copy.put(Family::kViews, view_key({255}, "x"), "of nobody");
  copy.put(Family::kHeads, view_key({8}, ""), "of nobody");
  copy.remove(Family::kHeads, view_key(kTally, ""));
  ASSERT_FALSE(copy.verify().intact());
  ASSERT_TRUE(rebuild(copy, RebuildMode::kReplace));
  const auto verdict = copy.verify();
  EXPECT_TRUE(verdict.intact()) << told(verdict);
  EXPECT_TRUE(rebuild(copy, RebuildMode::kReplace)) << "again, over its own files";
  EXPECT_TRUE(copy.verify().intact());
}

TEST(Rebuild, EmptyLogHasEmptyViews) {
  TinySchool school;
  ASSERT_TRUE(school.create());
  school.close();
  {
    const Store store(school.directory() / "store", school.resources, OpenMode::kExisting);
    const auto rebuilt = rebuild_views(store, tiny_views(), RebuildMode::kReplace, {});
    ASSERT_TRUE(rebuilt);
    EXPECT_EQ(rebuilt->size, 0u);
    EXPECT_EQ(rebuilt->root, signing::empty_root());
  }
  EXPECT_TRUE(school.verify().intact());
  EXPECT_TRUE(school.open());
}

TEST(Rebuild, LogGoesOnAfterIt) {
  TinySchool school;
  school.found();
  ASSERT_TRUE(school.append({&school.teacher, {mark(1, 10)}}));
  school.close();
  {
    const Store store(school.directory() / "store", school.resources, OpenMode::kExisting);
    ASSERT_TRUE(rebuild_views(store, tiny_views(), RebuildMode::kReplace, {}));
  }
  ASSERT_EQ(code_of(school.open()), "");
  ASSERT_TRUE(school.append({&school.teacher, {mark(1, 10)}}));
  EXPECT_EQ(tally_of(*school.log().snapshot(), {2}), (Tally{2, 1}));
  school.close();
  EXPECT_TRUE(school.verify().intact());
}

TEST(Rebuild, EntryThatDoesNotReadIsRefused) {
  Damaged copy;
  copy.put(Family::kEntries, entry_key({7}), "x");
  for (const auto mode : {RebuildMode::kCompare, RebuildMode::kReplace}) {
    const auto rebuilt = rebuild(copy, mode);
    ASSERT_EQ(code_of(rebuilt), "rebuild.entry");
    EXPECT_NE(rebuilt.refusal().says.en.find("entry 7"), std::string::npos);
  }
}

TEST(Rebuild, MissingEntryIsRefused) {
  Damaged copy;
  copy.remove(Family::kEntries, entry_key({7}));
  EXPECT_EQ(code_of(rebuild(copy, RebuildMode::kReplace)), "rebuild.entry");
}

// RocksDB drops what it cannot read of its journal as soon as it opens it for writing.
TEST(Rebuild, StoreBehindItsCheckpointIsNotOpenedForWriting) {
  Damaged copy;
  const auto& school = original().school;
  const auto rebuild_closed = [&] {
    return rebuild_school(copy.directory(), TinySchool::kOrigin, school.log_key().public_key(),
                          tiny_views(), school.resources, {});
  };
  EXPECT_EQ(code_of(rebuild_closed()), "");
  auto older = original().older;
  older["checkpoint"] = read_bytes(copy.directory() / "checkpoint");
  copy.put_back(older);
  const auto before = files_below(copy.directory());
  EXPECT_EQ(code_of(rebuild_closed()), "ledger.rolled_back");
  EXPECT_TRUE(files_below(copy.directory()) == before);
}

TEST(Rebuild, ProgressEndsBelowAll) {
  Damaged copy;
  const Store store(copy.directory() / "store", original().school.resources, OpenMode::kReadOnly);
  std::uint64_t last = 0;
  const auto progress = [&](std::uint64_t done, std::uint64_t all) {
    EXPECT_LE(done, all);
    EXPECT_GE(done, last);
    last = done;
  };
  EXPECT_TRUE(rebuild_views(store, tiny_views(), RebuildMode::kCompare, progress));
}

}  // namespace
}  // namespace letopis::ledger
