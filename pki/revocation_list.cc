#include "pki/revocation_list.h"

#include <openssl/x509v3.h>

#include "pki/openssl.h"

namespace letopis::pki {

namespace {

Refusal malformed() {
  return {"revocations.malformed",
          {"это не список отозванных сертификатов в DER",
           "this is no list of revoked certificates in DER"}};
}

std::optional<std::uint64_t> number_of(const X509_CRL* opened) {
  const HeldInteger number(
      static_cast<ASN1_INTEGER*>(X509_CRL_get_ext_d2i(opened, NID_crl_number, nullptr, nullptr)));
  std::uint64_t value = 0;
  const bool read = number && ASN1_INTEGER_get_uint64(&value, number.get()) == 1;
  forget_errors();
  return read ? std::optional(value) : std::nullopt;
}

}  // namespace

Result<RevocationList> parse_revocation_list(Bytes der) {
  if (der.size() > kMaxRevocationListBytes) {
    return Refusal{"revocations.too_long",
                   {"список отозванных сертификатов длиннее, чем бывает",
                    "the list of revoked certificates is longer than any may be"}};
  }
  const auto opened = read_der<HeldList, d2i_X509_CRL, i2d_X509_CRL>(der);
  if (!opened) return malformed();
  const auto made = moment_of(X509_CRL_get0_lastUpdate(opened.get()));
  if (!made) return malformed();
  RevocationList list;
  list.der.assign(der.begin(), der.end());
  list.issuer = name_of(X509_CRL_get_issuer(opened.get()));
  list.made = *made;
  list.next = moment_of(X509_CRL_get0_nextUpdate(opened.get()));
  list.number = number_of(opened.get());
  STACK_OF(X509_REVOKED)* const entries = X509_CRL_get_REVOKED(opened.get());
  for (int number = 0; number < sk_X509_REVOKED_num(entries); ++number) {
    const X509_REVOKED* const entry = sk_X509_REVOKED_value(entries, number);
    const auto since = moment_of(X509_REVOKED_get0_revocationDate(entry));
    if (!since) return malformed();
    list.revoked.push_back({hex_of(X509_REVOKED_get0_serialNumber(entry)), *since});
  }
  return list;
}

bool is_signed_by(const RevocationList& list, const Certificate& authority) {
  const auto opened = read_der<HeldList, d2i_X509_CRL, i2d_X509_CRL>(list.der);
  INVARIANT(opened != nullptr);
  const auto certificate = open_certificate(authority);
  EVP_PKEY* const key = X509_get0_pubkey(certificate.get());
  const bool theirs =
      key != nullptr && list.issuer == authority.subject && X509_CRL_verify(opened.get(), key) == 1;
  forget_errors();
  return theirs;
}

}  // namespace letopis::pki
