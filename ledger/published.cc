#include "ledger/published.h"

#include "ledger/files.h"
#include "ledger/store.h"

namespace letopis::ledger {

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

Published publish(rocksdb::Env& env, const std::filesystem::path& data_directory,
                  const signing::Checkpoint& checkpoint, const signing::PrivateKey& log_key) {
  Published published{signing::sign_checkpoint(checkpoint, log_key), checkpoint};
  replace_file(env, checkpoint_file(data_directory), published.note);
  return published;
}

}  // namespace letopis::ledger
