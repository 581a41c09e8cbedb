#include "terminal/arguments.h"

#include <fmt/format.h>

#include "regulations/civil_day.h"
#include "regulations/time_zone.h"
#include "signing/encoding.h"

namespace letopis::terminal {
namespace {

Refusal no_number(std::string_view option, const std::string& value, Range range) {
  return {"arguments.number",
          {fmt::format("--{}: «{}» не подходит, нужно целое число от {} до {}", option, value,
                       range.least, range.most),
           fmt::format("--{}: \"{}\" will not do, a whole number from {} to {} is needed", option,
                       value, range.least, range.most)}};
}

Refusal no_day(std::string_view option, const std::string& value) {
  return {"arguments.day",
          {fmt::format("--{}: «{}» — не дата; дата пишется так: 2026-01-15", option, value),
           fmt::format("--{}: \"{}\" is no date; write a date like 2026-01-15", option, value)}};
}

Refusal no_moment(std::string_view option, const std::string& value) {
  return {"arguments.moment",
          {fmt::format("--{}: «{}» — не момент; пишется так: 2026-01-15T12:00 или 2026-01-15",
                       option, value),
           fmt::format("--{}: \"{}\" is no moment; write it like 2026-01-15T12:00 or 2026-01-15",
                       option, value)}};
}

// "12:05" as minutes from midnight.
std::optional<unsigned> minute_of(std::string_view text) {
  const auto digit = [&](std::size_t at) { return static_cast<unsigned>(text[at] - '0'); };
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t at : {0U, 1U, 3U, 4U}) {
    if (text[at] < '0' || text[at] > '9') return std::nullopt;
  }
  const unsigned hours = digit(0) * 10 + digit(1);
  const unsigned minutes = digit(3) * 10 + digit(4);
  if (hours > 23 || minutes > 59) return std::nullopt;
  return hours * 60 + minutes;
}

}  // namespace

std::string Called::words() const {
  return command.empty() ? program : fmt::format("{} {}", program, command);
}

Sentence where_help_is(const Called& called) {
  return {fmt::format("Подсказка с примерами: {} --help", called.words()),
          fmt::format("Help with examples: {} --help --lang en", called.words())};
}

std::optional<std::string> Arguments::text(std::string_view option) const {
  const auto found = values_.find(option);
  if (found == values_.end() || found->second.empty()) return std::nullopt;
  return found->second.front();
}

std::vector<std::string> Arguments::texts(std::string_view option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::vector<std::string>{} : found->second;
}

Result<std::string> Arguments::needed(std::string_view option) const {
  if (auto value = text(option)) return std::move(*value);
  return Refusal{"arguments.missing",
                 {fmt::format("нужен параметр --{}", option),
                  fmt::format("the option --{} is needed", option)},
                 {},
                 where_help_is(called_)};
}

Result<std::optional<std::uint64_t>> Arguments::number(std::string_view option, Range range) const {
  const auto value = text(option);
  if (!value) return std::optional<std::uint64_t>{};
  const auto number = signing::from_decimal(*value);
  if (!number || *number < range.least || *number > range.most) {
    return no_number(option, *value, range);
  }
  return std::optional<std::uint64_t>(*number);
}

Result<std::optional<events::Day>> Arguments::day(std::string_view option) const {
  const auto value = text(option);
  if (!value) return std::optional<events::Day>{};
  const auto day = regulations::parse_iso(*value);
  if (!day) return no_day(option, *value);
  return std::optional<events::Day>(*day);
}

Result<std::optional<Arguments::WallTime>> Arguments::wall_time(std::string_view option) const {
  const auto value = text(option);
  if (!value) return std::optional<WallTime>{};
  const auto cut = value->find('T');
  const auto day = regulations::parse_iso(std::string_view(*value).substr(0, cut));
  if (!day) return no_moment(option, *value);
  if (cut == std::string::npos) {
    return std::optional<WallTime>(WallTime{*day, regulations::kMinutesADay});
  }
  const auto minute = minute_of(std::string_view(*value).substr(cut + 1));
  if (!minute) return no_moment(option, *value);
  return std::optional<WallTime>(WallTime{*day, *minute});
}

}  // namespace letopis::terminal
