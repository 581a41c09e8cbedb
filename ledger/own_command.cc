#include "ledger/own_command.h"

#include "events/codec.h"

namespace letopis::ledger {

void OwnCommand::add(events::Event event, const signing::PrivateKey& key) {
  signed_.push_back(events::sign_event(events::encode(event), key));
  events_.push_back(std::move(event));
}

}  // namespace letopis::ledger
