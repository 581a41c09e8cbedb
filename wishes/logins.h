// By what names people call themselves at the door: logins beside the log, never in it.
//
//   {"format": 0, "logins": {"director": 1, "petrova": 5}}
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "events/identifiers.h"
#include "outcome/result.h"

namespace letopis::wishes {

inline constexpr std::size_t kMaxLogins = 100'000;
inline constexpr std::size_t kMaxLoginBytes = 64;
inline constexpr std::string_view kFounderLogin = "founder";  // nobody else's: person 0

// A plain value; one thread at a time.
class Logins {
 public:
  std::optional<events::PersonNumber> find(std::string_view login) const;
  std::optional<std::string> of(events::PersonNumber person) const;

  // Whether `add` would take it. Refuses login.unreadable (1 to 64 of a-z 0-9 . _ -, the first a
  // letter), login.taken and login.too_many.
  Outcome check(std::string_view login) const;
  // A person may have several. Refuses as `check` does.
  Outcome add(std::string_view login, events::PersonNumber person);

  std::size_t size() const { return by_login_.size(); }
  bool operator==(const Logins&) const = default;

  std::string print() const;
  // Refuses login.file: not exactly the form above.
  static Result<Logins> parse(std::string_view json);

 private:
  std::map<std::string, events::PersonNumber, std::less<>> by_login_;
};

}  // namespace letopis::wishes
