// Runs a script line by line on a trial's log: each line gets one outcome, and a line that is
// refused changes nothing.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include <boost/json/object.hpp>

#include "script/line.h"
#include "script/school.h"
#include "wishes/sight.h"
#include "wishes/verbs.h"

namespace letopis::script {

struct RunnerTally {
  std::uint64_t lines = 0;
  std::uint64_t accepted = 0;        // commands that stand in the log, and answered queries
  std::uint64_t refused = 0;         // understood, and refused
  std::uint64_t not_understood = 0;  // no JSON, unknown words, time going back
  std::uint64_t expected = 0;        // lines that say what is expected of them
  std::uint64_t otherwise = 0;       // of these, those that came out otherwise
};

// One thread; owns the school that it opened.
class Runner {
 public:
  // With the log that lies in the directory; none where it is absent or empty, and then the first
  // line must open the school. Refuses what RunnerSchool::open refuses.
  // Files that the script names are looked for from the folder `beside` on.
  static Result<Runner> on(std::filesystem::path directory, std::filesystem::path beside);

  // {"line", "at", "as", "do", "accepted": {…}}, {"line", …, "answer": {…}} or {"line", …,
  // "refused": {…}}; and "otherwise": {…} where a line expected something else. Throws when the log
  // cannot be written.
  boost::json::object take(std::uint64_t number, std::string_view text);

  // {"end": {"lines", "accepted", "refused", "not_understood", "size", "root"}}; all that was
  // accepted is published by then. Refuses what the ledger refuses.
  Result<boost::json::object> end();

  const RunnerTally& tally() const { return tally_; }

 private:
  Runner(std::filesystem::path directory, std::filesystem::path beside)
      : directory_(std::move(directory)), beside_(std::move(beside)) {}

  boost::json::object outcome_of(std::uint64_t number, const Result<RunnerLine>& line);
  Result<boost::json::object> run(const RunnerLine& line, boost::json::object& out);
  Result<boost::json::object> open_school(const RunnerLine& line);
  Result<boost::json::object> activate(const RunnerLine& line, const wishes::Desk& desk,
                                       const ledger::Snapshot& log);
  Result<boost::json::object> name_login(const RunnerLine& line, const wishes::Desk& desk);
  Result<boost::json::object> import_file(const RunnerLine& line, const wishes::Sight& sight,
                                          const ledger::Snapshot& log);
  Result<boost::json::object> state(const RunnerLine& line, const wishes::Desk& desk,
                                    const ledger::Snapshot& log);
  // The first of the persons that the next command declares.
  static events::PersonNumber next_person(const wishes::Desk& desk);
  Result<boost::json::object> append(const RunnerLine& line, events::PersonNumber author,
                                     const std::vector<events::Fact>& facts,
                                     const wishes::Secrets& secrets);
  Result<events::PersonNumber> author_of(const RunnerLine& line) const;
  Outcome go_on(const RunnerLine& line);

  std::filesystem::path directory_;
  std::filesystem::path beside_;
  std::unique_ptr<RunnerSchool> school_;  // null until the school is open
  events::Instant at_;                    // of the last line, or of the last entry
  RunnerTally tally_;
};

// Whether the line was not understood at all, as against refused by a rule.
bool is_not_understood(const Refusal& refusal);

}  // namespace letopis::script
