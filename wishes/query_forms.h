// What can be asked. Spans include both ends; without them they are those of the academic year of
// the day, and of a timetable the week that begins today.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "events/enumerations.h"
#include "events/identifiers.h"
#include "wishes/form.h"

namespace letopis::wishes {

struct AskJournal {
  static constexpr std::string_view kName = "journal";
  static constexpr Text kTells{
      "Страница журнала класса, или группы из нескольких классов, по предмету.",
      "A page of the journal of a class, or of a group of several, in a subject."};
  std::optional<events::ClassNumber> school_class;
  events::SubjectNumber subject;
  std::optional<events::GroupNumber> group;
  std::optional<events::Day> first;
  std::optional<events::Day> last;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("class", self.school_class);
    visit("subject", self.subject);
    visit("group", self.group);
    visit("from", self.first);
    visit("to", self.last);
    visit("as_of", self.as_of);
  }
};

struct AskDiary {
  static constexpr std::string_view kName = "diary";
  static constexpr Text kTells{
      "Дневник ученика: уроки, задания, отметки, пропуски, записи и расписание вперёд.",
      "A pupil's diary: lessons, homework, marks, absences, notes, and the timetable ahead."};
  events::PersonNumber pupil;
  std::optional<events::Day> first;
  std::optional<events::Day> last;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("from", self.first);
    visit("to", self.last);
    visit("as_of", self.as_of);
  }
};

struct AskChanges {
  static constexpr std::string_view kName = "changes";
  static constexpr Text kTells{
      "Кто, когда и почему менял отметки, что записано с опозданием "
      "или не из точки эксплуатации.",
      "Who changed marks, when and why, what came late, and what was "
      "entered elsewhere than at a point of operation."};
  std::optional<events::ClassNumber> school_class;
  std::optional<events::SubjectNumber> subject;
  std::optional<events::PersonNumber> pupil;
  std::optional<events::PersonNumber> author;
  std::optional<events::Day> first;
  std::optional<events::Day> last;
  bool only_late = false;
  bool only_void = false;
  bool only_elsewhere = false;
  std::optional<std::uint32_t> limit;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("class", self.school_class);
    visit("subject", self.subject);
    visit("pupil", self.pupil);
    visit("teacher", self.author);
    visit("from", self.first);
    visit("to", self.last);
    visit("only_late", self.only_late);
    visit("only_void", self.only_void);
    visit("only_elsewhere", self.only_elsewhere);
    visit("limit", self.limit);
    visit("as_of", self.as_of);
  }
};

struct AskAttendance {
  static constexpr std::string_view kName = "attendance";
  static constexpr Text kTells{"Посещаемость класса: пропуски по дням и причинам.",
                               "A class's attendance: what was missed, by day and reason."};
  events::ClassNumber school_class;
  std::optional<events::Day> first;
  std::optional<events::Day> last;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("class", self.school_class);
    visit("from", self.first);
    visit("to", self.last);
    visit("as_of", self.as_of);
  }
};

struct AskPeriodProposals {
  static constexpr std::string_view kName = "period_proposals";
  static constexpr Text kTells{"Какую отметку за период предлагает средний балл.",
                               "Which period mark an average suggests."};
  events::ClassNumber school_class;
  events::SubjectNumber subject;
  events::PeriodNumber period;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("class", self.school_class);
    visit("subject", self.subject);
    visit("period", self.period);
    visit("as_of", self.as_of);
  }
};

struct AskProgramme {
  static constexpr std::string_view kName = "programme";
  static constexpr Text kTells{"Выполнение программы: часов по плану, по расписанию и проведено.",
                               "The programme: hours planned, in the timetable, and held."};
  events::ClassNumber school_class;
  events::SubjectNumber subject;
  std::optional<events::Day> first;
  std::optional<events::Day> last;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("class", self.school_class);
    visit("subject", self.subject);
    visit("from", self.first);
    visit("to", self.last);
    visit("as_of", self.as_of);
  }
};

