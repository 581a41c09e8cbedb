// A school in the middle of its year, served by the real program over TLS: lived once for all tests
// of this program, copied for each.
#pragma once

#include <gtest/gtest.h>
#include <sys/types.h>

#include <string>
#include <vector>

#include "end_to_end/served_school.h"

namespace letopis::end_to_end {

inline constexpr const char* kNoon = "2026-03-11T12:30:00+03:00";
inline constexpr const char* kAll = "*";
inline constexpr const char* kNobody = "";

class Wire : public testing::Test {
 protected:
  // A copy of the school, so that no test sees what another wrote.
  static std::string copied(const std::string& name);
  static Serving serve(const std::string& data, const std::string& clock = kNoon);
  // The same by the machine's own clock.
  static Serving serve_by_machines_clock(const std::string& data);
  static http::Destination to(const Serving& server);
  static std::string token(const Serving& server, const std::string& login);
  static const std::vector<std::string>& logins();  // one of each role
};

// Whether the log-in is among those words; "*" is everybody.
bool is_named(const std::string& login, const std::string& words);

// What the process holds of the memory.
std::size_t resident_kilobytes(pid_t process);

}  // namespace letopis::end_to_end
