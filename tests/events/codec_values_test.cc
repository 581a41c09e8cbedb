// What may stand in the fields of facts, at the edges.
#include <gtest/gtest.h>

#include <cstdio>

#include "events/fact_filling.h"
#include "events/trial_events.h"

namespace letopis::events {
namespace {

std::string refusal_after(const Fact& fact, const Change& change) {
  return refusal_of(changed(trial_event(fact), change));
}

std::string refusal_with(const Fact& fact) { return refusal_of(encoded(trial_event(fact))); }

TopicSet topic(std::string text) {
  TopicSet fact;
  fact.lesson = {1};
  fact.topic = std::move(text);
  return fact;
}

TEST(FactValues, AMarksEntryIsAtMost320Bytes) {
  RecordProperty("requirement", "JRN-02");
  const auto key = trial_key("teacher");
  const auto size = [&](const MarkGiven& mark) {
    return make_entry(sign_event(encode(trial_event(mark)), key), {1'757'939'701'000}).size();
  };
  std::printf("a mark's entry: %zu bytes, with permission and comment %zu\n", size(plain_mark()),
              size(full_mark()));
  EXPECT_EQ(size(plain_mark()), 240U);
  EXPECT_EQ(size(full_mark()), 280U);
  EXPECT_LE(size(full_mark()), 320U);
}

// Whatever the numbers are: nothing in a mark grows with them.
TEST(FactValues, TheGreatestMarkTakesNoMoreThanAnyOther) {
  Event event = trial_event(full_mark());
  auto& mark = std::get<MarkGiven>(event.fact);
  mark.lesson.value = mark.pupil.value = mark.permission->value = 0xFFFF'FFFF;
  mark.day.value = 0x7FFF'FFFF;
  mark.ordinal = mark.work = 0xFFFF;
  event.stream = stream_of(event.fact);
  event.version = 0xFFFF'FFFF;
  event.stated.milliseconds = 0x7FFF'FFFF'FFFF'FFFF;
  EXPECT_EQ(encode(event).size(), encode(trial_event(full_mark())).size());
  EXPECT_EQ(*decode(encode(event)), event);
}

TEST(FactValues, ANumberThatMustBeThereIsNeverZero) {
  EXPECT_EQ(refusal_after(plain_mark(),
                          [](auto root) {
                            root.setStreamA(0);
                            root.getFact().getMarkGiven().setLesson(0);
                          }),
            "event.fact");
  EXPECT_EQ(refusal_after(plain_mark(),
                          [](auto root) {
                            root.setStreamB(0);
                            root.getFact().getMarkGiven().setPupil(0);
                          }),
            "event.fact");
  EXPECT_EQ(refusal_with(plain_mark()), "");
}

TEST(FactValues, ANumberThatMayBeAbsentIsAbsentAsZero) {
  const auto bytes = changed(trial_event(full_mark()),
                             [](auto root) { root.getFact().getMarkGiven().setPermission(0); });
  const auto event = decode(bytes_of(bytes));
  ASSERT_TRUE(event);
  EXPECT_EQ(std::get<MarkGiven>(event->fact).permission, std::nullopt);
}

TEST(FactValues, ACommitmentHas32Bytes) {
  for (const unsigned size : {0U, 31U, 33U, 64U}) {
    const auto code = refusal_after(
        full_mark(), [&](auto root) { root.getFact().getMarkGiven().initComment(size); });
    EXPECT_EQ(code, "event.fact") << size;
  }
}

TEST(FactValues, KeysAndDigestsHave32Bytes) {
  for (const unsigned size : {0U, 31U, 33U}) {
    EXPECT_EQ(
        refusal_after(KeyEnrolled{{1}, {}, {}, {}, {}},
                      [&](auto root) { root.getFact().getKeyEnrolled().initPublicKey(size); }),
        "event.fact");
    EXPECT_EQ(refusal_after(KeyEnded{{1}, {}, {}},
                            [&](auto root) { root.getFact().getKeyEnded().initKey(size); }),
              "event.fact");
    EXPECT_EQ(refusal_after(BackupMade{},
                            [&](auto root) { root.getFact().getBackupMade().initSha256(size); }),
              "event.fact");
  }
  VolumeSealed sealed = std::get<VolumeSealed>(full_fact(Fact(VolumeSealed{}).index()));
  EXPECT_EQ(
      refusal_after(
          sealed, [](auto root) { root.getFact().getVolumeSealed().getSignatures().init(1, 31); }),
      "event.fact");
}

TEST(FactValues, AWordOutOfItsListIsRefused) {
  const auto with = [](std::uint16_t value) {
    return refusal_after(plain_mark(), [&](auto root) {
      root.getFact().getMarkGiven().setValue(static_cast<wire::MarkValue>(value));
    });
  };
  EXPECT_EQ(with(static_cast<std::uint16_t>(MarkValue::kExempt)), "");
  EXPECT_EQ(with(static_cast<std::uint16_t>(MarkValue::kExempt) + 1), "event.fact");
  EXPECT_EQ(with(0xFFFF), "event.fact");
}

TEST(FactValues, AWordInsideAListIsCheckedToo) {
  PersonRegistered person;
  person.person = {1};
  person.fields = {{PersonField::kNote, {}}};
  EXPECT_EQ(refusal_with(person), "");
  EXPECT_EQ(refusal_after(person,
                          [](auto root) {
                            root.getFact().getPersonRegistered().getFields()[0].setField(
                                static_cast<wire::PersonField>(11));
                          }),
            "event.fact");
}

TEST(FactValues, ATextIsPlain) {
  EXPECT_EQ(refusal_with(topic("Имя существительное\n§ 12")), "");
  for (const char* text : {"a\tb", "a\rb", "\x1B[0m", "\x7F", "\xFF", "\xC3", "\xED\xA0\x80"}) {
    EXPECT_EQ(refusal_with(topic(text)), "event.fact") << text;
  }
  EXPECT_EQ(refusal_with(topic(std::string("a\0b", 3))), "event.fact");
}

TEST(FactValues, ATextHasAtMost4000Bytes) {
  EXPECT_EQ(refusal_with(topic(std::string(kMaxTextBytes, 'a'))), "");
  EXPECT_EQ(refusal_with(topic(std::string(kMaxTextBytes + 1, 'a'))), "event.fact");
}

BellScheduleDeclared schedule(std::size_t bells) {
  BellScheduleDeclared fact;
  fact.schedule = {1};
  fact.bells.resize(bells);
  for (auto& bell : fact.bells) bell.ordinal = 1;
  return fact;
}

TEST(FactValues, AListHasAtMost4096Items) {
  EXPECT_EQ(refusal_with(schedule(kMaxListItems)), "");
  EXPECT_EQ(refusal_with(schedule(kMaxListItems + 1)), "event.fact");
}

TEST(FactValues, AnEventHasAtMost65000Bytes) {
  RegulationAdopted fact;
  fact.parameters.resize(16, {"key", std::string(kMaxTextBytes, 'v'), ""});
  const auto most = encode(trial_event(fact));
  EXPECT_LE(most.size(), kMaxEventBytes);
  EXPECT_EQ(*decode(most), trial_event(fact));
  fact.parameters.push_back(fact.parameters.back());
  EXPECT_EQ(refusal_with(fact), "event.size");
}

TEST(FactValues, DaysAndMomentsMayLieBefore1970) {
  MarkGiven mark = plain_mark();
  mark.day = {-1};
  Event event = trial_event(mark);
  event.stated = {-1};
  EXPECT_EQ(*decode(encode(event)), event);
}

TEST(FactValues, OnlyTheFounderIsAuthorZero) {
  Event event = trial_event(LogStarted{"letopis.example/nn125", true, {}});
  event.author = {0};
  EXPECT_EQ(*decode(encode(event)), event);
}

// A correction never touches what it corrects: it is an event of its own beside the first one.
TEST(FactValues, ACorrectionIsAFactOfItsOwnBesideTheMark) {
  RecordProperty("requirement", "JRN-06");
  const Event first = trial_event(plain_mark());
  MarkCorrected correction;
  correction.lesson = plain_mark().lesson;
  correction.pupil = plain_mark().pupil;
  correction.day = plain_mark().day;
  correction.ordinal = 1;
  correction.value = MarkValue::kFive;
  correction.type = ChangeType::kCorrection;
  correction.reason = ChangeReason::kMistyped;
  Event second = trial_event(correction);
  second.version = first.version + 1;
  const auto key = trial_key("teacher");
  const auto before = make_entry(sign_event(encode(first), key), {1'757'939'701'000});
  const auto after = make_entry(sign_event(encode(second), key), {1'757'939'702'000});

  EXPECT_EQ(first.stream, second.stream);
  const auto kept = decode(cut_entry(bytes_of(before))->event);
  EXPECT_EQ(std::get<MarkGiven>(kept->fact).value, MarkValue::kFour);
  const auto added = decode(cut_entry(bytes_of(after))->event);
  EXPECT_EQ(std::get<MarkCorrected>(added->fact), correction);
  EXPECT_EQ(added->author, PersonNumber{1017});
}

}  // namespace
}  // namespace letopis::events
