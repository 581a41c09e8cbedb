// People from a file that somebody brought: a table of CSV or XLSX, or a folder of OneRoster 1.2.
// A faulty file changes nothing; each fault is told by row and column. SET-06.
//
// The path is the script's own business, absolute or relative: whoever runs a script reads with it
// what that person may read anyway.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "rules/command.h"
#include "wishes/form.h"
#include "wishes/secrets.h"
#include "wishes/sight.h"

namespace letopis::script {

inline constexpr std::size_t kMostImportBytes = 32u << 20;  // of one file

struct ImportFile {
  std::string file;                         // or the folder of a OneRoster set; from `beside` on
  std::optional<std::string> sheet;         // of a workbook
  events::Day first_day;                    // pupils are enrolled, staff appointed from then on
  std::optional<events::Order> order;       // of the enrolments and appointments
  bool consents = false;                    // those of the people in the file lie before the author
  std::optional<events::SlipMedium> codes;  // everyone in the file is issued one on it
};

// Private texts go to `secrets`. Parents' children are looked for in the file, then among the
// pupils whom the author may see. Refuses what intake refuses (intake.faulty, with the place of
// each of the first faults), import.class and import.subject (one that the school does not have),
// import.empty (nobody stands in it) and media.file_… .
Result<rules::ImportPeople> read_import(const ImportFile& wish, const std::filesystem::path& beside,
                                        const wishes::Sight& sight, wishes::Secrets& secrets);

}  // namespace letopis::script

namespace letopis::wishes {

template <>
struct Form<script::ImportFile> {
  static constexpr std::string_view kName = "import_file";
  static constexpr Text kTells{
      "Внести сотрудников, учеников и родителей из файла CSV, XLSX или папки OneRoster 1.2.",
      "Enter staff, pupils and parents from a CSV or XLSX file or a OneRoster 1.2 folder."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("file", self.file);
    visit("sheet", self.sheet);
    visit("first_day", self.first_day);
    visit("order", self.order);
    visit("consents", self.consents);
    visit("codes", self.codes);
  }
};

}  // namespace letopis::wishes
