#include "mail/queue.h"

#include <algorithm>
#include <set>

#include "shelf/row.h"

namespace letopis::mail {
namespace {

constexpr std::string_view kProgress = "mail/progress";
constexpr std::string_view kWaiting = "mail/wait/";
constexpr std::string_view kSent = "mail/sent/";
constexpr std::string_view kGivenUp = "mail/lost/";

std::string row_key(std::string_view prefix, const Notice& notice) {
  return std::string(prefix) + key_of(notice);
}

std::string value_of(const Waiting& one) {
  return shelf::RowWriter()
      .i64(one.since.milliseconds)
      .i64(one.next.milliseconds)
      .u16(one.tries)
      .take();
}

Waiting waiting_of(std::string_view key, std::string_view value) {
  shelf::RowReader row(value);
  Waiting one;
  one.notice = notice_of(key.substr(kWaiting.size()));
  one.since.milliseconds = row.i64();
  one.next.milliseconds = row.i64();
  one.tries = row.u16();
  return one;
}

std::string moment_value(events::Instant moment) {
  return shelf::RowWriter().i64(moment.milliseconds).take();
}

std::int64_t pause_after(std::uint16_t tries) {
  const auto doubled = std::min<std::uint16_t>(tries, 16);
  return std::min(kLongestPauseMs, kFirstPauseMs << doubled);
}

}  // namespace

Queue::Queue(shelf::Shelf& shelf) : shelf_(shelf) {
  shelf_.scan(kWaiting, shelf::after_prefix(kWaiting), [this](auto, auto) {
    ++waiting_;
    return true;
  });
}

std::optional<Progress> Queue::progress() const {
  const auto value = shelf_.get(kProgress);
  if (!value) return std::nullopt;
  shelf::RowReader row(*value);
  Progress progress;
  progress.seen.value = row.u64();
  progress.week.value = static_cast<std::int32_t>(row.u32());
  progress.services.value = static_cast<std::int32_t>(row.u32());
  // Rows of before there was a diary of the day end here.
  progress.day.value =
      row.at_end() ? progress.services.value : static_cast<std::int32_t>(row.u32());
  // And those of before there were warnings, here.
  if (!row.at_end()) progress.accesses = row.u64();
  return progress;
}

void Queue::put(const std::vector<Notice>& notices, const Progress& progress, events::Instant now) {
  std::vector<shelf::Change> changes;
  for (const auto& notice : std::set<Notice>(notices.begin(), notices.end())) {
    auto key = row_key(kWaiting, notice);
    if (shelf_.get(key) || shelf_.get(row_key(kSent, notice)) ||
        shelf_.get(row_key(kGivenUp, notice))) {
      continue;
    }
    changes.push_back({std::move(key), value_of({notice, now, now, 0})});
  }
  const auto added = changes.size();
  shelf::RowWriter row;
  row.u64(progress.seen.value)
      .u32(static_cast<std::uint32_t>(progress.week.value))
      .u32(static_cast<std::uint32_t>(progress.services.value))
      .u32(static_cast<std::uint32_t>(progress.day.value));
  if (progress.accesses) row.u64(*progress.accesses);
  changes.push_back({std::string(kProgress), row.take()});
  shelf_.write(changes);
  waiting_ += added;
}

std::vector<Waiting> Queue::due(events::Instant now, std::size_t most) const {
  std::vector<Waiting> due;
  shelf_.scan(kWaiting, shelf::after_prefix(kWaiting), [&](auto key, auto value) {
    auto one = waiting_of(key, value);
    if (one.next <= now) due.push_back(one);
    return true;
  });
  std::stable_sort(due.begin(), due.end(),
                   [](const auto& a, const auto& b) { return a.since < b.since; });
  if (due.size() > most) due.resize(most);
  return due;
}

std::optional<events::Instant> Queue::oldest() const {
  std::optional<events::Instant> oldest;
  if (waiting_ == 0) return oldest;
  shelf_.scan(kWaiting, shelf::after_prefix(kWaiting), [&](auto key, auto value) {
    const auto one = waiting_of(key, value);
    if (!oldest || one.since < *oldest) oldest = one.since;
    return true;
  });
  return oldest;
}

void Queue::sent(const Waiting& one, events::Instant now) {
  const shelf::Change changes[] = {{row_key(kWaiting, one.notice), std::nullopt},
                                   {row_key(kSent, one.notice), moment_value(now)}};
  shelf_.write(changes);
  --waiting_;
}

void Queue::drop(const Waiting& one) {
  const shelf::Change changes[] = {{row_key(kWaiting, one.notice), std::nullopt}};
  shelf_.write(changes);
  --waiting_;
}

void Queue::failed(const Waiting& one, const Refusal& why, bool for_good, events::Instant now) {
  const bool too_long = now.milliseconds - one.since.milliseconds >= kTriedForMs;
  if (!for_good && !too_long) {
    Waiting later = one;
    later.next.milliseconds = now.milliseconds + pause_after(one.tries);
    ++later.tries;
    const shelf::Change changes[] = {{row_key(kWaiting, one.notice), value_of(later)}};
    shelf_.write(changes);
    return;
  }
  const shelf::Change changes[] = {
      {row_key(kWaiting, one.notice), std::nullopt},
      {row_key(kGivenUp, one.notice),
       shelf::RowWriter().i64(now.milliseconds).text(why.code).take()}};
  shelf_.write(changes);
  --waiting_;
}

std::vector<GivenUp> Queue::given_up() const {
  std::vector<GivenUp> all;
  shelf_.scan(kGivenUp, shelf::after_prefix(kGivenUp), [&](auto key, auto value) {
    shelf::RowReader row(value);
    GivenUp one;
    one.notice = notice_of(key.substr(kGivenUp.size()));
    one.at.milliseconds = row.i64();
    one.why = row.text();
    all.push_back(std::move(one));
    return true;
  });
  return all;
}

void Queue::forget(events::Instant now) {
  std::vector<shelf::Change> changes;
  for (const auto prefix : {kSent, kGivenUp}) {
    shelf_.scan(prefix, shelf::after_prefix(prefix), [&](auto key, auto value) {
      const auto at = shelf::RowReader(value).i64();
      if (now.milliseconds - at >= kRememberedMs) changes.push_back({std::string(key), {}});
      return changes.size() < shelf::kMaxChanges;
    });
  }
  if (!changes.empty()) shelf_.write(changes);
}

}  // namespace letopis::mail
