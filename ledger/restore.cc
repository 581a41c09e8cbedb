#include "ledger/restore.h"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/files.h"
#include "ledger/log_directory.h"
#include "ledger/published.h"
#include "ledger/restored_rows.h"
#include "ledger/vault_keys.h"
#include "signing/verifier_key.h"

namespace letopis::ledger {
namespace {

constexpr std::uint64_t kReportEvery = 4096;
constexpr std::uint64_t kParts = 1'000;  // that each half of the work is shown in

Refusal refuse(const char* code, std::string ru, std::string en) {
  return {code, {std::move(ru), std::move(en)}};
}

// Shows the writing as the first half of the work, the folding as the second.
Progress half(const Progress& progress, std::uint64_t from) {
  if (!progress) return {};
  return [&progress, from](std::uint64_t done, std::uint64_t all) {
    progress(from * kParts + (all == 0 ? kParts : done * kParts / all), 2 * kParts);
  };
}

Outcome take_all(const RestoreSettings& settings, const EntrySource& entries, RestoredRows& rows,
                 const Progress& progress) {
  for (std::uint64_t position = 0; position < settings.size; ++position) {
    if (progress && position % kReportEvery == 0) progress(position, settings.size);
    const auto entry = entries();
    if (!entry) return entry.refusal();
    if (auto taken = rows.take(*entry); !taken) return not_restored(position, taken.refusal());
  }
  return Done{};
}

Outcome check_whole(const RestoreSettings& settings, const RestoredRows& rows) {
  if (rows.tree().root() != settings.root) {
    return refuse("restore.root_differs",
                  "корень дерева по записям не тот, что подписан на носителе",
                  "the root that the entries give is not the one that the medium signed");
  }
  if (!rows.origin().started() || !rows.whole()) {
    return refuse("restore.cut", "журнал событий обрывается посреди команды или пуст",
                  "the log ends in the middle of a command, or is empty");
  }
  if (rows.origin().stood_under(settings.origin)) {
    return refuse("restore.origin",
                  "журнал событий уже носил имя " + settings.origin + " и оставил его",
                  "the log had the name " + settings.origin + " and left it");
  }
  return Done{};
}

// No checkpoint is published for bytes that were not read back.
void read_back(const Store& store, const signing::Digest& root) {
  signing::MerkleFrontier tree;
  const auto entries = store.rows(Family::kEntries);
  for (entries->SeekToFirst(); entries->Valid(); entries->Next()) {
    tree.append(signing::leaf_hash(bytes_of(view_of(entries->value()))));
  }
  require(entries->status());
  if (tree.root() == root) return;
  throw StoreFailure(StoreFailure::Kind::kCorrupt, "entries do not read back as they were written");
}

Restored tell(const RestoredRows& rows) {
  Restored restored{rows.tree().size(),
                    rows.tree().root(),
                    rows.origin().name(),
                    rows.trial(),
                    {},
                    rows.keys().keys().size(),
                    0,
                    0,
                    {}};
  for (const auto& text : rows.promises().texts) {
    ++(rows.promises().was_erased(text) ? restored.texts_erased : restored.texts);
  }
  return restored;
}

// All of the log in its directory, but for the name of the store.
Result<Restored> build(const RestoreSettings& settings, const EntrySource& entries,
                       const signing::PrivateKey& log_key,
                       const std::vector<events::Projection>& projections,
                       const Resources& resources, const Progress& progress) {
  const Store store(unfinished_store_in(settings.directory), resources, OpenMode::kCreate);
  // A file beside the store must not outlive a power cut that the store's name does not.
  sync_directory(*resources.env, settings.directory);
  RestoredRows rows(store);
  if (auto all = take_all(settings, entries, rows, half(progress, 0)); !all) return all.refusal();
  if (auto whole = check_whole(settings, rows); !whole) return whole.refusal();
  rows.finish();
  auto rebuilt = rebuild_views(store, projections, RebuildMode::kReplace, half(progress, 1));
  if (!rebuilt) return rebuilt.refusal();
  read_back(store, settings.root);
  Restored restored = tell(rows);
  restored.views = std::move(rebuilt->views);
  VaultKeys::create(*resources.env, vault_files(settings.directory), rows.promises().erased);
  restored.checkpoint = publish(*resources.env, settings.directory,
                                {settings.origin, settings.size, settings.root}, log_key)
                            .note;
  return restored;
}

}  // namespace

Refusal not_restored(std::uint64_t position, const Refusal& why) {
  return refuse("restore.entry", fmt::format("запись № {}: {}", position, why.says.ru),
                fmt::format("entry {}: {}", position, why.says.en));
}

Result<Restored> restore_log(const RestoreSettings& wanted, const EntrySource& entries,
                             const signing::PrivateKey& log_key,
                             const std::vector<events::Projection>& projections,
                             const Resources& resources, const Progress& progress) {
  if (!signing::is_key_name(wanted.origin)) {
    return refuse("restore.origin", "имя журнала событий — слово без пробелов и знака «+»",
                  "the name of a log is a word without spaces and \"+\"");
  }
  RestoreSettings settings = wanted;
  settings.directory = std::filesystem::absolute(wanted.directory / "").parent_path();
  rocksdb::Env& env = *resources.env;
  sweep_unfinished_restore(env, settings.directory);
  const bool made_here = env.FileExists(settings.directory.string()).IsNotFound();
  if (auto room = make_log_directory(env, settings.directory); !room) return room.refusal();
  auto restored = build(settings, entries, log_key, projections, resources, progress);
  if (!restored) {
    sweep_unfinished_restore(env, settings.directory);
    if (made_here) require(env.DeleteDir(settings.directory.string()));
    return restored.refusal();
  }
  rename_file(env, unfinished_store_in(settings.directory), store_in(settings.directory));
  return restored;
}

}  // namespace letopis::ledger
