#include "events/commitment.h"

#include <gtest/gtest.h>

#include "events/trial_events.h"
#include "signing/encoding.h"

namespace letopis::events {
namespace {

PrivateText family_name() {
  PrivateText text;
  text.about = {1'163};
  for (std::size_t i = 0; i < 32; ++i) text.salt[i] = static_cast<std::byte>(i);
  text.text = "Иванова Мария";
  return text;
}

// Both made with Python: sha256(b"letopis text v1\n" + salt + text).
TEST(Commitment, IsWhatAnotherProgramComputes) {
  EXPECT_EQ(signing::to_hex(commit(family_name()).digest.view()),
            "1c3c5a3abd0e543b6de5ea7dfca1b71a09d530c7da33c1dede994f453aa8e210");
  EXPECT_EQ(signing::to_hex(commit(std::array<std::byte, 32>{}, "").digest.view()),
            "1ce3b8743501fa542a0070f5dd5cb51156591615e96d4efc10b6f5196c02bfa6");
}

TEST(Commitment, EveryBitOfSaltAndTextCounts) {
  const auto committed = commit(family_name());
  for (std::size_t bit = 0; bit < 256; ++bit) {
    PrivateText other = family_name();
    other.salt[bit / 8] ^= static_cast<std::byte>(1u << (bit % 8));
    EXPECT_NE(commit(other), committed) << bit;
  }
  PrivateText other = family_name();
  other.text.back() = '\0';
  EXPECT_NE(commit(other), committed);
}

TEST(Commitment, TheSameTextTwiceTellsNothing) {
  PrivateText again = family_name();
  again.salt.fill(std::byte{0x77});
  EXPECT_NE(commit(again), commit(family_name()));
}

TEST(Commitment, WhomATextIsAboutIsNotCommittedTo) {
  PrivateText other = family_name();
  other.about = {7};
  EXPECT_EQ(commit(other), commit(family_name()));
}

TEST(Commitment, AnEntryIsCheckedWithoutThePrivateTextAndDoesNotHoldIt) {
  RecordProperty("requirement", "ACC-12 ACC-15");
  const PrivateText text = family_name();
  PersonRegistered person;
  person.person = text.about;
  person.fields = {{PersonField::kFamilyName, commit(text)}};
  const auto key = trial_key("secretary");
  const auto entry = make_entry(sign_event(encode(trial_event(person)), key), {1'757'939'701'000});

  EXPECT_EQ(entry.find(text.text), std::string::npos);
  EXPECT_EQ(entry.find(text_of(text.salt)), std::string::npos);
  const auto parts = cut_entry(bytes_of(entry));
  ASSERT_TRUE(parts);
  const auto checked = signing::CheckedKey::admit(key.public_key());
  ASSERT_TRUE(checked);
  EXPECT_TRUE(verify_event(parts->event, *checked, parts->signature));
  EXPECT_EQ(decode(parts->event)->fact, Fact(person));
}

}  // namespace
}  // namespace letopis::events
