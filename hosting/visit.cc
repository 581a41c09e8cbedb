#include "hosting/visit.h"

namespace letopis::hosting {

Visit::Visit(const School& school, events::PersonNumber reader)
    : log_(school.ledger().snapshot()),
      texts_(school.ledger().texts()),
      now_(*log_, school.now()),
      logins_(),
      desk_{now_, logins_, reader, &texts_},
      size_at_([this](events::Instant at) { return events::Position{log_->size_at(at)}; }),
      sight_{desk_, texts_, size_at_} {}

}  // namespace letopis::hosting
