#include "rules/text_rules.h"

#include <fmt/format.h>

#include "regulations/journal_terms.h"

namespace letopis::rules {
namespace {

struct Letters {
  std::size_t cyrillic = 0;
  std::size_t other = 0;
};

constexpr bool is_between(char32_t value, char32_t first, char32_t last) {
  return first <= value && value <= last;
}

// The code point at the front of the text, which is cut off. What is no UTF-8 was refused before.
char32_t take(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  constexpr unsigned char of_lead[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
  char32_t value = lead & of_lead[length];
  for (std::size_t i = 1; i < length && i < text.size(); ++i) {
    value = value << 6 | (static_cast<unsigned char>(text[i]) & 0x3f);
  }
  text.remove_prefix(std::min(length, text.size()));
  return value;
}

bool is_other_letter(char32_t value) {
  if (value < 0x80) return is_between(value | 0x20, 'a', 'z');
  constexpr char32_t multiplication = 0xd7;
  constexpr char32_t division = 0xf7;
  if (is_between(value, 0xc0, 0x24f)) return value != multiplication && value != division;
  // Greek letters stand for angles and quantities in every school book.
  if (is_between(value, 0x370, 0x3ff)) return false;
  return is_between(value, 0x531, 0x1fff) || is_between(value, 0x3040, 0xd7ff);
}

Letters count(std::string_view text) {
  Letters letters;
  while (!text.empty()) {
    const char32_t value = take(text);
    if (is_between(value, 0x400, 0x52f)) {
      ++letters.cyrillic;
    } else if (is_other_letter(value)) {
      ++letters.other;
    }
  }
  return letters;
}

bool is_russian(std::string_view text) {
  const Letters letters = count(text);
  return letters.other <= letters.cyrillic;
}

const Sentence kAllowed{"напишите по-русски; иностранные слова можно привести рядом, в скобках",
                        "write in Russian; foreign words may stand beside it, in brackets"};

}  // namespace

Outcome check_language(std::string_view text, events::Day day, const SchoolNow& school) {
  if (!regulations::entries_are_in_russian(school.parameters(day)) || is_russian(text)) {
    return Done{};
  }
  return Refusal{"text.not_russian",
                 {fmt::format("записи в журнале ведутся на русском языке, а здесь: «{}»", text),
                  fmt::format("entries in the journal are in Russian, and this is: \"{}\"", text)},
                 school.clause("language", day),
                 kAllowed};
}

Outcome check_language(const events::Commitment& text, events::PersonNumber about, events::Day day,
                       const Act& act, const SchoolNow& school) {
  if (act.texts == nullptr) return Done{};
  if (!regulations::entries_are_in_russian(school.parameters(day))) return Done{};
  const auto said = act.texts->find(about, text);
  if (!said || is_russian(*said)) return Done{};
  return Refusal{"text.not_russian",
                 {fmt::format("записи в журнале ведутся на русском языке, и личный текст ученику "
                              "№ {} тоже",
                              about.value),
                  fmt::format("entries in the journal are in Russian, and the private text to "
                              "pupil {} is one",
                              about.value)},
                 school.clause("language", day),
                 kAllowed};
}

Outcome check_language(const std::optional<events::Commitment>& text, events::PersonNumber about,
                       events::Day day, const Act& act, const SchoolNow& school) {
  return text ? check_language(*text, about, day, act, school) : Outcome(Done{});
}

}  // namespace letopis::rules
