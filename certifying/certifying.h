// The end of a school year as one act: its documents are made from a witnessed state of the log,
// signed, sealed to two media, one volume for each term of keeping, and packed for who receives
// them (REP-02, ARC-06, ARC-08).
//
//   published, cosigned ── documents, signed ── volumes, sealed ── published, cosigned
//                    │                                                └ log volume, sealed ──
//                    package └ archive/certify-2025-2026: the checkpoint, until the package has its
//                    name
//
// Each arrow may be the last one before a crash: run again, the same documents are made of the same
// checkpoint, what was sealed stays, and the rest follows.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "events/words_control.h"
#include "notary/document_signing.h"
#include "terminal/console.h"

namespace letopis::certifying {

struct CertifyOrder {
  std::filesystem::path data;
  std::string year;  // "2025/26"
  std::array<std::filesystem::path, 2> media;
  bool trial_media = false;
  std::set<events::CopyKind> kinds = {events::CopyKind::kSummarySheet, events::CopyKind::kJournal};
  std::optional<std::string> policy;  // of witnesses; else as `letopis cosign` finds it
  std::filesystem::path out;          // where the package comes to lie
  std::string receiver;
  bool again = false;  // although the year was certified before
};

struct CertifiedYear {
  std::uint64_t documents = 0;
  std::uint64_t pages = 0;
  double pages_a_second = 0;         // made and signed; 0: nothing was left to make
  std::uint64_t log_size = 0;        // of which they were made
  bool witnessed = false;            // as the policy asks
  std::vector<std::string> volumes;  // names
  std::filesystem::path package;
  signing::Digest tag_manifest;  // of the package
};

// Tells what it does as it goes. Refuses what year_standing.h refuses, signer.unknown and
// signer.ended (the log does not know the certificate), certify.not_witnessed (fewer cosignatures
// than the policy asks for), certify.done (without `again`), certify.nothing, and what media,
// reports, the signer and the rules refuse. Throws archive::MediumFailure.
Result<CertifiedYear> certify_told(const CertifyOrder& order, const notary::DocumentSigner& signer,
                                   const terminal::Console& console);

}  // namespace letopis::certifying
