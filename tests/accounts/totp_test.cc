// One-time digits: the published vectors, the drift, and that none is taken twice.
#include "accounts/totp.h"

#include <gtest/gtest.h>

namespace letopis::accounts {
namespace {

const Bytes kSecret = bytes_of("12345678901234567890");  // RFC 6238, appendix B

TEST(Totp, GivesThePublishedDigitsOfEachMoment) {
  const std::pair<std::int64_t, const char*> vectors[] = {
      {59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
      {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
  for (const auto& [seconds, digits] : vectors) {
    EXPECT_EQ(totp_code(kSecret, totp_step({seconds * 1'000}), 8), digits) << seconds;
  }
}

TEST(Totp, GivesThePublishedDigitsOfEachCount) {  // RFC 4226, appendix D
  const char* const digits[] = {"755224", "287082", "359152", "969429", "338314",
                                "254676", "287922", "162583", "399871", "520489"};
  for (std::uint64_t count = 0; count < 10; ++count) {
    EXPECT_EQ(totp_code(kSecret, count), digits[count]);
  }
}

TEST(Totp, DigitsOfTheNeighbouringStepsAreTakenAndNoOthers) {
  const events::Instant now{59'000 + 30'000 * 100};
  const auto present = totp_step(now);
  for (std::uint64_t step = present - 3; step <= present + 3; ++step) {
    const bool near = step + 1 >= present && step <= present + 1;
    const auto match = totp_match(kSecret, totp_code(kSecret, step), now, std::nullopt);
    EXPECT_EQ(match, near ? std::optional(step) : std::nullopt) << step;
  }
  // The last millisecond of a step, and the first of the next.
  EXPECT_EQ(totp_step({29'999}), 0u);
  EXPECT_EQ(totp_step({30'000}), 1u);
  EXPECT_FALSE(totp_match(kSecret, "", now, std::nullopt));
  EXPECT_FALSE(totp_match(kSecret, totp_code(kSecret, present) + "0", now, std::nullopt));
}

TEST(Totp, AStepThatWasUsedAndThoseBeforeItAreTakenNoMore) {
  const events::Instant now{30'000 * 1'000};
  const std::uint64_t present = 1'000;
  const auto match = [&](std::uint64_t step, std::uint64_t used) {
    return totp_match(kSecret, totp_code(kSecret, step), now, used).has_value();
  };
  EXPECT_TRUE(match(present, present - 1));
  EXPECT_FALSE(match(present, present));
  EXPECT_FALSE(match(present - 1, present));
  EXPECT_TRUE(match(present + 1, present));
}

TEST(Totp, TheFirstMinuteOf1970HasNoStepBeforeIt) {
  EXPECT_EQ(totp_match(kSecret, "755224", {0}, std::nullopt), 0u);
}

TEST(Totp, ThePictureSaysSecretSchoolAndLoginEscaped) {
  EXPECT_EQ(to_base32(bytes_of("foobar")), "MZXW6YTBOI");  // RFC 4648, section 10, unpadded
  EXPECT_EQ(to_base32(bytes_of("f")), "MY");
  EXPECT_EQ(to_base32({}), "");
  EXPECT_EQ(totp_uri(bytes_of("foobar"), "Школа 5", "petrova"),
            "otpauth://totp/%D0%A8%D0%BA%D0%BE%D0%BB%D0%B0%205:petrova?secret=MZXW6YTBOI"
            "&issuer=%D0%A8%D0%BA%D0%BE%D0%BB%D0%B0%205");
}

}  // namespace
}  // namespace letopis::accounts
