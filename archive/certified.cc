#include "archive/certified.h"

#include <algorithm>

#include "archive/layout.h"

namespace letopis::archive {
namespace {

void tell(Certified& certified, const Sentence& says, std::uint64_t times) {
  for (auto& one : certified.information) {
    if (one.says.ru != says.ru) continue;
    one.times += times;
    return;
  }
  if (certified.information.size() < kMostInformation)
    certified.information.push_back({says, times});
}

void note_stamp(Certified& certified, pki::Moment at) {
  certified.first_stamped = std::min(certified.first_stamped.value_or(at), at);
  certified.last_stamped = std::max(certified.last_stamped.value_or(at), at);
}

std::string name_of(const pki::Certificate& certificate) {
  return shown_name(certificate.common_name ? *certificate.common_name : certificate.subject);
}

// Where the trust file names authorities and the volume carries none of them, somebody else's
// certificates stand behind its signatures.
Refusal of_strangers() {
  return {"certificate.untrusted",
          {"ни одного удостоверяющего центра из файла доверия в томе нет",
           "the volume carries none of the authorities that the trust file names"}};
}

Outcome take(const pki::SignatureJudgement& judgement, const Authorities& authorities,
             Certified& certified) {
  for (const auto& signer : judgement.signers) {
    for (const auto& says : signer.information) tell(certified, says, 1);
  }
  if (judgement.timestamp) {
    for (const auto& says : judgement.timestamp->information) tell(certified, says, 1);
  }
  if (judgement.standing == pki::Standing::kBad) return *judgement.why;
  if (judgement.standing == pki::Standing::kNotChecked) {
    if (authorities.vouched && judgement.why->code == "trust.no_authority") return of_strangers();
    ++certified.not_checked;
    tell(certified, judgement.why->says, 1);
    return Done{};
  }
  certified.vouched = certified.vouched && authorities.vouched;
  for (const auto& signer : judgement.signers) {
    ++certified.signatures;
    if (!signer.signer) continue;
    ++certified.signers[name_of(*signer.signer)];
    certified.certificates.emplace(signer.signer->sha256, name_of(*signer.signer));
  }
  if (judgement.timestamp) {
    ++certified.timestamps;
    note_stamp(certified, judgement.timestamp->judged_at);
  }
  return Done{};
}

Outcome judge_gost(std::string_view content, const std::string& signature,
                   const Authorities& authorities, const CheckSettings& settings,
                   Certified& certified) {
  const pki::SignedFile file{bytes_of(content), bytes_of(signature), std::nullopt};
  if (settings.gost) {
    return take(settings.gost->judge(file, authorities.trust, settings.now), authorities,
                certified);
  }
  ++certified.not_checked;
  tell(certified,
       {"подпись по ГОСТ Р 34.10-2012: здесь её нечем проверить",
        "a signature by GOST R 34.10-2012: nothing here can check it"},
       1);
  return Done{};
}

}  // namespace

void Certified::add(const Certified& other) {
  documents += other.documents;
  not_signed += other.not_signed;
  volumes += other.volumes;
  signatures += other.signatures;
  timestamps += other.timestamps;
  not_checked += other.not_checked;
  for (const auto& [name, count] : other.signers) signers[name] += count;
  certificates.insert(other.certificates.begin(), other.certificates.end());
  if (other.first_stamped) note_stamp(*this, *other.first_stamped);
  if (other.last_stamped) note_stamp(*this, *other.last_stamped);
  vouched = vouched && other.vouched;
  for (const auto& one : other.information) tell(*this, one.says, one.times);
}

Outcome judge_beside(std::string_view content, const BesideFiles& beside,
                     const Authorities& authorities, const CheckSettings& settings,
                     Certified& certified) {
  if (beside.signature) {
    pki::SignedFile file{bytes_of(content), bytes_of(*beside.signature), std::nullopt};
    if (beside.timestamp) file.timestamp = bytes_of(*beside.timestamp);
    auto good =
        take(pki::judge_signature(file, authorities.trust, settings.now), authorities, certified);
    if (!good) return good;
  }
  if (beside.gost) return judge_gost(content, *beside.gost, authorities, settings, certified);
  return Done{};
}

}  // namespace letopis::archive
