#include "documents/column_widths.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace letopis::documents {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

TEST(ColumnWidths, ColumnsGetWhatTheyNeed) {
  const std::vector<ColumnNeed> needs = {{10, 20, 100}, {10, 30, 100}};
  const auto parts = fit_columns(needs, 100);
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_THAT(parts[0].widths, ElementsAre(20, 30));
}

TEST(ColumnWidths, WhatIsLeftGoesToThoseWithAShareUpToTheirMost) {
  const std::vector<ColumnNeed> needs = {{10, 10, 10, 1}, {10, 10, 15, 1}, {10, 10, 100, 3}};
  EXPECT_THAT(fit_columns(needs, 100)[0].widths,
              ElementsAre(10, DoubleNear(15, 1e-9), DoubleNear(75, 1e-6)));
}

TEST(ColumnWidths, TheWidestGivesWayFirst) {
  const std::vector<ColumnNeed> needs = {{10, 20, 20}, {10, 90, 100}};
  EXPECT_THAT(fit_columns(needs, 60)[0].widths,
              ElementsAre(DoubleNear(20, 1e-6), DoubleNear(40, 1e-6)));
}

TEST(ColumnWidths, WhatDoesNotFitGoesOnBesideTheNames) {
  std::vector<ColumnNeed> needs = {{20, 20, 20, 0, true}};
  needs.resize(11, {10, 10, 10});
  const auto parts = fit_columns(needs, 80);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_THAT(parts[0].columns, ElementsAre(0, 1, 2, 3, 4, 5)) << "five and five, not six and four";
  EXPECT_THAT(parts[1].columns, ElementsAre(0, 6, 7, 8, 9, 10));
  EXPECT_EQ(parts[0].widths[0], parts[1].widths[0]);
}

TEST(ColumnWidths, NoPartIsWiderThanThePageWhateverIsAsked) {
  for (const double least : {1.0, 7.0, 49.0, 51.0, 100.0, 1000.0}) {
    for (const std::size_t names : {0U, 1U, 3U, 6U}) {
      std::vector<ColumnNeed> needs(6, {least, least * 2, least * 3, 1});
      for (std::size_t at = 0; at < names; ++at) needs[at].names_row = true;
      std::size_t others = 0;
      for (const Part& part : fit_columns(needs, 100)) {
        EXPECT_LE(part.width(), 100 + 1e-6) << least << ' ' << names;
        EXPECT_EQ(part.columns.size(), part.widths.size());
        for (const double width : part.widths) EXPECT_GT(width, 0);
        others += part.columns.size() - names;
      }
      EXPECT_EQ(others, 6 - names) << "every other column stands once";
    }
  }
}

}  // namespace
}  // namespace letopis::documents
