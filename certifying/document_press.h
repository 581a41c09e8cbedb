// Makes documents from a log as of a size, on all cores: each as PDF/A and as a table, signed by
// certificates, in files of a folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/document_seal.h"
#include "archive/log_source.h"
#include "archive/manifest_signer.h"
#include "certifying/year_documents.h"

namespace letopis::certifying {

struct PressOrder {
  std::filesystem::path data;    // the school's
  std::uint64_t log_size = 0;    // as of which
  std::filesystem::path folder;  // that there is, empty
  archive::ManifestSigner sign;  // empty: documents are not signed
  unsigned threads = 1;
};

struct PressedDocument {
  YearDocument document;
  std::uint64_t pages = 0;
  std::uint64_t bytes = 0;                 // of the PDF
  std::vector<std::string> side_suffixes;  // of the files beside it
};

struct Pressed {
  std::vector<PressedDocument> documents;  // in the order of the wishes
  std::vector<YearDocument> empty;         // of which there is nothing to print
  std::uint64_t pages = 0;
  double seconds = 0;
};

// The files lie at FOLDER/CLASS/NAME when this returns. Every thread reads the log for itself; the
// bytes of a PDF do not depend on how many there are. Refuses what opening the school, making,
// rendering and signing refuse: the first of them, in no order. Throws archive::MediumFailure.
Result<Pressed> press(const PressOrder& order, const std::vector<YearDocument>& documents,
                      const archive::Progress& progress);

// One as a volume takes it.
Result<archive::SealedDocument> read_pressed(const std::filesystem::path& folder,
                                             const PressedDocument& document);

// Pages of a PDF as this program writes it.
std::uint64_t page_count(std::string_view pdf);

}  // namespace letopis::certifying
