// Whether a certificate was good for its use at a moment, by roots from outside. For the sources of
// this room alone.
#pragma once

#include <optional>
#include <vector>

#include "pki/openssl.h"
#include "pki/signature_check.h"

namespace letopis::pki {

enum class CertificateUse : std::uint8_t { kSigning, kTimestamps };

struct CertificateQuestion {
  X509* certificate = nullptr;
  const STACK_OF(X509) * beside = nullptr;  // what came with it; may be null
  CertificateUse use = CertificateUse::kSigning;
  Moment at{};
  Moment now{};
};

struct CertificateAnswer {
  Standing standing = Standing::kBad;
  std::optional<Refusal> why;  // iff not valid
  std::vector<Sentence> information;
  HeldCertificates chain;  // up to the root; nothing where it leads to none
};

CertificateAnswer judge_certificate(const CertificateQuestion& question, const Trust& trust);

}  // namespace letopis::pki
