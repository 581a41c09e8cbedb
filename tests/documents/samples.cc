#include "documents/samples.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace letopis::documents {
namespace {

constexpr std::array kNames = {"Абрамова Алина",
                               "Алексеев Артём",
                               "Белова Вера",
                               "Борисов Глеб",
                               "Васильева Дарья",
                               "Волков Егор",
                               "Гаврилова Ева",
                               "Григорьев Захар",
                               "Данилова Ирина",
                               "Дмитриев Илья",
                               "Егорова Кира",
                               "Ершов Кирилл",
                               "Жукова Лилия",
                               "Зайцев Лев",
                               "Иванова Мария",
                               "Козлов Матвей",
                               "Константинопольская Александра-Виктория",
                               "Лебедев Никита",
                               "Макарова Ольга",
                               "Морозов Олег",
                               "Николаева Полина",
                               "Орлов Павел",
                               "Павлова Раиса",
                               "Романов Роман",
                               "Семёнова София",
                               "Соколов Семён",
                               "Тихонова Таисия",
                               "Фёдоров Тимур",
                               "Чернова Ульяна",
                               "Яковлев Юрий"};
constexpr std::array kTopics = {"Числовые выражения. Порядок действий",
                                "Выражения с переменными",
                                "Сравнение значений выражений",
                                "Свойства действий над числами",
                                "Тождества. Тождественные преобразования выражений",
                                "Контрольная работа № 1 по теме «Выражения и тождества»"};
constexpr std::array kMonths = {"сентябрь", "октябрь", "ноябрь", "декабрь"};

// A small generator, so that the page is always the same.
class Dice {
 public:
  unsigned below(unsigned count) {
    state_ = state_ * 1'664'525 + 1'013'904'223;
    return (state_ >> 16U) % count;
  }

 private:
  unsigned state_ = 7;
};

Cell mark(Dice& dice) {
  const unsigned thrown = dice.below(100);
  if (thrown < 52) return {};
  if (thrown < 57) return words("н", {.ink = Ink::kAbsence});
  if (thrown < 58) return words("б", {.ink = Ink::kAbsence});
  if (thrown < 62) return words("2", {.bold = true, .ink = Ink::kAlarm});
  if (thrown == 62) {
    return {.content = Text{{"2", {.struck = true, .small = true, .ink = Ink::kAlarm}}, {"3", {}}}};
  }
  if (thrown == 63) return words("3/5");
  return words(std::to_string(3 + dice.below(3)));
}

Row months_row(std::size_t lessons) {
  Row row;
  row.cells.push_back({.content = Text{{"№", {}}}, .rows = 2});
  row.cells.push_back({.content = Text{{"Фамилия, имя", {}}}, .rows = 2});
  for (std::size_t from = 0; from < lessons; from += 10) {
    Cell month = words(kMonths[from / 10 % kMonths.size()], {.bold = true});
    month.columns = static_cast<unsigned>(std::min<std::size_t>(10, lessons - from));
    month.align = Align::kLeft;
    row.cells.push_back(std::move(month));
  }
  row.cells.push_back({.content = Text{{"Ср.", {}}}, .rows = 2});
  row.cells.push_back({.content = Text{{"1 четверть", {}}}, .rows = 2, .rotated = true});
  return row;
}

Table marks(std::size_t pupils, std::size_t lessons) {
  Table table;
  table.columns = {{.least_mm = 6, .align = Align::kRight, .names_row = true},
                   {.least_mm = 34,
                    .most_mm = 44,
                    .fit = Fit::kShrink,
                    .names_row = true,
                    .after = Rule::kMargin}};
  Row dates;
  for (std::size_t lesson = 0; lesson < lessons; ++lesson) {
    const bool last = lesson % 10 == 9 || lesson + 1 == lessons;
    table.columns.push_back({.least_mm = 4.6,
                             .most_mm = 5.5,
                             .share = 1,
                             .align = Align::kCentre,
                             .fit = Fit::kShrink,
                             .after = last ? Rule::kStrong : Rule::kThin});
    dates.cells.push_back(words(fmt::format("{:02}", 1 + lesson * 3 % 28)));
  }
  table.columns.push_back({.least_mm = 8, .align = Align::kRight, .bold = true});
  table.columns.push_back({.least_mm = 6, .align = Align::kCentre, .bold = true});
  table.head = {months_row(lessons), std::move(dates)};
  table.groups.emplace_back();
  table.rule_each_fifth = true;
  table.row_mm = 4.3;
  Dice dice;
  for (std::size_t pupil = 0; pupil < pupils; ++pupil) {
    Row row;
    row.cells = {
        {.content = Integer{static_cast<std::int64_t>(pupil + 1)}, .style = {.ink = Ink::kQuiet}},
        words(kNames[pupil % kNames.size()])};
    for (std::size_t lesson = 0; lesson < lessons; ++lesson) {
      Cell cell = mark(dice);
      if (pupil == 20 && lesson < 9) cell = {};
      if (pupil == 20 && lesson < 9) cell.shade = Shade::kClosed;
      if (lesson + 3 == lessons) cell.shade = Shade::kToday;
      row.cells.push_back(std::move(cell));
    }
    row.cells.push_back({.content = Decimal{300 + dice.below(200), 2}});
    row.cells.push_back(words(std::to_string(3 + dice.below(3))));
    table.groups[0].rows.push_back(std::move(row));
  }
  return table;
}

Table topics(std::size_t lessons) {
  Table table;
  table.columns = {{.least_mm = 14,
                    .most_mm = 18,
                    .align = Align::kLeft,
                    .names_row = true,
                    .after = Rule::kMargin},
                   {.least_mm = 40, .share = 3},
                   {.least_mm = 40, .share = 3},
                   {.least_mm = 20, .share = 1}};
  table.head = {
      {{words("Дата"), words("Тема урока"), words("Домашнее задание"), words("Подпись")}}};
  table.groups.emplace_back();
  table.rule_each_fifth = true;
  for (std::size_t lesson = 0; lesson < lessons; ++lesson) {
    table.groups[0].rows.push_back(
        {{words(fmt::format("{:02}.{:02}", 1 + lesson * 3 % 28, 9 + lesson / 10)),
          words(kTopics[lesson % kTopics.size()]),
          words(fmt::format("§ {}, № {}, {}", 1 + lesson / 3, 12 + lesson * 4, 15 + lesson * 4)),
          {}}});
  }
  return table;
}

Sheet sheet(std::string title) {
  Sheet sheet;
  sheet.name = title;
  sheet.heading.title = std::move(title);
  sheet.heading.lines = {{"Учитель", "Константинова Мария Петровна"},
                         {"Период", "1 полугодие 2026/27"},
                         {"Школа", "МБОУ «Школа № 125»"}};
  sheet.footer.line =
      "Сделано 11.11.2026 в 12:30 · контрольная точка № 18 204, корень "
      "7f3a 91c0 55de 02b8 7f3a 91c0 55de 02b8";
  sheet.footer.code = "letopis.example/nn125 18204 fzqRwFXeArh/OpHAVd4CuH86kcBV3gK4fzqRwFXeArg=";
  sheet.page.orientation = Orientation::kLandscape;
  sheet.page.mirrored = true;
  return sheet;
}

}  // namespace

