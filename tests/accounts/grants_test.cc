// Passwords for applications and addresses of feeds.
#include "accounts/grants.h"

#include <openssl/evp.h>

#include "accounts/at_the_door.h"
#include "signing/encoding.h"

namespace letopis::accounts {
namespace {

std::string md5(std::string_view text) {
  std::array<unsigned char, 16> digest{};
  EXPECT_EQ(EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_md5(), nullptr), 1);
  return signing::to_hex(std::as_bytes(std::span(digest)));
}

class GrantsTest : public AtTheDoor {
 protected:
  // As the foreign client proves itself: MD5 of a salt and the password's MD5.
  std::optional<Grant> prove(events::PersonNumber person, std::string_view scope,
                             std::string_view password) {
    const std::string proof = md5("12345" + md5(password));
    return grants_.application(person, scope, [&](std::string_view kept) {
      return md5("12345" + std::string(kept)) == proof;
    });
  }
  Grants grants_{*shelf_, clock_};
};

TEST_F(GrantsTest, AnApplicationsPasswordOpensItsOwnDoorAlone) {
  const auto made = grants_.make_application(kParent, "netschool", "телефон сына");
  ASSERT_TRUE(made);
  EXPECT_EQ(made->secret.size(), 26u);
  EXPECT_EQ(made->secret.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz"), std::string::npos);
  EXPECT_EQ(prove(kParent, "netschool", made->secret), made->grant);
  EXPECT_FALSE(prove(kParent, "netschool", "another"));
  EXPECT_FALSE(prove(kParent, "calendar", made->secret));
  EXPECT_FALSE(prove(kTeacher, "netschool", made->secret));
  EXPECT_FALSE(grants_.feed(made->secret, "netschool"));
}

TEST_F(GrantsTest, AFeedsAddressIsItsKey) {
  const auto made = grants_.make_feed(kParent, "calendar", "календарь");
  ASSERT_TRUE(made);
  EXPECT_EQ(grants_.feed(made->secret, "calendar"), made->grant);
  EXPECT_FALSE(grants_.feed(made->secret, "netschool"));
  EXPECT_FALSE(grants_.feed(made->secret + "x", "calendar"));
  EXPECT_FALSE(grants_.feed(std::string(5'000, 'x'), "calendar"));
  EXPECT_FALSE(grants_.application(kParent, "calendar", [](std::string_view) { return true; }));
}

TEST_F(GrantsTest, TheShelfHoldsNeitherSecret) {
  const auto application = grants_.make_application(kParent, "netschool", "телефон");
  const auto feed = grants_.make_feed(kParent, "calendar", "календарь");
  std::string all;
  shelf_->scan("a", "z", [&all](std::string_view key, std::string_view value) {
    all.append(key).append(value);
    return true;
  });
  EXPECT_EQ(all.find(application->secret), all.npos);
  EXPECT_EQ(all.find(feed->secret), all.npos);
}

TEST_F(GrantsTest, WhatIsTakenBackOpensNothing) {
  const auto one = grants_.make_application(kParent, "netschool", "один");
  const auto two = grants_.make_feed(kParent, "calendar", "два");
  const auto three = grants_.make_feed(kTeacher, "calendar", "чужой");
  EXPECT_EQ(grants_.list(kParent), (std::vector<Grant>{one->grant, two->grant}));
  EXPECT_EQ(grants_.revoke(kTeacher, two->grant.id).refusal().code, "grant.none");
  ASSERT_TRUE(grants_.revoke(kParent, one->grant.id));
  EXPECT_EQ(grants_.revoke(kParent, one->grant.id).refusal().code, "grant.none");
  EXPECT_FALSE(prove(kParent, "netschool", one->secret));
  EXPECT_TRUE(grants_.feed(two->secret, "calendar"));
  grants_.revoke_all(kParent);
  EXPECT_FALSE(grants_.feed(two->secret, "calendar"));
  EXPECT_TRUE(grants_.list(kParent).empty());
  EXPECT_TRUE(grants_.feed(three->secret, "calendar"));
}

TEST_F(GrantsTest, ThereIsAnEndToThemAndALabelIsOneShortLine) {
  for (std::size_t i = 0; i < kMaxGrantsOfPerson; ++i) {
    ASSERT_TRUE(grants_.make_feed(kParent, "calendar", std::to_string(i)));
  }
  EXPECT_EQ(grants_.make_feed(kParent, "calendar", "ещё").refusal().code, "grant.too_many");
  EXPECT_EQ(grants_.make_application(kParent, "netschool", "ещё").refusal().code, "grant.too_many");
  EXPECT_TRUE(grants_.make_feed(kTeacher, "calendar", std::string(kMaxLabelBytes, 'x')));
  for (const std::string& label : {std::string(), std::string(kMaxLabelBytes + 1, 'x'),
                                   std::string("две\nстроки"), std::string("\xff")}) {
    EXPECT_EQ(grants_.make_feed(kTeacher, "calendar", label).refusal().code, "grant.label");
  }
}

}  // namespace
}  // namespace letopis::accounts
