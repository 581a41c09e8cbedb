#include "terminal/enumeration_words.h"

namespace letopis::terminal {

std::string_view token_of(events::MarkValue value) {
  return RussianWords<events::MarkValue>::all[static_cast<std::size_t>(value)];
}

std::string token_of(const std::optional<events::MarkValue>& value) {
  return value ? std::string(token_of(*value)) : std::string("—");
}

}  // namespace letopis::terminal
