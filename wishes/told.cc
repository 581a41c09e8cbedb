#include "wishes/told.h"

#include <boost/json/array.hpp>

namespace letopis::wishes {
namespace {

namespace json = boost::json;

// Visits the fields of one fact.
class Declarations {
 public:
  explicit Declarations(json::object& to) : to_(to) {}

  template <class Number>
  void operator()(const char* name, events::Declared<Number> declared) {
    auto* there = to_.if_contains(name);
    if (there == nullptr) {
      to_[name] = declared.number.value;
    } else if (there->is_array()) {
      there->get_array().push_back(declared.number.value);
    } else {
      *there = json::array{*there, declared.number.value};
    }
  }
  template <class Other>
  void operator()(const char*, const Other&) {}

 private:
  json::object& to_;
};

}  // namespace

json::object told(const Refusal& refusal) {
  json::object out{{"code", refusal.code}, {"ru", refusal.says.ru}, {"en", refusal.says.en}};
  if (!refusal.clause.empty()) out["clause"] = refusal.clause;
  if (!refusal.allowed.ru.empty()) {
    out["allowed"] = json::object{{"ru", refusal.allowed.ru}, {"en", refusal.allowed.en}};
  }
  return out;
}

json::object told(const projections::Elsewhere& elsewhere) {
  json::object out;
  if (!elsewhere.clause.empty()) out["clause"] = elsewhere.clause;
  return out;
}

json::object declared_by(const std::vector<events::Fact>& facts) {
  json::object out;
  Declarations declarations(out);
  for (const auto& fact : facts) {
    std::visit([&](const auto& one) { one.visit_fields(one, declarations); }, fact);
  }
  return out;
}

}  // namespace letopis::wishes
