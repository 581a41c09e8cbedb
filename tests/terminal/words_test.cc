#include <gtest/gtest.h>

#include "terminal/enumeration_words.h"
#include "terminal/fact_story.h"
#include "terminal/fact_words.h"

namespace letopis::terminal {
namespace {

bool is_cyrillic_or_sign(std::string_view text) {
  for (const char letter : text) {
    if ((letter >= 'a' && letter <= 'z') || letter == '_') return false;
  }
  return !text.empty();
}

template <std::size_t kIndex = 0, class Visit>
void each_fact(const Visit& visit) {
  if constexpr (kIndex < events::kFacts) {
    visit(std::variant_alternative_t<kIndex, events::AnyFact>{});
    each_fact<kIndex + 1>(visit);
  }
}

TEST(Words, EveryFactHasATitleInRussian) {
  each_fact([](const auto& fact) {
    EXPECT_TRUE(is_cyrillic_or_sign(fact_title(Language::kRussian, fact.kName))) << fact.kName;
  });
}

TEST(Words, EveryFieldHasALabelInRussian) {
  each_fact([](auto fact) {
    fact.visit_fields(fact, [&](const char* field, const auto&) {
      const auto label = field_label(Language::kRussian, field);
      EXPECT_TRUE(label == "SHA-256" || is_cyrillic_or_sign(label)) << fact.kName << "." << field;
    });
  });
}

TEST(Words, EnglishSaysTheWordsOfTheLog) {
  EXPECT_EQ(fact_title(Language::kEnglish, "mark_given"), "mark given");
  EXPECT_EQ(field_label(Language::kEnglish, "school_class"), "class");
  EXPECT_EQ(word_of(Language::kEnglish, events::ChangeReason::kDisputeUpheld), "dispute upheld");
}

TEST(Words, AMarkIsToldInOneLine) {
  events::MarkCorrected fact;
  fact.lesson = {12};
  fact.pupil = {7};
  fact.ordinal = 1;
  fact.value = events::MarkValue::kFour;
  fact.type = events::ChangeType::kRetake;
  fact.reason = events::ChangeReason::kRetaken;
  EXPECT_EQ(tell_briefly(fact, {Language::kRussian}),
            "Отметка исправлена: урок № 12, ученик № 7, отметка «4», пересдача, пересдача");
}

class OneLesson final : public Naming {
 public:
  std::optional<std::string> person(events::PersonNumber) const override { return std::nullopt; }
  std::optional<std::string> school_class(events::ClassNumber) const override { return "7б"; }
  std::optional<std::string> subject(events::SubjectNumber) const override { return "Алгебра"; }
  std::optional<std::string> lesson(events::LessonNumber) const override {
    return "Алгебра, 7б, 14.11.2025";
  }
};

TEST(Words, NamesStandForNumbersWhereTheyAreKnown) {
  const OneLesson naming;
  const StorySources sources{Language::kRussian, &naming};
  EXPECT_EQ(tell_lesson({12}, sources), "№ 12 (Алгебра, 7б, 14.11.2025)");
  EXPECT_EQ(tell_person({7}, sources), "№ 7");
  events::GroupFormed fact;
  fact.school_class = events::ClassNumber{3};
  fact.subject = events::SubjectNumber{2};
  const auto told = tell_briefly(fact, sources);
  EXPECT_NE(told.find("класс 7б, предмет Алгебра"), std::string::npos) << told;
}

TEST(Words, AStoryLeavesOutWhatIsEmpty) {
  events::TopicSet fact;
  fact.lesson = {3};
  fact.topic = "Дроби";
  const auto story = tell(fact, {Language::kRussian});
  EXPECT_EQ(story.title, "Тема урока");
  for (const auto& line : story.lines) EXPECT_FALSE(line.value.empty()) << line.label;
  EXPECT_EQ(story.lines.back().value, "Дроби");
}

TEST(Words, WhoTakesNoPointIsToldToWorkElsewhere) {
  RecordProperty("requirement", "ACC-18");
  const events::WorkplaceTaken home{{7}, std::nullopt};
  EXPECT_EQ(tell_briefly(home, {Language::kRussian}),
            "Место работы: человек № 7, точка эксплуатации другое место");
  const events::WorkplaceTaken at_school{{7}, events::PointNumber{2}};
  EXPECT_EQ(tell_briefly(at_school, {Language::kRussian}),
            "Место работы: человек № 7, точка эксплуатации № 2");
}

}  // namespace
}  // namespace letopis::terminal
