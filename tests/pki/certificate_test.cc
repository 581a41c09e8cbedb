#include "pki/certificate.h"

#include <gtest/gtest.h>

#include "pki/office.h"

namespace letopis::pki {
namespace {

TEST(Certificate, TellsWhoseItIsAndForWhat) {
  const auto& director = office().director.certificate();
  EXPECT_EQ(director.common_name, "Иванова Ирина Ивановна");
  EXPECT_EQ(director.subject, "CN=Иванова Ирина Ивановна,O=МАОУ «Лицей № 1»");
  EXPECT_EQ(director.issuer, office().authority.certificate().subject);
  EXPECT_EQ(director.valid_from, kFounded);
  EXPECT_EQ(director.key, KeyKind::kP256);
  EXPECT_EQ(director.serial.size(), 32U);
  EXPECT_FALSE(director.is_authority);
  EXPECT_FALSE(director.may_timestamp);
  EXPECT_TRUE(office().authority.certificate().is_authority);
  EXPECT_TRUE(office().timestamps.certificate().may_timestamp);
}

TEST(Certificate, IsReadBackFromPemAmongOtherText) {
  const auto& director = office().director.certificate();
  const auto& root = office().authority.certificate();
  const auto read = parse_pem("Корень\n" + print_pem(root) + "\nДиректор\n" + print_pem(director));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, (std::vector{root, director}));
}

TEST(Certificate, CutLengthenedAndHugeBytesAreRefused) {
  auto der = office().director.certificate().der;
  for (std::size_t size = 0; size < der.size(); ++size) {
    EXPECT_FALSE(parse_certificate(Bytes(der).first(size))) << size;
  }
  der.push_back(std::byte{0});
  EXPECT_EQ(parse_certificate(der).refusal().code, "certificate.malformed");
  const std::vector<std::byte> huge_length = {std::byte{0x30}, std::byte{0x84}, std::byte{0x7f},
                                              std::byte{0xff}, std::byte{0xff}, std::byte{0xff}};
  EXPECT_EQ(parse_certificate(huge_length).refusal().code, "certificate.malformed");
  const std::vector<std::byte> long_one(kMaxCertificateBytes + 1);
  EXPECT_EQ(parse_certificate(long_one).refusal().code, "certificate.too_long");
}

TEST(Certificate, PemWithoutOneOrWithTooManyIsRefused) {
  EXPECT_EQ(parse_pem("текст").refusal().code, "certificate.none");
  const std::string one = print_pem(office().director.certificate());
  std::string many;
  for (std::size_t number = 0; number <= kMaxPemCertificates; ++number) many += one;
  EXPECT_EQ(parse_pem(many).refusal().code, "certificate.too_many");
  EXPECT_EQ(parse_pem(one.substr(0, one.size() / 2)).refusal().code, "certificate.malformed");
}

}  // namespace
}  // namespace letopis::pki
