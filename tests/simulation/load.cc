#include "simulation/load.h"

#include "projections/projections.h"
#include "rules/admit.h"
#include "rules/propose.h"
#include "simulation/founding.h"

namespace letopis::simulation {
namespace {

constexpr std::uint32_t kErasable = 200;  // people of each thread

ledger::Person person(events::PersonNumber number) {
  return {number, ledger::trial_key("person " + std::to_string(number.value))};
}

std::vector<events::Fact> facts_of(const FoundingStep& wish, const ledger::TinySchool& school,
                                   const events::ViewReader& views) {
  auto facts = rules::propose(wish.command, {wish.author, school.clock.now()}, views);
  if (!facts) throw std::runtime_error(facts.refusal().says.en);
  return std::move(*facts);
}

void must(ledger::TinySchool& school, const FoundingStep& wish) {
  const auto author = person(wish.author);
  const auto facts = facts_of(wish, school, *school.log().snapshot());
  if (auto taken = school.append({&author, facts}); !taken) {
    throw std::runtime_error(taken.refusal().says.en);
  }
}

events::PrivateText comment(events::PersonNumber pupil, std::uint64_t number) {
  events::PrivateText text{pupil, {}, "x"};
  text.text += std::to_string(number);
  const auto salt = signing::sha256(bytes_of(text.text));
  std::copy(salt.bytes.begin(), salt.bytes.end(), text.salt.begin());
  return text;
}

// The first of the thread's people who is not erased yet.
events::PersonNumber next_to_erase(std::uint32_t thread, const events::ViewReader& views) {
  const projections::Directory directory(views);
  events::PersonNumber next{kPeople + 1 + thread * kErasable};
  while (directory.erased(next)) ++next.value;
  return next;
}

}  // namespace

events::CommandId load_id(std::uint64_t number) { return {1, number}; }

void live_by_rules(ledger::TinySchool& school) {
  school.parts.projections = projections::all();
  school.admit = rules::Admission();
}

void found(ledger::TinySchool& school) {
  live_by_rules(school);
  if (auto made = school.create(); !made) throw std::runtime_error(made.refusal().says.en);
  const auto key_of = [](events::PersonNumber number) { return person(number).key.public_key(); };
  for (const auto& step : founding(ledger::TinySchool::kOrigin, bundled(0), key_of)) {
    must(school, step);
  }
  rules::StateFacts people;
  people.facts.resize(kLoadThreads * kErasable, events::PersonRegistered{});
  must(school, {kDirector, people});
  rules::RecordLesson lesson;
  lesson.load = {1};
  lesson.day = day_of(school.clock.now());
  for (lesson.bell = 1; lesson.bell <= kLoadThreads / 2; ++lesson.bell) {
    must(school, {kMaths, lesson});
  }
}

ledger::Command load_command(ledger::TinySchool& school, std::uint64_t number) {
  const auto thread = static_cast<std::uint32_t>(number >> 32) & 0xff;
  const auto author = person(load_author(number));
  const auto log = school.log().snapshot();
  ledger::Wish wish{&author, {}};
  wish.id = number;
  rules::Command command;
  if (erases(number)) {
    command =
        rules::StateFacts{{events::PersonErased{next_to_erase(thread, *log), kOrder, "152-ФЗ"}}};
  } else {
    // Two threads to a lesson, each with a pupil.
    const events::PersonNumber pupil{kFirstPupil.value + thread % 2};
    wish.texts = {comment(pupil, number)};
    command =
        rules::GiveMarks{{1 + thread / 2},
                         0,
                         {{pupil, events::MarkValue::kFive, events::commit(wish.texts.front())},
                          {pupil, events::MarkValue::kFour, std::nullopt}}};
  }
  wish.facts = facts_of({author.number, command}, school, *log);
  return school.sign(wish);
}

}  // namespace letopis::simulation
