#include "events/codec_talk.h"

#include "events/codec_values.h"
#include "events/wire_values.h"

namespace letopis::events {

void encode(const MessageSent& fact, wire::MessageSent::Builder to) {
  to.setMessage(write(fact.message));
  write_list(fact.letters, to.initLetters(size_of(fact.letters)));
  to.setAbout(write(fact.about));
}

bool decode(wire::MessageSent::Reader from, MessageSent& fact) {
  return read(from.getMessage(), fact.message) && read_list(from.getLetters(), fact.letters) &&
         read(from.getAbout(), fact.about);
}

void encode(const HelpAsked& fact, wire::HelpAsked::Builder to) {
  to.setMessage(write(fact.message));
  to.setMatter(write<wire::HelpMatter>(fact.matter));
}

bool decode(wire::HelpAsked::Reader from, HelpAsked& fact) {
  return read(from.getMessage(), fact.message) && read(from.getMatter(), fact.matter);
}

void encode(const NewsPosted& fact, wire::NewsPosted::Builder to) {
  to.setPost(write(fact.post));
  to.setSection(write<wire::NewsSection>(fact.section));
  to.setKind(write<wire::NewsKind>(fact.kind));
  to.setSchoolClass(write(fact.school_class));
  to.setTitle(write(fact.title));
  to.setText(write(fact.text));
  to.setUntil(write(fact.until));
}

bool decode(wire::NewsPosted::Reader from, NewsPosted& fact) {
  return read(from.getPost(), fact.post) && read(from.getSection(), fact.section) &&
         read(from.getKind(), fact.kind) && read(from.getSchoolClass(), fact.school_class) &&
         read(from.getTitle(), fact.title) && read(from.getText(), fact.text) &&
         read(from.getUntil(), fact.until);
}

void encode(const NewsWithdrawn& fact, wire::NewsWithdrawn::Builder to) {
  to.setPost(write(fact.post));
}

bool decode(wire::NewsWithdrawn::Reader from, NewsWithdrawn& fact) {
  return read(from.getPost(), fact.post);
}

void encode(const EventPlanned& fact, wire::EventPlanned::Builder to) {
  to.setEvent(write(fact.event));
  to.setSchoolClass(write(fact.school_class));
  to.setDay(write(fact.day));
  if (fact.time) encode(*fact.time, to.initTime());
  to.setTitle(write(fact.title));
  if (fact.text) to.setText(write(*fact.text));
}

bool decode(wire::EventPlanned::Reader from, EventPlanned& fact) {
  return read(from.getEvent(), fact.event) && read(from.getSchoolClass(), fact.school_class) &&
         read(from.getDay(), fact.day) &&
         (!from.hasTime() || decode(from.getTime(), fact.time.emplace())) &&
         read(from.getTitle(), fact.title) &&
         (!from.hasText() || read(from.getText(), fact.text.emplace()));
}

void encode(const EventCancelled& fact, wire::EventCancelled::Builder to) {
  to.setEvent(write(fact.event));
}

bool decode(wire::EventCancelled::Reader from, EventCancelled& fact) {
  return read(from.getEvent(), fact.event);
}

}  // namespace letopis::events
