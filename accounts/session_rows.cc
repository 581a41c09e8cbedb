#include "accounts/session_rows.h"

#include <algorithm>

#include "shelf/row.h"
#include "shelf/shelf.h"

namespace letopis::accounts {

using shelf::RowWriter;

std::string session_key(const SessionId& id) {
  return RowWriter(kSessionRows).bytes(id.bytes).take();
}

std::string token_key(const signing::Digest& token) {
  return RowWriter("accounts/token/").bytes(token.view()).take();
}

std::string own_sessions(events::PersonNumber person) {
  return RowWriter(kOwnSessions).u32(person.value).take();
}

std::string own_key(const Session& session) {
  return RowWriter(own_sessions(session.person)).bytes(session.id.bytes).take();
}

SessionId session_id_in(std::string_view bytes) {
  SessionId id;
  if (bytes.size() < id.bytes.size()) {
    throw shelf::ShelfFailure(shelf::ShelfFailure::Kind::kCorrupt, "a session without its id");
  }
  const auto taken = bytes_of(bytes.substr(bytes.size() - id.bytes.size()));
  std::copy(taken.begin(), taken.end(), id.bytes.begin());
  return id;
}

}  // namespace letopis::accounts
