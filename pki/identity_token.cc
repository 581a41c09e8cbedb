// OpenSSL 3.0 still reaches tokens by an engine; Debian 12 has no provider for it.
#define OPENSSL_API_COMPAT 10101
#include <openssl/engine.h>

#include <filesystem>

#include "pki/identity_parts.h"

namespace letopis::pki {

namespace {

using HeldEngine = std::unique_ptr<ENGINE, Freed<ENGINE_free>>;

Refusal no_engine() {
  return {"identity.engine",
          {"нет engine pkcs11 для OpenSSL или модуля PKCS#11",
           "there is no engine pkcs11 for OpenSSL, or no such PKCS#11 module"}};
}

Refusal no_token() {
  return {"identity.token",
          {"в токене нет такого ключа или сертификата, либо PIN не тот",
           "the token has no such key or certificate, or the PIN is another"}};
}

// An initialised engine; what is loaded from it keeps it working after this goes.
class Working {
 public:
  explicit Working(ENGINE* engine)
      : engine_(engine != nullptr && ENGINE_init(engine) == 1 ? engine : nullptr) {}
  ~Working() {
    if (engine_ != nullptr) ENGINE_finish(engine_);
  }
  Working(const Working&) = delete;
  Working& operator=(const Working&) = delete;
  explicit operator bool() const { return engine_ != nullptr; }

 private:
  ENGINE* engine_;
};

// The form in which the engine's command LOAD_CERT_CTRL takes its question and leaves its answer.
struct CertificateQuestion {
  const char* place;
  X509* answer;
};

}  // namespace

Result<SigningIdentity> SigningIdentity::from_token(const TokenPlace& place,
                                                    const std::string& pin) {
  // The engine itself loads the module only with the first key.
  if (!std::filesystem::exists(place.module)) return no_engine();
  ENGINE_load_dynamic();
  const HeldEngine engine(ENGINE_by_id("pkcs11"));
  forget_errors();
  if (!engine) return no_engine();
  const bool set =
      ENGINE_ctrl_cmd_string(engine.get(), "MODULE_PATH", place.module.c_str(), 0) == 1;
  const Working working(set ? engine.get() : nullptr);
  forget_errors();
  if (!set || !working) return no_engine();
  if (ENGINE_ctrl_cmd_string(engine.get(), "PIN", pin.c_str(), 0) != 1) return no_engine();
  CertificateQuestion question{place.certificate.c_str(), nullptr};
  ENGINE_ctrl_cmd(engine.get(), "LOAD_CERT_CTRL", 0, &question, nullptr, 0);
  HeldCertificate certificate(question.answer);
  HeldKey key(certificate
                  ? ENGINE_load_private_key(engine.get(), place.key.c_str(), nullptr, nullptr)
                  : nullptr);
  forget_errors();
  if (!certificate || !key) return no_token();
  return identity_of(std::move(certificate), std::move(key), {}, true);
}

}  // namespace letopis::pki
