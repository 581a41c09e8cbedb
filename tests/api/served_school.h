// A school in the middle of its year, lived once for all tests of this program; each test has a
// copy of its own, and asks something of it as programs and pages do.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "api/service.h"
#include "demo/today.h"
#include "office/scratch_directory.h"

namespace letopis::api {

inline const std::string kPassword(demo::kTodaysPassword);
inline constexpr const char* kPeer = "192.0.2.7";
inline constexpr const char* kHost = "school.example";

// An answer, read as tests want it.
struct Told {
  http::Response answer;
  std::string route;  // the pattern that was found

  unsigned status() const { return answer.status; }
  boost::json::object json() const;  // of the body; a failure where it is none
  std::string code() const;          // of a problem document; else empty
  std::string header(std::string_view name) const;
  std::vector<std::string> cookies() const;  // each "name=value"
};

struct Conditions {
  std::string begins = "2026-03-11T12:30:00+03:00";  // the trial's clock
  std::optional<std::string> site = {};              // serve.json
  // Upon which disk the shelf of the school in that directory stands; without: the machine's.
  std::function<rocksdb::Env*(const std::filesystem::path& data)> disk = {};
};

class ServedSchool {
 public:
  explicit ServedSchool(const Conditions& conditions = {});

  Told ask(http::Request request);
  Told get(const std::string& target, std::vector<http::Header> headers = {});
  Told send(const std::string& method, const std::string& target, const boost::json::object& body,
            std::vector<http::Header> headers = {});

  hosting::School& school() { return *school_; }
  // Closed and opened again, as after a restart of the server, at that moment or as before.
  void restart(const std::optional<std::string>& at = {});

 private:
  void open(const std::string& at);

  const office::ScratchDirectory scratch_;
  const std::filesystem::path data_;
  const Conditions conditions_;
  shelf::Resources shelves_;
  accounts::Stretching stretching_;
  std::unique_ptr<hosting::Schools> schools_;
  std::shared_ptr<hosting::School> school_;  // shared, as Schools gives it out
  std::unique_ptr<Service> service_;
};

// Somebody who signed in by a program, with a token.
class Guest {
 public:
  // By log-in and the password of all; a failure of the test where that is refused.
  Guest(ServedSchool& at, const std::string& login);

  Told get(const std::string& target, std::vector<http::Header> headers = {}) const;
  Told post(const std::string& target, const boost::json::object& body) const;
  Told put(const std::string& target, const boost::json::object& body) const;
  Told remove(const std::string& target, const boost::json::object& body = {}) const;
  Told command(const boost::json::object& command) const;  // to be carried out by the server

  const std::string& token() const { return token_; }
  events::PersonNumber person() const { return person_; }
  http::Header authorization() const { return {"Authorization", "Bearer " + token_}; }

 private:
  ServedSchool& at_;
  std::string token_;
  events::PersonNumber person_;
};

// The keys that the people of the trial sign with.
signing::PrivateKey key_of(events::PersonNumber person);

// The log-ins of live_today.
std::vector<std::string> all_logins();

boost::json::object proof();  // {"password": of all}

// What is taught this morning by the teacher who leads no class, to the class of "klassruk".
struct TaughtToday {
  std::string school_class;
  std::string subject;
  std::uint64_t load = 0;
  std::uint64_t bell = 0;
};
TaughtToday taught_today(const Guest& teacher, const Guest& leader);

// Records that lesson; its number.
std::uint64_t record_lesson(const Guest& teacher, const TaughtToday& taught);

}  // namespace letopis::api
