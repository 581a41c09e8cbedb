#include "simulation/forgeries.h"

#include <algorithm>

#include "simulation/cast.h"

namespace letopis::simulation {
namespace {

using events::Number;
using events::NumberKind;

// Visits the fields of one fact and changes the one whose turn it is. Without a turn it counts
// them.
class Forgery {
 public:
  explicit Forgery(Random& random) : random_(random) {}
  void aim(std::uint64_t turn) { turn_ = turn, seen_ = 0; }
  std::uint64_t seen() const { return seen_; }

  template <NumberKind kind>
  void operator()(const char*, Number<kind>& number) {
    if (hit()) change(number);
  }
  template <NumberKind kind>
  void operator()(const char*, events::Declared<Number<kind>> declared) {
    if (hit()) change(declared.number);
  }
  void operator()(const char*, events::Day& day) {
    if (!hit()) return;
    constexpr std::int32_t far = 60;
    const auto days = static_cast<std::int32_t>(below(random_, below(random_, 2) ? 2 : far)) + 1;
    day.value += below(random_, 2) ? days : -days;
  }
  void operator()(const char*, events::Instant& moment) {
    constexpr std::uint64_t hours = 200;
    if (hit())
      moment.milliseconds += (static_cast<std::int64_t>(below(random_, hours)) - 100) * kHourMs;
  }
  void operator()(const char*, std::uint16_t& count) {
    if (hit()) count = static_cast<std::uint16_t>(below(random_, 8));
  }
  void operator()(const char*, std::string& text) {
    if (hit()) text = below(random_, 2) ? " " : "Some words";
  }
  void operator()(const char* name, events::Order& order) {
    if (below(random_, 2)) return (*this)(name, order.day);
    (*this)(name, order.number);
  }
  template <class Code>
  requires std::is_enum_v<Code>
  void operator()(const char*, Code& code) {
    if (hit()) code = static_cast<Code>(below(random_, events::word_count<Code>()));
  }
  template <class Value>
  void operator()(const char* name, std::optional<Value>& value) {
    if (!value) return;
    if (below(random_, 2)) return (*this)(name, *value);
    if constexpr (!std::is_same_v<Value, events::Commitment>) {
      if (hit()) value.reset();
    }
  }
  template <class Other>
  void operator()(const char*, const Other&) {}

 private:
  bool hit() { return turn_ == seen_++; }
  template <NumberKind kind>
  void change(Number<kind>& number) {
    // Another that there may be, or the next.
    number.value = below(random_, 3) ? 1 + static_cast<std::uint32_t>(below(random_, kPeople))
                                     : number.value + 1;
  }

  Random& random_;
  std::uint64_t turn_ = ~std::uint64_t{0};
  std::uint64_t seen_ = 0;
};

void change_a_field(events::Fact& fact, Random& random) {
  const auto visit = [&fact](Forgery& forgery) {
    std::visit([&](auto& one) { one.visit_fields(one, forgery); },
               static_cast<events::AnyFact&>(fact));
  };
  Forgery forgery(random);
  visit(forgery);
  const auto fields = forgery.seen();
  if (fields == 0) return;
  forgery.aim(below(random, fields));
  visit(forgery);
}

}  // namespace

std::vector<events::Fact> forged(std::vector<events::Fact> facts, Random& random) {
  const auto at = static_cast<std::ptrdiff_t>(below(random, facts.size()));
  switch (below(random, 8)) {
    case 0: facts.insert(facts.begin() + at, facts[static_cast<std::size_t>(at)]); break;
    case 1:
      if (facts.size() > 1) facts.erase(facts.begin() + at);
      break;
    case 2: std::reverse(facts.begin(), facts.end()); break;
    default: change_a_field(facts[static_cast<std::size_t>(at)], random);
  }
  return facts;
}

}  // namespace letopis::simulation
