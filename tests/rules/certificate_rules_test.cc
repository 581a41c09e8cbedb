#include "rules/certificate_rules.h"

#include <gtest/gtest.h>

#include "rules/rules_school.h"

namespace letopis::rules::founded {
namespace {

signing::Digest digest(std::uint8_t first) {
  signing::Digest made;
  made.bytes[0] = std::byte{first};
  return made;
}

events::CertificateTaken directors() {
  return {digest(1), events::CertificateKind::kP256, "Директор", kDirector, {}};
}

TEST(CertificateRulesTest, ACertificateIsTakenOnceAndNeverAgainOnceEnded) {
  RecordProperty("requirement", "ARC-02");
  RulesSchool school;
  const events::CertificateEnded ended{digest(1), "Ключ потерян", {}};
  EXPECT_EQ(school.say(kDirector, {ended}), "certificate.unknown");
  EXPECT_EQ(school.say(kDirector, {directors()}), "");
  EXPECT_EQ(school.say(kDirector, {directors()}), "certificate.taken");
  EXPECT_EQ(school.say(kDirector, {events::CertificateEnded{digest(2), "Ключ потерян", {}}}),
            "certificate.unknown");
  EXPECT_EQ(school.say(kDirector, {events::CertificateEnded{digest(1), " ", {}}}), "text.empty");
  EXPECT_EQ(school.say(kDirector, {ended}), "");
  EXPECT_EQ(school.say(kDirector, {ended}), "certificate.unknown");
  EXPECT_EQ(school.say(kDirector, {directors()}), "certificate.ended");
}

TEST(CertificateRulesTest, ACertificateSaysWhomItWasIssuedTo) {
  RulesSchool school;
  auto nameless = directors();
  nameless.issued_to.clear();
  EXPECT_EQ(school.say(kDirector, {nameless}), "text.empty");
}

TEST(CertificateRulesTest, ATeacherSignsNobodysDocumentsIn) {
  RulesSchool school;
  EXPECT_NE(school.say(kMaths, {directors()}), "");
}

TEST(SubmissionRulesTest, ASubmissionSaysWhatItIsAndWhoReceivesIt) {
  RecordProperty("requirement", "REP-11");
  RulesSchool school;
  events::SubmissionMade made{{1}, "school_2025-2026_submission_v001", "Районный архив", {}, {}};
  EXPECT_EQ(school.say(kDirector, {made}), "");
  made.receiver.clear();
  EXPECT_EQ(school.say(kDirector, {made}), "text.empty");
}

}  // namespace
}  // namespace letopis::rules::founded
