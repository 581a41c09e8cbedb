#include "http/own_authority.h"

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdlib.h>

#include <stdexcept>

namespace letopis::http {
namespace {

void must(bool done) {
  if (!done) throw std::runtime_error("the test could not make its certificates");
}

void extend(X509* certificate, X509* issuer, int kind, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* const made = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
  must(made != nullptr && X509_add_ext(certificate, made, -1) == 1);
  X509_EXTENSION_free(made);
}

X509* begun(EVP_PKEY* key, long serial, const char* name) {
  X509* const made = X509_new();
  must(X509_set_version(made, X509_VERSION_3) == 1);
  ASN1_INTEGER_set(X509_get_serialNumber(made), serial);
  X509_gmtime_adj(X509_getm_notBefore(made), -3'600);
  X509_gmtime_adj(X509_getm_notAfter(made), 86'400);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(made), "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
  must(X509_set_pubkey(made, key) == 1);
  return made;
}

void write(const std::filesystem::path& file, X509* certificate) {
  FILE* const out = std::fopen(file.c_str(), "w");
  must(out != nullptr && PEM_write_X509(out, certificate) == 1);
  std::fclose(out);
}

}  // namespace

OwnAuthority::OwnAuthority() : key_(EVP_EC_gen("P-256"), EVP_PKEY_free), own_(nullptr, X509_free) {
  std::string name = std::filesystem::temp_directory_path() / "letopis-http-XXXXXX";
  must(mkdtemp(name.data()) != nullptr);
  folder_ = name;
  own_.reset(begun(key_.get(), serial_++, "Test authority"));
  X509_set_issuer_name(own_.get(), X509_get_subject_name(own_.get()));
  extend(own_.get(), own_.get(), NID_basic_constraints, "critical,CA:TRUE");
  extend(own_.get(), own_.get(), NID_key_usage, "critical,keyCertSign");
  must(X509_sign(own_.get(), key_.get(), EVP_sha256()) > 0);
  write(certificate(), own_.get());
}

OwnAuthority::~OwnAuthority() { std::filesystem::remove_all(folder_); }

TlsFiles OwnAuthority::issue() {
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  const std::unique_ptr<X509, decltype(&X509_free)> leaf(begun(key.get(), serial_++, "localhost"),
                                                         X509_free);
  X509_set_issuer_name(leaf.get(), X509_get_subject_name(own_.get()));
  extend(leaf.get(), own_.get(), NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
  extend(leaf.get(), own_.get(), NID_ext_key_usage, "serverAuth");
  must(X509_sign(leaf.get(), key_.get(), EVP_sha256()) > 0);
  const TlsFiles files{folder_ / "server.pem", folder_ / "server.key"};
  write(files.certificates, leaf.get());
  FILE* const out = std::fopen(files.private_key.c_str(), "w");
  must(out != nullptr &&
       PEM_write_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
  std::fclose(out);
  return files;
}

}  // namespace letopis::http
