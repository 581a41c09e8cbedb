#include "hosting/post.h"

#include <algorithm>
#include <stdexcept>

#include "outcome/invariant.h"

namespace letopis::hosting {

Result<std::unique_ptr<Post>> Post::open(const std::filesystem::path& directory,
                                         const std::string& origin, const PostParts& parts) {
  auto settings = mail::read_settings(directory);
  if (!settings) return settings.refusal();
  if (!*settings) return std::unique_ptr<Post>();
  return std::unique_ptr<Post>(new Post(**std::move(settings), origin, parts));
}

Post::Post(mail::PostSettings settings, const std::string& origin, const PostParts& parts)
    : parts_(parts),
      courier_(std::move(settings.smtp)),
      room_(parts.shelf, {origin, settings.language, std::move(settings.page)},
            [this](const mail::Email& email, events::Instant now) {
              return courier_.send(email, now);
            }),
      thread_([this] { run(); }) {}

Post::~Post() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  ends_.notify_all();
  thread_.join();
}

void Post::run() {
  std::unique_lock lock(mutex_);
  while (!ending_) {
    lock.unlock();
    try {
      work();
      take_stock();
    } catch (const std::exception&) {
      // A store that does not answer says so to whoever writes; here it is asked again.
    }
    lock.lock();
    ends_.wait_for(lock, kPostRest, [this] { return ending_; });
  }
}

void Post::work() {
  const auto log = parts_.ledger.snapshot();
  const auto entry = [&log](events::Position position) {
    auto event = log->event(position);
    INVARIANT(event.has_value());  // it stands in the log
    return *std::move(event);
  };
  const auto access = [this](std::uint64_t index) -> std::optional<trace::Entry> {
    const auto bytes = parts_.access_log.entry(index);
    if (!bytes) return std::nullopt;
    auto parsed = trace::parse_entry(bytes_of(*bytes));
    if (!parsed) return std::nullopt;  // of a later program
    return *std::move(parsed);
  };
  const mail::LogSight sight{
      {log->size()}, *log, parts_.ledger.texts(), entry, {parts_.access_log.size(), access}};
  while (room_.look(sight, parts_.clock.now())) {
    if (is_ending()) return;
  }
  // One by one: who ends waits for one alone. After a failure the server is left to rest.
  mail::Delivered delivered;
  do {
    if (is_ending()) return;
    delivered = room_.deliver(sight, parts_.clock.now(), 1);
  } while (delivered.sent + delivered.dropped > 0);
}

void Post::take_stock() {
  const auto& queue = room_.queue();
  Standing now{queue.waiting(), queue.given_up().size(), 0, 0};
  if (const auto since = queue.oldest()) {
    now.oldest_ms =
        std::max<std::int64_t>(0, parts_.clock.now().milliseconds - since->milliseconds);
  }
  const std::lock_guard lock(mutex_);
  now.looks = standing_.looks + 1;
  standing_ = now;
}

Post::Standing Post::standing() const {
  const std::lock_guard lock(mutex_);
  return standing_;
}

bool Post::is_ending() {
  const std::lock_guard lock(mutex_);
  return ending_;
}

}  // namespace letopis::hosting
