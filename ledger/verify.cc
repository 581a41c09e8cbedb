#include "ledger/verify.h"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/derived_rows.h"
#include "ledger/published.h"

namespace letopis::ledger {
namespace {

// Runs one part of the check; a store that fails under it is what the part found.
template <class Part>
void part(audit::Findings& findings, const std::string& where, Part run) {
  try {
    run();
  } catch (const std::exception& failure) {
    findings.add(audit::Fault::kAltered, where,
                 {"store.unreadable",
                  {fmt::format("не читается: {}", failure.what()),
                   fmt::format("does not read: {}", failure.what())}});
  }
}

std::optional<Published> check_published(const VerifySettings& settings, rocksdb::Env& env,
                                         audit::Findings& findings) {
  auto published = read_published(env, settings.directory, settings.origin, settings.log_key);
  if (published) return std::move(*published);
  const bool missing = published.refusal().code == "ledger.checkpoint_missing";
  findings.add(missing ? audit::Fault::kIncomplete : audit::Fault::kAltered, "checkpoint",
               published.refusal());
  return std::nullopt;
}

void check_against_published(const Published& published, const DerivedLog& log,
                             audit::Findings& findings) {
  const auto& known = published.checkpoint;
  const std::uint64_t size = log.frontier.size();
  if (log.gap) return;  // how many entries there are is not known
  if (known.size > size) {
    findings.add(audit::Fault::kRolledBack, "checkpoint",
                 {"ledger.rolled_back",
                  {fmt::format("контрольная точка заверяет {} записей, а в хранилище их {}",
                               known.size, size),
                   fmt::format("the checkpoint vouches for {} entries, the store has {}",
                               known.size, size)}});
  } else if (log.root_at_checkpoint != known.root) {
    findings.add(audit::Fault::kAltered, "checkpoint",
                 {"ledger.root_differs",
                  {"корень дерева по записям не тот, что подписан в контрольной точке",
                   "the root that the entries give is not the one the checkpoint signed"}});
  }
}

// A family that no reader asks for can hide what must not be kept, and stops the ledger's opening.
void check_families(const VerifySettings& settings, rocksdb::Env& env, audit::Findings& findings) {
  rocksdb::DBOptions options;
  options.env = &env;
  std::vector<std::string> there;
  require(
      rocksdb::DB::ListColumnFamilies(options, (settings.directory / "store").string(), &there));
  for (const auto& name : there) {
    bool known = false;
    for (std::size_t i = 0; i < kFamilies; ++i) {
      known = known || name == name_of(static_cast<Family>(i));
    }
    if (known) continue;
    findings.add(
        audit::Fault::kAltered, "store",
        {"store.unknown_family",
         {fmt::format("в хранилище лежит чужой раздел «{}»", name),
          fmt::format("the store holds a family of rows \"{}\" that is not its own", name)}});
  }
}

void check_views(const Store& store, const std::vector<events::Projection>& projections,
                 Verdict& verdict, audit::Findings& findings, const Progress& progress) {
  const auto rebuilt = rebuild_views(store, projections, RebuildMode::kCompare, progress);
  if (!rebuilt) {
    findings.add(audit::Fault::kAltered, "views", rebuilt.refusal());
    return;
  }
  for (const auto& view : rebuilt->views) {
    verdict.view_rows += view.rows;
    if (view.equal) continue;
    findings.add(audit::Fault::kAltered, "view " + view.name,
                 {"view.differs",
                  {fmt::format("представление «{}» не то, что следует из записей (строка {})",
                               view.name, view.first_difference),
                   fmt::format("the view \"{}\" does not follow from the entries (row {})",
                               view.name, view.first_difference)}});
  }
  // A row outside of all known views belongs to nobody.
  const auto known = [&](const rocksdb::Slice& key) {
    return !key.empty() &&
           std::any_of(projections.begin(), projections.end(), [&](const auto& one) {
             return one.id.value == static_cast<std::uint8_t>(key[0]);
           });
  };
  const auto unknown = [&](const char* where) {
    findings.add(
        audit::Fault::kAltered, where,
        {"view.unknown",
         {"в хранилище лежит неизвестное представление", "the store holds an unknown view"}});
  };
  const auto rows = store.rows(Family::kViews);
  for (rows->SeekToFirst(); rows->Valid();) {
    if (!known(rows->key())) return unknown("views");
    const std::string next(1, static_cast<char>(rows->key()[0] + 1));
    if (next[0] == '\0') break;
    rows->Seek(slice(next));
  }
  require(rows->status());
  const auto heads = store.rows(Family::kHeads);
  for (heads->SeekToFirst(); heads->Valid(); heads->Next()) {
    if (heads->key().size() != 1 || !known(heads->key())) return unknown("heads");
  }
  require(heads->status());
}

void check_vault_part(const VerifySettings& settings, const Store& store, const DerivedLog& log,
                      rocksdb::Env& env, Verdict& verdict, audit::Findings& findings) {
  const auto keys = VaultKeys::open(env, vault_files(settings.directory));
  if (!keys) {
    const bool missing = keys.refusal().code.ends_with("_missing");
    findings.add(missing ? audit::Fault::kIncomplete : audit::Fault::kAltered, "vault.keys",
                 keys.refusal());
    return;
  }
  if ((*keys)->torn()) {
    findings.add(audit::Fault::kIncomplete, "vault.keys",
                 {"vault.keys_torn",
                  {"последняя запись файла ключей хранилища не дописана",
                   "the last record of the vault's key file is not whole"}});
  }
  const auto count = check_vault(store, **keys, log, findings);
  verdict.texts = count.opened;
  verdict.texts_erased = count.erased;
}

}  // namespace

Verdict verify_store(const VerifySettings& settings,
                     const std::vector<events::Projection>& projections, const Resources& resources,
                     const Progress& progress) {
  Verdict verdict;
  audit::Findings findings;
  part(findings, "store", [&] {
    const auto published = check_published(settings, *resources.env, findings);
    const Store store(settings.directory / "store", resources, OpenMode::kReadOnly);
    check_families(settings, *resources.env, findings);
    const auto log =
        derive_log(store, settings, published ? published->checkpoint.size : 0, findings, progress);
    verdict.size = log.frontier.size();
    verdict.root = log.frontier.root();
    verdict.signatures = log.signatures;
    verdict.keys = log.keys.keys().size();
    verdict.streams = log.streams;
    verdict.commands = log.commands.size();
    if (published) {
      verdict.checkpoint = published->note;
      check_against_published(*published, log, findings);
    }
    if (!log.gap) part(findings, "tree", [&] { check_tree(store, log, findings); });
    part(findings, "vault",
         [&] { check_vault_part(settings, store, log, *resources.env, verdict, findings); });
    if (!log.readable || log.gap) return;  // what cannot be read cannot be folded
    part(findings, "indices", [&] { check_indices(store, log, findings); });
    part(findings, "keys", [&] { check_keys(store, log, findings); });
    part(findings, "views", [&] { check_views(store, projections, verdict, findings, progress); });
  });
  verdict.findings_in_all = findings.in_all();
  verdict.findings = findings.take();
  return verdict;
}

}  // namespace letopis::ledger
