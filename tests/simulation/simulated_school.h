// One school lived through by chance: its real ledger and rules on a disk that fails, and a model
// beside it. Which of the regulations it adopts is its seed's.
#pragma once

#include <set>
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

// What happened in some lives, by name: so that a test can say that they are lives.
struct Lived {
  std::set<std::string_view> facts;  // that entered
  std::set<std::string> refused;     // by the rules at the door: codes
  std::set<std::string> forged;      // the same, signed though the rules had refused
};

class SimulatedSchool {
 public:
  // Adds to `lived`, which it borrows.
  SimulatedSchool(std::uint64_t seed, Lived& lived);

  // Lives so many steps and checks everything at the end. Yields what happened, the same for the
  // same seed. Throws Disagreement.
  std::string live(unsigned steps);

 private:
  void found();
  void step();
  void pass_time();
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
  struct Doubt {
    std::vector<Sent> batch;
    events::Instant asked;
  };
  void settle(const Doubt& doubt, const ledger::Snapshot& log);
  void take(const Sent& sent, events::Instant recorded);
  void compare(const Sent& sent, const Result<ledger::Accepted>& outcome);

  void check_some();
  void check_all();
  void check_entries(const ledger::Snapshot& log);
  void check_indices(const ledger::Snapshot& log);
  void check_texts();
  void check_standing(const ledger::Snapshot& log);
  void check_checkpoint(const ledger::Snapshot& log);
  void check_extends(const ledger::Snapshot& log, const signing::Checkpoint& older,
                     const signing::Checkpoint& newer) const;
  void check_views();
  void check_replay(const ledger::Snapshot& log);
  void check_flipped_byte();
  void tell(const std::string& what) { told_ += what + "\n"; }
  void agree(bool holds, const std::string& what) const;

  const std::uint64_t seed_;
  Lived& lived_;
  Random random_;
  MemoryDisk disk_{"/disk"};
  const std::unique_ptr<rocksdb::Env> env_ = make_faulty_env(disk_);
  ledger::TinySchool school_;
  Model model_;
  Authors authors_;
  std::vector<Doubt> doubts_;  // nobody knows yet whether the log has them
  std::vector<signing::Checkpoint> published_;
  std::string told_;
};

}  // namespace letopis::simulation
