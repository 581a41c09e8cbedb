// A lived school whose log lies on two media: a whole volume and one that goes on from it. Folders
// stand for the media here; real ones are in media_test.cc.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "end_to_end/lived_school.h"
#include "events/event.h"

namespace letopis::end_to_end {

// A copy of its own, gone with this.
class SealedSchool {
 public:
  static constexpr const char* kPupils = "2";  // so few that it is soon checked
  static constexpr const char* kPupil = "14";
  static constexpr const char* kOther = "17";
  static constexpr const char* kFirst = "trial_2025-2026_log_v001";
  static constexpr const char* kSecond = "trial_2025-2026_log_v002";

  SealedSchool();

  std::string data() const { return in("school"); }
  std::string a() const { return in("a"); }  // medium 1
  std::string b() const { return in("b"); }  // medium 2
  std::string trust() const { return in("trust.txt"); }
  std::string newest() const { return in("newest"); }  // checkpoint of the second volume
  std::string in(const std::string& name) const { return (scratch_.path() / name).string(); }

  Ran seal(const std::vector<std::string>& more = {}) const;
  Ran verify(const std::vector<std::string>& words) const;  // with the trust file
  // A fresh trust file of some school.
  std::string trust_of(const std::string& data, const std::string& name) const;

 private:
  const office::ScratchDirectory scratch_{"letopis-sealed"};
};

// A school with two registered media that nothing is sealed to yet.
void add_media(const std::string& data, const std::string& a, const std::string& b);

// What the log says from a position on.
std::vector<events::Event> events_from(const std::string& data, std::uint64_t position);
std::uint64_t size_of(const std::string& data);

// Changes one byte in the middle of a file.
void damage(const std::filesystem::path& file);

// Names of what lies in a folder, sorted.
std::vector<std::string> names_in(const std::filesystem::path& folder);

// Bytes of all that lies below a folder, by path.
std::vector<std::pair<std::string, std::string>> all_below(const std::filesystem::path& folder);

}  // namespace letopis::end_to_end
