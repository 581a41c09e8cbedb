#include "documents/band_on_page.h"

#include <algorithm>

namespace letopis::documents {
namespace {

RuleKind kind_of(Rule rule) {
  if (rule == Rule::kMargin) return RuleKind::kMargin;
  return rule == Rule::kStrong ? RuleKind::kStrong : RuleKind::kThin;
}

// Of the sorted `all`, those from `first` up to `end`, as indices.
template <class Values, class Before>
std::pair<std::size_t, std::size_t> between(const Values& all, std::size_t first, std::size_t end,
                                            Before before) {
  const auto from = std::lower_bound(all.begin(), all.end(), first, before);
  const auto until = std::lower_bound(from, all.end(), end, before);
  return {static_cast<std::size_t>(from - all.begin()),
          static_cast<std::size_t>(until - all.begin())};
}

}  // namespace

BandOnPage::BandOnPage(const RowsOnPage& place, const Band& band) : place_(place), band_(band) {
  set_columns();
  set_rows();
  find_cells();
}

void BandOnPage::set_columns() {
  grid_.xs = {place_.left};
  grid_.after_column = {RuleKind::kThin};
  for (std::size_t at = 0; at < part().columns.size(); ++at) {
    grid_.xs.push_back(grid_.xs.back() + part().widths[at]);
    const Column& column = place_.table.table().columns[part().columns[at]];
    grid_.after_column.push_back(kind_of(column.after));
  }
  if (grid_.after_column.back() != RuleKind::kMargin) grid_.after_column.back() = RuleKind::kThin;
}

void BandOnPage::set_rows() {
  const bool is_head = band_.rows[place_.rows.front().row].kind == RowKind::kHead;
  grid_.ys = {place_.top};
  grid_.after_row = {is_head ? RuleKind::kThin : RuleKind::kStrong};
  for (const FlowRow& at : place_.rows) {
    const LaidRow& row = band_.rows[at.row];
    const double height = row.pieces.size() > 1 ? row.pieces[at.piece] : row.height;
    grid_.ys.push_back(grid_.ys.back() + height);
    grid_.after_row.push_back(rule_after(at.row));
  }
}

RuleKind BandOnPage::rule_after(std::size_t row) const {
  const LaidRow& this_one = band_.rows[row];
  const bool is_last = row + 1 == band_.rows.size();
  if (this_one.kind == RowKind::kHead) return is_last ? RuleKind::kStrong : RuleKind::kThin;
  const bool totals_follow =
      !is_last && this_one.kind != RowKind::kTotals && band_.rows[row + 1].kind == RowKind::kTotals;
  if (totals_follow) return RuleKind::kStrong;
  return this_one.is_fifth ? RuleKind::kFifth : RuleKind::kThin;
}

// A cell that began on an earlier page is among those of the rows joined to the first one here.
void BandOnPage::find_cells() {
  std::size_t first = place_.rows.front().row;
  const std::size_t end = place_.rows.back().row + 1;
  while (first > 0 && band_.rows[first - 1].joined_to_next) --first;
  grid_.owners.assign(grid_.rows() * grid_.columns(), 0);
  std::size_t at = band_.rows[first].first_cell;
  for (; at < band_.cells.size() && band_.cells[at].row < end; ++at) {
    const LaidCell& cell = band_.cells[at];
    if (!stands_here(cell)) continue;
    cells_.push_back(&cell);
    own(cell, cells_.size());
  }
}

bool BandOnPage::stands_here(const LaidCell& cell) const {
  return cell.end_row > place_.rows.front().row &&
         place_.table.fragment(cell, place_.part).width > 0;
}

std::pair<std::size_t, std::size_t> BandOnPage::rows_of(const LaidCell& cell) const {
  return between(place_.rows, cell.row, cell.end_row,
                 [](const FlowRow& row, std::size_t number) { return row.row < number; });
}

std::pair<std::size_t, std::size_t> BandOnPage::columns_of(const LaidCell& cell) const {
  return between(part().columns, cell.column, cell.end_column, std::less<>());
}

void BandOnPage::own(const LaidCell& cell, std::size_t owner) {
  const auto [row, end_row] = rows_of(cell);
  const auto [column, end_column] = columns_of(cell);
  for (std::size_t at = row; at < end_row; ++at) {
    const auto from =
        grid_.owners.begin() + static_cast<std::ptrdiff_t>(at * grid_.columns() + column);
    std::fill_n(from, end_column - column, owner);
  }
}

Box BandOnPage::box(const LaidCell& cell) const {
  const auto [row, end_row] = rows_of(cell);
  const auto [column, end_column] = columns_of(cell);
  return {grid_.xs[column], grid_.ys[row], grid_.xs[end_column] - grid_.xs[column],
          grid_.ys[end_row] - grid_.ys[row]};
}

}  // namespace letopis::documents
