#include <gtest/gtest.h>

#include "server/enumeration_words.h"
#include "server/fact_story.h"
#include "server/fact_words.h"

namespace letopis::server {
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

TEST(Words, AStoryLeavesOutWhatIsEmpty) {
  events::TopicSet fact;
  fact.lesson = {3};
  fact.topic = "Дроби";
  const auto story = tell(fact, {Language::kRussian});
  EXPECT_EQ(story.title, "Тема урока");
  for (const auto& line : story.lines) EXPECT_FALSE(line.value.empty()) << line.label;
  EXPECT_EQ(story.lines.back().value, "Дроби");
}

}  // namespace
}  // namespace letopis::server
