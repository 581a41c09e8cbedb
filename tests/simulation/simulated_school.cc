#include "simulation/simulated_school.h"

#include <algorithm>

#include "projections/projections.h"
#include "rules/admit.h"

namespace letopis::simulation {
namespace {

using ledger::code_of;

// What the caller of a failing disk may hear.
bool is_failure(const std::string& code) {
  return code == "ledger.unknown" || code == "ledger.no_room";
}

}  // namespace

SimulatedSchool::SimulatedSchool(std::uint64_t seed, Lived& lived)
    : seed_(seed),
      lived_(lived),
      random_(seed),
      school_({.trial = true, .background = false, .env = env_.get(), .directory = "/disk/data"}),
      model_(school_.id),
      authors_(random_, model_, school_.id) {
  school_.parts.projections = projections::all();
  school_.admit = rules::Admission();
}

void SimulatedSchool::agree(bool holds, const std::string& what) const {
  if (!holds)
    throw Disagreement(what + "\n…\n" +
                       told_.substr(told_.size() < 2'000 ? 0 : told_.size() - 2'000));
}

std::string SimulatedSchool::live(unsigned steps) {
  try {
    found();
    for (unsigned i = 0; i < steps; ++i) {
      step();
      check_some();
    }
    check_all();
    check_replay(*school_.log().snapshot());
  } catch (const ledger::StoreFailure& failure) {
    agree(false, std::string("the store failed a reader: ") + failure.what());
  }
  school_.close();
  const auto verdict = school_.verify();
  agree(verdict.intact(), "the log is not intact: " +
                              (verdict.findings.empty() ? "" : verdict.findings[0].what.says.en));
  check_flipped_byte();
  return told_;
}

void SimulatedSchool::found() {
  const auto made = school_.create();
  agree(made.has_value(), "no log could be made: " + (made ? "" : made.refusal().says.en));
  if (below(random_, 4) == 0) power_cycle();  // a log that is made is there for good
  for (const auto& step : authors_.founding_steps(ledger::TinySchool::kOrigin, bundled(seed_))) {
    const auto size = model_.size();
    send({authors_.found(step, school_.clock.now())}, false);
    agree(model_.size() > size, "the school cannot be founded");
  }
}

// Minutes mostly; now and then to either side of a border of days, on a day off too, or past terms
// and periods. In some lives years go by.
void SimulatedSchool::pass_time() {
  constexpr std::int64_t minute = 60'000;
  const auto chance = [this](std::int64_t most) {
    return static_cast<std::int64_t>(below(random_, static_cast<std::uint64_t>(most)));
  };
  const auto turn = below(random_, 40);
  if (turn < 28) return school_.clock.pass(chance(10 * minute));
  if (turn < 34) return school_.clock.pass(chance(5 * kHourMs));
  if (turn < 38) {
    // Five in the afternoon and midnight are terms: a millisecond before, then, and after.
    const auto into_day = (school_.clock.now().milliseconds + 3 * kHourMs) % kDayMs;
    const auto border = (below(random_, 2) ? 17 : 24) * kHourMs + chance(3) - 1;
    return school_.clock.pass((border - into_day + kDayMs) % kDayMs);
  }
  const std::int64_t most = seed_ % 4 == 0 ? 150 : 40;
  school_.clock.pass(chance(turn == 38 ? 5 * kDayMs : most * kDayMs));
}

void SimulatedSchool::step() {
  pass_time();
  switch (below(random_, 40)) {
    case 0: return close_and_open();
    case 1: return disk_.cut_power(), power_cycle();
    case 2:
    case 3: return act_until_the_power_fails();
    case 4:
    case 5: return act_while_the_disk_fails();
    case 6: return act_while_the_disk_is_full();
    case 7: return open_whatever_fails();
    case 8: return school_.clock.jump(-static_cast<std::int64_t>(below(random_, 1'000'000)));
    case 9: return check_all();
    default: return act();
  }
}

void SimulatedSchool::act() { send(some(), false); }

void SimulatedSchool::act_while_the_disk_fails() {
  tell("the disk fails");
  for (auto i = below(random_, 4); i < 4; ++i) {
    disk_.fail_after(below(random_, 12));
    send(some(), true);
  }
  disk_.heal();
  send({authors_.good(school_.clock.now())}, false);  // without a restart
}

void SimulatedSchool::act_until_the_power_fails() {
  disk_.cut_power_after(below(random_, 16));
  for (int i = 0; i < 6 && disk_.powered(); ++i) send(some(), true);
  disk_.cut_power();
  power_cycle();
}

void SimulatedSchool::act_while_the_disk_is_full() {
  const bool seen_coming = below(random_, 2) == 0;
  tell(seen_coming ? "the disk is full" : "the disk is full, and does not say so");
  disk_.be_full(seen_coming ? ledger::kRoomKeptFree - 1 : MemoryDisk::kPlenty);
  for (auto i = below(random_, 3); i < 4; ++i) {
    send(some(), true);
    if (seen_coming) check_some();  // reading goes on
  }
  disk_.have_room();
  send({authors_.good(school_.clock.now())}, false);  // without a restart
}

void SimulatedSchool::close_and_open() {
  tell("closed and opened");
  school_.close();
  open();
}

void SimulatedSchool::power_cycle() {
  tell("the power fails");
  disk_.cut_power();
  school_.close();
  disk_.restore_power(random_);
  open();
}

// Opening writes, too: it may be cut off as everything else.
void SimulatedSchool::open_whatever_fails() {
  tell("opened while the disk fails");
  school_.close();
  for (int i = 0; i < 3; ++i) {
    const bool power = below(random_, 2) == 0;
    if (power) {
      disk_.cut_power_after(below(random_, 30));
    } else {
      disk_.fail_after(below(random_, 30));
    }
    static_cast<void>(school_.open());
    school_.close();
    if (!disk_.powered()) disk_.restore_power(random_);
  }
  disk_.heal();
  open();
}

void SimulatedSchool::open() {
  school_.admit = rules::Admission();  // as in a program that starts
  const auto opened = school_.open();
  agree(opened.has_value(),
        "the log does not open: " +
            (opened ? "" : opened.refusal().code + " " + opened.refusal().says.en));
  settle_doubts();
}

// What several authors want at once, each knowing only what stood before; now and then the same
// twice.
std::vector<Sent> SimulatedSchool::some() {
  std::vector<Sent> batch{authors_.any(school_.clock.now())};
  while (below(random_, 3) == 0) batch.push_back(authors_.any(school_.clock.now()));
  if (below(random_, 8) == 0) batch.push_back(batch.front());
  return batch;
}

void SimulatedSchool::send(const std::vector<Sent>& batch, bool disk_may_fail) {
  const auto before =
      doubts_.empty() ? std::optional(school_.log().snapshot()->root()) : std::nullopt;
  std::vector<ledger::Command> commands;
  for (const auto& sent : batch) commands.push_back(sent.command);
  const auto outcomes = school_.log().append_all(commands);
  agree(outcomes.size() == batch.size(), "not every command was answered");
  std::vector<Sent> doubted;
  bool answered = false;
  bool changed = false;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const auto code = code_of(outcomes[i]);
    tell(code + " " + std::to_string(outcomes[i] ? outcomes[i]->place.first.value : 0));
    if (is_failure(code)) {
      agree(disk_may_fail, "the disk is good, yet: " + outcomes[i].refusal().says.en);
      // Without room nothing was taken; else nobody knows.
      if (code == "ledger.unknown") doubted.push_back(batch[i]);
      continue;
    }
    // A refusal at once says nothing of the store, which may wait to be opened again.
    if (batch[i].refused_at_once.empty()) settle_doubts();
    compare(batch[i], outcomes[i]);
    answered = answered || batch[i].refused_at_once.empty();
    changed = changed || (outcomes[i] && !outcomes[i]->seen_before);
  }
  agree(!answered || doubted.empty(), "one write answered some and left others in doubt");
  if (!doubted.empty()) {
    doubts_.push_back({std::move(doubted), school_.clock.now()});
  } else if (before && !changed) {
    agree(school_.log().snapshot()->root() == *before, "what was refused changed the log");
  }
}

