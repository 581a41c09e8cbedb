#include "pki/forged_timestamp.h"

#include "pki/identity_parts.h"
#include "pki/timestamp_token.h"

namespace letopis::pki {

std::vector<std::byte> forge_timestamp(Bytes sound, const SigningIdentity& signer) {
  const auto opened = *open_timestamp(sound);
  constexpr unsigned kFlags = CMS_BINARY | CMS_NOSMIMECAP | CMS_CADES;
  const HeldCms cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, kFlags | CMS_PARTIAL));
  CMS_set1_eContentType(cms.get(), OBJ_nid2obj(NID_id_smime_ct_TSTInfo));
  CMS_add1_signer(cms.get(), signer.parts().opened.get(), signer.parts().key.get(), EVP_sha256(),
                  kFlags);
  must(CMS_final(cms.get(), reader_of(opened.content).get(), nullptr, kFlags) == 1, "CMS_final");
  const auto token = der_of<i2d_CMS_ContentInfo>(cms.get());
  // TimeStampResp is a sequence of the status, granted, and the token.
  std::vector<std::byte> answer;
  const auto put = [&](std::initializer_list<int> bytes) {
    for (const int one : bytes) answer.push_back(static_cast<std::byte>(one));
  };
  const auto size = static_cast<int>(token.size() + 5);
  put({0x30, 0x82, size >> 8, size & 0xff, 0x30, 0x03, 0x02, 0x01, 0x00});
  answer.insert(answer.end(), token.begin(), token.end());
  return answer;
}

}  // namespace letopis::pki
