#include "simulation/model.h"

#include <algorithm>

#include "projections/projections.h"
#include "rules/admit.h"

namespace letopis::simulation {
namespace {

constexpr std::int64_t kFiveMinutes = 5 * 60 * 1000;

Model::CommandName name_of(const Sent& sent) {
  return {sent.events.front().author, sent.events.front().command};
}

bool starts(const Sent& sent) {
  return std::any_of(sent.events.begin(), sent.events.end(), [](const events::Event& event) {
    return std::holds_alternative<events::LogStarted>(event.fact);
  });
}

}  // namespace

Model::Model(events::LogId log) : log_(log), projections_(projections::all()) {}

events::Instant Model::recorded(events::Instant now) const {
  return entries_.empty() ? now : std::max(now, entries_.back().recorded);
}

bool Model::is_in_force(const signing::KeyId& key) const {
  const auto found = keys_.find(key);
  return found != keys_.end() && !found->second.ended;
}

std::uint32_t Model::version_of(const events::Stream& stream) const {
  const auto found = streams_.find(stream);
  return found == streams_.end() ? 0 : static_cast<std::uint32_t>(found->second.size());
}

std::string Model::seen(const Sent& sent, const ledger::CommandPlace& place) const {
  bool same = place.count == sent.events.size();
  for (std::size_t i = 0; same && i < place.count; ++i) {
    same = entries_[place.first.value + i].bytes == sent.command.events[i].bytes;
  }
  return same ? "" : "command.reused";
}

std::string Model::versions(const Sent& sent) const {
  std::map<events::Stream, std::uint32_t> next;
  for (const auto& event : sent.events) {
    const auto place = next.try_emplace(event.stream, version_of(event.stream)).first;
    if (event.version != ++place->second) return "stream.version";
  }
  return "";
}

std::string Model::turn(Keys& keys, const events::Fact& fact) {
  if (const auto* start = std::get_if<events::LogStarted>(&fact)) {
    keys[signing::key_id_of(start->founder)] = {};
  } else if (const auto* one = std::get_if<events::KeyEnrolled>(&fact)) {
    const auto number = static_cast<std::uint32_t>(keys.size());
    const bool fresh =
        keys.try_emplace(signing::key_id_of(one->public_key), Key{one->person, number}).second;
    if (!fresh) return "key.enrolled_twice";
  } else if (const auto* gone = std::get_if<events::KeyEnded>(&fact)) {
    return end(keys, gone->key, gone->person);
  } else if (const auto* stolen = std::get_if<events::KeyCompromised>(&fact)) {
    return end(keys, stolen->key, stolen->person);
  }
  return "";
}

std::string Model::end(Keys& keys, const signing::KeyId& key, events::PersonNumber person) {
  const auto found = keys.find(key);
  if (found == keys.end() || found->second.person != person) return "key.unknown";
  found->second.ended = true;
  return "";
}

std::string Model::keys(const Sent& sent) const {
  Keys after = keys_;
  for (std::size_t i = 0; i < sent.events.size(); ++i) {
    if (!entries_.empty()) {
      const auto& key = after.at(sent.command.events[i].key);
      if (key.person != sent.events[i].author) return "key.of_another";
      if (key.ended) return "key.ended";
    }
    if (auto wrong = turn(after, sent.events[i].fact); !wrong.empty()) return wrong;
  }
  return "";
}

Expected Model::expect(const Sent& sent, events::Instant now) const {
  if (!sent.refused_at_once.empty()) return {sent.refused_at_once, {}, {}};
  if (const auto found = commands_.find(name_of(sent)); found != commands_.end()) {
    const auto& place = found->second;
    return {seen(sent, place), place.first, entries_[place.first.value].recorded, true};
  }
  if (!entries_.empty() && starts(sent)) return {"ledger.started", {}, {}};
  if (!entries_.empty() && sent.events.front().log != log_) return {"ledger.another_log", {}, {}};
  const auto when = recorded(now);
  for (const auto& event : sent.events) {
    if (event.stated.milliseconds - when.milliseconds > kFiveMinutes) {
      return {"entry.stated_ahead", {}, {}};
    }
  }
  for (const auto& wrong : {versions(sent), keys(sent)}) {
    if (!wrong.empty()) return {wrong, {}, {}};
  }
  const auto allowed = rules::admit(sent.events, sent.command.texts, views_, when);
  return {allowed ? "" : allowed.refusal().code, {entries_.size()}, when, false, true};
}

void Model::take(const Sent& sent, events::Instant recorded) {
  commands_[name_of(sent)] = {{entries_.size()}, static_cast<std::uint16_t>(sent.events.size())};
  for (std::size_t i = 0; i < sent.events.size(); ++i) {
    const auto& event = sent.events[i];
    streams_[event.stream].push_back({entries_.size()});
    fold(event, sent.command.events[i].key, recorded);
    entries_.push_back({sent.command.events[i].bytes, recorded});
    turn(keys_, event.fact);
    if (const auto* gone = std::get_if<events::PersonErased>(&event.fact)) {
      erased_.insert(gone->person);
    }
  }
  for (const auto& text : sent.command.texts) texts_.push_back(text);
}

void Model::fold(const events::Event& event, const signing::KeyId& key, events::Instant recorded) {
  // Entry 0 is signed by the key that it brings.
  const auto signer = keys_.find(key);
  const std::uint32_t number = signer == keys_.end() ? 0 : signer->second.number;
  views_.fold(projections_, {{entries_.size()}, recorded, {number}, event});
  facts_.push_back({event.fact, event.author, key, recorded});
}

}  // namespace letopis::simulation
