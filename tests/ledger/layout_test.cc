// Rows of the store: what is written is read, and nothing else is.
#include "ledger/layout.h"

#include <gtest/gtest.h>

#include "ledger/tiny_school.h"

namespace letopis::ledger {
namespace {

TEST(Layout, ValuesAreReadAsTheyWereWritten) {
  const events::Position position{0x0102030405060708};
  EXPECT_EQ(position_value(position), std::string("\1\2\3\4\5\6\7\10", 8));
  EXPECT_EQ(read_position(position_value(position)), position);
  const CommandPlace place{position, 16'384};
  EXPECT_EQ(read_command_place(command_value(place)), place);
  const ViewHead head{9, signing::sha256(bytes_of("root"))};
  EXPECT_EQ(read_head(head_value(head)), head);
  events::KeyRecord record{{3}, trial_key("x").public_key(), {4}, {5}, {}, {}};
  EXPECT_EQ(read_key_row(key_row_value(record)), record);
  record.ended = {{6}};
  record.void_from = {{7}};
  EXPECT_EQ(read_key_row(key_row_value(record)), record);
}

TEST(Layout, OtherLengthsAndFlagsAreNotRead) {
  const events::KeyRecord record{{3}, trial_key("x").public_key(), {4}, {5}, {}, {}};
  const auto row = key_row_value(record);
  for (std::size_t size = 0; size < 80; ++size) {
    const std::string bytes(size, '\0');
    EXPECT_EQ(read_position(bytes).has_value(), size == 8);
    EXPECT_EQ(read_command_place(bytes).has_value(), size == 10);
    EXPECT_EQ(read_head(bytes).has_value(), size == 40);
    EXPECT_EQ(read_key_row(bytes).has_value(), size == row.size());
  }
  for (const std::size_t flag : {48u, 57u}) {
    auto bad = row;
    bad[flag] = '\2';
    EXPECT_FALSE(read_key_row(bad));
  }
}

TEST(Layout, KeysSortAsTheirNumbersDo) {
  EXPECT_LT(entry_key({255}), entry_key({256}));
  EXPECT_LT(tree_key(0, ~0ull), tree_key(1, 0));
  EXPECT_LT(stream_key(cell(1, 2), 255), stream_key(cell(1, 2), 256));
  EXPECT_LT(stream_key(cell(1, 2), ~0u), stream_key(cell(1, 3), 0));
  EXPECT_LT(command_key({1}, {~0ull, ~0ull}), command_key({2}, {0, 0}));
  EXPECT_LT(view_key({1}, "\xff\xff"), view_key({2}, ""));
}

}  // namespace
}  // namespace letopis::ledger
