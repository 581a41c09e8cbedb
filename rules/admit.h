// The only door to the log: whoever made and signed the facts, they pass here or not at all.
#pragma once

#include <span>

#include "events/commitment.h"
#include "events/event.h"
#include "events/views.h"
#include "outcome/result.h"
#include "rules/kept.h"

namespace letopis::rules {

// Yes iff `propose` could have made these facts for this author now: all that they speak of exists,
// the author may state them, and every rule of the school and of its regulation allows them.
// Refuses as numbers.h, access.h and the rules of each chapter say; a refusal changes nothing.
// `texts` are the private ones that the events commit to, as far as they came along. Pure.
Outcome admit(std::span<const events::Event> command, std::span<const events::PrivateText> texts,
              const events::ViewReader& views, events::Instant now);

// The same answers, sooner: keeps how the school is arranged from one command to the next. One log,
// one thread at a time, no older views after newer ones (kept.h).
class Admission {
 public:
  Outcome operator()(std::span<const events::Event> command,
                     std::span<const events::PrivateText> texts, const events::ViewReader& views,
                     events::Instant now);

 private:
  Kept kept_;
};

}  // namespace letopis::rules