Document small_document() {
  Document document{.title = "Сводная ведомость",
                    .author = "МБОУ «Школа № 125»",
                    .made = "2026-11-11T12:30:00+03:00",
                    .sheets = {}};
  Sheet one;
  one.name = "7А";
  one.heading = {"7 «А»", {{"Период", "1 четверть"}}};
  Table table;
  table.columns = {{.least_mm = 8, .names_row = true},
                   {.least_mm = 30, .names_row = true},
                   {.least_mm = 8},
                   {.least_mm = 12, .align = Align::kRight},
                   {.least_mm = 14, .align = Align::kRight}};
  table.head = {{{words("№"), words("Ученик"), words("Алг."), words("Ср."), words("Кач.")}}};
  table.groups = {{"Первая группа",
                   {{{{.content = Integer{1}},
                      words("Абрамова Алина"),
                      words("5"),
                      {.content = Decimal{450, 2}},
                      {.content = Percent{1000, 1}}}}}}};
  table.totals = {{{{.content = Text{{"Всего", {}}}, .columns = 2},
                    words("5"),
                    {.content = Decimal{450, 2}},
                    {.content = Percent{640, 1}}}}};
  one.blocks = {table};
  document.sheets = {one};
  return document;
}

Document journal_spread(std::size_t pupils, std::size_t lessons) {
  Document document{.title = "Классный журнал, 7 «А»",
                    .author = "МБОУ «Школа № 125»",
                    .made = "2026-11-11T12:30:00+03:00",
                    .sheets = {}};
  Sheet left = sheet("7 «А» · Алгебра");
  left.page.spread = Spread::kLeft;
  left.blocks = {marks(pupils, lessons)};
  Sheet right = sheet("7 «А» · Алгебра, темы уроков");
  right.page.spread = Spread::kRight;
  right.blocks = {topics(lessons)};
  right.signatures = {{{"Заместитель директора по УВР", "Петрова Ольга Ивановна", {}}}, true};
  document.sheets = {std::move(left), std::move(right)};
  return document;
}

}  // namespace letopis::documents
