#include "events/codec.h"

#include <capnp/message.h>
#include <capnp/serialize.h>
#include <fmt/format.h>

#include "events/codec_union.h"
#include "events/wire_values.h"

namespace letopis::events {
namespace {

constexpr std::size_t kWord = sizeof(capnp::word);
// Far above what 65 000 bytes can lead a reader through, far below what could stall one.
constexpr std::uint64_t kTraversalWords = 1'000'000;
constexpr int kNesting = 8;

Refusal refuse(const char* code, std::string ru, std::string en) {
  return {code, {std::move(ru), std::move(en)}};
}

Refusal wrong_size(std::size_t size) {
  return refuse("event.size",
                fmt::format("событие в {} байт: бывает целое число слов по 8 байт, не более {}",
                            size, kMaxEventBytes),
                fmt::format("an event of {} bytes: whole words of 8 bytes, {} at most", size,
                            kMaxEventBytes));
}

void write_envelope(const Envelope& event, wire::Event::Builder to) {
  to.setLogId(write(event.log.bytes));
  to.setStreamKind(static_cast<std::uint16_t>(event.stream.kind));
  to.setStreamA(event.stream.a);
  to.setStreamB(event.stream.b);
  to.setStreamC(event.stream.c);
  to.setVersion(event.version);
  to.setCommandHigh(event.command.high);
  to.setCommandLow(event.command.low);
  to.setIndex(event.index);
  to.setCount(event.count);
  to.setAuthor(event.author.value);
  to.setStated(event.stated.milliseconds);
}

Outcome read_envelope(wire::Event::Reader from, Envelope& event) {
  if (!read(from.getLogId(), event.log.bytes)) {
    return refuse("event.log_id", "номер журнала событий не из 32 байт",
                  "the log id is not 32 bytes");
  }
  event.stream = {static_cast<StreamKind>(from.getStreamKind()), from.getStreamA(),
                  from.getStreamB(), from.getStreamC()};
  event.version = from.getVersion();
  event.command = {from.getCommandHigh(), from.getCommandLow()};
  event.index = from.getIndex();
  event.count = from.getCount();
  event.author.value = from.getAuthor();
  event.stated.milliseconds = from.getStated();
  if (event.index >= event.count || event.count > kMaxCommandEvents) {
    return refuse(
        "event.command",
        fmt::format("событие {} из {} в команде: такого быть не может", event.index, event.count),
        fmt::format("event {} of {} in a command cannot be", event.index, event.count));
  }
  return Done{};
}

Result<Event> read_event(wire::Event::Reader from) {
  Event event;
  if (auto read = read_envelope(from, event); !read) return read.refusal();
  if (!is_known(from.getFact())) {
    const auto which = static_cast<unsigned>(from.getFact().which());
    return refuse(kFactUnknown,
                  fmt::format("неизвестный вид факта № {}: нужна более новая программа", which),
                  fmt::format("unknown kind of fact {}: a newer program is needed", which));
  }
  auto fact = decode_fact(from.getFact());
  if (!fact) {
    return refuse("event.fact", "в факте стоят значения, которых у него не бывает",
                  "the fact holds values that it cannot have");
  }
  event.fact = std::move(*fact);
  if (stream_of(event.fact) != event.stream) {
    return refuse("event.stream", "событие записано не в поток своего факта",
                  "the event names another stream than its fact's");
  }
  return event;
}

Refusal not_canonical() {
  return refuse("event.not_canonical", "событие записано не в каноническом виде",
                "the event is not in canonical form");
}

// Calls `use` with the root of a canonical message, or refuses.
template <class Value, class Use>
Result<Value> with_message(Bytes bytes, Use use) {
  if (bytes.empty() || bytes.size() > kMaxEventBytes || bytes.size() % kWord != 0) {
    return wrong_size(bytes.size());
  }
  // Cap'n Proto wants aligned words; entries are cut from the middle of other bytes.
  std::vector<capnp::word> words(bytes.size() / kWord);
  std::memcpy(words.data(), bytes.data(), bytes.size());
  try {
    const kj::ArrayPtr<const capnp::word> segment(words.data(), words.size());
    const kj::ArrayPtr<const capnp::word> segments[] = {segment};
    capnp::SegmentArrayMessageReader message(segments, {kTraversalWords, kNesting});
    if (!message.isCanonical()) return not_canonical();
    return use(message.getRoot<wire::Event>());
  } catch (const kj::Exception& fault) {
    return refuse(
        "event.unreadable", "байты не читаются как событие",
        fmt::format("the bytes do not read as an event: {}", fault.getDescription().cStr()));
  }
}

}  // namespace

std::vector<std::byte> encode(const Event& event) {
  capnp::word scratch[256] = {};
  capnp::MallocMessageBuilder message(kj::arrayPtr(scratch, std::size(scratch)));
  auto root = message.initRoot<wire::Event>();
  write_envelope(event, root);
  encode_fact(event.fact, root.getFact());
  const kj::Array<capnp::word> canonical = capnp::canonicalize(root.asReader());
  const auto bytes = std::as_bytes(std::span(canonical.begin(), canonical.size()));
  return {bytes.begin(), bytes.end()};
}

Result<Event> decode_form_unchecked(Bytes bytes) {
  return with_message<Event>(bytes, [](wire::Event::Reader root) { return read_event(root); });
}

Result<Event> decode(Bytes bytes) {
  auto event = decode_form_unchecked(bytes);
  // Canonical form alone leaves room: an empty text written as none, fields of a later schema.
  if (event && text_of(encode(*event)) != text_of(bytes)) return not_canonical();
  return event;
}

Result<Envelope> decode_envelope(Bytes bytes) {
  return with_message<Envelope>(bytes, [](wire::Event::Reader root) -> Result<Envelope> {
    Envelope envelope;
    if (auto read = read_envelope(root, envelope); !read) return read.refusal();
    return envelope;
  });
}

}  // namespace letopis::events
