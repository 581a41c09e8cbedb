#include "regulations/keeping.h"

#include <gtest/gtest.h>

#include "regulations/bundled_regulations.h"
#include "regulations/civil_day.h"
#include "regulations/known_keys.h"
#include "regulations/regulation_text.h"

namespace letopis::regulations {
namespace {

TEST(Keeping, ATermIsCountedFromTheFirstOfJanuaryAfterTheYear) {
  RecordProperty("requirement", "ARC-08");
  Parameters parameters;
  parameters.set({"keeping.journal.years", "5", "приказ"});
  for (const KeptKind& kind : kept_kinds()) {
    const auto until = keep_until(kind, *parse_iso("2026-08-31"), parameters);
    if (kind.kind == events::CopyKind::kJournal) {
      EXPECT_EQ(until, *parse_iso("2031-12-31"));
    } else {
      EXPECT_EQ(until, std::nullopt) << "what nobody named a term for is kept for ever";
    }
  }
}

TEST(Keeping, EachKindHasAParameterAndAWordOfItsOwn) {
  for (const KeptKind& kind : kept_kinds()) {
    ASSERT_NE(known_key(kind.key), nullptr) << kind.key;
    EXPECT_EQ(events::word_of(kind.kind), kind.word);
  }
}

TEST(Keeping, TheCustomaryTermsReadAsParametersOfEachKind) {
  const auto customary =
      load_regulation(customary_keeping().text, std::string(customary_keeping().name));
  ASSERT_TRUE(customary) << customary.refusal().says.en;
  Parameters parameters;
  for (const auto& parameter : customary->parameters) parameters.set(parameter);
  for (const KeptKind& kind : kept_kinds()) {
    EXPECT_TRUE(keep_until(kind, *parse_iso("2026-08-31"), parameters)) << kind.key;
  }
}

}  // namespace
}  // namespace letopis::regulations
