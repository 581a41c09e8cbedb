#include "terminal/text.h"

#include <fmt/format.h>

#include "regulations/civil_day.h"

namespace letopis::terminal {

std::string_view form_of(Language language, std::uint64_t count, const Noun& noun) {
  if (language == Language::kEnglish) return count == 1 ? noun.english_one : noun.english_many;
  const auto tens = count % 100;
  const auto ones = count % 10;
  if (ones == 1 && tens != 11) return noun.one;
  if (ones >= 2 && ones <= 4 && (tens < 12 || tens > 14)) return noun.few;
  return noun.many;
}

std::string counted(Language language, std::uint64_t count, const Noun& noun) {
  return fmt::format("{} {}", grouped(count), form_of(language, count, noun));
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() <= 4) return digits;
  for (std::size_t at = digits.size() - 3;; at -= 3) {
    digits.insert(at, "\u00a0");
    if (at <= 3) return digits;
  }
}

std::string decimal(Language language, double number, int decimals) {
  std::string text = fmt::format("{:.{}f}", number, decimals);
  const auto point = text.find('.');
  if (language == Language::kRussian && point != std::string::npos) text[point] = ',';
  return text;
}

std::string percent(Language language, std::optional<double> number, int decimals) {
  if (!number) return "—";
  return decimal(language, *number, decimals) + (language == Language::kRussian ? "\u00a0%" : "%");
}

std::string day_text(Language language, events::Day day) {
  return language == Language::kRussian ? regulations::russian(day) : regulations::iso(day);
}

std::string moment_text(Language language, events::Instant moment,
                        const regulations::TimeZone& zone) {
  const unsigned minute = zone.minute_of(moment);
  return fmt::format("{} {:02}:{:02}", day_text(language, zone.day_of(moment)), minute / 60,
                     minute % 60);
}

std::string moment_with_seconds(Language language, events::Instant moment,
                                const regulations::TimeZone& zone) {
  const auto in_minute = ((moment.milliseconds / 1000) % 60 + 60) % 60;
  return fmt::format("{}:{:02}", moment_text(language, moment, zone), in_minute);
}

std::string shortened(std::string_view digits) {
  constexpr std::size_t head = 8;
  constexpr std::size_t tail = 4;
  if (digits.size() <= head + tail + 1) return std::string(digits);
  return fmt::format("{}…{}", digits.substr(0, head), digits.substr(digits.size() - tail));
}

}  // namespace letopis::terminal
