#include "reading/due_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "reading/due_choice.h"
#include "regulations/civil_day.h"
#include "reports/due_words.h"
#include "terminal/table.h"

namespace letopis::reading {

using namespace office;
using namespace terminal;

namespace {

using projections::DueItem;

enum class Part { kOverdue, kToday, kComing, kLater, kOpen };
constexpr std::size_t kParts = 5;
constexpr std::size_t kPeopleNamed = 2;
constexpr std::size_t kDutyWidth = 32;
constexpr std::size_t kAboutWidth = 26;
constexpr std::size_t kWhoWidth = 18;
constexpr std::size_t kClauseWidth = 14;

// Duties of one kind, of the same people, under one clause, the earliest first; a person's own are
// apart by class and subject too.
using Line = std::vector<const DueItem*>;

auto key_of(const DueItem& item, bool apart) {
  const projections::DueAbout& about = item.about;
  return std::make_tuple(item.kind, about.setup, apart ? about.school_class : std::nullopt,
                         apart ? about.subject : std::nullopt, apart ? about.group : std::nullopt,
                         item.who, item.roles, item.clause);
}

class DueTable {
 public:
  DueTable(const Console& console, const SchoolReader& school, const DueTableSettings& settings)
      : console_(console),
        school_(school),
        settings_(settings),
        today_(school.zone().day_of(settings.now)) {}

  void print(const std::vector<DueItem>& items) {
    for (const DueItem& item : items) take(item);
    print_part(Part::kOverdue, {"Просрочено", "Overdue"});
    print_part(Part::kToday, {"До конца сегодняшнего дня", "By the end of today"});
    print_part(Part::kComing, {"В ближайшую неделю", "In the coming week"});
    print_part(Part::kLater, {"Позже, но срок уже идёт", "Later, and the term is running"});
    print_part(Part::kOpen, {"Без срока: положение его не называет",
                             "Without a term: the regulation names none"});
  }

 private:
  events::Day last_day_in_time(const DueItem& item) const {
    if (!item.deadline) return school_.zone().day_of(item.opens);
    return school_.zone().day_of({item.deadline->due.milliseconds - 1});
  }

  // What is past its shorter term and not yet past the longer is not late, but it is for today.
  Part part_of(const DueItem& item) const {
    if (!item.deadline) return Part::kOpen;
    if (item.late) return Part::kOverdue;
    const events::Day last = last_day_in_time(item);
    if (last <= today_) return Part::kToday;
    return last <= regulations::plus_days(today_, kDueDaysAhead) ? Part::kComing : Part::kLater;
  }

  void take(const DueItem& item) {
    Lines& part = lines_[static_cast<std::size_t>(part_of(item))];
    const auto [at, is_new] =
        part.index.try_emplace(key_of(item, settings_.one_person), part.lines.size());
    if (is_new) part.lines.emplace_back();
    part.lines[at->second].push_back(&item);
    ++part.items;
  }

  void print_part(Part which, const Text& title) {
    const Lines& part = lines_[static_cast<std::size_t>(which)];
    if (part.lines.empty()) return;
    console_.line(console_.toned(Tone::kTitle,
                                 fmt::format("  {}: {}", console_.in(title), grouped(part.items))));
    std::vector<Column> columns{
        {std::string(
            console_.in(which == Part::kOpen ? Text{"Открыто", "Open"} : Text{"Срок", "Due"}))},
        {std::string(console_.in({"Что", "What"})), Align::kLeft, kDutyWidth},
        {std::string(console_.in({"О чём", "About"})), Align::kLeft, kAboutWidth}};
    if (!settings_.one_person) {
      columns.push_back({std::string(console_.in({"Кто", "Who"})), Align::kLeft, kWhoWidth});
    }
    if (which == Part::kOverdue) {
      columns.push_back({std::string(console_.in({"Поздно", "Late"})), Align::kRight});
    }
    columns.push_back({std::string(console_.in({"Пункт", "Clause"})), Align::kLeft, kClauseWidth});
    Table table(std::move(columns), 1);
    const std::size_t shown = std::min(settings_.limit, part.lines.size());
    for (std::size_t i = 0; i < shown; ++i) table.row(cells(which, part.lines[i]));
    console_.print(table.print(1));
    if (shown < part.lines.size()) {
      console_.line(console_.fill(
          {"  и ещё строк: {}; больше — с --limit.", "  and {} lines more; see them with --limit."},
          part.lines.size() - shown));
    }
    console_.line();
  }

