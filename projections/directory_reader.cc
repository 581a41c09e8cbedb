#include "projections/directory_reader.h"

#include "projections/number_search.h"

namespace letopis::projections {

void Directory::story(Shelf shelf, std::initializer_list<std::uint32_t> under,
                      const Row& row) const {
  RowBytes prefix;
  prefix.u8(static_cast<std::uint8_t>(shelf));
  for (const std::uint32_t number : under) prefix.u32(number);
  scan_filed(prefix.view(), after_prefix(prefix.view()), row);
}

void Directory::scan_filed(std::string_view from, std::string_view to, const Row& row) const {
  views_.scan(kDirectory, from, to, [&](std::string_view key, std::string_view value) {
    const events::Position position = position_in(key);
    if (position >= as_of_) return true;
    const FiledRow filed(position, value);
    return row(filed, is_void(filed.stamp()));
  });
}

std::optional<std::string> Directory::number_row(events::NumberKind kind,
                                                 std::uint32_t number) const {
  RowBytes key;
  key.u8(static_cast<std::uint8_t>(Shelf::kNumbers)).u8(static_cast<std::uint8_t>(kind));
  auto row = views_.get(kDirectory, key.u32(number).view());
  if (!row || events::Position{RowReader(*row).u64()} >= as_of_) return std::nullopt;
  return row;
}

bool Directory::exists(events::NumberKind kind, std::uint32_t number) const {
  return number_row(kind, number).has_value();
}

std::uint32_t Directory::last_number(events::NumberKind kind) const {
  return count_of([this, kind](std::uint32_t before) { return exists(kind, before + 1); });
}

}  // namespace letopis::projections
