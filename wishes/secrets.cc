#include "wishes/secrets.h"

#include "events/promised_texts.h"

namespace letopis::wishes {

events::Commitment Secrets::keep(std::string text) {
  Kept kept;
  salt_(kept.salt);
  kept.text = std::move(text);
  const auto commitment = events::commit(kept.salt, kept.text);
  kept_.emplace(commitment, std::move(kept));
  return commitment;
}

std::optional<std::string> Secrets::find(events::PersonNumber,
                                         const events::Commitment& text) const {
  const auto found = kept_.find(text);
  if (found == kept_.end()) return std::nullopt;
  return found->second.text;
}

std::vector<events::PrivateText> Secrets::promised_by(const std::vector<events::Fact>& facts,
                                                      events::PersonNumber author) const {
  std::vector<events::PrivateText> texts;
  for (const auto& fact : facts) {
    for (const auto& promised : events::promised_texts(fact, author)) {
      const auto found = kept_.find(promised.text);
      if (found == kept_.end()) continue;  // named by the fact, kept by an earlier one
      texts.push_back({promised.about, found->second.salt, found->second.text});
    }
  }
  return texts;
}

}  // namespace letopis::wishes
