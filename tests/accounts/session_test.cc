// The row of a session.
#include "accounts/session.h"

#include <gtest/gtest.h>

#include "shelf/shelf.h"

namespace letopis::accounts {
namespace {

TEST(SessionRow, ComesBackAsItWasAndNeverFromOtherBytes) {
  SessionRow row;
  row.session.id.bytes.fill(std::byte{1});
  row.session.person = {42};
  row.session.kind = Kind::kFamily;
  row.session.custody = Custody::kBrowser;
  row.session.owes_second_factor = true;
  row.session.made = {1'773'212'400'000};
  row.session.used = {1'773'212'460'000};
  row.session.device = "Chromium на Linux";
  row.session.address = "192.0.2.7";
  row.token.bytes.fill(std::byte{2});
  row.rotated = {1'773'212'400'001};
  EXPECT_EQ(parse_session(row.session.id, print(row)), row);
  row.seen = row.locked = true;
  row.earlier = SessionRow::Earlier{{}, {1'773'212'500'000}};
  const auto bytes = print(row);
  EXPECT_EQ(parse_session(row.session.id, bytes), row);
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_THROW(parse_session(row.session.id, bytes.substr(0, length)), shelf::ShelfFailure);
  }
  EXPECT_THROW(parse_session(row.session.id, bytes + "x"), shelf::ShelfFailure);
}

}  // namespace
}  // namespace letopis::accounts
