// This very program: where it lies, which it is, and how it is called with other words, as a person
// at a terminal would.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace letopis::office {

std::string program_version();  // "letopis 0.1.0"

std::filesystem::path own_program();

// How the user can call it from where they are.
std::string program_path();

// Runs it to its end; it speaks where this process does. What it exits with; 255 where it was ended
// from outside. Throws std::system_error if it cannot be started.
int run_own(const std::vector<std::string>& words);

}  // namespace letopis::office
