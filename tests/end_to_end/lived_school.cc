#include "end_to_end/lived_school.h"

#include <fstream>
#include <sstream>

namespace letopis::end_to_end {

const LivedSchool& lived_school() {
  static const server::ScratchDirectory scratch("letopis-lived");
  static const LivedSchool school = [] {
    LivedSchool lived;
    lived.data = scratch.path() / "school";
    lived.told = letopis({"demo", "--pupils", "20", "--data", lived.data.string()});
    return lived;
  }();
  return school;
}

SchoolCopy::SchoolCopy() : scratch_("letopis-copy"), data_(scratch_.path() / "school") {
  server::copy_school(lived_school().data, data_);
}

std::string read_whole(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

void write_whole(const std::filesystem::path& file, const std::string& contents) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << contents;
}

}  // namespace letopis::end_to_end
