#include "projections/talk_reader.h"

#include <algorithm>
#include <set>

#include "projections/talk.h"

namespace letopis::projections {
namespace {

RowBytes& start(RowBytes& key, TalkPart part) { return key.u8(static_cast<std::uint8_t>(part)); }

// Where rows of such a prefix begin that are older than a position.
std::string first_before(std::string_view prefix, events::Position before) {
  RowBytes key;
  key.bytes(prefix);
  if (before.value > 0) key.u64(~(before.value - 1));
  return before.value > 0 ? key.str() : after_prefix(prefix);
}

events::Position counted_down(std::string_view key) { return {~position_in(key).value}; }

}  // namespace

std::optional<events::Commitment> TalkMessage::copy_of(events::PersonNumber person) const {
  for (const auto& letter : sent.fact.letters) {
    if (letter.person == person) return letter.text;
  }
  return std::nullopt;
}

std::optional<Filed<events::MessageSent>> Talk::message(events::MessageNumber number) const {
  auto found = directory_.declared<events::MessageSent>(number);
  if (!found || found->is_void) return std::nullopt;
  return found;
}

void Talk::letters_of(events::PersonNumber person, events::Position before,
                      const Letter& letter) const {
  RowBytes prefix;
  start(prefix, TalkPart::kLetters).u32(person.value);
  before = std::min(before, directory_.as_of());
  views_.scan(kTalk, first_before(prefix.view(), before), after_prefix(prefix.view()),
              [&](std::string_view, std::string_view value) {
                RowReader row(value);
                auto sent = message({row.u32()});
                const events::MessageNumber begun{row.u32()};
                return !sent || letter({begun, *std::move(sent)});
              });
}

std::vector<TalkMessage> Talk::messages_of(events::PersonNumber person, const Newest& which) const {
  std::vector<TalkMessage> found;
  if (which.limit == 0) return found;
  letters_of(person, which.before, [&](TalkMessage&& one) {
    found.push_back(std::move(one));
    return found.size() < which.limit;
  });
  return found;
}

std::vector<TalkMessage> Talk::conversations_of(events::PersonNumber person,
                                                const Newest& which) const {
  std::vector<TalkMessage> found;
  if (which.limit == 0) return found;
  std::set<events::MessageNumber> met;
  letters_of(person, which.before, [&](TalkMessage&& one) {
    if (!met.insert(one.conversation).second) return true;
    // One that went on later was told by its later message.
    if (which.before < directory_.as_of()) {
      const auto all = conversation(one.conversation, person);
      if (all.empty() || all.back() != one) return true;
    }
    found.push_back(std::move(one));
    return found.size() < which.limit;
  });
  return found;
}

std::vector<TalkMessage> Talk::conversation(events::MessageNumber begun_by,
                                            events::PersonNumber person) const {
  std::vector<TalkMessage> found;
  RowBytes prefix;
  start(prefix, TalkPart::kConversations).u32(begun_by.value);
  views_.scan(kTalk, prefix.view(), after_prefix(prefix.view()),
              [&](std::string_view key, std::string_view value) {
                if (position_in(key) >= directory_.as_of()) return false;
                auto sent = message({RowReader(value).u32()});
                if (!sent) return true;
                TalkMessage one{begun_by, *std::move(sent)};
                if (one.copy_of(person)) found.push_back(std::move(one));
                return true;
              });
  return found;
}

std::optional<events::MessageNumber> Talk::conversation_of(events::MessageNumber message) const {
  RowBytes key;
  const auto row = views_.get(kTalk, start(key, TalkPart::kBeginnings).u32(message.value).view());
  if (!row) return std::nullopt;
  return events::MessageNumber{RowReader(*row).u32()};
}

std::vector<Talk::Help> Talk::help_asked() const {
  RowBytes prefix;
  start(prefix, TalkPart::kHelp);
  return help_of(prefix);
}

std::optional<Talk::Help> Talk::help_asked_by(events::MessageNumber message) const {
  RowBytes prefix;
  start(prefix, TalkPart::kHelp).u32(message.value);
  auto found = help_of(prefix);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<Talk::Help> Talk::help_of(const RowBytes& prefix) const {
  std::vector<Help> found;
  views_.scan(kTalk, prefix.view(), after_prefix(prefix.view()),
              [&](std::string_view key, std::string_view value) {
                const FiledRow row(position_in(key), value);
                if (row.stamp().position >= directory_.as_of() || directory_.is_void(row.stamp())) {
                  return true;
                }
                auto one = help({row.stamp(), false, row.fact<events::HelpAsked>()});
                if (one) found.push_back(*std::move(one));
                return true;
              });
  return found;
}

std::optional<Talk::Help> Talk::help(const Filed<events::HelpAsked>& asked) const {
  auto sent = message(asked.fact.message);
  if (!sent) return std::nullopt;
  Help found{asked, *std::move(sent), std::nullopt};
  const auto author = found.sent.stamp.author;
  const auto begun = conversation_of(found.sent.fact.message).value_or(found.sent.fact.message);
  for (const auto& one : conversation(begun, author)) {
    const auto& stamp = one.sent.stamp;
    if (stamp.position <= found.sent.stamp.position || stamp.author == author) continue;
    const auto& letters = found.sent.fact.letters;
    const bool was_asked = std::any_of(letters.begin(), letters.end(), [&](const auto& letter) {
      return letter.person == stamp.author;
    });
    if (!was_asked) continue;
    found.answered = stamp;
    break;
  }
  return found;
}

std::vector<Filed<events::NewsPosted>> Talk::news(events::NewsSection section, const Newest& which,
                                                  const Wanted& wanted) const {
  std::vector<Filed<events::NewsPosted>> found;
  if (which.limit == 0) return found;
  RowBytes prefix;
  start(prefix, TalkPart::kNews).u8(static_cast<std::uint8_t>(section));
  const auto before = std::min(which.before, directory_.as_of());
  views_.scan(kTalk, first_before(prefix.view(), before), after_prefix(prefix.view()),
              [&](std::string_view key, std::string_view value) {
                const FiledRow row(counted_down(key), value);
                Filed<events::NewsPosted> post{row.stamp(), directory_.is_void(row.stamp()),
                                               row.fact<events::NewsPosted>()};
                if (post.is_void || is_withdrawn(post.fact.post, directory_)) return true;
                if (wanted(post)) found.push_back(post);
                return found.size() < which.limit;
              });
  return found;
}

std::vector<Filed<events::AcquaintanceSigned>> Talk::readers_of(events::PostNumber post) const {
  std::vector<Filed<events::AcquaintanceSigned>> found;
  RowBytes prefix;
  start(prefix, TalkPart::kReadNews).u32(post.value);
  views_.scan(kTalk, prefix.view(), after_prefix(prefix.view()),
              [&](std::string_view key, std::string_view value) {
                const FiledRow row(position_in(key), value);
                if (row.stamp().position >= directory_.as_of()) return false;
                if (directory_.is_void(row.stamp())) return true;
                found.push_back({row.stamp(), false, row.fact<events::AcquaintanceSigned>()});
                return true;
              });
  return found;
}

std::vector<Filed<events::EventPlanned>> Talk::events_in(const Interval& days) const {
  auto planned = planned_in(days);
  std::erase_if(planned,
                [this](const auto& one) { return is_cancelled(one.fact.event, directory_); });
  return planned;
}

std::vector<Filed<events::EventPlanned>> Talk::planned_in(const Interval& days) const {
  std::vector<Filed<events::EventPlanned>> found;
  RowBytes first;
  RowBytes last;
  start(first, TalkPart::kEvents).day(days.first);
  start(last, TalkPart::kEvents).day(days.last);
  views_.scan(kTalk, first.view(), after_prefix(last.view()),
              [&](std::string_view key, std::string_view value) {
                const FiledRow row(position_in(key), value);
                if (row.stamp().position >= directory_.as_of() || directory_.is_void(row.stamp())) {
                  return true;
                }
                found.push_back({row.stamp(), false, row.fact<events::EventPlanned>()});
                return true;
              });
  return found;
}

bool is_withdrawn(events::PostNumber post, const Directory& directory) {
  return !valid_on<events::NewsWithdrawn>(directory, Shelf::kPostStory, {post.value}).empty();
}

bool is_cancelled(events::SchoolEventNumber event, const Directory& directory) {
  return !valid_on<events::EventCancelled>(directory, Shelf::kEventStory, {event.value}).empty();
}

}  // namespace letopis::projections
