#include "pki/certificate_check.h"

#include <openssl/x509v3.h>

namespace letopis::pki {

namespace {

using HeldStore = std::unique_ptr<X509_STORE, Freed<X509_STORE_free>>;
using HeldVerification = std::unique_ptr<X509_STORE_CTX, Freed<X509_STORE_CTX_free>>;

constexpr int kSecurityLevel = 1;  // of 80 bits: no SHA-1, no RSA below 1 024

Refusal untrusted() {
  return {"certificate.untrusted",
          {"сертификат выдан не тем, кому здесь доверяют",
           "the certificate was not issued by an authority that is trusted here"}};
}

// What OpenSSL's reason means to a reader, of the certificate at which it stopped.
Refusal reason_of(int error, const Certificate& stopped_at, Moment at) {
  const std::string moment = print_moment(at);
  switch (error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return {"certificate.expired",
              {"к " + moment +
                   " срок сертификата уже кончился: " + print_moment(stopped_at.valid_until),
               "by " + moment +
                   " the certificate had expired: " + print_moment(stopped_at.valid_until)}};
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return {"certificate.not_yet",
              {"к " + moment + " сертификат ещё не действовал: он с " +
                   print_moment(stopped_at.valid_from),
               "by " + moment + " the certificate was not valid yet: it is from " +
                   print_moment(stopped_at.valid_from)}};
    case X509_V_ERR_INVALID_PURPOSE:
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
      return {"certificate.usage",
              {"сертификат выдан для другого: " + stopped_at.subject,
               "the certificate was issued for another use: " + stopped_at.subject}};
    default: return untrusted();
  }
}

bool is_for_signing(X509* certificate) {
  if ((X509_get_key_usage(certificate) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0) {
    return false;
  }
  if ((X509_get_extension_flags(certificate) & EXFLAG_XKUSAGE) == 0) return true;
  // A key that only stamps times or speaks for an authority signs no documents.
  const auto uses = X509_get_extended_key_usage(certificate);
  return uses == 0 || (uses & ~static_cast<unsigned>(XKU_TIMESTAMP | XKU_OCSP_SIGN)) != 0;
}

HeldStore store_of(const Trust& trust, Moment at) {
  HeldStore store(X509_STORE_new());
  must(store != nullptr, "X509_STORE_new");
  for (const auto& root : trust.roots) {
    must(X509_STORE_add_cert(store.get(), open_certificate(root).get()) == 1,
         "X509_STORE_add_cert");
  }
  X509_VERIFY_PARAM* const parameters = X509_STORE_get0_param(store.get());
  X509_VERIFY_PARAM_set_time(parameters, at.time_since_epoch().count());
  X509_VERIFY_PARAM_set_depth(parameters, static_cast<int>(kMaxChainCertificates));
  X509_VERIFY_PARAM_set_auth_level(parameters, kSecurityLevel);
  return store;
}

HeldCertificates beside(const CertificateQuestion& question, const Trust& trust) {
  HeldCertificates all(question.beside == nullptr
                           ? sk_X509_new_null()
                           : X509_chain_up_ref(const_cast<STACK_OF(X509)*>(question.beside)));
  must(all != nullptr, "sk_X509_new_null");
  for (const auto& certificate : trust.known) {
    must(sk_X509_push(all.get(), open_certificate(certificate).release()) > 0, "sk_X509_push");
  }
  return all;
}

// Adds what the lists of this certificate's issuer say of it. A revocation is only as old as it
// says: what was signed before it stands.
std::optional<Refusal> look_up(const Certificate& one, const Certificate& issuer,
                               const CertificateQuestion& question, const Trust& trust,
                               std::vector<Sentence>& information) {
  bool heard = false;
  bool fresh = false;
  for (const auto& list : trust.revocations) {
    if (!is_signed_by(list, issuer)) continue;
    heard = true;
    fresh = fresh || !list.next || *list.next >= question.at;
    for (const auto& revoked : list.revoked) {
      if (revoked.serial != one.serial) continue;
      const std::string since = print_moment(revoked.since);
      if (revoked.since <= question.at) {
        return Refusal{"certificate.revoked",
                       {"сертификат отозван " + since + ": " + one.subject,
                        "the certificate was revoked on " + since + ": " + one.subject}};
      }
      information.push_back(
          {"сертификат отозван позже, " + since + ": " + one.subject,
           "the certificate was revoked later, on " + since + ": " + one.subject});
    }
  }
  if (!heard) {
    information.push_back({"списка отозванных от «" + issuer.subject + "» здесь нет",
                           "no list of revocations of \"" + issuer.subject + "\" is here"});
  } else if (!fresh) {
    information.push_back(
        {"список отозванных от «" + issuer.subject + "» старше подписи",
         "the list of revocations of \"" + issuer.subject + "\" is older than the signature"});
  }
  return std::nullopt;
}

CertificateAnswer bad(Refusal why) {
  CertificateAnswer answer;
  answer.why = std::move(why);
  return answer;
}

}  // namespace

CertificateAnswer judge_certificate(const CertificateQuestion& question, const Trust& trust) {
  if (trust.roots.empty()) {
    auto answer = bad(
        {"trust.no_authority",
         {"не сказано, каким удостоверяющим центрам доверять", "no authority is trusted here"}});
    answer.standing = Standing::kNotChecked;
    return answer;
  }
  const auto store = store_of(trust, question.at);
  const auto others = beside(question, trust);
  const HeldVerification verification(X509_STORE_CTX_new());
  must(verification != nullptr && X509_STORE_CTX_init(verification.get(), store.get(),
                                                      question.certificate, others.get()) == 1,
       "X509_STORE_CTX_init");
  const bool stamps = question.use == CertificateUse::kTimestamps;
  if (stamps) X509_STORE_CTX_set_purpose(verification.get(), X509_PURPOSE_TIMESTAMP_SIGN);
  const bool verified = X509_verify_cert(verification.get()) == 1;
  forget_errors();
  if (!verified) {
    const X509* const current = X509_STORE_CTX_get_current_cert(verification.get());
    const auto stopped_at = value_of(current != nullptr ? current : question.certificate);
    if (!stopped_at) return bad(untrusted());
    return bad(reason_of(X509_STORE_CTX_get_error(verification.get()), *stopped_at, question.at));
  }
  CertificateAnswer answer;
  answer.chain.reset(X509_STORE_CTX_get1_chain(verification.get()));
  std::vector<Certificate> chain;
  for (int number = 0; number < sk_X509_num(answer.chain.get()); ++number) {
    auto value = value_of(sk_X509_value(answer.chain.get(), number));
    if (!value) return bad(value.refusal());
    chain.push_back(std::move(*value));
  }
  const auto& own = chain.front();
  if (stamps ? !own.may_timestamp : !is_for_signing(question.certificate)) {
    return bad(reason_of(X509_V_ERR_INVALID_PURPOSE, own, question.at));
  }
  for (std::size_t number = 0; number + 1 < chain.size(); ++number) {
    auto revoked = look_up(chain[number], chain[number + 1], question, trust, answer.information);
    if (revoked) {
      answer.why = std::move(revoked);
      return answer;
    }
  }
  if (own.valid_until <= question.now) {
    const std::string until = print_moment(own.valid_until);
    answer.information.push_back({"срок сертификата с тех пор истёк: " + until,
                                  "the certificate has expired since: " + until});
  }
  answer.standing = Standing::kValid;
  return answer;
}

}  // namespace letopis::pki
