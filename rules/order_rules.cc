#include "rules/order_rules.h"

#include <fmt/format.h>

#include "regulations/civil_day.h"
#include "rules/day_rules.h"

namespace letopis::rules {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

// Visits the fields of one fact.
struct Orders {
  const SchoolNow& school;
  std::optional<Refusal> refusal = {};

  void operator()(std::string_view, const events::Order& order) {
    if (refusal) return;
    if (is_blank(order.number)) {
      refusal = Refusal{"order.no_number",
                        {"у приказа нет номера", "the order has no number"},
                        {},
                        {"укажите номер и день приказа", "name the order's number and day"}};
    } else if (is_future(order.day, school)) {
      refusal = Refusal{"order.future",
                        {fmt::format("приказ № {} датирован {}: этот день ещё не наступил",
                                     order.number, regulations::russian(order.day)),
                         fmt::format("order {} is of {}, a day yet to come", order.number,
                                     regulations::iso(order.day))}};
    }
  }
  void operator()(std::string_view name, const std::optional<events::Order>& order) {
    if (order) (*this)(name, *order);
  }
  template <class Other>
  void operator()(std::string_view, const Other&) {}
};

}  // namespace

Outcome check_orders(const events::Fact& fact, const SchoolNow& school) {
  Orders orders{school};
  std::visit([&orders](const auto& one) { one.visit_fields(one, orders); },
             static_cast<const events::AnyFact&>(fact));
  if (orders.refusal) return *orders.refusal;
  return Done{};
}

Outcome check_said(std::string_view text, const Sentence& what) {
  if (!is_blank(text)) return Done{};
  return Refusal{
      "text.empty",
      {fmt::format("не заполнено: {}", what.ru), fmt::format("left empty: {}", what.en)}};
}

Outcome check_ordered(const std::optional<events::Order>& order, const Sentence& for_what,
                      const std::string& clause) {
  if (order) return Done{};
  return Refusal{
      "order.none",
      {fmt::format("{}: нужен приказ", for_what.ru), fmt::format("{} needs an order", for_what.en)},
      clause,
      {"укажите номер и день приказа", "name the order's number and day"}};
}

}  // namespace letopis::rules
