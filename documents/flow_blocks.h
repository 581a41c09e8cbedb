// The parts of a sheet, added to its flow.
#pragma once

#include "documents/document.h"
#include "documents/flow.h"

namespace letopis::documents {

// What a sheet's parts are made with. `page_height` is that of further pages.
struct Making {
  Typesetter& typesetter;
  Language language = Language::kRussian;
  double page_height = 0;
};

// Title, then labels and values in two or three columns where they fit into them.
void add_heading(Flow& flow, const Making& making, const Heading& heading);

// A table is followed by a list of what had to be cut off in it, in full.
void add_block(Flow& flow, const Making& making, const Block& block);

// On one page, with what comes before.
void add_signatures(Flow& flow, const Making& making, const Signatures& signatures);

}  // namespace letopis::documents
