// How sessions end, and what else is done to those of one person.
#include <algorithm>

#include "accounts/session_rows.h"
#include "accounts/sessions.h"
#include "shelf/row.h"
#include "shelf/secret.h"
#include "signing/encoding.h"

namespace letopis::accounts {

using shelf::Change;

std::vector<SessionRow> Sessions::rows_of(events::PersonNumber person) const {
  std::vector<SessionRow> rows;
  const std::string prefix = own_sessions(person);
  shelf_.scan(prefix, shelf::after_prefix(prefix), [&](std::string_view key, std::string_view) {
    if (auto found = row(session_id_in(key))) rows.push_back(std::move(*found));
    return true;
  });
  return rows;
}

void Sessions::remove(const SessionRow& row) {
  std::vector<Change> changes{{session_key(row.session.id), std::nullopt},
                              {own_key(row.session), std::nullopt},
                              {token_key(row.token), std::nullopt}};
  if (row.earlier) changes.push_back({token_key(row.earlier->token), std::nullopt});
  {
    const std::lock_guard lock(mutex_);
    live_.erase(row.session.id);
  }
  shelf_.write(changes);
}

void Sessions::remove_over(const SessionRow& row) {
  remove(row);
  if (over_) over_(row.session);
}

std::vector<Session> Sessions::list(events::PersonNumber person) const {
  std::vector<Session> sessions;
  for (const auto& row : rows_of(person)) {
    if (is_over(row)) continue;
    sessions.push_back(row.session);
    sessions.back().used = used(row);
  }
  std::sort(sessions.begin(), sessions.end(),
            [](const Session& left, const Session& right) { return left.used > right.used; });
  return sessions;
}

std::vector<events::PersonNumber> Sessions::persons() const {
  std::vector<events::PersonNumber> found;
  shelf_.scan(
      kOwnSessions, shelf::after_prefix(kOwnSessions),
      [&found](std::string_view key, std::string_view) {
        const events::PersonNumber person{shelf::RowReader(key.substr(kOwnSessions.size())).u32()};
        if (found.empty() || found.back() != person) found.push_back(person);
        return true;
      });
  return found;
}

void Sessions::end(std::string_view token) {
  const auto found = row_of(token);
  if (!found) return;
  const std::lock_guard own(stripe(found->session.id));
  if (const auto present = row(found->session.id)) remove(*present);
}

Outcome Sessions::end(events::PersonNumber person, const SessionId& id) {
  const std::lock_guard own(stripe(id));
  const auto found = row(id);
  if (!found || found->session.person != person) {
    return Refusal{
        "session.none",
        {"такого входа у вас нет: он уже закончился", "you have no such session: it is over"}};
  }
  remove(*found);
  return Done{};
}

void Sessions::end_all(events::PersonNumber person, std::optional<SessionId> but) {
  for (const auto& found : rows_of(person)) {
    if (found.session.id == but) continue;
    const std::lock_guard own(stripe(found.session.id));
    if (const auto present = row(found.session.id)) remove(*present);
  }
}

void Sessions::settle_second_factor(events::PersonNumber person) {
  for (const auto& found : rows_of(person)) {
    const std::lock_guard own(stripe(found.session.id));
    auto present = row(found.session.id);
    if (!present || !present->session.owes_second_factor) continue;
    present->session.owes_second_factor = false;
    shelf_.write(std::vector<Change>{{session_key(found.session.id), print(*present)}});
  }
}

std::size_t Sessions::sweep() {
  std::vector<SessionId> all;
  shelf_.scan(kSessionRows, shelf::after_prefix(kSessionRows),
              [&all](std::string_view key, std::string_view) {
                all.push_back(session_id_in(key));
                return true;
              });
  std::size_t living = 0;
  for (const auto& id : all) {
    const std::lock_guard own(stripe(id));
    auto present = row(id);
    if (!present) continue;
    if (is_over(*present)) {
      remove_over(*present);
      continue;
    }
    ++living;
    const auto when = used(*present);
    const bool locked = is_locked(*present);
    bool write = false;
    {
      const std::lock_guard lock(mutex_);
      const auto live = live_.find(id);
      if (live == live_.end()) continue;
      if (locked) live->second.key.reset();
      write = !live->second.written;
      live->second.written = true;
      // What nobody holds a key for and nobody used lately is as well read from the shelf.
      if (!write && !live->second.key) live_.erase(live);
    }
    if (!write) continue;
    present->session.used = when;
    shelf_.write(std::vector<Change>{{session_key(id), print(*present)}});
  }
  return living;
}

std::string Sessions::csrf(const Session& session) const {
  const std::string message = shelf::RowWriter("letopis csrf v1\n").bytes(session.id.bytes).take();
  return signing::to_hex(shelf::keyed_digest(secret_, bytes_of(message)).view());
}

std::string Sessions::keeping_key(events::PersonNumber person) const {
  const std::string message = shelf::RowWriter("letopis keeping v1\n").u32(person.value).take();
  return signing::to_base64(shelf::keyed_digest(secret_, bytes_of(message)).view());
}

}  // namespace letopis::accounts
