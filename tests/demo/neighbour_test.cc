#include "demo/neighbour.h"

#include <gtest/gtest.h>
#include <signal.h>

#include <cerrno>

namespace letopis::demo {
namespace {

Result<Neighbour> shell(const std::string& script) {
  return Neighbour::start("/bin/sh", {"-c", script});
}

TEST(Neighbour, SaysWhereItServesAndEndsWithItsObject) {
  pid_t process = 0;
  {
    const auto one = shell(R"(echo '{"address":"127.0.0.1","port":4711}'; exec sleep 60)");
    ASSERT_TRUE(one) << one.refusal().says.en;
    EXPECT_EQ(one->url(), "http://127.0.0.1:4711/");
    process = one->process();
    EXPECT_EQ(::kill(process, 0), 0);
  }
  EXPECT_EQ(::kill(process, 0), -1);
  EXPECT_EQ(errno, ESRCH);
}

TEST(Neighbour, WhoDoesNotServeIsRefused) {
  for (const char* script : {"exit 1", "echo hello", "echo '{\"port\":1}'", "echo '[]'",
                             "head -c 10000 /dev/zero; exec sleep 60"}) {
    const auto one = shell(script);
    ASSERT_FALSE(one) << script;
    EXPECT_EQ(one.refusal().code, "neighbour.silent") << script;
  }
  EXPECT_FALSE(Neighbour::start("/nonexistent", {}));
}

}  // namespace
}  // namespace letopis::demo
