#include "trial/talk.h"

#include <algorithm>
#include <string_view>

#include "trial/people.h"
#include "trial/routine.h"

namespace letopis::trial {
namespace {

using events::NewsKind;
using events::NewsSection;
using std::span;
using std::string_view;

struct Post {
  events::Day day;
  NewsSection section;
  NewsKind kind;
  string_view title;
  string_view text;
};
constexpr Post kPosts[] = {
    {day_of(2025, 9, 1), NewsSection::kSchool, NewsKind::kNews, "С новым учебным годом!",
     "Поздравляем учеников, родителей и учителей. Расписание и дневник открыты с сегодняшнего "
     "дня."},
    {day_of(2025, 9, 15), NewsSection::kStaffroom, NewsKind::kAnnouncement,
     "Заполнение журнала в сентябре",
     "Просим коллег вносить темы и отметки в день урока; вопросы — администратору журнала."},
    {day_of(2025, 10, 20), NewsSection::kSchool, NewsKind::kAnnouncement, "Осенние каникулы",
     "Первая четверть кончается, впереди каникулы. Отметки за период — в дневнике."},
    {day_of(2025, 11, 17), NewsSection::kStaffroom, NewsKind::kAnnouncement, "Педагогический совет",
     "Совет в пятницу в 15:00, в актовом зале. Итоги первой четверти."},
    {day_of(2025, 12, 15), NewsSection::kSchool, NewsKind::kNews, "Новогодние праздники",
     "Праздники классов — в последнюю неделю четверти. Ждём родителей на концерте."},
    {day_of(2026, 2, 9), NewsSection::kStaffroom, NewsKind::kNews, "Олимпиада: итоги",
     "Поздравляем призёров районной олимпиады и их учителей."},
    {day_of(2026, 3, 2), NewsSection::kSchool, NewsKind::kAnnouncement, "Запись на кружки",
     "Открыта запись на весенние кружки. Заявки принимает секретарь."},
    {day_of(2026, 5, 12), NewsSection::kSchool, NewsKind::kAnnouncement, "Последний звонок",
     "Линейка выпускных классов — в последний учебный день в 10:00."}};

struct Gathering {
  string_view title;
  string_view text;
};
constexpr Gathering kGatherings[] = {
    {"Классный час", "В своём кабинете, после уроков."},
    {"Экскурсия в музей", "Сбор у входа в школу. Нужна сменная обувь."},
    {"Поход", "Одежда по погоде, с собой вода."},
    {"Родительское собрание", "Итоги периода и планы класса."},
    {"Праздник класса", "Концерт готовят сами ребята."}};

constexpr string_view kLetters[] = {
    "Уважаемые родители! Началась новая четверть. Расписание и задания — в дневнике, вопросы "
    "пишите мне сюда.",
    "Уважаемые родители! Напоминаю о сменной обуви и о тетрадях. Спасибо!",
    "Уважаемые родители! Посмотрите, пожалуйста, отметки за прошлую четверть и подумайте, с чем "
    "нужна помощь.",
    "Уважаемые родители! Скоро конец года: проверьте, нет ли пропущенных работ."};
constexpr string_view kAnswers[] = {"Спасибо, прочитали.",
                                    "Подскажите, пожалуйста, когда можно подойти к вам?",
                                    "Завтра будем у врача, на первый урок опоздаем."};
constexpr string_view kReplies[] = {"Хорошо, спасибо.", "Приходите в среду после шестого урока."};

constexpr std::uint64_t kOfEvents = 300;  // numbers of the matters among the routine's
constexpr std::uint64_t kOfLetters = 301;
constexpr std::uint64_t kOfPosts = 302;

events::MessageNumber send(Life& life, Moment now, Author author,
                           const std::vector<events::PersonNumber>& to, string_view text,
                           std::optional<events::MessageNumber> about) {
  events::MessageSent sent;
  sent.message = life.scribe.next<events::MessageNumber>();
  sent.about = about;
  sent.letters.push_back({author.person, life.scribe.secret(author.person, std::string(text))});
  for (const auto person : to) {
    sent.letters.push_back({person, life.scribe.secret(person, std::string(text))});
  }
  const auto number = sent.message;
  life.scribe.say(now, author, facts(std::move(sent)));
  return number;
}

// The first guardian of each pupil who is in the class now.
std::vector<events::PersonNumber> families_of(const Life& life, std::size_t which) {
  std::vector<events::PersonNumber> families;
  for (const std::size_t pupil : life.school.classes[which].pupils) {
    const auto& guardians = life.school.pupils[pupil].guardians;
    if (guardians.empty()) continue;
    const auto number = guardians.front().number;
    if (std::find(families.begin(), families.end(), number) == families.end()) {
      families.push_back(number);
    }
  }
  return families;
}

void plan_answer(Life& life, std::size_t which, std::size_t pupil, events::MessageNumber letter,
                 Random& random, events::Day day) {
  const auto words = random.one_of(span<const string_view>(kAnswers));
  const auto reply = random.one_of(span<const string_view>(kReplies));
  const auto minute = 18 * 60 + random.between(0, 120);
  life.agenda.at(moment(day, minute), [&life, which, pupil, letter, words, reply](Moment now) {
    const Pupil& child = life.school.pupils[pupil];
    if (!child.here || child.school_class != which) return;
    const Author parent{speaker_of(child), 0};
    const Author teacher = life.class_teacher_of(which);
    const auto asked = send(life, now, parent, {teacher.person}, words, letter);
    life.agenda.at(now.stated + std::chrono::hours(14),
                   [&life, which, asked, reply, parent](Moment later) {
                     send(life, later, life.class_teacher_of(which), {parent.person}, reply, asked);
                   });
  });
}

// Of the families that have got the letter those that look into the diary may answer.
void write_letter(Life& life, std::size_t which, string_view text, Random random, Moment now) {
  const auto families = families_of(life, which);
  if (families.empty()) return;
  const auto letter = send(life, now, life.class_teacher_of(which), families, text, std::nullopt);
  constexpr std::uint32_t answers_per_mille = 300;
  for (const std::size_t pupil : life.school.classes[which].pupils) {
    const Pupil& child = life.school.pupils[pupil];
    if (!child.watchful || child.speaks_for_itself || child.guardians.empty()) continue;
    if (!random.per_mille(answers_per_mille)) continue;
    plan_answer(life, which, pupil, letter, random, day_at(now.stated) + 1);
  }
}

void plan_letters(Life& life) {
  constexpr std::int32_t days_after = 9;  // by then families have their keys
  for (std::size_t which = 0; which < life.school.classes.size(); ++which) {
    for (unsigned quarter = 0; quarter < kQuarters; ++quarter) {
      Random random =
          stream(life.settings.seed, Purpose::kRoutine, kOfLetters, which * kQuarters + quarter);
      const auto day = life.year.school_day_from(life.year.terms()[quarter].first + days_after);
      const auto minute = 16 * 60 + random.between(0, 90);
      life.agenda.at(moment(*day, minute), [&life, which, quarter, random](Moment now) {
        write_letter(life, which, kLetters[quarter], random, now);
      });
    }
  }
}

void plan_event(Life& life, std::size_t which, events::Day when, const Gathering& gathering,
                Moment now) {
  if (life.school.classes[which].pupils.empty()) return;
  const Author author = life.class_teacher_of(which);
  events::EventPlanned planned;
  planned.event = life.scribe.next<events::SchoolEventNumber>();
  planned.school_class = life.school.classes[which].number;
  planned.day = when;
  planned.time = events::TimeSpan{14 * 60 + 30, 15 * 60 + 30};
  planned.title = life.scribe.secret(author.person, std::string(gathering.title));
  planned.text = life.scribe.secret(author.person, std::string(gathering.text));
  life.scribe.say(now, author, facts(planned));
}

// In the stretch's last days for one of the week that follows.
void plan_class_events(Life& life) {
  constexpr string_view key = "class_events.cadence";
  const bool weekly = life.customs.speaks_of(key);
  std::vector<Stretch> stretches;
  if (weekly) {
    stretches = stretches_of(life, key, regulations::Cadence::kWeekly);
  } else {
    for (unsigned quarter = 0; quarter < kQuarters; ++quarter) {
      const Term& term = life.year.terms()[quarter];
      stretches.push_back({term.first, *life.year.school_day_until(term.last - 10)});
    }
  }
  const std::uint32_t held_per_mille = weekly ? 150 : 1'000;  // most weeks bring none
  for (std::size_t which = 0; which < life.school.classes.size(); ++which) {
    Random random = stream(life.settings.seed, Purpose::kRoutine, kOfEvents, which);
    for (const Stretch& stretch : stretches) {
      const auto held = random.per_mille(held_per_mille);
      const auto gathering = random.one_of(span<const Gathering>(kGatherings));
      const auto minute = 15 * 60 + random.between(0, 60);
      const auto when = life.year.school_day_from(stretch.last + random.between(3, 6));
      if (!held || !when) continue;
      life.agenda.at(moment(stretch.last, minute), [&life, which, when, gathering](Moment now) {
        plan_event(life, which, *when, gathering, now);
      });
    }
  }
}

void plan_readers(Life& life, events::PostNumber post, Random& random, events::Day day) {
  constexpr std::uint32_t read_per_mille = 600;
  for (std::size_t teacher = 0; teacher < life.school.teachers.size(); ++teacher) {
    const auto minute = 8 * 60 + random.between(0, 500);
    if (!random.per_mille(read_per_mille)) continue;
    life.agenda.at(moment(day, minute), [&life, teacher, post](Moment now) {
      const Author author = life.author_of(teacher);
      life.scribe.say(now, author,
                      facts(events::AcquaintanceSigned{
                          author.person, events::AcquaintanceSubject::kNews, post.value}));
    });
  }
}

void post_news(Life& life, const Post& post, Random random, Moment now) {
  const Author author = life.deputy.author();
  events::NewsPosted posted;
  posted.post = life.scribe.next<events::PostNumber>();
  posted.section = post.section;
  posted.kind = post.kind;
  posted.title = life.scribe.secret(author.person, std::string(post.title));
  posted.text = life.scribe.secret(author.person, std::string(post.text));
  if (post.kind == NewsKind::kAnnouncement) posted.until = day_at(now.stated) + 14;
  const auto number = posted.post;
  life.scribe.say(now, author, facts(posted));
  if (post.section == NewsSection::kStaffroom) {
    plan_readers(life, number, random, day_at(now.stated) + 1);
  }
}

void plan_news(Life& life) {
  for (std::size_t i = 0; i < std::size(kPosts); ++i) {
    Random random = stream(life.settings.seed, Purpose::kRoutine, kOfPosts, i);
    const auto minute = 12 * 60 + random.between(0, 120);
    life.agenda.at(moment(kPosts[i].day, minute),
                   [&life, i, random](Moment now) { post_news(life, kPosts[i], random, now); });
  }
}

}  // namespace

void plan_talk(Life& life) {
  plan_news(life);
  plan_class_events(life);
  plan_letters(life);
}

}  // namespace letopis::trial
