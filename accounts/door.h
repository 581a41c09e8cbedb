// The door: from a password, or a browser's half of one, to a session; and what only who proves
// anew may change. The same words and the same work answer a wrong password and a log-in that does
// not exist.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/account_book.h"
#include "accounts/second_factor.h"
#include "accounts/sessions.h"
#include "accounts/throttle.h"

namespace letopis::accounts {

// What the log says of a person and a key, asked anew at each log-in.
struct Standing {
  bool key_stands = false;  // enrolled for this person, neither ended nor compromised
  Kind kind = Kind::kStaff;
  bool demands_second_factor = false;  // by the school's setting, for the person's roles
};
using StandingOf = std::function<Standing(events::PersonNumber, const signing::PublicKey&)>;

// How a browser makes the halves. For a log-in that nobody has: as if somebody had it, the same
// each time.
struct LoginParameters {
  Custody custody = Custody::kServer;
  Salt salt{};
  Cost cost;
  bool operator==(const LoginParameters&) const = default;
};

struct Attempt {
  std::string login;
  Proof proof;
  std::optional<std::string> second;  // digits, or a code on paper
  std::string address;                // whence, as the connection says it
  std::optional<std::string> device;  // what an earlier log-in left in this browser
  std::string device_text;            // what the browser says of itself
};

struct SignedIn {
  Opened opened;
  std::string device;        // for the browser to keep beyond log-out
  std::string wrapped_seed;  // of a key that browsers hold; else empty
  bool stranger = false;     // a browser that this account had not seen
};

// A refusal of login.wait says when: any earlier attempt would be refused unseen.
template <class T>
struct Answer {
  Result<T> outcome;
  std::optional<std::int64_t> wait_ms;
};

// Any thread. Throws ShelfFailure and std::bad_alloc.
class Door {
 public:
  struct Parts {
    shelf::Shelf& shelf;
    const events::Clock& clock;
    Stretching& stretching;
    AccountBook& book;
    Sessions& sessions;
    StandingOf standing;
  };
  explicit Door(Parts parts);

  LoginParameters parameters(std::string_view login) const;

  // Refuses login.wait, login.busy, login.wrong, login.key_ended (the log knows this key no more),
  // login.second_factor (the password is right; digits are wanted), login.second_wrong and
  // login.second_repeated (digits that were taken before).
  Answer<SignedIn> log_in(const Attempt& attempt);

  // The first account of a person, or one in place of it: with it end all sessions, the second
  // factor, and every device is a stranger. The log-in was given before (AccountBook::name).
  // Whether the log takes the key is the caller's; one that it does not take opens nothing. Refuses
  // what check_password does, login.busy, password.cost (none but Cost{}), password.wrapped.
  Outcome enrol(events::PersonNumber person, const ServerKey& key);
  Outcome enrol(events::PersonNumber person, const BrowserKey& key);
  // An account that is closed: with its sessions.
  void close(events::PersonNumber person);
  // Ends the sessions of everybody whose key the log takes no more, or who lives by other terms now
  // than when they came in. For whoever hears that the log grew.
  void review();

  // Below: `token` of a session, and the proof anew. Refuse what Sessions::use does, login.wait,
  // login.busy and login.wrong.
  Answer<Opened> unlock(std::string_view token, const Proof& proof);
  // The same key under another password; ends all other sessions. Refuses as `enrol` too.
  Answer<Done> change(std::string_view token, const Proof& proof, std::string_view password);
  // Requires nothing of the browser's word but its form: refuses password.key (another key).
  Answer<Done> change(std::string_view token, const Proof& proof, const BrowserKey& key);

  // Digits of the offered secret turn it on. Answers the codes for paper, shown once. Refuses
  // second.present and login.second_wrong.
  Answer<std::vector<std::string>> turn_on_second(std::string_view token, const Proof& proof,
                                                  const TotpSecret& offered,
                                                  std::string_view digits);
  // Refuses second.absent, second.demanded, login.second_wrong and login.second_repeated.
  Answer<Done> turn_off_second(std::string_view token, const Proof& proof, std::string_view digits);

 private:
  struct Proven {
    Account account;
    signing::Secret32 login_half;
    std::optional<signing::Secret32> wrap_half;  // of a password typed here
  };
  // Which counts a try is held against.
  struct Counted {
    Throttle& throttle;
    std::string name;
  };
  struct Entered {
    Session session;
    Proven proven;
  };
  std::vector<Counted> counts(const Attempt& attempt, const std::optional<Account>& account);
  static std::optional<std::int64_t> begin(const std::vector<Counted>& counts, std::int64_t now_ms);
  static void withdraw(const std::vector<Counted>& counts);
  SignedIn let_in(const Attempt& attempt, const Proven& proven, const Standing& standing);
  Result<Proven> prove(const std::optional<Account>& account, const LoginParameters& parameters,
                       const Proof& proof);
  LoginParameters pretended(std::string_view login) const;
  Answer<Entered> enter(std::string_view token, const Proof& proof);
  Outcome check_second(const Proven& proven, const std::optional<std::string>& typed);
  static signing::Secret32 open_seed(const Proven& proven);
  static Key open_key(const Proven& proven);
  void move_second(const Proven& proven, const Account& account, const signing::Secret32& new_half);
  Result<Account> sealed_account(events::PersonNumber person, std::string_view password,
                                 const signing::Secret32& seed);
  Result<Account> browser_account(events::PersonNumber person, const BrowserKey& key) const;
  void replace(const Account& account);

  const Parts parts_;
  const signing::Secret32 secret_;
  Throttle by_device_{kDevicePatience};
  Throttle by_address_{kAddressPatience};
  struct ByLogin {
    Throttle from_one_address{kPairPatience};
    Throttle from_all{kAccountPatience};
  };
  ByLogin known_;
  ByLogin unknown_;    // log-ins that nobody has: alike, but they push no other out of its memory
  std::mutex second_;  // held from opening a second factor to having kept what was taken
};

Refusal wait_refusal(std::int64_t wait_ms);
Refusal second_wrong();
// What a key's seed is sealed beside.
std::string beside_seed(events::PersonNumber person);

}  // namespace letopis::accounts
