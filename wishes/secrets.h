// The private texts of one wish: plain in what a person wrote, commitments in the facts.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "events/commitment.h"
#include "events/facts.h"

namespace letopis::wishes {

// One wish, one thread.
class Secrets final : public events::TextSource {
 public:
  // Fills with bytes that nobody can guess; each call with others.
  using Salt = std::function<void(std::span<std::byte, 32> salt)>;
  explicit Secrets(Salt salt) : salt_(std::move(salt)) {}

  events::Commitment keep(std::string text);

  // What was kept, whoever it is about.
  std::optional<std::string> find(events::PersonNumber about,
                                  const events::Commitment& text) const override;

  // The texts that the facts commit to, each about the person that its fact names; for the ledger.
  std::vector<events::PrivateText> promised_by(const std::vector<events::Fact>& facts,
                                               events::PersonNumber author) const;

 private:
  struct Kept {
    std::array<std::byte, 32> salt{};
    std::string text;
  };
  const Salt salt_;
  std::map<events::Commitment, Kept> kept_;
};

}  // namespace letopis::wishes
