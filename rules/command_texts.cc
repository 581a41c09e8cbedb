#include "rules/command_texts.h"

namespace letopis::rules {

std::optional<std::string> CommandTexts::find(events::PersonNumber about,
                                              const events::Commitment& text) const {
  if (by_commitment_.empty()) {
    for (const auto& one : texts_) by_commitment_.emplace(events::commit(one), &one);
  }
  const auto found = by_commitment_.find(text);
  if (found == by_commitment_.end() || found->second->about != about) return std::nullopt;
  return found->second->text;
}

}  // namespace letopis::rules
