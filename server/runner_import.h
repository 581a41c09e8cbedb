// People from a file that somebody brought: a table of CSV or XLSX, or a folder of OneRoster 1.2.
// A faulty file changes nothing; each fault is told by row and column. SET-06.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rules/command.h"
#include "wishes/desk.h"
#include "wishes/form.h"
#include "wishes/secrets.h"

namespace letopis::server {

inline constexpr std::size_t kMostImportBytes = 32u << 20;  // of one file

struct ImportFile {
  std::string file;                    // or the folder of a OneRoster set
  std::optional<std::string> sheet;    // of a workbook
  events::Day first_day;               // pupils are enrolled, staff appointed from then on
  std::optional<events::Order> order;  // of the enrolments and appointments
  bool consents = false;               // those of the people in the file lie before the author
};

struct ReadImport {
  rules::ImportPeople people;
  std::vector<std::pair<std::string, std::size_t>> logins;  // of rows of `people`
};

// Private texts go to `secrets`. Refuses what intake refuses (intake.faulty, with the place of each
// of the first faults), import.class and import.subject (one that the school does not have),
// login.… and media.file_… .
Result<ReadImport> read_import(const ImportFile& wish, const wishes::Desk& desk,
                               wishes::Secrets& secrets);

}  // namespace letopis::server

namespace letopis::wishes {

template <>
struct Form<server::ImportFile> {
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
  }
};

}  // namespace letopis::wishes
