#include <fmt/format.h>

#include "demo/story.h"
#include "office/receipt_file.h"
#include "projections/change_report.h"
#include "projections/journal_page.h"
#include "reading/entry_type_words.h"
#include "reading/journal_choice.h"
#include "reading/journal_table.h"
#include "reports/journal_signs.h"
#include "signing/encoding.h"
#include "terminal/enumeration_words.h"
#include "terminal/table.h"

namespace letopis::demo {

using namespace office;
using namespace reading;
using namespace terminal;

namespace {

constexpr std::size_t kLessonsShown = 14;

struct Where {
  events::LessonNumber lesson;
  events::PersonNumber pupil;
};

// The best known subject, then the first in the log: a change of the kind asked for, after which
// the mark could still be better.
std::optional<Where> find_change(const SchoolReader& school, projections::EntryType type) {
  projections::ChangeFilter filter;
  filter.types = {type};
  const auto report = projections::change_report(school.log(), filter);
  if (!report) return std::nullopt;
  const projections::ChangeRow* best = nullptr;
  for (const auto& row : report->rows) {
    if (!row.lesson || !row.school_class || row.is_void || !row.after) continue;
    if (*row.after == events::MarkValue::kFive) continue;
    if (!best || row.subject < best->subject) best = &row;
  }
  if (!best) return std::nullopt;
  return Where{*best->lesson, best->pupil};
}

std::optional<Where> find_cell(const SchoolReader& school, const trial::Summary& lived) {
  using projections::EntryType;
  for (const auto type : {EntryType::kAdjustment, EntryType::kCorrection, EntryType::kInitial}) {
    if (auto found = find_change(school, type)) return found;
  }
  if (!lived.disputed) return std::nullopt;
  return Where{lived.disputed->lesson, lived.disputed->pupil};
}

// One line of the cell's history.
class HistoryTable {
 public:
  HistoryTable(const SchoolReader& school, const Console& console)
      : school_(school),
        console_(console),
        table_({{std::string(console.in({"Запись", "Entry"})), Align::kRight},
                {std::string(console.in({"Записано", "Recorded"}))},
                {std::string(console.in({"Кто", "Who"})), Align::kLeft, 20},
                {std::string(console.in({"Что", "What"})), Align::kLeft, 22},
                {std::string(console.in({"Было→стало", "Was→is"}))},
                {std::string(console.in({"Почему", "Why"})), Align::kLeft, 22}}) {}

  void add(const projections::CellFact& fact) {
    const Language language = console_.language();
    std::string what;
    std::string values;
    std::string why;
    if (fact.mark) {
      auto& was = values_[fact.mark->ordinal];
      const auto now = fact.mark->value ? token_of(fact.mark->value) : std::string("×");
      what = type_word(language, fact.mark->type);
      values = was.empty() ? now : fmt::format("{}→{}", was, now);
      if (!fact.is_void) was = now;
      if (fact.mark->reason) why = word_of(language, *fact.mark->reason);
    } else if (fact.dispute) {
      what = console_.in({"спор об отметке", "dispute"});
    } else if (fact.absence) {
      what = word_of(language, fact.absence->fact.kind);
    } else if (fact.absence_withdrawn) {
      what = console_.in({"пропуск снят", "absence withdrawn"});
      why = word_of(language, fact.absence_withdrawn->fact.reason);
    } else {
      what = console_.in({"личное задание", "own homework"});
    }
    if (fact.is_void) why = console_.in({"украденный ключ", "a stolen key"});
    table_.row({std::to_string(fact.stamp.position.value),
                moment_text(language, fact.stamp.recorded, school_.zone()),
                school_.names().brief(fact.stamp.author), what, values, why});
  }

  std::string print() const { return table_.print(); }

