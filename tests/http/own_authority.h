// An authority made for a test, and certificates for "localhost" by it, as files.
#pragma once

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <filesystem>
#include <memory>
#include <string>

#include "http/settings.h"

namespace letopis::http {

// Its folder goes with it.
class OwnAuthority {
 public:
  OwnAuthority();
  ~OwnAuthority();
  OwnAuthority(const OwnAuthority&) = delete;
  OwnAuthority& operator=(const OwnAuthority&) = delete;

  // A fresh key and certificate in the place of those before.
  TlsFiles issue();
  // PEM, for who shall trust it.
  std::filesystem::path certificate() const { return folder_ / "authority.pem"; }
  std::filesystem::path folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key_;
  std::unique_ptr<X509, decltype(&X509_free)> own_;
  long serial_ = 1;
};

}  // namespace letopis::http
