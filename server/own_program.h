// This very program called with other words, as a person at a terminal would.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace letopis::server {

std::filesystem::path own_program();

// Runs it to its end; it speaks where this process does. What it exits with; 255 where it was ended
// from outside. Throws std::system_error if it cannot be started.
int run_own(const std::vector<std::string>& words);

}  // namespace letopis::server
