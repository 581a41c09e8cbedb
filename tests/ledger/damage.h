// A school whose copies are damaged, one thing at a time.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "ledger/tiny_school.h"

namespace letopis::ledger {

inline constexpr std::uint64_t kSize = 4 + 1 + 1 + 2 + 260 + 1 + 1;

// One school for all, whose files are copied before they are damaged. Half of its entries lie in
// tables of the store, half in its journal of writes.
struct Original {
  TinySchool school;
  events::PrivateText kept = text_about(10, "Иванова");
  events::PrivateText gone = text_about(11, "Петрова");
  std::map<std::string, std::string> older;  // as it stood some entries before

  Original();

 private:
  void append(const Wish& wish);
  void fill();
};

const Original& original();

// A copy of the original, to be damaged and checked.
class Damaged {
 public:
  Damaged() { put_back(files_below(original().school.directory())); }
  void put_back(const std::map<std::string, std::string>& files);

  std::string get(Family family, const std::string& key) const;
  void put(Family family, const std::string& key, std::string_view value);
  void remove(Family family, const std::string& key);
  void swap(Family family, const std::string& left, const std::string& right);
  // One byte of a row, or of a file beside the store, is another.
  void flip(Family family, const std::string& key, std::size_t at);
  void flip(const std::string& file, std::size_t at);
  void change(const std::function<void(const Store&)>& with);

  Verdict verify() const;
  const std::filesystem::path& directory() const { return directory_.path(); }

 private:
  TemporaryDirectory directory_;
};

// All findings, for a person to read.
std::string told(const Verdict& verdict);

}  // namespace letopis::ledger
