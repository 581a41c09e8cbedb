#include "ledger/tiny_views.h"

#include "ledger/layout.h"
#include "signing/encoding.h"

namespace letopis::ledger {
namespace {

using signing::append_big_endian;
using signing::read_big_endian;

void fold_latest(const events::RecordedEvent& event, const events::ViewReader&,
                 events::ViewWriter& own) {
  std::string value;
  append_big_endian(value, event.event.version, 4);
  append_big_endian(value, event.position.value, 8);
  append_big_endian(value, event.key.value, 4);
  own.put(latest_key(event.event.stream), value);
}

void fold_tally(const events::RecordedEvent& event, const events::ViewReader& views,
                events::ViewWriter& own) {
  Tally tally = tally_of(views, event.event.author);
  const auto latest = views.get(kLatest, latest_key(event.event.stream));
  ++tally.events;
  if (latest && read_big_endian(bytes_of(latest->substr(0, 4))) > 1) ++tally.later;
  std::string value;
  append_big_endian(value, tally.events, 8);
  append_big_endian(value, tally.later, 8);
  own.put(tally_key(event.event.author), value);
}

}  // namespace

std::string latest_key(const events::Stream& stream) { return stream_key(stream, 0); }

std::string tally_key(events::PersonNumber author) {
  std::string key;
  append_big_endian(key, author.value, 4);
  return key;
}

Tally tally_of(const events::ViewReader& views, events::PersonNumber author) {
  const auto row = views.get(kTally, tally_key(author));
  if (!row) return {};
  return {read_big_endian(bytes_of(row->substr(0, 8))), read_big_endian(bytes_of(row->substr(8)))};
}

std::vector<events::Projection> tiny_views() {
  return {{kLatest, "latest", fold_latest, true}, {kTally, "tally", fold_tally, false}};
}

}  // namespace letopis::ledger
