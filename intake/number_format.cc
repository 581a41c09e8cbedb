#include "intake/number_format.h"

#include <fmt/format.h>

#include <cmath>

#include "regulations/civil_day.h"

namespace letopis::intake {
namespace {

constexpr int kMinutesADay = 1'440;
// Serial numbers of 1970-01-01.
constexpr int kEpoch1900 = 25'569;
constexpr int kEpoch1904 = 24'107;
// Spreadsheets count a 29 February 1900 that never was.
constexpr int kNeverWas = 60;
constexpr double kLastSerial = 2'958'465;  // 9999-12-31

// A format without what it shows literally: quoted and escaped text, colours, conditions.
std::string bare(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char one = code[i];
    if (one == ';') break;  // only what positive numbers look like
    if (one == '\\' || one == '_' || one == '*') {
      ++i;
    } else if (one == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (one == '[') {
      i = std::min(code.find(']', i + 1), code.size());
    } else {
      out += one >= 'A' && one <= 'Z' ? static_cast<char>(one + ('a' - 'A')) : one;
    }
  }
  return out;
}

std::optional<std::string> day_text(double serial, FirstDay first_day) {
  if (serial < 0 || serial > kLastSerial) return std::nullopt;
  const int whole = static_cast<int>(serial);
  if (first_day == FirstDay::k1904) return regulations::iso({whole - kEpoch1904});
  if (whole == 0 || whole == kNeverWas) return std::nullopt;
  return regulations::iso({whole - kEpoch1900 + (whole < kNeverWas ? 1 : 0)});
}

std::string number_text(double number, unsigned least_digits) {
  constexpr double exact = 1e15;
  if (std::floor(number) != number || std::abs(number) >= exact)
    return fmt::format("{:.15g}", number);
  return fmt::format("{:0{}d}", static_cast<long long>(number), least_digits);
}

}  // namespace

NumberFormat built_in_format(unsigned id) {
  NumberFormat format;
  format.day = (id >= 14 && id <= 17) || id == 22;
  format.time = (id >= 18 && id <= 22) || (id >= 45 && id <= 47);
  return format;
}

NumberFormat spelled_format(std::string_view code) {
  const std::string letters = bare(code);
  NumberFormat format;
  format.day = letters.find_first_of("yd") != std::string::npos;
  format.time = letters.find_first_of("hs") != std::string::npos;
  // "General" holds letters too, and an exponent is no time.
  if (letters == "general" || letters.find('e') != std::string::npos) return {};
  const bool zeros = !letters.empty() && letters.find_first_not_of('0') == std::string::npos;
  if (zeros && letters.size() <= 15) format.least_digits = static_cast<unsigned>(letters.size());
  return format;
}

std::optional<std::string> shown(double number, const NumberFormat& format, FirstDay first_day) {
  if (!format.day && !format.time) return number_text(number, format.least_digits);
  const double minutes = std::round((number - std::floor(number)) * kMinutesADay);
  const bool next_day = minutes == kMinutesADay;
  const int minute = next_day ? 0 : static_cast<int>(minutes);
  const std::string time = fmt::format("{:02}:{:02}", minute / 60, minute % 60);
  if (!format.day) return time;
  std::optional<std::string> day = day_text(std::floor(number) + (next_day ? 1 : 0), first_day);
  if (day && minute != 0) *day += " " + time;
  return day;
}

}  // namespace letopis::intake
