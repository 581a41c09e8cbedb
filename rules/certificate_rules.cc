#include "rules/certificate_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/order_rules.h"

namespace letopis::rules {
namespace {

using projections::Shelf;
using projections::valid_on;

template <class Fact>
bool is_stated(const signing::Digest& certificate, const SchoolNow& school) {
  const auto all = valid_on<Fact>(school.directory(), Shelf::kCertificates, {});
  return std::any_of(all.begin(), all.end(),
                     [&](const auto& one) { return one.fact.sha256 == certificate; });
}

}  // namespace

Outcome check(const events::CertificateTaken& fact, const Act&, const SchoolNow& school) {
  if (is_stated<events::CertificateEnded>(fact.sha256, school)) {
    return Refusal{
        "certificate.ended",
        {fmt::format("сертификат «{}» отозван, он больше не служит", fact.issued_to),
         fmt::format("the certificate of {} was ended and serves no more", fact.issued_to)},
        {},
        {"выпустите новый сертификат", "issue a new certificate"}};
  }
  if (is_stated<events::CertificateTaken>(fact.sha256, school)) {
    return Refusal{"certificate.taken",
                   {fmt::format("сертификат «{}» уже принят", fact.issued_to),
                    fmt::format("the certificate of {} was taken already", fact.issued_to)}};
  }
  return check_said(fact.issued_to,
                    {"кому выдан сертификат", "whom the certificate was issued to"});
}

Outcome check(const events::CertificateEnded& fact, const Act&, const SchoolNow& school) {
  if (!is_stated<events::CertificateTaken>(fact.sha256, school) ||
      is_stated<events::CertificateEnded>(fact.sha256, school)) {
    return Refusal{"certificate.unknown",
                   {"этот сертификат не служит: его не принимали или уже отозвали",
                    "this certificate does not serve: it was never taken, or was ended already"}};
  }
  return check_said(fact.reason, {"причина отзыва", "the reason"});
}

Outcome check(const events::SubmissionMade& fact, const Act&, const SchoolNow&) {
  if (auto named = check_said(fact.name, {"название комплекта", "the submission's name"}); !named) {
    return named;
  }
  return check_said(fact.receiver, {"кто получает комплект", "who receives the submission"});
}

}  // namespace letopis::rules
