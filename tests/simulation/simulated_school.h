// One school lived through by chance: its real ledger on a disk that fails, and a model beside it.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "ledger/tiny_school.h"
#include "simulation/authors.h"
#include "simulation/faulty_file_system.h"

namespace letopis::simulation {

// The ledger and the model say different things.
class Disagreement : public std::runtime_error {
 public:
  using runtime_error::runtime_error;
};

class SimulatedSchool {
 public:
  explicit SimulatedSchool(std::uint64_t seed);

  // Lives so many steps and checks everything at the end. Yields what happened, the same for the
  // same seed. Throws Disagreement.
  std::string live(unsigned steps);

 private:
  void found();
  void step();
  void act();
  void act_while_the_disk_fails();
  void act_until_the_power_fails();
  void act_while_the_disk_is_full();
  void close_and_open();
  void power_cycle();
  void open_whatever_fails();
  void open();

  // Hands the commands in together.
  void send(const std::vector<Sent>& batch, bool disk_may_fail);
  std::vector<Sent> some();
  void settle_doubts();
  void settle(const std::vector<Sent>& batch, const ledger::Snapshot& log);
  void compare(const Sent& sent, const Result<ledger::Accepted>& outcome);

  void check_some();
  void check_all();
  void check_entries(const ledger::Snapshot& log);
  void check_indices(const ledger::Snapshot& log);
  void check_texts();
  void check_checkpoint(const ledger::Snapshot& log);
  void check_extends(const ledger::Snapshot& log, const signing::Checkpoint& older,
                     const signing::Checkpoint& newer) const;
  void check_views();
  void check_flipped_byte();
  void tell(const std::string& what) { told_ += what + "\n"; }
  void agree(bool holds, const std::string& what) const;

  Random random_;
  MemoryDisk disk_{"/disk"};
  const std::unique_ptr<rocksdb::Env> env_ = make_faulty_env(disk_);
  ledger::TinySchool school_;
  Model model_;
  Authors authors_;
  std::vector<std::vector<Sent>> doubts_;  // nobody knows yet whether the log has them
  std::vector<signing::Checkpoint> published_;
  std::string told_;
};

}  // namespace letopis::simulation
