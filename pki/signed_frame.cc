#include "pki/signed_frame.h"

#include <openssl/asn1.h>
#include <openssl/objects.h>

#include <algorithm>

#include "pki/openssl.h"

namespace letopis::pki {

namespace {

constexpr int kContext = 0x100;  // beside a tag: one of the context's own

// Takes values off the front of DER, one by one.
class DerReader {
 public:
  explicit DerReader(Bytes der) : rest_(der) {}

  // What stands behind this tag; nothing, and nothing taken, iff another tag comes, or none.
  std::optional<Bytes> take(int wanted) {
    const auto* const begin = reinterpret_cast<const unsigned char*>(rest_.data());
    const auto* at = begin;
    long length = 0;
    int tag = 0;
    int kind = 0;
    const int flags =
        rest_.empty() ? 0x80
                      : ASN1_get_object(&at, &length, &tag, &kind, static_cast<long>(rest_.size()));
    const int found = kind == V_ASN1_CONTEXT_SPECIFIC ? tag | kContext : tag;
    if ((flags & 0x81) != 0 || found != wanted) {  // an error, or an indefinite length
      forget_errors();
      return std::nullopt;
    }
    const auto header = static_cast<std::size_t>(at - begin);
    const auto size = static_cast<std::size_t>(length);
    const Bytes content = rest_.subspan(header, size);
    whole_ = rest_.first(header + size);
    rest_ = rest_.subspan(header + size);
    return content;
  }

  Bytes whole() const { return whole_; }  // of what was taken last, with its tag
  bool empty() const { return rest_.empty(); }

 private:
  Bytes rest_;
  Bytes whole_;
};

// The number of an AlgorithmIdentifier whose parameters are absent or NULL; PSS has some, which
// OpenSSL reads.
std::optional<int> algorithm_of(std::optional<Bytes> identifier) {
  if (!identifier) return std::nullopt;
  DerReader parts(*identifier);
  if (!parts.take(V_ASN1_OBJECT)) return std::nullopt;
  const Bytes whole = parts.whole();
  const auto* at = reinterpret_cast<const unsigned char*>(whole.data());
  const HeldObject object(d2i_ASN1_OBJECT(nullptr, &at, static_cast<long>(whole.size())));
  forget_errors();
  if (!object) return std::nullopt;
  const int number = OBJ_obj2nid(object.get());
  if (number == NID_rsassaPss) return number;
  const auto null = parts.take(V_ASN1_NULL);
  if ((null && !null->empty()) || !parts.empty()) return std::nullopt;
  return number;
}

bool is_version(const std::optional<Bytes>& number, std::uint8_t version) {
  return number && number->size() == 1 && number->front() == std::byte{version};
}

std::optional<SignerFrame> read_signer(Bytes der) {
  DerReader parts(der);
  if (!is_version(parts.take(V_ASN1_INTEGER), 1)) return std::nullopt;
  const auto who = parts.take(V_ASN1_SEQUENCE);
  if (!who) return std::nullopt;
  SignerFrame signer;
  DerReader name(*who);
  if (!name.take(V_ASN1_SEQUENCE)) return std::nullopt;
  signer.issuer = name.whole();
  const auto serial = name.take(V_ASN1_INTEGER);
  if (!serial) return std::nullopt;
  signer.serial = *serial;
  const auto digest = algorithm_of(parts.take(V_ASN1_SEQUENCE));
  const auto attributes = parts.take(0 | kContext);
  const auto signature = algorithm_of(parts.take(V_ASN1_SEQUENCE));
  if (!digest || !attributes || !signature) return std::nullopt;
  signer.digest = *digest;
  signer.signature = *signature;
  return signer;
}

bool belong_together(const SignerFrame& signer) {
  // Some algorithms are named by the key's alone.
  switch (signer.signature) {
    case NID_rsaEncryption:
    case NID_rsassaPss: return true;
    case NID_id_GostR3410_2012_256: return signer.digest == NID_id_GostR3411_2012_256;
    case NID_id_GostR3410_2012_512: return signer.digest == NID_id_GostR3411_2012_512;
    default: break;
  }
  int digest = 0;
  int key = 0;
  return OBJ_find_sigid_algs(signer.signature, &digest, &key) == 1 && digest == signer.digest;
}

}  // namespace

std::optional<SignedFrame> read_signed_frame(Bytes der) {
  DerReader outer(der);
  const auto info = outer.take(V_ASN1_SEQUENCE);
  DerReader in_info(info.value_or(Bytes{}));
  in_info.take(V_ASN1_OBJECT);
  DerReader in_tag(in_info.take(0 | kContext).value_or(Bytes{}));
  DerReader data(in_tag.take(V_ASN1_SEQUENCE).value_or(Bytes{}));
  const auto version = data.take(V_ASN1_INTEGER);
  const auto digests = data.take(V_ASN1_SET);
  const auto content = data.take(V_ASN1_SEQUENCE);
  if (!version || version->size() != 1 || !digests || !content) return std::nullopt;
  data.take(0 | kContext);  // certificates
  data.take(1 | kContext);  // lists of revocations: only those from outside are heard
  const auto signers = data.take(V_ASN1_SET);
  if (!signers || !data.empty()) return std::nullopt;

  SignedFrame frame;
  frame.version = std::to_integer<std::uint8_t>(version->front());
  for (DerReader each(*digests); !each.empty();) {
    const auto digest = algorithm_of(each.take(V_ASN1_SEQUENCE));
    if (!digest) return std::nullopt;
    frame.digests.push_back(*digest);
  }
  DerReader inside(*content);
  inside.take(V_ASN1_OBJECT);
  const auto* at = reinterpret_cast<const unsigned char*>(inside.whole().data());
  const HeldObject type(d2i_ASN1_OBJECT(nullptr, &at, static_cast<long>(inside.whole().size())));
  forget_errors();
  frame.content_type = OBJ_obj2nid(type.get());
  for (DerReader each(*signers); !each.empty();) {
    const auto signer = read_signer(each.take(V_ASN1_SEQUENCE).value_or(Bytes{}));
    if (!signer) return std::nullopt;
    frame.signers.push_back(*signer);
  }
  return frame;
}

bool is_consistent(const SignedFrame& frame) {
  const auto used = [&](int digest) {
    return std::ranges::any_of(frame.signers,
                               [&](const auto& signer) { return signer.digest == digest; });
  };
  return frame.version == (frame.content_type == NID_pkcs7_data ? 1 : 3) &&
         std::ranges::all_of(frame.digests, used) &&
         std::ranges::all_of(frame.signers, belong_together);
}

}  // namespace letopis::pki
