#include "trial/fact_reading.h"

#include <type_traits>

namespace letopis::trial {
namespace {

std::string hex(Bytes bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const std::byte byte : bytes) {
    text += digits[static_cast<unsigned>(byte) >> 4U];
    text += digits[static_cast<unsigned>(byte) & 15U];
  }
  return text;
}

// Goes through a fact's fields and tells what it meets.
struct Reader {
  std::vector<NumberSeen> numbers;
  std::vector<events::Commitment> commitments;
  std::string text;

  template <class Field>
  void operator()(const char* name, const Field& field) {
    text += name;
    text += '=';
    take(field);
    text += ';';
  }

  template <class Value>
  void take(const Value& value) {
    if constexpr (requires { Value::visit_fields(value, *this); }) {
      text += '{';
      Value::visit_fields(value, *this);
      text += '}';
    } else if constexpr (std::is_enum_v<Value>) {
      text += events::word_of(value);
    } else {
      static_assert(std::is_integral_v<Value>);
      text += std::to_string(value);
    }
  }
  template <events::NumberKind kind>
  void take(const events::Number<kind>& number) {
    numbers.push_back({kind, number.value, false});
    text += std::to_string(number.value);
  }
  template <class Number>
  void take(const events::Declared<Number>& declared) {
    take(declared.number);
    numbers.back().declared = true;
  }
  template <class Value>
  void take(const std::optional<Value>& value) {
    if (value) take(*value);
  }
  template <class Value>
  void take(const std::vector<Value>& values) {
    text += '[';
    for (const Value& value : values) {
      take(value);
      text += ',';
    }
    text += ']';
  }
  void take(const std::string& value) { text += value; }
  void take(const events::Day& value) { text += std::to_string(value.value); }
  void take(const events::Instant& value) { text += std::to_string(value.milliseconds); }
  void take(const events::Position& value) { text += std::to_string(value.value); }
  void take(const signing::Digest& value) { text += hex(value.bytes); }
  void take(const signing::PublicKey& value) { text += hex(value.bytes); }
  void take(const signing::KeyId& value) { take(value.digest); }
  void take(const events::Commitment& value) {
    commitments.push_back(value);
    take(value.digest);
  }
};

Reader read(const events::Fact& fact) {
  Reader reader;
  reader.text = events::name_of(fact);
  reader.text += ' ';
  std::visit(
      [&](const auto& one) { std::remove_cvref_t<decltype(one)>::visit_fields(one, reader); },
      fact);
  return reader;
}

}  // namespace

std::vector<NumberSeen> numbers_of(const events::Fact& fact) { return read(fact).numbers; }

std::vector<events::Commitment> commitments_of(const events::Fact& fact) {
  return read(fact).commitments;
}

std::string text_of(const events::Fact& fact) { return read(fact).text; }

}  // namespace letopis::trial
