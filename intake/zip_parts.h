// The parts of a zip file in memory, unpacked one by one within one budget: a small file that
// unpacks to a huge one ends at the budget, whatever it says of its sizes.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "intake/fault.h"

struct zip;

namespace letopis::intake {

inline constexpr std::size_t kMaxUnpackedBytes = 32'000'000;  // of all parts read
inline constexpr std::size_t kMaxParts = 2'000;

// A resource for one thread; borrows the bytes.
class ZipParts {
 public:
  explicit ZipParts(std::string_view bytes);
  ~ZipParts();
  ZipParts(const ZipParts&) = delete;
  ZipParts& operator=(const ZipParts&) = delete;

  // Iff not, there is nothing to read: no zip file, torn, or with too many parts.
  bool opened() const { return archive_ != nullptr; }

  // Requires, as the next: opened.
  bool has(std::string_view name) const;

  // The part of this name, absent iff there is none. Faults: zip.part (torn, encrypted, or packed
  // in a way that no spreadsheet uses), zip.unpacked (over the budget).
  Reading<std::optional<std::string>> part(std::string_view name);

 private:
  struct Closing {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Closing> archive_;
  std::size_t left_ = kMaxUnpackedBytes;
};

}  // namespace letopis::intake
