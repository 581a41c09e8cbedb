#include "pki/token_uri.h"

#include <gtest/gtest.h>

namespace letopis::pki {
namespace {

std::string code_of(std::string_view uri) {
  const auto place = parse_token_uri(uri);
  return place ? "" : place.refusal().code;
}

TEST(TokenUri, NamesTheModuleAndBothObjects) {
  const auto place =
      parse_token_uri("pkcs11:token=school;object=director?module-path=/usr/lib/a%20%4D.so");
  ASSERT_TRUE(place);
  EXPECT_EQ(place->module, "/usr/lib/a M.so");
  EXPECT_EQ(place->key, "pkcs11:token=school;object=director;type=private");
  EXPECT_EQ(place->certificate, "pkcs11:token=school;object=director;type=cert");
  EXPECT_EQ(parse_token_uri("pkcs11:?module-path=/m.so")->key, "pkcs11:type=private");
}

TEST(TokenUri, AnythingElseIsRefused) {
  for (const auto* wrong :
       {"", "pkcs11", "pkcs12:token=a?module-path=/m", "pkcs11:token=a", "pkcs11:token=a?",
        "pkcs11:token=a?module-path=", "pkcs11:token=a;type=cert?module-path=/m",
        "pkcs11:token?module-path=/m", "pkcs11:token=a?module-path=/m%2",
        "pkcs11:token=a?module-path=/m%00", "pkcs11:token=a?module-path=/m%zz",
        "pkcs11:token=a?module-path=/m&pin-value=1234", "pkcs11:token=a?pin-source=/x"}) {
    EXPECT_EQ(code_of(wrong), "token.uri") << wrong;
  }
  const std::string rest = "?module-path=/m.so";
  const auto of_size = [&](std::size_t size) {
    return "pkcs11:object=" + std::string(size - rest.size() - 14, 'a') + rest;
  };
  EXPECT_EQ(code_of(of_size(kMaxTokenUriBytes)), "");
  EXPECT_EQ(code_of(of_size(kMaxTokenUriBytes + 1)), "token.uri");
}

}  // namespace
}  // namespace letopis::pki
