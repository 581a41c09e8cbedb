#include "notary/document_signing.h"

#include <fmt/format.h>

#include "office/password.h"
#include "office/school_files.h"
#include "pki/cades.h"
#include "pki/signature_check.h"
#include "pki/timestamp.h"
#include "pki/token_uri.h"

namespace letopis::notary {

using namespace office;
using namespace terminal;

namespace {

constexpr std::string_view kTokenScheme = "pkcs11:";

Refusal wrong_usage(const pki::Certificate& certificate) {
  return {"signer.usage",
          {"этот сертификат не для подписи документов: " + certificate.subject,
           "this certificate is not for signing documents: " + certificate.subject}};
}

Refusal not_now(const pki::Certificate& certificate, pki::Moment at) {
  const auto from = pki::print_moment(certificate.valid_from);
  const auto until = pki::print_moment(certificate.valid_until);
  const auto now = pki::print_moment(at);
  return {"signer.not_now",
          {fmt::format("сертификат {} действует с {} до {}, а сейчас {}", certificate.subject, from,
                       until, now),
           fmt::format("the certificate {} is valid from {} to {}, and it is {} now",
                       certificate.subject, from, until, now)},
          {},
          {"выпустите новый: letopis pki issue", "issue a new one: letopis pki issue"}};
}

Outcome check_clocks(Bytes timestamp, pki::Moment signed_at) {
  const auto says = pki::parse_timestamp(timestamp);
  if (!says) return says.refusal();
  if (std::chrono::abs(says->at - signed_at) <= kMostBetweenClocks) return Done{};
  return Refusal{
      "signer.clock",
      {fmt::format("часы службы меток времени ({}) и этого компьютера ({}) расходятся",
                   pki::print_moment(says->at), pki::print_moment(signed_at)),
       fmt::format("the clocks of the timestamp authority ({}) and of this computer ({}) differ",
                   pki::print_moment(says->at), pki::print_moment(signed_at))}};
}

// Without roots a sound signature is "not checked": nobody is trusted here. Anything wrong is bad.
Outcome expect_sound(const pki::SignatureJudgement& judged) {
  if (judged.standing != pki::Standing::kBad) return Done{};
  const Sentence why = judged.why ? judged.why->says : Sentence{};
  return Refusal{"signer.not_good",
                 {"сделанная подпись не прошла проверку: " + why.ru,
                  "the signature that was made does not verify: " + why.en}};
}

Result<archive::SideFile> sign_by_gost(const GostSigning& gost, std::string_view content,
                                       pki::Moment at) {
  const auto signature = gost.engine.sign(bytes_of(content), gost.signer);
  if (!signature) return signature.refusal();
  const pki::SignedFile made{bytes_of(content), *signature, std::nullopt};
  if (auto good = expect_sound(gost.engine.judge(made, {}, at)); !good) return good.refusal();
  return archive::SideFile{std::string(archive::kGostSuffix), std::string(text_of(*signature))};
}

bool is_gost(const pki::Certificate& certificate) {
  return certificate.key == pki::KeyKind::kGost256 || certificate.key == pki::KeyKind::kGost512;
}

// Nothing iff no such options are given. The key stays in its file: the engine's process reads it.
Result<std::optional<GostSigning>> open_gost(const Arguments& arguments) {
  const auto certificate = arguments.text("gost-certificate");
  const auto key = arguments.text("gost-key");
  if (!certificate && !key && !arguments.given("gost-password-file")) {
    return std::optional<GostSigning>();
  }
  if (!certificate || !key) {
    return Refusal{"signer.options",
                   {"для подписи по ГОСТ нужны --gost-certificate и --gost-key",
                    "a signature by GOST needs --gost-certificate and --gost-key"}};
  }
  const auto pem = read_small_file(*certificate, pki::kMaxPemBytes);
  if (!pem) return pem.refusal();
  const auto parsed = pki::parse_pem(*pem);
  if (!parsed) return parsed.refusal();
  if (!is_gost(parsed->front())) {
    return Refusal{"signer.gost",
                   {"это сертификат не по ГОСТ Р 34.10-2012: " + parsed->front().subject,
                    "this certificate is not of GOST R 34.10-2012: " + parsed->front().subject}};
  }
  auto engine = pki::GostEngine::find();
  if (!engine) return engine.refusal();
  pki::GostSigner signer{*certificate, *key, std::nullopt};
  if (const auto password = arguments.text("gost-password-file")) signer.password = *password;
  return std::optional(GostSigning{*std::move(engine), std::move(signer), parsed->front()});
}

Result<pki::SigningIdentity> open_asked(const Arguments& arguments, const Console& console,
                                        std::string_view place, const PasswordQuestion& question) {
  const auto password = read_password(arguments, console, question);
  if (!password) return password.refusal();
  return open_identity(*arguments.text(place), password->reveal());
}

}  // namespace

pki::Moment system_moment() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

Result<std::unique_ptr<DocumentSigner>> DocumentSigner::make(Parts parts) {
  const auto& all = parts.identities;
  INVARIANT(all.size() == 1 || all.size() == 2);
  for (const auto& one : all) {
    const auto& certificate = one.certificate();
    if (certificate.is_authority || certificate.may_timestamp) return wrong_usage(certificate);
  }
  if (all.size() == 2 && all[0].certificate() == all[1].certificate()) {
    return Refusal{"signer.twice",
                   {"обе подписи одним сертификатом: " + all[0].certificate().subject,
                    "one certificate for both signatures: " + all[0].certificate().subject}};
  }
  std::unique_ptr<DocumentSigner> signer(new DocumentSigner(std::move(parts)));
  if (auto good = signer->in_force(signer->parts_.now()); !good) return good.refusal();
  return signer;
}

std::vector<pki::Certificate> DocumentSigner::certificates() const {
  std::vector<pki::Certificate> all;
  for (const auto& one : parts_.identities) all.push_back(one.certificate());
  if (parts_.gost) all.push_back(parts_.gost->certificate);
  return all;
}

Outcome DocumentSigner::in_force(pki::Moment at) const {
  for (const auto& certificate : certificates()) {
    if (at < certificate.valid_from || at >= certificate.valid_until) {
      return not_now(certificate, at);
    }
  }
  return Done{};
}

Result<std::vector<archive::SideFile>> DocumentSigner::sign(std::string_view content) const {
  const auto now = parts_.now();
  if (auto good = in_force(now); !good) return good.refusal();
  std::vector<const pki::SigningIdentity*> signers;
  for (const auto& one : parts_.identities) signers.push_back(&one);
  const auto signature = [&] {
    const std::lock_guard<std::mutex> one_at_a_time(keys_);
    return pki::sign_detached(bytes_of(content), signers, now);
  }();
  if (!signature) return signature.refusal();
  std::vector<archive::SideFile> files{
      {std::string(archive::kSignatureSuffix), std::string(text_of(*signature))}};
  pki::SignedFile made{bytes_of(content), *signature, std::nullopt};
  if (stamps()) {
    const auto timestamp = parts_.timestamps(*signature);
    if (!timestamp) return timestamp.refusal();
    if (auto near = check_clocks(*timestamp, now); !near) return near.refusal();
    files.push_back({std::string(archive::kTimestampSuffix), std::string(text_of(*timestamp))});
    made.timestamp = bytes_of(files.back().bytes);
  }
  if (auto good = expect_sound(pki::judge_signature(made, {}, now)); !good) return good.refusal();
  if (parts_.gost) {
    auto beside = sign_by_gost(*parts_.gost, content, now);
    if (!beside) return beside.refusal();
    files.push_back(*std::move(beside));
  }
  return files;
}

archive::ManifestSigner DocumentSigner::as_function() const {
  return [this](std::string_view content) { return sign(content); };
}

std::vector<Option> signing_options() {
  return {{"identity"}, {"password-file"},    {"second"},   {"second-password-file"},
          {"tsa"},      {"gost-certificate"}, {"gost-key"}, {"gost-password-file"}};
}

Result<std::unique_ptr<DocumentSigner>> open_signer(const Arguments& arguments,
                                                    const Console& console) {
  if (!arguments.given("identity")) {
    for (const auto& option : signing_options()) {
      if (!arguments.given(option.name)) continue;
      return Refusal{"signer.options",
                     {fmt::format("--{} без --identity: кто подписывает?", option.name),
                      fmt::format("--{} without --identity: who signs?", option.name)}};
    }
    return std::unique_ptr<DocumentSigner>();
  }
  DocumentSigner::Parts parts;
  auto first =
      open_asked(arguments, console, "identity",
                 {"password-file", {"Пароль или PIN ключа", "Password or PIN of the key"}});
  if (!first) return first.refusal();
  parts.identities.push_back(*std::move(first));
  if (arguments.given("second")) {
    auto second =
        open_asked(arguments, console, "second",
                   {"second-password-file",
                    {"Пароль или PIN второго ключа", "Password or PIN of the second key"}});
    if (!second) return second.refusal();
    parts.identities.push_back(*std::move(second));
  }
  auto gost = open_gost(arguments);
  if (!gost) return gost.refusal();
  parts.gost = *std::move(gost);
  if (const auto url = arguments.text("tsa")) parts.timestamps = timestamps_from(*url);
  return DocumentSigner::make(std::move(parts));
}

Result<pki::SigningIdentity> open_identity(const std::string& place, std::string_view password) {
  if (place.starts_with(kTokenScheme)) {
    const auto token = pki::parse_token_uri(place);
    if (!token) return token.refusal();
    return pki::SigningIdentity::from_token(*token, std::string(password));
  }
  const auto file = read_small_file(place, pki::kMaxPkcs12Bytes);
  if (!file) return file.refusal();
  return pki::SigningIdentity::from_pkcs12(bytes_of(*file), password);
}

}  // namespace letopis::notary
