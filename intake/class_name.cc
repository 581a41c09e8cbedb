#include "intake/class_name.h"

#include <algorithm>

#include "intake/words.h"

namespace letopis::intake {
namespace {

// А…Я without letters that no class is called by: Ё (folded to Е), Й, Ъ, Ы, Ь.
constexpr std::string_view kSmall[] = {"а", "б", "в", "г", "д", "е", "ж", "з", "и", "к",
                                       "л", "м", "н", "о", "п", "р", "с", "т", "у", "ф",
                                       "х", "ц", "ч", "ш", "щ", "э", "ю", "я"};
constexpr std::string_view kCapital[] = {"А", "Б", "В", "Г", "Д", "Е", "Ж", "З", "И", "К",
                                         "Л", "М", "Н", "О", "П", "Р", "С", "Т", "У", "Ф",
                                         "Х", "Ц", "Ч", "Ш", "Щ", "Э", "Ю", "Я"};

std::optional<std::string> letter_of(std::string_view small) {
  if (small.size() == 1) small = events::russian_twin(small.front());
  const auto found = std::find(std::begin(kSmall), std::end(kSmall), small);
  if (found == std::end(kSmall)) return std::nullopt;
  return std::string(kCapital[found - std::begin(kSmall)]);
}

}  // namespace

std::string ClassName::text() const { return std::to_string(grade) + letter.value_or(""); }

std::optional<ClassName> class_named(std::string_view text) {
  static constexpr std::string_view class_word = "класс";
  std::string key = folded(text);
  if (key.ends_with(class_word)) key.resize(key.size() - class_word.size());
  const std::size_t digits = std::min(key.find_first_not_of("0123456789"), key.size());
  const auto grade = digits <= 2 ? whole_number(key.substr(0, digits)) : std::nullopt;
  if (!grade || *grade == 0 || *grade > kLastGrade) return std::nullopt;
  ClassName name{static_cast<std::uint16_t>(*grade), {}};
  if (digits == key.size()) return name;
  name.letter = letter_of(key.substr(digits));
  if (!name.letter) return std::nullopt;
  return name;
}

}  // namespace letopis::intake
