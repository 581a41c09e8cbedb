// A small trial year, lived once by the real program for all tests, and copies of it to damage.
#pragma once

#include <filesystem>
#include <string>

#include "end_to_end/program.h"
#include "office/scratch_directory.h"

namespace letopis::end_to_end {

// What `letopis demo --pupils 20` left and said. It must not be changed.
struct LivedSchool {
  std::filesystem::path data;
  Ran told;
};
const LivedSchool& lived_school();

// Lives the same year without telling of it and without an archive.
void live_school(const std::filesystem::path& data, unsigned pupils, unsigned seed = 1);

// The pupil leaves the school after the lived year, as the administrator's script says: whoever is
// enrolled cannot be erased.
void let_leave(const std::filesystem::path& data, const std::string& pupil);

// A copy of its own, of such a year, gone with this.
class SchoolCopy {
 public:
  SchoolCopy();
  const std::filesystem::path& data() const { return data_; }

 private:
  const office::ScratchDirectory scratch_;
  const std::filesystem::path data_;
};

std::string read_whole(const std::filesystem::path& file);
void write_whole(const std::filesystem::path& file, const std::string& contents);

}  // namespace letopis::end_to_end
