// A document as PDF/A-1b: what is printed, signed and kept.
#pragma once

#include <memory>
#include <string>

#include "documents/document.h"

namespace letopis::documents {

class Typesetter;

// Holds fonts and what has been set in them. One thread at a time; each thread may have its own.
class PdfRenderer {
 public:
  // With PT Sans, PT Sans Narrow and PT Serif from the folder; without one, where this program was
  // built to find them. Refuses (document.fonts) where a file is missing.
  static Result<PdfRenderer> open();
  static Result<PdfRenderer> open(const std::string& fonts_folder);

  PdfRenderer(PdfRenderer&&) noexcept;
  PdfRenderer& operator=(PdfRenderer&&) noexcept;
  ~PdfRenderer();

  // Refuses what check() refuses. The same bytes for the same document, whatever the locale, the
  // time zone, the fonts of the computer, and what was rendered before.
  Result<std::string> render(const Document& document);

 private:
  explicit PdfRenderer(std::unique_ptr<Typesetter> typesetter);

  std::unique_ptr<Typesetter> typesetter_;
};

}  // namespace letopis::documents
