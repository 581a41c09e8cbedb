#include "mail/notices.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mail/told_school.h"

namespace letopis::mail {
namespace {

using enum NoticeKind;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class Following : public testing::Test {
 protected:
  std::vector<Notice> last() const {
    const auto sight = school_.sight();
    const projections::Directory directory(sight.views, sight.size);
    return notices_of(sight.entry({sight.size.value - 1}), directory, day("2025-09-08"));
  }
  template <class Ask>
  auto ask(const Ask& ask) const {
    const auto sight = school_.sight();
    return ask(projections::Directory(sight.views, sight.size));
  }
  ToldSchool school_;
};

TEST_F(Following, AMessageIsToldToThoseWhoChoseEmailAndDidNotWriteIt) {
  RecordProperty("requirement", "DRY-06");
  school_.write_to(kAnnasMother, 1);
  EXPECT_THAT(last(), ElementsAre(Notice{kMessage, kAnnasMother, 1, {}}));
  school_.write_to(kVerasMother, 2);
  EXPECT_THAT(last(), IsEmpty()) << "has not chosen";
  school_.write_to(kAnnasFather, 3);
  EXPECT_THAT(last(), IsEmpty()) << "chose another way";
  school_.add(kAnnasMother,
              events::MessageSent{{4}, {{kAnnasMother, {}}, {kMaths, {}}}, std::nullopt});
  EXPECT_THAT(last(), IsEmpty()) << "wrote it";
}

TEST_F(Following, TheLastChoiceCounts) {
  RecordProperty("requirement", "DRY-06");
  school_.choose(kAnnasMother, events::NoticeChannel::kNone);
  school_.choose(kVerasMother, events::NoticeChannel::kEmail);
  school_.write_to(kAnnasMother, 1);
  EXPECT_THAT(last(), IsEmpty());
  school_.write_to(kVerasMother, 2);
  EXPECT_THAT(last(), ElementsAre(Notice{kMessage, kVerasMother, 2, {}}));
}

TEST_F(Following, NewsOfAClassAreToldToItsParentsAndThoseOfTheStaffroomToNone) {
  RecordProperty("requirement", "DRY-06");
  school_.post(1);
  EXPECT_THAT(last(), UnorderedElementsAre(Notice{kNews, kAnnasMother, 1, {}},
                                           Notice{kNews, kBorisMother, 1, {}}));
  school_.post(2, kFifthA);
  EXPECT_EQ(last().size(), 2U);
  school_.post(3, projections::kFifthB);
  EXPECT_THAT(last(), IsEmpty()) << "nobody learns there";
  school_.add(kDirector,
              events::NewsPosted{{4}, events::NewsSection::kStaffroom, {}, {}, {}, {}, {}});
  EXPECT_THAT(last(), IsEmpty());
}

TEST_F(Following, EventsToComeAreToldAndThatTheyWillNotBe) {
  RecordProperty("requirement", "DRY-06");
  school_.plan(1, "2025-09-08");
  EXPECT_THAT(last(), UnorderedElementsAre(Notice{kEvent, kAnnasMother, 1, {}},
                                           Notice{kEvent, kBorisMother, 1, {}}));
  school_.add(kDirector, events::EventCancelled{{1}});
  EXPECT_THAT(last(), UnorderedElementsAre(Notice{kCancelled, kAnnasMother, 1, {}},
                                           Notice{kCancelled, kBorisMother, 1, {}}));
  school_.plan(2, "2025-09-07");
  EXPECT_THAT(last(), IsEmpty()) << "noted afterwards";
}

TEST_F(Following, AnAbsenceIsToldToTheAbsentPupilsParentsAndALateComingIsNot) {
  RecordProperty("requirement", "DRY-06");
  const auto lesson = school_.school().hold(kMathsOfA, "2025-09-08", 1);
  school_.school().absent(lesson, kAnna);
  EXPECT_THAT(last(), ElementsAre(Notice{kAbsence, kAnnasMother, kAnna.value, day("2025-09-08")}));
  school_.school().late(lesson, kBoris, 5);
  EXPECT_THAT(last(), IsEmpty());
  school_.school().mark(lesson, kBoris, events::MarkValue::kFive);
  EXPECT_THAT(last(), IsEmpty()) << "comes with the week";
}

TEST_F(Following, AChangedMarkIsToldToThePupilsParentsByItsLessonAndTheDay) {
  RecordProperty("requirement", "DRY-06");
  auto& school = school_.school();
  const auto lesson = school.hold(kMathsOfA, "2025-09-01", 1);
  school.mark(lesson, kAnna, events::MarkValue::kTwo);
  EXPECT_THAT(last(), IsEmpty());
  school.correct(lesson, kAnna, events::MarkValue::kThree);
  const Notice changed{kCorrection, kAnnasMother, lesson.value, day("2025-09-08")};
  EXPECT_THAT(last(), ElementsAre(changed));
  school.add(
      kMaths,
      events::MarkWithdrawn{
          lesson, kAnna, day("2025-09-01"), 1, events::ChangeReason::kEnteredInError, {}, {}});
  EXPECT_THAT(last(), ElementsAre(changed)) << "the other parent chose SMS";
}

TEST_F(Following, TheDayIsToldLikeTheWeek) {
  RecordProperty("requirement", "DRY-08");
  EXPECT_THAT(
      ask([](const auto& directory) { return daily_notices(day("2025-09-08"), directory); }),
      UnorderedElementsAre(Notice{kDay, kAnnasMother, kAnna.value, day("2025-09-08")},
                           Notice{kDay, kBorisMother, kBoris.value, day("2025-09-08")}));
}

TEST_F(Following, TheWeekIsToldForEachChildOfThoseWhoChoseEmail) {
  RecordProperty("requirement", "DRY-08");
  const auto week =
      ask([](const auto& directory) { return weekly_notices(day("2025-09-01"), directory); });
  EXPECT_THAT(week,
              UnorderedElementsAre(Notice{kWeek, kAnnasMother, kAnna.value, day("2025-09-01")},
                                   Notice{kWeek, kBorisMother, kBoris.value, day("2025-09-01")}));
  EXPECT_THAT(
      ask([](const auto& directory) { return weekly_notices(day("2025-08-18"), directory); }),
      IsEmpty())
      << "nobody is a pupil yet";
}

TEST_F(Following, OnceAPeriodParentsAreToldOfTheServicesUnlessTheyChoseOtherwise) {
  RecordProperty("requirement", "DRY-06");
  const auto told =
      ask([](const auto& directory) { return services_notices(day("2025-09-01"), directory); });
  EXPECT_THAT(told, UnorderedElementsAre(Notice{kServices, kAnnasMother, 0, day("2025-09-01")},
                                         Notice{kServices, kBorisMother, 0, day("2025-09-01")},
                                         Notice{kServices, kVerasMother, 0, day("2025-09-01")}));
  const auto begun = [this](const char* after, const char* until) {
    return ask(
        [&](const auto& directory) { return periods_begun(day(after), day(until), directory); });
  };
  EXPECT_THAT(begun("2025-08-31", "2025-09-01"), ElementsAre(day("2025-09-01")));
  EXPECT_THAT(begun("2025-09-01", "2025-10-26"), IsEmpty());
}

}  // namespace
}  // namespace letopis::mail
