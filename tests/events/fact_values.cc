#include "events/fact_values.h"

namespace letopis::events {
namespace {

class Collector {
 public:
  explicit Collector(std::map<std::string, std::uint32_t>& to) : to_(to) {}

  template <class Field>
  void operator()(std::string_view name, const Field& field) {
    collect(std::string(name), field);
  }

 private:
  template <class Number>
  void collect(const std::string& name, const Declared<Number>& field) {
    collect(name, field.number);
  }
  template <NumberKind kind>
  void collect(const std::string& name, const Number<kind>& field) {
    to_[name] = field.value;
  }
  template <class Field>
  void collect(const std::string& name, const std::optional<Field>& field) {
    if (field) collect(name, *field);
  }
  template <class Field>
  void collect(const std::string& name, const Field& field) {
    if constexpr (std::is_enum_v<Field>) to_[name] = static_cast<std::uint32_t>(field);
  }

  std::map<std::string, std::uint32_t>& to_;
};

}  // namespace

std::map<std::string, std::uint32_t> numbers_in(const Fact& fact) {
  std::map<std::string, std::uint32_t> numbers;
  Collector collector(numbers);
  std::visit([&](const auto& one) { one.visit_fields(one, collector); }, fact);
  return numbers;
}

}  // namespace letopis::events
