// What somebody does who holds the log's key, or the whole medium: entries dropped, forged, moved;
// logs forked, rolled back, exchanged. Where only the inspector's memory can tell, that is shown.
#include <capnp/schema.h>
#include <gtest/gtest.h>

#include <functional>

#include "archive/layout.h"
#include "archive/volume_forger.h"
#include "events/codec.h"
#include "events/event.capnp.h"
#include "events/facts_accounts.h"
#include "events/facts_people.h"

namespace letopis::archive {
namespace {

using terminal::Exit;

const SealedSchool& school() { return SealedSchool::first_days(); }

// The newest volume sealed over a log that was changed: what the inspector sees, who knows nothing
// of it but the log's key and its first entry.
Verdict after(const std::function<void(MemoryLog&)>& change) {
  const MediumCopy medium(school().medium(0));
  auto log = school().log_at(2);
  change(log);
  seal_over(school(), medium, log);
  const auto trust = school().trust_without_checkpoints();
  return check(medium.path(), &trust);
}

void expect_altered(const Verdict& verdict, std::string_view code, std::uint64_t position) {
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kAltered) << told(verdict);
  const auto* finding = find(verdict, code);
  ASSERT_TRUE(finding) << code << "\n" << told(verdict);
  ASSERT_TRUE(finding->position);
  EXPECT_EQ(finding->position->value, position) << told(verdict);
}

events::Fact remark() { return events::AccountOpened{{2}}; }

// Says the fact at the log's end, signed by whom you like.
void say(MemoryLog& log, events::PersonNumber author, const signing::PrivateKey& key) {
  const auto event = log.next_event(remark(), author);
  log.append(event, key, event.stated);
}

// The first command from `from` on that consists of one event, and is followed by another such.
std::uint64_t two_single_commands(const MemoryLog& log, std::uint64_t from) {
  while (log.event(from).count != 1 || log.event(from + 1).count != 1) ++from;
  return from;
}

TEST(AttackOnLog, DroppedEntryLeavesAGap) {
  RecordProperty("requirement", "ARC-05");
  // The director's appointment to a role: the person's stream goes on without it.
  auto log = school().log_at(2);
  std::uint64_t dropped = 0;
  for (std::uint64_t i = 1; i < log.size() && dropped == 0; ++i) {
    if (log.event(i).count > 1 && log.event(i).index == 0) dropped = i;
  }
  const auto inside = after([&](MemoryLog& one) {
    one.entries.erase(one.entries.begin() + static_cast<std::ptrdiff_t>(dropped));
  });
  expect_altered(inside, "entry.command_torn", dropped);

  const auto sealed = log.find("volume_sealed");
  const auto whole = after([&](MemoryLog& one) {
    one.entries.erase(one.entries.begin() + static_cast<std::ptrdiff_t>(sealed));
  });
  expect_altered(whole, "stream.version", sealed);
}

TEST(AttackOnLog, ForgedAuthorIsNamed) {
  RecordProperty("requirement", "ARC-05");
  const auto end = school().log_at(2).size();
  const signing::PrivateKey stranger(signing::Secret32::derive(bytes_of("stranger"), "author"));
  expect_altered(after([&](MemoryLog& log) { say(log, MemoryLog::kDirector, stranger); }),
                 "key.unknown", end);
  expect_altered(after([&](MemoryLog& log) { say(log, MemoryLog::kDirector, log.key_of({2})); }),
                 "key.of_another", end);
  const auto ended = [](MemoryLog& log) {
    log.state({events::KeyEnded{{2}, log.key_of({2}).key_id(), {}}});
    say(log, {2}, log.key_of({2}));
  };
  expect_altered(after(ended), "key.ended", end + 1);
}

TEST(AttackOnLog, CommandStoredTwiceIsFound) {
  const auto end = school().log_at(2).size();
  const auto verdict = after([](MemoryLog& log) {
    auto event = log.next_event(remark(), MemoryLog::kDirector);
    event.command = log.event(log.find("volume_checked")).command;
    log.append(event, log.key_of(MemoryLog::kDirector), event.stated);
  });
  expect_altered(verdict, "entry.command_twice", end);
}

TEST(AttackOnLog, TimeThatGoesBackAndEntriesThatChangePlacesAreFound) {
  const auto end = school().log_at(2).size();
  const auto back = after([](MemoryLog& log) {
    auto event = log.next_event(remark(), MemoryLog::kDirector);
    event.stated = {log.last_recorded().milliseconds - 1};
    log.append(event, log.key_of(MemoryLog::kDirector), event.stated);
  });
  expect_altered(back, "entry.time_back", end);

  const auto first = two_single_commands(school().log_at(2), 300);
  const auto swapped =
      after([&](MemoryLog& log) { std::swap(log.entries[first], log.entries[first + 1]); });
  EXPECT_EQ(verifier::exit_of(swapped), Exit::kAltered);
  EXPECT_TRUE(find(swapped, "entry.time_back") || find(swapped, "stream.version")) << told(swapped);
}

// Everybody's signature is real: the director says other things, and the log's keeper helps.
MemoryLog forked() {
  auto log = school().log_at(2);
  while (log.event(log.size() - 1).index > 0) log.entries.pop_back();
  log.entries.pop_back();
  while (log.size() < school().log_at(2).size()) log.state({events::AccountOpened{{3}}});
  log.state({events::AccountOpened{{4}}});
  return log;
}

TEST(AttackOnLog, ForkThatIsConsistentInItselfIsFoundByWhatTheInspectorRemembers) {
  RecordProperty("requirement", "ARC-05");
  const MediumCopy medium(school().medium(0));
  seal_over(school(), medium, forked());
  const auto remembers = check(medium.path(), &school().trust());
  EXPECT_EQ(verifier::exit_of(remembers), Exit::kRolledBack) << told(remembers);
  EXPECT_EQ(remembers.findings_in_all, 1u) << told(remembers);
  EXPECT_TRUE(find(remembers, "known.forked"));
  // Without a remembered checkpoint or a witness nothing can tell: that is what they are for.
  const auto forgets = school().trust_without_checkpoints();
  EXPECT_EQ(verifier::exit_of(check(medium.path(), &forgets)), Exit::kGood);
}

TEST(AttackOnLog, OlderStateOfTheMediumIsFoundByWhatTheInspectorRemembers) {
  RecordProperty("requirement", "ARC-05");
  const MediumCopy medium(school().medium(0));
  std::filesystem::remove_all(medium.volume(school().volumes()[2]));
  const auto remembers = check(medium.path(), &school().trust());
  EXPECT_EQ(verifier::exit_of(remembers), Exit::kRolledBack);
  EXPECT_TRUE(find(remembers, "known.rolled_back"));
  const auto forgets = school().trust_without_checkpoints();
  EXPECT_EQ(verifier::exit_of(check(medium.path(), &forgets)), Exit::kGood);
}

TEST(AttackOnLog, AnotherFirstEntryOrFounderIsAnotherLog) {
  RecordProperty("requirement", "ARC-05");
  auto trust = school().trust();
  trust.genesis->bytes[0] ^= std::byte{1};
  const auto genesis = check(school().medium(0), &trust);
  EXPECT_EQ(verifier::exit_of(genesis), Exit::kRolledBack);
  EXPECT_EQ(find(genesis, "start.genesis")->position->value, 0u);
  trust = school().trust();
  trust.founder->bytes[0] ^= std::byte{1};
  const auto founder = check(school().medium(0), &trust);
  EXPECT_EQ(verifier::exit_of(founder), Exit::kRolledBack);
  EXPECT_TRUE(find(founder, "start.founder"));
}

TEST(AttackOnLog, VolumeOfAnotherLogIsFound) {
  trial::Settings settings;
  settings.pupils = 20;
  settings.seed = 2;
  MemoryLog other(settings);
  trial::Year year(settings);
  year.live([&](const trial::Command& command) {
    if (command.in_vain) return;
    if (other.entries.size() < 50) other.record(command);
  });
  const MediumCopy medium(school().medium(0));
  seal_over(school(), medium, other);
  const auto trusted = check(medium.path(), &school().trust());
  EXPECT_EQ(verifier::exit_of(trusted), Exit::kAltered);
  EXPECT_TRUE(find(trusted, "start.genesis")) << told(trusted);
  EXPECT_TRUE(find(trusted, "medium.not_registered"));
  // Whoever trusts nothing sees that the medium is of another log than its newest volume.
  EXPECT_EQ(verifier::exit_of(check(medium.path(), nullptr)), Exit::kAltered);
}

// A second volume 2, which the log's key signed as well, and which holds the log's own entries.
TEST(AttackOnLog, TwoVolumesOfOneNumberAreFoundInAnyOrder) {
  for (const char first : {'1', 'z'}) {  // the code in its name: before the real one's, and after
    const MediumCopy medium(school().medium(0));
    const TemporaryDirectory aside(quick_place()), other(quick_place());
    auto wish = school().wish(1);
    wish.first = {0};
    const auto log = school().log_at(1);
    const std::string name = school().volumes()[1].name, second = first + name.substr(1);
    seal_log(log, wish, {aside.path(), other.path()});
    std::filesystem::copy(aside.path() / name, medium.path() / second,
                          std::filesystem::copy_options::recursive);
    const VolumeForger extra(medium, second);
    extra.change_info([&](BagInfo& info) { info.name = second; });
    extra.sign_anew(log.origin(), log.log_key());
    const auto verdict = check(medium.path(), &school().trust());
    EXPECT_EQ(verifier::exit_of(verdict), Exit::kAltered) << told(verdict);
    ASSERT_TRUE(find(verdict, "volume.not_sealed")) << told(verdict);
    EXPECT_EQ(find(verdict, "volume.not_sealed")->file, second);
  }
}

// The same event with a fact that only a later program knows.
std::string of_later_schema(const events::Event& event) {
  constexpr std::size_t root_word = 8;
  auto bytes = std::string(text_of(events::encode(event)));
  const capnp::StructSchema schema = capnp::Schema::from<events::wire::Event>();
  const auto facts = schema.getFieldByName("fact").getType().asStruct();
  const auto offset = facts.getProto().getStruct().getDiscriminantOffset();
  bytes[root_word + offset * 2] = '\x0F';
  bytes[root_word + offset * 2 + 1] = '\x0F';
  return bytes;
}

TEST(AttackOnLog, FactOfALaterSchemaIsIncompleteAndItsIntegrityIsStillSaid) {
  RecordProperty("requirement", "ARC-05");
  const MediumCopy medium(school().medium(0));
  auto log = school().log_at(2);
  log.state({remark()});
  seal_over(school(), medium, log);
  const auto position = log.size() - 1;
  const auto event = events::sign_event(bytes_of(of_later_schema(log.event(position))),
                                        log.key_of(MemoryLog::kDirector));
  const auto trust = school().trust_without_checkpoints();
  for (const bool signed_by_author : {true, false}) {
    auto signature = event.signature;
    if (!signed_by_author) signature.bytes[0] ^= std::byte{1};
    log.entries.back() =
        events::make_entry({event.bytes, event.key, signature}, log.last_recorded());
    const VolumeForger newest(medium, school().volumes()[2].name);
    newest.put_bundle(log, position);
    newest.put_tile(log, position);
    newest.put(kCheckpointFile, log.checkpoint());
    newest.change_info([&](BagInfo& info) {
      info.root = signing::parse_checkpoint(signing::parse_note(log.checkpoint())->text)->root;
    });
    newest.sign_anew(log.origin(), log.log_key());
    const auto verdict = check(medium.path(), &trust);
    const auto* unknown = find(verdict, events::kFactUnknown);
    ASSERT_TRUE(unknown) << told(verdict);
    EXPECT_EQ(unknown->position->value, position);
    EXPECT_EQ(verdict.signatures, verdict.entries);
    EXPECT_EQ(verifier::exit_of(verdict), signed_by_author ? Exit::kIncomplete : Exit::kAltered);
    EXPECT_EQ(verdict.findings_in_all, signed_by_author ? 1u : 2u) << told(verdict);
  }
}

TEST(AttackOnLog, VolumeOfALaterFormatIsIncomplete) {
  for (const std::string label : {"Letopis-Format", "Letopis-Rendition"}) {
    const MediumCopy medium(school().medium(0));
    const VolumeForger newest(medium, school().volumes()[2].name);
    auto info = newest.read(kBagInfoFile);
    info[info.find(label + ": 1") + label.size() + 2] = '2';
    newest.put(kBagInfoFile, info);
    newest.sign_anew(school().log().origin(), school().log().log_key());
    const auto trust = school().trust_without_checkpoints();
    const auto verdict = check(medium.path(), &trust);
    EXPECT_EQ(verifier::exit_of(verdict), Exit::kIncomplete) << told(verdict);
    EXPECT_TRUE(find(verdict, "bag_info.format") || find(verdict, "bag_info.rendition"));
  }
}

TEST(AttackOnLog, WithoutTheVolumeBeforeNothingIsProvedOfSignatures) {
  RecordProperty("requirement", "ARC-05");
  const MediumCopy medium(school().medium(0));
  std::filesystem::remove_all(medium.volume(school().volumes()[0]));
  const auto trust = school().trust_without_checkpoints();
  const auto alone = check(medium.volume(school().volumes()[1]), &trust);
  EXPECT_EQ(verifier::exit_of(alone), Exit::kIncomplete) << told(alone);
  EXPECT_TRUE(find(alone, "volume.no_previous"));
  EXPECT_EQ(alone.signatures, 0u);
  EXPECT_GT(alone.entries, 0u);
  EXPECT_GT(alone.renditions, 0u);
  // Its own entries are still held to its tree.
  const VolumeForger second(medium, school().volumes()[1].name);
  auto log = school().log_at(1);
  log.falsify(log.size() - 1, [](events::Event& event) { --event.stated.milliseconds; });
  second.put_bundle(log, log.size() - 1);
  second.put_tile(log, log.size() - 1);
  second.put_renditions(log, log.size() - 1);
  second.sign_anew(log.origin(), log.log_key());
  EXPECT_TRUE(find(check(medium.volume(school().volumes()[1]), &trust), "tree.root"));
  EXPECT_EQ(verifier::exit_of(check(medium.path(), &trust)), Exit::kAltered);
}

TEST(AttackOnLog, OneVolumeIsCheckedThroughThoseBeforeIt) {
  const auto verdict = check(school().medium(0) / school().volumes()[1].name, nullptr);
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kNoTrustedKey) << told(verdict);
  EXPECT_EQ(verdict.volumes.size(), 2u);
  EXPECT_EQ(verdict.signatures, school().volumes()[1].end.value);
}

TEST(AttackOnLog, ErasedPersonsAreCountedAndNothingElseChanges) {
  RecordProperty("requirement", "ARC-05");
  const auto before = check(school().medium(0), &school().trust());
  const auto person = std::get<events::PersonRegistered>(
                          school().log().event(school().log().find("person_registered")).fact)
                          .person;
  const auto verdict = after([&](MemoryLog& log) {
    log.state({events::PersonErased{person, {"17-ОД", {20'700}}, "заявление"}});
  });
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kGood) << told(verdict);
  ASSERT_EQ(verdict.erased.size(), 1u);
  EXPECT_EQ(verdict.erased[0].person, person);
  EXPECT_EQ(verdict.erased[0].order.number, "17-ОД");
  EXPECT_EQ(verdict.texts, before.texts);
  EXPECT_GT(verdict.texts_erased, 0u);
}

}  // namespace
}  // namespace letopis::archive
