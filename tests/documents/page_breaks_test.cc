#include "documents/page_breaks.h"

#include <gtest/gtest.h>

#include "documents/page_order.h"

namespace letopis::documents {
namespace {

constexpr PageSize kTen = {10, 10};

// The numbers of the pieces on each page; heads as −1.
std::vector<std::vector<int>> pages(const std::vector<Piece>& pieces,
                                    const std::vector<double>& heads = {},
                                    const PageSize& size = kTen) {
  std::vector<std::vector<int>> all;
  for (const PageOfPieces& page : break_pages(pieces, heads, size)) {
    auto& numbers = all.emplace_back();
    for (const PlacedPiece& one : page) {
      numbers.push_back(one.is_head ? -1 : static_cast<int>(one.piece));
    }
  }
  return all;
}

using Pages = std::vector<std::vector<int>>;

TEST(PageBreaks, APageIsFilledToItsLastPoint) {
  EXPECT_EQ(pages({{5}, {5}, {0.1}}), (Pages{{0, 1}, {2}}));
  EXPECT_EQ(pages({}), (Pages{{}}));
}

TEST(PageBreaks, SpaceBeforeAPieceIsLeftOutAtTheTop) {
  const std::vector<Piece> pieces = {{.height = 6}, {.height = 10, .space_before = 3}};
  const auto broken = break_pages(pieces, {}, kTen);
  ASSERT_EQ(broken.size(), 2U);
  EXPECT_EQ(broken[1][0].top, 0);
}

TEST(PageBreaks, WhatKeepsTheNextGoesWithIt) {
  EXPECT_EQ(pages({{4}, {.height = 4, .keeps_next = true}, {4}}), (Pages{{0}, {1, 2}}));
}

TEST(PageBreaks, AChainLongerThanAPageIsBrokenWhereThePageIsFull) {
  std::vector<Piece> pieces(7, Piece{.height = 4, .keeps_next = true});
  pieces[0].keeps_next = false;
  EXPECT_EQ(pages(pieces), (Pages{{0}, {1, 2}, {3, 4}, {5, 6}}));
}

TEST(PageBreaks, ATablesHeadIsOnEveryPageOfIt) {
  const Piece row{.height = 3, .table = 0};
  EXPECT_EQ(pages({row, row, row, row}, {2}), (Pages{{-1, 0, 1}, {-1, 2, 3}}));
}

TEST(PageBreaks, AHeadIsNeverAloneAtTheFoot) {
  const Piece row{.height = 3, .table = 0};
  EXPECT_EQ(pages({{6}, row}, {2}), (Pages{{0}, {-1, 1}}));
}

TEST(PageBreaks, TwoTablesHaveTheirOwnHeads) {
  const Piece one{.height = 2, .table = 0};
  const Piece other{.height = 2, .table = 1};
  EXPECT_EQ(pages({one, other}, {1, 1}), (Pages{{-1, 0, -1, 1}}));
}

TEST(PageBreaks, APieceHigherThanAPageHasOneToItself) {
  EXPECT_EQ(pages({{1}, {30}, {1}}), (Pages{{0}, {1}, {2}}));
}

TEST(PageBreaks, FurtherPagesMayBeLower) {
  EXPECT_EQ(pages({{5}, {5}, {5}, {5}}, {}, {10, 5}), (Pages{{0, 1}, {2}, {3}}));
}

TEST(PageOrder, ASpreadAlternatesFromALeftPage) {
  const std::vector<SheetPages> sheets = {
      {.pages = 2}, {.spread = Spread::kLeft, .pages = 1}, {.spread = Spread::kRight, .pages = 2}};
  const std::vector<OrderedPage> expected = {
      {0, 0}, {0, 1}, {1, std::nullopt}, {1, 0}, {2, 0}, {1, std::nullopt}, {2, 1}};
  EXPECT_EQ(page_order(sheets), expected);
  EXPECT_EQ(side_of(3), Side::kLeft);
}

TEST(PageOrder, ASheetBeginsOnTheSideItAsksFor) {
  const std::vector<SheetPages> sheets = {{.begins = Begins::kLeftPage},
                                          {.begins = Begins::kRightPage},
                                          {.begins = Begins::kRightPage}};
  const std::vector<OrderedPage> expected = {
      {0, std::nullopt}, {0, 0}, {1, 0}, {2, std::nullopt}, {2, 0}};
  EXPECT_EQ(page_order(sheets), expected);
}

}  // namespace
}  // namespace letopis::documents
