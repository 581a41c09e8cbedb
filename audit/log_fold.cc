#include "audit/log_fold.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace letopis::audit {

std::size_t StreamHash::operator()(const events::Stream& stream) const noexcept {
  std::uint64_t mixed = static_cast<std::uint64_t>(stream.kind);
  for (const std::uint64_t part : {stream.a, stream.b, stream.c}) {
    mixed = (mixed ^ part) * 0x9E3779B97F4A7C15u;
    mixed ^= mixed >> 32;
  }
  return mixed;
}

void LogFold::watch(std::uint64_t size) {
  roots_.emplace(size, size == this->size() ? std::optional(frontier_.root()) : std::nullopt);
}

std::optional<signing::Digest> LogFold::root_at(std::uint64_t size) const {
  const auto found = roots_.find(size);
  return found == roots_.end() ? std::nullopt : found->second;
}

void LogFold::hash(const signing::Digest& leaf, std::vector<signing::TileHash>& completed) {
  before_ = frontier_;
  frontier_.append(leaf, completed);
  if (const auto watched = roots_.find(frontier_.size()); watched != roots_.end()) {
    watched->second = frontier_.root();
  }
}

std::optional<signing::CheckedKey> LogFold::take(const events::EntryParts& parts,
                                                 const events::Event& event) {
  hold(origin_.next(event, before_));
  if (const auto* start = std::get_if<events::LogStarted>(&event.fact)) trial_ = start->trial;
  check_sequence(parts, event);
  check_version(event);
  // The founder's key comes with entry 0, which it signs.
  const bool founding = position().value == 0;
  if (founding) hold(keys_.apply(event, position()));
  auto key = standing(parts, event);
  if (key && !founding) hold(keys_.apply(event, position()));
  return key;
}

std::optional<signing::CheckedKey> LogFold::take_unknown(const events::EntryParts& parts,
                                                         const events::Envelope& event,
                                                         const Refusal& unknown) {
  findings_.add(Fault::kIncomplete, "entries", unknown, position());
  lost_ = true;
  readable_ = false;
  check_sequence(parts, event);
  check_version(event);
  return standing(parts, event);
}

void LogFold::lose(const Refusal& why) {
  findings_.add(Fault::kAltered, "entries", why, position());
  readable_ = false;
  lost_ = true;
  lost_before_ = true;
}

void LogFold::finish() {
  if (!sequence_.whole()) {
    findings_.add(Fault::kIncomplete, "entries",
                  {"entry.command_torn",
                   {"последняя команда записана не целиком", "the last command is not whole"}});
  }
  check_commands_once();
}

void LogFold::hold(const Outcome& outcome) {
  if (outcome) return;
  findings_.add(Fault::kAltered, "entries", outcome.refusal(), position());
  readable_ = false;
}

// After a break the sequence goes on from the entry that broke it: one fault is one finding, not
// one for each entry that follows.
void LogFold::check_sequence(const events::EntryParts& parts, const events::Envelope& event) {
  if (event.index == 0) commands_.push_back({event.author, event.command, position()});
  const auto follows = sequence_.next(event, parts.key, parts.recorded);
  const bool excused = std::exchange(lost_before_, false);
  if (follows) return;
  if (!excused) hold(follows);
  sequence_ = events::EnvelopeSequence::restore(frontier_.size(), event, parts.key, parts.recorded);
}

void LogFold::check_version(const events::Envelope& event) {
  std::uint32_t& version = versions_[event.stream];
  const std::uint32_t expected = std::exchange(version, event.version) + 1;
  if (event.version == expected) return;
  findings_.add(Fault::kAltered, "entries",
                {"stream.version",
                 {"версия события в его потоке — " + std::to_string(event.version) +
                      ", а должна быть " + std::to_string(expected),
                  "the event has version " + std::to_string(event.version) +
                      " in its stream, it must be " + std::to_string(expected)}},
                position());
}

std::optional<signing::CheckedKey> LogFold::standing(const events::EntryParts& parts,
                                                     const events::Envelope& event) {
  const auto number = keys_.standing(parts.key, event.author);
  if (!number) {
    hold(Outcome(number.refusal()));
    return std::nullopt;
  }
  if (const auto known = checked_.find(parts.key); known != checked_.end()) return known->second;
  const auto key = signing::CheckedKey::admit(keys_.find(parts.key)->public_key);
  if (!key) {
    hold(Outcome(key.refusal()));
    return std::nullopt;
  }
  checked_.emplace(parts.key, *key);
  return *key;
}

void LogFold::check_commands_once() {
  const auto name = [](const CommandName& one) { return std::tie(one.author, one.id, one.first); };
  std::sort(commands_.begin(), commands_.end(),
            [&](const auto& left, const auto& right) { return name(left) < name(right); });
  for (std::size_t i = 1; i < commands_.size(); ++i) {
    if (commands_[i - 1].author != commands_[i].author || commands_[i - 1].id != commands_[i].id) {
      continue;
    }
    findings_.add(
        Fault::kAltered, "entries",
        {"entry.command_twice",
         {"одна и та же команда записана дважды", "one and the same command stands twice"}},
        commands_[i].first);
  }
}

}  // namespace letopis::audit
