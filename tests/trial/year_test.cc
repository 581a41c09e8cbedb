#include "trial/year.h"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <set>

#include "events/codec.h"
#include "events/key_standing.h"
#include "trial/dates.h"
#include "trial/fact_reading.h"
#include "trial/lived_year.h"

namespace letopis::trial {
namespace {

// What this seed gives, for ever. If it changes, the trial of every earlier demonstration changes.
constexpr std::string_view kGolden =
    "0f04e5ad8976d166d9938854fae2f17be5f2da79bbcf9c286e2ac274e15ccca9";

class YearOf : public testing::TestWithParam<unsigned> {
 protected:
  const LivedYear& year() const { return year_of(GetParam()); }
};

INSTANTIATE_TEST_SUITE_P(Trial, YearOf, testing::Values(1U, 20U, 60U));

TEST(Year, TheSameSeedGivesTheSameCommandsBitForBit) {
  const LivedYear& first = year_of(20);
  const LivedYear second = live(first.settings);
  EXPECT_EQ(digest_of(first.commands), digest_of(second.commands));
  EXPECT_EQ(first.summary, second.summary);
}

TEST(Year, LivedAgainItGivesTheSameCommands) {
  Settings settings;
  settings.pupils = 1;
  Year year(settings);
  std::vector<Command> first;
  std::vector<Command> second;
  year.live([&](Command command) { first.push_back(std::move(command)); });
  year.live([&](Command command) { second.push_back(std::move(command)); });
  EXPECT_EQ(digest_of(first), digest_of(second));
}

TEST(Year, AnotherSeedGivesAnotherYear) {
  EXPECT_NE(digest_of(year_of(20, 1).commands), digest_of(year_of(20, 2).commands));
  Settings first;
  Settings second;
  second.seed = 2;
  EXPECT_NE(Year(first).log_id(), Year(second).log_id());
  EXPECT_NE(letopis::text_of(Year(first).log_seed().reveal()),
            letopis::text_of(Year(second).log_seed().reveal()));
}

TEST(Year, TheGoldenYearOfTwentyPupilsHasNotChanged) {
  EXPECT_EQ(digest_of(year_of(20).commands), kGolden);
}

TEST(Year, SixHundredPupilsMakeAboutThreeHundredAndFiftyThousandEvents) {
  std::uint64_t events = 0;
  std::uint64_t marks = 0;
  Year year(Settings{});
  year.live([&](const Command& command) {
    if (command.in_vain) return;
    events += command.facts.size();
    for (const events::Fact& fact : command.facts) {
      if (std::holds_alternative<events::MarkGiven>(fact)) ++marks;
    }
  });
  EXPECT_EQ(year.summary().events, events);
  EXPECT_GE(events, 350'000U * 93 / 100);
  EXPECT_LE(events, 350'000U * 107 / 100);
  EXPECT_GE(marks, 200'000U);
  EXPECT_LE(marks, 230'000U);
  EXPECT_EQ(year.summary().classes, 24U);
}

TEST_P(YearOf, StartsWithTheLogOfATrialSignedByTheFounder) {
  const Command& first = year().commands.front();
  EXPECT_EQ(first.author, events::PersonNumber{0});
  ASSERT_EQ(first.facts.size(), 1U);
  const auto* started = std::get_if<events::LogStarted>(&first.facts.front());
  ASSERT_NE(started, nullptr);
  EXPECT_TRUE(started->trial);
  EXPECT_EQ(started->origin, year().settings.origin);
  EXPECT_EQ(started->founder, Year(year().settings).key_of(events::PersonNumber{0}).public_key());
}

TEST_P(YearOf, CommandsComeInTheOrderOfTimeAndAreStatedBeforeTheyAreRecorded) {
  constexpr std::uint64_t stated_unit = 1U << 16U;
  events::Instant last;
  std::set<std::pair<std::uint32_t, events::CommandId>> ids;
  for (const Command& command : year().commands) {
    EXPECT_LE(last, command.at);
    EXPECT_LE(command.stated, command.at);
    EXPECT_EQ(command.id.high / stated_unit,
              static_cast<std::uint64_t>(command.stated.milliseconds));
    EXPECT_TRUE(ids.emplace(command.author.value, command.id).second);
    EXPECT_GE(command.facts.size(), 1U);
    EXPECT_LE(command.facts.size(), events::kMaxCommandEvents);
    last = command.at;
  }
}

TEST_P(YearOf, NumbersAreDeclaredInSequenceAndBeforeTheirUse) {
  std::map<events::NumberKind, std::uint32_t> last;
  for (const Command& command : year().commands) {
    for (const events::Fact& fact : command.facts) {
      for (const NumberSeen& seen : numbers_of(fact)) {
        if (seen.declared) {
          ASSERT_EQ(seen.value, ++last[seen.kind]) << text_of(fact);
        } else {
          ASSERT_GE(seen.value, 1U) << text_of(fact);
          ASSERT_LE(seen.value, last[seen.kind]) << text_of(fact);
        }
      }
    }
  }
}

TEST_P(YearOf, EveryPrivateTextIsCommittedToAndEveryCommitmentHasItsText) {
  std::uint32_t people = 0;
  for (const Command& command : year().commands) {
    std::multiset<events::Commitment> committed;
    for (const events::Fact& fact : command.facts) {
      for (const events::Commitment& one : commitments_of(fact)) committed.insert(one);
      if (std::holds_alternative<events::PersonRegistered>(fact)) ++people;
    }
    std::multiset<events::Commitment> given;
    for (const events::PrivateText& secret : command.texts) {
      given.insert(events::commit(secret));
      EXPECT_GE(secret.about.value, 1U);
      EXPECT_LE(secret.about.value, people);
      EXPECT_FALSE(secret.text.empty());
    }
    ASSERT_EQ(committed, given);
  }
}

TEST_P(YearOf, DataOfAPersonComeAfterTheConsent) {
  RecordProperty("requirement", "ACC-10");
  std::set<std::uint32_t> consented;
  for (const Command& command : year().commands) {
    for (const events::Fact& fact : command.facts) {
      if (const auto* registered = std::get_if<events::PersonRegistered>(&fact)) {
        EXPECT_TRUE(registered->fields.empty());
      } else if (const auto* consent = std::get_if<events::ConsentRecorded>(&fact)) {
        if (consent->purpose == events::ConsentPurpose::kJournal) {
          EXPECT_EQ(consent->state, events::ConsentState::kGiven);
          consented.insert(consent->person.value);
        }
      } else if (const auto* changed = std::get_if<events::PersonChanged>(&fact)) {
        EXPECT_TRUE(consented.contains(changed->person.value));
      }
    }
  }
}

TEST_P(YearOf, EveryCommandIsSignedWithAKeyThatStands) {
  const Year keys(year().settings);
  std::map<std::pair<std::uint32_t, unsigned>, signing::KeyId> known;
  events::KeyStandings standings;
  std::uint64_t position = 0;
  std::uint32_t void_events = 0;
  const LivedYear& lived = year();
  std::map<signing::KeyId, events::Instant> void_from;
  for_each<events::KeyCompromised>(lived, [&](const Command&, const events::KeyCompromised& fact) {
    void_from[fact.key] = fact.noticed;
  });
  for (const Command& command : lived.commands) {
    auto [key, fresh] = known.try_emplace({command.author.value, command.author_key});
    if (fresh) key->second = keys.key_of(command.author, command.author_key).key_id();
    const auto barred = void_from.find(key->second);
    const bool is_void = barred != void_from.end() && barred->second <= command.at;
    for (const events::Fact& fact : command.facts) {
      // Entry 0 brings the founder's key itself.
      if (position > 0) {
        const auto standing = standings.standing(key->second, command.author);
        ASSERT_TRUE(standing) << standing.refusal().says.en << ": " << text_of(fact);
      }
      events::Event event;
      event.author = command.author;
      event.fact = fact;
      ASSERT_TRUE(standings.apply(event, {position++}));
      if (is_void) ++void_events;
    }
  }
  EXPECT_GE(void_events, 2U);
  EXPECT_EQ(void_events, lived.summary.void_events);
  EXPECT_TRUE(lived.summary.compromised.has_value());
}

TEST_P(YearOf, EveryFactFitsAnEvent) {
  for (const Command& command : year().commands) {
    for (const events::Fact& fact : command.facts) {
      events::Event event;
      event.author = command.author;
      event.stated = command.stated;
      event.command = command.id;
      event.count = static_cast<std::uint16_t>(command.facts.size());
      event.stream = events::stream_of(fact);
      event.version = 1;
      event.fact = fact;
      const auto bytes = events::encode(event);
      ASSERT_LE(bytes.size(), events::kMaxEventBytes);
      const auto decoded = events::decode(bytes);
      ASSERT_TRUE(decoded) << decoded.refusal().says.en << ": " << text_of(fact);
      ASSERT_EQ(*decoded, event);
    }
  }
}

TEST(Year, HasAllThatASchoolYearIsMadeOf) {
  const auto& facts = year_of(300).summary.facts;
  for (const char* name : {"absence_explained",
                           "absence_noted",
                           "absence_withdrawn",
                           "attendance_reviewed",
                           "bell_schedule_declared",
                           "class_closed",
                           "class_opened",
                           "class_promoted",
                           "consent_recorded",
                           "control_note_issued",
                           "curriculum_approved",
                           "dispute_answered",
                           "dispute_raised",
                           "family_told",
                           "guardian_linked",
                           "homework_none",
                           "homework_set",
                           "key_compromised",
                           "key_enrolled",
                           "lesson_cancelled",
                           "lesson_held",
                           "load_assigned",
                           "loads_approved",
                           "mark_corrected",
                           "mark_given",
                           "mark_withdrawn",
                           "outage_declared",
                           "parameter_changed",
                           "period_closed",
                           "period_declared",
                           "period_mark_given",
                           "period_reopened",
                           "permission_given",
                           "person_changed",
                           "plan_adopted",
                           "pupil_enrolled",
                           "pupil_graduated",
                           "pupil_left",
                           "pupil_noted",
                           "pupil_promoted",
                           "regulation_adopted",
                           "remark_confirmed",
                           "remark_made",
                           "remark_settled",
                           "report_handed_in",
                           "role_given",
                           "room_registered",
                           "safety_briefed",
                           "school_described",
                           "subject_registered",
                           "substitution_ordered",
                           "substitution_signed",
                           "timetable_approved",
                           "timetable_changed",
                           "timetable_entered",
                           "topic_set",
                           "work_set",
                           "year_closed",
                           "year_opened"}) {
    EXPECT_TRUE(facts.contains(name)) << name;
  }
  EXPECT_EQ(facts.at("log_started"), 1U);
  EXPECT_EQ(facts.at("outage_declared"), 1U);
  EXPECT_EQ(facts.at("key_compromised"), 1U);
  EXPECT_FALSE(facts.contains("person_erased"));
}

TEST(Year, WhatWasEnteredWithoutANetIsRecordedAfterTheOutage) {
  const LivedYear& lived = year_of(60);
  std::optional<events::OutageDeclared> outage;
  for_each<events::OutageDeclared>(
      lived, [&](const Command&, const events::OutageDeclared& fact) { outage = fact; });
  ASSERT_TRUE(outage);
  unsigned stated_without_net = 0;
  for (const Command& command : lived.commands) {
    if (outage->first <= command.stated && command.stated < outage->last) ++stated_without_net;
    EXPECT_FALSE(outage->first <= command.at && command.at < outage->last);
  }
  EXPECT_GE(stated_without_net, 10U);
}

TEST(Year, MoreStrengthAndMorePresenceComeFromGivenResults) {
  const auto mean_and_absences = [](std::uint16_t result, std::uint16_t absences) {
    Settings settings;
    settings.pupils = 10;
    settings.results = {{absences, result, result, result}};
    const LivedYear lived = live(settings);
    std::uint64_t sum = 0;
    std::uint64_t count = 0;
    for_each<events::MarkGiven>(lived, [&](const Command&, const events::MarkGiven& mark) {
      sum += static_cast<unsigned>(mark.value) + 1;
      ++count;
    });
    return std::pair(sum * 100 / count, lived.summary.facts.at("absence_noted"));
  };
  const auto [low_mean, many_absences] = mean_and_absences(7, 20);
  const auto [high_mean, few_absences] = mean_and_absences(17, 2);
  EXPECT_LT(low_mean + 80, high_mean);
  EXPECT_GT(many_absences, 3 * few_absences);
}

}  // namespace
}  // namespace letopis::trial
