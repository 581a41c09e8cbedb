// A real process, killed at random moments while it writes.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <sstream>
#include <thread>

#include "events/codec.h"
#include "simulation/load.h"

namespace letopis::simulation {
namespace {

constexpr std::uint32_t kKills = 50;

// A child process and what it says.
class Writer {
 public:
  Writer(const std::filesystem::path& directory, std::uint32_t round) {
    int ends[2];
    INVARIANT(::pipe(ends) == 0);
    const std::string round_text = std::to_string(round);
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      ::close(ends[0]);
      ::close(ends[1]);
      ::execl(LETOPIS_KILLED_WRITER, "killed_writer", directory.c_str(), round_text.c_str(),
              static_cast<char*>(nullptr));
      ::_exit(127);
    }
    ::close(ends[1]);
    said_from_ = ends[0];
  }
  ~Writer() { ::close(said_from_); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // Reads until so many lines were said, or nothing more will be.
  void listen(std::size_t lines) {
    char some[4'096];
    while (std::count(said_.begin(), said_.end(), '\n') < static_cast<std::ptrdiff_t>(lines)) {
      const auto got = ::read(said_from_, some, sizeof some);
      if (got <= 0) return;
      said_.append(some, static_cast<std::size_t>(got));
    }
  }
  // Kills it and hears it out. True iff the kill ended it.
  bool kill() {
    ::kill(child_, SIGKILL);
    listen(~std::size_t{0} >> 1);
    int status = 0;
    ::waitpid(child_, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
  }
  const std::string& said() const { return said_; }

 private:
  pid_t child_ = 0;
  int said_from_ = -1;
  std::string said_;
};

std::vector<std::uint64_t> acknowledged(const std::string& said) {
  std::istringstream lines(said);
  std::string line;
  std::vector<std::uint64_t> numbers;
  std::getline(lines, line);
  EXPECT_EQ(line, "open");
  while (std::getline(lines, line)) {
    EXPECT_NE(line.substr(0, 7), "refused") << line;
    numbers.push_back(std::stoull(line));
  }
  return numbers;
}

// Every command that was acknowledged stands in the log, whole, with the bytes that were signed.
void expect_all_there(ledger::TinySchool& school, const std::vector<std::uint64_t>& numbers) {
  const auto log = school.log().snapshot();
  for (const auto number : numbers) {
    const auto place = log->command(load_author(number), load_id(number));
    ASSERT_TRUE(place) << number;
    ASSERT_EQ(place->count, erases(number) ? 1 : 2);
    for (std::uint64_t i = 0; i < place->count; ++i) {
      const auto event = log->event({place->first.value + i});
      ASSERT_TRUE(event);
      ASSERT_EQ(event->event.command, load_id(number));
      ASSERT_EQ(event->event.index, i);
    }
  }
}

TEST(Killing, ProcessKilledFiftyTimesLosesNothingAcknowledged) {
  RecordProperty("requirement", "ARC-02");
  // On a real disk, where a kill finds writes half done.
  const auto directory =
      std::filesystem::temp_directory_path() / ("letopis-killed-" + std::to_string(::getpid()));
  std::filesystem::remove_all(directory);
  ledger::TinySchool school({.background = true, .directory = directory});
  found(school);
  school.close();
  std::mt19937_64 random(1);
  std::size_t in_all = 0;
  for (std::uint32_t round = 1; round <= kKills; ++round) {
    Writer writer(directory, round);
    writer.listen(1 + random() % 60);
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 5'000));
    ASSERT_TRUE(writer.kill()) << writer.said();
    const auto numbers = acknowledged(writer.said());
    in_all += numbers.size();
    live_by_rules(school);
    const auto opened = school.open();
    ASSERT_TRUE(opened) << opened.refusal().says.en;
    expect_all_there(school, numbers);
    if (HasFatalFailure()) return;
    school.close();
  }
  EXPECT_GT(in_all, kKills);
  const auto verdict = school.verify();
  EXPECT_TRUE(verdict.intact()) << verdict.findings[0].what.says.en;
  EXPECT_GE(verdict.commands, in_all + 2);
  std::filesystem::remove_all(directory);
}

}  // namespace
}  // namespace letopis::simulation
