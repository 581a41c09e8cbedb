#include <gtest/gtest.h>

#include "pki/forged_timestamp.h"
#include "pki/office.h"

namespace letopis::pki {
namespace {

using std::chrono::seconds;

SignatureJudgement judge(Bytes signature, Bytes timestamp, const Trust& trust = office().trust()) {
  return judge_signature({bytes_of(kContent), signature, timestamp}, trust, kNow);
}

TEST(Timestamp, SaysWhenAndJudgesTheSignatureAtThatMoment) {
  RecordProperty("requirement", "REP-03");
  const auto signature = office().sign();
  const auto judged = judge(signature, office().stamp(signature));
  ASSERT_EQ(judged.standing, Standing::kValid) << code_of(judged);
  EXPECT_EQ(judged.timestamp->signer, office().timestamps.certificate());
  EXPECT_EQ(judged.timestamp->judged_at, kStamped);
  EXPECT_EQ(judged.signers.at(0).judged_at, kStamped);
  EXPECT_EQ(judged.signers.at(0).source, MomentSource::kTimestamp);
  EXPECT_EQ(judged.signers.at(0).claimed, kSigned);
}

TEST(Timestamp, DecidesWhereTheClaimWouldLie) {
  const Moment end = office().director.certificate().valid_until;
  const auto& root = office().authority;
  const auto late_stamps = *root.issue(
      {CertificateRole::kTimestamps, "Служба", "Лицей", kFounded, root.certificate().valid_until});
  const auto code = [&](Moment at) {
    const auto signature = office().sign(kContent, kSigned);
    return code_of(judge(signature, *answer_timestamp_request(make_timestamp_request(signature),
                                                              late_stamps, {1, at})));
  };
  EXPECT_EQ(code(end - seconds(1)), "");
  EXPECT_EQ(code(end), "certificate.expired");
}

TEST(Timestamp, BeforeTheRevocationSavesTheSignature) {
  const auto signature = office().sign();
  const auto stamp = office().stamp(signature);
  const auto judged = [&](Moment since) {
    Trust trust = office().trust();
    trust.revocations = {office().revoking(office().director.certificate(), since)};
    return judge(signature, stamp, trust);
  };
  EXPECT_EQ(code_of(judged(kStamped)), "certificate.revoked");
  EXPECT_EQ(judged(kStamped + seconds(1)).standing, Standing::kValid);
}

TEST(Timestamp, OfARevokedAuthorityIsBad) {
  const auto signature = office().sign();
  Trust trust = office().trust();
  trust.revocations = {office().revoking(office().timestamps.certificate(), kSigned)};
  EXPECT_EQ(code_of(judge(signature, office().stamp(signature), trust)), "certificate.revoked");
}

TEST(Timestamp, FlippedAnywhereIsFound) {
  const auto signature = office().sign();
  const auto sound = office().stamp(signature);
  for (std::size_t at = 0; at < sound.size(); ++at) {
    for (const unsigned bit : {1U << at % 8, 0x20U}) {  // the latter changes a letter's case
      auto flipped = sound;
      flipped[at] ^= static_cast<std::byte>(bit);
      EXPECT_NE(judge(signature, flipped).standing, Standing::kValid) << at << " " << bit;
    }
  }
}

TEST(Timestamp, CutLengthenedOrHugeIsRefused) {
  const auto signature = office().sign();
  auto stamp = office().stamp(signature);
  for (std::size_t size = 0; size < stamp.size(); ++size) {
    EXPECT_FALSE(parse_timestamp(Bytes(stamp).first(size))) << size;
  }
  stamp.push_back(std::byte{0});
  EXPECT_EQ(parse_timestamp(stamp).refusal().code, "timestamp.malformed");
  EXPECT_EQ(parse_timestamp(std::vector<std::byte>(kMaxTimestampBytes + 1)).refusal().code,
            "timestamp.too_long");
}

TEST(Timestamp, OnAnotherSignatureIsBad) {
  const auto signature = office().sign();
  const auto other = office().sign();  // the same signer and content: a signature is never the same
  EXPECT_EQ(code_of(judge(signature, office().stamp(other))), "timestamp.other_content");
}

TEST(Timestamp, OfAnotherRootIsNotBelieved) {
  const auto signature = office().sign();
  const Office stranger("Школьный центр");
  EXPECT_EQ(code_of(judge(signature, stranger.stamp(signature))), "certificate.untrusted");
}

TEST(Timestamp, ByACertificateThatMayNotStampIsBad) {
  const auto signature = office().sign();
  const auto sound = office().stamp(signature);
  ASSERT_EQ(judge(signature, forge_timestamp(sound, office().timestamps)).standing,
            Standing::kValid);
  EXPECT_EQ(code_of(judge(signature, forge_timestamp(sound, office().director))),
            "certificate.usage");
}

TEST(Timestamp, AnswersOneRequestOnly) {
  const auto signature = office().sign();
  const auto request = make_timestamp_request(signature);
  const auto same_digest = make_timestamp_request(signature);
  const auto answer = *answer_timestamp_request(request, office().timestamps, {255, kStamped});
  EXPECT_TRUE(matches_request(answer, request));
  EXPECT_EQ(matches_request(answer, same_digest).refusal().code, "timestamp.other_request");
  EXPECT_EQ(matches_request(answer, signature).refusal().code, "timestamp.request");
  EXPECT_EQ(parse_timestamp(answer)->serial, "ff");
}

TEST(Timestamp, IsNotGivenForWhatIsNoRequest) {
  const auto request = make_timestamp_request(bytes_of(kContent));
  const auto answer = [](Bytes bytes) {
    return answer_timestamp_request(bytes, office().timestamps, {1, kStamped});
  };
  EXPECT_EQ(answer(Bytes(request).first(10)).refusal().code, "timestamp.request");
  EXPECT_EQ(answer(std::vector<std::byte>(kMaxTimestampRequestBytes + 1)).refusal().code,
            "timestamp.request");
}

}  // namespace
}  // namespace letopis::pki
