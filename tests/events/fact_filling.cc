#include "events/fact_filling.h"

#include <fmt/format.h>

#include "outcome/invariant.h"
#include "signing/encoding.h"

namespace letopis::events {
namespace {

class Filler {
 public:
  Filler(Filling& from, std::size_t fields) : from_(from), left_(fields) {}

  template <class Field>
  void operator()(std::string_view name, Field&& field) {
    if (left_ == 0) return;
    --left_;
    fill(name, field);
  }

 private:
  template <class Number>
  void fill(std::string_view name, Declared<Number> field) {
    fill(name, field.number);
  }
  template <NumberKind kind>
  void fill(std::string_view name, Number<kind>& field) {
    field.value = from_.number(name);
  }
  void fill(std::string_view name, Day& field) { field.value = from_.day(name); }
  void fill(std::string_view name, Instant& field) { field.milliseconds = from_.moment(name); }
  void fill(std::string_view name, Position& field) { field.value = integer<std::uint64_t>(name); }
  void fill(std::string_view name, std::uint16_t& field) { field = integer<std::uint16_t>(name); }
  void fill(std::string_view name, std::uint32_t& field) { field = integer<std::uint32_t>(name); }
  void fill(std::string_view name, bool& field) { field = from_.yes(name); }
  void fill(std::string_view name, std::string& field) { field = from_.text(name); }
  void fill(std::string_view name, signing::Digest& field) { field.bytes = from_.bytes(name); }
  void fill(std::string_view name, signing::PublicKey& field) { field.bytes = from_.bytes(name); }
  void fill(std::string_view name, signing::KeyId& field) { fill(name, field.digest); }
  void fill(std::string_view name, Commitment& field) { fill(name, field.digest); }
  template <class Field>
  void fill(std::string_view name, std::optional<Field>& field) {
    if (from_.present(name)) fill(name, field.emplace());
  }
  template <class Item>
  void fill(std::string_view name, std::vector<Item>& field) {
    field.resize(from_.items(name));
    for (auto& item : field) fill(name, item);
  }
  template <class Field>
  void fill(std::string_view name, Field& field) {
    if constexpr (std::is_enum_v<Field>) {
      field = static_cast<Field>(from_.word(name, word_count<Field>()));
    } else {
      Filler inside(from_, kAllFields);
      Field::visit_fields(field, inside);
    }
  }

  template <class Integer>
  Integer integer(std::string_view name) {
    return static_cast<Integer>(from_.integer(name, std::numeric_limits<Integer>::max()));
  }

  Filling& from_;
  std::size_t left_;
};

// A field that comes later gets a later count, so those before it keep their values. Only the
// first two words are used: lists of words grow.
class FullFilling final : public Filling {
 public:
  explicit FullFilling(std::string_view fact) : fact_(fact) {}
  std::uint32_t number(std::string_view field) override {
    return static_cast<std::uint32_t>(1 + draw(field) % 1'000'000);
  }
  std::uint64_t integer(std::string_view field, std::uint64_t most) override {
    return draw(field) & most;
  }
  std::int32_t day(std::string_view field) override {
    return 20'000 + static_cast<std::int32_t>(draw(field) % 1'000);
  }
  std::int64_t moment(std::string_view field) override {
    return 1'757'000'000'000 + static_cast<std::int64_t>(draw(field) % 1'000'000'000);
  }
  bool yes(std::string_view) override { return true; }
  std::string text(std::string_view field) override {
    return fmt::format("{} № {}", field, draw(field) % 1'000);
  }
  std::array<std::byte, 32> bytes(std::string_view field) override { return hash(field).bytes; }
  std::size_t word(std::string_view, std::size_t) override { return 1; }
  bool present(std::string_view) override { return true; }
  std::size_t items(std::string_view) override { return 2; }

 private:
  signing::Digest hash(std::string_view field) {
    return signing::sha256(bytes_of(fmt::format("{}.{}.{}", fact_, field, ++drawn_)));
  }
  std::uint64_t draw(std::string_view field) {
    return signing::read_big_endian(Bytes(hash(field).bytes).first(8));
  }

  const std::string_view fact_;
  std::size_t drawn_ = 0;
};

class BareFilling final : public Filling {
 public:
  std::uint32_t number(std::string_view) override { return 1; }
  std::uint64_t integer(std::string_view, std::uint64_t) override { return 0; }
  std::int32_t day(std::string_view) override { return 0; }
  std::int64_t moment(std::string_view) override { return 0; }
  bool yes(std::string_view) override { return false; }
  std::string text(std::string_view) override { return {}; }
  std::array<std::byte, 32> bytes(std::string_view) override { return {}; }
  std::size_t word(std::string_view, std::size_t) override { return 0; }
  bool present(std::string_view) override { return false; }
  std::size_t items(std::string_view) override { return 0; }
};

template <std::size_t... ordinals>
Fact default_fact(std::size_t ordinal, std::index_sequence<ordinals...>) {
  INVARIANT(ordinal < kFacts);
  Fact fact;
  ((ordinals == ordinal ? static_cast<void>(fact.emplace<ordinals>()) : void()), ...);
  return fact;
}

Fact default_fact(std::size_t ordinal) {
  return default_fact(ordinal, std::make_index_sequence<kFacts>());
}

}  // namespace

Fact fill_fact(std::size_t ordinal, Filling& filling, std::size_t fields) {
  Fact fact = default_fact(ordinal);
  Filler filler(filling, fields);
  std::visit([&](auto& one) { one.visit_fields(one, filler); }, fact);
  return fact;
}

Fact full_fact(std::size_t ordinal, std::size_t fields) {
  FullFilling filling(name_of(default_fact(ordinal)));
  return fill_fact(ordinal, filling, fields);
}

Fact bare_fact(std::size_t ordinal, std::size_t fields) {
  BareFilling filling;
  return fill_fact(ordinal, filling, fields);
}

}  // namespace letopis::events
