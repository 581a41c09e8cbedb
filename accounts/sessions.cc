#include "accounts/sessions.h"

#include <algorithm>

#include "accounts/session_rows.h"
#include "accounts/tokens.h"
#include "shelf/row.h"
#include "shelf/secret.h"
#include "signing/text_rules.h"

namespace letopis::accounts {
namespace {

using shelf::Change;
using shelf::RowWriter;

// Whole characters of what a stranger says of itself, up to a limit.
std::string cut(std::string_view text, std::size_t most) {
  std::string out;
  while (!text.empty()) {
    auto rest = text;
    const auto one = signing::take_character(rest);
    const auto length = text.size() - rest.size();
    if (!one || out.size() + length > most) break;
    if (*one >= 0x20 && *one != 0x7f) out.append(text.substr(0, length));
    text = rest;
  }
  return out;
}

const Terms& terms_of(const Session& session) {
  return session.kind == Kind::kStaff ? kStaffTerms : kFamilyTerms;
}

Refusal none() {
  return {
      "session.none", {"вход не выполнен", "nobody is logged in here"}, {}, {"войдите", "log in"}};
}

Refusal ended() {
  return {"session.ended",
          {"вход закончился: прошло слишком много времени",
           "the session is over: too much time has passed"},
          {},
          {"войдите снова", "log in again"}};
}

}  // namespace

Refusal session_locked() {
  return {"session.locked",
          {"вход заперт: вы отошли", "the session is locked: you were away"},
          {},
          {"введите пароль ещё раз", "give the password again"}};
}

Sessions::Sessions(shelf::Shelf& shelf, const events::Clock& clock, Over over)
    : shelf_(shelf),
      clock_(clock),
      over_(std::move(over)),
      secret_(shelf::secret_of(shelf, "accounts/secret/sessions")) {}

std::mutex& Sessions::stripe(const SessionId& id) const {
  return stripes_.at(std::to_integer<std::size_t>(id.bytes.front()) % stripes_.size());
}

std::optional<SessionRow> Sessions::row(const SessionId& id) const {
  const auto bytes = shelf_.get(session_key(id));
  if (!bytes) return std::nullopt;
  return parse_session(id, *bytes);
}

std::optional<SessionRow> Sessions::row_of(std::string_view token) const {
  if (token.empty() || token.size() > kMaxTokenBytes) return std::nullopt;
  const auto id = shelf_.get(token_key(token_digest(token)));
  if (!id) return std::nullopt;
  return row(session_id_in(*id));
}

events::Instant Sessions::used(const SessionRow& row) const {
  const std::lock_guard lock(mutex_);
  const auto found = live_.find(row.session.id);
  return found == live_.end() ? row.session.used : std::max(found->second.used, row.session.used);
}

bool Sessions::is_over(const SessionRow& row) const {
  const auto now = clock_.now().milliseconds;
  const Terms& terms = terms_of(row.session);
  return now - row.session.made.milliseconds >= terms.absolute_ms ||
         now - used(row).milliseconds >= terms.idle_ms;
}

bool Sessions::is_locked(const SessionRow& row) const {
  const Terms& terms = terms_of(row.session);
  return row.locked ||
         (terms.lock_ms && clock_.now().milliseconds - used(row).milliseconds >= *terms.lock_ms);
}

Result<SessionRow> Sessions::living(std::string_view token) const {
  auto row = row_of(token);
  if (!row) return none();
  const auto brought = token_digest(token);
  const bool is_earlier = row->earlier && row->earlier->token == brought;
  const bool taken =
      row->token == brought || (is_earlier && (!row->seen || clock_.now() < row->earlier->until));
  if (!taken) return none();
  if (!is_over(*row)) return *row;
  return ended();
}

Outcome Sessions::goes_on(const SessionId& id) const {
  const auto found = row(id);
  if (!found) return none();
  if (is_over(*found)) return ended();
  if (is_locked(*found)) return session_locked();
  return Done{};
}

// The present token is taken for a while yet iff `overlap`.
void Sessions::turn_token(SessionRow& row, const std::string& fresh, bool overlap) {
  const auto now = clock_.now();
  std::vector<Change> changes;
  if (row.earlier) changes.push_back({token_key(row.earlier->token), std::nullopt});
  row.earlier.reset();
  if (overlap) {
    row.earlier = SessionRow::Earlier{row.token, {now.milliseconds + kTokenOverlapMs}};
  } else {
    changes.push_back({token_key(row.token), std::nullopt});
  }
  row.token = token_digest(fresh);
  row.rotated = now;
  row.seen = !overlap;
  changes.push_back({token_key(row.token), RowWriter().bytes(row.session.id.bytes).take()});
  changes.push_back({session_key(row.session.id), print(row)});
  shelf_.write(changes);
}

// The same each time: two requests that come together are given one successor, and an answer that
// was lost on its way is given once more.
std::string Sessions::successor(std::string_view token) const {
  const std::string message = "letopis token v1\n" + std::string(token);
  return printed_token(shelf::keyed_digest(secret_, bytes_of(message)).view());
}

Opened Sessions::open(Session session, Key key) {
  auto mine = rows_of(session.person);
  std::sort(mine.begin(), mine.end(), [this](const SessionRow& left, const SessionRow& right) {
    return used(left) > used(right);
  });
  for (std::size_t i = kMaxSessionsOfPerson - 1; i < mine.size(); ++i) remove(mine[i]);
  signing::fill_random(session.id.bytes);
  session.made = session.used = clock_.now();
  session.device = cut(session.device, kMaxDeviceTextBytes);
  session.address = cut(session.address, kMaxAddressBytes);
  std::string token = random_token();
  const SessionRow row{session, false, token_digest(token), session.made, true, std::nullopt};
  shelf_.write(
      std::vector<Change>{{session_key(session.id), print(row)},
                          {own_key(session), ""},
                          {token_key(row.token), RowWriter().bytes(session.id.bytes).take()}});
  const std::lock_guard lock(mutex_);
  live_[session.id] = {session.used, true, std::move(key)};
  return {std::move(session), std::move(token)};
}

// The token to be given back, if it is another from now on.
std::optional<std::string> Sessions::turned(SessionRow& row, const std::string& token) {
  const bool is_present = row.token == token_digest(token);
  const auto age = clock_.now().milliseconds - row.rotated.milliseconds;
  if (is_present && age >= terms_of(row.session).rotate_ms) {
    auto fresh = successor(token);
    turn_token(row, fresh, true);
    return fresh;
  }
  if (is_present && !row.seen) {
    row.seen = true;
    shelf_.write(std::vector<Change>{{session_key(row.session.id), print(row)}});
  }
  if (is_present || row.seen) return std::nullopt;
  return successor(token);
}

Result<Visit> Sessions::use(std::string_view token, bool by_person) {
  const auto found = row_of(token);
  if (!found) return none();
  const std::lock_guard own(stripe(found->session.id));
  auto row = living(token);  // again: another request may have turned the token meanwhile
  if (!row) {
    if (row.refusal().code == "session.ended") remove_over(*found);
    return row.refusal();
  }
  Visit visit{row->session, is_locked(*row), Signing::kInBrowser, nullptr, std::nullopt};
  visit.session.used = used(*row);
  const bool counts = by_person && !visit.locked;
  if (counts) visit.fresh = turned(*row, std::string(token));
  const std::lock_guard lock(mutex_);
  auto& live =
      live_.try_emplace(row->session.id, Live{row->session.used, true, nullptr}).first->second;
  if (visit.locked) live.key.reset();
  if (counts && live.used < clock_.now()) {
    live.used = visit.session.used = clock_.now();
    live.written = false;
  }
  if (row->session.custody == Custody::kServer) {
    visit.key = live.key;
    visit.signing = live.key ? Signing::kReady : Signing::kNeedsPassword;
  }
  return visit;
}

Result<Opened> Sessions::unlock(std::string_view token, Key key) {
  const auto found = row_of(token);
  if (!found) return none();
  const std::lock_guard own(stripe(found->session.id));
  auto row = living(token);
  if (!row) return row.refusal();
  row->locked = false;
  row->session.used = clock_.now();
  std::string fresh = random_token();
  turn_token(*row, fresh, false);
  const std::lock_guard lock(mutex_);
  live_[row->session.id] = {row->session.used, true, std::move(key)};
  return Opened{row->session, std::move(fresh)};
}

Outcome Sessions::lock(std::string_view token) {
  const auto found = row_of(token);
  if (!found) return none();
  const std::lock_guard own(stripe(found->session.id));
  auto row = living(token);
  if (!row) return row.refusal();
  row->locked = true;
  shelf_.write(std::vector<Change>{{session_key(row->session.id), print(*row)}});
  const std::lock_guard lock(mutex_);
  const auto live = live_.find(row->session.id);
  if (live != live_.end()) live->second.key.reset();
  return Done{};
}

}  // namespace letopis::accounts
