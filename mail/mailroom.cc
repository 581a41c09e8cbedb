#include "mail/mailroom.h"

#include <fmt/format.h>

#include <algorithm>

#include "mail/credential_notices.h"
#include "mail/notices.h"
#include "mail/topics.h"
#include "regulations/civil_day.h"
#include "signing/encoding.h"

namespace letopis::mail {
namespace {

constexpr int kDaysAWeek = 7;
constexpr std::size_t kIdBytes = 16;

regulations::TimeZone zone_of(const projections::Directory& directory) {
  const auto school = directory.school();
  auto zone = regulations::TimeZone::named(school ? school->fact.time_zone : "UTC");
  INVARIANT(zone.has_value());  // the log takes no other
  return *std::move(zone);
}

// The Monday of the last week that may be told by now: on the next one, in the morning.
events::Day last_full_week(events::Instant now, const regulations::TimeZone& zone) {
  const auto today = zone.day_of(now);
  auto monday = regulations::plus_days(today, 1 - static_cast<int>(regulations::weekday(today)));
  const bool too_early = monday == today && zone.minute_of(now) < kDigestHour * 60;
  return regulations::plus_days(monday, too_early ? -2 * kDaysAWeek : -kDaysAWeek);
}

events::Day last_full_day(events::Instant now, const regulations::TimeZone& zone) {
  const auto today = zone.day_of(now);
  return zone.minute_of(now) < kDayHour * 60 ? regulations::plus_days(today, -1) : today;
}

// What the calendar brings between two looks, but for the periods.
std::vector<Notice> digests(const Progress& told, const Progress& now,
                            const projections::Directory& directory) {
  std::vector<Notice> notices;  // a missed one is no news
  if (told.week < now.week) notices = weekly_notices(now.week, directory);
  if (told.day < now.day) {
    const auto of_day = daily_notices(now.day, directory);
    notices.insert(notices.end(), of_day.begin(), of_day.end());
  }
  return notices;
}

// Between two characters.
void cut(std::string& body) {
  if (body.size() <= kMostBodyBytes) return;
  auto end = kMostBodyBytes;
  while (end > 0 && (static_cast<unsigned char>(body[end]) & 0xc0) == 0x80) --end;
  body.resize(end);
}

}  // namespace

Mailroom::Mailroom(shelf::Shelf& shelf, MailroomSettings settings, Send send)
    : shelf_(shelf), queue_(shelf), settings_(std::move(settings)), send_(std::move(send)) {}

bool Mailroom::is_wished(const Notice& notice) const {
  const auto topic = topic_of(notice.kind);
  return !topic || topics_of(notice.to, shelf_).has(*topic);
}

bool Mailroom::look(const LogSight& log, events::Instant now) {
  const projections::Directory directory(log.views, log.size);
  const auto zone = zone_of(directory);
  const auto today = zone.day_of(now);
  const auto before = queue_.progress();
  const Progress reached{log.size, last_full_week(now, zone), today, last_full_day(now, zone),
                         log.accesses.size};
  Progress progress = before.value_or(reached);
  std::uint64_t told = progress.accesses.value_or(log.accesses.size);
  std::vector<Notice> notices;
  const auto add = [&notices](std::vector<Notice> more) {
    notices.insert(notices.end(), more.begin(), more.end());
  };
  const bool has_room = queue_.waiting() < kMostWaiting;
  const auto end = std::min(log.size.value, progress.seen.value + kMostEntriesAtOnce);
  if (has_room) {
    for (; progress.seen.value < end && notices.size() < kMostNoticesAtOnce;
         ++progress.seen.value) {
      add(notices_of(log.entry(progress.seen), directory, today));
    }
    const auto last = std::min(log.accesses.size, told + kMostEntriesAtOnce);
    for (; told < last; ++told) {
      const auto entry = log.accesses.entry(told);
      const auto notice = entry ? notice_of(*entry, told, zone) : std::nullopt;
      if (notice) notices.push_back(*notice);
    }
    add(digests(progress, reached, directory));
    for (const auto day : periods_begun(progress.services, today, directory)) {
      add(services_notices(day, directory));
    }
    progress.week = std::max(progress.week, reached.week);
    progress.services = std::max(progress.services, today);
    progress.day = std::max(progress.day, reached.day);
  }
  progress.accesses = told;
  std::erase_if(notices, [this](const Notice& one) { return !is_wished(one); });
  if (!before || progress != *before) queue_.put(notices, progress, now);
  return has_room && (progress.seen < log.size || told < log.accesses.size);
}

std::string Mailroom::id_of(const Notice& notice) const {
  const auto digest =
      signing::sha256(bytes_of("letopis notice v1\n" + settings_.origin + "\n" + key_of(notice)));
  return fmt::format("{}@{}", signing::to_hex(digest.view().first(kIdBytes)),
                     settings_.origin.substr(0, settings_.origin.find('/')));
}

Delivered Mailroom::deliver(const LogSight& log, events::Instant now, std::size_t most) {
  Delivered delivered;
  const projections::Directory directory(log.views, log.size);
  const auto zone = zone_of(directory);
  const Sources from{log.views,    directory,          log.texts,     zone,
                     log.accesses, settings_.language, settings_.page};
  for (const auto& one : queue_.due(now, most)) {
    auto words = is_wished(one.notice) ? words_of(one.notice, from) : std::nullopt;
    const auto address = words ? address_of(one.notice.to, from) : std::nullopt;
    if (!address) {
      queue_.drop(one);
      ++delivered.dropped;
      continue;
    }
    cut(words->body);
    const auto sent = send_(
        {*address, std::move(words->subject), std::move(words->body), id_of(one.notice)}, now);
    if (sent) {
      queue_.sent(one, now);
      ++delivered.sent;
    } else {
      queue_.failed(one, sent.refusal(), is_for_good(sent.refusal()), now);
      ++delivered.failed;
    }
  }
  queue_.forget(now);
  return delivered;
}

}  // namespace letopis::mail
