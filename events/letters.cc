#include "events/letters.h"

namespace letopis::events {
namespace {

std::string lower_russian(std::string_view letter) {
  const auto lead = static_cast<unsigned char>(letter[0]);
  const auto next = static_cast<unsigned char>(letter[1]);
  if ((lead == 0xD0 && next == 0x81) || (lead == 0xD1 && next == 0x91)) return "е";
  if (lead == 0xD0 && next <= 0x9F) return {letter[0], static_cast<char>(next + 0x20)};  // А…П
  if (lead == 0xD0 && next <= 0xAF) {                                                    // Р…Я
    return {static_cast<char>(0xD1), static_cast<char>(next - 0x20)};
  }
  return std::string(letter);
}

struct Twins {
  char latin;
  std::string_view russian;
};
constexpr Twins kTwins[] = {{'a', "а"}, {'b', "в"}, {'c', "с"}, {'e', "е"}, {'h', "н"}, {'k', "к"},
                            {'m', "м"}, {'o', "о"}, {'p', "р"}, {'t', "т"}, {'x', "х"}};

}  // namespace

std::string_view russian_letter_at(std::string_view rest) {
  if (rest.size() < 2) return {};
  const auto lead = static_cast<unsigned char>(rest[0]);
  const auto next = static_cast<unsigned char>(rest[1]);
  const bool is_letter = (lead == 0xD0 && (next == 0x81 || (next >= 0x90 && next <= 0xBF))) ||
                         (lead == 0xD1 && ((next >= 0x80 && next <= 0x8F) || next == 0x91));
  return is_letter ? rest.substr(0, 2) : std::string_view{};
}

std::string lower(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::string_view letter = russian_letter_at(text);
    if (!letter.empty()) {
      out += lower_russian(letter);
      text.remove_prefix(letter.size());
      continue;
    }
    const char one = text.front();
    out += one >= 'A' && one <= 'Z' ? static_cast<char>(one + ('a' - 'A')) : one;
    text.remove_prefix(1);
  }
  return out;
}

std::string_view russian_twin(char latin) {
  for (const Twins& one : kTwins) {
    if (one.latin == latin) return one.russian;
  }
  return {};
}

}  // namespace letopis::events
