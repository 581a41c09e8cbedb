// Asking witnesses where there is no network: requests written to a stick, and the answers that
// came back beside them.
//
//   ORIGIN-SIZE-KEYID.request     the body of add-checkpoint, the origin's odd characters as _
//   ORIGIN-SIZE-KEYID.answer      what the witness answered
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cosigning/cosigning.h"
#include "outcome/result.h"

namespace letopis::cosigning {

inline constexpr std::size_t kMaxAnswerFiles = 1'000;  // looked at in a folder

// What became of a question to a witness: when it cosigned, or why not.
struct Asked {
  std::string witness;
  std::uint64_t size = 0;
  Result<signing::UnixSeconds> cosigned_at;
};

// One request a witness that has not cosigned the checkpoint yet. Refuses file.not_written.
Result<std::vector<std::filesystem::path>> write_requests(const Cosigning& cosigning,
                                                          const CosignedCheckpoint& published,
                                                          const std::filesystem::path& folder);

// Takes each answer whose request lies beside it and keeps what verified. Where the witness knows
// another size, the request is written anew and the answer removed, so that the stick can go back
// (cosign.ask_again). Refuses cosign.no_answers (none there) and more than kMaxAnswerFiles
// (cosign.many_answers).
Result<std::vector<Asked>> take_answers(const Cosigning& cosigning,
                                        const std::filesystem::path& folder);

}  // namespace letopis::cosigning
