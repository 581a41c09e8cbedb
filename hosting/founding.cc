#include "hosting/founding.h"

#include <sodium.h>

#include "accounts/account_book.h"
#include "hosting/framing.h"
#include "hosting/stating.h"
#include "ledger/ledger.h"
#include "ledger/own_command.h"
#include "office/clocks.h"
#include "office/school.h"
#include "regulations/time_zone.h"
#include "rules/propose.h"
#include "shelf/shelf.h"
#include "wishes/secrets.h"

namespace letopis::hosting {
namespace {

namespace fs = std::filesystem;

constexpr events::PersonNumber kFounder{0};
constexpr events::PersonNumber kDirector{1};

events::PersonChanged names_of(const FoundingWish& wish, wishes::Secrets& secrets) {
  using events::PersonField;
  events::PersonChanged changed;
  changed.person = kDirector;
  const auto add = [&](PersonField field, const std::string& text) {
    if (!text.empty()) changed.fields.push_back({field, secrets.keep(text)});
  };
  add(PersonField::kFamilyName, wish.family_name);
  add(PersonField::kGivenName, wish.given_name);
  add(PersonField::kPatronymic, wish.patronymic);
  return changed;
}

std::vector<events::Fact> director_of(const FoundingWish& wish, const signing::PublicKey& key,
                                      events::Day day, wishes::Secrets& secrets) {
  std::vector<events::Fact> facts;
  facts.emplace_back(events::PersonRegistered{kDirector, {}});
  facts.emplace_back(events::ConsentRecorded{kDirector, kDirector, events::ConsentPurpose::kJournal,
                                             events::ConsentState::kGiven, day, std::nullopt});
  facts.emplace_back(names_of(wish, secrets));
  facts.emplace_back(events::AccountOpened{kDirector});
  facts.emplace_back(events::CredentialIssued{kDirector, events::SlipMedium::kPaper, false});
  facts.emplace_back(events::RoleGiven{kDirector, events::Role::kDirector, std::nullopt,
                                       std::nullopt, day, std::nullopt});
  facts.emplace_back(events::KeyEnrolled{kDirector, key, events::KeyHolder::kOffline,
                                         events::KeyGround::kActivation, std::nullopt});
  return facts;
}

// States the founder's two commands: the log begins, and has a director.
Outcome state(ledger::Ledger& ledger, const events::LogId& log, const signing::PrivateKey& founder,
              const FoundingWish& wish, const signing::PublicKey& code, events::Instant now) {
  const auto append = [&](const std::vector<events::Fact>& facts,
                          std::vector<events::PrivateText> texts) -> Outcome {
    const auto snapshot = ledger.snapshot();
    ledger::OwnCommand command;
    command.texts = std::move(texts);
    const auto version_of = [&](const events::Stream& stream) {
      return static_cast<std::uint32_t>(snapshot->stream(stream).size());
    };
    for (const auto& event : framed(facts, {log, kFounder, new_command_id(), now}, version_of)) {
      command.add(event, founder);
    }
    const auto accepted = ledger.append(command);
    if (!accepted) return accepted.refusal();
    return Done{};
  };
  auto begun = append({events::LogStarted{wish.origin, false, founder.public_key()}}, {});
  if (!begun) return begun;
  wishes::Secrets secrets(
      [](std::span<std::byte, 32> salt) { ::randombytes_buf(salt.data(), salt.size()); });
  const auto utc = regulations::TimeZone::named("UTC");
  const auto facts = director_of(wish, code, utc->day_of(now), secrets);
  if (auto stated = append(facts, secrets.promised_by(facts, kFounder)); !stated) return stated;
  return ledger.publish();
}

Outcome fill(const fs::path& directory, const FoundingWish& wish,
             const signing::Secret32& founder_seed, const accounts::Code& directors_code,
             const ledger::Resources& resources, accounts::Stretching& stretching) {
  const office::SchoolProfile profile{wish.origin, std::nullopt};
  const auto log_seed = signing::Secret32::random();
  auto files = office::create_school_files(directory, profile, log_seed);
  if (!files) return files;
  events::LogId log;
  signing::fill_random(log.bytes.bytes);
  const auto code = directors_code.key(log, stretching);
  if (!code) return code.refusal();
  const office::SystemClock clock;
  {
    auto ledger =
        ledger::Ledger::create(office::ledger_settings(directory, profile), office::ledger_parts(),
                               resources, clock, signing::PrivateKey(log_seed));
    if (!ledger) return ledger.refusal();
    auto stated = state(**ledger, log, signing::PrivateKey(founder_seed), wish, code->public_key(),
                        clock.now());
    if (!stated) return stated;
  }
  auto shelf = shelf::Shelf::open(directory / "shelf");
  if (!shelf) return shelf.refusal();
  accounts::AccountBook accounts(**shelf);
  return accounts.name(kDirector, wish.login);
}

}  // namespace

Result<accounts::Code> found_school(const fs::path& directory, const FoundingWish& wish,
                                    const signing::Secret32& founder_seed,
                                    const ledger::Resources& resources,
                                    accounts::Stretching& stretching) {
  std::error_code failed;
  const bool was_there = fs::exists(directory, failed);
  auto code = accounts::Code::random();
  auto filled = fill(directory, wish, founder_seed, code, resources, stretching);
  if (filled) return code;
  // A directory that held something before is refused before anything is put into it.
  if (!was_there) fs::remove_all(directory, failed);
  return filled.refusal();
}

}  // namespace letopis::hosting
