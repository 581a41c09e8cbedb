// One judgement of a file, the signature beside it and the timestamp beside that. A signature is
// judged at its timestamp's moment, or else at the moment its signer claims: what came later, such
// as an expiry or a revocation, is information and makes nothing bad.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "outcome/bytes.h"
#include "outcome/result.h"
#include "pki/certificate.h"
#include "pki/moment.h"
#include "pki/revocation_list.h"

namespace letopis::pki {

inline constexpr std::size_t kMaxChainCertificates = 8;

enum class Standing : std::uint8_t {
  kValid,
  kBad,
  kNotChecked,  // it cannot be told here: no engine for its algorithm, or no authority is trusted
};

enum class MomentSource : std::uint8_t {
  kTimestamp,
  kClaimed,  // the signer says so, nobody else
  kNow,      // nobody says anything
};

// From outside, never from what is judged.
struct Trust {
  std::vector<Certificate> roots;           // whose chains are believed
  std::vector<Certificate> known;           // others that may stand in a chain
  std::vector<RevocationList> revocations;  // believed only where the chain's authority signed it
};

// A signer, or the authority of a timestamp.
struct SignerJudgement {
  Standing standing = Standing::kBad;
  std::optional<Certificate> signer;  // nothing: whose it is cannot be told
  std::optional<Moment> claimed;      // the signing time
  Moment judged_at{};
  MomentSource source = MomentSource::kNow;
  std::optional<Refusal> why;         // iff not valid
  std::vector<Sentence> information;  // expired since, revoked since, no list of revocations
};

struct SignatureJudgement {
  Standing standing = Standing::kBad;    // the worst of all below
  std::vector<SignerJudgement> signers;  // empty iff the signature cannot be read
  std::optional<SignerJudgement> timestamp;
  std::optional<Refusal> why;  // iff not valid: of the first that is not
};

struct SignedFile {
  Bytes content;
  Bytes signature;                 // .sig
  std::optional<Bytes> timestamp;  // .sig.tsr
};

// Never refuses: what cannot be read is bad. Codes of `why`: signature.too_long,
// signature.malformed, signature.content (another content), signature.forged,
// signature.attributes, signature.no_certificate, signature.engine, certificate.untrusted,
// certificate.expired, certificate.not_yet, certificate.usage, certificate.revoked,
// trust.no_authority, timestamp.… (see timestamp.h), timestamp.other_content. Any thread.
SignatureJudgement judge_signature(const SignedFile& file, const Trust& trust, Moment now);

// Makes the whole no better than one of its parts.
void take_worst(SignatureJudgement& whole, const SignerJudgement& part);

// A timestamp over `content` alone.
SignerJudgement judge_timestamp(Bytes content, Bytes response, const Trust& trust, Moment now);

}  // namespace letopis::pki
