#include "projections/directory_filing.h"

#include "projections/number_search.h"
#include "projections/view_ids.h"

namespace letopis::projections {

void Filing::put_parameter(const events::Parameter& parameter, const events::Order& order,
                           events::Day in_force_from) const {
  RowBytes key;
  key.u8(static_cast<std::uint8_t>(Shelf::kParameters)).bytes(parameter.key).u8(0);
  file(own_, key.day(in_force_from), event_,
       events::ParameterChanged{parameter, order, in_force_from});
}

void Filing::put_place(Shelf shelf, std::uint32_t number, const Place& place) const {
  RowBytes key;
  RowBytes value;
  key.u8(static_cast<std::uint8_t>(shelf)).u32(number);
  value.u32(place.school_class ? place.school_class->value : 0)
      .u32(place.subject.value)
      .u32(place.group ? place.group->value : 0);
  own_.put(key.view(), value.view());
}

std::optional<std::uint32_t> Filing::key_number(const signing::KeyId& id) const {
  RowBytes key;
  key.u8(static_cast<std::uint8_t>(Shelf::kKeyIds)).bytes(text_of(id.view()));
  const auto row = views_.get(kDirectory, key.view());
  if (!row) return std::nullopt;
  return RowReader(*row).u32();
}

std::optional<events::ClassNumber> Filing::class_of(events::GroupNumber group) const {
  RowBytes key;
  key.u8(static_cast<std::uint8_t>(Shelf::kNumbers));
  key.u8(static_cast<std::uint8_t>(events::NumberKind::kGroup)).u32(group.value);
  const auto row = views_.get(kDirectory, key.view());
  if (!row) return std::nullopt;
  const FiledRow filed(event_.position, std::string_view(*row).substr(8));
  return filed.fact<events::GroupFormed>().school_class;
}

std::uint32_t Filing::next_key_number() const {
  return count_of([this](std::uint32_t number) {
    RowBytes key;
    key.u8(static_cast<std::uint8_t>(Shelf::kKeys)).u32(number);
    return views_.get(kDirectory, key.view()).has_value();
  });
}

void Filing::put_key_id(const signing::KeyId& id, std::uint32_t number,
                        events::PersonNumber person) const {
  RowBytes by_id;
  RowBytes found;
  by_id.u8(static_cast<std::uint8_t>(Shelf::kKeyIds)).bytes(text_of(id.view()));
  own_.put(by_id.view(), found.u32(number).u64(event_.position.value).view());
  RowBytes by_person;
  by_person.u8(static_cast<std::uint8_t>(Shelf::kPersonKeys)).u32(person.value).u32(number);
  own_.put(by_person.u64(event_.position.value).view(), {});
}

}  // namespace letopis::projections
