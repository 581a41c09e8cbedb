// The log over HTTP: checkpoint and tiles of hashes for everybody (C2SP tlog-tiles), bundles of
// entries for inspectors, single entries and receipts for whoever may see them.
#include <algorithm>

#include "api/handlers.h"
#include "api/readings.h"
#include "hosting/entry_sight.h"
#include "hosting/feed.h"
#include "office/receipt_file.h"
#include "rules/access.h"
#include "signing/checkpoint.h"
#include "signing/encoding.h"
#include "signing/tiles.h"
#include "signing/verifier_key.h"
#include "wishes/fact_json.h"
#include "wishes/moment.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

constexpr const char* kPlain = "text/plain; charset=utf-8";
constexpr const char* kBytes = "application/octet-stream";

// What never changes may be kept by whoever asked.
http::Response for_ever(http::Response answer) {
  answer.headers.push_back({"Cache-Control", "public, max-age=31536000, immutable"});
  return answer;
}

http::Response not_kept(http::Response answer) {
  answer.headers.push_back({"Cache-Control", "no-cache"});
  return answer;
}

struct Published {
  std::string note;
  signing::Checkpoint checkpoint;
};

Result<Published> published(const Call& call) {
  Published out{call.school.ledger().checkpoint(), {}};
  const auto note = signing::parse_note(out.note);
  if (!note) return note.refusal();
  auto checkpoint = signing::parse_checkpoint(note->text);
  if (!checkpoint) return checkpoint.refusal();
  out.checkpoint = *std::move(checkpoint);
  return out;
}

Refusal no_tile() { return {"route.no_tile", {"такой плитки нет", "there is no such tile"}}; }

// Whether a tree of that size has the tile.
bool is_there(const signing::TilePath& tile, std::uint64_t size) {
  const unsigned shift = 8 * tile.level;
  const std::uint64_t items = shift >= 64 ? 0 : size >> shift;
  return tile.index <= items / signing::kTileWidth &&
         tile.index * signing::kTileWidth + tile.width <= items;
}

std::string bundle(const ledger::Snapshot& log, const signing::TilePath& tile) {
  std::string out;
  for (const auto& entry : log.entries({tile.index * signing::kTileWidth}, tile.width)) {
    signing::append_entry(out, bytes_of(entry));
  }
  return out;
}

Outcome check_inspector(const hosting::Visit& visit) {
  if (rules::has_role(visit.reader(), events::Role::kInspector, visit.now())) return Done{};
  return Refusal{
      "reading.no_role",
      {"записи журнала событий открыты инспектору", "entries of the log are open to inspectors"}};
}

