#include "events/stream.h"

#include <gtest/gtest.h>

#include "events/fact_filling.h"
#include "events/trial_events.h"

namespace letopis::events {
namespace {

TEST(Stream, AMarkAndItsCorrectionsShareThePupilsCell) {
  const Stream cell{StreamKind::kCell, 41'207, 1'163, 0};
  EXPECT_EQ(stream_of(plain_mark()), cell);
  MarkCorrected corrected;
  corrected.lesson = {41'207};
  corrected.pupil = {1'163};
  EXPECT_EQ(stream_of(corrected), cell);
  MarkWithdrawn withdrawn;
  withdrawn.lesson = {41'207};
  withdrawn.pupil = {1'163};
  EXPECT_EQ(stream_of(withdrawn), cell);
}

TEST(Stream, AnotherPupilIsAnotherStream) {
  MarkGiven other = plain_mark();
  other.pupil = {1'164};
  EXPECT_NE(stream_of(other), stream_of(plain_mark()));
}

TEST(Stream, EveryResultOfAPeriodIsAStreamOfItsOwn) {
  PeriodMarkGiven mark;
  mark.pupil = {5};
  mark.subject = {6};
  mark.period = {7};
  for (const auto kind :
       {ResultKind::kPeriod, ResultKind::kYear, ResultKind::kExam, ResultKind::kFinal}) {
    mark.kind = kind;
    const auto c = 28 + static_cast<std::uint32_t>(kind);
    EXPECT_EQ(stream_of(mark), (Stream{StreamKind::kPeriodMark, 5, 6, c}));
  }
  // A fifth result would fall into the next period's streams.
  static_assert(word_count<ResultKind>() <= 4);
}

TEST(Stream, EveryFactHasAStreamAndASchoolsStreamHasNoNumbers) {
  for (std::size_t ordinal = 0; ordinal < kFacts; ++ordinal) {
    const Stream stream = stream_of(full_fact(ordinal));
    EXPECT_LE(stream.kind, StreamKind::kSchoolEvent);
    const bool numbered = stream.a != 0;
    EXPECT_EQ(numbered, stream.kind != StreamKind::kSchool) << ordinal;
    if (!numbered) {
      EXPECT_EQ(stream, Stream{}) << ordinal;
    }
  }
}

}  // namespace
}  // namespace letopis::events
