// What the directory knows of keys, and which of their operations are void.
#include "projections/directory_reader.h"

namespace letopis::projections {

// Voids are told by the notices alone: a notice counts whoever signed it.
const Voids& Directory::voids() const {
  if (voids_) return *voids_;
  voids_.emplace();
  RowBytes prefix;
  prefix.u8(static_cast<std::uint8_t>(Shelf::kVoids));
  // Nearly always there are none, and the one row that would say otherwise is quick to ask for.
  if (!views_.get(kDirectory, prefix.view())) return *voids_;
  const auto end = after_prefix(prefix.view());
  views_.scan(
      kDirectory, prefix.u32(0).view(), end, [this](std::string_view key, std::string_view value) {
        const events::Position position = position_in(key);
        if (position >= as_of_) return true;
        const events::KeyNumber number{RowReader(key.substr(1)).u32()};
        voids_->add(number, FiledRow(position, value).fact<events::KeyCompromised>().noticed);
        return true;
      });
  return *voids_;
}

std::optional<KeyInfo> Directory::key(events::KeyNumber number) const {
  RowBytes key;
  key.u8(static_cast<std::uint8_t>(Shelf::kKeys)).u32(number.value);
  const auto row = views_.get(kDirectory, key.view());
  if (!row) return std::nullopt;
  const events::Position enrolled{RowReader(*row).u64()};
  if (enrolled >= as_of_) return std::nullopt;
  const FiledRow filed(enrolled, std::string_view(*row).substr(8));
  KeyInfo info;
  info.number = number;
  info.enrolled = enrolled;
  info.since = filed.stamp().recorded;
  if (filed.holds<events::LogStarted>()) {
    info.public_key = filed.fact<events::LogStarted>().founder;
    info.holder = events::KeyHolder::kOffline;
  } else {
    const auto fact = filed.fact<events::KeyEnrolled>();
    info.public_key = fact.public_key;
    info.person = fact.person;
    info.holder = fact.holder;
  }
  story(Shelf::kKeyEnds, {number.value}, [&info](const FiledRow& end, bool) {
    if (!info.ended) info.ended = end.stamp().position;
    return true;
  });
  const auto found = voids().from().find(number);
  if (found != voids().from().end()) info.void_from = found->second;
  return info;
}

std::optional<events::KeyNumber> Directory::key_number(const signing::KeyId& id) const {
  RowBytes key;
  key.u8(static_cast<std::uint8_t>(Shelf::kKeyIds)).bytes(text_of(id.view()));
  const auto row = views_.get(kDirectory, key.view());
  if (!row) return std::nullopt;
  RowReader reader(*row);
  const events::KeyNumber number{reader.u32()};
  if (events::Position{reader.u64()} >= as_of_) return std::nullopt;
  return number;
}

std::vector<KeyInfo> Directory::keys_of(events::PersonNumber person) const {
  RowBytes prefix;
  prefix.u8(static_cast<std::uint8_t>(Shelf::kPersonKeys)).u32(person.value);
  std::vector<events::KeyNumber> numbers;
  views_.scan(kDirectory, prefix.view(), after_prefix(prefix.view()),
              [&numbers](std::string_view key, std::string_view) {
                numbers.push_back({RowReader(key.substr(5)).u32()});
                return true;
              });
  std::vector<KeyInfo> keys;
  for (const events::KeyNumber number : numbers) {
    if (auto info = key(number)) keys.push_back(*info);
  }
  return keys;
}

}  // namespace letopis::projections
