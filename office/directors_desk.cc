#include "office/directors_desk.h"

#include <algorithm>

#include "events/codec.h"
#include "office/lived_from.h"
#include "office/school.h"
#include "office/signing_desk.h"
#include "projections/directory_reader.h"
#include "trial/year.h"

namespace letopis::office {
namespace {

constexpr unsigned kMostKeysOfPerson = 8;  // of one person in a trial

events::CommandId new_command(events::Instant now) {
  std::array<std::byte, 10> random{};
  signing::fill_random(random);
  std::uint64_t low = 0;
  for (std::size_t i = 0; i < 8; ++i) low = low << 8 | std::to_integer<std::uint64_t>(random[i]);
  const auto spare =
      std::to_integer<std::uint64_t>(random[8]) << 8 | std::to_integer<std::uint64_t>(random[9]);
  return {static_cast<std::uint64_t>(now.milliseconds) << 16 | spare, low};
}

Refusal nobody(const std::vector<events::Role>& offices) {
  if (offices.front() == events::Role::kDirector) {
    return {"director.none",
            {"в журнале событий нет директора с действующим ключом",
             "the log has no director with a key in force"}};
  }
  return {"office.none",
          {"в школе нет того, чья это обязанность, с действующим ключом",
           "nobody whose duty this is has a key in force"}};
}

}  // namespace

Result<std::unique_ptr<DirectorsDesk>> DirectorsDesk::open(
    const std::filesystem::path& directory, std::unique_ptr<const events::Clock> clock) {
  auto profile = read_profile(directory);
  if (!profile) return profile.refusal();
  if (!profile->trial) {
    return Refusal{"director.key_elsewhere",
                   {"это должен подписать директор своим ключом, а его на сервере нет",
                    "the director must sign this with a key that is not on the server"}};
  }
  auto key = read_log_key(directory);
  if (!key) return key.refusal();
  std::unique_ptr<DirectorsDesk> desk(new DirectorsDesk(std::move(*profile), std::move(clock)));
  auto opened = ledger::Ledger::open(ledger_settings(directory, desk->profile_), ledger_parts(),
                                     desk->resources_, *desk->clock_, std::move(*key));
  if (!opened) return opened.refusal();
  desk->ledger_ = std::move(*opened);
  return desk;
}

// Which key of a holder of the office the log knows and has not ended.
std::optional<DirectorsDesk::Signer> DirectorsDesk::find_signer(const ledger::Snapshot& log,
                                                                const trial::Year& year,
                                                                events::Role office) {
  const projections::Directory directory(log);
  for (const auto& holder : directory.holders_of(office)) {
    for (const auto& known : directory.keys_of(holder.person)) {
      if (known.ended) continue;
      for (unsigned which = 0; which < kMostKeysOfPerson; ++which) {
        if (year.key_of(holder.person, which).public_key() != known.public_key) continue;
        return Signer{holder.person, which};
      }
    }
  }
  return std::nullopt;
}

Result<ledger::Accepted> DirectorsDesk::state(std::vector<events::Fact> facts) {
  return state_as({events::Role::kDirector}, std::move(facts));
}

Result<ledger::Accepted> DirectorsDesk::state_as(const std::vector<events::Role>& offices,
                                                 std::vector<events::Fact> facts) {
  const auto log = ledger_->snapshot();
  const auto first = log->event({0});
  const auto last = log->event({log->size() - 1});
  if (!first) return first.refusal();
  if (!last) return last.refusal();
  const auto* start = std::get_if<events::LogStarted>(&first->event.fact);
  INVARIANT(start != nullptr);  // the ledger opens no other log
  const auto year = year_lived_from(*profile_.trial, *start);
  std::optional<Signer> signer;
  for (const events::Role office : offices) {
    if (!signer) signer = find_signer(*log, year, office);
  }
  if (!signer) return nobody(offices);
  trial::Command command;
  command.author = signer->person;
  command.author_key = signer->which;
  command.stated = std::max(clock_->now(), last->recorded);
  command.at = command.stated;
  command.id = new_command(command.stated);
  command.facts = std::move(facts);
  SigningDesk desk(
      first->event.log,
      [&](events::PersonNumber person, unsigned which) { return year.key_of(person, which); },
      [&](const events::Stream& stream) {
        return static_cast<std::uint32_t>(log->stream(stream).size());
      });
  return ledger_->append(desk.sign(command));
}

}  // namespace letopis::office
