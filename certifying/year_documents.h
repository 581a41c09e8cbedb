// Which documents a school certifies of a year: summary sheets, journals and report cards of every
// class, each with the name of its file in a volume (REP-02, ARC-06).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "projections/directory_reader.h"
#include "regulations/keeping.h"
#include "reports/request.h"

namespace letopis::certifying {

struct YearDocument {
  regulations::KeptKind kind;
  std::string folder;  // of the class: "5a"; ASCII, no two classes alike; "groups"
  std::string name;    // "summary_sheet.pdf", "journal-group-12.pdf"
  reports::Request request;
};

// "5а" as a folder's name: letters in Latin, others as their class's number.
std::string class_folder(const projections::ClassInfo& school_class);

// Of every class that had a pupil in the year, and the journals of groups that stand in no class's:
// extracurricular, taught at home, of several classes; journals, which have most pages, first. The
// psychologist's journals are not among them. Always in Russian, whatever a terminal speaks.
std::vector<YearDocument> year_documents(const projections::Directory& directory,
                                         const events::YearOpened& year,
                                         const std::set<events::CopyKind>& kinds);

}  // namespace letopis::certifying
