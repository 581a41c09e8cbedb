#include "wishes/moment.h"

#include <fmt/format.h>

#include <optional>

#include "regulations/civil_day.h"

namespace letopis::wishes {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kDayMs = 24 * 60 * kMinuteMs;
constexpr std::size_t kDayDigits = 10;  // of "2025-10-03"

constexpr events::Day kFirstWritten{-719'162};  // 0001-01-01
constexpr events::Day kLastWritten{2'932'896};  // 9999-12-31

// Takes a text apart from its beginning.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  bool take(char one) {
    if (rest_.empty() || rest_.front() != one) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // Exactly so many digits, a number up to `most`.
  std::optional<int> number(std::size_t digits, int most) {
    if (rest_.size() < digits) return std::nullopt;
    int value = 0;
    for (const char one : rest_.substr(0, digits)) {
      if (one < '0' || one > '9') return std::nullopt;
      value = value * 10 + (one - '0');
    }
    rest_.remove_prefix(digits);
    return value <= most ? std::optional(value) : std::nullopt;
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

std::optional<std::int64_t> time_of_day(Cursor& cursor) {
  const auto hour = cursor.number(2, 23);
  if (!hour || !cursor.take(':')) return std::nullopt;
  const auto minute = cursor.number(2, 59);
  if (!minute) return std::nullopt;
  std::int64_t ms = (*hour * 60 + *minute) * kMinuteMs;
  if (!cursor.take(':')) return ms;
  const auto second = cursor.number(2, 59);
  if (!second) return std::nullopt;
  ms += *second * 1000;
  if (!cursor.take('.')) return ms;
  const auto thousandths = cursor.number(3, 999);
  if (!thousandths) return std::nullopt;
  return ms + *thousandths;
}

std::optional<std::int64_t> offset(Cursor& cursor) {
  if (cursor.take('Z')) return 0;
  const bool east = cursor.take('+');
  if (!east && !cursor.take('-')) return std::nullopt;
  const auto hours = cursor.number(2, 23);
  if (!hours || !cursor.take(':')) return std::nullopt;
  const auto minutes = cursor.number(2, 59);
  if (!minutes) return std::nullopt;
  const std::int64_t ms = (*hours * 60 + *minutes) * kMinuteMs;
  return east ? ms : -ms;
}

}  // namespace

Result<events::Instant> parse_moment(std::string_view text) {
  const Refusal unreadable{
      "moment.unreadable",
      {"момент не прочитать", "the moment cannot be read"},
      {},
      {"так: 2025-10-03T10:15:00+03:00", "like this: 2025-10-03T10:15:00+03:00"}};
  const auto day = regulations::parse_iso(text.substr(0, kDayDigits));
  // Another zone may show the day before or after: that must have four digits of a year too.
  if (!day || *day <= kFirstWritten || kLastWritten <= *day || text.size() <= kDayDigits ||
      text[kDayDigits] != 'T')
    return unreadable;
  Cursor cursor(text.substr(kDayDigits + 1));
  const auto time = time_of_day(cursor);
  if (!time) return unreadable;
  const auto east = offset(cursor);
  if (!east || !cursor.rest().empty()) return unreadable;
  return events::Instant{day->value * kDayMs + *time - *east};
}

std::string print_moment(events::Instant moment, const regulations::TimeZone& zone) {
  const events::Day day = zone.day_of(moment);
  const auto minute = zone.minute_of(moment);
  const auto in_minute = (moment.milliseconds % kMinuteMs + kMinuteMs) % kMinuteMs;
  const auto shown = day.value * kDayMs + minute * kMinuteMs + in_minute;
  const auto east = (shown - moment.milliseconds) / kMinuteMs;
  const auto away = east < 0 ? -east : east;
  const auto thousandths = in_minute % 1000;
  return fmt::format("{}T{:02}:{:02}:{:02}{}{}{:02}:{:02}", regulations::iso(day), minute / 60,
                     minute % 60, in_minute / 1000,
                     thousandths == 0 ? std::string() : fmt::format(".{:03}", thousandths),
                     east < 0 ? '-' : '+', away / 60, away % 60);
}

}  // namespace letopis::wishes
