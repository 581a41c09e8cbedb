// Seals a document volume: what a school certified, with the signatures beside it, for one term of
// keeping. It is written to two media as a log volume is; when its term is over it is destroyed
// whole, by an act.
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "archive/log_source.h"
#include "archive/manifest_signer.h"
#include "archive/seal.h"
#include "archive/volume_folder.h"

namespace letopis::archive {

inline constexpr std::size_t kMaxDocuments = 200'000;  // of one volume
inline constexpr std::size_t kMaxRegisters = 100;

// data/documents/FOLDER/NAME, with NAME.sig and so on beside it, and the table as NAME's stem with
// ".csv". Both names are ASCII letters, digits and "-_.".
struct SealedDocument {
  std::string folder;  // of the class: "9a"; "school" for what is of no class
  std::string name;    // "summary_2025-2026.pdf"
  std::string pdf;
  std::optional<std::string> csv;
  std::vector<SideFile> signatures;  // of the PDF
};

// The next document, or nothing after the last. It is called by one thread; its refusals end the
// sealing, and what was written is taken off the media again.
using DocumentSource = std::function<Result<std::optional<SealedDocument>>()>;

// data/register/NAME.
struct RegisterTable {
  std::string name;  // "printed_copies.csv"
  std::string csv;
};

struct DocumentPlan {
  std::string origin;
  std::string years;  // "2025-2026"
  std::string day;    // YYYY-MM-DD
  std::string program;
  events::LogId log;
  events::VolumeNumber volume;
  std::optional<VolumeName> previous;     // the document volume sealed last
  std::optional<std::string> keep_until;  // YYYY-MM-DD, that day included; empty: for ever
  bool trial_log = false;
  bool trial_media = false;
  std::string checkpoint;      // the log's note that the documents were made under
  std::uint64_t expected = 0;  // documents, for the progress alone
  std::vector<RegisterTable> registers;
  Certificates certificates;
  std::array<std::filesystem::path, 2> media;  // roots of the media
};

// As `seal`: `first` of the answer is 0, `end` and `root` are the checkpoint's. Refuses
// volume.no_documents (the source has none, and there is no register), document.name (no such name
// may stand in a volume, or it was there already), document.too_large, document.too_many,
// volume.exists, media.reads_otherwise, what opening the checkpoint refuses, and what the source
// and the signer refuse. Throws MediumFailure, and what the source throws.
Result<SealedVolume> seal_documents(const DocumentPlan& plan, const DocumentSource& documents,
                                    const signing::PrivateKey& log_key, const Progress& progress);

}  // namespace letopis::archive
