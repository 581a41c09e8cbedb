#include "ledger/folded_views.h"

#include <algorithm>
#include <cstring>

#include "signing/encoding.h"

namespace letopis::ledger {
namespace {

// The eight bytes of a key from `at` on as a number that sorts as they do; short keys end in zeros.
std::uint64_t head_of(std::string_view key, std::size_t at) {
  std::uint64_t head = 0;
  if (key.size() <= at) return head;
  std::memcpy(&head, key.data() + at, std::min<std::size_t>(8, key.size() - at));
  return __builtin_bswap64(head);
}

bool comes_before(const FoldedView::Row& left, const FoldedView::Row& right) {
  if (left.head != right.head) return left.head < right.head;
  if (left.next_head != right.next_head) return left.next_head < right.next_head;
  return left.key() < right.key();
}

}  // namespace

std::string_view Arena::keep(std::string_view first, std::string_view second) {
  const std::size_t wanted = first.size() + second.size();
  if (wanted > room_ - used_) {
    room_ = std::max(kChunk, wanted);
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(room_));
    used_ = 0;
  }
  char* const at = chunks_.back().get() + used_;
  first.copy(at, first.size());
  second.copy(at + first.size(), second.size());
  used_ += wanted;
  bytes_ += wanted;
  return {at, wanted};
}

void FoldedView::put(std::string_view key, std::string_view value) {
  const auto kept = arena_.keep(key, value);
  const Row row{head_of(key, 0), head_of(key, 8), kept.data(),
                static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(value.size())};
  if (sought_) by_key_[row.key()] = static_cast<std::uint32_t>(rows_.size());
  rows_.push_back(row);
}

// Few views are read by key while they are folded; the others never pay for the index.
void FoldedView::index() {
  by_key_.clear();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    by_key_[rows_[i].key()] = static_cast<std::uint32_t>(i);
  }
  sought_ = true;
}

std::optional<std::string> FoldedView::get(std::string_view key) {
  if (!sought_) index();
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return std::nullopt;
  return std::string(rows_[found->second].value());
}

std::span<const FoldedView::Row> FoldedView::sorted() {
  if (sorted_rows_ == rows_.size()) return rows_;
  std::stable_sort(rows_.begin(), rows_.end(), comes_before);
  // Of equal keys the last put stands last: keep that one.
  std::size_t kept = 0;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool last = i + 1 == rows_.size() || rows_[i].key() != rows_[i + 1].key();
    if (last) rows_[kept++] = rows_[i];
  }
  rows_.resize(kept);
  sorted_rows_ = kept;
  if (sought_) index();
  return rows_;
}

void FoldedViews::add(const events::Projection& projection) {
  views_.emplace(projection.id.value, std::make_unique<FoldedView>(projection.read_by_others));
}

std::optional<std::string> FoldedViews::get(events::ViewId view, std::string_view key) const {
  return at(view).get(key);
}

void FoldedViews::scan(events::ViewId view, std::string_view from, std::string_view to,
                       const Row& row) const {
  for (const auto& one : at(view).sorted()) {
    if (one.key() < from) continue;
    if (!to.empty() && one.key() >= to) return;
    if (!row(one.key(), one.value())) return;
  }
}

}  // namespace letopis::ledger
