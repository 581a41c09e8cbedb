#include "server/commands.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "ledger/store.h"

namespace letopis::server {
namespace {

TEST(Commands, AStoreThatBrokeIsToldApartFromOtherFailures) {
  const auto store = tell_failure(
      ledger::StoreFailure(ledger::StoreFailure::Kind::kOther, "no space left on device"));
  EXPECT_EQ(store.code, "store.failed");
  EXPECT_EQ(store.says.ru, "хранилище не отвечает: no space left on device");
  const auto other = tell_failure(std::runtime_error("no memory"));
  EXPECT_EQ(other.code, "program.failed");
  EXPECT_EQ(other.says.en, "it failed: no memory");
}

}  // namespace
}  // namespace letopis::server
