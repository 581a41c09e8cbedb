#include "wishes/named_day.h"

#include <algorithm>
#include <optional>

#include "regulations/civil_day.h"
#include "wishes/references.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

std::optional<events::Day> day_in(const json::object& query, std::string_view field) {
  const auto* value = query.if_contains(field);
  if (value == nullptr || !value->is_string()) return std::nullopt;
  const auto day = regulations::parse_iso(value->get_string());
  return day ? std::optional(*day) : std::nullopt;
}

// The last day of what is declared under the number that the field means.
template <class Fact, events::NumberKind kKind>
std::optional<events::Day> end_of(const json::object& query, std::string_view field,
                                  const Desk& desk) {
  const auto* value = query.if_contains(field);
  if (value == nullptr || value->is_null()) return std::nullopt;
  const auto number = resolve(kKind, *value, field, desk);
  if (!number) return std::nullopt;
  const auto found = desk.school.directory().declared<Fact>(events::Number<kKind>{*number});
  return found ? std::optional(found->fact.last_day) : std::nullopt;
}

bool is_number(const json::object& query, std::string_view field) {
  const auto* value = query.if_contains(field);
  return value != nullptr && value->is_int64();
}

}  // namespace

Desk on_named_day(const json::object& query, const Desk& desk) {
  std::optional<events::Day> day;
  for (const std::string_view field : {"to", "day", "from"}) {
    if (!day) day = day_in(query, field);
  }
  if (!day && is_number(query, "period")) {  // by its name it is of the year of the day
    day = end_of<events::PeriodDeclared, events::NumberKind::kPeriod>(query, "period", desk);
  }
  if (!day) day = end_of<events::YearOpened, events::NumberKind::kYear>(query, "year", desk);
  Desk out = desk;
  if (day) out.named_on = std::min(*day, desk.school.today());
  return out;
}

}  // namespace letopis::wishes
