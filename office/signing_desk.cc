#include "office/signing_desk.h"

namespace letopis::office {

std::size_t SigningDesk::StreamHash::operator()(const events::Stream& stream) const noexcept {
  // Multiplied by odd constants with well-mixed bits, so that neighbours fall apart.
  std::uint64_t mixed = static_cast<std::uint64_t>(stream.kind) * 0x9e37'79b9'7f4a'7c15U;
  for (const std::uint64_t part : {stream.a, stream.b, stream.c}) {
    mixed = (mixed ^ part) * 0xff51'afd7'ed55'8ccdU;
    mixed ^= mixed >> 32;
  }
  return static_cast<std::size_t>(mixed);
}

const signing::PrivateKey& SigningDesk::key(events::PersonNumber author, unsigned which) {
  const auto found = keys_.find({author, which});
  if (found != keys_.end()) return found->second;
  return keys_.emplace(std::pair{author, which}, key_of_(author, which)).first->second;
}

std::uint32_t SigningDesk::next_version(const events::Stream& stream) {
  const auto [at, is_new] = versions_.try_emplace(stream, 0U);
  if (is_new && version_of_) at->second = version_of_(stream);
  return ++at->second;
}

void SigningDesk::take_back_versions(const trial::Command& command) {
  for (const auto& fact : command.facts) --versions_.at(events::stream_of(fact));
}

ledger::OwnCommand SigningDesk::sign(const trial::Command& command) {
  const auto& key = this->key(command.author, command.author_key);
  ledger::OwnCommand out;
  out.texts = command.texts;
  events::Event event;
  event.log = log_;
  event.command = command.id;
  event.count = static_cast<std::uint16_t>(command.facts.size());
  event.author = command.author;
  event.stated = command.stated;
  for (const auto& fact : command.facts) {
    event.stream = events::stream_of(fact);
    event.version = next_version(event.stream);
    event.fact = fact;
    out.add(event, key);
    ++event.index;
  }
  if (command.in_vain) take_back_versions(command);
  return out;
}

}  // namespace letopis::office
