// The private texts that come with a command, so that rules can judge what the facts only commit
// to.
#pragma once

#include <map>
#include <span>
#include <utility>

#include "events/commitment.h"

namespace letopis::rules {

// Borrows them for one command. Each is hashed once, and not before somebody asks. One thread.
class CommandTexts final : public events::TextSource {
 public:
  explicit CommandTexts(std::span<const events::PrivateText> texts) : texts_(texts) {}

  std::optional<std::string> find(events::PersonNumber about,
                                  const events::Commitment& text) const override;

 private:
  const std::span<const events::PrivateText> texts_;
  using Key = std::pair<events::PersonNumber, events::Commitment>;
  mutable std::map<Key, const events::PrivateText*> known_;
};

}  // namespace letopis::rules
