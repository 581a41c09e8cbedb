#include "netschool/sessions.h"

#include <algorithm>

#include "accounts/tokens.h"

namespace letopis::netschool {
namespace {

bool is_word(std::string_view word) { return !word.empty() && word.size() <= kMaxCookieBytes; }

}  // namespace

Result<std::string> Sessions::open(const Entered& who, const std::string& cookie,
                                   std::int64_t now_ms) {
  const std::lock_guard lock(mutex_);
  end_old(now_ms);
  end_one_too_many(who.person);
  if (sessions_.size() >= kMostSessions) {
    return Refusal{"netschool.crowded",
                   {"слишком много входов, зайдите позже", "too many sessions, come again later"}};
  }
  std::string token = accounts::random_token();
  sessions_.emplace(accounts::token_digest(token),
                    Session{who, accounts::token_digest(cookie), now_ms, now_ms, {}});
  return token;
}

Sessions::ByToken::iterator Sessions::look_up(const Words& words) {
  if (!is_word(words.token) || !is_word(words.cookie)) return sessions_.end();
  const auto found = sessions_.find(accounts::token_digest(words.token));
  if (found == sessions_.end()) return found;
  return found->second.cookie == accounts::token_digest(words.cookie) ? found : sessions_.end();
}

std::optional<Entered> Sessions::find(const Words& words, std::int64_t now_ms) {
  const std::lock_guard lock(mutex_);
  const auto found = look_up(words);
  if (found == sessions_.end()) return std::nullopt;
  auto& session = found->second;
  if (now_ms - session.used_ms >= kIdleMs || now_ms - session.made_ms >= kAbsoluteMs) {
    sessions_.erase(found);
    return std::nullopt;
  }
  session.used_ms = now_ms;
  return session.who;
}

void Sessions::close(const Words& words) {
  const std::lock_guard lock(mutex_);
  const auto found = look_up(words);
  if (found != sessions_.end()) sessions_.erase(found);
}

std::optional<std::uint64_t> Sessions::ask(const Words& words, Task task) {
  const std::lock_guard lock(mutex_);
  const auto found = look_up(words);
  if (found == sessions_.end()) return std::nullopt;
  auto& tasks = found->second.tasks;
  if (tasks.size() >= kMostTasks) tasks.erase(tasks.begin());
  tasks.emplace(++tasks_, std::move(task));
  return tasks_;
}

std::optional<Task> Sessions::task(const Words& words, std::uint64_t number) {
  const std::lock_guard lock(mutex_);
  const auto found = look_up(words);
  if (found == sessions_.end()) return std::nullopt;
  const auto asked = found->second.tasks.find(number);
  if (asked == found->second.tasks.end()) return std::nullopt;
  return asked->second;
}

std::size_t Sessions::size() const {
  const std::lock_guard lock(mutex_);
  return sessions_.size();
}

void Sessions::end_old(std::int64_t now_ms) {
  std::erase_if(sessions_, [now_ms](const auto& one) {
    return now_ms - one.second.used_ms >= kIdleMs || now_ms - one.second.made_ms >= kAbsoluteMs;
  });
}

void Sessions::end_one_too_many(events::PersonNumber person) {
  std::size_t count = 0;
  auto longest_unused = sessions_.end();
  for (auto one = sessions_.begin(); one != sessions_.end(); ++one) {
    if (one->second.who.person != person) continue;
    ++count;
    if (longest_unused == sessions_.end() || one->second.used_ms < longest_unused->second.used_ms) {
      longest_unused = one;
    }
  }
  if (count >= kMostSessionsOfPerson) sessions_.erase(longest_unused);
}

}  // namespace letopis::netschool
