#include "events/trial_events.h"

#include "outcome/invariant.h"

namespace letopis::events {
namespace {

template <class Words>
std::string bytes_of_words(const Words& words) {
  return std::string(text_of(std::as_bytes(std::span(words.begin(), words.size()))));
}

}  // namespace

signing::PrivateKey trial_key(std::string_view purpose) {
  return signing::PrivateKey(signing::Secret32::derive(bytes_of("tests of events"), purpose));
}

Event trial_event(Fact fact) {
  Event event;
  for (std::size_t i = 0; i < 32; ++i) event.log.bytes.bytes[i] = static_cast<std::byte>(0xA0 + i);
  event.stream = stream_of(fact);
  event.version = 3;
  event.command = {0x0102030405060708, 0x1112131415161718};
  event.index = 1;
  event.count = 2;
  event.author = {1017};
  event.stated = {1'757'939'700'123};
  event.fact = std::move(fact);
  return event;
}

MarkGiven full_mark() {
  MarkGiven mark = plain_mark();
  mark.permission = {9};
  mark.comment.emplace();
  mark.comment->digest.bytes.fill(std::byte{0x5A});
  return mark;
}

MarkGiven plain_mark() {
  MarkGiven mark;
  mark.lesson = {41'207};
  mark.pupil = {1'163};
  mark.day = {20'346};
  mark.ordinal = 1;
  mark.value = MarkValue::kFour;
  mark.work = 1;
  return mark;
}

std::string encoded(const Event& event) { return std::string(text_of(encode(event))); }

std::string changed(const Event& event, const Change& change) {
  const std::string bytes = encoded(event);
  std::vector<capnp::word> words(bytes.size() / sizeof(capnp::word));
  std::memcpy(words.data(), bytes.data(), bytes.size());
  const kj::ArrayPtr<const capnp::word> segment(words.data(), words.size());
  const kj::ArrayPtr<const capnp::word> segments[] = {segment};
  capnp::SegmentArrayMessageReader reader(segments);
  capnp::MallocMessageBuilder message;
  message.setRoot(reader.getRoot<wire::Event>());
  const auto root = message.getRoot<wire::Event>();
  change(root);
  return bytes_of_words(capnp::canonicalize(root.asReader()));
}

std::string words_of(capnp::MessageBuilder& message) {
  const auto segments = message.getSegmentsForOutput();
  INVARIANT(segments.size() == 1);
  return bytes_of_words(segments[0]);
}

}  // namespace letopis::events
