#include "ledger/prepared.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <set>

#include "events/promised_texts.h"
#include "events/text.h"
#include "ledger/ledger.h"

namespace letopis::ledger {
namespace {

Refusal refuse(const char* code, std::string ru, std::string en) {
  return {code, {std::move(ru), std::move(en)}};
}

using SignedEvents = std::span<const events::SignedEvent>;
using Texts = std::span<const events::PrivateText>;

// How many bytes the command brings, if it may.
Result<std::size_t> check_size(SignedEvents events, Texts texts) {
  if (events.empty()) {
    return refuse("command.empty", "в команде нет событий", "the command has no events");
  }
  std::size_t bytes = 0;
  for (const auto& event : events) bytes += event.bytes.size();
  for (const auto& text : texts) {
    if (text.text.size() > events::kMaxPrivateTextBytes) {
      return refuse("text.too_long", "закрытый текст длиннее 64 000 байт",
                    "a private text is longer than 64 000 bytes");
    }
    bytes += text.text.size();
  }
  if (events.size() > events::kMaxCommandEvents || bytes > kMaxCommandBytes) {
    return refuse("command.too_large",
                  fmt::format("команда из {} событий, {} байт: больше, чем принимается за раз",
                              events.size(), bytes),
                  fmt::format("a command of {} events, {} bytes: more than is taken at once",
                              events.size(), bytes));
  }
  return bytes;
}

// The key for entry 0 comes with it.
Result<signing::CheckedKey> key_for(const events::SignedEvent& event, const events::Fact& fact,
                                    const CheckedKeys& keys) {
  if (const auto known = keys.find(event.key)) return *known;
  if (const auto* start = std::get_if<events::LogStarted>(&fact)) {
    if (signing::key_id_of(start->founder) == event.key) {
      return signing::CheckedKey::admit(start->founder);
    }
  }
  return refuse("key.unknown", "подписано ключом, которого журнал событий не знает",
                "signed with a key that the log does not know");
}

Outcome check_one_command(std::span<const events::Event> events, SignedEvents signed_events) {
  const auto& first = events.front();
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto& event = events[i];
    const bool belongs = event.index == i && event.count == events.size() &&
                         event.command == first.command && event.author == first.author &&
                         event.log == first.log &&
                         signed_events[i].key == signed_events.front().key;
    if (belongs) continue;
    return refuse("command.events", "события не составляют одной команды одного автора",
                  "the events do not make one command of one author");
  }
  return Done{};
}

Outcome not_promised(const events::PrivateText& text, const events::Commitment& commitment,
                     const std::multiset<events::PromisedText>& promised) {
  const bool of_another = std::any_of(promised.begin(), promised.end(),
                                      [&](const auto& one) { return one.text == commitment; });
  if (!of_another) {
    return refuse("text.without_event", "к закрытому тексту нет события с его отпечатком",
                  "no event of the command commits to this private text");
  }
  return refuse(
      "text.of_another",
      fmt::format("событие говорит не о человеке № {}, а закрытый текст — о нём", text.about.value),
      fmt::format("the private text is said to be about person {}, its event is not",
                  text.about.value));
}

Outcome check_texts(Texts texts, std::span<const events::Event> events) {
  std::multiset<events::PromisedText> promised;
  for (const auto& event : events) {
    for (const auto& one : events::promised_texts(event.fact, event.author)) promised.insert(one);
  }
  for (const auto& text : texts) {
    if (!events::is_plain_text(text.text)) {
      return refuse("text.not_plain", "закрытый текст — не текст в UTF-8 без управляющих знаков",
                    "a private text is not UTF-8 without control characters");
    }
    const auto commitment = events::commit(text);
    const auto found = promised.find({text.about, commitment});
    if (found == promised.end()) return not_promised(text, commitment, promised);
    promised.erase(found);
  }
  if (!promised.empty()) {
    return refuse("text.missing", "событие обещает закрытый текст, которого в команде нет",
                  "an event commits to a private text that the command does not bring");
  }
  return Done{};
}

// Bytes that nobody could read as the events they were made from must not become permanent.
Outcome check_readable(const OwnCommand& command) {
  for (std::size_t i = 0; i < command.events().size(); ++i) {
    const auto event = events::decode_form_unchecked(bytes_of(command.signed_events()[i].bytes));
    if (!event) return event.refusal();
    if (*event == command.events()[i]) continue;
    return refuse("event.not_canonical", "событие записалось бы не тем, чем было",
                  "the event would be recorded as another than it was");
  }
  return Done{};
}

}  // namespace

void CheckedKeys::add(const signing::PublicKey& key) {
  // A key that is no point can sign nothing; whoever uses it is told that it is unknown.
  const auto checked = signing::CheckedKey::admit(key);
  if (!checked) return;
  const std::unique_lock lock(mutex_);
  keys_.emplace(signing::key_id_of(key), *checked);
}

std::optional<signing::CheckedKey> CheckedKeys::find(const signing::KeyId& key) const {
  const std::shared_lock lock(mutex_);
  const auto found = keys_.find(key);
  if (found == keys_.end()) return std::nullopt;
  return found->second;
}

Result<Prepared> prepare(const Command& command, const CheckedKeys& keys) {
  const auto size = check_size(command.events, command.texts);
  if (!size) return size.refusal();
  auto decoded = std::make_unique<std::vector<events::Event>>();
  decoded->reserve(command.events.size());
  for (const auto& one : command.events) {
    auto event = events::decode(bytes_of(one.bytes));
    if (!event) return event.refusal();
    decoded->push_back(std::move(*event));
  }
  if (auto one = check_one_command(*decoded, command.events); !one) return one.refusal();
  const auto key = key_for(command.events.front(), decoded->front().fact, keys);
  if (!key) return key.refusal();
  for (const auto& one : command.events) {
    if (!events::verify_event(bytes_of(one.bytes), *key, one.signature)) {
      return refuse("signature.invalid", "подпись под событием неверна",
                    "the signature under the event is not valid");
    }
  }
  if (auto texts = check_texts(command.texts, *decoded); !texts) return texts.refusal();
  const std::span<const events::Event> events(*decoded);
  return Prepared{events, command.events,    command.texts, command.trial_clock,
                  *size,  std::move(decoded)};
}

Result<Prepared> prepare(const OwnCommand& command, const CheckedKeys& keys) {
  const auto& signed_events = command.signed_events();
  const auto size = check_size(signed_events, command.texts);
  if (!size) return size.refusal();
  if (auto readable = check_readable(command); !readable) return readable.refusal();
  const auto& events = command.events();
  if (auto one = check_one_command(events, signed_events); !one) return one.refusal();
  const auto key = key_for(signed_events.front(), events.front().fact, keys);
  if (!key) return key.refusal();
  if (auto texts = check_texts(command.texts, events); !texts) return texts.refusal();
  return Prepared{events, signed_events, command.texts, command.trial_clock, *size, {}};
}

}  // namespace letopis::ledger
