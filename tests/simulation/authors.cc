#include "simulation/authors.h"

#include "events/codec.h"
#include "rules/command_texts.h"
#include "rules/numbers.h"
#include "rules/propose.h"
#include "simulation/forgeries.h"

namespace letopis::simulation {

using events::Fact;

namespace {

// What somebody would sign without asking the rules. Empty: the wish makes no facts at all.
std::vector<Fact> unasked(const Wish& wish, events::Instant now, const events::ViewReader& views) {
  const rules::SchoolNow school(views, now);
  auto facts = std::visit(
      [&](const auto& one) -> std::vector<Fact> {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, rules::StateFacts>) {
          return one.facts;
        } else {
          const auto made = rules::facts_of(one, wish.author, school);
          return made ? *made : std::vector<Fact>();
        }
      },
      wish.command);
  rules::Numbers numbers(school.directory());
  for (Fact& fact : facts) numbers.give(fact);
  return facts;
}

}  // namespace

Authors::Authors(Random& random, const Model& model, events::LogId log)
    : random_(random), model_(model), log_(log), wishes_(random, model) {
  keys_[kFounder].push_back(make_key());
  for (const auto person : kSigners) keys_[person].push_back(make_key());
}

signing::PrivateKey Authors::make_key() {
  std::string seed;
  for (int i = 0; i < 4; ++i) seed += std::to_string(random_()) + " ";
  return signing::PrivateKey(signing::Secret32::derive(bytes_of(seed), "simulation"));
}

// The newest key that may sign; a newer one may still be in doubt. Who has none signs with the
// first, in vain.
const signing::PrivateKey& Authors::key_in_use(events::PersonNumber author) const {
  const auto& keys = keys_.at(author);
  for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
    if (model_.is_in_force(key->key_id())) return *key;
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
    event.author = draft.author;
    event.stated = draft.stated;
    event.fact = fact;
    sent.command.events.push_back(events::sign_event(events::encode(event), key));
    sent.events.push_back(std::move(event));
  }
  sent.command.texts = draft.texts;
  sent.heard = draft.heard;
  return sent;
}

Authors::Draft Authors::draft(events::PersonNumber author, std::vector<Fact> facts,
                              events::Instant now) {
  const auto high = random_(), low = random_();
  return {author, std::move(facts), {}, {high, low}, now};
}

std::optional<Authors::Draft> Authors::proposed(const Wish& wish, events::Instant now) {
  const auto then = model_.recorded(now);
  const rules::CommandTexts texts(wish.texts);
  const auto allowed = rules::propose(wish.command, {wish.author, then, &texts}, model_.views());
  const auto facts = allowed ? *allowed : unasked(wish, then, model_.views());
  if (facts.empty()) return std::nullopt;
  auto made = draft(wish.author, facts, now);
  made.texts = wish.texts;
  made.heard = Heard{model_.size(), then, allowed ? "" : allowed.refusal().code};
  return made;
}

std::vector<FoundingStep> Authors::founding_steps(const std::string& origin,
                                                  const regulations::RegulationText& regulation) {
  return founding(origin, regulation, [this](events::PersonNumber person) {
    return keys_.at(person).front().public_key();
  });
}

Sent Authors::found(const FoundingStep& step, events::Instant now) {
  const auto made = proposed({step.author, step.command}, now);
  INVARIANT(made.has_value());
  return sign(*made);
}

Sent Authors::good(events::Instant now) {
  if (below(random_, 2)) {
    const auto noted = proposed(wishes_.remark(now), now);
    if (noted->heard->refusal.empty()) return sign(*noted);
  }
  return sign(*proposed(wishes_.plain(), now));
}

// What is refused is mostly left alone, as by people who are told why; what they still sign must be
// refused at the door.
Sent Authors::wished(events::Instant now) {
  constexpr int patience = 6;
  for (int i = 0; i < patience; ++i) {
    const auto made = proposed(wishes_.any(now), now);
    if (made && (made->heard->refusal.empty() || below(random_, 6) == 0)) return sign(*made);
  }
  return good(now);
}

Sent Authors::forged_wish(events::Instant now) {
  constexpr int patience = 6;
  for (int i = 0; i < patience; ++i) {
    const Wish wish = wishes_.any(now);
    // A text would be about somebody else than the changed event is.
    if (!wish.texts.empty()) continue;
    const auto made = proposed(wish, now);
    if (!made || !made->heard->refusal.empty()) continue;
    const rules::StateFacts other{forged(made->facts, random_)};
    return sign(*proposed(
        {below(random_, 4) ? wish.author : kSigners[below(random_, kSigners.size())], other}, now));
  }
  return good(now);
}

