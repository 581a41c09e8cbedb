// What the program says to people, in both its languages: sentences, numbers, days and moments.
#pragma once

#include <fmt/core.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "events/identifiers.h"
#include "outcome/result.h"
#include "regulations/time_zone.h"

namespace letopis::terminal {

enum class Language : std::uint8_t { kRussian, kEnglish };

// The same words in both languages, as literals.
struct Text {
  std::string_view ru;
  std::string_view en;
  std::string_view in(Language language) const { return language == Language::kRussian ? ru : en; }
};

// The text with its {} filled in, as fmt does.
template <class... Parts>
std::string fill(Language language, const Text& text, const Parts&... parts) {
  return fmt::vformat(text.in(language), fmt::make_format_args(parts...));
}

inline const std::string& in(Language language, const Sentence& sentence) {
  return language == Language::kRussian ? sentence.ru : sentence.en;
}

// A word that is counted: «1 запись, 2 записи, 5 записей»; "1 entry, 2 entries".
struct Noun {
  std::string_view one;
  std::string_view few;
  std::string_view many;
  std::string_view english_one;
  std::string_view english_many;
};
std::string_view form_of(Language language, std::uint64_t count, const Noun& noun);
// With the number before it, in groups of three digits: "350 412 записей".
std::string counted(Language language, std::uint64_t count, const Noun& noun);

// Digits in groups of three, parted by no-break spaces; four digits stand together.
std::string grouped(std::uint64_t number);
// With so many decimals; «74,3» in Russian, "74.3" in English.
std::string decimal(Language language, double number, int decimals = 1);
// The same with «%», or a dash for what is not known.
std::string percent(Language language, std::optional<double> number, int decimals = 1);

// «01.09.2025» and "2025-09-01".
std::string day_text(Language language, events::Day day);
// With hours and minutes on the school's wall; seconds only in the last form.
std::string moment_text(Language language, events::Instant moment,
                        const regulations::TimeZone& zone);
std::string moment_with_seconds(Language language, events::Instant moment,
                                const regulations::TimeZone& zone);

// The first and last characters of a long hexadecimal or base64 text: "9f31c04a…7be2".
std::string shortened(std::string_view digits);

inline constexpr Noun kEntryNoun{"запись", "записи", "записей", "entry", "entries"};
inline constexpr Noun kEventNoun{"событие", "события", "событий", "event", "events"};

}  // namespace letopis::terminal
