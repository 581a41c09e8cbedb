#include <openssl/ts.h>

#include "pki/identity_parts.h"
#include "pki/timestamp.h"

namespace letopis::pki {

namespace {

using HeldContext = std::unique_ptr<TS_RESP_CTX, Freed<TS_RESP_CTX_free>>;
using HeldRequest = std::unique_ptr<TS_REQ, Freed<TS_REQ_free>>;
using HeldResponse = std::unique_ptr<TS_RESP, Freed<TS_RESP_free>>;

// Under the arc that anybody may use (ITU-T X.667): the local authority promises no more than the
// clock of its computer.
constexpr const char* kPolicy = "2.25.226410178283127034112917310935120367412";

ASN1_INTEGER* next_serial(TS_RESP_CTX* /*context*/, void* data) {
  ASN1_INTEGER* const serial = ASN1_INTEGER_new();
  must(serial != nullptr &&
           ASN1_INTEGER_set_uint64(serial, static_cast<TimestampMoment*>(data)->serial) == 1,
       "ASN1_INTEGER_set_uint64");
  return serial;
}

int tell_time(TS_RESP_CTX* /*context*/, void* data, long* seconds, long* microseconds) {
  *seconds = static_cast<TimestampMoment*>(data)->now.time_since_epoch().count();
  *microseconds = 0;
  return 1;
}

HeldContext make_context(const SigningIdentity::Parts& authority, TimestampMoment& moment) {
  HeldContext context(TS_RESP_CTX_new());
  const HeldObject policy(OBJ_txt2obj(kPolicy, 1));
  must(context && policy, "TS_RESP_CTX_new");
  for (const EVP_MD* kind : {EVP_sha256(), EVP_sha384(), EVP_sha512()}) {
    must(TS_RESP_CTX_add_md(context.get(), kind) == 1, "TS_RESP_CTX_add_md");
  }
  const HeldCertificates between(sk_X509_new_null());
  must(between != nullptr, "sk_X509_new_null");
  for (const auto& certificate : authority.between) {
    must(sk_X509_push(between.get(), open_certificate(certificate).release()) > 0, "sk_X509_push");
  }
  must(TS_RESP_CTX_set_signer_cert(context.get(), authority.opened.get()) == 1 &&
           TS_RESP_CTX_set_signer_key(context.get(), authority.key.get()) == 1 &&
           TS_RESP_CTX_set_certs(context.get(), between.get()) == 1 &&
           TS_RESP_CTX_set_signer_digest(context.get(), EVP_sha256()) == 1 &&
           TS_RESP_CTX_set_ess_cert_id_digest(context.get(), EVP_sha256()) == 1 &&
           TS_RESP_CTX_set_def_policy(context.get(), policy.get()) == 1,
       "TS_RESP_CTX_set");
  TS_RESP_CTX_set_serial_cb(context.get(), next_serial, &moment);
  TS_RESP_CTX_set_time_cb(context.get(), tell_time, &moment);
  return context;
}

}  // namespace

Result<std::vector<std::byte>> answer_timestamp_request(Bytes request,
                                                        const SigningIdentity& authority,
                                                        const TimestampMoment& moment) {
  INVARIANT(authority.certificate().may_timestamp);
  if (request.size() > kMaxTimestampRequestBytes ||
      !read_der<HeldRequest, d2i_TS_REQ, i2d_TS_REQ>(request)) {
    return Refusal{"timestamp.request",
                   {"это не запрос метки времени (RFC 3161)", "this is no timestamp request"}};
  }
  auto told = moment;
  const auto context = make_context(authority.parts(), told);
  const auto from = reader_of(request);
  const HeldResponse response(TS_RESP_create_response(context.get(), from.get()));
  must(response != nullptr, "TS_RESP_create_response");
  forget_errors();
  return der_of<i2d_TS_RESP>(response.get());
}

}  // namespace letopis::pki
