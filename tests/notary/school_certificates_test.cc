#include "notary/school_certificates.h"

#include <gtest/gtest.h>

#include <fstream>

#include "office/scratch_directory.h"
#include "pki/office.h"
#include "signing/encoding.h"

namespace letopis::notary {

using namespace office;

namespace {

namespace fs = std::filesystem;
using pki::office;

SchoolCertificate taken(const pki::SigningIdentity& identity) {
  return {{identity.certificate().sha256, events::CertificateKind::kP256, "Кто-то", {}, {}}, {}};
}

TEST(SchoolCertificates, OnlyThoseSignThatTheLogTookAndDidNotEnd) {
  const auto code = [](const std::vector<SchoolCertificate>& log) {
    const auto good =
        expect_taken(log, {office().director.certificate(), office().deputy.certificate()});
    return good ? "" : good.refusal().code;
  };
  EXPECT_EQ(code({}), "signer.unknown");
  EXPECT_EQ(code({taken(office().director)}), "signer.unknown");
  auto deputy = taken(office().deputy);
  EXPECT_EQ(code({taken(office().director), deputy}), "");
  deputy.ended = events::CertificateEnded{deputy.taken.sha256, "Уволена", {}};
  EXPECT_EQ(code({taken(office().director), deputy}), "signer.ended");
}

class KeptCertificates : public testing::Test {
 protected:
  const fs::path& data() const { return scratch_.path(); }
  std::string keep(const std::vector<std::byte>& list) const {
    const auto kept = keep_revocations(data(), *pki::parse_revocation_list(list));
    return kept ? "" : kept.refusal().code;
  }
  const ScratchDirectory scratch_{"letopis-certificates"};
};

TEST_F(KeptCertificates, AreReadBackByTheirDigest) {
  const auto& certificate = office().director.certificate();
  EXPECT_FALSE(*kept_certificate(data(), certificate.sha256));
  keep_certificate(data(), certificate);
  keep_certificate(data(), certificate);
  EXPECT_EQ(*kept_certificate(data(), certificate.sha256), certificate);
  // Another certificate under its name.
  std::ofstream(data() / "certificates" / (signing::to_hex(certificate.sha256.view()) + ".pem"))
      << pki::print_pem(office().deputy.certificate());
  EXPECT_EQ(kept_certificate(data(), certificate.sha256).refusal().code, "certificate.unreadable");
}

TEST_F(KeptCertificates, AVolumeCarriesRootsAndTheirNewestLists) {
  EXPECT_TRUE(certificates_for_volume(data(), {})->authorities.empty());
  EXPECT_EQ(keep_authority(data(), office().director.certificate()).refusal().code,
            "certificate.not_authority");
  const auto& authority = office().authority;
  const auto old = authority.revocation_list({}, pki::kSigned, pki::kNow, 1);
  EXPECT_EQ(keep(old), "revocations.stranger");
  ASSERT_TRUE(keep_authority(data(), authority.certificate()));
  EXPECT_EQ(keep(old), "");
  const auto newer = authority.revocation_list({}, pki::kStamped, pki::kNow, 2);
  EXPECT_EQ(keep(newer), "");
  EXPECT_EQ(keep(newer), "");
  EXPECT_EQ(keep(old), "revocations.older");
  const pki::Office stranger("Чужой центр");
  EXPECT_EQ(keep(stranger.authority.revocation_list({}, pki::kStamped, pki::kNow, 3)),
            "revocations.stranger");
  const auto carried = certificates_for_volume(data(), {});
  ASSERT_TRUE(carried);
  EXPECT_EQ(carried->authorities, pki::print_pem(authority.certificate()));
  ASSERT_EQ(carried->revocations.size(), 1U);
  EXPECT_EQ(carried->revocations[0], text_of(newer));
}

TEST_F(KeptCertificates, HalfAFileOfAPowerCutIsPassedOver) {
  ASSERT_TRUE(keep_authority(data(), office().authority.certificate()));
  std::ofstream(data() / "certificates" / "authorities" / "x.pem.part") << "половина";
  EXPECT_EQ(kept_authorities(data())->size(), 1U);
}

}  // namespace
}  // namespace letopis::notary
