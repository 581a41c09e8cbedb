#include "events/key_standing.h"

#include <fmt/format.h>

#include "outcome/invariant.h"

namespace letopis::events {
namespace {

Refusal unknown_key() {
  return {"key.unknown",
          {"подписано ключом, которого журнал событий не знает",
           "signed with a key that the log does not know"}};
}

}  // namespace

KeyStandings KeyStandings::restore(const std::vector<KeyRecord>& records) {
  KeyStandings standings;
  for (const auto& record : records) {
    INVARIANT(record.number.value == standings.records_.size());
    standings.by_id_.emplace(signing::key_id_of(record.public_key), standings.records_.size());
    standings.records_.push_back(record);
  }
  return standings;
}

Result<KeyNumber> KeyStandings::standing(const signing::KeyId& key, PersonNumber author) const {
  const auto found = by_id_.find(key);
  if (found == by_id_.end()) return unknown_key();
  const KeyRecord& record = records_[found->second];
  if (record.person != author) {
    return Refusal{"key.of_another",
                   {fmt::format("автором назван № {}, а ключ принадлежит № {}", author.value,
                                record.person.value),
                    fmt::format("the author is said to be {}, but the key belongs to {}",
                                author.value, record.person.value)}};
  }
  if (record.ended) {
    return Refusal{"key.ended",
                   {fmt::format("ключ не действует с записи № {}", record.ended->value),
                    fmt::format("the key ended at entry {}", record.ended->value)}};
  }
  return record.number;
}

Outcome KeyStandings::apply(const Event& event, Position position) {
  if (const auto* fact = std::get_if<LogStarted>(&event.fact)) {
    if (!records_.empty()) {
      return Refusal{"key.enrolled_twice",
                     {"журнал событий начинается один раз: второго основателя не бывает",
                      "a log starts once: there is no second founder"}};
    }
    return enroll(fact->founder, PersonNumber{0}, position);
  }
  if (const auto* fact = std::get_if<KeyEnrolled>(&event.fact)) {
    return enroll(fact->public_key, fact->person, position);
  }
  if (const auto* fact = std::get_if<KeyEnded>(&event.fact)) {
    return end(fact->key, fact->person, position, std::nullopt);
  }
  if (const auto* fact = std::get_if<KeyCompromised>(&event.fact)) {
    return end(fact->key, fact->person, position, fact->noticed);
  }
  return Done{};
}

std::optional<KeyRecord> KeyStandings::find(const signing::KeyId& key) const {
  const auto found = by_id_.find(key);
  if (found == by_id_.end()) return std::nullopt;
  return records_[found->second];
}

Outcome KeyStandings::enroll(const signing::PublicKey& key, PersonNumber person,
                             Position position) {
  const signing::KeyId id = signing::key_id_of(key);
  if (by_id_.contains(id)) {
    return Refusal{"key.enrolled_twice",
                   {"этот ключ уже введён: каждому нужен свой, новый ключ",
                    "this key is enrolled already: each needs a new one"}};
  }
  by_id_.emplace(id, records_.size());
  records_.push_back({KeyNumber{static_cast<std::uint32_t>(records_.size())}, key, person, position,
                      std::nullopt, std::nullopt});
  return Done{};
}

Outcome KeyStandings::end(const signing::KeyId& key, PersonNumber person, Position position,
                          std::optional<Instant> void_from) {
  const auto found = by_id_.find(key);
  if (found == by_id_.end() || records_[found->second].person != person) return unknown_key();
  KeyRecord& record = records_[found->second];
  if (!record.ended) record.ended = position;
  // A later notice may learn of an earlier theft; it never makes valid again what was void.
  if (void_from && (!record.void_from || *void_from < *record.void_from)) {
    record.void_from = void_from;
  }
  return Done{};
}

}  // namespace letopis::events
