#include "trial/calendar_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <pugixml.hpp>

#include "events/event.h"
#include "events/text.h"
#include "regulations/civil_day.h"
#include "trial/dates.h"

namespace letopis::trial {
namespace {

constexpr unsigned kFirstYear = 2000;
constexpr unsigned kLastYear = 2100;

struct Reading {
  std::string_view xml;
  unsigned year = 0;
  std::map<std::string, std::string, std::less<>> holidays;  // by id: the title
};

// Counted from 1, as editors show it.
std::size_t line_at(std::string_view xml, std::ptrdiff_t offset) {
  const auto end =
      std::min(xml.size(), static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, offset)));
  return 1 + static_cast<std::size_t>(
                 std::count(xml.begin(), xml.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
}

Refusal refuse(std::string_view code, std::size_t line, std::string_view ru, std::string_view en) {
  return {fmt::format("calendar.{}", code),
          {fmt::format("календарь, строка {}: {}", line, ru),
           fmt::format("calendar, line {}: {}", line, en)}};
}

std::optional<unsigned> whole_number(std::string_view text) {
  constexpr std::size_t most_digits = 4;
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "MM.DD" of that year.
std::optional<events::Day> day_in(unsigned year, std::string_view text) {
  if (text.size() != 5 || text[2] != '.') return std::nullopt;
  const auto iso = fmt::format("{:04}-{}-{}", year, text.substr(0, 2), text.substr(3, 2));
  const Result<events::Day> day = regulations::parse_iso(iso);
  if (!day) return std::nullopt;
  return *day;
}

std::optional<events::CalendarDayKind> kind_of(std::string_view text) {
  if (text == "1") return events::CalendarDayKind::kOff;
  if (text == "2") return events::CalendarDayKind::kShortened;
  if (text == "3") return events::CalendarDayKind::kWorking;
  return std::nullopt;
}

std::optional<Refusal> read_holidays(pugi::xml_node root, Reading& reading) {
  for (const pugi::xml_node holiday : root.child("holidays").children("holiday")) {
    const std::size_t line = line_at(reading.xml, holiday.offset_debug());
    const std::string id = holiday.attribute("id").value();
    const std::string title = holiday.attribute("title").value();
    const bool plain = title.size() <= events::kMaxTextBytes && events::is_plain_text(title);
    if (id.empty() || title.empty() || !plain) {
      return refuse("holiday", line, "у праздника нет номера или названия",
                    "a holiday without id or title");
    }
    if (!reading.holidays.emplace(id, title).second) {
      return refuse("holiday", line, "номер праздника повторяется", "an id of a holiday twice");
    }
  }
  return std::nullopt;
}

// What the day is called: its holiday, or where it was moved from.
Result<std::string> title_of(pugi::xml_node node, std::size_t line, const Reading& reading) {
  if (const pugi::xml_attribute holiday = node.attribute("h")) {
    const auto found = reading.holidays.find(holiday.value());
    if (found == reading.holidays.end()) {
      return refuse("reference", line, "такого праздника в списке нет",
                    "no such holiday in the list");
    }
    return found->second;
  }
  if (const pugi::xml_attribute from = node.attribute("f")) {
    const auto day = day_in(reading.year, from.value());
    if (!day) {
      return refuse("reference", line, "день, с которого перенесено, не существует",
                    "the day that it was moved from does not exist");
    }
    return fmt::format("Перенос выходного дня с {}", day_and_month(*day));
  }
  return std::string();
}

Result<CalendarDay> read_day(pugi::xml_node node, const Reading& reading) {
  const std::size_t line = line_at(reading.xml, node.offset_debug());
  const auto day = day_in(reading.year, node.attribute("d").value());
  if (!day) return refuse("day", line, "нет такого дня (нужно ММ.ДД)", "no such day (MM.DD)");
  const auto kind = kind_of(node.attribute("t").value());
  if (!kind) return refuse("kind", line, "t должно быть 1, 2 или 3", "t must be 1, 2 or 3");
  Result<std::string> title = title_of(node, line, reading);
  if (!title) return title.refusal();
  return CalendarDay{*day, *kind, std::move(*title)};
}

}  // namespace

Result<std::vector<CalendarDay>> read_calendar(std::string_view xml) {
  if (xml.empty() || xml.size() > kMaxCalendarBytes) {
    return refuse("size", 1, fmt::format("нужно от 1 до {} байт", kMaxCalendarBytes),
                  fmt::format("1 to {} bytes are wanted", kMaxCalendarBytes));
  }
  pugi::xml_document document;
  const pugi::xml_parse_result parsed =
      document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) {
    return refuse("xml", line_at(xml, parsed.offset), "это не XML", parsed.description());
  }
  const pugi::xml_node root = document.child("calendar");
  if (!root) return refuse("xml", 1, "нет элемента calendar", "no element calendar");
  const auto year = whole_number(root.attribute("year").value());
  if (!year || *year < kFirstYear || *year > kLastYear) {
    return refuse("year", line_at(xml, root.offset_debug()),
                  fmt::format("год должен быть от {} до {}", kFirstYear, kLastYear),
                  fmt::format("the year must be {} to {}", kFirstYear, kLastYear));
  }
  Reading reading{xml, *year, {}};
  if (auto refused = read_holidays(root, reading)) return std::move(*refused);
  std::map<events::Day, CalendarDay> days;
  for (const pugi::xml_node node : root.child("days").children("day")) {
    Result<CalendarDay> day = read_day(node, reading);
    if (!day) return day.refusal();
    if (!days.emplace(day->day, *day).second) {
      return refuse("day", line_at(xml, node.offset_debug()), "день назван дважды",
                    "a day named twice");
    }
  }
  std::vector<CalendarDay> all;
  for (const auto& [day, said] : days) all.push_back(said);
  return all;
}

}  // namespace letopis::trial
