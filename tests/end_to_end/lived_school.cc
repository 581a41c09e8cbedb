#include "end_to_end/lived_school.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "demo/lived_year.h"
#include "office/clocks.h"
#include "office/school.h"
#include "regulations/civil_day.h"
#include "wishes/moment.h"

namespace letopis::end_to_end {

const LivedSchool& lived_school() {
  static const office::ScratchDirectory scratch("letopis-lived");
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
  INVARIANT(demo::live_year(data, settings, {}).has_value());
}

// As a script writes a moment; media and volumes were recorded by this clock too.
static std::string now_in_utc() {
  const auto now = office::SystemClock().now();
  return wishes::print_moment(now, *regulations::TimeZone::named("UTC"));
}

void let_leave(const std::filesystem::path& data, const std::string& pupil) {
  const auto last_day = *regulations::parse_iso("2026-09-01");
  std::string school_class;
  {
    const auto school = office::SchoolReader::open(data, terminal::Language::kRussian);
    INVARIANT(school.has_value());
    const events::PersonNumber person{static_cast<std::uint32_t>(std::stoul(pupil))};
    const auto number = (*school)->directory().class_of(person, last_day);
    if (!number) return;  // gone already
    school_class = std::to_string(number->value);
  }
  const office::ScratchDirectory scratch("letopis-leaving");
  const auto script = scratch.path() / "leaving.jsonl";
  write_whole(script, R"({"at": ")" + now_in_utc() +
                          R"(", "as": 3, "command": {"do": )"
                          R"("pupil_left", "pupil": )" +
                          pupil + R"(, "school_class": )" + school_class +
                          R"(, "last_day": "2026-09-01", "ground": )"
                          R"("family_wish", "order": {"number": "99-К", "day": "2026-09-01"}}})"
                          "\n");
  const auto ran = letopis({"run", "--strict", "--data", data.string(), script.string()});
  EXPECT_EQ(ran.exit, 0) << ran.out << ran.errors;
}

SchoolCopy::SchoolCopy() : scratch_("letopis-copy"), data_(scratch_.path() / "school") {
  static const office::ScratchDirectory scratch("letopis-lived");
  static const auto lived = [] {
    const auto data = scratch.path() / "school";
    live_school(data, 20);
    return data;
  }();
  office::copy_school(lived, data_);
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
