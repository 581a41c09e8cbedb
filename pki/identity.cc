#include "pki/identity.h"

#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include "pki/identity_parts.h"

namespace letopis::pki {

namespace {

using HeldPkcs12 = std::unique_ptr<PKCS12, Freed<PKCS12_free>>;

// Fifty times what OpenSSL takes by itself: a tenth of a second for each guess at a password.
constexpr int kPasswordRounds = 100'000;

Refusal malformed() {
  return {"identity.malformed",
          {"это не файл ключа PKCS#12", "this is no file of a key (PKCS#12)"}};
}

}  // namespace

Result<SigningIdentity> identity_of(HeldCertificate opened, HeldKey key,
                                    std::vector<Certificate> between, bool in_token) {
  auto value = value_of(opened.get());
  if (!value) return value.refusal();
  const bool fits = X509_check_private_key(opened.get(), key.get()) == 1;
  forget_errors();
  if (!fits || value->key != KeyKind::kP256) {
    return Refusal{"identity.key",
                   {"ключ не подходит к сертификату или не P-256",
                    "the key is not the certificate's, or not P-256"}};
  }
  auto parts = std::make_unique<SigningIdentity::Parts>();
  parts->opened = std::move(opened);
  parts->key = std::move(key);
  parts->certificate = std::move(*value);
  parts->between = std::move(between);
  parts->in_token = in_token;
  return SigningIdentity(std::move(parts));
}

Result<SigningIdentity> SigningIdentity::from_pkcs12(Bytes bytes, std::string_view password) {
  if (bytes.size() > kMaxPkcs12Bytes) {
    return Refusal{
        "identity.too_long",
        {"файл ключа длиннее, чем бывает", "the file of a key is longer than any may be"}};
  }
  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  const HeldPkcs12 file(d2i_PKCS12(nullptr, &at, static_cast<long>(bytes.size())));
  forget_errors();
  if (!file) return malformed();
  std::string terminated(password);
  const bool right =
      PKCS12_verify_mac(file.get(), terminated.c_str(), static_cast<int>(terminated.size())) == 1;
  EVP_PKEY* key = nullptr;
  X509* certificate = nullptr;
  STACK_OF(X509)* others = nullptr;
  const bool opened =
      right && PKCS12_parse(file.get(), terminated.c_str(), &key, &certificate, &others) == 1;
  OPENSSL_cleanse(terminated.data(), terminated.size());
  forget_errors();
  HeldKey held_key(key);
  HeldCertificate held_certificate(certificate);
  const HeldCertificates held_others(others);
  if (!right) {
    return Refusal{"identity.password",
                   {"пароль не открывает файл ключа", "the password does not open the file"}};
  }
  if (!opened || !held_key || !held_certificate) return malformed();
  std::vector<Certificate> between;
  for (int number = 0; number < sk_X509_num(others); ++number) {
    auto value = value_of(sk_X509_value(others, number));
    if (!value) return value.refusal();
    if (value->subject != value->issuer) between.push_back(std::move(*value));
  }
  return identity_of(std::move(held_certificate), std::move(held_key), std::move(between), false);
}

Result<std::vector<std::byte>> SigningIdentity::to_pkcs12(std::string_view password) const {
  if (parts_->in_token) {
    return Refusal{"identity.in_token",
                   {"ключ не покидает токен", "the key never leaves its token"}};
  }
  const HeldCertificates others(sk_X509_new_null());
  must(others != nullptr, "sk_X509_new_null");
  for (const auto& certificate : parts_->between) {
    must(sk_X509_push(others.get(), open_certificate(certificate).release()) > 0, "sk_X509_push");
  }
  std::string terminated(password);
  const HeldPkcs12 file(
      PKCS12_create(terminated.c_str(), parts_->certificate.common_name.value_or("").c_str(),
                    parts_->key.get(), parts_->opened.get(), others.get(), NID_aes_256_cbc,
                    NID_aes_256_cbc, kPasswordRounds, kPasswordRounds, 0));
  OPENSSL_cleanse(terminated.data(), terminated.size());
  must(file != nullptr, "PKCS12_create");
  return der_of<i2d_PKCS12>(file.get());
}

Result<std::string> SigningIdentity::to_pem() const {
  if (parts_->in_token) {
    return Refusal{"identity.in_token",
                   {"ключ не покидает токен", "the key never leaves its token"}};
  }
  const std::unique_ptr<BIO, Freed<BIO_free_all>> out(BIO_new(BIO_s_secmem()));
  must(out != nullptr && PEM_write_bio_PKCS8PrivateKey(out.get(), parts_->key.get(), nullptr,
                                                       nullptr, 0, nullptr, nullptr) == 1,
       "PEM_write_bio_PKCS8PrivateKey");
  char* bytes = nullptr;
  const long count = BIO_get_mem_data(out.get(), &bytes);
  return std::string(bytes, static_cast<std::size_t>(count));
}

SigningIdentity::SigningIdentity(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
SigningIdentity::SigningIdentity(SigningIdentity&&) noexcept = default;
SigningIdentity& SigningIdentity::operator=(SigningIdentity&&) noexcept = default;
SigningIdentity::~SigningIdentity() = default;

const Certificate& SigningIdentity::certificate() const { return parts_->certificate; }
const std::vector<Certificate>& SigningIdentity::between() const { return parts_->between; }

}  // namespace letopis::pki
