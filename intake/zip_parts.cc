#include "intake/zip_parts.h"

#include <fmt/format.h>
#include <zip.h>

#include <array>

namespace letopis::intake {
namespace {

struct FileClosing {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

Faults broken_part(std::string_view name) {
  return file_fault("zip.part", {fmt::format("часть {} повреждена или закрыта паролем", name),
                                 fmt::format("the part {} is damaged or has a password", name)});
}

Faults over_budget() {
  return file_fault("zip.unpacked",
                    {fmt::format("распакованный файл больше {} байт", kMaxUnpackedBytes),
                     fmt::format("unpacked, the file is larger than {} bytes", kMaxUnpackedBytes)});
}

}  // namespace

void ZipParts::Closing::operator()(zip* archive) const { zip_discard(archive); }

ZipParts::ZipParts(std::string_view bytes) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return;
  archive_.reset(zip_open_from_source(source, ZIP_RDONLY, nullptr));
  if (!archive_) {
    zip_source_free(source);
    return;
  }
  const zip_int64_t parts = zip_get_num_entries(archive_.get(), 0);
  if (parts < 0 || static_cast<std::size_t>(parts) > kMaxParts) archive_.reset();
}

ZipParts::~ZipParts() = default;

bool ZipParts::has(std::string_view name) const {
  INVARIANT(opened());
  return zip_name_locate(archive_.get(), std::string(name).c_str(), ZIP_FL_NOCASE) >= 0;
}

Reading<std::optional<std::string>> ZipParts::part(std::string_view name) {
  INVARIANT(opened());
  const std::string ended(name);
  const zip_int64_t found = zip_name_locate(archive_.get(), ended.c_str(), ZIP_FL_NOCASE);
  if (found < 0) return std::optional<std::string>{};
  const auto index = static_cast<zip_uint64_t>(found);
  zip_stat_t stat;
  if (zip_stat_index(archive_.get(), index, 0, &stat) != 0) return broken_part(name);
  // Other ways of packing ask for much memory before the first byte comes out.
  const bool usual = (stat.valid & ZIP_STAT_COMP_METHOD) != 0 &&
                     (stat.comp_method == ZIP_CM_STORE || stat.comp_method == ZIP_CM_DEFLATE);
  if (!usual) return broken_part(name);
  const std::unique_ptr<zip_file_t, FileClosing> file(zip_fopen_index(archive_.get(), index, 0));
  if (!file) return broken_part(name);
  std::string text;
  std::array<char, 16'384> piece;
  for (;;) {
    const zip_int64_t read = zip_fread(file.get(), piece.data(), piece.size());
    if (read < 0) return broken_part(name);
    if (read == 0) return std::optional<std::string>(std::move(text));
    if (static_cast<std::size_t>(read) > left_) return over_budget();
    left_ -= static_cast<std::size_t>(read);
    text.append(piece.data(), static_cast<std::size_t>(read));
  }
}

}  // namespace letopis::intake