 private:
  const SchoolReader& school_;
  const Console& console_;
  Table table_;
  std::map<std::uint16_t, std::string> values_;  // of each mark of the cell, so far
};

void print_proof(const ReceiptWithEntry& receipt, const signing::OpenedCheckpoint& opened,
                 const Console& console) {
  console.line(console.fill({"  Доказательство: запись № {} из {}, байт в записи {}, хешей {}:",
                             "  The proof: entry {} of {}, {} bytes, {} hashes:"},
                            receipt.receipt.index, grouped(opened.checkpoint.size),
                            receipt.entry.size(), receipt.receipt.proof.size()));
  std::string line = "   ";
  for (const auto& hash : receipt.receipt.proof) {
    const auto one = " " + shortened(signing::to_hex(hash.view()));
    if (width_of(line) + width_of(one) > Console::kPageWidth) {
      console.line(line);
      line = "   ";
    }
    line += one;
  }
  if (!receipt.receipt.proof.empty()) console.line(line);
  console.line(console.in({"  Контрольная точка:", "  The checkpoint:"}));
  std::string_view note = receipt.receipt.checkpoint;
  while (!note.empty()) {
    const auto end = note.find('\n');
    const auto of_note = cut_to(note.substr(0, end), Console::kPageWidth - 4);
    console.line(of_note.empty() ? of_note : "    " + of_note);
    note.remove_prefix(end == std::string_view::npos ? note.size() : end + 1);
  }
}

}  // namespace

std::optional<TellingCell> telling_cell(const SchoolReader& school, const trial::Summary& lived) {
  const auto& directory = school.directory();
  const auto found = find_cell(school, lived);
  const auto lesson = found ? directory.lesson(found->lesson) : std::nullopt;
  const auto year = lesson ? directory.year_of(lesson->held.fact.day) : std::nullopt;
  if (!year || !lesson->place.school_class) return std::nullopt;
  const auto day = lesson->held.fact.day;
  const auto school_class = directory.class_info(*lesson->place.school_class, day);
  const auto subject = directory.declared<events::SubjectRegistered>(lesson->place.subject);
  if (!school_class || !subject) return std::nullopt;
  for (const auto& period : periods_of_grade(directory, year->year, school_class->grade)) {
    if (day < period.first_day || period.last_day < day) continue;
    return TellingCell{found->lesson, found->pupil,        day,   *school_class,
                       subject->fact, lesson->place.group, period};
  }
  return std::nullopt;
}

void tell_page(const SchoolReader& school, const TellingCell& cell, const Console& console) {
  const JournalChoice choice{cell.school_class,
                             cell.subject,
                             cell.period,
                             {cell.school_class.number, cell.subject.subject, cell.group,
                              cell.period.first_day, cell.period.last_day},
                             school.log().size()};
  const auto page = projections::journal_page(school.log(), choice.query);
  console.title("3. " + journal_heading(choice, console.language()));
  JournalTableSettings settings;
  settings.language = console.language();
  settings.period = cell.period;
  settings.most_lessons = kLessonsShown;
  // The cell that the next chapter speaks of stands on the page, not always at its edge.
  for (std::size_t i = 0; i < page.columns.size(); ++i) {
    if (page.columns[i].lesson != cell.lesson) continue;
    settings.until = page.columns[std::min(page.columns.size() - 1, i + kLessonsShown / 2)].lesson;
  }
  console.print(journal_table(page, school.names(), settings).text);
  console.line();
  console.paragraph(reports::journal_legend(console.language()));
}

Outcome tell_cell(const SchoolReader& school, const TellingCell& cell, const Console& console) {
  const Language language = console.language();
  const auto history = projections::cell_history(school.log(), cell.lesson, cell.pupil);
  console.title(console.fill({"4. История одной клетки: {}, {}, {}, урок {}",
                              "4. The story of one cell: {}, {}, {}, lesson of {}"},
                             school.names().common(cell.pupil), cell.school_class.name(),
                             cell.subject.name, day_text(language, cell.day)));
  HistoryTable table(school, console);
  for (const auto& fact : history) table.add(fact);
  console.print(table.print());
  console.line();
  const auto published = school.published();
  if (!published) return published.refusal();
  const auto receipt = make_receipt(school.log(), published->note, published->checkpoint.size,
                                    history.back().stamp.position);
  if (!receipt) return receipt.refusal();
  const auto key = read_verifier_key(school_files(school.path()).verifier_key);
  if (!key) return key.refusal();
  const auto opened = check_receipt(*receipt, *key);
  if (!opened) return opened.refusal();
  print_proof(*receipt, *opened, console);
  console.line("  " +
               console.toned(Tone::kGood,
                             console.in({"✓ проверено: запись стоит под этой подписью",
                                         "✓ verified: the entry stands under this signature"})));
  return Done{};
}

}  // namespace letopis::demo
