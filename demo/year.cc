#include <fmt/format.h>

#include "demo/story.h"
#include "signing/encoding.h"
#include "terminal/table.h"

namespace letopis::demo {

using namespace office;
using namespace terminal;

namespace {

using projections::EntryType;

// Figures in two columns, read downwards.
class Figures {
 public:
  explicit Figures(const Console& console) : console_(console) {}
  void add(const Text& label, std::uint64_t value) {
    lines_.emplace_back(console_.in(label), grouped(value));
  }
  void print() const {
    constexpr std::size_t label = 32;
    constexpr std::size_t value = 9;
    const std::size_t half = (lines_.size() + 1) / 2;
    for (std::size_t i = 0; i < half; ++i) {
      std::string line = "  " + cell(i, label, value);
      if (i + half < lines_.size()) line += "      " + cell(i + half, label, value);
      console_.line(line);
    }
  }

 private:
  std::string cell(std::size_t at, std::size_t label, std::size_t value) const {
    return padded(lines_[at].first, label) + padded(lines_[at].second, value, Align::kRight);
  }
  const Console& console_;
  std::vector<std::pair<std::string, std::string>> lines_;
};

std::vector<std::string> row_of(Language language, const std::string& name,
                                const GradeSummary& grade) {
  const auto& results = grade.results;
  const bool marked = results.counted() > 0;
  const auto pupils = [&](std::uint32_t count) { return marked ? grouped(count) : "—"; };
  const auto average = results.average();
  return {name,
          std::to_string(grade.classes),
          grouped(grade.pupils),
          percent(language, results.progress_percent()),
          percent(language, results.quality_percent()),
          percent(language, results.learning_index()),
          average ? decimal(language, *average, 2) : "—",
          pupils(grade.excellent),
          pupils(grade.good),
          pupils(grade.one_three),
          pupils(grade.failing)};
}

void print_grades(const SchoolSummary& summary, const Console& console) {
  const Language language = console.language();
  const auto column = [&](const Text& title, Align align = Align::kRight) {
    return Column{std::string(console.in(title)), align};
  };
  Table table({column({"Параллель", "Grade"}, Align::kLeft), column({"Кл.", "Cl."}),
               column({"Учен.", "Pupils"}), column({"Успев.", "Progress"}),
               column({"Качество", "Quality"}), column({"СОУ", "Index"}),
               column({"Ср. балл", "Average"}), column({"На «5»", "All 5"}),
               column({"На «4–5»", "4 and 5"}), column({"Одна «3»", "One 3"}),
               column({"Неуспев.", "Failing"})});
  for (const auto& grade : summary.grades) {
    table.row(row_of(
        language, fill(language, {"{} классы", "grade {}"}, std::to_string(grade.grade)), grade));
  }
  table.rule();
  table.row(row_of(language, std::string(console.in({"Вся школа", "School"})), summary.school));
  console.print(table.print());
}

void print_figures(const LivedYear& lived, const SchoolSummary& summary, const Console& console) {
  const auto fact = [&](std::string_view name) {
    const auto found = lived.summary.facts.find(name);
    return found == lived.summary.facts.end() ? std::uint64_t{0} : found->second;
  };
  const auto changed = [&](EntryType type) {
    const auto found = summary.changes.find(type);
    return found == summary.changes.end() ? std::uint64_t{0} : found->second;
  };
  Figures figures(console);
  figures.add({"Учителей", "Teachers"}, summary.teachers);
  figures.add({"Уроков проведено", "Lessons held"}, summary.lessons);
  figures.add({"Отметок за уроки", "Marks in lessons"}, fact("mark_given"));
  figures.add({"Отметок за периоды", "Period marks"}, fact("period_mark_given"));
  figures.add({"Уроков пропущено", "Lessons missed"}, summary.attendance.missed);
  figures.add({"  по болезни", "  ill"}, summary.attendance.ill);
  figures.add({"  по уважительной причине", "  excused"}, summary.attendance.excused);
  figures.add({"  без причины", "  without reason"}, summary.attendance.no_reason());
  figures.add({"Опозданий", "Late arrivals"}, summary.attendance.late);
  figures.add({"Исправлено отметок", "Marks corrected"}, changed(EntryType::kCorrection));
  figures.add({"Пересдано", "Retaken"}, changed(EntryType::kRetake));
  figures.add({"По спору или приказу", "Adjusted after disputes"}, changed(EntryType::kAdjustment));
  figures.add({"Снято отметок", "Marks withdrawn"}, changed(EntryType::kWithdrawn));
  figures.add({"Записей об отметках позже срока", "Late entries of marks"}, summary.late_entries);
  figures.add({"Уроков записано не в свой день", "Lessons entered late"},
              lived.summary.late_lessons);
  figures.add({"Споров об отметках", "Disputes"}, summary.disputes);
  figures.add({"  решено в пользу ученика", "  upheld"}, summary.disputes_upheld);
  figures.add({"Записей украденным ключом", "Entries with a stolen key"},
              lived.summary.void_events);
  figures.print();
}

}  // namespace

void tell_year(const SchoolReader& school, const LivedYear& lived, const SchoolSummary& summary,
               const Console& console) {
  const auto described = school.directory().school();
  console.title(fmt::format("1. {}, {}", described ? described->fact.name : "",
                            console.in({"2025/26 учебный год", "the year 2025/26"})));
  print_grades(summary, console);
  console.line();
  console.paragraph(console.in(
      {"Итоги последней четверти (у 10 и 11 классов — полугодия). В первом классе отметок нет.",
       "Results of the last quarter (half-year in grades 10 and 11). Grade 1 has no marks."}));
  console.line();
  print_figures(lived, summary, console);
  console.line();
  console.paragraph(console.fill(
      {"Всё это — {} в {}, каждая запись подписана своим автором. Прожито за {}\u00a0с.",
       "All this is {} in {}, each signed by its author. Lived in {} s."},
      counted(console.language(), lived.size, kEntryNoun),
      counted(console.language(), lived.summary.commands,
              {"команде", "командах", "командах", "command", "commands"}),
      decimal(console.language(), lived.seconds)));
  console.line(console.fill({"  Корень журнала событий {}", "  Root of the log {}"},
                            signing::to_hex(lived.root.view())));
}

}  // namespace letopis::demo
