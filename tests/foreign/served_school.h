// A trial school on a morning in March, served by the real program, and what programs of others'
// making are given to read it by.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <boost/json/value.hpp>

#include "demo/neighbour.h"
#include "office/scratch_directory.h"

namespace letopis::foreign {

struct ServedSchool {
  std::filesystem::path data;
  std::string url;              // "http://127.0.0.1:41234"
  std::string pupil_password;   // of an application, of «uchenik»
  std::string parent_password;  // of «roditel»
  std::string teacher_password;
  std::string pupil_feed;  // the secret part of an address
  std::string teacher_feed;
};

// Lived and served once for all tests of the program.
const ServedSchool& served_school();

// Runs a script of tests/foreign in node; what it wrote. Empty iff it failed, which it says itself.
boost::json::value ran(const std::string& script, const std::vector<std::string>& words);

}  // namespace letopis::foreign
