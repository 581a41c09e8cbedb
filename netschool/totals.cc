#include <fmt/format.h>

#include <array>
#include <map>
#include <set>

#include "netschool/html.h"
#include "netschool/reports.h"
#include "projections/diary_page.h"
#include "regulations/civil_day.h"
#include "wishes/answer_parts.h"

namespace letopis::netschool {
namespace {

// The protocol's signs: a program takes any letters in a cell for an absence, so marks that are no
// numbers stay out.
std::string_view absence_sign(const projections::Presence& presence) {
  if (presence.kind == events::AbsenceKind::kLate) return "ОП";
  if (presence.reason == events::AbsenceReason::kIllness) return "Б";
  if (presence.reason == events::AbsenceReason::kExcused) return "УП";
  return "НП";
}

// As a program knows them.
constexpr std::array<const char*, 12> kMonths{"Январь",   "Февраль", "Март",   "Апрель",
                                              "Май",      "Июнь",    "Июль",   "Август",
                                              "Сентябрь", "Октябрь", "Ноябрь", "Декабрь"};

struct Row {
  std::map<events::Day, std::string> cells;
};

struct TermResults {
  events::PeriodDeclared term;
  std::map<events::SubjectNumber, double> averages;
  std::map<events::SubjectNumber, unsigned> results;
};

class Totals {
 public:
  Totals(const ReportChoice& choice, const wishes::Sight& sight) : choice_(choice), sight_(sight) {
    read_days();
    read_terms();
  }

  std::string told() const { return head() + table(); }

 private:
  void read_days() {
    const projections::DiaryQuery query{choice_.child.person, choice_.first, choice_.last};
    for (const auto& page : projections::diary_days(sight_.views(), query)) {
      for (const auto& lesson : page.lessons) read_lesson(page.day, lesson);
    }
  }

  void read_lesson(events::Day day, const projections::DiaryLesson& lesson) {
    Row& row = rows_[lesson.subject];
    std::string content;
    const auto add = [&content](std::string_view sign) {
      content += (content.empty() ? "" : " ") + std::string(sign);
    };
    if (lesson.presence) add(absence_sign(*lesson.presence));
    for (const auto& mark : lesson.marks) {
      const auto grade = mark.value ? projections::grade_of(*mark.value) : std::nullopt;
      if (grade) add(std::to_string(*grade));
    }
    if (content.empty()) return;
    days_.insert(day);
    std::string& cell = row.cells[day];
    cell += (cell.empty() ? "" : " ") + content;
  }

  // Those that the days meet, whatever term was named: a program names the present one, too, where
  // it asks for the whole year.
  void read_terms() {
    const auto marks = projections::diary_period_marks(sight_.views(), choice_.child.person);
    for (const auto& term : terms_of({choice_.child}, choice_.year, sight_)) {
      if (term.last_day < choice_.first || choice_.last < term.first_day) continue;
      TermResults results{term, {}, {}};
      const projections::DiaryQuery days{choice_.child.person, term.first_day, term.last_day};
      for (const auto& one : projections::diary_results(sight_.views(), days)) {
        if (const auto average = one.sums.weighted_average()) {
          results.averages[one.subject] = *average;
        }
      }
      for (const auto& one : marks) {
        if (one.period != term.period || one.kind != events::ResultKind::kPeriod) continue;
        const auto grade = one.mark.value ? projections::grade_of(*one.mark.value) : std::nullopt;
        if (grade) results.results[one.subject] = *grade;
        rows_[one.subject];
      }
      terms_.push_back(std::move(results));
    }
  }

  // A program looks for the days in the seventh element of the second cell, in the fifth where
  // there are no terms; line breaks count.
  std::string head() const {
    std::string lines =
        fmt::format("<span>Учебный год: {}/{}</span><br>", choice_.year.first_calendar_year,
                    choice_.year.first_calendar_year + 1);
    lines += fmt::format("<span>Класс: {}</span><br>", escaped(choice_.child.school_class.name()));
    if (choice_.in_terms) {
      lines += fmt::format("<span>Период: {}</span><br>", escaped(span_name(choice_)));
    }
    lines +=
        fmt::format("<span>С {} по {}</span><br><span>Ученик: {}</span>", short_day(choice_.first),
                    short_day(choice_.last), escaped(choice_.child.name));
    return fmt::format("<table><tr><td>Итоги успеваемости</td><td>{}</td></tr></table>\n", lines);
  }

  std::string table() const {
    std::string months;
    std::string numbers;
    for (auto day = days_.begin(); day != days_.end();) {
      const unsigned month = regulations::civil(*day).month;
      unsigned length = 0;
      for (; day != days_.end() && regulations::civil(*day).month == month; ++day, ++length) {
        numbers += fmt::format("<th>{}</th>", regulations::civil(*day).day);
      }
      months += fmt::format("<th colspan=\"{}\">{}</th>", length, kMonths[month - 1]);
    }
    std::string terms;
    for (const auto& one : terms_) {
      terms += fmt::format(
          "<th rowspan=\"2\">Средняя оценка, {0}</th>"
          "<th rowspan=\"2\">Итоговая оценка, {0}</th>",
          escaped(term_name(one.term)));
    }
    std::string rows;
    for (const auto& [subject, row] : rows_) rows += line(subject, row);
    return fmt::format(
        "<table class=\"table-print\"><tr><th rowspan=\"2\">Предмет</th>{}{}</tr><tr>{}</tr>\n{}"
        "</table>",
        months, terms, numbers, rows);
  }

  std::string line(events::SubjectNumber subject, const Row& row) const {
    std::string cells;
    for (const auto day : days_) {
      const auto cell = row.cells.find(day);
      cells += fmt::format("<td>{}</td>", cell == row.cells.end() ? "" : cell->second);
    }
    for (const auto& term : terms_) {
      const auto average = term.averages.find(subject);
      const auto result = term.results.find(subject);
      cells += fmt::format("<td class=\"cell-num-2\">{}</td><td class=\"cell-num-2\">{}</td>",
                           average == term.averages.end() ? "" : comma(average->second),
                           result == term.results.end() ? "" : std::to_string(result->second));
    }
    return fmt::format("<tr><td class=\"cell-text\">{}</td>{}</tr>\n",
                       escaped(wishes::subject_name(subject, sight_)), cells);
  }

  const ReportChoice& choice_;
  const wishes::Sight& sight_;
  std::set<events::Day> days_;  // that have something in them
  std::map<events::SubjectNumber, Row> rows_;
  std::vector<TermResults> terms_;
};

}  // namespace

std::string totals_page(const ReportChoice& choice, const wishes::Sight& sight) {
  return page("Итоги успеваемости", Totals(choice, sight).told());
}

Result<std::string> report_page(ReportKind kind, const ReportChoice& choice,
                                const wishes::Sight& sight) {
  switch (kind) {
    case ReportKind::kTotals: return totals_page(choice, sight);
    case ReportKind::kGrades: break;
  }
  return grades_page(choice, sight);
}

}  // namespace letopis::netschool
