#include "script/school.h"

#include <fmt/format.h>

#include "office/logins_file.h"
#include "office/school.h"
#include "office/signing_desk.h"
#include "projections/directory_reader.h"
#include "script/line.h"
#include "signing/digest.h"

namespace letopis::script {

using namespace office;

namespace {

// Bytes that follow from the trial, the place in the log and a purpose.
signing::Digest derived(const trial::Settings& settings, std::string_view purpose,
                        std::uint64_t size, std::uint64_t which) {
  return signing::sha256(bytes_of(fmt::format("letopis run v1\n{}\n{}\n{}\n{}\n{}\n", purpose,
                                              settings.seed, settings.origin, size, which)));
}

std::uint64_t number_of(std::span<const std::byte, 8> bytes) {
  std::uint64_t number = 0;
  for (const std::byte one : bytes) number = number << 8 | std::to_integer<std::uint64_t>(one);
  return number;
}

}  // namespace

trial::Settings runner_settings(const std::string& origin, std::uint64_t seed) {
  trial::Settings settings;
  settings.origin = origin;
  settings.seed = seed;
  settings.pupils = kPupilsOfScript;
  return settings;
}

RunnerSchool::RunnerSchool(std::filesystem::path directory, SchoolProfile profile,
                           trial::Settings settings)
    : directory_(std::move(directory)),
      profile_(std::move(profile)),
      settings_(std::move(settings)),
      keys_(settings_) {}

Result<std::unique_ptr<RunnerSchool>> RunnerSchool::open(const std::filesystem::path& directory) {
  auto profile = read_profile(directory);
  if (!profile) return profile.refusal();
  if (!profile->trial) {
    return Refusal{"run.no_trial",
                   {"это журнал настоящей школы: сценарий бывает только у пробы",
                    "this is a real school's log: only a trial has a script"}};
  }
  auto key = read_log_key(directory);
  if (!key) return key.refusal();
  auto logins = read_logins(directory);
  if (!logins) return logins.refusal();
  const auto resources = ledger::make_resources();
  // Keys come from the name under which the log began.
  std::string origin = profile->origin;
  {
    const auto store = std::make_shared<ledger::Store>(directory / "store", resources,
                                                       ledger::OpenMode::kReadOnly);
    const ledger::Snapshot log(store);
    if (log.size() > 0) {
      const auto first = log.event({0});
      if (!first) return first.refusal();
      const auto* start = std::get_if<events::LogStarted>(&first->event.fact);
      if (start != nullptr) origin = start->origin;
    }
  }
  auto settings = runner_settings(origin, profile->trial->seed);
  settings.pupils = profile->trial->pupils;
  std::unique_ptr<RunnerSchool> school(
      new RunnerSchool(directory, std::move(*profile), std::move(settings)));
  school->logins_ = *std::move(logins);
  auto opened = ledger::Ledger::open(ledger_settings(directory, school->profile_), ledger_parts(),
                                     school->resources_, school->clock_, std::move(*key));
  if (!opened) return opened.refusal();
  school->ledger_ = std::move(*opened);
  return school;
}

Result<std::unique_ptr<RunnerSchool>> RunnerSchool::create(const std::filesystem::path& directory,
                                                           const trial::Settings& settings) {
  const SchoolProfile profile{settings.origin, TrialOrigin{settings.seed, settings.pupils}};
  std::unique_ptr<RunnerSchool> school(new RunnerSchool(directory, profile, settings));
  const auto log_seed = school->keys_.log_seed();
  if (auto made = create_school_files(directory, profile, log_seed); !made) return made.refusal();
  auto created =
      ledger::Ledger::create(ledger_settings(directory, profile), ledger_parts(),
                             school->resources_, school->clock_, signing::PrivateKey(log_seed));
  if (!created) return created.refusal();
  school->ledger_ = std::move(*created);
  return school;
}

Result<unsigned> RunnerSchool::key_in_force(const ledger::Snapshot& log,
                                            events::PersonNumber person) const {
  const projections::Directory directory(log);
  for (const auto& known : directory.keys_of(person)) {
    if (known.ended) continue;
    for (unsigned which = 0; which < kMaxKeysOfPerson; ++which) {
      if (keys_.key_of(person, which).public_key() == known.public_key) return which;
    }
  }
  return Refusal{"signer.no_key",
                 {fmt::format("у человека № {} нет действующего ключа подписи", person.value),
                  fmt::format("person {} has no signing key in force", person.value)},
                 {},
                 {"ключ вносит команда activate", "the command activate enrols one"}};
}

Result<ledger::Accepted> RunnerSchool::append(const Stated& stated) {
  const auto log = ledger_->snapshot();
  unsigned which = stated.key.value_or(0);
  if (!stated.key && stated.author.value != 0) {
    const auto found = key_in_force(*log, stated.author);
    if (!found) return found.refusal();
    which = *found;
  }
  trial::Command command;
  command.author = stated.author;
  command.author_key = which;
  command.at = stated.at;
  command.stated = stated.stated;
  const auto random = derived(settings_, "command", log->size(), stated.author.value);
  const std::span<const std::byte, 32> bytes(random.bytes);
  constexpr unsigned spare_bits = 16;
  command.id = {static_cast<std::uint64_t>(stated.stated.milliseconds) << spare_bits |
                    number_of(bytes.first<8>()) >> (64 - spare_bits),
                number_of(bytes.subspan<8, 8>())};
  command.facts = stated.facts;
  command.texts = stated.texts;
  SigningDesk desk(
      keys_.log_id(),
      [this](events::PersonNumber person, unsigned key) { return keys_.key_of(person, key); },
      [&log](const events::Stream& stream) {
        return static_cast<std::uint32_t>(log->stream(stream).size());
      });
  auto signed_command = desk.sign(command);
  signed_command.trial_clock = command.at;
  clock_.set(std::max(clock_.now(), command.at));
  return ledger_->append(signed_command);
}

Outcome RunnerSchool::keep_login(std::string_view login, events::PersonNumber person) {
  if (auto added = logins_.add(login, person); !added) return added;
  write_logins(directory_, logins_);
  return Done{};
}

void RunnerSchool::keep_logins(const std::vector<wishes::NewLogin>& logins,
                               events::PersonNumber first) {
  if (logins.empty()) return;
  for (const auto& one : logins) {
    const auto added =
        logins_.add(one.login, {first.value + static_cast<std::uint32_t>(one.person)});
    INVARIANT(added.has_value());
  }
  write_logins(directory_, logins_);
}

wishes::Secrets::Salt RunnerSchool::salts() const {
  const auto size = ledger_->snapshot()->size();
  return [this, size, which = std::uint64_t{0}](std::span<std::byte, 32> salt) mutable {
    const auto bytes = derived(settings_, "salt", size, which++);
    std::copy(bytes.bytes.begin(), bytes.bytes.end(), salt.begin());
  };
}

}  // namespace letopis::script
