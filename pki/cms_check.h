// A CMS SignedData taken apart and checked but for its certificates. For the sources of this room
// alone.
#pragma once

#include <optional>
#include <vector>

#include "pki/openssl.h"
#include "pki/signature_check.h"

namespace letopis::pki {

enum class SignedKind : std::uint8_t { kDetachedFile, kTimestamp };

struct OpenedSigner {
  CMS_SignerInfo* entry = nullptr;  // of the CMS
  X509* certificate = nullptr;      // of the CMS, or of `known`; nothing: it is nowhere
  std::optional<Moment> claimed;
  bool needs_engine = false;  // GOST: neither digest nor signature can be computed here
};

struct OpenedSignature {
  HeldCms cms;
  HeldCertificates beside;  // all certificates within
  HeldCertificates known;   // from outside; signers may be among them
  std::vector<OpenedSigner> signers;
};

// Refuses signature.too_long, signature.malformed (not canonical DER, another kind, no signer or
// too many) and signature.attributes (what no signature covers is not as it must be).
Result<OpenedSignature> open_signature(Bytes der, SignedKind kind, const Trust& trust);

// That the signer's attributes name this content and are signed by the signer's key. Requires: a
// signer with a certificate, that needs no engine. Refuses signature.content, signature.attributes
// and signature.forged.
Outcome check_signer(const OpenedSigner& signer, Bytes content);

// That the signed attributes name this chain's first certificate as the signer's (RFC 5035).
// Refuses signature.attributes.
Outcome check_named_certificate(const OpenedSigner& signer, const STACK_OF(X509) * chain);

}  // namespace letopis::pki
