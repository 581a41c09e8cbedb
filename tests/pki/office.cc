#include "pki/office.h"

namespace letopis::pki {

Authority found_authority(const std::string& name) {
  return std::move(
      *Authority::found({name, "МАОУ «Лицей № 1»", kFounded, kFounded + std::chrono::days(3'650)}));
}

Office::Office(const std::string& name)
    : authority(found_authority(name)),
      director(issue(CertificateRole::kDirector, "Иванова Ирина Ивановна")),
      deputy(issue(CertificateRole::kDeputy, "Петрова Анна Сергеевна")),
      timestamps(issue(CertificateRole::kTimestamps, "Служба меток времени")) {}

SigningIdentity Office::issue(CertificateRole role, const std::string& name) const {
  return std::move(*authority.issue(
      {role, name, "МАОУ «Лицей № 1»", kFounded, kFounded + std::chrono::days(400)}));
}

std::vector<std::byte> Office::sign(std::string_view content, Moment at) const {
  const SigningIdentity* const signers[] = {&director};
  return *sign_detached(bytes_of(content), signers, at);
}

std::vector<std::byte> Office::stamp(Bytes content, Moment at) const {
  return *answer_timestamp_request(make_timestamp_request(content), timestamps, {7, at});
}

Trust Office::trust() const { return {{authority.certificate()}, {}, {}}; }

RevocationList Office::revoking(const Certificate& certificate, Moment since) const {
  const Revoked revoked[] = {{certificate.serial, since}};
  return *parse_revocation_list(
      authority.revocation_list(revoked, since, since + std::chrono::days(30), 2));
}

const Office& office() {
  static const Office made;
  return made;
}

std::string code_of(const SignatureJudgement& judgement) {
  return judgement.why ? judgement.why->code : "";
}

}  // namespace letopis::pki
