// A small school made for measuring appends: its teachers enter marks into cells that nobody else
// writes, one event a command.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "ledger/ledger.h"
#include "office/clocks.h"
#include "outcome/result.h"

namespace letopis::bench {

struct BenchSchoolSettings {
  std::filesystem::path directory;  // new or empty
  unsigned teachers = 64;           // each with a key, a subject and lessons
  std::uint64_t cells = 0;          // at least so many are prepared
};

// Owns the ledger. `append` from any thread, all else from one.
class BenchSchool {
 public:
  static Result<std::unique_ptr<BenchSchool>> create(const BenchSchoolSettings& settings);

  // The same in a school's whole directory, so that `letopis serve` opens it.
  static Result<std::unique_ptr<BenchSchool>> create_served(const BenchSchoolSettings& settings);
  // Marks in the first so many cells, as many in a command as a lesson has.
  Outcome fill(std::uint64_t cells);
  void close() { ledger_.reset(); }
  events::PersonNumber teacher(unsigned which) const;
  const signing::PublicKey& teachers_key(unsigned which) const;
  // The n-th cell of a teacher's lessons, of those from `first` on. Requires: a prepared cell.
  std::uint64_t cell_of(unsigned teacher, std::uint64_t n, std::uint64_t first) const;

  // The event of a cell's first mark by the teacher of its lesson, signed as by a client. Any
  // thread. Requires: a prepared cell.
  ledger::Command mark(std::uint64_t cell) const;
  // The same signed by the server itself, for one cell and for `count` cells of one lesson in one
  // command: so many as kCellsOfLesson hold from a multiple of it on.
  ledger::OwnCommand own_mark(std::uint64_t cell) const;
  ledger::OwnCommand own_marks(std::uint64_t first, std::uint16_t count) const;

  static constexpr std::uint32_t kCellsOfLesson = 1'000;

  ledger::Ledger& ledger() { return *ledger_; }

  // Closes the ledger and opens it again; how long the opening took. Refuses what the ledger
  // refuses.
  Result<double> reopen();
  // Waits until the store has put in order what was written so far; how long that took.
  Result<double> settle();
  // Bytes of the store's tables with everything written into them. The ledger is closed meanwhile.
  Result<std::uint64_t> bytes_on_disk();

 private:
  explicit BenchSchool(const BenchSchoolSettings& settings);
  Outcome found();
  Outcome found_offices();
  Outcome found_teaching();
  Outcome hold_lessons();
  Outcome open(bool create);
  Outcome append(events::PersonNumber author, const std::vector<events::Fact>& facts);
  const signing::PrivateKey& key_for(std::uint64_t cell) const;
  events::Event mark_event(std::uint64_t cell) const;

  const BenchSchoolSettings settings_;
  const std::uint32_t lessons_;
  const signing::Secret32 seed_ = signing::Secret32::random();
  const events::LogId log_;
  const office::SystemClock clock_;
  const ledger::Resources resources_ = ledger::make_resources();
  std::vector<signing::PrivateKey> keys_;  // founder, director, administrator, then the teachers
  std::map<events::Stream, std::uint32_t> versions_;
  std::uint64_t commands_ = 0;
  std::unique_ptr<ledger::Ledger> ledger_;
};

}  // namespace letopis::bench
