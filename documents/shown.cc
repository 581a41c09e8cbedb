#include "documents/shown.h"

#include <fmt/format.h>

#include <array>

#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

constexpr std::string_view kMinus = "\u2212";
constexpr std::string_view kHyphen = "-";
constexpr std::string_view kNoBreak = "\u00A0";

// Digits alone, so that no locale has a say.
std::string number(std::int64_t units, unsigned places, Language language, std::string_view minus) {
  INVARIANT(places <= kMaxPlaces && units >= -kMaxUnits && units <= kMaxUnits);
  std::string digits = fmt::format("{:0{}}", units < 0 ? -units : units, places + 1);
  if (places > 0) {
    digits.insert(digits.size() - places, language == Language::kRussian ? "," : ".");
  }
  return units < 0 ? std::string(minus) + digits : digits;
}

std::string day(const Date& date, Language language) {
  return language == Language::kRussian
             ? fmt::format("{:02}.{:02}.{:04}", date.day, date.month, date.year)
             : fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

struct Writing {
  Language language;
  std::string_view minus;
  std::string_view before_percent;

  std::string operator()(const Text& text) const { return told(text); }
  std::string operator()(const Integer& integer) const {
    return number(integer.value, 0, language, minus);
  }
  std::string operator()(const Decimal& decimal) const {
    return number(decimal.units, decimal.places, language, minus);
  }
  std::string operator()(const Percent& percent) const {
    return fmt::format("{}{}%", number(percent.units, percent.places, language, minus),
                       before_percent);
  }
  std::string operator()(const Date& date) const { return day(date, language); }
};

}  // namespace

std::string plain(const Text& text) {
  std::string all;
  for (const Run& run : text) all += run.text;
  return all;
}

std::string told(const Text& text) {
  std::string all;
  for (const Run& run : text) {
    all += run.text;
    if (run.style.struck && !run.text.empty()) all += &run == &text.back() ? "→×" : "→";
  }
  return all;
}

std::string shown(const Content& content, Language language) {
  const std::string_view space = language == Language::kRussian ? kNoBreak : "";
  return std::visit(Writing{language, kMinus, space}, content);
}

std::string typed(const Content& content, Language language) {
  return std::visit(Writing{language, kHyphen, ""}, content);
}

Text runs_of(const Cell& cell, Language language) {
  if (const Text* text = std::get_if<Text>(&cell.content)) return *text;
  return {{shown(cell.content, language), cell.style}};
}

}  // namespace letopis::documents
