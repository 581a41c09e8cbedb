#include "calendar/ical.h"

#include <fmt/format.h>

#include "regulations/civil_day.h"

namespace letopis::calendar {
namespace {

constexpr std::int64_t kSecondMs = 1'000;
constexpr std::int64_t kDayMs = 86'400'000;

std::string day_digits(events::Day day) {
  const auto civil = regulations::civil(day);
  return fmt::format("{:04}{:02}{:02}", civil.year, civil.month, civil.day);
}

std::string utc(events::Instant moment) {
  std::int64_t day = moment.milliseconds / kDayMs;
  if (moment.milliseconds % kDayMs < 0) --day;
  const std::int64_t seconds = (moment.milliseconds - day * kDayMs) / kSecondMs;
  return fmt::format("{}T{:02}{:02}{:02}Z", day_digits({static_cast<std::int32_t>(day)}),
                     seconds / 3'600, seconds / 60 % 60, seconds % 60);
}

// Section 3.3.11; control characters have no place in a calendar.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char one : text) {
    if (one == '\n') {
      out += "\\n";
    } else if (one == '\\' || one == ';' || one == ',') {
      out += '\\';
      out += one;
    } else if (static_cast<unsigned char>(one) >= ' ' && one != '\x7f') {
      out += one;
    }
  }
  return out;
}

bool goes_on(char octet) { return (static_cast<unsigned char>(octet) & 0xC0U) == 0x80U; }

// A letter of several octets is not parted.
std::string folded(std::string_view line) {
  std::string out;
  std::size_t room = kMostLineOctets;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && goes_on(line[cut])) --cut;
    out += std::string(line.substr(0, cut)) + "\r\n ";
    line.remove_prefix(cut);
    room = kMostLineOctets - 1;  // the space counts
  }
  return out + std::string(line) + "\r\n";
}

class Writer {
 public:
  void line(std::string_view name, std::string_view value) {
    out_ += folded(fmt::format("{}:{}", name, value));
  }
  void text(std::string_view name, std::string_view value) {
    if (!value.empty()) line(name, escaped(value));
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

void write(const Entry& entry, const std::string& stamp, Writer& to) {
  to.line("BEGIN", "VEVENT");
  to.text("UID", entry.uid);
  to.line("DTSTAMP", stamp);
  if (const auto* span = std::get_if<Span>(&entry.when)) {
    to.line("DTSTART", utc(span->starts));
    to.line("DTEND", utc(span->ends));
  } else {
    const auto day = std::get<events::Day>(entry.when);
    to.line("DTSTART;VALUE=DATE", day_digits(day));
    to.line("DTEND;VALUE=DATE", day_digits(regulations::plus_days(day, 1)));
    to.line("TRANSP", "TRANSPARENT");
  }
  to.line("SEQUENCE", std::to_string(entry.sequence));
  to.line("STATUS", entry.cancelled ? "CANCELLED" : "CONFIRMED");
  to.text("SUMMARY", entry.summary);
  to.text("LOCATION", entry.place);
  to.text("DESCRIPTION", entry.description);
  to.line("END", "VEVENT");
}

}  // namespace

std::string print_calendar(const Calendar& calendar) {
  Writer out;
  out.line("BEGIN", "VCALENDAR");
  out.line("VERSION", "2.0");
  out.line("PRODID", "-//Letopis//School calendar 1//RU");
  out.line("CALSCALE", "GREGORIAN");
  out.line("METHOD", "PUBLISH");
  out.text("X-WR-CALNAME", calendar.name);
  out.text("NAME", calendar.name);
  out.text("X-WR-TIMEZONE", calendar.zone);
  out.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
  out.line("X-PUBLISHED-TTL", "PT1H");
  const std::string stamp = utc(calendar.made);
  for (const auto& entry : calendar.entries) write(entry, stamp, out);
  out.line("END", "VCALENDAR");
  return out.take();
}

}  // namespace letopis::calendar
