// What people call a class: its grade and letter.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace letopis::intake {

inline constexpr std::uint16_t kLastGrade = 12;  // evening schools have a twelfth

struct ClassName {
  std::uint16_t grade = 1;
  std::optional<std::string> letter = {};  // a Russian capital; a small school has none
  auto operator<=>(const ClassName&) const = default;
  std::string text() const;  // "5А"
};

// Reads 5А, 5 а, 5-А, 5 «А», 5 класс, 11. Latin letters that look Russian are taken for Russian.
// Absent for all else: grades past the last, other letters, words.
std::optional<ClassName> class_named(std::string_view text);

}  // namespace letopis::intake
