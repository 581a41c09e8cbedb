// What the ledger refuses, and that a refusal changes nothing.
#include <gtest/gtest.h>

#include <thread>

#include "ledger/tiny_school.h"
#include "ledger/tiny_views.h"

namespace letopis::ledger {
namespace {

// All that a refusal might have touched.
struct Standing {
  std::uint64_t size;
  signing::Digest root;
  std::map<std::string, std::string> rows;
  std::size_t versions;
  bool operator==(const Standing&) const = default;
};

Standing standing(TinySchool& school) {
  const auto log = school.log().snapshot();
  Standing now{log->size(), log->root(), {}, log->stream(cell(1, 10)).size()};
  for (const auto view : {kLatest, kTally}) {
    log->scan(view, "", "", [&](auto key, auto value) {
      return now.rows
          .emplace(std::string(1, static_cast<char>(view.value)) + std::string(key), value)
          .second;
    });
  }
  return now;
}

TEST(Refusals, SameIdWithOtherBytesIsReused) {
  TinySchool school;
  school.found();
  ASSERT_TRUE(school.append({&school.teacher, {mark(1, 10), mark(1, 11)}, {}, 77}));
  const auto before = standing(school);
  const Wish other_mark{
      &school.teacher, {mark(1, 10, events::MarkValue::kTwo), mark(1, 11)}, {}, 77, 1};
  const Wish fewer{&school.teacher, {mark(1, 12)}, {}, 77};
  const Wish more{&school.teacher, {mark(1, 12), mark(1, 13), mark(1, 14)}, {}, 77};
  for (const auto& wish : {other_mark, fewer, more}) {
    EXPECT_EQ(code_of(school.append(wish)), "command.reused");
  }
  EXPECT_EQ(standing(school), before);
  EXPECT_TRUE(school.append({&school.colleague, {mark(1, 12)}, {}, 77}));  // an id is its author's
}

// Many callers at once make batches; one of the two that share an id wins, wherever they meet.
TEST(Refusals, SameIdWithOtherBytesIsReusedAmongWritersAtOnce) {
  TinySchool school;
  school.found();
  std::vector<Command> commands;
  for (std::uint32_t i = 0; i < 32; ++i) {
    commands.push_back(school.sign({&school.teacher, {mark(1, 100 + i)}, {}, 1'000 + i / 2}));
  }
  std::atomic<int> accepted = 0, reused = 0;
  std::vector<std::thread> threads;
  for (const auto& command : commands) {
    threads.emplace_back([&] {
      const auto outcome = school.log().append(command);
      if (outcome) {
        ++accepted;
      } else {
        ASSERT_EQ(code_of(outcome), "command.reused");
        ++reused;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(accepted, 16);
  EXPECT_EQ(reused, 16);
  EXPECT_EQ(school.size(), 4u + 16);
}

TEST(Refusals, VersionConflictNamesThePresentVersion) {
  TinySchool school;
  school.found();
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(school.append({&school.teacher, {mark(1, 10)}}));
  const auto before = standing(school);
  for (const std::uint32_t wrong : {1u, 3u, 5u, 4'000'000'000u}) {
    const auto refused = school.append({&school.colleague, {mark(1, 10)}, {}, {}, wrong});
    ASSERT_EQ(code_of(refused), "stream.version") << wrong;
    EXPECT_NE(refused.refusal().says.en.find("version 3"), std::string::npos)
        << refused.refusal().says.en;
    EXPECT_NE(refused.refusal().says.ru.find("версия 3"), std::string::npos)
        << refused.refusal().says.ru;
  }
  EXPECT_EQ(code_of(school.append({&school.colleague, {mark(1, 10)}, {}, {}, 0})),
            "stream.version");
  EXPECT_EQ(standing(school), before);
  EXPECT_TRUE(school.append({&school.colleague, {mark(1, 10)}, {}, {}, 4}));
}

TEST(Refusals, WholeCommandIsRefusedWhenOneOfItsEventsConflicts) {
  TinySchool school;
  school.found();
  ASSERT_TRUE(school.append({&school.teacher, {mark(1, 11)}}));
  const auto before = standing(school);
  auto column = school.sign({&school.colleague, {mark(1, 10), mark(1, 11), mark(1, 12)}});
  ASSERT_TRUE(school.append({&school.teacher, {mark(1, 11)}}));
  EXPECT_EQ(code_of(school.log().append(column)), "stream.version");
  EXPECT_EQ(standing(school).size, before.size + 1);
  EXPECT_TRUE(school.log().snapshot()->stream(cell(1, 10)).empty());
}

TEST(Refusals, OfTwoTeachersAtOnceInOneCellOneWins) {
  TinySchool school;
  school.found();
  for (std::uint32_t lesson = 1; lesson <= 40; ++lesson) {
    const Command both[] = {school.sign({&school.teacher, {mark(lesson, 10)}}),
                            school.sign({&school.colleague, {mark(lesson, 10)}})};
    std::optional<Result<Accepted>> outcomes[2];
    std::thread other([&] { outcomes[1] = school.log().append(both[1]); });
    outcomes[0] = school.log().append(both[0]);
    other.join();
    ASSERT_NE(outcomes[0]->has_value(), outcomes[1]->has_value());
    const auto& lost = outcomes[0]->has_value() ? *outcomes[1] : *outcomes[0];
    ASSERT_EQ(code_of(lost), "stream.version");
    ASSERT_EQ(school.log().snapshot()->stream(cell(lesson, 10)).size(), 1u);
  }
  EXPECT_EQ(school.size(), 44u);
}

TEST(Refusals, BadSignatureAndForeignEventsAreRefused) {
  RecordProperty("requirement", "ACC-14");
  TinySchool school;
  school.found();
  const auto before = standing(school);
  auto bad = school.sign({&school.teacher, {mark(1, 10), mark(1, 11)}});
  bad.events[1].signature.bytes[5] ^= std::byte{1};
  EXPECT_EQ(code_of(school.log().append(bad)), "signature.invalid");
  auto other_bytes = school.sign({&school.teacher, {mark(1, 10)}});
  other_bytes.events[0].bytes =
      school.sign({&school.teacher, {mark(1, 10, events::MarkValue::kTwo)}}).events[0].bytes;
  EXPECT_EQ(code_of(school.log().append(other_bytes)), "signature.invalid");
  const events::LogId elsewhere{signing::sha256(bytes_of("elsewhere"))};
  EXPECT_EQ(code_of(school.append({&school.teacher, {mark(1, 10)}, {}, {}, {}, {}, elsewhere})),
            "ledger.another_log");
  // An administrator with a key of his own signs in the teacher's name.
  EXPECT_EQ(code_of(school.append(
                {&school.teacher, {mark(1, 10)}, {}, {}, {}, {}, {}, &school.director.key})),
            "key.of_another");
  const auto stranger = trial_key("stranger");
  EXPECT_EQ(code_of(school.append({&school.teacher, {mark(1, 10)}, {}, {}, {}, {}, {}, &stranger})),
            "key.unknown");
  EXPECT_EQ(standing(school), before);
}

TEST(Refusals, EventsThatMakeNoCommandAreRefused) {
  TinySchool school;
  school.found();
  const auto two = school.sign({&school.teacher, {mark(1, 10), mark(1, 11)}});
  const auto half = Command{{two.events[0]}, {}};
  const auto turned = Command{{two.events[1], two.events[0]}, {}};
  const auto twice = Command{{two.events[0], two.events[0]}, {}};
  auto mixed = two;
  mixed.events[1] = school.sign({&school.teacher, {mark(1, 10), mark(1, 11)}}).events[1];
  for (const auto& command : {half, turned, twice, mixed}) {
    EXPECT_EQ(code_of(school.log().append(command)), "command.events");
  }
  EXPECT_EQ(code_of(school.log().append(Command{})), "command.empty");
  EXPECT_EQ(school.size(), 4u);
}

TEST(Refusals, TooLargeCommandsAreRefused) {
  TinySchool school;
  school.found();
  const auto one = school.sign({&school.teacher, {mark(1, 10)}}).events.front();
  const Command many{std::vector<events::SignedEvent>(events::kMaxCommandEvents + 1u, one), {}};
  EXPECT_EQ(code_of(school.log().append(many)), "command.too_large");
  events::SignedEvent fat = one;
  fat.bytes.assign(kMaxCommandBytes + 8, '\0');
  EXPECT_EQ(code_of(school.log().append({{fat}, {}})), "command.too_large");
  fat.bytes.assign(events::kMaxEventBytes + 8, '\0');
  EXPECT_EQ(code_of(school.log().append({{fat}, {}})), "event.size");
  const auto text = text_about(10, std::string(events::kMaxPrivateTextBytes + 1, 'x'));
  EXPECT_EQ(code_of(school.append({&school.teacher, {changed(text)}, {text}})), "text.too_long");
  EXPECT_EQ(school.size(), 4u);
}

TEST(Refusals, LargestCommandIsTakenWhole) {
  TinySchool school;
  school.found();
  std::vector<events::Fact> facts;
  for (std::uint32_t i = 0; i < events::kMaxCommandEvents; ++i) facts.push_back(mark(1, i + 1));
  const auto accepted = school.append({&school.teacher, facts});
  ASSERT_EQ(code_of(accepted), "");
  EXPECT_EQ(accepted->place, (CommandPlace{{4}, events::kMaxCommandEvents}));
  EXPECT_EQ(school.size(), 4u + events::kMaxCommandEvents);
}

TEST(Refusals, WhatAdmitRefusesChangesNothing) {
  TinySchool school;
  school.found();
  const auto before = standing(school);
  const Refusal closed{"period.closed", {"закрыто", "closed"}, "R1/A5.2", {"", ""}};
  school.admit = [&](auto command, auto, const auto&, auto) -> Outcome {
    if (command[0].author == school.teacher.number) return closed;
    return Done{};
  };
  const auto refused = school.append({&school.teacher, {mark(1, 10), mark(1, 11)}, {}, 5});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal(), closed);
  EXPECT_EQ(standing(school), before);
  school.admit = {};
  EXPECT_TRUE(school.append({&school.teacher, {mark(1, 10)}, {}, 5}));  // the id is not used up
}

TEST(Refusals, WhoeverComesSecondIsToldWhatStandsNow) {
  TinySchool school;
  school.parts.tell_second = [](const Refusal& refusal, std::span<const events::Event> command,
                                const events::ViewReader& views, auto) {
    Refusal told = refusal;
    told.says.en += views.get(kLatest, latest_key(command[0].stream)) ? ", and it is there" : "";
    return told;
  };
  school.found();
  const auto first = school.sign({&school.teacher, {mark(1, 10)}});
  const auto second = school.sign({&school.colleague, {mark(1, 10)}});
  ASSERT_TRUE(school.log().append(first));
  const auto refused = school.log().append(second);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().code, "stream.version");
  EXPECT_TRUE(refused.refusal().says.en.ends_with(", and it is there"));
}

// A pupil who signs in a teacher's name, or a thief whose key was ended, would read the journal in
// refusals.
TEST(Refusals, WhatStandsIsToldToNobodyWithoutAKeyThatStands) {
  RecordProperty("requirement", "ACC-14");
  TinySchool school;
  int told = 0;
  school.parts.tell_second = [&told](const Refusal& refusal, auto, const auto&, auto) {
    ++told;
    return refusal;
  };
  school.found();
  const auto in_anothers_name =
      school.sign({&school.teacher, {mark(1, 10)}, {}, {}, {}, {}, {}, &school.director.key});
  const auto with_an_ended_key = school.sign({&school.colleague, {mark(1, 10)}});
  const auto with_ones_own = school.sign({&school.director, {mark(1, 10)}});
  ASSERT_TRUE(school.append({&school.teacher, {mark(1, 10)}}));
  ASSERT_TRUE(school.append(
      {&school.director,
       {events::KeyEnded{school.colleague.number, school.colleague.key.key_id(), {}}}}));
  EXPECT_EQ(code_of(school.log().append(in_anothers_name)), "stream.version");
  EXPECT_EQ(code_of(school.log().append(with_an_ended_key)), "stream.version");
  EXPECT_EQ(told, 0);
  EXPECT_EQ(code_of(school.log().append(with_ones_own)), "stream.version");
  EXPECT_EQ(told, 1);
}

TEST(Refusals, AdmitSeesThePrivateTextsThatTheEventsCommitTo) {
  TinySchool school;
  std::vector<std::string> seen;
  school.admit = [&](auto, std::span<const events::PrivateText> texts, const auto&,
                     auto) -> Outcome {
    for (const auto& text : texts) seen.push_back(text.text);
    return Done{};
  };
  school.found();
  const auto name = text_about(10, "Анна");
  ASSERT_TRUE(school.append({&school.teacher, {changed(name)}, {name}, 5}));
  EXPECT_EQ(seen, std::vector<std::string>{"Анна"});
}

TEST(Refusals, AdmitSeesTheCommandsBeforeItInTheSameBatch) {
  TinySchool school;
  school.found();
  std::atomic<bool> wrong = false;
  std::uint64_t before = 0;
  // Each admission must see every mark admitted so far, though none of the batch is on disk yet.
  school.admit = [&](auto command, auto, const auto& views, auto) -> Outcome {
    if (tally_of(views, command[0].author).events != before) wrong = true;
    std::uint64_t rows = 0;
    views.scan(kLatest, latest_key(cell(1, 0)), latest_key(cell(2, 0)), [&](auto, auto) {
      ++rows;
      return true;
    });
    if (rows != before) wrong = true;
    ++before;
    return Done{};
  };
  std::vector<Command> commands;
  for (std::uint32_t i = 1; i <= 200; ++i) {
    commands.push_back(school.sign({&school.teacher, {mark(1, i)}}));
  }
  std::vector<std::thread> threads;
  for (int writer = 0; writer < 20; ++writer) {
    threads.emplace_back([&, writer] {
      for (int i = 0; i < 10; ++i) {
        const auto& command = commands[static_cast<std::size_t>(writer * 10 + i)];
        ASSERT_EQ(code_of(school.log().append(command)), "");
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_FALSE(wrong);
  EXPECT_EQ(before, 200u);
}

// A rule or a fold that breaks must not leave its caller, or anybody behind it, waiting for ever.
TEST(Refusals, BrokenAdmitStopsNobodyElse) {
  TinySchool school;
  school.found();
  std::atomic<bool> breaks = true;
  school.admit = [&](auto, auto, const auto&, auto) -> Outcome {
    if (breaks) throw std::runtime_error("a rule is broken");
    return Done{};
  };
  std::vector<Command> commands;
  for (std::uint32_t i = 0; i < 8; ++i) {
    commands.push_back(school.sign({&school.teacher, {mark(1, 10 + i)}}));
  }
  std::vector<std::thread> threads;
  for (const auto& command : commands) {
    threads.emplace_back(
        [&] { EXPECT_EQ(code_of(school.log().append(command)), "ledger.unknown"); });
  }
  for (auto& thread : threads) thread.join();
  breaks = false;
  EXPECT_EQ(code_of(school.append({&school.teacher, {mark(1, 10)}})), "");
  EXPECT_EQ(school.size(), 5u);
}

TEST(Refusals, PrivateTextIsAboutWhomItsEventNames) {
  TinySchool school;
  school.found();
  const auto before = standing(school);
  const auto comment = text_about(10, "переписано");
  auto with_comment = mark(1, 11);
  with_comment.comment = events::commit(comment);
  EXPECT_EQ(code_of(school.append({&school.teacher, {with_comment}, {comment}})),
            "text.of_another");
  auto of_eleven = comment;
  of_eleven.about = {11};
  EXPECT_EQ(code_of(school.append({&school.teacher, {with_comment}, {of_eleven, comment}})),
            "text.without_event");
  for (const char* text : {"\x80yz", "\x1b[2", "a\0b"}) {
    const auto broken = text_about(11, std::string(text, 3));
    with_comment.comment = events::commit(broken);
    EXPECT_EQ(code_of(school.append({&school.teacher, {with_comment}, {broken}})),
              "text.not_plain");
  }
  EXPECT_EQ(standing(school), before);
  with_comment.comment = events::commit(of_eleven);
  EXPECT_EQ(code_of(school.append({&school.teacher, {with_comment}, {of_eleven}})), "");
}

}  // namespace
}  // namespace letopis::ledger
