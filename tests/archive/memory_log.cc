#include "archive/memory_log.h"

#include "events/codec.h"
#include "events/stream.h"
#include "signing/checkpoint.h"

namespace letopis::archive {
namespace {

constexpr std::int64_t kSecondMs = 1'000;

// The hashes that tiles hold, by level.
std::vector<std::vector<signing::Digest>> levels_of(const std::vector<std::string>& entries) {
  std::vector<std::vector<signing::Digest>> levels(1);
  signing::MerkleFrontier frontier;
  std::vector<signing::TileHash> completed;
  for (const auto& entry : entries) {
    completed.clear();
    frontier.append(signing::leaf_hash(bytes_of(entry)), completed);
    for (const auto& one : completed) {
      if (levels.size() <= one.tile_level) levels.resize(one.tile_level + 1);
      levels[one.tile_level].push_back(one.hash);
    }
  }
  return levels;
}

}  // namespace

MemoryLog::MemoryLog(const trial::Settings& settings)
    : settings_(settings), id_(trial::Year(settings).log_id()), origin_(settings.origin) {}

signing::PrivateKey MemoryLog::log_key() const {
  return signing::PrivateKey(trial::Year(settings_).log_seed());
}

signing::PrivateKey MemoryLog::key_of(events::PersonNumber person, unsigned which) const {
  return trial::Year(settings_).key_of(person, which);
}

void MemoryLog::record(const trial::Command& command) {
  const auto key = key_of(command.author, command.author_key);
  events::Event event;
  event.log = id_;
  event.command = command.id;
  event.count = static_cast<std::uint16_t>(command.facts.size());
  event.author = command.author;
  event.stated = command.stated;
  for (const auto& fact : command.facts) {
    event.stream = events::stream_of(fact);
    event.version = next_version(event.stream);
    event.fact = fact;
    append(event, key, command.at);
    ++event.index;
  }
}

void MemoryLog::state(std::vector<events::Fact> facts) {
  trial::Command command;
  command.author = kDirector;
  command.id = {0xD1, size()};
  command.at = {last_recorded().milliseconds + kSecondMs};
  command.stated = command.at;
  command.facts = std::move(facts);
  record(command);
}

events::Event MemoryLog::next_event(events::Fact fact, events::PersonNumber author) const {
  events::Event event;
  event.log = id_;
  event.command = {0xA0, size()};
  event.author = author;
  event.stated = {last_recorded().milliseconds + kSecondMs};
  event.stream = events::stream_of(fact);
  event.version = next_version(event.stream);
  event.fact = std::move(fact);
  return event;
}

void MemoryLog::append(const events::Event& event, const signing::PrivateKey& key,
                       events::Instant recorded) {
  const auto bytes = events::encode(event);
  entries.push_back(events::make_entry(events::sign_event(bytes, key), recorded));
  versions_[event.stream] = event.version;
  ++counted_;
}

// Tests take entries away too; then the versions are counted anew.
std::uint32_t MemoryLog::next_version(const events::Stream& stream) const {
  if (counted_ == entries.size()) {
    const auto found = versions_.find(stream);
    return found == versions_.end() ? 1 : found->second + 1;
  }
  std::uint32_t version = 1;
  for (std::uint64_t i = 0; i < size(); ++i) {
    if (event(i).stream == stream) version = event(i).version + 1;
  }
  return version;
}

events::Instant MemoryLog::last_recorded() const {
  return events::cut_entry(bytes_of(entries.back()))->recorded;
}

events::Event MemoryLog::event(std::uint64_t position) const {
  return *events::decode(events::cut_entry(bytes_of(entries[position]))->event);
}

std::uint64_t MemoryLog::find(std::string_view fact, std::uint64_t from) const {
  while (events::name_of(event(from).fact) != fact) ++from;
  return from;
}

void MemoryLog::falsify(std::uint64_t position, const std::function<void(events::Event&)>& change) {
  const auto parts = *events::cut_entry(bytes_of(entries[position]));
  auto said = event(position);
  change(said);
  const auto bytes = events::encode(said);
  entries[position] =
      events::make_entry({std::string(text_of(bytes)), parts.key, parts.signature}, parts.recorded);
}

std::string MemoryLog::checkpoint() const {
  signing::MerkleFrontier frontier;
  for (const auto& entry : entries) frontier.append(signing::leaf_hash(bytes_of(entry)));
  return signing::sign_checkpoint({origin_, frontier.size(), frontier.root()}, log_key());
}

LogSource MemoryLog::source() const {
  const auto levels = levels_of(entries);
  return {checkpoint(),
          [this](events::Position first, std::size_t count) {
            const auto from = entries.begin() + static_cast<std::ptrdiff_t>(first.value);
            return std::vector(from, from + static_cast<std::ptrdiff_t>(count));
          },
          [levels](unsigned level, std::uint64_t first, std::size_t count) {
            const auto from = levels[level].begin() + static_cast<std::ptrdiff_t>(first);
            return std::vector(from, from + static_cast<std::ptrdiff_t>(count));
          }};
}

events::KeyStandings MemoryLog::keys() const {
  events::KeyStandings keys;
  for (std::uint64_t i = 0; i < size(); ++i) (void)keys.apply(event(i), {i});
  return keys;
}

}  // namespace letopis::archive
