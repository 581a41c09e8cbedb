#include "mail/week_words.h"

#include <fmt/format.h>

#include <map>

#include "projections/diary_page.h"
#include "terminal/enumeration_words.h"

namespace letopis::mail {
namespace {

using projections::DiaryLesson;
using terminal::Text;

struct OfSubject {
  std::string marks;
  unsigned missed = 0;
  unsigned late = 0;
};

struct Week {
  std::map<events::SubjectNumber, OfSubject> subjects;
  std::string notes;
};

void add_note(const projections::Filed<events::PupilNoted>& note, const Sources& from,
              std::string& notes) {
  const auto text = from.texts.find(note.fact.pupil, note.fact.text);
  if (!text) return;
  notes += fmt::format("- {}: {}\n", terminal::word_of(from.language, note.fact.kind), *text);
}

void add_lesson(const DiaryLesson& lesson, const Sources& from, Week& week) {
  auto& subject = week.subjects[lesson.subject];
  for (const auto& mark : lesson.marks) {
    if (!mark.value) continue;
    subject.marks += subject.marks.empty() ? "" : ", ";
    subject.marks += terminal::token_of(*mark.value);
  }
  if (lesson.presence) {
    const bool is_absent = lesson.presence->kind == events::AbsenceKind::kAbsent;
    ++(is_absent ? subject.missed : subject.late);
  }
  for (const auto& note : lesson.notes) add_note(note, from, week.notes);
}

std::string subject_line(events::SubjectNumber number, const OfSubject& subject,
                         const Sources& from) {
  const auto registered = from.directory.declared<events::SubjectRegistered>(number);
  std::string line =
      "- " + (registered ? registered->fact.name : fmt::format("№ {}", number.value));
  line +=
      ": " + (subject.marks.empty() ? std::string(Text{"отметок нет", "no marks"}.in(from.language))
                                    : subject.marks);
  if (subject.missed > 0) {
    line += terminal::fill(from.language, {"; пропущено уроков: {}", "; lessons missed: {}"},
                           subject.missed);
  }
  if (subject.late > 0) {
    line += terminal::fill(from.language, {"; опозданий: {}", "; late: {}"}, subject.late);
  }
  return line + "\n";
}

}  // namespace

std::string week_words(events::PersonNumber pupil, events::Day first, events::Day last,
                       const Sources& from) {
  const projections::DiaryQuery asked{pupil, first, last, from.directory.as_of()};
  Week week;
  for (const auto& day : projections::diary_days(from.views, asked)) {
    for (const auto& lesson : day.lessons) {
      if (!lesson.record.withdrawn && !lesson.record.is_void) add_lesson(lesson, from, week);
    }
  }
  for (const auto& note : projections::diary_notes(from.views, asked, from.zone)) {
    add_note(note, from, week.notes);
  }
  std::string words;
  for (const auto& [number, subject] : week.subjects) {
    const bool says = !subject.marks.empty() || subject.missed > 0 || subject.late > 0;
    if (says) words += subject_line(number, subject, from);
  }
  if (!week.notes.empty()) {
    words += Text{"\nПоведение и успехи:\n", "\nBehaviour and progress:\n"}.in(from.language);
    words += week.notes;
  }
  return words;
}

}  // namespace letopis::mail