void SimulatedSchool::compare(const Sent& sent, const Result<ledger::Accepted>& outcome) {
  const auto expected = model_.expect(sent, school_.clock.now());
  agree(code_of(outcome) == expected.refusal,
        "answered '" + code_of(outcome) + "', must be '" + expected.refusal + "'");
  const bool as_heard = expected.judged && sent.heard && sent.heard->log_size == model_.size() &&
                        sent.heard->now == expected.recorded;
  if (as_heard) {
    agree(sent.heard->refusal == expected.refusal, "proposing was answered '" +
                                                       sent.heard->refusal + "', admitting '" +
                                                       expected.refusal + "'");
    if (!outcome) lived_.forged.insert(expected.refusal);
  }
  if (!outcome) {
    if (expected.judged) lived_.refused.insert(expected.refusal);
    return;
  }
  const ledger::Accepted must{{expected.first, static_cast<std::uint16_t>(sent.events.size())},
                              expected.recorded,
                              expected.seen_before};
  agree(*outcome == must, "accepted at another place or time, or not known again");
  if (!expected.seen_before) take(sent, expected.recorded);
}

void SimulatedSchool::take(const Sent& sent, events::Instant recorded) {
  model_.take(sent, recorded);
  authors_.remember(sent);
  for (const auto& event : sent.events) lived_.facts.insert(events::name_of(event.fact));
}

void SimulatedSchool::settle_doubts() {
  if (doubts_.empty()) return;
  const auto log = school_.log().snapshot();
  for (const auto& doubt : doubts_) settle(doubt, *log);
  doubts_.clear();
}

// What was in doubt is in the log whole, or not at all; and in the order in which it was sent.
void SimulatedSchool::settle(const Doubt& doubt, const ledger::Snapshot& log) {
  const auto& batch = doubt.batch;
  const auto place_of = [&](const Sent& sent) {
    return log.command(sent.events.front().author, sent.events.front().command);
  };
  const bool written = std::any_of(batch.begin(), batch.end(), [&](const Sent& sent) {
    const auto place = place_of(sent);
    return place && place->first.value >= model_.size();
  });
  if (!written) return;
  for (const auto& sent : batch) {
    const auto place = place_of(sent);
    const auto event = place ? log.event(place->first) : Result<events::RecordedEvent>(Refusal{});
    const auto expected = model_.expect(sent, event ? event->recorded : doubt.asked);
    if (!expected.refusal.empty() || expected.seen_before) continue;
    agree(place.has_value(), "a part of one write is missing");
    agree(place->first.value == model_.size(), "what was in doubt stands at another place");
    agree(event.has_value(), "what was in doubt does not read");
    take(sent, event->recorded);
  }
}

}  // namespace letopis::simulation
