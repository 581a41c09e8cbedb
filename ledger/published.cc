#include "ledger/published.h"

#include <fmt/format.h>

#include "ledger/files.h"
#include "ledger/log_directory.h"
#include "ledger/snapshot.h"
#include "signing/tile_tree.h"

namespace letopis::ledger {
namespace {

Refusal refuse(const char* code, std::string ru, std::string en) {
  return {code, {std::move(ru), std::move(en)}};
}

}  // namespace

std::filesystem::path checkpoint_file(const std::filesystem::path& data_directory) {
  return data_directory / "checkpoint";
}

Result<Published> read_published(rocksdb::Env& env, const std::filesystem::path& data_directory,
                                 const std::string& origin, const signing::PublicKey& log_key) {
  const auto path = checkpoint_file(data_directory);
  auto note = read_file(env, path);
  if (!note) {
    return Refusal{"ledger.checkpoint_missing",
                   {"нет опубликованной контрольной точки: " + path.string(),
                    "the published checkpoint is missing: " + path.string()}};
  }
  const auto verifier = signing::NoteVerifier::admit(signing::log_verifier_key(origin, log_key));
  if (!verifier) return verifier.refusal();
  auto opened = signing::open_checkpoint(*note, *verifier);
  if (!opened) {
    return Refusal{"ledger.checkpoint_altered",
                   {"контрольная точка изменена или подписана не ключом журнала событий: " +
                        opened.refusal().says.ru,
                    "the checkpoint was altered, or was not signed with the log's key: " +
                        opened.refusal().says.en}};
  }
  return Published{std::move(*note), opened->checkpoint};
}

Outcome stands_behind(const Store& store, const signing::Checkpoint& known) {
  const std::uint64_t size = store.size();
  if (known.size > size) {
    return refuse(
        "ledger.rolled_back",
        fmt::format("опубликована контрольная точка на {} записей, а в хранилище их {}: "
                    "это старая копия",
                    known.size, size),
        fmt::format("a checkpoint of {} entries is published, but the store has {}: it is "
                    "an older copy",
                    known.size, size));
  }
  if (signing::root_at(known.size, row_reader(store)) != known.root) {
    return refuse("ledger.forked", "хранилище расходится с опубликованной контрольной точкой",
                  "the store disagrees with the published checkpoint");
  }
  return Done{};
}

Outcome look_before_writing(const std::filesystem::path& data_directory, const std::string& origin,
                            const signing::PublicKey& log_key, const Resources& resources) {
  const auto published = read_published(*resources.env, data_directory, origin, log_key);
  if (!published) return published.refusal();
  return stands_behind(Store(store_in(data_directory), resources, OpenMode::kReadOnly),
                       published->checkpoint);
}

Published publish(rocksdb::Env& env, const std::filesystem::path& data_directory,
                  const signing::Checkpoint& checkpoint, const signing::PrivateKey& log_key) {
  Published published{signing::sign_checkpoint(checkpoint, log_key), checkpoint};
  replace_file(env, checkpoint_file(data_directory), published.note);
  return published;
}

}  // namespace letopis::ledger
