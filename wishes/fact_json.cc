#include "wishes/fact_json.h"

#include <boost/json/array.hpp>

#include "regulations/civil_day.h"
#include "signing/encoding.h"
#include "wishes/moment.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

// Visits the fields of one fact, or of one value inside it.
class Telling {
 public:
  Telling(json::object& to, const regulations::TimeZone& zone) : to_(to), zone_(zone) {}

  template <class Number>
  void operator()(const char* name, events::Declared<Number> declared) {
    to_[name] = declared.number.value;
  }
  template <class Value>
  void operator()(const char* name, const std::optional<Value>& value) {
    if (value) to_[name] = told(*value);
  }
  template <class Item>
  void operator()(const char* name, const std::vector<Item>& items) {
    json::array list;
    list.reserve(items.size());
    for (const auto& item : items) list.push_back(told(item));
    to_[name] = std::move(list);
  }
  template <class Value>
  void operator()(const char* name, const Value& value) {
    to_[name] = told(value);
  }

 private:
  json::value told(bool value) const { return value; }
  json::value told(std::uint16_t value) const { return value; }
  json::value told(std::uint32_t value) const { return value; }
  json::value told(std::uint64_t value) const { return value; }
  json::value told(const std::string& value) const { return json::string(value); }
  json::value told(events::Day value) const { return json::string(regulations::iso(value)); }
  json::value told(events::Instant value) const { return json::string(print_moment(value, zone_)); }
  json::value told(events::Position value) const { return value.value; }
  json::value told(const events::Commitment& value) const { return told(value.digest); }
  json::value told(const signing::Digest& value) const {
    return json::string(signing::to_hex(value.view()));
  }
  json::value told(const signing::PublicKey& value) const {
    return json::string(signing::to_hex(value.bytes));
  }
  json::value told(const signing::KeyId& value) const {
    return json::string(signing::to_hex(value.digest.view()));
  }
  template <events::NumberKind kKind>
  json::value told(events::Number<kKind> value) const {
    return value.value;
  }
  template <class Value>
  json::value told(const Value& value) const {
    if constexpr (std::is_enum_v<Value>) {
      return json::string(events::word_of(value));
    } else {
      json::object inside;
      Value::visit_fields(value, Telling(inside, zone_));
      return inside;
    }
  }

  json::object& to_;
  const regulations::TimeZone& zone_;
};

}  // namespace

json::object fact_json(const events::Fact& fact, const regulations::TimeZone& zone) {
  json::object out{{"fact", events::name_of(fact)}};
  std::visit([&](const auto& one) { one.visit_fields(one, Telling(out, zone)); }, fact);
  return out;
}

}  // namespace letopis::wishes
