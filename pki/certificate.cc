#include "pki/certificate.h"

#include <openssl/x509v3.h>

#include <array>

#include "pki/openssl.h"
#include "signing/encoding.h"

namespace letopis::pki {

namespace {

Refusal malformed() {
  return {"certificate.malformed",
          {"это не сертификат X.509 в DER", "this is no X.509 certificate in DER"}};
}

Refusal too_long() {
  return {"certificate.too_long",
          {"сертификат длиннее, чем бывает", "the certificate is longer than any may be"}};
}

KeyKind kind_of(const X509* certificate) {
  ASN1_OBJECT* algorithm = nullptr;
  if (X509_PUBKEY_get0_param(&algorithm, nullptr, nullptr, nullptr,
                             X509_get_X509_PUBKEY(certificate)) != 1) {
    return KeyKind::kOther;
  }
  switch (OBJ_obj2nid(algorithm)) {
    case NID_id_GostR3410_2012_256: return KeyKind::kGost256;
    case NID_id_GostR3410_2012_512: return KeyKind::kGost512;
    default: break;
  }
  const EVP_PKEY* const key = X509_get0_pubkey(certificate);
  std::array<char, 64> group{};
  std::size_t size = 0;
  const bool named = key != nullptr && EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
                     EVP_PKEY_get_group_name(key, group.data(), group.size(), &size) == 1;
  forget_errors();
  return named && std::string_view(group.data(), size) == SN_X9_62_prime256v1 ? KeyKind::kP256
                                                                              : KeyKind::kOther;
}

std::optional<std::string> part_of(const X509_NAME* name, int kind) {
  const int at = X509_NAME_get_index_by_NID(name, kind, -1);
  if (at < 0) return std::nullopt;
  unsigned char* text = nullptr;
  const int size =
      ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
  forget_errors();
  if (size < 0) return std::nullopt;
  std::string value(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
  OPENSSL_free(text);
  return value;
}

// OpenSSL's own purpose asks for the same, but answers for the chain too.
bool may_timestamp(X509* certificate) {
  const int at = X509_get_ext_by_NID(certificate, NID_ext_key_usage, -1);
  if (at < 0 || X509_EXTENSION_get_critical(X509_get_ext(certificate, at)) != 1) return false;
  return X509_get_extended_key_usage(certificate) == XKU_TIMESTAMP;
}

}  // namespace

Result<Certificate> parse_certificate(Bytes der) {
  if (der.size() > kMaxCertificateBytes) return too_long();
  const auto opened = read_der<HeldCertificate, d2i_X509, i2d_X509>(der);
  if (!opened) return malformed();
  const auto from = moment_of(X509_get0_notBefore(opened.get()));
  const auto until = moment_of(X509_get0_notAfter(opened.get()));
  if (!from || !until) return malformed();
  Certificate certificate;
  certificate.der.assign(der.begin(), der.end());
  certificate.subject = name_of(X509_get_subject_name(opened.get()));
  certificate.issuer = name_of(X509_get_issuer_name(opened.get()));
  certificate.common_name = part_of(X509_get_subject_name(opened.get()), NID_commonName);
  certificate.organization = part_of(X509_get_subject_name(opened.get()), NID_organizationName);
  certificate.serial = hex_of(X509_get0_serialNumber(opened.get()));
  certificate.valid_from = *from;
  certificate.valid_until = *until;
  certificate.key = kind_of(opened.get());
  certificate.sha256 = signing::sha256(der);
  certificate.is_authority = X509_check_ca(opened.get()) == 1;
  certificate.may_timestamp = may_timestamp(opened.get());
  forget_errors();
  return certificate;
}

Result<std::vector<Certificate>> parse_pem(std::string_view pem) {
  constexpr std::string_view begin_line = "-----BEGIN CERTIFICATE-----\n";
  constexpr std::string_view end_line = "-----END CERTIFICATE-----";
  if (pem.size() > kMaxPemBytes) return too_long();
  std::vector<Certificate> all;
  for (auto begin = pem.find(begin_line); begin != std::string_view::npos;
       begin = pem.find(begin_line)) {
    pem.remove_prefix(begin + begin_line.size());
    const auto end = pem.find(end_line);
    if (end == std::string_view::npos) return malformed();
    if (all.size() == kMaxPemCertificates) {
      return Refusal{
          "certificate.too_many",
          {"в файле слишком много сертификатов", "the file holds too many certificates"}};
    }
    std::string base64(pem.substr(0, end));
    std::erase(base64, '\n');
    const auto der = signing::from_base64(base64);
    if (!der) return malformed();
    auto certificate = parse_certificate(*der);
    if (!certificate) return certificate.refusal();
    all.push_back(std::move(*certificate));
    pem.remove_prefix(end + end_line.size());
  }
  if (all.empty()) {
    return Refusal{"certificate.none",
                   {"в файле нет сертификата PEM", "the file holds no PEM certificate"}};
  }
  return all;
}

std::string print_pem(const Certificate& certificate) {
  constexpr std::size_t line_length = 64;
  const std::string base64 = signing::to_base64(certificate.der);
  std::string pem = "-----BEGIN CERTIFICATE-----\n";
  for (std::size_t at = 0; at < base64.size(); at += line_length)
    pem += base64.substr(at, line_length) + "\n";
  return pem + "-----END CERTIFICATE-----\n";
}

}  // namespace letopis::pki
