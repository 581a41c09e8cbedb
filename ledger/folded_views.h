// Views in memory while they are folded: rows in the order in which they came, sorted at the end.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "events/views.h"

namespace letopis::ledger {

// Bytes that stay where they were put until the arena goes.
class Arena {
 public:
  std::string_view keep(std::string_view first, std::string_view second);
  std::uint64_t bytes() const { return bytes_; }

 private:
  static constexpr std::size_t kChunk = 1u << 20;
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t used_ = kChunk;
  std::size_t room_ = kChunk;
  std::uint64_t bytes_ = 0;
};

// One view. One thread.
class FoldedView final : public events::ViewWriter {
 public:
  // `sought`: rows will surely be read by key while folding goes on.
  explicit FoldedView(bool sought) : sought_(sought) {}

  struct Row {
    std::uint64_t head;  // the first bytes of the key, big-endian: settles most comparisons
    std::uint64_t next_head;
    const char* bytes;  // key, then value
    std::uint32_t key_bytes;
    std::uint32_t value_bytes;
    std::string_view key() const { return {bytes, key_bytes}; }
    std::string_view value() const { return {bytes + key_bytes, value_bytes}; }
  };

  void put(std::string_view key, std::string_view value) override;
  std::optional<std::string> get(std::string_view key);
  // In the order of keys; of rows with one key the last that was put.
  std::span<const Row> sorted();
  std::uint64_t bytes() const { return arena_.bytes(); }

 private:
  void index();

  bool sought_;
  Arena arena_;
  std::vector<Row> rows_;
  std::size_t sorted_rows_ = 0;
  std::unordered_map<std::string_view, std::uint32_t> by_key_;
};

// The views that one thread folds.
class FoldedViews final : public events::ViewReader {
 public:
  void add(const events::Projection& projection);
  FoldedView& at(events::ViewId view) const { return *views_.at(view.value); }

  std::optional<std::string> get(events::ViewId view, std::string_view key) const override;
  void scan(events::ViewId view, std::string_view from, std::string_view to,
            const Row& row) const override;

 private:
  std::unordered_map<std::uint8_t, std::unique_ptr<FoldedView>> views_;
};

}  // namespace letopis::ledger
