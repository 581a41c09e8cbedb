#include "events/envelope.h"

#include <fmt/format.h>

namespace letopis::events {
namespace {

Refusal torn(const Envelope& open, const Envelope& event) {
  return {"entry.command_torn",
          {fmt::format("команда записана не целиком: после события {} из {} стоит событие {} из {}",
                       open.index + 1, open.count, event.index + 1, event.count),
           fmt::format("a command is torn: event {} of {} is followed by event {} of {}",
                       open.index + 1, open.count, event.index + 1, event.count)}};
}

}  // namespace

EnvelopeSequence EnvelopeSequence::restore(std::uint64_t size, const Envelope& last,
                                           const signing::KeyId& key, Instant recorded) {
  EnvelopeSequence sequence;
  sequence.size_ = size;
  sequence.open_ = last;
  sequence.open_key_ = key;
  sequence.recorded_ = recorded;
  return sequence;
}

Outcome EnvelopeSequence::check_command(const Envelope& event, const signing::KeyId& key) const {
  if (whole()) {
    if (event.index == 0) return Done{};
    return open_ ? torn(*open_, event) : torn(event, event);
  }
  const bool goes_on = event.index == open_->index + 1 && event.count == open_->count &&
                       event.command == open_->command && event.author == open_->author &&
                       key == open_key_;
  if (!goes_on) return torn(*open_, event);
  return Done{};
}

Outcome EnvelopeSequence::next(const Envelope& event, const signing::KeyId& key, Instant recorded) {
  if (open_ && event.log != open_->log) {
    return Refusal{
        "entry.log_id",
        {"запись подписана для другого журнала событий", "the entry was signed for another log"}};
  }
  if (open_ && recorded < recorded_) {
    return Refusal{
        "entry.time_back",
        {"время записи раньше, чем у предыдущей", "recorded before the entry before it"}};
  }
  if (event.stated.milliseconds > recorded.milliseconds + kStatedAheadMs) {
    return Refusal{"entry.stated_ahead",
                   {"часы автора ушли вперёд больше чем на 5 минут",
                    "the author's clock is more than 5 minutes ahead"}};
  }
  if (auto whole = check_command(event, key); !whole) return whole;
  open_ = event;
  open_key_ = key;
  recorded_ = recorded;
  ++size_;
  return Done{};
}

std::optional<Instant> EnvelopeSequence::last_recorded() const {
  if (!open_) return std::nullopt;
  return recorded_;
}

}  // namespace letopis::events
