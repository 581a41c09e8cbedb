#include "pki/cms_check.h"

#include <openssl/ess.h>

#include <array>

#include "pki/cades.h"
#include "pki/signed_frame.h"

namespace letopis::pki {

namespace {

using HeldEssV1 = std::unique_ptr<ESS_SIGNING_CERT, Freed<ESS_SIGNING_CERT_free>>;
using HeldEssV2 = std::unique_ptr<ESS_SIGNING_CERT_V2, Freed<ESS_SIGNING_CERT_V2_free>>;

constexpr int kOnlyOne = -3;  // OpenSSL's way to ask for an attribute that must stand alone

Refusal malformed() {
  return {"signature.malformed",
          {"это не отсоединённая подпись CMS в DER", "this is no detached CMS signature in DER"}};
}

Refusal attributes() {
  return {"signature.attributes",
          {"в подписи CMS недостаёт того, что подписано, или оно не сходится с остальным",
           "what a CMS signature must sign is missing, or does not agree with the rest"}};
}

HeldCertificates copied(const std::vector<Certificate>& certificates) {
  HeldCertificates stack(sk_X509_new_null());
  must(stack != nullptr, "sk_X509_new_null");
  for (const auto& certificate : certificates) {
    must(sk_X509_push(stack.get(), open_certificate(certificate).release()) > 0, "sk_X509_push");
  }
  return stack;
}

X509* find_signer(CMS_SignerInfo* entry, const STACK_OF(X509) * among) {
  for (int number = 0; number < sk_X509_num(among); ++number) {
    X509* const one = sk_X509_value(among, number);
    if (CMS_SignerInfo_cert_cmp(entry, one) == 0) return one;
  }
  return nullptr;
}

std::optional<Moment> claimed_time(const CMS_SignerInfo* entry) {
  for (const int type : {V_ASN1_UTCTIME, V_ASN1_GENERALIZEDTIME}) {
    const void* const time =
        CMS_signed_get0_data_by_OBJ(entry, OBJ_nid2obj(NID_pkcs9_signingTime), kOnlyOne, type);
    forget_errors();
    if (time != nullptr) return moment_of(static_cast<const ASN1_TIME*>(time));
  }
  return std::nullopt;
}

// OpenSSL compares names without regard to case and spaces; the bytes must be the certificate's.
bool names_issuer(const SignerFrame& frame, const X509* certificate) {
  return std::ranges::equal(der_of<i2d_X509_NAME>(X509_get_issuer_name(certificate)), frame.issuer);
}

bool is_gost(const X509* certificate) {
  const auto value = value_of(certificate);
  return value && (value->key == KeyKind::kGost256 || value->key == KeyKind::kGost512);
}

}  // namespace

Result<OpenedSignature> open_signature(Bytes der, SignedKind kind, const Trust& trust) {
  if (der.size() > kMaxSignatureBytes) {
    return Refusal{"signature.too_long",
                   {"подпись длиннее, чем бывает", "the signature is longer than any may be"}};
  }
  OpenedSignature opened;
  opened.cms = read_der<HeldCms, d2i_CMS_ContentInfo, i2d_CMS_ContentInfo>(der);
  const auto frame = opened.cms ? read_signed_frame(der) : std::nullopt;
  if (!frame) return malformed();
  const bool detached = CMS_is_detached(opened.cms.get()) == 1;
  const bool file = kind == SignedKind::kDetachedFile;
  if (frame->content_type != (file ? NID_pkcs7_data : NID_id_smime_ct_TSTInfo) ||
      detached != file) {
    return malformed();
  }
  if (!is_consistent(*frame)) return attributes();
  STACK_OF(CMS_SignerInfo)* const entries = CMS_get0_SignerInfos(opened.cms.get());
  const auto count = static_cast<std::size_t>(std::max(0, sk_CMS_SignerInfo_num(entries)));
  if (count == 0 || count > kMaxSigners || count != frame->signers.size()) return malformed();
  opened.beside.reset(CMS_get1_certs(opened.cms.get()));
  opened.known = copied(trust.known);
  forget_errors();
  for (std::size_t number = 0; number < count; ++number) {
    OpenedSigner signer;
    signer.entry = sk_CMS_SignerInfo_value(entries, static_cast<int>(number));
    signer.certificate = find_signer(signer.entry, opened.beside.get());
    if (signer.certificate == nullptr) {
      signer.certificate = find_signer(signer.entry, opened.known.get());
    }
    if (signer.certificate != nullptr) {
      if (!names_issuer(frame->signers[number], signer.certificate)) return attributes();
      signer.needs_engine = is_gost(signer.certificate);
    }
    signer.claimed = claimed_time(signer.entry);
    opened.signers.push_back(signer);
  }
  return opened;
}

Outcome check_signer(const OpenedSigner& signer, Bytes content) {
  X509_ALGOR* digest_algorithm = nullptr;
  CMS_SignerInfo_get0_algs(signer.entry, nullptr, nullptr, &digest_algorithm, nullptr);
  const EVP_MD* const kind = EVP_get_digestbyobj(digest_algorithm->algorithm);
  const auto* const named = static_cast<const ASN1_OCTET_STRING*>(CMS_signed_get0_data_by_OBJ(
      signer.entry, OBJ_nid2obj(NID_pkcs9_messageDigest), kOnlyOne, V_ASN1_OCTET_STRING));
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  const bool computed =
      kind != nullptr && named != nullptr &&
      EVP_Digest(content.data(), content.size(), digest.data(), &size, kind, nullptr) == 1;
  forget_errors();
  if (!computed) return attributes();
  if (!std::ranges::equal(std::span(digest).first(size),
                          std::span(ASN1_STRING_get0_data(named),
                                    static_cast<std::size_t>(ASN1_STRING_length(named))))) {
    return Refusal{"signature.content",
                   {"содержимое не то, что было подписано", "the content is not what was signed"}};
  }
  CMS_SignerInfo_set1_signer_cert(signer.entry, signer.certificate);
  const bool verified = CMS_SignerInfo_verify(signer.entry) == 1;
  forget_errors();
  if (!verified) {
    return Refusal{"signature.forged",
                   {"подпись не сходится с ключом сертификата",
                    "the signature is not by the certificate's key"}};
  }
  return Done{};
}

Outcome check_named_certificate(const OpenedSigner& signer, const STACK_OF(X509) * chain) {
  const auto attribute = [&](int kind) {
    const auto* const value = static_cast<const ASN1_STRING*>(
        CMS_signed_get0_data_by_OBJ(signer.entry, OBJ_nid2obj(kind), kOnlyOne, V_ASN1_SEQUENCE));
    return value == nullptr
               ? Bytes{}
               : Bytes{reinterpret_cast<const std::byte*>(ASN1_STRING_get0_data(value)),
                       static_cast<std::size_t>(ASN1_STRING_length(value))};
  };
  const HeldEssV1 first = read_der<HeldEssV1, d2i_ESS_SIGNING_CERT, i2d_ESS_SIGNING_CERT>(
      attribute(NID_id_smime_aa_signingCertificate));
  const HeldEssV2 second = read_der<HeldEssV2, d2i_ESS_SIGNING_CERT_V2, i2d_ESS_SIGNING_CERT_V2>(
      attribute(NID_id_smime_aa_signingCertificateV2));
  const bool named = OSSL_ESS_check_signing_certs(first.get(), second.get(), chain, 1) == 1;
  forget_errors();
  if (!named) return attributes();
  return Done{};
}

}  // namespace letopis::pki
