#include "signing/encoding.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

namespace letopis::signing {
namespace {

std::string decoded(std::string_view text) {
  const auto bytes = from_base64(text);
  return bytes ? std::string(text_of(*bytes)) : bytes.refusal().code;
}

TEST(Base64, AgreesWithRfc4648) {
  const std::pair<const char*, const char*> examples[] = {{"", ""},
                                                          {"f", "Zg=="},
                                                          {"fo", "Zm8="},
                                                          {"foo", "Zm9v"},
                                                          {"foob", "Zm9vYg=="},
                                                          {"fooba", "Zm9vYmE="},
                                                          {"foobar", "Zm9vYmFy"},
                                                          {"\xfb\xff", "+/8="}};
  for (const auto& [plain, text] : examples) {
    EXPECT_EQ(to_base64(bytes_of(plain)), text);
    EXPECT_EQ(decoded(text), plain);
  }
}

TEST(Base64, EveryLooseSpellingIsRefused) {
  for (const char* text : {"Zg", "Zg=", "Z", "Zm9vYg", "Zg==\n", " Zg==", "Zm 9v",
                           "Zh==", "Zm9=", "Zg==Zg==", "====", "=", "A===", "Zm-v", "Zm_v", "Zg=v",
                           "Zm9v=", "Zm9v====", "\xd0\x9f\xd0\x9f"}) {
    EXPECT_EQ(decoded(text), "base64.malformed") << text;
  }
  EXPECT_EQ(decoded(std::string_view("Zg\0=", 4)), "base64.malformed");
}

RC_GTEST_PROP(Base64, BytesSurvive, (const std::vector<std::uint8_t>& bytes)) {
  const auto read = from_base64(to_base64(std::as_bytes(std::span(bytes))));
  RC_ASSERT(read.has_value());
  RC_ASSERT(to_hex(*read) == to_hex(std::as_bytes(std::span(bytes))));
}

RC_GTEST_PROP(Base64, WhateverIsReadIsPrintedTheSame, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("AQgw+/9=")));
  const auto read = from_base64(text);
  if (read) RC_ASSERT(to_base64(*read) == text);
}

TEST(Hex, IsLowerCaseAndEven) {
  EXPECT_EQ(to_hex(bytes_of(std::string_view("\x00\xab\xff", 3))), "00abff");
  EXPECT_EQ(text_of(*from_hex("00abff")), std::string_view("\x00\xab\xff", 3));
  EXPECT_TRUE(from_hex("")->empty());
  for (const char* text : {"0", "0g", "AB", "0x", "00 ", " 00", "-1"}) {
    EXPECT_EQ(from_hex(text).refusal().code, "hex.malformed") << text;
  }
}

TEST(Decimal, HasOneSpelling) {
  EXPECT_EQ(*from_decimal("0"), 0U);
  EXPECT_EQ(*from_decimal("10"), 10U);
  EXPECT_EQ(*from_decimal("18446744073709551615"), std::numeric_limits<std::uint64_t>::max());
  for (const char* text : {"", "00", "01", "+1", "-1", "-0", " 1", "1 ", "1\n", "1.0", "1e3", "0x1",
                           "18446744073709551616", "99999999999999999999999", "\xd9\xa1"}) {
    EXPECT_EQ(from_decimal(text).refusal().code, "decimal.malformed") << text;
  }
}

RC_GTEST_PROP(Decimal, NumbersSurvive, (std::uint64_t number)) {
  RC_ASSERT(*from_decimal(std::to_string(number)) == number);
}

TEST(BigEndian, PutsTheMostSignificantByteFirst) {
  std::string bytes;
  append_big_endian(bytes, 0x0102, 2);
  append_big_endian(bytes, 0, 1);
  append_big_endian(bytes, 0xff00'0000'0000'0001, 8);
  EXPECT_EQ(to_hex(bytes_of(bytes)), "010200ff00000000000001");
  EXPECT_EQ(read_big_endian(bytes_of(bytes).first(2)), 0x0102U);
  EXPECT_EQ(read_big_endian(bytes_of(bytes).last(8)), 0xff00'0000'0000'0001U);
  EXPECT_EQ(read_big_endian({}), 0U);
}

TEST(BigEndianDeathTest, ANumberThatDoesNotFitIsABug) {
  std::string bytes;
  EXPECT_DEATH(append_big_endian(bytes, 0x1'0000, 2), "");
}

}  // namespace
}  // namespace letopis::signing
