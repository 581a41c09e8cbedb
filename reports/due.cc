#include "projections/due.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "reports/due_words.h"
#include "reports/figures.h"
#include "reports/lists.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Table;
using projections::DueItem;

enum class State : std::uint8_t { kOverdue, kAhead, kNoTerm, kDoneLate };
constexpr std::array<terminal::Text, 4> kStates{{{"Просрочено", "Overdue"},
                                                 {"Срок идёт", "The term runs"},
                                                 {"Без срока", "Without a term"},
                                                 {"Сделано с опозданием", "Done late"}}};
constexpr std::size_t kMostNamed = 3;

// What is owed in the same words, by the same people, about the same: one line.
struct LineKey {
  State state = {};
  std::string who;
  std::string what;
  std::string about;
  std::string clause;
  auto operator<=>(const LineKey&) const = default;
};

struct Line {
  std::size_t items = 0;
  std::optional<events::Day> first;  // the earliest last day in time
  int late_days = 0;                 // the greatest
};

// What no fact could show is owed until its day, and then nobody can tell.
std::optional<State> state_of(const DueItem& item, events::Instant now) {
  if (!item.witnessed && item.deadline && item.deadline->at <= now) return std::nullopt;
  if (item.done) return item.late ? std::optional(State::kDoneLate) : std::nullopt;
  if (!item.deadline) return State::kNoTerm;
  return item.late ? State::kOverdue : State::kAhead;
}

std::string who_text(const Desk& desk, const DueItem& item) {
  if (item.who.empty()) return roles_phrase(desk.language(), item.roles);
  std::string out;
  for (std::size_t i = 0; i < std::min(kMostNamed, item.who.size()); ++i) {
    out += (i == 0 ? "" : ", ") + desk.names().brief(item.who[i]);
  }
  if (item.who.size() > kMostNamed) {
    const std::size_t more = item.who.size() - kMostNamed;
    out += desk.in(fmt::format(" и ещё {}", more), fmt::format(" and {} more", more));
  }
  return out;
}

std::map<LineKey, Line> lines_of(const Desk& desk, const std::vector<DueItem>& items) {
  std::map<LineKey, Line> lines;
  const events::Day today = desk.zone().day_of(desk.log().moment);
  for (const DueItem& item : items) {
    const auto state = state_of(item, desk.log().moment);
    if (!state) continue;
    Line& line =
        lines[{*state, who_text(desk, item),
               duty_phrase(desk.directory(), desk.zone(), desk.language(), item),
               about_phrase(desk.directory(), desk.language(), item.about, today), item.clause}];
    ++line.items;
    if (item.deadline) {
      // The deadline itself is late already.
      const events::Day last = desk.zone().day_of({item.deadline->at.milliseconds - 1});
      line.first = std::min(line.first.value_or(last), last);
    }
    if (item.late) line.late_days = std::max(line.late_days, item.late->days);
  }
  return lines;
}

documents::Row row_of_line(const LineKey& key, const Line& line) {
  documents::Row row{
      {documents::words(key.who), documents::words(key.what), documents::words(key.about),
       number(line.items), line.first ? day_cell(*line.first) : documents::Cell{},
       count(static_cast<std::uint64_t>(line.late_days)), documents::words(key.clause)}};
  if (key.state == State::kOverdue) row.cells[5].shade = documents::Shade::kWarning;
  return row;
}

Table table_of(const Desk& desk, const std::map<LineKey, Line>& lines) {
  Table table;
  table.columns = {{.least_mm = 44, .share = 2, .names_row = true},
                   {.least_mm = 50, .share = 2},
                   {.least_mm = 30, .share = 1},
                   {.least_mm = 14, .align = Align::kCentre},
                   {.least_mm = 24, .align = Align::kCentre},
                   {.least_mm = 22, .align = Align::kCentre},
                   {.least_mm = 24, .share = 1}};
  table.head = {
      {{head(desk.in("Кто", "Who")), head(desk.in("Что", "What")), head(desk.in("О чём", "About")),
        head(desk.in("Дел", "Duties")), head(desk.in("Срок (ближайший)", "Until (the first)")),
        head(desk.in("Опоздание, дней", "Days late")),
        head(desk.in("Пункт положения", "Clause"))}}};
  for (const auto& [key, line] : lines) {
    const auto caption =
        std::string(kStates[static_cast<std::size_t>(key.state)].in(desk.language()));
    if (table.groups.empty() || table.groups.back().caption != caption) {
      table.groups.push_back({caption, {}});
    }
    table.groups.back().rows.push_back(row_of_line(key, line));
  }
  return table;
}

}  // namespace

Sheets due(const Desk& desk) {
  projections::DueQuery query;
  query.now = desk.log().moment;
  query.first = desk.days().first;
  query.last = desk.days().last;
  query.person = desk.request().person;
  query.school_class = desk.request().school_class;
  query.done = true;
  query.as_of = desk.as_of();
  const auto items = projections::due_items(desk.views(), query);
  if (!items) return items.refusal();
  auto lines = lines_of(desk, *items);
  auto sheet =
      desk.sheet(desk.in("Сроки", "Due"), desk.in("Что должно быть сделано", "What is due"));
  if (lines.empty()) {
    sheet.blocks.emplace_back(documents::Paragraph{
        {{desk.in("Всё сделано в срок.", "Everything was done in time."), {}}}});
  } else {
    sheet.blocks.emplace_back(table_of(desk, lines));
  }
  sheet.signatures = {{desk.signature("Заместитель директора по УВР", "Deputy director",
                                      desk.holder(events::Role::kDeputy))}};
  return std::vector{std::move(sheet)};
}

}  // namespace letopis::reports
