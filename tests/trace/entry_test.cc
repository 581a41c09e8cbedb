// The bytes of the log of access.
#include "trace/entry.h"

#include <gtest/gtest.h>

#include <vector>

namespace letopis::trace {
namespace {

constexpr events::Instant kAt{1'773'212'400'000};

AddressMark mark() {
  AddressMark mark{};
  mark.fill(std::byte{0xab});
  return mark;
}

std::vector<Entry> one_of_each() {
  return {{kAt, SignedIn{{5}, mark()}},
          {kAt, SignInFailed{events::PersonNumber{5}, mark()}},
          {kAt, SignInFailed{std::nullopt, mark()}},
          {kAt, Refused{{5}, events::PersonNumber{417}, View::kDiary}},
          {kAt, Refused{{5}, std::nullopt, View::kLog}},
          {kAt, Read{{5}, {417}, View::kJournal}},
          {kAt, ReadNews{{5}, 12}},
          {kAt, CredentialChanged{{5}, Credential::kSecondFactorOff, mark()}}};
}

std::string refusal_of(std::string_view bytes) {
  const auto entry = parse_entry(bytes_of(bytes));
  return entry ? "" : entry.refusal().code;
}

TEST(AccessEntry, ComesBackAsItWas) {
  for (const auto& entry : one_of_each()) {
    const auto read = parse_entry(bytes_of(print(entry)));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, entry);
  }
}

TEST(AccessEntry, IsReadFromItsWholeBytesAlone) {
  for (const auto& entry : one_of_each()) {
    const auto bytes = print(entry);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
      EXPECT_EQ(refusal_of(std::string_view(bytes).substr(0, length)), "trace.malformed");
    }
    EXPECT_EQ(refusal_of(bytes + "x"), "trace.malformed");
    EXPECT_EQ(refusal_of("\x02" + bytes.substr(1)), "trace.malformed");
  }
}

TEST(AccessEntry, WhatNoEntrySaysIsRefused) {
  const auto with = [](std::size_t at, char byte) {
    auto bytes = print({kAt, Read{{5}, {417}, View::kJournal}});
    bytes.at(at) = byte;
    return refusal_of(bytes);
  };
  EXPECT_EQ(with(1, 0), "trace.malformed");       // kinds count from 1
  EXPECT_EQ(with(1, 6), "trace.malformed");       // and end
  EXPECT_EQ(with(2, '\x80'), "trace.malformed");  // before 1970
  EXPECT_EQ(with(18, 0), "trace.malformed");      // no such view
  EXPECT_EQ(with(18, kViews + 1), "trace.malformed");
  EXPECT_EQ(with(18, kViews), "");
  EXPECT_EQ(with(13, 0), "trace.malformed");  // the reader is the founder, who reads nothing
}

TEST(AccessEntry, EveryViewHasItsName) {
  std::vector<std::string_view> names;
  for (std::uint8_t view = 1; view <= kViews; ++view) {
    names.push_back(name_of(static_cast<View>(view)));
  }
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::unique(names.begin(), names.end()), names.end());
}

TEST(AccessEntry, AnHourEndsWithItsLastMillisecond) {
  EXPECT_EQ(hour_of({0}), 0u);
  EXPECT_EQ(hour_of({3'599'999}), 0u);
  EXPECT_EQ(hour_of({3'600'000}), 1u);
}

}  // namespace
}  // namespace letopis::trace
