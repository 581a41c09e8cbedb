#include "http/tls.h"

#include <openssl/ssl.h>

namespace letopis::http {
namespace {

namespace ssl = boost::asio::ssl;
using boost::system::error_code;

constexpr const char* kCiphers =  // of TLS 1.2; those of 1.3 are all sound
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
    "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";
constexpr const char* kGroups = "X25519:P-256:P-384";
constexpr unsigned char kProtocol[] = "\x08http/1.1";  // as ALPN lists it: length first

int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* chosen_size,
                    const unsigned char* offered, unsigned offered_size, void*) {
  unsigned char* found = nullptr;
  if (SSL_select_next_proto(&found, chosen_size, kProtocol, sizeof kProtocol - 1, offered,
                            offered_size) != OPENSSL_NPN_NEGOTIATED) {
    return SSL_TLSEXT_ERR_ALERT_FATAL;
  }
  *chosen = found;
  return SSL_TLSEXT_ERR_OK;
}

Refusal not_to_use(const std::filesystem::path& file, const std::string& why) {
  return {"http.certificate",
          {"с файлом " + file.string() + " сервер не открыть: " + why,
           "the server cannot use " + file.string() + ": " + why},
          {},
          {"цепочка сертификатов и подходящий к ней ключ, оба в PEM",
           "a chain of certificates and the key that fits it, both in PEM"}};
}

Result<std::shared_ptr<ssl::context>> read_files(const TlsFiles& files) {
  auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
  error_code failed;
  context->use_certificate_chain_file(files.certificates.string(), failed);
  if (failed) return not_to_use(files.certificates, failed.message());
  context->use_private_key_file(files.private_key.string(), ssl::context::pem, failed);
  if (failed) return not_to_use(files.private_key, failed.message());

  SSL_CTX* const handle = context->native_handle();
  if (SSL_CTX_check_private_key(handle) != 1) {
    return not_to_use(files.private_key, "it does not fit the certificate");
  }
  INVARIANT(SSL_CTX_set_min_proto_version(handle, TLS1_2_VERSION) == 1);
  INVARIANT(SSL_CTX_set_cipher_list(handle, kCiphers) == 1);
  INVARIANT(SSL_CTX_set1_groups_list(handle, kGroups) == 1);
  SSL_CTX_set_options(handle, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_mode(handle, SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_alpn_select_cb(handle, choose_protocol, nullptr);
  return context;
}

}  // namespace

Result<std::unique_ptr<Tls>> Tls::open(const TlsFiles& files) {
  std::unique_ptr<Tls> tls(new Tls(files));
  if (const Outcome read = tls->reload(); !read) return read.refusal();
  return tls;
}

Outcome Tls::reload() {
  auto fresh = read_files(files_);
  if (!fresh) return fresh.refusal();
  const std::lock_guard held(mutex_);
  current_ = std::move(*fresh);
  return Done{};
}

std::shared_ptr<ssl::context> Tls::current() const {
  const std::lock_guard held(mutex_);
  return current_;
}

}  // namespace letopis::http
