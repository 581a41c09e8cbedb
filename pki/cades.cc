#include "pki/cades.h"

#include "pki/identity_parts.h"

namespace letopis::pki {

namespace {

constexpr unsigned kFlags = CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP | CMS_CADES;

// True iff the signer's entry stands; its signature is made at the end.
bool add_signer(CMS_ContentInfo* cms, const SigningIdentity::Parts& signer, Moment at) {
  CMS_SignerInfo* const entry =
      CMS_add1_signer(cms, signer.opened.get(), signer.key.get(), EVP_sha256(), kFlags);
  if (entry == nullptr) return false;
  const auto time = time_of(at);
  must(CMS_signed_add1_attr_by_NID(entry, NID_pkcs9_signingTime, time->type, time.get(), -1) == 1,
       "CMS_signed_add1_attr_by_NID");
  for (const auto& certificate : signer.between) {
    // Refused only where another signer brought it along already.
    CMS_add1_cert(cms, open_certificate(certificate).get());
  }
  return true;
}

}  // namespace

Result<std::vector<std::byte>> sign_detached(Bytes content,
                                             std::span<const SigningIdentity* const> signers,
                                             Moment at) {
  INVARIANT(!signers.empty() && signers.size() <= kMaxSigners);
  const HeldCms cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, kFlags | CMS_PARTIAL));
  must(cms != nullptr, "CMS_sign");
  bool signed_by_all = true;
  for (const auto* signer : signers) {
    signed_by_all = signed_by_all && add_signer(cms.get(), signer->parts(), at);
  }
  const auto from = reader_of(content);
  if (!signed_by_all || CMS_final(cms.get(), from.get(), nullptr, kFlags) != 1) {
    forget_errors();
    return Refusal{"cades.not_signed",
                   {"ключ не подписывает: токен вынут или заблокирован",
                    "the key does not sign: its token is pulled out or locked"}};
  }
  forget_errors();
  return der_of<i2d_CMS_ContentInfo>(cms.get());
}

}  // namespace letopis::pki
