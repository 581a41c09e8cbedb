#include "wishes/period_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "wishes/folded.h"
#include "wishes/russian_words.h"

namespace letopis::wishes {
namespace {

struct OrdinalWords {
  std::uint16_t ordinal;
  std::array<std::string_view, 4> words;  // folded
};

constexpr OrdinalWords kOrdinals[] = {{1, {"1", "i", "первая", "первое"}},
                                      {2, {"2", "ii", "вторая", "второе"}},
                                      {3, {"3", "iii", "третья", "третье"}},
                                      {4, {"4", "iv", "четвертая", "четвертое"}}};
constexpr std::string_view kEndings[] = {"я", "ая", "е", "ое"};  // of 1-я
constexpr std::string_view kBetween = " -\t";

std::optional<std::uint16_t> ordinal_of(std::string_view word) {
  for (const auto& one : kOrdinals) {
    if (std::find(one.words.begin(), one.words.end(), word) != one.words.end()) return one.ordinal;
  }
  return std::nullopt;
}

std::optional<events::PeriodKind> kind_of(std::string_view word) {
  constexpr std::span<const std::string_view> words = events::Words<events::PeriodKind>::all;
  const auto coded = coded_word(word, words);
  const auto found = std::find(words.begin(), words.end(), coded.value_or(word));
  if (found == words.end()) return std::nullopt;
  return static_cast<events::PeriodKind>(found - words.begin());
}

}  // namespace

std::optional<PeriodReference> period_named(std::string_view text) {
  std::optional<events::PeriodKind> kind;
  std::optional<std::uint16_t> ordinal;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(kBetween), text.size());
    const auto word = folded(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    if (ordinal &&
        std::find(std::begin(kEndings), std::end(kEndings), word) != std::end(kEndings)) {
      continue;
    }
    if (const auto number = ordinal_of(word); number && !ordinal) {
      ordinal = number;
    } else if (const auto what = kind_of(word); what && !kind) {
      kind = what;
    } else {
      return std::nullopt;
    }
  }
  if (kind == events::PeriodKind::kYear && !ordinal) ordinal = std::uint16_t{1};
  if (!kind || !ordinal) return std::nullopt;
  return PeriodReference{*kind, *ordinal, std::nullopt};
}

}  // namespace letopis::wishes
