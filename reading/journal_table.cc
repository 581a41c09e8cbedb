#include "reading/journal_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "regulations/civil_day.h"
#include "reports/journal_signs.h"
#include "terminal/table.h"

namespace letopis::reading {

using namespace terminal;

namespace {

using projections::JournalPage;

constexpr std::size_t kNumberWidth = 2;
constexpr std::size_t kNameWidth = 22;
constexpr std::size_t kAverageWidth = 4;
constexpr std::size_t kPeriodWidth = 4;
constexpr std::size_t kIndent = 2;
constexpr std::size_t kLeastColumn = 2;

// In full where there is room; else its first three letters, else its number.
std::string month_name(Language language, unsigned month, std::size_t width) {
  struct Month {
    Text whole;
    Text brief;
  };
  static constexpr std::array<Month, 12> months = {{{{"январь", "January"}, {"янв", "Jan"}},
                                                    {{"февраль", "February"}, {"фев", "Feb"}},
                                                    {{"март", "March"}, {"мар", "Mar"}},
                                                    {{"апрель", "April"}, {"апр", "Apr"}},
                                                    {{"май", "May"}, {"май", "May"}},
                                                    {{"июнь", "June"}, {"июн", "Jun"}},
                                                    {{"июль", "July"}, {"июл", "Jul"}},
                                                    {{"август", "August"}, {"авг", "Aug"}},
                                                    {{"сентябрь", "September"}, {"сен", "Sep"}},
                                                    {{"октябрь", "October"}, {"окт", "Oct"}},
                                                    {{"ноябрь", "November"}, {"ноя", "Nov"}},
                                                    {{"декабрь", "December"}, {"дек", "Dec"}}}};
  const auto& names = months[month - 1];
  for (const auto& name : {names.whole, names.brief}) {
    if (width_of(name.in(language)) <= width) return std::string(name.in(language));
  }
  return fmt::format("{:02}", month);
}

// The page's cells as a grid of texts, and how wide each column wants to be.
class Grid {
 public:
  explicit Grid(const JournalPage& page)
      : columns_(page.columns.size()),
        texts_(page.pupils.size() * page.columns.size()),
        widths_(page.columns.size(), kLeastColumn) {
    for (std::size_t pupil = 0; pupil < page.pupils.size(); ++pupil) {
      for (std::size_t column = 0; column < columns_; ++column) {
        if (!page.is_open(pupil, column)) text(pupil, column) = "·";
      }
    }
    for (const auto& cell : page.cells) {
      text(cell.pupil, cell.column) = reports::cell_text(cell);
      widths_[cell.column] =
          std::max(widths_[cell.column], width_of(text(cell.pupil, cell.column)));
    }
  }

  const std::string& at(std::size_t pupil, std::size_t column) const {
    return texts_[pupil * columns_ + column];
  }
  std::size_t width(std::size_t column) const { return widths_[column]; }

 private:
  std::string& text(std::size_t pupil, std::size_t column) {
    return texts_[pupil * columns_ + column];
  }
  std::size_t columns_;
  std::vector<std::string> texts_;
  std::vector<std::size_t> widths_;
};

// The months above the days, each over its own lessons.
std::string month_line(const JournalPage& page, const Grid& grid, const JournalTable& shown,
                       Language language, std::size_t left) {
  std::string line(left, ' ');
  std::size_t column = shown.first_column;
  while (column < shown.end_column) {
    const auto month = regulations::civil(page.columns[column].day).month;
    std::size_t wide = 0;
    while (column < shown.end_column &&
           regulations::civil(page.columns[column].day).month == month) {
      wide += grid.width(column++) + 1;
    }
    line += padded(" " + month_name(language, month, wide - 1), wide);
  }
  return line;
}

std::string period_cell(const JournalPage& page, events::PersonNumber pupil,
                        const JournalTableSettings& settings) {
  if (!settings.period) return {};
  for (const auto& one : page.period_marks) {
    if (one.pupil == pupil && one.period == settings.period->period &&
        one.kind == events::ResultKind::kPeriod) {
      return reports::mark_text(one.mark);
    }
  }
  return {};
}

// As many of the last lessons as there is room for.
JournalTable choose_columns(const JournalPage& page, const Grid& grid,
                            const JournalTableSettings& settings) {
  JournalTable shown;
  shown.end_column = page.columns.size();
  for (std::size_t i = 0; settings.until && i < page.columns.size(); ++i) {
    if (page.columns[i].lesson == *settings.until) shown.end_column = i + 1;
  }
  std::size_t room = settings.width - kIndent - kNumberWidth - 2 - kNameWidth - 2 - kAverageWidth -
                     2 - kPeriodWidth;
  shown.first_column = shown.end_column;
  while (shown.first_column > 0 && shown.end_column - shown.first_column < settings.most_lessons &&
         grid.width(shown.first_column - 1) + 1 <= room) {
    --shown.first_column;
    room -= grid.width(shown.first_column) + 1;
  }
  return shown;
}

std::string finish(std::string line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line + "\n";
}

}  // namespace

JournalTable journal_table(const JournalPage& page, const reports::NameBook& names,
                           const JournalTableSettings& settings) {
  const Grid grid(page);
  JournalTable table = choose_columns(page, grid, settings);
  const Language language = settings.language;
  std::vector<std::size_t> order(page.pupils.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return names.before(page.pupils[a].pupil, page.pupils[b].pupil);
  });

  const std::string indent(kIndent, ' ');
  const std::size_t left = kIndent + kNumberWidth + 2 + kNameWidth + 1;
  table.text = finish(month_line(page, grid, table, language, left));
  const auto add_row = [&](std::string_view number, std::string_view name, const auto& cell,
                           std::string_view average, std::string_view period) {
    std::string line = indent + padded(number, kNumberWidth, Align::kRight) + "  " +
                       padded(cut_to(name, kNameWidth), kNameWidth) + " ";
    for (std::size_t i = table.first_column; i < table.end_column; ++i) {
      line += " " + padded(cell(i), grid.width(i), Align::kRight);
    }
    line += "  " + padded(average, kAverageWidth, Align::kRight) + "  " +
            padded(period, kPeriodWidth, Align::kRight);
    table.text += finish(std::move(line));
  };
  add_row(
      "№", Text{"Ученик", "Pupil"}.in(language),
      [&](std::size_t i) {
        return fmt::format("{:02}", regulations::civil(page.columns[i].day).day);
      },
      Text{"Ср.", "Avg."}.in(language),
      settings.period ? reports::period_short(language, *settings.period) : std::string());
  std::size_t number = 0;
  for (const auto pupil : order) {
    const auto& one = page.pupils[pupil];
    const auto average = one.sums.weighted_average();
    add_row(
        std::to_string(++number), names.common(one.pupil),
        [&](std::size_t i) { return grid.at(pupil, i); },
        average ? decimal(language, *average, 2) : "", period_cell(page, one.pupil, settings));
  }
  return table;
}

}  // namespace letopis::reading
