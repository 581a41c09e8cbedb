#include "accounts/session.h"

#include <algorithm>

#include "shelf/row.h"
#include "shelf/shelf.h"

namespace letopis::accounts {
namespace {

constexpr std::uint8_t kFormat = 1;

signing::Digest digest_in(shelf::RowReader& row) {
  signing::Digest digest;
  const auto bytes = bytes_of(row.bytes(digest.bytes.size()));
  std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
  return digest;
}

}  // namespace

std::string print(const SessionRow& row) {
  shelf::RowWriter out;
  out.u8(kFormat)
      .u32(row.session.person.value)
      .u8(static_cast<std::uint8_t>(row.session.kind))
      .u8(static_cast<std::uint8_t>(row.session.custody))
      .u8(row.session.owes_second_factor ? 1 : 0)
      .i64(row.session.made.milliseconds)
      .i64(row.session.used.milliseconds)
      .text(row.session.device)
      .text(row.session.address)
      .u8(row.locked ? 1 : 0)
      .bytes(row.token.view())
      .i64(row.rotated.milliseconds)
      .u8(row.seen ? 1 : 0)
      .u8(row.earlier ? 1 : 0);
  if (row.earlier) out.bytes(row.earlier->token.view()).i64(row.earlier->until.milliseconds);
  return out.take();
}

SessionRow parse_session(const SessionId& id, std::string_view bytes) {
  shelf::RowReader in(bytes);
  if (in.u8() != kFormat) {
    throw shelf::ShelfFailure(shelf::ShelfFailure::Kind::kCorrupt, "a session of another format");
  }
  SessionRow row;
  row.session.id = id;
  row.session.person.value = in.u32();
  row.session.kind = static_cast<Kind>(in.u8());
  row.session.custody = static_cast<Custody>(in.u8());
  row.session.owes_second_factor = in.u8() != 0;
  row.session.made.milliseconds = in.i64();
  row.session.used.milliseconds = in.i64();
  row.session.device = in.text();
  row.session.address = in.text();
  row.locked = in.u8() != 0;
  row.token = digest_in(in);
  row.rotated.milliseconds = in.i64();
  row.seen = in.u8() != 0;
  if (in.u8() != 0) {
    row.earlier.emplace();
    row.earlier->token = digest_in(in);
    row.earlier->until.milliseconds = in.i64();
  }
  in.finish();
  return row;
}

}  // namespace letopis::accounts
