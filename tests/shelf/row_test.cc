// The bytes of rows: read back as written, sorted as the numbers are, and never read past the end.
#include "shelf/row.h"

#include <gtest/gtest.h>

#include "shelf/shelf.h"

namespace letopis::shelf {
namespace {

TEST(Row, FieldsComeBackAsTheyWent) {
  const auto row = RowWriter("k")
                       .u8(0xff)
                       .u16(0x1234)
                       .u32(0xdeadbeef)
                       .u64(~0ull)
                       .i64(-1)
                       .text("имя")
                       .text("")
                       .bytes(bytes_of("ab"))
                       .take();
  RowReader reader(row);
  EXPECT_EQ(reader.bytes(1), "k");
  EXPECT_EQ(reader.u8(), 0xff);
  EXPECT_EQ(reader.u16(), 0x1234);
  EXPECT_EQ(reader.u32(), 0xdeadbeef);
  EXPECT_EQ(reader.u64(), ~0ull);
  EXPECT_EQ(reader.i64(), -1);
  EXPECT_EQ(reader.text(), "имя");
  EXPECT_EQ(reader.text(), "");
  EXPECT_FALSE(reader.at_end());
  EXPECT_THROW(reader.finish(), ShelfFailure);
  EXPECT_EQ(reader.bytes(2), "ab");
  EXPECT_NO_THROW(reader.finish());
}

TEST(Row, KeysSortAsTheirNumbersDo) {
  EXPECT_LT(RowWriter().u32(255).view(), RowWriter().u32(256).view());
  EXPECT_LT(RowWriter().u64(0xffff'ffff).view(), RowWriter().u64(0x1'0000'0000).view());
  EXPECT_LT(RowWriter().i64(0).view(), RowWriter().i64(1'800'000'000'000).view());
}

TEST(Row, ARowThatEndsTooEarlyIsAFailureAndNotAGuess) {
  EXPECT_THROW(RowReader("").u8(), ShelfFailure);
  EXPECT_THROW(RowReader("abc").u32(), ShelfFailure);
  EXPECT_THROW(RowReader(std::string_view("\0\5abc", 5)).text(), ShelfFailure);
}

TEST(Row, ThePrefixEndsWhereTheNextOneBegins) {
  EXPECT_EQ(after_prefix("a"), "b");
  EXPECT_EQ(after_prefix("a\xff"), "b");
  EXPECT_EQ(after_prefix(std::string_view("a\0", 2)), "a\1");
}

}  // namespace
}  // namespace letopis::shelf
