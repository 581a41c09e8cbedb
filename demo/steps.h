// Commands that the demo shows as a person would type them, and runs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "outcome/result.h"
#include "terminal/console.h"

namespace letopis::demo {

using Words = std::vector<std::string>;

// As a shell reads it back where S is set to `place`.
std::string shell_text(const Words& words, const std::filesystem::path& place);

// Each of them: shown, run by this very program, which speaks for itself. Refuses demo.step, naming
// the one that failed.
Outcome run_steps(const terminal::Console& console, const std::filesystem::path& place,
                  const std::vector<Words>& steps);

// A line that says what for, and the command, ready to be pasted.
void show_command(const terminal::Console& console, const terminal::Text& what,
                  std::string_view command);

}  // namespace letopis::demo
