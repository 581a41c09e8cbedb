#include "mail/wording.h"

#include <fmt/format.h>

#include <algorithm>

#include "mail/credential_notices.h"
#include "mail/email.h"
#include "mail/notices.h"
#include "mail/week_words.h"
#include "projections/diary_page.h"
#include "projections/talk_reader.h"
#include "terminal/enumeration_words.h"

namespace letopis::mail {
namespace {

using events::PersonField;
using events::PersonNumber;
using terminal::fill;
using terminal::Text;

constexpr int kDaysAWeek = 7;

std::string name_of(PersonNumber person, std::initializer_list<PersonField> parts,
                    const Sources& from) {
  const auto fields = from.directory.person_fields(person);
  std::string name;
  for (const auto wanted : parts) {
    for (const auto& field : fields) {
      const auto text = field.field == wanted ? from.texts.find(person, field.text) : std::nullopt;
      if (text) name += (name.empty() ? "" : " ") + *text;
    }
  }
  if (!name.empty()) return name;
  return fill(from.language, {"человек № {}", "person {}"}, person.value);
}

std::string full_name(PersonNumber person, const Sources& from) {
  return name_of(
      person, {PersonField::kFamilyName, PersonField::kGivenName, PersonField::kPatronymic}, from);
}

std::string given_name(PersonNumber person, const Sources& from) {
  return name_of(person, {PersonField::kGivenName}, from);
}

std::string class_words(const std::optional<events::ClassNumber>& number, events::Day day,
                        const Sources& from) {
  const auto info = number ? from.directory.class_info(*number, day) : std::nullopt;
  return info ? fill(from.language, {"Класс: {}\n", "Class: {}\n"}, info->name()) : std::string();
}

bool is_child_of(PersonNumber pupil, PersonNumber parent, const Sources& from) {
  const auto children = from.directory.children_of(parent);
  return std::any_of(children.begin(), children.end(),
                     [&](const auto& link) { return link.child == pupil; });
}

std::optional<Words> message(const Notice& notice, const Sources& from) {
  const auto sent =
      from.directory.declared<events::MessageSent>(events::MessageNumber{notice.about});
  if (!sent || sent->is_void) return std::nullopt;
  return Words{
      std::string(
          Text{"Новое сообщение в электронном журнале", "A new message in the school journal"}.in(
              from.language)),
      fill(from.language,
           {"Вам написали: {}.\nПрочитать и ответить можно в журнале, в разделе "
            "«Сообщения».\n",
            "You have a message from {}.\nRead and answer it in the journal, under "
            "Messages.\n"},
           full_name(sent->stamp.author, from))};
}

std::optional<Words> news(const Notice& notice, const Sources& from) {
  const auto post = from.directory.declared<events::NewsPosted>(events::PostNumber{notice.about});
  if (!post || post->is_void || projections::is_withdrawn(post->fact.post, from.directory)) {
    return std::nullopt;
  }
  const auto title = from.texts.find(post->stamp.author, post->fact.title);
  const auto text = from.texts.find(post->stamp.author, post->fact.text);
  if (!title || !text) return std::nullopt;
  return Words{std::string(Text{"Новости школы", "School news"}.in(from.language)),
               fmt::format("{}\n{}\n{}\n", *title,
                           class_words(post->fact.school_class,
                                       from.zone.day_of(post->stamp.recorded), from),
                           *text)};
}

std::optional<Words> event(const Notice& notice, const Sources& from) {
  const bool is_off = notice.kind == NoticeKind::kCancelled;
  const auto planned =
      from.directory.declared<events::EventPlanned>(events::SchoolEventNumber{notice.about});
  if (!planned || planned->is_void) return std::nullopt;
  const auto& fact = planned->fact;
  if (projections::is_cancelled(fact.event, from.directory) != is_off) return std::nullopt;
  const auto title = from.texts.find(planned->stamp.author, fact.title);
  if (!title) return std::nullopt;
  std::string when = terminal::day_text(from.language, fact.day);
  if (fact.time) {
    when += fmt::format(", {:02}:{:02}–{:02}:{:02}", fact.time->start_minute / 60,
                        fact.time->start_minute % 60, fact.time->end_minute / 60,
                        fact.time->end_minute % 60);
  }
  std::string body =
      fmt::format("{}\n{}\n{}", *title, when, class_words(fact.school_class, fact.day, from));
  if (is_off) body += Text{"Не состоится.\n", "It will not take place.\n"}.in(from.language);
  const auto text =
      fact.text && !is_off ? from.texts.find(planned->stamp.author, *fact.text) : std::nullopt;
  if (text) body += "\n" + *text + "\n";
  const Text subject = is_off ? Text{"Мероприятие отменено", "An event was cancelled"}
                              : Text{"Новое мероприятие", "A new event"};
  return Words{std::string(subject.in(from.language)), std::move(body)};
}

std::optional<Words> absence(const Notice& notice, const Sources& from) {
  const PersonNumber pupil{notice.about};
  if (!is_child_of(pupil, notice.to, from)) return std::nullopt;
  unsigned missed = 0;
  for (const auto& day : projections::diary_days(
           from.views, {pupil, notice.day, notice.day, from.directory.as_of()})) {
    for (const auto& lesson : day.lessons) {
      const bool is_absent =
          lesson.presence && lesson.presence->kind == events::AbsenceKind::kAbsent;
      missed += is_absent ? 1 : 0;
    }
  }
  if (missed == 0) return std::nullopt;
  return Words{
      std::string(Text{"Запись в дневнике", "An entry in the diary"}.in(from.language)),
      fill(from.language,
           {"{}: {} отмечено отсутствие, уроков — {}.\nО причине сообщите классному "
            "руководителю.\n",
            "{}: on {} absent from lessons: {}.\nPlease tell the class teacher the reason.\n"},
           given_name(pupil, from), terminal::day_text(from.language, notice.day), missed)};
}

void add_changes(const projections::DiaryLesson& lesson, const Sources& from, std::string& said) {
  const auto subject = from.directory.declared<events::SubjectRegistered>(lesson.subject);
  for (const auto& mark : lesson.marks) {
    if (mark.struck.empty()) continue;
    const auto before = terminal::token_of(mark.struck.back());
    said += fmt::format("- {}: ",
                        subject ? subject->fact.name : fmt::format("№ {}", lesson.subject.value));
    said += mark.value
                ? fill(from.language, {"было {}, стало {}\n", "{} became {}\n"}, before,
                       terminal::token_of(*mark.value))
                : fill(from.language, {"{} — отметка снята\n", "{} was taken back\n"}, before);
  }
}

// What was changed in a lesson, for each child of theirs who was there.
std::optional<Words> correction(const Notice& notice, const Sources& from) {
  const auto held = from.directory.lesson(events::LessonNumber{notice.about});
  if (!held) return std::nullopt;
  const auto when = held->held.fact.day;
  std::string said;
  for (const auto& link : from.directory.children_of(notice.to)) {
    std::string changes;
    for (const auto& day :
         projections::diary_days(from.views, {link.child, when, when, from.directory.as_of()})) {
      for (const auto& lesson : day.lessons) {
        if (lesson.record.lesson.value == notice.about) add_changes(lesson, from, changes);
      }
    }
    if (changes.empty()) continue;
    said += fill(from.language, {"{}: урок {}.\n", "{}: the lesson of {}.\n"},
                 given_name(link.child, from), terminal::day_text(from.language, when)) +
            changes;
  }
  if (said.empty()) return std::nullopt;
  said += Text{"Прежняя отметка остаётся в дневнике зачёркнутой.\n",
               "The diary keeps the earlier mark, struck out.\n"}
              .in(from.language);
  return Words{std::string(Text{"Изменение в дневнике", "A change in the diary"}.in(from.language)),
               std::move(said)};
}

std::optional<Words> of_day(const Notice& notice, const Sources& from) {
  const PersonNumber pupil{notice.about};
  if (!is_child_of(pupil, notice.to, from)) return std::nullopt;
  const auto said = week_words(pupil, notice.day, notice.day, from);
  if (said.empty()) return std::nullopt;
  return Words{std::string(Text{"Дневник за день", "The day's diary"}.in(from.language)),
               fmt::format("{}: {}.\n\n{}", given_name(pupil, from),
                           terminal::day_text(from.language, notice.day), said)};
}

std::optional<Words> week(const Notice& notice, const Sources& from) {
  const PersonNumber pupil{notice.about};
  if (!is_child_of(pupil, notice.to, from)) return std::nullopt;
  const events::Day last{notice.day.value + kDaysAWeek - 1};
  const auto said = week_words(pupil, notice.day, last, from);
  if (said.empty()) return std::nullopt;
  return Words{
      std::string(Text{"Дневник за неделю", "The week's diary"}.in(from.language)),
      fill(from.language, {"{}: неделя с {} по {}.\n\n{}", "{}: the week from {} to {}.\n\n{}"},
           given_name(pupil, from), terminal::day_text(from.language, notice.day),
           terminal::day_text(from.language, last), said)};
}

Words services(const Sources& from) {
  return {
      std::string(Text{"Уведомления электронного журнала", "Notices of the school journal"}.in(
          from.language)),
      std::string(Text{
          "Начался новый учебный период. Журнал может присылать родителям письма: о "
          "пропущенных уроках, исправленных отметках, новых сообщениях, новостях и мероприятиях "
          "класса, а раз в неделю или каждый день — отметки и записи о поведении.\n"
          "Дневник, домашние задания и расписание открыты в журнале в любое время.\n"
          "Как вам сообщать — по почте, по СМС, только в журнале или никак, — выберите в "
          "журнале, в разделе «Уведомления».\n",
          "A new period has begun. The journal can write to parents: of missed lessons, "
          "corrected marks, new messages, news and events of the class, and once a week or "
          "each day of marks and behaviour.\n"
          "Diary, homework and timetable are open in the journal at any time.\n"
          "How you are told — by e-mail, by SMS, in the journal only or not at all — is "
          "yours to choose in the journal, under Notices.\n"}
                      .in(from.language))};
}

std::optional<Words> plain_words(const Notice& notice, const Sources& from) {
  switch (notice.kind) {
    case NoticeKind::kMessage: return message(notice, from);
    case NoticeKind::kNews: return news(notice, from);
    case NoticeKind::kEvent:
    case NoticeKind::kCancelled: return event(notice, from);
    case NoticeKind::kAbsence: return absence(notice, from);
    case NoticeKind::kWeek: return week(notice, from);
    case NoticeKind::kCorrection: return correction(notice, from);
    case NoticeKind::kDay: return of_day(notice, from);
    case NoticeKind::kServices: return services(from);
    case NoticeKind::kCredential:
    case NoticeKind::kStranger:
    case NoticeKind::kDigits: return credential_words(notice, from);
  }
  return std::nullopt;  // a row of a later program
}

constexpr Text kEnd{
    "\n--\nПисьмо составлено электронным журналом школы, отвечать на него не нужно. Отказаться от "
    "таких писем можно в журнале, в разделе «Уведомления».\n",
    "\n--\nWritten by the school's journal; please do not reply. You may stop these messages in "
    "the journal, under Notices.\n"};
constexpr Text kEndOfWarnings{
    "\n--\nПисьмо составлено электронным журналом школы, отвечать на него не нужно. О своём входе "
    "журнал предупреждает каждого, чей адрес знает.\n",
    "\n--\nWritten by the school's journal; please do not reply. Everybody whose address is known "
    "is warned of what happens to their account.\n"};

// Where the choice was none yet, only the services are told of.
bool is_wished(const Notice& notice, const Sources& from) {
  if (is_of_credentials(notice.kind)) return true;
  const auto channel = channel_of(notice.to, from.directory);
  if (!channel) return notice.kind == NoticeKind::kServices;
  return *channel == events::NoticeChannel::kEmail;
}

}  // namespace

std::optional<std::string> address_of(PersonNumber person, const Sources& from) {
  for (const auto& field : from.directory.person_fields(person)) {
    if (field.field != PersonField::kEmail) continue;
    auto text = from.texts.find(person, field.text);
    if (text && check_address(*text)) return text;
  }
  return std::nullopt;
}

std::optional<Words> words_of(const Notice& notice, const Sources& from) {
  if (!is_wished(notice, from)) return std::nullopt;
  auto words = plain_words(notice, from);
  if (!words) return std::nullopt;
  words->body.insert(0, Text{"Здравствуйте!\n\n", "Hello,\n\n"}.in(from.language));
  if (!from.page.empty()) {
    words->body += fill(from.language, {"\nЖурнал: {}\n", "\nThe journal: {}\n"}, from.page);
  }
  words->body += (is_of_credentials(notice.kind) ? kEndOfWarnings : kEnd).in(from.language);
  return words;
}

}  // namespace letopis::mail