struct AskDue {
  static constexpr std::string_view kName = "due";
  static constexpr Text kTells{"Что и к какому сроку должно быть сделано, и что просрочено.",
                               "What is due, until when, and what is late."};
  std::optional<events::PersonNumber> person;
  std::optional<events::ClassNumber> school_class;
  std::optional<std::string> kind;
  std::optional<events::Day> first;
  std::optional<events::Day> last;
  bool done = false;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("class", self.school_class);
    visit("kind", self.kind);
    visit("from", self.first);
    visit("to", self.last);
    visit("done", self.done);
    visit("as_of", self.as_of);
  }
};

struct AskRegulation {
  static constexpr std::string_view kName = "regulation";
  static constexpr Text kTells{"Параметры регламента, действующие в этот день, с пунктами.",
                               "The regulation's parameters in force on a day, with clauses."};
  std::optional<events::Day> day;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("day", self.day);
    visit("as_of", self.as_of);
  }
};

struct AskSubstitutions {
  static constexpr std::string_view kName = "substitutions";
  static constexpr Text kTells{"Замены: кто, кого и когда замещает.",
                               "Substitutions: who for whom, and when."};
  std::optional<events::Day> first;
  std::optional<events::Day> last;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("from", self.first);
    visit("to", self.last);
    visit("as_of", self.as_of);
  }
};

struct AskTimetable {
  static constexpr std::string_view kName = "timetable";
  static constexpr Text kTells{
      "Расписание вперёд с изменениями и заменами; без указания, чьё, — своё, без срока — на "
      "неделю.",
      "The timetable ahead with changes and substitutions; unless said otherwise one's own, for a "
      "week."};
  std::optional<events::ClassNumber> school_class;
  std::optional<events::GroupNumber> group;
  std::optional<events::PersonNumber> teacher;
  std::optional<events::PersonNumber> pupil;
  std::optional<events::Day> first;
  std::optional<events::Day> last;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("class", self.school_class);
    visit("group", self.group);
    visit("teacher", self.teacher);
    visit("pupil", self.pupil);
    visit("from", self.first);
    visit("to", self.last);
    visit("as_of", self.as_of);
  }
};

struct AskClasses {
  static constexpr std::string_view kName = "classes";
  static constexpr Text kTells{"Классы, открытые в этот день.", "The classes open on a day."};
  std::optional<events::Day> day;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("day", self.day);
    visit("as_of", self.as_of);
  }
};

struct AskPeople {
  static constexpr std::string_view kName = "people";
  static constexpr Text kTells{"Люди, которых читающему видно: имена, роли, классы.",
                               "The people whom the reader may see: names, roles, classes."};
  std::optional<events::ClassNumber> school_class;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("class", self.school_class);
    visit("as_of", self.as_of);
  }
};

struct AskAnalysis {
  static constexpr std::string_view kName = "analysis";
  static constexpr Text kTells{
      "Анализ ведения журналов класса: что бросится в глаза и на каком уроке, в какой клетке.",
      "The analysis of a class's journals: what stands out, in which lesson and cell."};
  events::ClassNumber school_class;
  std::optional<events::SubjectNumber> subject;
  std::optional<events::Day> first;
  std::optional<events::Day> last;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("class", self.school_class);
    visit("subject", self.subject);
    visit("from", self.first);
    visit("to", self.last);
    visit("as_of", self.as_of);
  }
};

struct AskCopies {
  static constexpr std::string_view kName = "copies";
  static constexpr Text kTells{
      "Печатные копии, которые читатель может видеть: что сделано с каждой и что осталось.",
      "The printed copies that the reader may see: what was done with each, and what is left."};
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("as_of", self.as_of);
  }
};

struct AskArchive {
  static constexpr std::string_view kName = "archive";
  static constexpr Text kTells{
      "Реестр архива: тома, носители и печатные копии, с последней и следующей проверкой.",
      "The archive's register: volumes, media and printed copies, with the last check and the "
      "next."};
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("as_of", self.as_of);
  }
};

}  // namespace letopis::wishes
