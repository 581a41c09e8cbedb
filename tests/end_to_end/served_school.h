// Schools served by the real program beside this process, and clients of them.
#pragma once

#include <boost/json/object.hpp>
#include <memory>
#include <string>
#include <vector>

#include "bench/school.h"
#include "demo/neighbour.h"
#include "http/connection.h"
#include "office/scratch_directory.h"

namespace letopis::end_to_end {

// `letopis serve` with these words; gone with this.
class Serving {
 public:
  explicit Serving(std::vector<std::string> words);

  std::uint16_t port() const { return port_; }
  pid_t process() const { return server_->process(); }
  http::Destination destination() const { return {"127.0.0.1", port_, {}}; }
  void kill();      // as a power cut does
  int terminate();  // asks it to end and waits; what it exits with

 private:
  std::unique_ptr<demo::Neighbour> server_;
  std::uint16_t port_ = 0;
};

// One client with a connection of its own.
class Client {
 public:
  explicit Client(const http::Destination& to, std::string token = {});
  // Status 0: the connection has ended.
  struct Answer {
    unsigned status = 0;
    boost::json::object body;
  };
  Answer get(const std::string& target);
  Answer post(const std::string& target, const boost::json::object& body);
  // The body goes with methods that have one; an empty one with none that deletes.
  Answer send(const std::string& method, const std::string& target,
              const boost::json::object& body);

 private:
  Answer ask(http::Request request);
  std::unique_ptr<http::Connection> connection_;
  const std::string token_;
};

// A school of a few teachers, each with a key of the browser and a session; marks of prepared
// cells.
class TaughtSchool {
 public:
  static constexpr unsigned kTeachers = 8;
  explicit TaughtSchool(const std::filesystem::path& directory);

  const std::filesystem::path& directory() const { return directory_; }
  const std::string& token(unsigned teacher) const { return tokens_[teacher]; }
  // The n-th mark of a teacher, signed as a browser would, as the body of POST /events.
  ledger::Command mark(unsigned teacher, std::uint64_t n) const;
  // The same cell and version from another tab: another command.
  ledger::Command rival_of(const ledger::Command& first, unsigned teacher, std::uint64_t n) const;
  static boost::json::object body_of(const ledger::Command& command);
  static std::string id_of(const ledger::Command& command);

 private:
  const std::filesystem::path directory_;
  std::unique_ptr<bench::BenchSchool> school_;
  std::vector<std::string> tokens_;
};

}  // namespace letopis::end_to_end
