// The wishes of rules/commands_journal.h as they are said from outside.
#pragma once

#include "rules/commands_journal.h"
#include "wishes/form.h"

namespace letopis::wishes {

template <>
struct Form<rules::HomeworkWish> {
  static constexpr std::string_view kName = "homework";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("text", self.text);
    visit("due", self.due);
  }
};

template <>
struct Form<rules::RecordLesson> {
  static constexpr std::string_view kName = "record_lesson";
  static constexpr Text kTells{"Записать урок с темой и домашним заданием.",
                               "Record a lesson with its topic and homework."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("load", self.load);
    visit("day", self.day);
    visit("bell", self.bell);
    visit("room", self.room);
    visit("kind", self.kind);
    visit("topic", self.topic);
    visit("tasks", self.tasks);
    visit("homework", self.homework);
  }
};

template <>
struct Form<rules::MarkWish> {
  static constexpr std::string_view kName = "mark";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("value", self.value);
    visit("comment", self.comment);
  }
};

template <>
struct Form<rules::GiveMarks> {
  static constexpr std::string_view kName = "give_marks";
  static constexpr Text kTells{
      "Поставить отметки за одну работу урока; порядковые номера в клетках даются сами.",
      "Give the marks of one work of a lesson; their ordinals follow from the cells."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("lesson", self.lesson);
    visit("work", self.work);
    visit("marks", self.marks);
  }
};

template <>
struct Form<rules::CorrectMark> {
  static constexpr std::string_view kName = "correct_mark";
  static constexpr Text kTells{
      "Исправить отметку клетки; без ordinal — единственную.",
      "Correct a mark of a cell; without the ordinal the only one that stands."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("lesson", self.mark.lesson);
    visit("pupil", self.mark.pupil);
    visit("ordinal", self.mark.ordinal);
    visit("value", self.value);
    visit("type", self.type);
    visit("reason", self.reason);
    visit("dispute", self.dispute);
    visit("note", self.note);
  }
};

template <>
struct Form<rules::WithdrawMark> {
  static constexpr std::string_view kName = "withdraw_mark";
  static constexpr Text kTells{"Снять отметку клетки; без ordinal — единственную.",
                               "Withdraw a mark of a cell; without the ordinal the only one."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("lesson", self.mark.lesson);
    visit("pupil", self.mark.pupil);
    visit("ordinal", self.mark.ordinal);
    visit("reason", self.reason);
    visit("note", self.note);
  }
};

}  // namespace letopis::wishes
