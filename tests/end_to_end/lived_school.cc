#include "end_to_end/lived_school.h"

#include <fstream>
#include <sstream>

#include "server/lived_year.h"

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

void live_school(const std::filesystem::path& data, unsigned pupils, unsigned seed) {
  trial::Settings settings;
  settings.pupils = pupils;
  settings.seed = seed;
  INVARIANT(server::live_year(data, settings, {}).has_value());
}

SchoolCopy::SchoolCopy() : scratch_("letopis-copy"), data_(scratch_.path() / "school") {
  static const server::ScratchDirectory scratch("letopis-lived");
  static const auto lived = [] {
    const auto data = scratch.path() / "school";
    live_school(data, 20);
    return data;
  }();
  server::copy_school(lived, data_);
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
