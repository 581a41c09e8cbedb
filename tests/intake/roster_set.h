// A OneRoster 1.2 set of a small school, and the same with one place changed.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "intake/one_roster.h"

namespace letopis::intake {

class RosterSet {
 public:
  RosterSet();  // without a fault

  // Requires: the text stands in the file once.
  RosterSet& replace(const std::string& file, std::string_view text, std::string_view with);
  RosterSet& add(const std::string& file, std::string_view line);
  RosterSet& set(const std::string& file, std::string_view text);
  RosterSet& remove(const std::string& file);

  Reading<RosterImport> read() const;  // on 1 September 2025

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace letopis::intake
