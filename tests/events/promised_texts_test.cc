#include "events/promised_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "events/facts.h"

namespace letopis::events {
namespace {

using testing::ElementsAre;

constexpr PersonNumber kTeacher{17};
constexpr PersonNumber kPupil{63};
constexpr PersonNumber kMother{64};

Commitment text(std::uint8_t which) {
  Commitment made;
  made.digest.bytes[0] = std::byte{which};
  return made;
}

TEST(PromisedTexts, ATextIsAboutThePersonThatItsFactNames) {
  const PupilNoted noted{kPupil, PupilNoteKind::kRemark, {}, text(1)};
  EXPECT_THAT(promised_texts(noted, kTeacher), ElementsAre(PromisedText{kPupil, text(1)}));
}

TEST(PromisedTexts, NewsAreAboutTheirAuthor) {
  RecordProperty("requirement", "COM-02");
  NewsPosted posted;
  posted.title = text(1);
  posted.text = text(2);
  EXPECT_THAT(promised_texts(posted, kTeacher),
              ElementsAre(PromisedText{kTeacher, text(1)}, PromisedText{kTeacher, text(2)}));
}

TEST(PromisedTexts, EverybodysLetterLiesUnderTheirOwnKey) {
  RecordProperty("requirement", "COM-01");
  const MessageSent sent{{1}, {{kTeacher, text(1)}, {kMother, text(2)}, {kPupil, text(3)}}, {}};
  EXPECT_THAT(promised_texts(sent, kTeacher),
              ElementsAre(PromisedText{kTeacher, text(1)}, PromisedText{kMother, text(2)},
                          PromisedText{kPupil, text(3)}));
}

TEST(PromisedTexts, AMessageWithoutLettersPromisesNothing) {
  EXPECT_THAT(promised_texts(MessageSent{{1}, {}, {}}, kTeacher), testing::IsEmpty());
}

}  // namespace
}  // namespace letopis::events
