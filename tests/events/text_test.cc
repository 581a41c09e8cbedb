#include "events/text.h"

#include <gtest/gtest.h>

#include <string>

namespace letopis::events {
namespace {

TEST(PlainText, WhatPeopleWriteIsAllowed) {
  for (const std::string_view text :
       {"", "a", "Тема: «Квадратные уравнения» — § 24, № 512–515", "две\nстроки", "x² ≤ √2", " ~",
        "\u00A0", "\uFEFF", "\U0001F600", "\U0010FFFF", "\uD7FF", "\uE000", "\uFFFF"}) {
    EXPECT_TRUE(is_plain_text(text)) << text;
  }
}

TEST(PlainText, OfTheControlCharactersOnlyNewlineIsAllowed) {
  for (int code = 0; code < 0x20; ++code) {
    EXPECT_EQ(is_plain_text(std::string(1, static_cast<char>(code))), code == '\n') << code;
  }
  EXPECT_FALSE(is_plain_text("\x7F"));
  EXPECT_FALSE(is_plain_text("\xC2\x80"));
  EXPECT_FALSE(is_plain_text("\xC2\x9F"));
  EXPECT_FALSE(is_plain_text("спереди\tсзади"));
}

TEST(PlainText, OnlyShortestFormsAreAllowed) {
  for (const std::string_view text : {"\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF",
                                      "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF"}) {
    EXPECT_FALSE(is_plain_text(text));
  }
}

TEST(PlainText, SurrogatesAndWhatLiesBeyondUnicodeAreRefused) {
  for (const std::string_view text : {"\xED\xA0\x80", "\xED\xBF\xBF", "\xF4\x90\x80\x80",
                                      "\xF5\x80\x80\x80", "\xF8\x88\x80\x80\x80", "\xFE", "\xFF"}) {
    EXPECT_FALSE(is_plain_text(text));
  }
}

TEST(PlainText, ABrokenSequenceIsRefusedWhereverItStands) {
  for (const std::string_view broken : {"\x80", "\xBF", "\xD0", "\xE2\x80", "\xF0\x9F\x98",
                                        "\xD0\x41", "\xE2\x80\x41", "\xE2\x41\x80"}) {
    EXPECT_FALSE(is_plain_text(broken));
    EXPECT_FALSE(is_plain_text("до " + std::string(broken)));
    EXPECT_FALSE(is_plain_text(std::string(broken) + " после"));
  }
}

}  // namespace
}  // namespace letopis::events
