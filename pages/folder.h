// The files of the pages as they lie on the disk, read once.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

#include "outcome/result.h"

namespace letopis::pages {

inline constexpr std::size_t kMostFiles = 512;
inline constexpr std::size_t kMostBytes = 16u << 20;  // of all together

// By the name that stands behind a school's base: "index.html", "assets/journal-9f3c.js". Folders
// without an index.html, more or larger files, kinds that no browser is given (media_type) and
// whatever is neither file nor folder are refused: pages.none, pages.too_many, pages.too_large,
// pages.kind.
Result<std::map<std::string, std::string, std::less<>>> read_folder(
    const std::filesystem::path& folder);

// By the name's end, "text/javascript; charset=utf-8"; nothing for what is not served.
std::string_view media_type(std::string_view name);

}  // namespace letopis::pages
