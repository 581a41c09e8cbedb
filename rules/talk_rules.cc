#include "rules/talk_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "projections/talk_reader.h"
#include "regulations/civil_day.h"
#include "regulations/duties.h"
#include "rules/access.h"
#include "rules/addressees.h"
#include "rules/day_rules.h"
#include "rules/order_rules.h"

namespace letopis::rules {
namespace {

using events::PersonNumber;
using regulations::iso;
using regulations::russian;

constexpr std::uint16_t kDayMinutes = 24 * 60;

// A text that came along says something, and not too much.
Outcome check_text(PersonNumber about, const events::Commitment& text, const Sentence& what,
                   std::size_t most, const Act& act) {
  if (act.texts == nullptr) return Done{};
  const auto said = act.texts->find(about, text);
  if (!said) return Done{};
  if (auto filled = check_said(*said, what); !filled) return filled;
  if (said->size() <= most) return Done{};
  return Refusal{"text.too_long",
                 {fmt::format("слишком длинно: {}, {} байт", what.ru, said->size()),
                  fmt::format("too long: {}, {} bytes", what.en, said->size())},
                 {},
                 {fmt::format("не больше {} байт", most), fmt::format("at most {} bytes", most)}};
}

Outcome check_texts(const events::MessageSent& fact, const Act& act) {
  const auto& first = fact.letters.front();
  const Sentence what{"текст сообщения", "the message's text"};
  if (auto said = check_text(first.person, first.text, what, kMostTalkBytes, act); !said) {
    return said;
  }
  if (act.texts == nullptr) return Done{};
  const auto same = act.texts->find(first.person, first.text);
  for (const auto& letter : fact.letters) {
    if (act.texts->find(letter.person, letter.text) == same) continue;
    return Refusal{"message.another_text",
                   {fmt::format("в экземпляре человека № {} другой текст", letter.person.value),
                    fmt::format("the copy of person {} has another text", letter.person.value)},
                   {},
                   {"у всех участников один текст", "everybody gets the same text"}};
  }
  return Done{};
}

Outcome check_participants(const events::MessageSent& fact, const Act& act) {
  if (fact.letters.size() < 2) {
    return Refusal{"message.nobody",
                   {"сообщение никому не адресовано", "the message is addressed to nobody"}};
  }
  if (fact.letters.size() > kMostLetters) {
    return Refusal{"message.too_many",
                   {fmt::format("участников {}, это слишком много", fact.letters.size()),
                    fmt::format("{} participants are too many", fact.letters.size())},
                   {},
                   {fmt::format("не больше {}; для всех есть новости", kMostLetters),
                    fmt::format("at most {}; news are for everybody", kMostLetters)}};
  }
  std::set<PersonNumber> persons;
  for (const auto& letter : fact.letters) {
    if (persons.insert(letter.person).second) continue;
    return Refusal{"message.twice",
                   {fmt::format("человек № {} назван дважды", letter.person.value),
                    fmt::format("person {} is named twice", letter.person.value)}};
  }
  if (persons.contains(act.author)) return Done{};
  return Refusal{"message.no_own_copy",
                 {"у автора нет своего экземпляра", "the author has no copy"},
                 {},
                 {"автор — один из участников", "the author is one of the participants"}};
}

Outcome check_answer(const events::MessageSent& fact, const Act& act, const SchoolNow& school) {
  if (!fact.about) return Done{};
  const auto answered = school.directory().declared<events::MessageSent>(*fact.about);
  const bool took_part =
      answered && std::any_of(answered->fact.letters.begin(), answered->fact.letters.end(),
                              [&](const auto& letter) { return letter.person == act.author; });
  if (took_part) return Done{};
  return Refusal{"message.not_yours",
                 {fmt::format("сообщения № {} у вас нет, отвечать не на что", fact.about->value),
                  fmt::format("message {} is not yours to answer", fact.about->value)}};
}

Refusal stranger(PersonNumber person, const SchoolNow& school) {
  return {"message.stranger",
          {fmt::format("человеку № {} вы не пишете: он вам посторонний", person.value),
           fmt::format("person {} is a stranger: you do not write to them", person.value)},
          school.clause("family.may_write"),
          {"пишут администрации, сотрудники — друг другу, учитель — ученикам своих классов и их "
           "родителям, ученик и родитель — своим учителям и классному руководителю",
           "to the administration; staff to one another; a teacher to the pupils of the own "
           "classes and their parents; a pupil and a parent to their teachers and class teacher"}};
}

Refusal not_yours(const char* code, const Sentence& who, const std::string& clause) {
  return {code, {"такую запись делаете не вы", "this is not yours to state"}, clause, who};
}

// The administration, and whoever the regulation names.
bool keeps_news(PersonNumber author, const SchoolNow& school) {
  if (is_administration(author, school)) return true;
  const auto& rules = school.parameters(school.today());
  if (!regulations::is_named(rules, regulations::Duty::kNews)) return false;
  const auto roles = regulations::duty_holders(rules, regulations::Duty::kNews);
  return std::any_of(roles.begin(), roles.end(),
                     [&](events::Role role) { return has_role(author, role, school); });
}

bool guides(PersonNumber author, events::ClassNumber school_class, const SchoolNow& school) {
  Concern concern;
  concern.school_class = school_class;
  return is_own_class(author, concern, school);
}

Outcome check_poster(const events::NewsPosted& fact, PersonNumber author, const SchoolNow& school) {
  if (fact.section == events::NewsSection::kStaffroom) return Done{};  // staff, by the table
  if (keeps_news(author, school)) return Done{};
  if (fact.school_class && guides(author, *fact.school_class, school)) return Done{};
  return not_yours("news.not_yours",
                   {"новости школы ведёт администрация, новости класса — его классный руководитель",
                    "the administration posts for the school, a class teacher for the class"},
                   school.clause("news.by"));
}

Outcome check_planner(const std::optional<events::ClassNumber>& school_class, PersonNumber author,
                      const SchoolNow& school) {
  if (is_administration(author, school)) return Done{};
  if (school_class && guides(author, *school_class, school)) return Done{};
  return not_yours("event.not_yours",
                   {"мероприятие школы назначает администрация, мероприятие класса — его классный "
                    "руководитель",
                    "the administration plans for the school, a class teacher for the class"},
                   school.clause("class_events.cadence"));
}

Outcome check_when(const events::EventPlanned& fact, const SchoolNow& school) {
  if (fact.time &&
      (fact.time->end_minute <= fact.time->start_minute || fact.time->end_minute > kDayMinutes)) {
    return Refusal{"event.time",
                   {"мероприятие кончается раньше, чем началось, или за полночь",
                    "the event ends before it begins, or after midnight"},
                   {},
                   {"минуты от полуночи: начало раньше конца, конец не позже 1440",
                    "minutes from midnight: the beginning before the end, the end up to 1440"}};
  }
  if (fact.day.value - school.today().value > kMostEventDaysAhead) {
    return Refusal{"event.day",
                   {fmt::format("{} — слишком далеко вперёд", russian(fact.day)),
                    fmt::format("{} is too far ahead", iso(fact.day))},
                   {},
                   {fmt::format("не дальше {} дней", kMostEventDaysAhead),
                    fmt::format("at most {} days ahead", kMostEventDaysAhead)}};
  }
  if (auto open = check_days_open(fact.day, fact.day, school); !open) return open;
  if (!fact.school_class || school.class_info(*fact.school_class, fact.day)) return Done{};
  return Refusal{"event.no_class",
                 {fmt::format("{} такого класса нет", russian(fact.day)),
                  fmt::format("there is no such class on {}", iso(fact.day))}};
}

// Of a class: who learns, teaches or has children there, and the administration.
bool is_of_class(PersonNumber reader, events::ClassNumber school_class, const SchoolNow& school) {
  if (is_administration(reader, school) || guides(reader, school_class, school)) return true;
  const auto learns = [&](PersonNumber pupil) {
    return school.class_of(pupil, school.today()) == school_class;
  };
  if (learns(reader)) return true;
  const auto children = school.directory().children_of(reader);
  if (std::any_of(children.begin(), children.end(),
                  [&](const auto& link) { return learns(link.child); })) {
    return true;
  }
  Concern concern;
  concern.school_class = school_class;
  return is_staff(reader, school) && teaches(reader, concern, school);
}

}  // namespace

Outcome check(const events::MessageSent& fact, const Act& act, const SchoolNow& school) {
  if (auto named = check_participants(fact, act); !named) return named;
  if (auto answers = check_answer(fact, act, school); !answers) return answers;
  const Addressees addressees(act.author, school);
  for (const auto& letter : fact.letters) {
    if (letter.person == act.author) continue;
    if (!addressees.include(letter.person)) return stranger(letter.person, school);
    if (!is_beyond_reach(letter.person, school)) continue;
    return Refusal{"message.beyond_reach",
                   {fmt::format("учётная запись человека № {} закрыта", letter.person.value),
                    fmt::format("the account of person {} is closed", letter.person.value)}};
  }
  return check_texts(fact, act);
}

Outcome check(const events::NewsPosted& fact, const Act& act, const SchoolNow& school) {
  if (fact.section == events::NewsSection::kStaffroom && fact.school_class) {
    return Refusal{"news.staffroom_class",
                   {"«Учительская» — для сотрудников, не для класса",
                    "the staffroom is for staff and not for a class"},
                   {},
                   {"новость класса стоит в разделе «Школа»",
                    "news of a class stand in the school's section"}};
  }
  if (auto poster = check_poster(fact, act.author, school); !poster) return poster;
  if (fact.until && *fact.until < school.today()) {
    return Refusal{"news.past",
                   {fmt::format("{} уже прошло", russian(*fact.until)),
                    fmt::format("{} is past already", iso(*fact.until))}};
  }
  const Sentence title{"заголовок", "the title"};
  if (auto said = check_text(act.author, fact.title, title, kMostTitleBytes, act); !said) {
    return said;
  }
  return check_text(act.author, fact.text, {"текст", "the text"}, kMostTalkBytes, act);
}

Outcome check(const events::NewsWithdrawn& fact, const Act& act, const SchoolNow& school) {
  if (projections::is_withdrawn(fact.post, school.directory())) {
    return Refusal{"news.withdrawn", {"эта новость уже снята", "the news were withdrawn already"}};
  }
  const auto post = school.directory().declared<events::NewsPosted>(fact.post);
  if (post->stamp.author == act.author || is_administration(act.author, school)) return Done{};
  if (post->fact.section == events::NewsSection::kSchool) {
    return check_poster(post->fact, act.author, school);
  }
  return not_yours("news.not_yours",
                   {"снимает автор или администрация", "its author or the administration may"},
                   school.clause("news.by"));
}

Outcome check(const events::EventPlanned& fact, const Act& act, const SchoolNow& school) {
  if (auto planner = check_planner(fact.school_class, act.author, school); !planner) {
    return planner;
  }
  if (auto when = check_when(fact, school); !when) return when;
  const Sentence title{"название мероприятия", "the event's title"};
  if (auto said = check_text(act.author, fact.title, title, kMostTitleBytes, act); !said) {
    return said;
  }
  if (!fact.text) return Done{};
  return check_text(act.author, *fact.text, {"описание", "the text"}, kMostTalkBytes, act);
}

Outcome check(const events::EventCancelled& fact, const Act& act, const SchoolNow& school) {
  if (projections::is_cancelled(fact.event, school.directory())) {
    return Refusal{"event.cancelled",
                   {"это мероприятие уже отменено", "the event was cancelled already"}};
  }
  const auto planned = school.directory().declared<events::EventPlanned>(fact.event);
  if (planned->stamp.author == act.author) return Done{};
  return check_planner(planned->fact.school_class, act.author, school);
}

Outcome check(const events::HelpAsked& fact, const Act& act, const SchoolNow& school) {
  const auto sent = school.directory().declared<events::MessageSent>(fact.message);
  if (sent->stamp.author != act.author) {
    return not_yours("help.not_yours",
                     {"о помощи просит автор сообщения", "the message's author asks for help"}, {});
  }
  const projections::Talk talk(school.views(), school.directory());
  if (talk.help_asked_by(fact.message)) {
    return Refusal{"help.twice",
                   {"это сообщение уже просит помощи", "the message asks for help already"}};
  }
  const auto& letters = sent->fact.letters;
  if (std::any_of(letters.begin(), letters.end(), [&](const auto& letter) {
        return letter.person != act.author && consults(letter.person, act.author, school);
      })) {
    return Done{};
  }
  return Refusal{
      "help.nobody_consults",
      {"среди адресатов нет никого, кто консультирует по журналу",
       "none of those written to consults about the journal"},
      school.clause("consultation.by"),
      {"администрация, администратор журнала и те, кого назвало положение",
       "the administration, the journal's administrator, and whom the regulation names"}};
}

bool consults(PersonNumber person, PersonNumber asker, const SchoolNow& school) {
  if (is_administration(person, school)) return true;
  const auto duty = is_staff(asker, school) ? regulations::Duty::kConsultation
                                            : regulations::Duty::kConsultFamilies;
  const auto roles = regulations::duty_holders(school.parameters(school.today()), duty);
  return std::any_of(roles.begin(), roles.end(),
                     [&](events::Role role) { return has_role(person, role, school); });
}

bool is_for(const events::NewsPosted& post, PersonNumber reader, const SchoolNow& school) {
  if (post.section == events::NewsSection::kStaffroom) return is_staff(reader, school);
  return !post.school_class || is_of_class(reader, *post.school_class, school);
}

bool is_for(const events::EventPlanned& event, PersonNumber reader, const SchoolNow& school) {
  return !event.school_class || is_of_class(reader, *event.school_class, school);
}

}  // namespace letopis::rules
