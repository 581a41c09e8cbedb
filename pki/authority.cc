#include "pki/authority.h"

#include <openssl/x509v3.h>

#include <array>

#include "pki/identity_parts.h"
#include "signing/encoding.h"
#include "signing/secret.h"
#include "signing/text_rules.h"

namespace letopis::pki {

namespace {

constexpr long kVersion3 = 2;      // as X.509 writes it
constexpr long kListVersion2 = 1;  // so does a list
constexpr std::size_t kSerialBytes = 16;

bool is_name(std::string_view name) {
  std::size_t characters = 0;
  while (!name.empty()) {
    const auto character = signing::take_character(name);
    if (!character || *character < 0x20 || *character == 0x7f) return false;
    ++characters;
  }
  return characters > 0 && characters <= kMaxCommonNameCharacters;
}

template <class Wish>
Outcome check(const Wish& wish) {
  if (!is_name(wish.common_name) || !is_name(wish.organization)) {
    return Refusal{"authority.name",
                   {"имя в сертификате — от 1 до 64 знаков без управляющих",
                    "a name in a certificate has 1 to 64 characters, no control characters"}};
  }
  if (wish.until <= wish.from) {
    return Refusal{"authority.validity",
                   {"срок сертификата кончается раньше, чем начинается",
                    "the certificate would end before it begins"}};
  }
  return Done{};
}

HeldKey new_key() {
  HeldKey key(EVP_EC_gen("P-256"));
  must(key != nullptr, "EVP_EC_gen");
  return key;
}

HeldInteger integer_of(Bytes bytes) {
  HeldInteger number(ASN1_INTEGER_new());
  must(number != nullptr &&
           ASN1_STRING_set(number.get(), bytes.data(), static_cast<int>(bytes.size())) == 1,
       "ASN1_STRING_set");
  return number;
}

// Random, so that nobody knows what is signed next; positive, and without a leading zero.
HeldInteger new_serial() {
  std::array<std::byte, kSerialBytes> bytes;
  signing::fill_random(bytes);
  bytes[0] = (bytes[0] & std::byte{0x3f}) | std::byte{0x40};
  return integer_of(bytes);
}

void add_name(X509_NAME* to, const char* part, const std::string& text) {
  must(X509_NAME_add_entry_by_txt(to, part, MBSTRING_UTF8,
                                  reinterpret_cast<const unsigned char*>(text.data()),
                                  static_cast<int>(text.size()), -1, 0) == 1,
       "X509_NAME_add_entry_by_txt");
}

void extend(X509* certificate, X509* issuer, int kind, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> extension(
      X509V3_EXT_conf_nid(nullptr, &context, kind, value));
  must(extension != nullptr && X509_add_ext(certificate, extension.get(), -1) == 1, "X509_add_ext");
}

template <class Wish>
HeldCertificate begin(const Wish& wish, EVP_PKEY* key) {
  HeldCertificate made(X509_new());
  must(made != nullptr && X509_set_version(made.get(), kVersion3) == 1 &&
           X509_set_serialNumber(made.get(), new_serial().get()) == 1 &&
           X509_set1_notBefore(made.get(), time_of(wish.from).get()) == 1 &&
           X509_set1_notAfter(made.get(), time_of(wish.until).get()) == 1 &&
           X509_set_pubkey(made.get(), key) == 1,
       "X509_set");
  X509_NAME* const subject = X509_get_subject_name(made.get());
  add_name(subject, "O", wish.organization);
  add_name(subject, "CN", wish.common_name);
  return made;
}

const char* usage_of(CertificateRole role) {
  switch (role) {
    case CertificateRole::kDirector:
    case CertificateRole::kDeputy:
    case CertificateRole::kSchool: return "critical,digitalSignature,nonRepudiation";
    case CertificateRole::kTimestamps:
    case CertificateRole::kServer: return "critical,digitalSignature";
  }
  INVARIANT(false);
  return nullptr;
}

bool is_host(std::string_view host) {
  constexpr std::size_t most = 253;
  return !host.empty() && host.size() <= most &&
         host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.:") ==
             std::string_view::npos;
}

bool is_address(std::string_view host) {
  return host.find(':') != std::string_view::npos ||
         host.find_first_not_of("0123456789.") == std::string_view::npos;
}

// As OpenSSL wants it written: "DNS:journal.school.example,IP:192.168.0.10".
Result<std::string> names_of(const CertificateWish& wish) {
  std::string names;
  bool good = wish.hosts.empty() != (wish.role == CertificateRole::kServer) &&
              wish.hosts.size() <= kMostServerHosts;
  for (const auto& host : wish.hosts) {
    good = good && is_host(host);
    names += (names.empty() ? "" : ",") + std::string(is_address(host) ? "IP:" : "DNS:") + host;
  }
  if (good) return names;
  return Refusal{"authority.host",
                 {"имя сервера — строчными латинскими буквами, или адрес, от 1 до 20",
                  "a server's name is in lower case, or an address; 1 to 20 of them"}};
}

}  // namespace

Result<Authority> Authority::found(const AuthorityWish& wish) {
  if (const auto good = check(wish); !good) return good.refusal();
  auto key = new_key();
  auto made = begin(wish, key.get());
  X509* const root = made.get();
  must(X509_set_issuer_name(root, X509_get_subject_name(root)) == 1, "X509_set_issuer_name");
  extend(root, root, NID_basic_constraints, "critical,CA:TRUE");
  extend(root, root, NID_key_usage, "critical,keyCertSign,cRLSign");
  extend(root, root, NID_subject_key_identifier, "hash");
  must(X509_sign(root, key.get(), EVP_sha256()) > 0, "X509_sign");
  auto identity = identity_of(std::move(made), std::move(key), {}, false);
  if (!identity) return identity.refusal();
  return Authority(std::move(*identity));
}

Result<Authority> Authority::resume(SigningIdentity identity) {
  if (!identity.certificate().is_authority) {
    return Refusal{
        "authority.not_one",
        {"этим сертификатом нельзя выдавать другие", "this certificate may not issue others"}};
  }
  return Authority(std::move(identity));
}

Result<SigningIdentity> Authority::issue(const CertificateWish& wish) const {
  if (const auto good = check(wish); !good) return good.refusal();
  if (wish.until > certificate().valid_until) {
    return Refusal{"authority.validity",
                   {"сертификат пережил бы корневой, срок которого до " +
                        print_moment(certificate().valid_until),
                    "the certificate would outlive the authority's, which ends " +
                        print_moment(certificate().valid_until)}};
  }
  const auto names = names_of(wish);
  if (!names) return names.refusal();
  auto key = new_key();
  auto made = begin(wish, key.get());
  X509* const issuer = identity_.parts().opened.get();
  must(X509_set_issuer_name(made.get(), X509_get_subject_name(issuer)) == 1,
       "X509_set_issuer_name");
  extend(made.get(), issuer, NID_basic_constraints, "critical,CA:FALSE");
  extend(made.get(), issuer, NID_key_usage, usage_of(wish.role));
  if (wish.role == CertificateRole::kTimestamps) {
    extend(made.get(), issuer, NID_ext_key_usage, "critical,timeStamping");
  }
  if (wish.role == CertificateRole::kServer) {
    extend(made.get(), issuer, NID_ext_key_usage, "serverAuth");
    extend(made.get(), issuer, NID_subject_alt_name, names->c_str());
  }
  extend(made.get(), issuer, NID_subject_key_identifier, "hash");
  extend(made.get(), issuer, NID_authority_key_identifier, "keyid:always");
  must(X509_sign(made.get(), identity_.parts().key.get(), EVP_sha256()) > 0, "X509_sign");
  auto between = identity_.between();
  if (certificate().subject != certificate().issuer) between.push_back(certificate());
  return identity_of(std::move(made), std::move(key), std::move(between), false);
}

std::vector<std::byte> Authority::revocation_list(std::span<const Revoked> revoked, Moment made,
                                                  Moment next, std::uint64_t number) const {
  const HeldList list(X509_CRL_new());
  X509* const issuer = identity_.parts().opened.get();
  must(list != nullptr && X509_CRL_set_version(list.get(), kListVersion2) == 1 &&
           X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(issuer)) == 1 &&
           X509_CRL_set1_lastUpdate(list.get(), time_of(made).get()) == 1 &&
           X509_CRL_set1_nextUpdate(list.get(), time_of(next).get()) == 1,
       "X509_CRL_set");
  for (const auto& one : revoked) {
    std::unique_ptr<X509_REVOKED, Freed<X509_REVOKED_free>> entry(X509_REVOKED_new());
    const auto serial = signing::from_hex(one.serial);
    INVARIANT(serial.has_value());
    must(entry != nullptr &&
             X509_REVOKED_set_serialNumber(entry.get(), integer_of(*serial).get()) == 1 &&
             X509_REVOKED_set_revocationDate(entry.get(), time_of(one.since).get()) == 1 &&
             X509_CRL_add0_revoked(list.get(), entry.get()) == 1,
         "X509_CRL_add0_revoked");
    static_cast<void>(entry.release());  // the list's now
  }
  const HeldInteger counted(ASN1_INTEGER_new());
  must(counted != nullptr && ASN1_INTEGER_set_uint64(counted.get(), number) == 1 &&
           X509_CRL_add1_ext_i2d(list.get(), NID_crl_number, counted.get(), 0, 0) == 1 &&
           X509_CRL_sort(list.get()) == 1 &&
           X509_CRL_sign(list.get(), identity_.parts().key.get(), EVP_sha256()) > 0,
       "X509_CRL_sign");
  return der_of<i2d_X509_CRL>(list.get());
}

}  // namespace letopis::pki
