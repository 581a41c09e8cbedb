#include <gmock/gmock.h>

#include "pki/office.h"

namespace letopis::pki {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using testing::HasSubstr;

SignatureJudgement judge(Bytes signature, std::string_view content = kContent,
                         const Trust& trust = office().trust(), Moment now = kNow) {
  return judge_signature({bytes_of(content), signature, std::nullopt}, trust, now);
}

TEST(Signature, OfADirectorIsValidAtTheMomentSheClaims) {
  RecordProperty("requirement", "REP-03");
  const auto judged = judge(office().sign());
  ASSERT_EQ(judged.standing, Standing::kValid) << code_of(judged);
  ASSERT_EQ(judged.signers.size(), 1U);
  EXPECT_EQ(judged.signers[0].signer, office().director.certificate());
  EXPECT_EQ(judged.signers[0].judged_at, kSigned);
  EXPECT_EQ(judged.signers[0].source, MomentSource::kClaimed);
}

TEST(Signature, OfTwoIsJudgedForEach) {
  const SigningIdentity* const signers[] = {&office().director, &office().deputy};
  const auto judged = judge(*sign_detached(bytes_of(kContent), signers, kSigned));
  ASSERT_EQ(judged.standing, Standing::kValid) << code_of(judged);
  EXPECT_EQ(judged.signers.size(), 2U);

  // One of them a stranger: the other stays good, the whole does not.
  const Office stranger("Чужой центр");
  const SigningIdentity* const mixed[] = {&office().director, &stranger.director};
  const auto mixed_judged = judge(*sign_detached(bytes_of(kContent), mixed, kSigned));
  EXPECT_EQ(code_of(mixed_judged), "certificate.untrusted");
  EXPECT_EQ(mixed_judged.standing, Standing::kBad);
  EXPECT_EQ(std::ranges::count(mixed_judged.signers, Standing::kValid, &SignerJudgement::standing),
            1);
}

TEST(Signature, FlippedAnywhereIsFound) {
  const auto sound = office().sign();
  for (std::size_t at = 0; at < sound.size(); ++at) {
    for (const unsigned bit : {1U << at % 8, 0x20U}) {  // the latter changes a letter's case
      auto flipped = sound;
      flipped[at] ^= static_cast<std::byte>(bit);
      EXPECT_NE(judge(flipped).standing, Standing::kValid) << at << " " << bit;
    }
  }
}

TEST(Signature, OfAContentFlippedAnywhereIsFound) {
  const auto signature = office().sign();
  for (std::size_t at = 0; at < kContent.size(); ++at) {
    std::string flipped(kContent);
    flipped[at] = static_cast<char>(flipped[at] ^ 1);
    EXPECT_EQ(code_of(judge(signature, flipped)), "signature.content");
  }
  EXPECT_EQ(code_of(judge(signature, "")), "signature.content");
  EXPECT_EQ(code_of(judge(office().sign("другой документ"))), "signature.content");
}

TEST(Signature, CutOrLengthenedIsMalformed) {
  auto signature = office().sign();
  for (std::size_t size = 0; size < signature.size(); ++size) {
    EXPECT_EQ(code_of(judge(Bytes(signature).first(size))), "signature.malformed");
  }
  signature.push_back(std::byte{0});
  EXPECT_EQ(code_of(judge(signature)), "signature.malformed");
  const std::vector<std::byte> huge(kMaxSignatureBytes + 1);
  EXPECT_EQ(code_of(judge(huge)), "signature.too_long");
}

TEST(Signature, UnderAnotherRootIsNotBelieved) {
  const Office stranger("Школьный центр");  // the same names, other keys
  EXPECT_EQ(code_of(judge(stranger.sign())), "certificate.untrusted");
  const auto nobody = judge(office().sign(), kContent, Trust{});
  EXPECT_EQ(nobody.standing, Standing::kNotChecked);
  EXPECT_EQ(code_of(nobody), "trust.no_authority");
  // Not even a content that was altered hides behind an absent trust.
  EXPECT_EQ(judge(office().sign(), "другое", Trust{}).standing, Standing::kBad);
}

TEST(Signature, IsGoodFromTheFirstToTheLastSecondOfItsCertificate) {
  const auto& certificate = office().director.certificate();
  const auto at = [](Moment moment) { return code_of(judge(office().sign(kContent, moment))); };
  EXPECT_EQ(at(certificate.valid_from - seconds(1)), "certificate.not_yet");
  EXPECT_EQ(at(certificate.valid_from), "");
  EXPECT_EQ(at(certificate.valid_until - seconds(1)), "");
  EXPECT_EQ(at(certificate.valid_until), "certificate.expired");
}

TEST(Signature, StaysGoodAfterItsCertificateExpiredAndSaysSo) {
  const auto later = judge(office().sign(), kContent, office().trust(), kNow + days(9'000));
  EXPECT_EQ(later.standing, Standing::kValid);
  EXPECT_THAT(later.signers.at(0).information.back().en, HasSubstr("expired since"));
}

TEST(Signature, IsBadIffItsCertificateWasRevokedByThen) {
  const auto judged = [](Moment since) {
    Trust trust = office().trust();
    trust.revocations = {office().revoking(office().director.certificate(), since)};
    return judge(office().sign(), kContent, trust);
  };
  EXPECT_EQ(code_of(judged(kSigned)), "certificate.revoked");
  EXPECT_EQ(code_of(judged(kSigned - days(3))), "certificate.revoked");
  const auto later = judged(kSigned + seconds(1));
  EXPECT_EQ(later.standing, Standing::kValid);
  EXPECT_THAT(later.signers.at(0).information.at(0).en, HasSubstr("revoked later"));
}

TEST(Signature, IsNotRevokedByAListOfAnother) {
  Trust trust = office().trust();
  const Office impostor("Школьный центр");
  trust.revocations = {impostor.revoking(office().director.certificate(), kFounded)};
  const auto judged = judge(office().sign(), kContent, trust);
  EXPECT_EQ(judged.standing, Standing::kValid);
  EXPECT_THAT(judged.signers.at(0).information.at(0).en, HasSubstr("no list of revocations"));
}

TEST(Signature, ByACertificateForOtherUseIsBad) {
  const auto sign_by = [](const SigningIdentity& signer) {
    const SigningIdentity* const signers[] = {&signer};
    return code_of(judge(*sign_detached(bytes_of(kContent), signers, kSigned)));
  };
  EXPECT_EQ(sign_by(office().timestamps), "certificate.usage");
  EXPECT_EQ(sign_by(office().authority.identity()), "certificate.usage");
}

}  // namespace
}  // namespace letopis::pki
