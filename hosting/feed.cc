#include "hosting/feed.h"

#include <algorithm>
#include <map>

namespace letopis::hosting {

std::vector<EntrySight> feed_entries(const ledger::Snapshot& log, std::uint64_t first,
                                     std::size_t count) {
  const projections::Directory directory(log);
  std::vector<EntrySight> out;
  out.reserve(count);
  for (std::uint64_t at = first; at < first + count; ++at) {
    const auto recorded = log.event({at});
    INVARIANT(recorded.has_value());  // the ledger took it
    out.push_back(sight_of(*recorded, directory));
  }
  return out;
}

Feed::Feed(const ledger::Ledger& ledger) : ledger_(ledger), thread_([this] { run(); }) {}

Feed::~Feed() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wakes_.notify_all();
  thread_.join();
}

Outcome Feed::listen(events::Position from, Listener listener) {
  {
    const std::lock_guard lock(mutex_);
    if (count_ >= kMostListeners) {
      return Refusal{"feed.crowded",
                     {"изменения слушает слишком много программ и страниц",
                      "too many programs and pages listen for changes"},
                     {},
                     {"повторите позже", "try again later"}};
    }
    ++count_;
    coming_.push_back({from.value, std::move(listener)});
  }
  wakes_.notify_all();
  return Done{};
}

void Feed::stir() {
  {
    const std::lock_guard lock(mutex_);
    if (count_ == 0) return;
    stirred_ = true;
  }
  wakes_.notify_all();
}

std::size_t Feed::listeners() const {
  const std::lock_guard lock(mutex_);
  return count_;
}

bool Feed::tell(Places& places) const {
  const auto log = ledger_.snapshot();
  // Most stand at the same place, so what they hear is read once.
  std::map<std::uint64_t, std::vector<EntrySight>> read;
  bool behind = false;
  for (auto place = places.begin(); place != places.end();) {
    if (place->next >= log->size()) {
      ++place;
      continue;
    }
    const auto count = std::min<std::uint64_t>(kFeedBatch, log->size() - place->next);
    auto at = read.find(place->next);
    if (at == read.end()) {
      at = read.emplace(place->next, feed_entries(*log, place->next, count)).first;
    }
    if (!place->listener(at->second, *log)) {
      place = places.erase(place);
      continue;
    }
    place->next += count;
    behind = behind || place->next < log->size();
    ++place;
  }
  return behind;
}

// Whoever has gone, or may listen no more, is not kept until something comes.
void Feed::look_after(Places& places) const {
  const auto log = ledger_.snapshot();
  places.remove_if([&log](Place& place) { return !place.listener({}, *log); });
}

void Feed::run() {
  bool behind = false;
  auto look = std::chrono::steady_clock::now() + kFeedLook;
  std::unique_lock lock(mutex_);
  while (!ending_) {
    if (!behind && !stirred_ && coming_.empty()) {
      if (count_ == 0) {
        wakes_.wait(lock);
      } else {
        wakes_.wait_for(lock, kFeedRest);
      }
      if (ending_) return;
    }
    stirred_ = false;
    places_.splice(places_.end(), coming_);
    lock.unlock();
    behind = tell(places_);
    if (const auto now = std::chrono::steady_clock::now(); now >= look) {
      look = now + kFeedLook;
      look_after(places_);
    }
    lock.lock();
    count_ = places_.size() + coming_.size();
  }
}

}  // namespace letopis::hosting
