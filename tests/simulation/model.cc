#include "simulation/model.h"

#include <algorithm>

namespace letopis::simulation {
namespace {

constexpr std::int64_t kFiveMinutes = 5 * 60 * 1000;

Model::CommandName name_of(const Sent& sent) {
  return {sent.events.front().author, sent.events.front().command};
}

}  // namespace

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
    const bool fresh =
        keys.try_emplace(signing::key_id_of(one->public_key), Key{one->person}).second;
    if (!fresh) return "key.enrolled_twice";
  } else if (const auto* gone = std::get_if<events::KeyEnded>(&fact)) {
    const auto found = keys.find(gone->key);
    if (found == keys.end() || found->second.person != gone->person) return "key.unknown";
    found->second.ended = true;
  }
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
  if (!entries_.empty() && sent.events.front().log != log_) return {"ledger.another_log", {}, {}};
  const auto recorded = entries_.empty() ? now : std::max(now, entries_.back().recorded);
  for (const auto& event : sent.events) {
    if (event.stated.milliseconds - recorded.milliseconds > kFiveMinutes) {
      return {"entry.stated_ahead", {}, {}};
    }
  }
  for (const auto& wrong : {versions(sent), keys(sent)}) {
    if (!wrong.empty()) return {wrong, {}, {}};
  }
  for (const auto& event : sent.events) {
    const auto* mark = std::get_if<events::MarkGiven>(&event.fact);
    if (mark && mark->pupil.value == kNobody) return {"subject.missing", {}, {}};
  }
  return {"", {entries_.size()}, recorded};
}

void Model::take(const Sent& sent, events::Instant recorded) {
  commands_[name_of(sent)] = {{entries_.size()}, static_cast<std::uint16_t>(sent.events.size())};
  for (std::size_t i = 0; i < sent.events.size(); ++i) {
    const auto& event = sent.events[i];
    streams_[event.stream].push_back({entries_.size()});
    entries_.push_back({sent.command.events[i].bytes, recorded});
    turn(keys_, event.fact);
    if (const auto* gone = std::get_if<events::PersonErased>(&event.fact)) {
      erased_.insert(gone->person);
    }
  }
  for (const auto& text : sent.command.texts) texts_.push_back(text);
}

}  // namespace letopis::simulation
