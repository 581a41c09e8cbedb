// The files of a OneRoster set as tables whose columns are known, checked line by line for what the
// binding asks of every line: values that must be there, words that may stand, references that lead
// to lines that are there.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "intake/columns.h"
#include "intake/one_roster.h"

namespace letopis::intake {

// One file. Lines to be removed are not among the lines.
struct RosterFile {
  Table table;
  Columns columns;
  std::vector<const Row*> lines;  // borrowed from the table
  std::map<std::string, const Row*, std::less<>> by_id;

  std::string_view text(const Row& line, std::string_view key) const {
    return columns.text(line, key).value_or("");
  }
  // sourcedIds of a list, parted by commas.
  std::vector<std::string> list(const Row& line, std::string_view key) const;
};

// A resource: lines borrow from tables. Files that the set may lack are empty then.
class RosterFiles {
 public:
  RosterFiles() = default;
  RosterFiles(const RosterFiles&) = delete;
  RosterFiles& operator=(const RosterFiles&) = delete;

  // Reads manifest, tables and columns; with faults there, the lines are not worth reading.
  void open(const std::map<std::string, std::string_view>& files, Faults& faults,
            std::vector<Fault>& remarks);
  // Requires: opened without faults.
  void check_lines(Faults& faults, std::vector<RosterWithdrawal>& withdrawals);

  const RosterFile& file(std::string_view name) const;  // without ".csv"

 private:
  void open_file(const std::string& name, std::string_view csv, Faults& faults);
  void index_lines(const std::string& name, Faults& faults,
                   std::vector<RosterWithdrawal>& withdrawals);
  void check_references(Faults& faults) const;

  std::map<std::string, RosterFile, std::less<>> files_;
};

}  // namespace letopis::intake
