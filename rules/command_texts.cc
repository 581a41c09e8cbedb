#include "rules/command_texts.h"

namespace letopis::rules {

std::optional<std::string> CommandTexts::find(events::PersonNumber about,
                                              const events::Commitment& text) const {
  if (known_.empty()) {
    for (const auto& one : texts_) known_.emplace(Key{one.about, events::commit(one)}, &one);
  }
  const auto found = known_.find({about, text});
  if (found == known_.end()) return std::nullopt;
  return found->second->text;
}

}  // namespace letopis::rules
