#include "inspection/damaged_log.h"

#include <fmt/format.h>

#include "ledger/snapshot.h"
#include "ledger/vault.h"
#include "office/school_naming.h"
#include "signing/encoding.h"
#include "terminal/fact_story.h"

namespace letopis::inspection {

using namespace office;
using namespace terminal;

namespace {

class NoTexts final : public events::TextSource {
 public:
  std::optional<std::string> find(events::PersonNumber, const events::Commitment&) const override {
    return std::nullopt;
  }
};

// Runs what reads a store that may throw; what it throws means: not known.
template <class Read>
std::string or_nothing(Read read) {
  try {
    return read();
  } catch (const std::exception&) {
    return {};
  }
}

std::optional<events::Stream> stream_in(std::string_view key) {
  constexpr std::size_t stream_key_bytes = 2 + 3 * 4 + 4;
  if (key.size() != stream_key_bytes) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) {
    return static_cast<std::uint32_t>(signing::read_big_endian(bytes_of(key.substr(at, size))));
  };
  return events::Stream{static_cast<events::StreamKind>(number(0, 2)), number(2, 4), number(6, 4),
                        number(10, 4)};
}

}  // namespace

struct DamagedLog::Opened {
  Opened(const std::filesystem::path& directory, Language language)
      : store(std::make_shared<ledger::Store>(directory / "store", ledger::make_resources(),
                                              ledger::OpenMode::kReadOnly)),
        snapshot(store),
        views(snapshot) {
    if (auto opened =
            ledger::VaultKeys::open(*rocksdb::Env::Default(), ledger::vault_files(directory))) {
      keys = std::move(*opened);
      vault = std::make_unique<ledger::Vault>(store, *keys);
    }
    const events::TextSource& texts =
        vault ? static_cast<const events::TextSource&>(*vault) : no_texts;
    names = std::make_unique<reports::NameBook>(views, texts, language);
    naming = std::make_unique<SchoolNaming>(views, *names, language);
    sources = {language, naming.get(), nullptr};
    if (const auto school = views.school()) {
      name = school->fact.name;
      if (auto found = regulations::TimeZone::named(school->fact.time_zone)) {
        zone = *found;
        sources.zone = &*zone;
      }
    }
  }

  std::shared_ptr<const ledger::Store> store;  // shared with the snapshot and the vault
  ledger::Snapshot snapshot;
  projections::Directory views;
  std::unique_ptr<ledger::VaultKeys> keys;
  std::unique_ptr<ledger::Vault> vault;
  NoTexts no_texts;
  std::unique_ptr<reports::NameBook> names;
  std::unique_ptr<SchoolNaming> naming;
  std::optional<regulations::TimeZone> zone;
  std::string name;
  StorySources sources;
};

DamagedLog::DamagedLog(const std::filesystem::path& directory, Language language)
    : language_(language) {
  try {
    opened_ = std::make_unique<Opened>(directory, language);
  } catch (const std::exception&) {
    opened_.reset();
  }
}

DamagedLog::~DamagedLog() = default;

std::string DamagedLog::school_name() const { return opened_ ? opened_->name : std::string(); }

std::string DamagedLog::tell(events::Position position) const {
  if (!opened_) return {};
  auto told = or_nothing([&] { return tell_entry(position); });
  if (!told.empty()) return told;
  return or_nothing([&] { return tell_by_index(position); });
}

std::string DamagedLog::tell_entry(events::Position position) const {
  if (position.value >= opened_->snapshot.size()) return {};
  const auto event = opened_->snapshot.event(position);
  if (!event) return {};
  return fill(
      language_,
      {"сейчас в ней: {}; автор {}, записано {}", "it now says: {}; author {}, recorded {}"},
      tell_briefly(event->event.fact, opened_->sources), opened_->names->brief(event->event.author),
      tell_moment(event->recorded, opened_->sources));
}

std::string DamagedLog::tell_by_index(events::Position position) const {
  const auto rows = opened_->store->rows(ledger::Family::kStreams);
  const std::string wanted = ledger::position_value(position);
  for (rows->SeekToFirst(); rows->Valid(); rows->Next()) {
    if (ledger::view_of(rows->value()) != wanted) continue;
    const auto stream = stream_in(ledger::view_of(rows->key()));
    const auto told = stream ? tell_stream(*stream, opened_->sources) : std::string();
    if (told.empty()) return {};
    return fill(
        language_,
        {"прочесть её нельзя; по указателю это {}", "it cannot be read; by the index it is a {}"},
        told);
  }
  return {};
}

}  // namespace letopis::inspection
