// Messages, news and events, and whom one may write to.
#include <algorithm>

#include "projections/talk_reader.h"
#include "regulations/civil_day.h"
#include "regulations/lateness.h"
#include "rules/access.h"
#include "rules/addressees.h"
#include "rules/talk_rules.h"
#include "wishes/answer_parts.h"
#include "wishes/answers.h"
#include "wishes/moment.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;
using events::PersonNumber;
using projections::Talk;

constexpr int kDaysAWeek = 7;

projections::Newest newest(const std::optional<std::uint32_t>& limit,
                           const std::optional<events::Position>& before) {
  return {std::min<std::size_t>(limit.value_or(kUsualTalkRows), kMostTalkRows),
          before.value_or(projections::kWholeLog)};
}

json::object someone(PersonNumber person, const Sight& sight) {
  json::object out{{"person", person.value}};
  if (const auto name = full_name(person, sight); !name.empty()) out["name"] = name;
  return out;
}

// Null iff it is erased.
json::value text_json(PersonNumber about, const events::Commitment& text, const Sight& sight) {
  const auto said = sight.texts.find(about, text);
  return said ? json::value(*said) : json::value();
}

// Until when it is to be answered, where the regulation has a term; and when it was.
json::object help_json(const Talk::Help& help, const Sight& sight) {
  const auto& school = sight.school();
  const auto recorded = help.sent.stamp.recorded;
  json::object out{{"matter", events::word_of(help.asked.fact.matter)}};
  regulations::Occasion occasion;
  occasion.day = school.day_of(recorded);
  const auto calendar = school.directory().calendar();
  if (const auto until =
          regulations::deadline_after("consultation.due", occasion, school.parameters(occasion.day),
                                      school.zone(), &calendar)) {
    out["until"] = print_moment(until->at, school.zone());
    out["clause"] = until->clause;
  }
  if (help.answered) out["answered"] = print_moment(help.answered->recorded, school.zone());
  return out;
}

void put_help(events::MessageNumber message, const Talk& talk, const Sight& sight,
              json::object& out) {
  if (const auto help = talk.help_asked_by(message)) out["help"] = help_json(*help, sight);
}

json::object message_json(const projections::TalkMessage& one, const Sight& sight) {
  const auto& sent = one.sent;
  json::array to;
  for (const auto& letter : sent.fact.letters) {
    if (letter.person != sent.stamp.author) to.push_back(someone(letter.person, sight));
  }
  json::object out{{"message", sent.fact.message.value},
                   {"position", sent.stamp.position.value},
                   {"sent", print_moment(sent.stamp.recorded, sight.school().zone())},
                   {"from", someone(sent.stamp.author, sight)},
                   {"to", std::move(to)}};
  if (sent.fact.about) out["about"] = sent.fact.about->value;
  out["text"] = text_json(sight.reader(), *one.copy_of(sight.reader()), sight);
  return out;
}

// Who has read a post is for its author and the administration.
bool sees_readers(const projections::Filed<events::NewsPosted>& post, const Sight& sight) {
  return post.stamp.author == sight.reader() ||
         rules::is_administration(sight.reader(), sight.school());
}

json::object post_json(const projections::Filed<events::NewsPosted>& post, const Talk& talk,
                       const Sight& sight) {
  const auto author = post.stamp.author;
  json::object out{{"post", post.fact.post.value},
                   {"position", post.stamp.position.value},
                   {"posted", print_moment(post.stamp.recorded, sight.school().zone())},
                   {"section", events::word_of(post.fact.section)},
                   {"kind", events::word_of(post.fact.kind)},
                   {"author", someone(author, sight)},
                   {"title", text_json(author, post.fact.title, sight)},
                   {"text", text_json(author, post.fact.text, sight)}};
  if (post.fact.school_class) {
    out["class"] =
        class_name(*post.fact.school_class, sight.school().day_of(post.stamp.recorded), sight);
  }
  if (post.fact.until) out["until"] = regulations::iso(*post.fact.until);
  json::array readers;
  bool read = false;
  for (const auto& one : talk.readers_of(post.fact.post)) {
    read = read || one.fact.person == sight.reader();
    auto reader = someone(one.fact.person, sight);
    reader["read"] = print_moment(one.stamp.recorded, sight.school().zone());
    readers.push_back(std::move(reader));
  }
  out["read"] = read;
  if (sees_readers(post, sight)) out["readers"] = std::move(readers);
  return out;
}

std::string clock(std::uint16_t minute) {
  const auto two = [](int number) {
    return std::string(number < 10 ? "0" : "") + std::to_string(number);
  };
  return two(minute / 60) + ":" + two(minute % 60);
}

// A class is told to staff of a pupil, and of a parent by the children; others know their own.
void add_children(PersonNumber parent, const rules::Addressees& addressees, const Sight& sight,
                  json::object& out) {
  json::array children;
  const auto today = sight.school().today();
  for (const auto& link : sight.directory().children_of(parent)) {
    const auto own = sight.directory().class_of(link.child, today);
    if (!own || !addressees.include(link.child)) continue;
    auto child = someone(link.child, sight);
    child["class"] = class_name(*own, today, sight);
    children.push_back(std::move(child));
  }
  if (!children.empty()) out["children"] = std::move(children);
}

