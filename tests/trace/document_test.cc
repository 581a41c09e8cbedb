// docs/accounts.md says what the bytes of the log of access are: its examples are made again.
#include <gtest/gtest.h>

#include <algorithm>

#include "shelf/format_example.h"
#include "signing/encoding.h"
#include "trace/entry.h"

namespace letopis::trace {
namespace {

TEST(AccessDocument, EachEntryOfTheExampleHasTheBytesOfTheExample) {
  constexpr events::Instant kAt{1'773'212'400'000};
  AddressMark mark{};
  mark.fill(std::byte{0xab});
  const std::map<std::string, Entry> entries{
      {"signed in", {kAt, SignedIn{{5}, mark}}},
      {"failed", {kAt, SignInFailed{std::nullopt, mark}}},
      {"refused", {kAt, Refused{{5}, events::PersonNumber{417}, View::kDiary}}},
      {"read", {kAt, Read{{5}, {417}, View::kJournal}}},
      {"news", {kAt, ReadNews{{5}, 12}}},
      {"changed", {kAt, CredentialChanged{{5}, Credential::kSecondFactorOff, mark}}}};
  const auto example = shelf::format_example("access");
  EXPECT_EQ(example.size(), entries.size());
  for (const auto& [name, entry] : entries) {
    auto bytes = example.at(name);
    std::erase(bytes, ' ');
    EXPECT_EQ(signing::to_hex(bytes_of(print(entry))), bytes) << name;
  }
}

}  // namespace
}  // namespace letopis::trace