  std::vector<std::string> cells(Part which, const Line& line) const {
    const DueItem& item = *line.front();
    std::vector<std::string> row{days(line), duty(line), about(line)};
    if (!settings_.one_person) row.push_back(who(item));
    if (which == Part::kOverdue) {
      row.push_back(fill(console_.language(), {"{} дн.", "{} d"}, item.late->days));
    }
    row.push_back(item.clause);
    return row;
  }

  std::string duty(const Line& line) const {
    const std::string phrase = reports::duty_phrase(school_.directory(), school_.zone(),
                                                    console_.language(), *line.front());
    return line.size() == 1 ? phrase : fmt::format("{} × {}", line.size(), phrase);
  }

  std::string days(const Line& line) const {
    const events::Day first = last_day_in_time(*line.front());
    const std::string one = regulations::russian_short(first);
    return last_day_in_time(*line.back()) == first ? one : one + "…";  // and later ones
  }

  // What they have in common; where that is nothing, the classes that they are about.
  std::string about(const Line& line) const {
    const Language language = console_.language();
    std::vector<std::string> told;
    for (const DueItem* item : line) {
      const std::string phrase =
          reports::about_phrase(school_.directory(), language, item->about, today_);
      if (std::find(told.begin(), told.end(), phrase) == told.end()) told.push_back(phrase);
    }
    if (told.size() == 1) return line.size() == 1 ? with_detail(told[0], *line[0]) : told[0];
    std::vector<std::string> classes;
    for (const DueItem* item : line) {
      projections::DueAbout bare;
      bare.school_class = item->about.school_class;
      bare.day = item->about.day;
      const std::string name = reports::about_phrase(school_.directory(), language, bare, today_);
      if (std::find(classes.begin(), classes.end(), name) == classes.end()) {
        classes.push_back(name);
      }
    }
    return fmt::format("{}", fmt::join(classes, ", "));
  }

  // Of a single lesson its day; how many are lacking; about whom it is.
  std::string with_detail(const std::string& phrase, const DueItem& item) const {
    const projections::DueAbout& about = item.about;
    std::string detail;
    if (about.bell && about.day) {
      detail = regulations::russian_short(*about.day);
    } else if (!about.subjects.empty()) {
      detail = fill(console_.language(), {"предметов: {}", "subjects: {}"}, about.subjects.size());
    } else if (!about.lacking.empty()) {
      detail = fill(console_.language(), {"нет у {}", "{} lacking"}, about.lacking.size());
    } else if (about.person) {
      detail = school_.names().brief(*about.person);
    }
    if (phrase.empty() || detail.empty()) return phrase + detail;
    return phrase + ", " + detail;
  }

  std::string who(const DueItem& item) const {
    if (item.who.empty()) return reports::roles_phrase(console_.language(), item.roles);
    std::string named;
    for (std::size_t i = 0; i < std::min(kPeopleNamed, item.who.size()); ++i) {
      if (i > 0) named += ", ";
      named += school_.names().brief(item.who[i]);
    }
    return item.who.size() > kPeopleNamed ? named + "…" : named;
  }

  struct Lines {
    std::vector<Line> lines;
    std::map<decltype(key_of(std::declval<const DueItem&>(), false)), std::size_t> index;
    std::size_t items = 0;
  };

  const Console& console_;
  const SchoolReader& school_;
  const DueTableSettings& settings_;
  const events::Day today_;
  Lines lines_[kParts];
};

}  // namespace

void print_due(const Console& console, const SchoolReader& school,
               const std::vector<DueItem>& items, const DueTableSettings& settings) {
  DueTable(console, school, settings).print(items);
}

}  // namespace letopis::reading
