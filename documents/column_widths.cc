#include "documents/column_widths.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

constexpr double kMostForNames = 0.5;  // of the page, where other columns need a place as well
constexpr double kRounding = 1e-6;

double sum(const std::vector<double>& widths) {
  return std::accumulate(widths.begin(), widths.end(), 0.0);
}

// Where no column may be wider than `level` but by its own least width.
std::vector<double> levelled(std::span<const ColumnNeed> needs, double level) {
  std::vector<double> widths;
  for (const ColumnNeed& need : needs) {
    widths.push_back(std::min(need.natural, std::max(need.least, level)));
  }
  return widths;
}

// The widest give way until all fit. Requires: the least widths do.
std::vector<double> narrowed(std::span<const ColumnNeed> needs, double available) {
  double low = 0;
  double high = available;
  if (sum(levelled(needs, high)) <= available) return levelled(needs, high);
  for (int step = 0; step < 40; ++step) {
    const double middle = (low + high) / 2;
    (sum(levelled(needs, middle)) <= available ? low : high) = middle;
  }
  return levelled(needs, low);
}

// Hands out what is left, by shares, until it is gone or nobody may be wider.
void widen(std::vector<double>& widths, std::span<const ColumnNeed> needs, double available) {
  for (std::size_t round = 0; round <= needs.size(); ++round) {
    const double left = available - sum(widths);
    double shares = 0;
    for (std::size_t at = 0; at < needs.size(); ++at) {
      if (widths[at] < needs[at].most) shares += needs[at].share;
    }
    if (left <= kRounding || shares <= 0) return;
    for (std::size_t at = 0; at < needs.size(); ++at) {
      if (widths[at] >= needs[at].most) continue;
      widths[at] = std::min(needs[at].most, widths[at] + left * needs[at].share / shares);
    }
  }
}

Part whole(std::span<const ColumnNeed> needs, double available) {
  Part part;
  part.columns.resize(needs.size());
  std::iota(part.columns.begin(), part.columns.end(), 0U);
  part.widths = narrowed(needs, available);
  widen(part.widths, needs, available);
  return part;
}

double least_of(std::span<const ColumnNeed> needs) {
  return std::accumulate(needs.begin(), needs.end(), 0.0,
                         [](double all, const ColumnNeed& need) { return all + need.least; });
}

// So that their least widths come to no more than `available`.
std::vector<ColumnNeed> squeezed(std::span<const ColumnNeed> needs, double available) {
  std::vector<ColumnNeed> all(needs.begin(), needs.end());
  const double least = least_of(needs);
  if (least <= available) return all;
  for (ColumnNeed& need : all) {
    need.least *= available / least;
    need.natural = std::max(need.least, std::min(need.natural, need.least));
  }
  return all;
}

// Which columns stand together, in pages' worth of about the same width.
std::vector<std::vector<std::size_t>> dealt(std::span<const ColumnNeed> others, double room) {
  const double all = std::accumulate(others.begin(), others.end(), 0.0,
                                     [room](double so_far, const ColumnNeed& need) {
                                       return so_far + std::min(need.least, room);
                                     });
  const double even = all / std::ceil(all / room - kRounding);
  std::vector<std::vector<std::size_t>> pages(1);
  double used = 0;
  for (std::size_t at = 0; at < others.size(); ++at) {
    const double width = std::min(others[at].least, room);
    const bool full = used + width > room + kRounding || used + width / 2 > even;
    if (full && !pages.back().empty()) {
      pages.emplace_back();
      used = 0;
    }
    pages.back().push_back(at);
    used += width;
  }
  return pages;
}

}  // namespace

double Part::width() const { return sum(widths); }

std::vector<Part> fit_columns(std::span<const ColumnNeed> needs, double available) {
  INVARIANT(!needs.empty() && available > 0);
  const auto first_other = std::find_if(needs.begin(), needs.end(),
                                        [](const ColumnNeed& need) { return !need.names_row; });
  const auto named = static_cast<std::size_t>(first_other - needs.begin());
  if (least_of(needs) <= available + kRounding) return {whole(needs, available)};
  if (named == needs.size()) return {whole(squeezed(needs, available), available)};

  const std::span<const ColumnNeed> others = needs.subspan(named);
  const auto names = squeezed(needs.first(named), available * kMostForNames);
  const std::vector<double> name_widths = narrowed(names, available * kMostForNames);
  const double room = available - sum(name_widths);
  std::vector<Part> parts;
  for (const std::vector<std::size_t>& page : dealt(others, room)) {
    std::vector<ColumnNeed> here;
    for (const std::size_t at : page) here.push_back(others[at]);
    Part part = whole(squeezed(here, room), room);
    for (std::size_t& column : part.columns) column = page[column] + named;
    for (std::size_t at = named; at-- > 0;) {
      part.columns.insert(part.columns.begin(), at);
      part.widths.insert(part.widths.begin(), name_widths[at]);
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace letopis::documents
