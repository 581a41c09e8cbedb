#include "pages/folder.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <iterator>
#include <utility>

namespace letopis::pages {
namespace {

namespace fs = std::filesystem;

constexpr auto kTypes = std::to_array<std::pair<std::string_view, std::string_view>>({
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".woff2", "font/woff2"},
    {".wasm", "application/wasm"},
});

Refusal refused(const char* code, const fs::path& at, const char* ru, const char* en) {
  return {code, {fmt::format("{}: {}", at.string(), ru), fmt::format("{}: {}", at.string(), en)}};
}

Result<std::string> read_whole(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  if (stream.bad() || !stream.is_open()) {
    return refused("pages.none", file, "файл страниц не читается",
                   "a file of the pages is unreadable");
  }
  return bytes;
}

}  // namespace

std::string_view media_type(std::string_view name) {
  for (const auto& [end, type] : kTypes) {
    if (name.ends_with(end)) return type;
  }
  return {};
}

Result<std::map<std::string, std::string, std::less<>>> read_folder(const fs::path& folder) {
  std::map<std::string, std::string, std::less<>> files;
  std::size_t bytes = 0;
  std::error_code failed;
  fs::recursive_directory_iterator at(folder, failed);
  for (; !failed && at != fs::recursive_directory_iterator(); at.increment(failed)) {
    const auto& entry = *at;
    if (entry.is_directory(failed) && !entry.is_symlink(failed)) continue;
    const auto name = entry.path().lexically_relative(folder).generic_string();
    if (entry.is_symlink(failed) || !entry.is_regular_file(failed) || media_type(name).empty()) {
      return refused("pages.kind", entry.path(), "среди страниц такому файлу не место",
                     "such a file has no place among the pages");
    }
    if (files.size() == kMostFiles) {
      return refused("pages.too_many", folder, "слишком много файлов", "too many files");
    }
    bytes += entry.file_size(failed);
    if (failed || bytes > kMostBytes) {
      return refused("pages.too_large", folder, "файлы слишком велики", "the files are too large");
    }
    auto read = read_whole(entry.path());
    if (!read) return read.refusal();
    files.emplace(name, *std::move(read));
  }
  if (!failed && files.find("index.html") != files.end()) return files;
  return refused("pages.none", folder, "здесь нет построенных страниц (их строит scripts/page)",
                 "there are no built pages here (scripts/page builds them)");
}

}  // namespace letopis::pages
