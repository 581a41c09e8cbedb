// Writes one event's rows into the directory: the row of each number that it declares, and a row
// wherever readers look for the fact.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

#include "events/views.h"
#include "projections/directory.h"
#include "projections/directory_rows.h"
#include "projections/filed.h"
#include "projections/view_ids.h"

namespace letopis::projections {

// Borrows everything; lives for one event.
class Filing {
 public:
  Filing(const events::RecordedEvent& event, const events::ViewReader& views,
         events::ViewWriter& own)
      : event_(event), views_(views), own_(own) {}

  const events::ViewReader& views() const { return views_; }

  template <class Fact>
  void declare(const Fact& fact) const {
    Fact::visit_fields(fact,
                       [&](std::string_view, const auto& field) { declare_field(field, fact); });
  }

  template <class Fact>
  void put(Shelf shelf, std::initializer_list<std::uint32_t> under, const Fact& fact) const {
    RowBytes key;
    key.u8(static_cast<std::uint8_t>(shelf));
    for (const std::uint32_t number : under) key.u32(number);
    file(own_, key, event_, fact);
  }

  // That the shelf is not empty: a row that bears the shelf alone.
  void mark(Shelf shelf) const {
    RowBytes key;
    key.u8(static_cast<std::uint8_t>(shelf));
    if (!views_.get(kDirectory, key.view())) own_.put(key.view(), "");
  }

  template <class Fact>
  void put_by_day(Shelf shelf, events::Day day, const Fact& fact) const {
    RowBytes key;
    key.u8(static_cast<std::uint8_t>(shelf)).day(day);
    file(own_, key, event_, fact);
  }

  // The next key number: the log counts keys as it learns them.
  template <class Fact>
  void put_key(const signing::PublicKey& public_key, events::PersonNumber person,
               const Fact& fact) const {
    const std::uint32_t number = next_key_number();
    put_number_row(Shelf::kKeys, number, fact);
    put_key_id(signing::key_id_of(public_key), number, person);
  }

  void put_parameter(const events::Parameter& parameter, const events::Order& order,
                     events::Day in_force_from) const;
  void put_place(Shelf shelf, std::uint32_t number, const Place& place) const;

  // Empty iff the log does not know such a key, or group's class.
  std::optional<std::uint32_t> key_number(const signing::KeyId& id) const;
  std::optional<events::ClassNumber> class_of(events::GroupNumber group) const;

 private:
  template <class Field, class Fact>
  void declare_field(const Field&, const Fact&) const {}

  template <class Number, class Fact>
  void declare_field(const events::Declared<Number>& declared, const Fact& fact) const {
    RowBytes key;
    key.u8(static_cast<std::uint8_t>(Shelf::kNumbers)).u8(static_cast<std::uint8_t>(Number::kind));
    put_declaring(key.u32(declared.number.value), fact);
  }

  template <class Fact>
  void put_number_row(Shelf shelf, std::uint32_t number, const Fact& fact) const {
    RowBytes key;
    put_declaring(key.u8(static_cast<std::uint8_t>(shelf)).u32(number), fact);
  }

  // A row that is found by its number alone has the position in its value.
  template <class Fact>
  void put_declaring(const RowBytes& key, const Fact& fact) const {
    RowBytes value;
    value.u64(event_.position.value);
    write_filed(value, event_, fact);
    own_.put(key.view(), value.view());
  }

  std::uint32_t next_key_number() const;
  void put_key_id(const signing::KeyId& id, std::uint32_t number,
                  events::PersonNumber person) const;

  const events::RecordedEvent& event_;
  const events::ViewReader& views_;
  events::ViewWriter& own_;
};

}  // namespace letopis::projections