Sent Authors::with_text(events::Instant now) { return sign(*proposed(wishes_.remark(now), now)); }

Sent Authors::spoilt(Sent sent, std::string refusal) {
  sent.refused_at_once = std::move(refusal);
  return sent;
}

Sent Authors::with_wrong_key(events::Instant now) {
  auto made = *proposed(wishes_.remark(now), now);
  made.author = kDeputy;
  made.heard.reset();
  switch (below(random_, 3)) {
    case 0: return sign(made, key_in_use(kDirector));  // in another's name
    case 1: return spoilt(sign(made, make_key()), "key.unknown");
    default: return sign(made, keys_.at(kDeputy).front());  // ended, maybe
  }
}

// Somebody of the staff gets a new key and the one before ends, in one command.
Sent Authors::new_key(events::Instant now) {
  const auto person = kSigners[1 + below(random_, kSigners.size() - 1)];
  const auto old = key_in_use(person).key_id();
  keys_[person].push_back(make_key());
  events::KeyEnrolled enrolled;
  enrolled.person = person;
  enrolled.public_key = keys_[person].back().public_key();
  const bool own = below(random_, 3) == 0;
  enrolled.ground = own ? events::KeyGround::kReplacement : events::KeyGround::kReset;
  rules::StateFacts facts{{enrolled}};
  if (model_.is_in_force(old)) facts.facts.emplace_back(events::KeyEnded{person, old, {}});
  const Wish wish{own ? person : person.value >= kFirstPupil.value ? kGuide : kDirector, facts};
  return sign(*proposed(wish, now));
}

// Somebody's key was stolen hours ago; the director's stays, so that the school goes on.
Sent Authors::stolen_key(events::Instant now) {
  const auto person = kSigners[1 + below(random_, kSigners.size() - 1)];
  const auto& keys = keys_.at(person);
  const auto noticed =
      model_.recorded(now).milliseconds - static_cast<std::int64_t>(below(random_, 60)) * kHourMs;
  events::KeyCompromised fact;
  fact.person = person;
  fact.key = keys[below(random_, keys.size())].key_id();
  fact.learned = {noticed - kHourMs};
  fact.noticed = {noticed};
  if (below(random_, 2)) fact.order = kOrder;
  const Wish wish{below(random_, 2) ? kDirector : person, rules::StateFacts{{fact}}};
  return sign(*proposed(wish, now));
}

Sent Authors::known_again(events::Instant now) {
  const auto& known = accepted_[below(random_, accepted_.size())];
  if (below(random_, 3) > 0) return known;
  auto made = *proposed(wishes_.plain(), now);
  made.id = known.events.front().command;
  made.author = known.events.front().author;
  made.heard.reset();
  return sign(made);
}

// Signed on what was there before somebody else wrote.
Sent Authors::too_late(events::Instant now) {
  const auto& old = accepted_[below(random_, accepted_.size())];
  const auto& last = old.events.back();
  auto late = sign(draft(last.author, {last.fact}, now));
  auto& event = late.events.front();
  event.version = last.version;
  late.command.events.front() = events::sign_event(events::encode(event), key_in_use(last.author));
  // A text that the fact commits to would be missed before anybody looks at the version.
  return old.command.texts.empty() ? late : good(now);
}

Sent Authors::any(events::Instant now) {
  switch (below(random_, 20)) {
    case 0: return known_again(now);
    case 1: {
      auto sent = wished(now);
      sent.command.events.back().signature.bytes[9] ^= std::byte{1};
      return spoilt(std::move(sent), "signature.invalid");
    }
    case 2: return with_wrong_key(now);
    case 3: return new_key(now);
    case 4: return below(random_, 3) ? wished(now) : stolen_key(now);
    case 5: {
      auto made = *proposed(wishes_.plain(), now);
      made.stated.milliseconds = model_.recorded(now).milliseconds + 300'001;
      made.heard.reset();
      return sign(made);
    }
    case 6: {
      auto sent = with_text(now);
      sent.command.texts.push_back({kMaths, {}, "x"});
      return spoilt(std::move(sent), "text.without_event");
    }
    case 7: {
      auto sent = with_text(now);
      sent.command.texts.pop_back();
      return spoilt(std::move(sent), "text.missing");
    }
    case 8: return too_late(now);
    case 9:
    case 10:
    case 11:
    case 12: return forged_wish(now);
    default: return wished(now);
  }
}

}  // namespace letopis::simulation
