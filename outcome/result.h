// What a call came to: a value, or a refusal that the caller expects and a person can read.
#pragma once

#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "outcome/invariant.h"

namespace letopis {

// The same sentence in both languages of the product.
struct Sentence {
  std::string ru;
  std::string en;
  bool operator==(const Sentence&) const = default;
};

// A refusal names what and where (`code`, stable, dotted, lower case: "note.no_signature"), why
// (`says`), the clause of the regulation it comes from (empty iff no clause is behind it), and what
// would be allowed instead (empty sentences iff nothing would).
struct Refusal {
  std::string code;
  Sentence says;
  std::string clause = {};
  Sentence allowed = {};
  bool operator==(const Refusal&) const = default;
};

// A value or a refusal. Asking for the one that is not there is a bug (INVARIANT).
template <class T>
class [[nodiscard]] Result {
 public:
  // NOLINTBEGIN(google-explicit-constructor): `return value;` and `return refusal;` are the point.
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Refusal refusal) : held_(std::in_place_index<1>, std::move(refusal)) {}
  // NOLINTEND(google-explicit-constructor)

  explicit operator bool() const { return held_.index() == 0; }
  bool has_value() const { return held_.index() == 0; }

  const T& value() const& { return check(), *std::get_if<0>(&held_); }
  T& value() & { return check(), *std::get_if<0>(&held_); }
  T&& value() && { return check(), std::move(*std::get_if<0>(&held_)); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const Refusal& refusal() const {
    INVARIANT(held_.index() == 1);
    return *std::get_if<1>(&held_);
  }

 private:
  void check() const { INVARIANT(held_.index() == 0); }
  std::variant<T, Refusal> held_;
};

struct Done {
  bool operator==(const Done&) const = default;
};

// The outcome of a call that yields nothing but its having been done.
using Outcome = Result<Done>;

}  // namespace letopis