json::object addressee_json(PersonNumber person, const rules::Addressees& addressees,
                            const Sight& sight) {
  auto out = someone(person, sight);
  const auto today = sight.school().today();
  json::array roles;
  for (const auto& held : sight.directory().roles_of(person)) {
    if (!held.days.holds(today)) continue;
    json::object role{{"role", events::word_of(held.role)}};
    if (held.school_class) role["class"] = class_name(*held.school_class, today, sight);
    roles.push_back(std::move(role));
  }
  if (!roles.empty()) out["roles"] = std::move(roles);
  if (const auto own = sight.directory().class_of(person, today)) {
    out["class"] = class_name(*own, today, sight);
  }
  add_children(person, addressees, sight, out);
  return out;
}

// A pupil of the class, the family of one, or whoever teaches or leads it.
bool is_about_class(PersonNumber person, events::ClassNumber school_class, const Sight& sight) {
  const auto today = sight.school().today();
  const auto& directory = sight.directory();
  if (directory.class_of(person, today) == school_class) return true;
  const auto children = directory.children_of(person);
  if (std::any_of(children.begin(), children.end(), [&](const auto& link) {
        return directory.class_of(link.child, today) == school_class;
      })) {
    return true;
  }
  rules::Concern concern;
  concern.school_class = school_class;
  return rules::is_own_class(person, concern, sight.school()) ||
         rules::teaches(person, concern, sight.school());
}

}  // namespace

Result<json::object> answer(const AskMessages& query, const Sight& sight) {
  const projections::Directory directory(sight.views(), sight.as_of(query.as_of));
  const Talk talk(sight.views(), directory);
  json::array rows;
  for (const auto& last :
       talk.conversations_of(sight.reader(), newest(query.limit, query.before))) {
    json::object row{{"conversation", last.conversation.value},
                     {"last", message_json(last, sight)}};
    put_help(last.conversation, talk, sight, row);
    rows.push_back(std::move(row));
  }
  return json::object{{"conversations", std::move(rows)}};
}

Result<json::object> answer(const AskThread& query, const Sight& sight) {
  const projections::Directory directory(sight.views(), sight.as_of(query.as_of));
  const Talk talk(sight.views(), directory);
  const auto begun = talk.conversation_of(query.message).value_or(query.message);
  json::array messages;
  for (const auto& one : talk.conversation(begun, sight.reader())) {
    auto message = message_json(one, sight);
    put_help(one.sent.fact.message, talk, sight, message);
    messages.push_back(std::move(message));
  }
  if (messages.empty()) {
    return Refusal{"message.not_yours",
                   {"это не ваша переписка", "this conversation is not yours"}};
  }
  return json::object{{"conversation", begun.value}, {"messages", std::move(messages)}};
}

Result<json::object> answer(const AskNews& query, const Sight& sight) {
  const auto section = query.section.value_or(events::NewsSection::kSchool);
  const projections::Directory directory(sight.views(), sight.as_of(query.as_of));
  const Talk talk(sight.views(), directory);
  const auto wanted = [&](const projections::Filed<events::NewsPosted>& post) {
    if (query.school_class && post.fact.school_class != query.school_class) return false;
    const bool is_over = post.fact.until && *post.fact.until < sight.school().today();
    return (query.past || !is_over) && rules::is_for(post.fact, sight.reader(), sight.school());
  };
  json::array rows;
  for (const auto& post : talk.news(section, newest(query.limit, query.before), wanted)) {
    rows.push_back(post_json(post, talk, sight));
  }
  return json::object{{"section", events::word_of(section)}, {"news", std::move(rows)}};
}

json::array events_json(const DaySpan& span, const EventsFor& whose, events::Position as_of,
                        const Sight& sight, Cancelled cancelled) {
  const projections::Directory directory(sight.views(), as_of);
  json::array rows;
  for (const auto& one : Talk(sight.views(), directory).planned_in({span.first, span.last})) {
    const bool is_off = projections::is_cancelled(one.fact.event, directory);
    if (is_off && cancelled == Cancelled::kLeftOut) continue;
    const auto& event = one.fact;
    if (!whose(event) || !rules::is_for(event, sight.reader(), sight.school())) continue;
    const auto author = one.stamp.author;
    json::object out{{"event", event.event.value},
                     {"day", regulations::iso(event.day)},
                     {"title", text_json(author, event.title, sight)},
                     {"author", someone(author, sight)}};
    if (event.school_class) out["class"] = class_name(*event.school_class, event.day, sight);
    if (event.time) {
      out["from"] = clock(event.time->start_minute);
      out["to"] = clock(event.time->end_minute);
    }
    if (event.text) out["text"] = text_json(author, *event.text, sight);
    if (is_off) out["cancelled"] = true;
    rows.push_back(std::move(out));
  }
  return rows;
}

Result<json::object> answer(const AskEvents& query, const Sight& sight) {
  const events::Day first = query.first.value_or(sight.school().today());
  const auto span =
      span_of(first, query.last.value_or(events::Day{first.value + kDaysAWeek - 1}), sight);
  if (!span) return span.refusal();
  const auto whose = [&](const events::EventPlanned& event) {
    return !query.school_class || event.school_class == query.school_class;
  };
  return json::object{
      {"from", regulations::iso(span->first)},
      {"to", regulations::iso(span->last)},
      {"events", events_json(*span, whose, sight.as_of(query.as_of), sight,
                             query.cancelled ? Cancelled::kShown : Cancelled::kLeftOut)}};
}

Result<json::object> answer(const AskAddressees& query, const Sight& sight) {
  const rules::Addressees addressees(sight.reader(), sight.school());
  json::array rows;
  for (const auto person : addressees.all()) {
    if (query.school_class && !is_about_class(person, *query.school_class, sight)) continue;
    rows.push_back(addressee_json(person, addressees, sight));
  }
  return json::object{{"addressees", std::move(rows)}};
}

}  // namespace letopis::wishes
