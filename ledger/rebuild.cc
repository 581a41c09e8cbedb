#include "ledger/rebuild.h"

#include <rocksdb/sst_file_writer.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "events/codec.h"
#include "events/entry.h"
#include "events/key_standing.h"
#include "ledger/folded_views.h"
#include "ledger/log_directory.h"
#include "ledger/published.h"
#include "ledger/snapshot.h"
#include "signing/encoding.h"

namespace letopis::ledger {
namespace {

constexpr std::uint64_t kReportEvery = 4096;

rocksdb::Slice past_all_views() { return {"\xff\xff", 2}; }

// The projections of one thread: all that others read, and its share of the rest.
struct Share {
  std::uint64_t number = 0;
  std::vector<const events::Projection*> projections;
  FoldedViews views;
  std::optional<Refusal> refusal;
  std::exception_ptr broken;
};

std::vector<std::unique_ptr<Share>> shares_of(const std::vector<events::Projection>& all) {
  const std::size_t threads = std::max(1u, std::thread::hardware_concurrency());
  std::vector<std::unique_ptr<Share>> shares;
  for (std::size_t i = 0; i < threads; ++i) {
    shares.push_back(std::make_unique<Share>());
    shares.back()->number = i;
  }
  std::size_t next = 0;
  for (const auto& projection : all) {
    for (std::size_t i = 0; i < threads; ++i) {
      if (!projection.read_by_others && i != next % threads) continue;
      shares[i]->projections.push_back(&projection);
      shares[i]->views.add(projection);
    }
    if (!projection.read_by_others) ++next;
  }
  return shares;
}

Refusal not_an_entry(std::uint64_t position, const Refusal& why) {
  const auto at = std::to_string(position);
  return {"rebuild.entry",
          {"запись № " + at + " не читается: " + why.says.ru,
           "entry " + at + " does not read: " + why.says.en}};
}

Result<events::RecordedEvent> read_event(Bytes entry, std::uint64_t position, bool check_form,
                                         events::KeyStandings& keys) {
  const auto parts = events::cut_entry(entry);
  if (!parts) return not_an_entry(position, parts.refusal());
  auto event =
      check_form ? events::decode(parts->event) : events::decode_form_unchecked(parts->event);
  if (!event) return not_an_entry(position, event.refusal());
  if (auto applied = keys.apply(*event, {position}); !applied) {
    return not_an_entry(position, applied.refusal());
  }
  const auto key = keys.find(parts->key);
  if (!key) {
    return not_an_entry(
        position, {"key.unknown", {"подписано неизвестным ключом", "signed with an unknown key"}});
  }
  return events::RecordedEvent{{position}, parts->recorded, key->number, std::move(*event)};
}

// Every thread reads every entry; each checks the form of its own share of them.
void fold(const Store& store, Share& share, std::size_t shares, std::atomic<std::uint64_t>& done) {
  events::KeyStandings keys;
  std::uint64_t position = 0;
  const auto entries = store.rows(Family::kEntries);
  for (entries->SeekToFirst(); entries->Valid(); entries->Next(), ++position) {
    if (view_of(entries->key()) != entry_key({position})) {
      share.refusal =
          not_an_entry(position, {"entries.gap", {"её нет в хранилище", "it is not in the store"}});
      return;
    }
    const bool own = position % shares == share.number;
    const auto event = read_event(bytes_of(view_of(entries->value())), position, own, keys);
    if (!event) {
      share.refusal = event.refusal();
      return;
    }
    for (const auto* projection : share.projections) {
      projection->fold(*event, share.views, share.views.at(projection->id));
    }
    if (position % kReportEvery == 0) done += kReportEvery;
  }
  require(entries->status());
}

void fold_all(const Store& store, std::vector<std::unique_ptr<Share>>& shares,
              const Progress& progress) {
  const std::uint64_t all = store.size() * shares.size();
  std::atomic<std::uint64_t> done = 0;
  std::atomic<std::size_t> running = shares.size();
  std::vector<std::thread> threads;
  for (auto& share : shares) {
    threads.emplace_back([&, share = share.get()] {
      try {
        fold(store, *share, shares.size(), done);
        for (const auto* projection : share->projections) share->views.at(projection->id).sorted();
      } catch (...) {
        share->broken = std::current_exception();
      }
      --running;
    });
  }
  while (progress && running > 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    progress(std::min(done.load(), all), all);
  }
  for (auto& thread : threads) thread.join();
  for (const auto& share : shares) {
    if (share->broken) std::rethrow_exception(share->broken);
  }
}

FoldedView& folded(std::vector<std::unique_ptr<Share>>& shares, events::ViewId view) {
  for (auto& share : shares) {
    for (const auto* projection : share->projections) {
      if (projection->id == view) return share->views.at(view);
    }
  }
  throw StoreFailure(StoreFailure::Kind::kOther, "no thread folded the view");
}

// Walks what was folded and what the store holds side by side.
void compare(const Store& store, FoldedView& fresh, const ViewHead& head, RebuiltView& view) {
  const auto differ = [&](std::string_view key) {
    if (view.equal) view.first_difference = signing::to_hex(bytes_of(key));
    view.equal = false;
  };
  const std::string begin = view_key(view.id, "");
  const auto kept = store.rows(Family::kViews);
  kept->Seek(slice(begin));
  const auto here = [&] { return kept->Valid() && view_of(kept->key()).starts_with(begin); };
  for (const auto& row : fresh.sorted()) {
    if (!here() || view_of(kept->key()).substr(1) != row.key() ||
        view_of(kept->value()) != row.value()) {
      differ(row.key());
      break;
    }
    kept->Next();
  }
  if (view.equal && here()) differ(view_of(kept->key()).substr(1));
  require(kept->status());
  const auto stands = store.get(Family::kHeads, begin);
  const bool never_folded = !stands && head.size == 0;
  if (!never_folded && (!stands || read_head(*stands) != head)) differ("");
}

std::string write_file(const Store& store, FoldedView& fresh, const RebuiltView& view) {
  const std::string path = store.db().GetName() + "/rebuilt-" + view.name + ".sst";
  rocksdb::SstFileWriter writer(rocksdb::EnvOptions(),
                                store.db().GetOptions(store.family(Family::kViews)),
                                store.family(Family::kViews));
  require(writer.Open(path));
  for (const auto& row : fresh.sorted()) {
    require(writer.Put(slice(view_key(view.id, row.key())), slice(row.value())));
  }
  require(writer.Finish());
  return path;
}

void write_heads(const Store& store, const Rebuilt& rebuilt, bool there) {
  rocksdb::WriteBatch batch;
  for (const auto& view : rebuilt.views) {
    const auto key = view_key(view.id, "");
    const auto head = head_value({rebuilt.size, rebuilt.root});
    if (there) require(batch.Put(store.family(Family::kHeads), slice(key), slice(head)));
  }
  // Heads of views that are no more go too.
  if (!there) {
    require(batch.DeleteRange(store.family(Family::kHeads), rocksdb::Slice(""), past_all_views()));
  }
  rocksdb::WriteOptions options;
  options.sync = true;
  require(store.db().Write(options, &batch));
}

// Without their heads views are not trusted: a cut at any moment in between asks for a rebuild.
void replace(const Store& store, std::vector<std::unique_ptr<Share>>& shares,
             const Rebuilt& rebuilt) {
  std::vector<std::string> files;
  for (const auto& view : rebuilt.views) {
    if (view.rows > 0) files.push_back(write_file(store, folded(shares, view.id), view));
  }
  write_heads(store, rebuilt, false);
  auto* const family = store.family(Family::kViews);
  require(store.db().DeleteRange(rocksdb::WriteOptions(), family, rocksdb::Slice(""),
                                 past_all_views()));
  rocksdb::IngestExternalFileOptions ingest;
  ingest.move_files = true;
  if (!files.empty()) require(store.db().IngestExternalFile(family, files, ingest));
  if (rebuilt.size > 0) write_heads(store, rebuilt, true);
}

}  // namespace

Result<Rebuilt> rebuild_views(const Store& store,
                              const std::vector<events::Projection>& projections, RebuildMode mode,
                              const Progress& progress) {
  auto shares = shares_of(projections);
  fold_all(store, shares, progress);
  for (const auto& share : shares) {
    if (share->refusal) return *share->refusal;
  }
  Rebuilt rebuilt{store.size(), signing::root_at(store.size(), row_reader(store)), {}};
  for (const auto& projection : projections) {
    auto& fresh = folded(shares, projection.id);
    RebuiltView view{
        projection.id, projection.name, fresh.sorted().size(), fresh.bytes(), true, {}};
    if (mode == RebuildMode::kCompare) compare(store, fresh, {rebuilt.size, rebuilt.root}, view);
    rebuilt.views.push_back(std::move(view));
  }
  if (mode == RebuildMode::kReplace) replace(store, shares, rebuilt);
  return rebuilt;
}

Result<Rebuilt> rebuild_school(const std::filesystem::path& directory, const std::string& origin,
                               const signing::PublicKey& log_key,
                               const std::vector<events::Projection>& projections,
                               const Resources& resources, const Progress& progress) {
  const auto looked = look_before_writing(directory, origin, log_key, resources);
  if (!looked) return looked.refusal();
  const Store store(store_in(directory), resources, OpenMode::kExisting);
  return rebuild_views(store, projections, RebuildMode::kReplace, progress);
}

}  // namespace letopis::ledger
