#include "demo/neighbour.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <system_error>
#include <thread>
#include <utility>

namespace letopis::demo {
namespace {

namespace json = boost::json;
using Clock = std::chrono::steady_clock;

Refusal silent(std::string_view why_ru, std::string_view why_en) {
  return {"neighbour.silent",
          {fmt::format("второй процесс не начал работу: {}", why_ru),
           fmt::format("the second process did not begin to serve: {}", why_en)}};
}

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

// Between fork and exec only calls that a signal handler may make.
[[noreturn]] void become(int output, char* const* arguments) {
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
  const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nothing >= 0) ::dup2(nothing, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::execv(arguments[0], arguments);
  ::_exit(127);
}

// Its line, or nothing when the time is over or it ended.
std::string read_line(int from, Clock::time_point until) {
  std::string line;
  while (line.size() < kMostGreeting) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
    pollfd waiting{from, POLLIN, 0};
    if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0) return {};
    char byte = 0;
    if (::read(from, &byte, 1) != 1) return {};
    if (byte == '\n') return line;
    line += byte;
  }
  return {};
}

bool ended(pid_t process) { return ::waitpid(process, nullptr, WNOHANG) == process; }

}  // namespace

Result<Neighbour> Neighbour::start(const std::filesystem::path& program,
                                   const std::vector<std::string>& arguments) {
  std::vector<std::string> words{program.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (auto& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe2");
  const pid_t process = ::fork();
  if (process == 0) become(ends[1], pointers.data());
  ::close(ends[1]);
  if (process < 0) {
    ::close(ends[0]);
    fail("fork");
  }
  Neighbour made(process, ends[0]);
  if (auto greeted = made.read_greeting(); !greeted) return greeted.refusal();
  return made;
}

Outcome Neighbour::read_greeting() {
  const auto line = read_line(output_, Clock::now() + kMostToBegin);
  if (line.empty()) return silent("он ничего не сказал", "it said nothing");
  std::error_code wrong;
  const auto value = json::parse(line, wrong);
  const auto* said = wrong ? nullptr : value.if_object();
  const auto* address = said != nullptr ? said->if_contains("address") : nullptr;
  const auto* port = said != nullptr ? said->if_contains("port") : nullptr;
  if (address == nullptr || !address->is_string() || port == nullptr || !port->is_int64()) {
    return silent("он сказал не то", "it said something else");
  }
  url_ = fmt::format("http://{}:{}/", std::string_view(address->get_string()), port->get_int64());
  return Done{};
}

Neighbour::Neighbour(Neighbour&& other) noexcept
    : process_(std::exchange(other.process_, -1)),
      output_(std::exchange(other.output_, -1)),
      url_(std::move(other.url_)) {}

Neighbour::~Neighbour() {
  if (process_ < 0) return;
  ::kill(process_, SIGTERM);
  const auto until = Clock::now() + kMostToStop;
  while (!ended(process_)) {
    if (Clock::now() >= until) {
      ::kill(process_, SIGKILL);
      ::waitpid(process_, nullptr, 0);
      break;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  ::close(output_);
}

}  // namespace letopis::demo
