#include "ledger/restore_vault.h"

#include <fmt/format.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <set>

#include "ledger/log_directory.h"
#include "ledger/promises.h"
#include "ledger/published.h"

namespace letopis::ledger {
namespace {

constexpr std::size_t kBatchBytes = 4u << 20;

events::PromisedText place_of(const events::PrivateText& text) {
  return {text.about, events::commit(text)};
}

Refusal text_of_another(events::PersonNumber person) {
  return {"restore.text_of_another",
          {fmt::format("в выгрузке есть текст о человеке № {}, а записи говорят, что он о другом",
                       person.value),
           fmt::format("the export has a text about person {} that entries say is about another",
                       person.value)}};
}

Refusal text_unpromised(events::PersonNumber person) {
  return {
      "restore.text_unpromised",
      {fmt::format("в выгрузке есть текст о человеке № {}, которого нет ни в одной записи",
                   person.value),
       fmt::format("the export has a text about person {} that no entry commits to", person.value)},
      {},
      {"Если выгрузка новее носителя, такие тексты можно пропустить.",
       "If the export is newer than the medium, such texts can be left out."}};
}

// Which texts of an export may come back.
class Choice {
 public:
  Choice(const Promises& promises, const VaultKeys& keys, UnpromisedTexts unpromised)
      : promises_(promises), keys_(keys), unpromised_(unpromised) {}

  void look_at(const events::PrivateText& text) {
    const auto place = place_of(text);
    if (!promises_.texts.contains(place)) return note_unpromised(place);
    if (promises_.was_erased(place) || keys_.state(place.about) == VaultKeys::State::kDestroyed) {
      ++summary.erased;
    } else {
      chosen_.insert(place);
    }
  }
  bool takes(const events::PromisedText& text) const { return chosen_.contains(text); }
  const std::set<events::PromisedText>& chosen() const { return chosen_; }

  RestoredTexts summary;
  std::optional<Refusal> refusal;

 private:
  void note_unpromised(const events::PromisedText& place) {
    const bool of_another =
        std::any_of(promises_.texts.begin(), promises_.texts.end(),
                    [&](const auto& promised) { return promised.text == place.text; });
    if (!of_another && unpromised_ == UnpromisedTexts::kLeaveOut) {
      ++summary.unpromised;
    } else if (!refusal) {
      refusal = of_another ? text_of_another(place.about) : text_unpromised(place.about);
    }
  }

  const Promises& promises_;
  const VaultKeys& keys_;
  const UnpromisedTexts unpromised_;
  std::set<events::PromisedText> chosen_;
};

void write(const Store& store, rocksdb::WriteBatch& batch) {
  rocksdb::WriteOptions options;
  options.sync = true;
  require(store.db().Write(options, &batch));
  batch.Clear();
}

using Text = std::function<void(const events::PrivateText&)>;
// Opens the export and gives each of its texts.
using EachText = std::function<Outcome(const Text&)>;

// The export is opened once more rather than kept: a school's texts need not all lie in memory.
Outcome seal_chosen(const Store& store, const VaultKeys& keys, const Choice& choice,
                    const EachText& each_text) {
  rocksdb::WriteBatch batch;
  const auto read = each_text([&](const events::PrivateText& text) {
    const auto place = place_of(text);
    if (!choice.takes(place)) return;
    const auto sealed = seal_text(keys.key_of(place.about).value(), text);
    require(batch.Put(store.family(Family::kVault), slice(vault_key(place.about, place.text)),
                      slice(sealed)));
    if (batch.GetDataSize() >= kBatchBytes) write(store, batch);
  });
  if (read) write(store, batch);
  return read;
}

// Makes the file of keys ready: whole, with a key for each who needs one, none for those erased.
void settle(VaultKeys& keys, const Promises& promises,
            const std::set<events::PersonNumber>& persons) {
  keys.settle();
  for (const auto person : promises.erased) {
    if (keys.state(person) != VaultKeys::State::kDestroyed) keys.destroy(person);
  }
  keys.ensure(std::vector(persons.begin(), persons.end()));
}

std::uint64_t missing_in(const Store& store, const Promises& promises) {
  return static_cast<std::uint64_t>(
      std::count_if(promises.texts.begin(), promises.texts.end(), [&](const auto& text) {
        return !promises.was_erased(text) &&
               !store.get(Family::kVault, vault_key(text.about, text.text));
      }));
}

Result<RestoredTexts> bring_back(const Store& store, VaultKeys& keys, const Promises& promises,
                                 UnpromisedTexts unpromised, const EachText& each_text) {
  Choice choice(promises, keys, unpromised);
  const auto read = each_text([&](const events::PrivateText& text) { choice.look_at(text); });
  if (!read) return read.refusal();
  if (choice.refusal) return *choice.refusal;
  std::set<events::PersonNumber> persons;
  for (const auto& text : choice.chosen()) persons.insert(text.about);
  settle(keys, promises, persons);
  if (auto sealed = seal_chosen(store, keys, choice, each_text); !sealed) return sealed.refusal();
  RestoredTexts summary = choice.summary;
  summary.restored = choice.chosen().size();
  summary.persons = persons.size();
  summary.missing = missing_in(store, promises);
  return summary;
}

}  // namespace

Result<RestoredTexts> restore_texts(const RestoreTextsSettings& settings, std::string_view contents,
                                    const RecipientKeys& recipient, const Resources& resources,
                                    const Progress& progress) {
  const auto looked =
      look_before_writing(settings.directory, settings.origin, settings.log_key, resources);
  if (!looked) return looked.refusal();
  const Store store(store_in(settings.directory), resources, OpenMode::kExisting);
  const auto keys = VaultKeys::open(*resources.env, vault_files(settings.directory));
  if (!keys) return keys.refusal();
  const auto promises = promises_in(store, progress);
  if (!promises) return promises.refusal();
  return bring_back(store, **keys, *promises, settings.unpromised, [&](const Text& text) {
    const auto read = open_export(contents, recipient, settings.export_key, text);
    return read ? Outcome(Done{}) : Outcome(read.refusal());
  });
}

}  // namespace letopis::ledger