// Whom the entries of a bundle concern: whoever takes it has read all of them.
std::vector<events::PersonNumber> people_in(const signing::TilePath& tile,
                                            const hosting::Visit& visit) {
  std::vector<events::PersonNumber> out;
  const auto first = tile.index * signing::kTileWidth;
  for (const auto& entry : hosting::feed_entries(visit.log(), first, tile.width)) {
    if (entry.person) out.push_back(*entry.person);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

struct SeenEntry {
  events::RecordedEvent event;
  hosting::EntrySight sight;
};

// Refuses route.no_entry, and what may_see refuses. Leaves a trace where it concerns a child.
Result<SeenEntry> seen_entry(const Call& call, const std::string& text,
                             const hosting::Visit& visit) {
  const auto position = signing::from_decimal(text);
  if (!position || *position >= visit.log().size()) {
    return Refusal{"route.no_entry",
                   {"такой записи в журнале событий нет", "the log has no such entry"}};
  }
  auto event = visit.log().event({*position});
  if (!event) return event.refusal();
  auto sight = hosting::sight_of(*event, visit.directory());
  if (auto may = hosting::may_see(sight, visit.reader(), visit.now()); !may) return may.refusal();
  if (sight.person) note_readings(call, visit, trace::View::kLog, {*sight.person});
  return SeenEntry{*std::move(event), sight};
}

}  // namespace

Result<http::Response> show_checkpoint(const Call& call) {
  return not_kept(http::answer(200, kPlain, call.school.ledger().checkpoint()));
}

Result<http::Response> show_log_key(const Call& call) {
  const auto key =
      office::read_small_file(office::school_files(call.school.directory()).verifier_key);
  if (!key) return key.refusal();
  return not_kept(http::answer(200, kPlain, *key));
}

Result<http::Response> show_tile(const Call& call) {
  std::string path = "tile";
  for (std::size_t i = 2; i < call.target.segments.size(); ++i)
    path += "/" + call.target.segments[i];
  const auto tile = signing::parse_tile_path(path);
  if (!tile) return no_tile();
  const auto known = published(call);
  if (!known) return known.refusal();
  if (!is_there(*tile, known->checkpoint.size)) return no_tile();
  if (tile->kind == signing::TileKind::kHashes) {
    const auto log = call.school.ledger().snapshot();
    const auto hashes = log->tree()(tile->level, tile->index * signing::kTileWidth, tile->width);
    return for_ever(http::answer(200, kBytes, signing::print_tile(hashes)));
  }
  if (!call.caller) {
    return Refusal{"session.none",
                   {"записи открыты только вошедшему инспектору",
                    "entries are open to an inspector who has signed in"}};
  }
  const hosting::Visit visit(call.school, call.reader());
  if (auto may = check_inspector(visit); !may) return may.refusal();
  note_readings(call, visit, trace::View::kLog, people_in(*tile, visit));
  auto answer = http::answer(200, kBytes, bundle(visit.log(), *tile));
  answer.headers.push_back({"Cache-Control", "private, no-store"});
  return answer;
}

Result<http::Response> show_entry(const Call& call) {
  const hosting::Visit visit(call.school, call.reader());
  const auto seen = seen_entry(call, call.part("position"), visit);
  if (!seen) return seen.refusal();
  const auto& zone = visit.now().zone();
  json::object out{{"position", seen->event.position.value},
                   {"recorded", wishes::print_moment(seen->event.recorded, zone)},
                   {"stated", wishes::print_moment(seen->event.event.stated, zone)},
                   {"author", seen->event.event.author.value},
                   {"version", seen->event.event.version},
                   {"fact", wishes::fact_json(seen->event.event.fact, zone)}};
  if (const auto key = visit.directory().key(seen->event.key)) {
    out["key"] = signing::to_hex(signing::key_id_of(key->public_key).view());
  }
  return json_answer(out);
}

// "12.tlog-proof" and "12.entry" as files; "12" both in JSON.
Result<http::Response> show_receipt(const Call& call) {
  const auto& name = call.part("position");
  const auto dot = name.find('.');
  const auto suffix = dot == std::string::npos ? std::string() : name.substr(dot);
  if (!suffix.empty() && suffix != ".tlog-proof" && suffix != ".entry") return no_tile();
  const hosting::Visit visit(call.school, call.reader());
  const auto seen = seen_entry(call, name.substr(0, dot), visit);
  if (!seen) return seen.refusal();
  const auto under = published(call);
  if (!under) return under.refusal();
  const auto receipt =
      office::make_receipt(visit.log(), under->note, under->checkpoint.size, seen->event.position);
  if (!receipt) return receipt.refusal();
  const auto proof = signing::print_receipt(receipt->receipt);
  if (suffix == ".tlog-proof") return not_kept(http::answer(200, kPlain, proof));
  if (suffix == ".entry") return not_kept(http::answer(200, kBytes, receipt->entry));
  json::object out{{"position", seen->event.position.value},
                   {"proof", proof},
                   {"entry", signing::to_base64(bytes_of(receipt->entry))}};
  if (const auto key = visit.directory().key(seen->event.key)) {
    out["key"] = signing::to_hex(key->public_key.view());
    out["enrolled"] = key->enrolled.value;
  }
  return json_answer(out);
}

}  // namespace letopis::api
