// A school served over TLS with somebody of each role signed in, and what each is told.
#pragma once

#include <map>
#include <memory>
#include <ostream>
#include <string>

#include "end_to_end/wired_school.h"

namespace letopis::end_to_end {

// How an answer turned out.
struct Verdict {
  unsigned status = 0;
  std::string code;  // of a refusal
  bool operator==(const Verdict&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Verdict& one);
Verdict verdict_of(const Client::Answer& told);

// A refusal that is not for lack of an office: of those who have it, but not for this.
struct Other {
  std::string logins;
  unsigned status;
  const char* code;
};

class WireGuests : public Wire {
 protected:
  WireGuests();
  void enter(const std::string& login, const std::string& token);
  Client& as(const std::string& login) const { return *guests_.at(login); }
  Client& stranger() { return stranger_; }
  std::uint32_t person(const std::string& login) const;
  // Of the log.
  std::uint64_t size();
  // The body of a command, with a number for each of those names, an ORDER and a DIGEST.
  boost::json::object command_of(std::string text) const;
  std::uint32_t number(const std::string& name) const { return numbers_.at(name); }

  const Serving server_;

 private:
  Client stranger_;
  std::map<std::string, std::unique_ptr<Client>> guests_;
  std::map<std::string, std::uint32_t> numbers_;  // of {own}, {foreign}, {parent} and {teacher}
};

}  // namespace letopis::end_to_end
