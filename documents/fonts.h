// The faces that documents are set in, read from their files and from nowhere else: whatever fonts
// and font settings a computer has, they have no say here.
#pragma once

#include <memory>
#include <string>

#include "outcome/result.h"

using PangoContext = struct _PangoContext;
using PangoFontMap = struct _PangoFontMap;

namespace letopis::documents {

// PT Sans and PT Sans Narrow for tables and headings, PT Serif for running text; each regular and
// bold.
class Fonts {
 public:
  // Refuses (document.fonts) where one of the six files is not in the folder.
  static Result<Fonts> open(const std::string& folder);

  // Borrowed; sets text without hinting, one unit a point.
  PangoContext* context() const { return context_.get(); }

 private:
  struct Unref {
    void operator()(PangoContext* context) const;
    void operator()(PangoFontMap* map) const;
  };

  Fonts() = default;

  std::unique_ptr<PangoFontMap, Unref> map_;
  std::unique_ptr<PangoContext, Unref> context_;
};

}  // namespace letopis::documents
