#include "pki/timestamp.h"

#include <openssl/ts.h>

#include <array>

#include "pki/identity_parts.h"
#include "pki/timestamp_token.h"
#include "signing/secret.h"

namespace letopis::pki {

namespace {

using HeldRequest = std::unique_ptr<TS_REQ, Freed<TS_REQ_free>>;
using HeldResponse = std::unique_ptr<TS_RESP, Freed<TS_RESP_free>>;
using HeldInfo = std::unique_ptr<TS_TST_INFO, Freed<TS_TST_INFO_free>>;
using HeldImprint = std::unique_ptr<TS_MSG_IMPRINT, Freed<TS_MSG_IMPRINT_free>>;

constexpr std::size_t kNonceBytes = 8;

Refusal malformed() {
  return {"timestamp.malformed",
          {"это не ответ службы меток времени (RFC 3161) в DER",
           "this is no answer of a timestamp authority (RFC 3161) in DER"}};
}

HeldRequest read_request(Bytes request) {
  if (request.size() > kMaxTimestampRequestBytes) return nullptr;
  return read_der<HeldRequest, d2i_TS_REQ, i2d_TS_REQ>(request);
}

std::string dotted(const ASN1_OBJECT* object) {
  std::array<char, 128> text{};
  const int size = OBJ_obj2txt(text.data(), static_cast<int>(text.size()), object, 1);
  return {text.data(), std::min(static_cast<std::size_t>(std::max(size, 0)), text.size() - 1)};
}

std::optional<Timestamp> read_info(TS_TST_INFO* info) {
  const auto at = moment_of(TS_TST_INFO_get_time(info));
  TS_MSG_IMPRINT* const imprint = TS_TST_INFO_get_msg_imprint(info);
  const ASN1_OCTET_STRING* const digest = TS_MSG_IMPRINT_get_msg(imprint);
  const ASN1_INTEGER* const nonce = TS_TST_INFO_get_nonce(info);
  const int kind = OBJ_obj2nid(TS_MSG_IMPRINT_get_algo(imprint)->algorithm);
  if (!at || kind == NID_undef) return std::nullopt;
  Timestamp says;
  says.at = *at;
  says.serial = hex_of(TS_TST_INFO_get_serial(info));
  says.policy = dotted(TS_TST_INFO_get_policy_id(info));
  says.digest_name = OBJ_nid2sn(kind);
  const auto* const first = reinterpret_cast<const std::byte*>(ASN1_STRING_get0_data(digest));
  says.digest.assign(first, first + ASN1_STRING_length(digest));
  if (nonce != nullptr) says.nonce = hex_of(nonce);
  return says;
}

bool is_granted(TS_RESP* response) {
  const TS_STATUS_INFO* const status = TS_RESP_get_status_info(response);
  const ASN1_INTEGER* const value = TS_STATUS_INFO_get0_status(status);
  return ASN1_INTEGER_get(value) == TS_STATUS_GRANTED &&
         TS_STATUS_INFO_get0_failure_info(status) == nullptr &&
         TS_STATUS_INFO_get0_text(status) == nullptr;
}

}  // namespace

std::vector<std::byte> make_timestamp_request(Bytes content) {
  const auto digest = signing::sha256(content);
  const HeldRequest request(TS_REQ_new());
  const HeldImprint imprint(TS_MSG_IMPRINT_new());
  const std::unique_ptr<X509_ALGOR, Freed<X509_ALGOR_free>> algorithm(X509_ALGOR_new());
  const HeldInteger nonce(ASN1_INTEGER_new());
  must(request && imprint && algorithm && nonce, "TS_REQ_new");
  X509_ALGOR_set_md(algorithm.get(), EVP_sha256());
  std::array<std::byte, kNonceBytes> random{};
  signing::fill_random(random);
  random[0] = (random[0] & std::byte{0x3f}) | std::byte{0x40};  // one length, and positive
  auto* const bytes = reinterpret_cast<unsigned char*>(
      const_cast<std::byte*>(digest.bytes.data()));  // copied, never written to
  must(TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1 &&
           TS_MSG_IMPRINT_set_msg(imprint.get(), bytes, signing::kDigestBytes) == 1 &&
           ASN1_STRING_set(nonce.get(), random.data(), kNonceBytes) == 1 &&
           TS_REQ_set_version(request.get(), 1) == 1 &&
           TS_REQ_set_msg_imprint(request.get(), imprint.get()) == 1 &&
           TS_REQ_set_nonce(request.get(), nonce.get()) == 1 &&
           TS_REQ_set_cert_req(request.get(), 1) == 1,
       "TS_REQ_set");
  return der_of<i2d_TS_REQ>(request.get());
}

Result<OpenedTimestamp> open_timestamp(Bytes response) {
  if (response.size() > kMaxTimestampBytes) {
    return Refusal{
        "timestamp.too_long",
        {"метка времени длиннее, чем бывает", "the timestamp is longer than any may be"}};
  }
  const auto read = read_der<HeldResponse, d2i_TS_RESP, i2d_TS_RESP>(response);
  if (!read) return malformed();
  PKCS7* const token = TS_RESP_get_token(read.get());
  if (!is_granted(read.get()) || token == nullptr) {
    return Refusal{"timestamp.not_granted",
                   {"служба меток времени отказала", "the timestamp authority refused"}};
  }
  OpenedTimestamp opened;
  opened.cms = der_of<i2d_PKCS7>(token);
  const HeldCms cms = read_der<HeldCms, d2i_CMS_ContentInfo, i2d_CMS_ContentInfo>(opened.cms);
  ASN1_OCTET_STRING** const content = cms ? CMS_get0_content(cms.get()) : nullptr;
  forget_errors();
  if (content == nullptr || *content == nullptr) return malformed();
  const auto* const first = reinterpret_cast<const std::byte*>(ASN1_STRING_get0_data(*content));
  opened.content.assign(first, first + ASN1_STRING_length(*content));
  const auto info = read_der<HeldInfo, d2i_TS_TST_INFO, i2d_TS_TST_INFO>(opened.content);
  const auto says = info ? read_info(info.get()) : std::nullopt;
  if (!says) return malformed();
  opened.says = *says;
  return opened;
}

bool is_over(const Timestamp& timestamp, Bytes content) {
  for (const EVP_MD* kind : {EVP_sha256(), EVP_sha384(), EVP_sha512()}) {
    if (timestamp.digest_name != OBJ_nid2sn(EVP_MD_get_type(kind))) continue;
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    must(EVP_Digest(content.data(), content.size(), digest.data(), &size, kind, nullptr) == 1,
         "EVP_Digest");
    return std::ranges::equal(std::as_bytes(std::span(digest).first(size)), timestamp.digest);
  }
  return false;
}

Result<Timestamp> parse_timestamp(Bytes response) {
  auto opened = open_timestamp(response);
  if (!opened) return opened.refusal();
  return std::move(opened->says);
}

Outcome matches_request(Bytes response, Bytes request) {
  const auto asked = read_request(request);
  if (!asked) {
    return Refusal{"timestamp.request",
                   {"это не запрос метки времени (RFC 3161)", "this is no timestamp request"}};
  }
  const auto says = parse_timestamp(response);
  if (!says) return says.refusal();
  TS_MSG_IMPRINT* const imprint = TS_REQ_get_msg_imprint(asked.get());
  const ASN1_OCTET_STRING* const digest = TS_MSG_IMPRINT_get_msg(imprint);
  const ASN1_INTEGER* const nonce = TS_REQ_get_nonce(asked.get());
  const auto* const first = reinterpret_cast<const std::byte*>(ASN1_STRING_get0_data(digest));
  const Bytes wanted{first, static_cast<std::size_t>(ASN1_STRING_length(digest))};
  const std::string kind = OBJ_nid2sn(OBJ_obj2nid(TS_MSG_IMPRINT_get_algo(imprint)->algorithm));
  if (kind != says->digest_name || !std::ranges::equal(wanted, says->digest) ||
      (nonce != nullptr && says->nonce != hex_of(nonce))) {
    return Refusal{"timestamp.other_request",
                   {"это ответ на другой запрос", "this answers another request"}};
  }
  return Done{};
}

}  // namespace letopis::pki
