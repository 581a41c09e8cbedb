#include "pki/authority.h"

#include <gtest/gtest.h>

#include "pki/office.h"

namespace letopis::pki {
namespace {

constexpr auto kDay = std::chrono::days(1);

TEST(Authority, RefusesNamesAndTermsThatACertificateCannotHave) {
  const auto& authority = office().authority;
  const auto issue = [&](const std::string& name, Moment from, Moment until) {
    const auto made = authority.issue({CertificateRole::kDirector, name, "Лицей", from, until});
    return made ? "" : made.refusal().code;
  };
  const Moment end = authority.certificate().valid_until;
  EXPECT_EQ(issue("Иванова", kFounded, end), "");
  EXPECT_EQ(issue("Иванова", kFounded, end + std::chrono::seconds(1)), "authority.validity");
  EXPECT_EQ(issue("Иванова", kSigned, kSigned), "authority.validity");
  EXPECT_EQ(issue("", kFounded, kSigned), "authority.name");
  EXPECT_EQ(issue("Ива\nнова", kFounded, kSigned), "authority.name");
  EXPECT_EQ(issue("\xff", kFounded, kSigned), "authority.name");
  EXPECT_EQ(issue(std::string(64, 'a'), kFounded, kSigned), "");
  EXPECT_EQ(issue(std::string(65, 'a'), kFounded, kSigned), "authority.name");
}

TEST(Authority, IsResumedFromItsFileAndOnlyFromItsOwn) {
  const auto file = *office().authority.identity().to_pkcs12("пароль");
  auto resumed = Authority::resume(*SigningIdentity::from_pkcs12(file, "пароль"));
  ASSERT_TRUE(resumed);
  EXPECT_EQ(resumed->certificate(), office().authority.certificate());
  EXPECT_EQ(resumed->certificate().organization, "МАОУ «Лицей № 1»");
  const auto director = *office().director.to_pkcs12("x");
  EXPECT_EQ(Authority::resume(*SigningIdentity::from_pkcs12(director, "x")).refusal().code,
            "authority.not_one");
}

TEST(Authority, ListOfRevocationsIsItsOwnAndReadBack) {
  const auto& certificate = office().director.certificate();
  const auto list = office().revoking(certificate, kSigned + kDay);
  EXPECT_EQ(list.revoked, (std::vector<Revoked>{{certificate.serial, kSigned + kDay}}));
  EXPECT_EQ(list.next, kSigned + kDay + std::chrono::days(30));
  EXPECT_TRUE(is_signed_by(list, office().authority.certificate()));
  EXPECT_FALSE(is_signed_by(list, found_authority().certificate()));  // the same name, another key
  for (std::size_t at = 0; at < list.der.size(); ++at) {
    auto flipped = list.der;
    flipped[at] ^= std::byte{1};
    const auto read = parse_revocation_list(flipped);
    EXPECT_FALSE(read && is_signed_by(*read, office().authority.certificate())) << at;
  }
}

TEST(SigningIdentity, OpensByItsPasswordAlone) {
  const auto file = *office().director.to_pkcs12("верный");
  const auto opened = SigningIdentity::from_pkcs12(file, "верный");
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->certificate(), office().director.certificate());
  EXPECT_EQ(SigningIdentity::from_pkcs12(file, "неверный").refusal().code, "identity.password");
  EXPECT_EQ(SigningIdentity::from_pkcs12(Bytes(file).first(40), "верный").refusal().code,
            "identity.malformed");
  const std::vector<std::byte> huge(kMaxPkcs12Bytes + 1);
  EXPECT_EQ(SigningIdentity::from_pkcs12(huge, "").refusal().code, "identity.too_long");
}

}  // namespace
}  // namespace letopis::pki
