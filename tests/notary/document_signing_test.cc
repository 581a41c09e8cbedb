#include "notary/document_signing.h"

#include <gtest/gtest.h>

#include <fstream>

#include "office/scratch_directory.h"
#include "pki/office.h"

namespace letopis::notary {

using namespace office;

namespace {

using pki::kSigned;
using pki::office;

pki::SigningIdentity again(const pki::SigningIdentity& identity) {
  return *pki::SigningIdentity::from_pkcs12(*identity.to_pkcs12("x"), "x");
}

TimestampSource stamped_at(pki::Moment at) {
  return
      [at](Bytes content) -> Result<std::vector<std::byte>> { return office().stamp(content, at); };
}

DocumentSigner::Parts parts_of(const std::vector<const pki::SigningIdentity*>& identities,
                               TimestampSource timestamps = {}, pki::Moment now = kSigned) {
  DocumentSigner::Parts parts;
  for (const auto* one : identities) parts.identities.push_back(again(*one));
  parts.timestamps = std::move(timestamps);
  parts.now = [now] { return now; };
  return parts;
}

std::string refused(DocumentSigner::Parts parts) {
  const auto made = DocumentSigner::make(std::move(parts));
  return made ? "" : made.refusal().code;
}

TEST(DocumentSigning, TwoSignAndTheSignatureIsStamped) {
  RecordProperty("requirement", "REP-03");
  const auto signer = DocumentSigner::make(
      parts_of({&office().director, &office().deputy}, stamped_at(pki::kStamped)));
  ASSERT_TRUE(signer);
  EXPECT_EQ((*signer)->certificates()[1], office().deputy.certificate());
  const auto files = (*signer)->as_function()(pki::kContent);
  ASSERT_TRUE(files) << files.refusal().code;
  ASSERT_EQ(files->size(), 2U);
  EXPECT_EQ(files->at(0).suffix, ".sig");
  EXPECT_EQ(files->at(1).suffix, ".sig.tsr");
  const auto judged = pki::judge_signature(
      {bytes_of(pki::kContent), bytes_of(files->at(0).bytes), bytes_of(files->at(1).bytes)},
      office().trust(), pki::kNow);
  EXPECT_EQ(judged.standing, pki::Standing::kValid) << pki::code_of(judged);
  EXPECT_EQ(judged.signers.size(), 2U);
  EXPECT_EQ(judged.signers[0].judged_at, pki::kStamped);
}

TEST(DocumentSigning, WithoutAnAuthorityThereIsNoTimestamp) {
  const auto signer = DocumentSigner::make(parts_of({&office().director}));
  const auto files = (*signer)->sign(pki::kContent);
  ASSERT_TRUE(files);
  EXPECT_EQ(files->size(), 1U);
  EXPECT_FALSE((*signer)->stamps());
}

TEST(DocumentSigning, ACertificateOfAnotherUseSignsNoDocuments) {
  EXPECT_EQ(refused(parts_of({&office().timestamps})), "signer.usage");
  EXPECT_EQ(refused(parts_of({&office().authority.identity()})), "signer.usage");
  EXPECT_EQ(refused(parts_of({&office().director, &office().director})), "signer.twice");
}

TEST(DocumentSigning, ACertificateSignsFromItsFirstSecondToItsLast) {
  const auto& certificate = office().director.certificate();
  const std::chrono::seconds second{1};
  const auto at = [&](pki::Moment now) { return refused(parts_of({&office().director}, {}, now)); };
  EXPECT_EQ(at(certificate.valid_from), "");
  EXPECT_EQ(at(certificate.valid_from - second), "signer.not_now");
  EXPECT_EQ(at(certificate.valid_until - second), "");
  EXPECT_EQ(at(certificate.valid_until), "signer.not_now");
}

TEST(DocumentSigning, ClocksThatDifferAreTold) {
  const auto code = [](pki::Moment stamped) {
    const auto signer = DocumentSigner::make(parts_of({&office().director}, stamped_at(stamped)));
    const auto files = (*signer)->sign(pki::kContent);
    return files ? "" : files.refusal().code;
  };
  EXPECT_EQ(code(kSigned + kMostBetweenClocks), "");
  EXPECT_EQ(code(kSigned - kMostBetweenClocks), "");
  EXPECT_EQ(code(kSigned + kMostBetweenClocks + std::chrono::seconds(1)), "signer.clock");
  EXPECT_EQ(code(kSigned - kMostBetweenClocks - std::chrono::seconds(1)), "signer.clock");
}

TEST(DocumentSigning, ATimestampOverSomethingElseIsNotTaken) {
  const auto other = [](Bytes) -> Result<std::vector<std::byte>> {
    return office().stamp(bytes_of("другое"));
  };
  const auto signer = DocumentSigner::make(parts_of({&office().director}, other));
  EXPECT_EQ((*signer)->sign(pki::kContent).refusal().code, "signer.not_good");
}

TEST(DocumentSigning, IdentitiesAreOpenedAsTheCommandLineNamesThem) {
  const ScratchDirectory scratch("letopis-signing");
  const auto put = [&](const char* name, std::string_view text) {
    std::ofstream(scratch.path() / name, std::ios::binary) << text;
    return (scratch.path() / name).string();
  };
  const auto file = put("d.p12", text_of(*office().director.to_pkcs12("пароль 1")));
  const auto opened = open_identity(file, "пароль 1");
  ASSERT_TRUE(opened) << opened.refusal().code;
  EXPECT_EQ(opened->certificate(), office().director.certificate());
  EXPECT_EQ(open_identity(file, "другой").refusal().code, "identity.password");
  EXPECT_EQ(open_identity(file + "x", "").refusal().code, "school.file_missing");
  EXPECT_EQ(open_identity("pkcs11:token=a", "1").refusal().code, "token.uri");

  const terminal::Console console({terminal::Language::kRussian, false, "letopis"});
  const terminal::Arguments nobody({}, {{"tsa", {"http://localhost"}}}, {});
  EXPECT_EQ(open_signer(nobody, console).refusal().code, "signer.options");
  EXPECT_EQ(*open_signer({}, console), nullptr);
  // This certificate's time is over, whatever the computer's clock says.
  const terminal::Arguments late(
      {}, {{"identity", {file}}, {"password-file", {put("p", "пароль 1\nещё строка")}}}, {});
  const auto signer = open_signer(late, console);
  if (system_moment() >= office().director.certificate().valid_until) {
    EXPECT_EQ(signer.refusal().code, "signer.not_now");
  } else {
    EXPECT_TRUE(signer);
  }
}

}  // namespace
}  // namespace letopis::notary
