// Signatures by GOST R 34.10-2012, made and checked by OpenSSL's engine in a process of its own:
// nothing of the engine is ever loaded into this one. Only when asked for.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "outcome/bytes.h"
#include "outcome/result.h"
#include "pki/signature_check.h"

namespace letopis::pki {

struct GostSigner {
  std::filesystem::path certificate;              // PEM
  std::filesystem::path key;                      // PEM
  std::optional<std::filesystem::path> password;  // the file whose first line opens the key
};

class GostEngine {
 public:
  // Refuses gost.absent: there is no program openssl, or it has no engine gost.
  static Result<GostEngine> find();

  // A detached CAdES-BES over the content. Refuses gost.not_signed with what the program said.
  Result<std::vector<std::byte>> sign(Bytes content, const GostSigner& signer) const;

  // As judge_signature, by the engine; without the lists of revocations, which the engine is not
  // asked about: `information` says so. A timestamp beside it is judged here.
  SignatureJudgement judge(const SignedFile& file, const Trust& trust, Moment now) const;

 private:
  explicit GostEngine(std::string program) : program_(std::move(program)) {}
  std::string program_;
};

}  // namespace letopis::pki
