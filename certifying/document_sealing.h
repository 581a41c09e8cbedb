// Certified documents sealed to two media, and the entry of it in the log.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/document_seal.h"
#include "archivist/archive_desk.h"

namespace letopis::certifying {

// Documents of one term of keeping.
struct DocumentOrder {
  std::string years;                      // "2025-2026"
  std::optional<events::Day> keep_until;  // that day included; empty: for ever
  std::string checkpoint;                 // the log's note that the documents were made under
  std::uint64_t expected = 0;             // documents, for the progress alone
  std::vector<archive::RegisterTable> registers;
  archive::Certificates certificates;
};

// The volume lies on both media and its event, volume_sealed, in the log when this returns; its
// number is the next of all volumes, its previous one the document volume sealed last. Refuses what
// archive::seal_documents and the ledger refuse; then nothing of it stays on the media. Requires:
// the media were settled (ArchiveDesk::settle). Throws archive::MediumFailure.
Result<archive::SealedVolume> seal_documents(archivist::ArchiveDesk& desk,
                                             const archivist::ChosenMedia& media,
                                             const DocumentOrder& order,
                                             const archive::DocumentSource& documents,
                                             const archive::Progress& progress);

}  // namespace letopis::certifying
