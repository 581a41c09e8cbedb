// OpenSSL's objects, each freed when its handle goes; for the sources of this room alone.
#pragma once

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "outcome/bytes.h"
#include "outcome/result.h"
#include "pki/certificate.h"
#include "pki/moment.h"

namespace letopis::pki {

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* held) const {
    Free(held);
  }
};

inline void free_certificates(STACK_OF(X509) * held) { sk_X509_pop_free(held, X509_free); }

using HeldCertificate = std::unique_ptr<X509, Freed<X509_free>>;
using HeldCertificates = std::unique_ptr<STACK_OF(X509), Freed<free_certificates>>;
using HeldList = std::unique_ptr<X509_CRL, Freed<X509_CRL_free>>;
using HeldKey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using HeldCms = std::unique_ptr<CMS_ContentInfo, Freed<CMS_ContentInfo_free>>;
using HeldBio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using HeldTime = std::unique_ptr<ASN1_TIME, Freed<ASN1_TIME_free>>;
using HeldInteger = std::unique_ptr<ASN1_INTEGER, Freed<ASN1_INTEGER_free>>;
using HeldObject = std::unique_ptr<ASN1_OBJECT, Freed<ASN1_OBJECT_free>>;

// What must succeed unless memory is out or the library broken. Throws std::runtime_error with what
// OpenSSL says of it.
void must(bool succeeded, const char* what);

// Forgets the errors that OpenSSL keeps for this thread: those of outside bytes are told by us.
void forget_errors();

// Borrows the bytes.
HeldBio reader_of(Bytes bytes);

// What an i2d function of OpenSSL writes.
template <auto Encode, class T>
std::vector<std::byte> der_of(const T* value) {
  unsigned char* out = nullptr;
  // Some of these functions never took a const pointer, though they change nothing.
  const int size = Encode(const_cast<T*>(value), &out);
  must(size > 0, "i2d");
  const auto* const first = reinterpret_cast<const std::byte*>(out);
  std::vector<std::byte> bytes(first, first + size);
  OPENSSL_free(out);
  return bytes;
}

// What a d2i function reads, only if it takes all the bytes and they are its only encoding.
template <class Held, auto Decode, auto Encode>
Held read_der(Bytes bytes) {
  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  Held value(Decode(nullptr, &at, static_cast<long>(bytes.size())));
  forget_errors();
  if (!value || !std::ranges::equal(der_of<Encode>(value.get()), bytes)) return nullptr;
  return value;
}

// Nothing iff it is no moment of the years 1 to 9999.
std::optional<Moment> moment_of(const ASN1_TIME* time);

HeldTime time_of(Moment moment);

// In lower-case hexadecimal, without leading zeros but for whole bytes.
std::string hex_of(const ASN1_INTEGER* number);

std::string name_of(const X509_NAME* name);

// The object behind a parsed certificate. Requires: one that parse_certificate made.
HeldCertificate open_certificate(const Certificate& certificate);

// The value of an opened certificate. Refuses as parse_certificate.
Result<Certificate> value_of(const X509* certificate);

}  // namespace letopis::pki
