// One document volume: every file of it, and who signed which document when.
#pragma once

#include <mutex>
#include <string>

#include "archive/certified.h"
#include "archive/log_source.h"
#include "archive/volume_frame.h"

namespace letopis::archive {

// One thread, which uses all cores. What is wrong goes to the findings, under "documents" where it
// is a document's; they name class, document and file.
class DocumentCheck {
 public:
  // Requires: the frame has what the volume says of itself, and it is a document volume.
  DocumentCheck(VolumeFrame& frame, const CheckSettings& settings)
      : frame_(frame), settings_(settings) {}

  // Checks all that the frame has not.
  Certified check(const Progress& progress);

 private:
  void check_listed_files();
  void check_document(const std::string& file);
  std::optional<std::string> beside(const std::string& file, std::string_view suffix);

  VolumeFrame& frame_;
  const CheckSettings& settings_;
  std::mutex mutex_;
  Certified certified_;
};

// "класс 9a, документ summary.pdf" of a path under data/documents/, for sentences.
Sentence document_in(std::string_view file);

}  // namespace letopis::archive
