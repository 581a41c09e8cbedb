#include "simulation/authors.h"

#include "events/codec.h"

namespace letopis::simulation {

using events::Fact;

signing::PrivateKey Authors::make_key() {
  std::string seed;
  for (int i = 0; i < 4; ++i) seed += std::to_string(random_()) + " ";
  return signing::PrivateKey(signing::Secret32::derive(bytes_of(seed), "simulation"));
}

// The newest key that the log knows; a newer one may still be in doubt.
const signing::PrivateKey& Authors::key_in_use(std::size_t author) const {
  const auto& keys = authors_[author].keys;
  for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
    if (model_.knows(key->key_id()) || key + 1 == keys.rend()) return *key;
  }
  return keys.front();
}

Sent Authors::sign(const Draft& draft, const signing::PrivateKey& key) const {
  Sent sent;
  std::map<events::Stream, std::uint32_t> versions;
  for (const auto& fact : draft.facts) {
    events::Event event;
    event.log = log_;
    event.stream = events::stream_of(fact);
    event.version =
        ++versions.try_emplace(event.stream, model_.version_of(event.stream)).first->second;
    event.command = draft.id;
    event.index = static_cast<std::uint16_t>(sent.events.size());
    event.count = static_cast<std::uint16_t>(draft.facts.size());
    event.author = authors_[draft.author].number;
    event.stated = draft.stated;
    event.fact = fact;
    sent.command.events.push_back(events::sign_event(events::encode(event), key));
    sent.events.push_back(std::move(event));
  }
  sent.command.texts = draft.texts;
  return sent;
}

Authors::Draft Authors::draft(std::vector<Fact> facts, events::Instant now) {
  const auto high = random_(), low = random_();
  return {teacher(), std::move(facts), {}, {high, low}, now};
}

events::PrivateText Authors::text() {
  events::PrivateText text;
  text.about = {static_cast<std::uint32_t>(10 + below(random_, 6))};
  for (auto& byte : text.salt) byte = static_cast<std::byte>(random_());
  text.text = std::string(below(random_, 200), 'x');
  return text;
}

Sent Authors::start(const std::string& origin) {
  for (std::uint32_t i = 0; i < 4; ++i) {
    authors_.push_back({{i}, {}});
    authors_.back().keys.push_back(make_key());
  }
  auto first = draft({events::LogStarted{origin, true, authors_[0].keys[0].public_key()}}, {0});
  first.author = 0;
  return sign(first, authors_[0].keys[0]);
}

Sent Authors::enrol() {
  std::vector<Fact> facts;
  for (std::size_t i = 1; i < authors_.size(); ++i) {
    events::KeyEnrolled fact;
    fact.person = authors_[i].number;
    fact.public_key = authors_[i].keys[0].public_key();
    facts.emplace_back(fact);
  }
  auto second = draft(std::move(facts), {0});
  second.author = 0;
  return sign(second, authors_[0].keys[0]);
}

Authors::Draft Authors::marks(events::Instant now) {
  std::vector<Fact> facts;
  const auto count = 1 + below(random_, 5);
  for (std::uint64_t i = 0; i < count; ++i) {
    events::MarkGiven mark;
    mark.lesson = {static_cast<std::uint32_t>(1 + below(random_, 6))};
    mark.pupil = {static_cast<std::uint32_t>(10 + below(random_, 6))};
    mark.value = static_cast<events::MarkValue>(below(random_, 5));
    facts.emplace_back(mark);
  }
  return draft(std::move(facts), now);
}

Authors::Draft Authors::with_texts(events::Instant now) {
  auto made = marks(now);
  for (auto& fact : made.facts) {
    auto& mark = std::get<events::MarkGiven>(fact);
    made.texts.push_back(text());
    made.texts.back().about = mark.pupil;
    mark.comment = events::commit(made.texts.back());
  }
  made.texts.push_back(text());
  events::PersonChanged changed{made.texts.back().about, {}};
  changed.fields.push_back({events::PersonField::kNote, events::commit(made.texts.back())});
  made.facts.emplace_back(changed);
  return made;
}

Sent Authors::good(events::Instant now) {
  const auto made = below(random_, 2) ? marks(now) : with_texts(now);
  return sign(made, key_in_use(made.author));
}

Sent Authors::with_wrong_key(events::Instant now) {
  const auto made = marks(now);
  switch (below(random_, 3)) {
    case 0: return sign(made, key_in_use(1));  // the director, in a teacher's name
    case 1: return spoilt(sign(made, make_key()), "key.unknown");
    default: return sign(made, authors_[made.author].keys.front());  // ended, maybe
  }
}

Sent Authors::spoilt(Sent sent, std::string refusal) const {
  sent.refused_at_once = std::move(refusal);
  return sent;
}

// The director brings in a teacher's new key and ends the one before, in one command.
Sent Authors::new_key(events::Instant now) {
  auto& author = authors_[teacher()];
  const auto old = key_in_use(author.number.value).key_id();
  author.keys.push_back(make_key());
  events::KeyEnrolled enrolled;
  enrolled.person = author.number;
  enrolled.public_key = author.keys.back().public_key();
  auto made = draft({enrolled, events::KeyEnded{author.number, old, {}}}, now);
  made.author = 1;
  return sign(made, key_in_use(1));
}

Sent Authors::known_again(events::Instant now) {
  if (accepted_.empty()) return good(now);
  const auto& known = accepted_[below(random_, accepted_.size())];
  if (below(random_, 3) > 0) return known;
  auto made = marks(now);
  made.id = known.events.front().command;
  made.author = known.events.front().author.value;
  return sign(made, key_in_use(made.author));
}

Sent Authors::any(events::Instant now) {
  auto sent = good(now);
  switch (below(random_, 16)) {
    case 0:
    case 1: return known_again(now);
    case 2:
      sent.command.events.back().signature.bytes[9] ^= std::byte{1};
      return spoilt(std::move(sent), "signature.invalid");
    case 3: return with_wrong_key(now);
    case 4: return new_key(now);
    case 5: {
      auto order =
          draft({events::PersonErased{
                    {static_cast<std::uint32_t>(10 + below(random_, 6))}, {"1", {1}}, "152-ФЗ"}},
                now);
      order.author = 1;
      return sign(order, key_in_use(1));
    }
    case 6: {
      auto made = marks({now.milliseconds + 300'001});
      return sign(made, key_in_use(made.author));
    }
    case 7:
      sent.command.texts.push_back(text());
      return spoilt(std::move(sent), "text.without_event");
    case 8: {
      auto made = with_texts(now);
      made.texts.pop_back();
      return spoilt(sign(made, key_in_use(made.author)), "text.missing");
    }
    case 9: {
      auto made = marks(now);
      events::MarkGiven mark;
      mark.lesson = {1};
      mark.pupil = {Model::kNobody};
      made.facts.emplace_back(mark);
      return sign(made, key_in_use(made.author));
    }
    case 10: {
      // Signed on what was there before somebody else wrote.
      if (accepted_.empty()) return sent;
      const auto& old = accepted_[below(random_, accepted_.size())];
      Draft made = draft({old.events.back().fact}, now);
      auto late = sign(made, key_in_use(made.author));
      auto& event = late.events.front();
      event.version = old.events.back().version;
      late.command.events.front() =
          events::sign_event(events::encode(event), key_in_use(made.author));
      late.command.texts.clear();
      if (!std::holds_alternative<events::MarkGiven>(event.fact)) return sent;
      if (std::get<events::MarkGiven>(event.fact).comment) return sent;
      return late;
    }
    default: return sent;
  }
}

}  // namespace letopis::simulation
