#include <fmt/format.h>

#include "netschool/assignments.h"
#include "netschool/html.h"
#include "netschool/reports.h"
#include "projections/diary_page.h"
#include "reports/names.h"
#include "wishes/answer_parts.h"

namespace letopis::netschool {
namespace {

// Who held the latest of the lessons.
struct Graded {
  std::string rows;
  std::optional<events::PersonNumber> teacher;
};

Graded graded(const ReportChoice& choice, const wishes::Sight& sight) {
  Graded made;
  const projections::DiaryQuery query{choice.child.person, choice.first, choice.last};
  for (const auto& day : projections::diary_days(sight.views(), query)) {
    for (const auto& lesson : day.lessons) {
      if (lesson.subject != *choice.subject) continue;
      made.teacher = lesson.record.teacher;
      for (const auto& one : assignments_of(lesson, choice.child.person, sight)) {
        if (!one.mark) continue;
        made.rows +=
            fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                        escaped(type_name(one.type)), escaped(one.name), short_day(one.due),
                        short_day(day.day), *one.mark);
      }
    }
  }
  return made;
}

std::string average(const ReportChoice& choice, const wishes::Sight& sight) {
  const projections::DiaryQuery query{choice.child.person, choice.first, choice.last};
  for (const auto& one : projections::diary_results(sight.views(), query)) {
    if (one.subject != *choice.subject) continue;
    if (const auto weighted = one.sums.weighted_average()) return comma(*weighted);
  }
  return {};
}

}  // namespace

Result<std::string> grades_page(const ReportChoice& choice, const wishes::Sight& sight) {
  const auto subject = choice.subject ? wishes::subject_name(*choice.subject, sight) : "";
  if (subject.empty()) {
    return Refusal{"netschool.no_subject", {"такого предмета нет", "there is no such subject"}};
  }
  const auto made = graded(choice, sight);
  const reports::NameBook names(sight.directory(), sight.texts, terminal::Language::kRussian);
  std::string lines = fmt::format("<span>Ученик: {}</span><br>", escaped(choice.child.name));
  // A program finds the days and the teacher by their places, which a line about terms shifts.
  if (choice.in_terms) {
    lines += fmt::format("<span>Период: {}</span><br>", escaped(span_name(choice)));
  }
  lines += fmt::format(
      "<span>С {} по {}</span><br><span>Класс: {}</span><br><span>Предмет: {}</span><br>"
      "<span><b>Учитель:</b> {}</span>",
      short_day(choice.first), short_day(choice.last), escaped(choice.child.school_class.name()),
      escaped(subject), made.teacher ? escaped(names.full(*made.teacher)) : "");
  return page("Успеваемость ученика",
              fmt::format("<table><tr><td>Успеваемость</td><td>{}</td></tr></table>\n"
                          "<table class=\"table-print\"><tr><th>Тип задания</th><th>Тема</th>"
                          "<th>Дата</th><th>Дата выдачи</th><th>Отметка</th></tr>\n{}"
                          "<tr class=\"totals\"><td>Итого</td><td></td><td>Средний балл: {}</td>"
                          "</tr></table>",
                          lines, made.rows, average(choice, sight)));
}

}  // namespace letopis::netschool
