#include "reading/entry_type_words.h"

namespace letopis::reading {

using namespace terminal;

std::string_view type_word(Language language, projections::EntryType type) {
  using projections::EntryType;
  switch (type) {
    case EntryType::kInitial: return Text{"первая запись", "initial"}.in(language);
    case EntryType::kCorrection: return Text{"исправление", "correction"}.in(language);
    case EntryType::kRetake: return Text{"пересдача", "retake"}.in(language);
    case EntryType::kAdjustment: return Text{"по спору или приказу", "adjustment"}.in(language);
    case EntryType::kWithdrawn: return Text{"снята", "withdrawn"}.in(language);
  }
  return {};
}

}  // namespace letopis::reading
