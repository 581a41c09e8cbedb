#include "signing/tiles.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <set>

#include "signing/merkle.h"
#include "signing/trial_keys.h"

namespace letopis::signing {
namespace {

TEST(TilePath, IsWrittenInGroupsOfThreeDigits) {
  const std::pair<TilePath, const char*> examples[] = {
      {{TileKind::kHashes, 0, 1'234'067, 112}, "tile/0/x001/x234/067.p/112"},
      {{TileKind::kHashes, 0, 1'234'067, 256}, "tile/0/x001/x234/067"},
      {{TileKind::kHashes, 63, 0, 1}, "tile/63/000.p/1"},
      {{TileKind::kHashes, 1, 1'000, 255}, "tile/1/x001/000.p/255"},
      {{TileKind::kEntries, 0, 273, 112}, "tile/entries/273.p/112"},
      {{TileKind::kEntries, 0, std::numeric_limits<std::uint64_t>::max(), 256},
       "tile/entries/x018/x446/x744/x073/x709/x551/615"}};
  for (const auto& [path, text] : examples) {
    EXPECT_EQ(print_tile_path(path), text);
    const auto read = parse_tile_path(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(*read, path);
  }
}

TEST(TilePath, AnyOtherSpellingIsRefused) {
  for (const char* text : {"",
                           "tile",
                           "tile/",
                           "tile/0",
                           "tile/0/",
                           "tile/0/0",
                           "tile/0/00",
                           "tile/0/0000",
                           "tile/0/1234",
                           "tile/0/x000/001",
                           "tile/0/001/002",
                           "tile/0/x001",
                           "tile/0/x001/",
                           "tile/0/x001/x002",
                           "tile/00/001",
                           "tile/64/001",
                           "tile/-1/001",
                           "tile/0/001.p/0",
                           "tile/0/001.p/256",
                           "tile/0/001.p/01",
                           "tile/0/001.p/",
                           "tile/0/001.p",
                           "tile/0/001/",
                           "tile/0/001.p/1/",
                           "/tile/0/001",
                           "tile//001",
                           "tile/0//001",
                           "tile/0/../001",
                           "tile/entries/",
                           "tile/entries/0/001",
                           "tile/Entries/001",
                           "tile/0/001.p/1.p/1",
                           "tile/0/+01",
                           "tile/0/x018/x446/x744/x073/x709/x551/616",
                           "tile/0/x001x234/067"}) {
    EXPECT_EQ(code_of(parse_tile_path(text)), "tile.path") << text;
  }
}

RC_GTEST_PROP(TilePath, Survives, (std::uint64_t index)) {
  const TilePath path{TileKind::kHashes, *rc::gen::inRange(0U, 64U), index,
                      *rc::gen::inRange(1U, 257U)};
  RC_ASSERT(*parse_tile_path(print_tile_path(path)) == path);
}

RC_GTEST_PROP(TilePath, WhateverIsReadIsPrintedTheSame, ()) {
  const auto tail = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0129x/.p")));
  for (const char* start : {"tile/0/", "tile/entries/"}) {
    const auto path = parse_tile_path(start + tail);
    if (path) RC_ASSERT(print_tile_path(*path) == start + tail);
  }
}

// The example of the specification.
TEST(Tiles, Of70000Leaves) {
  const auto tiles = tiles_of(70'000);
  const auto count = [&](unsigned level, TileKind kind, unsigned width) {
    return std::count_if(tiles.begin(), tiles.end(), [&](const TilePath& tile) {
      return tile.level == level && tile.kind == kind && tile.width == width;
    });
  };
  EXPECT_EQ(count(0, TileKind::kHashes, 256), 273);
  EXPECT_EQ(count(0, TileKind::kHashes, 112), 1);
  EXPECT_EQ(count(1, TileKind::kHashes, 256), 1);
  EXPECT_EQ(count(1, TileKind::kHashes, 17), 1);
  EXPECT_EQ(count(2, TileKind::kHashes, 1), 1);
  EXPECT_EQ(count(0, TileKind::kEntries, 256), 273);
  EXPECT_EQ(count(0, TileKind::kEntries, 112), 1);
  EXPECT_EQ(tiles.size(), 273U + 1 + 1 + 1 + 1 + 274);
  EXPECT_EQ(print_tile_path(tiles[273]), "tile/0/273.p/112");
}

TEST(Tiles, OfATreeThatFillsItsTilesAreFull) {
  EXPECT_TRUE(tiles_of(0).empty());
  const std::vector<TilePath> expected = {{TileKind::kHashes, 0, 0, 256},
                                          {TileKind::kHashes, 1, 0, 1},
                                          {TileKind::kEntries, 0, 0, 256}};
  EXPECT_EQ(tiles_of(256), expected);
}

RC_GTEST_PROP(Tiles, AddedAreThoseThatTheOlderTreeLacked, ()) {
  const auto size = *rc::gen::inRange<std::uint64_t>(0, 140'000);
  const auto old_size = *rc::gen::inRange<std::uint64_t>(0, size + 1);
  const auto old_tiles = tiles_of(old_size);
  const std::set<TilePath> before(old_tiles.begin(), old_tiles.end());
  std::vector<TilePath> expected;
  for (const TilePath& tile : tiles_of(size)) {
    if (!before.contains(tile)) expected.push_back(tile);
  }
  RC_ASSERT(tiles_added(old_size, size) == expected);
}

TEST(Tile, IsItsHashesOneAfterTheOther) {
  const auto hashes = trial_leaves(256);
  const std::string bytes = print_tile(hashes);
  EXPECT_EQ(bytes.size(), 8'192U);
  EXPECT_EQ(*parse_tile(bytes_of(bytes), 256), hashes);
  EXPECT_EQ(code_of(parse_tile(bytes_of(bytes), 255)), "tile.length");
  EXPECT_EQ(code_of(parse_tile(bytes_of(bytes).first(8'191), 256)), "tile.length");
}

TEST(EntryBundle, HasALengthBeforeEachEntry) {
  std::string bundle;
  append_entry(bundle, bytes_of("abc"));
  append_entry(bundle, {});
  append_entry(bundle, bytes_of(std::string(kMaxEntryBytes, 'z')));
  EXPECT_EQ(bundle.substr(0, 9), std::string("\0\3abc\0\0\xff\xff", 9));
  const auto entries = parse_entry_bundle(bytes_of(bundle), 3);
  ASSERT_TRUE(entries);
  EXPECT_EQ(text_of((*entries)[0]), "abc");
  EXPECT_TRUE((*entries)[1].empty());
  EXPECT_EQ((*entries)[2].size(), kMaxEntryBytes);
}

TEST(EntryBundle, CutShortOrWithTooManyEntriesIsRefused) {
  std::string bundle;
  append_entry(bundle, bytes_of("abc"));
  append_entry(bundle, bytes_of("de"));
  for (std::size_t length = 0; length < bundle.size(); ++length) {
    EXPECT_EQ(code_of(parse_entry_bundle(bytes_of(bundle).first(length), 2)), "bundle.malformed");
  }
  EXPECT_EQ(code_of(parse_entry_bundle(bytes_of(bundle + '\0'), 2)), "bundle.malformed");
  EXPECT_EQ(code_of(parse_entry_bundle(bytes_of(bundle), 1)), "bundle.malformed");
  EXPECT_EQ(code_of(parse_entry_bundle(bytes_of(bundle), 3)), "bundle.malformed");
}

TEST(EntryBundleDeathTest, AnEntryThatIsTooLongIsABug) {
  std::string bundle;
  EXPECT_DEATH(append_entry(bundle, bytes_of(std::string(kMaxEntryBytes + 1, 'z'))), "");
}

}  // namespace
}  // namespace letopis::signing
