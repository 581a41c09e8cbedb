// The accounts and log-ins of one school, on its shelf.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "accounts/account.h"
#include "outcome/result.h"
#include "shelf/shelf.h"

namespace letopis::accounts {

// Any thread. Throws ShelfFailure.
class AccountBook {
 public:
  explicit AccountBook(shelf::Shelf& shelf) : shelf_(shelf) {}

  // Gives the person this log-in instead of the earlier one; an account need not be there yet.
  // Refuses login.unreadable and login.taken.
  Outcome name(events::PersonNumber person, std::string_view login);
  // Whether `name` would take it as things stand.
  Outcome may_name(events::PersonNumber person, std::string_view login) const;
  std::optional<events::PersonNumber> person_of(std::string_view login) const;
  std::optional<std::string> login_of(events::PersonNumber person) const;

  std::optional<Account> find(events::PersonNumber person) const;
  // In place of the one that was there; with it goes the second factor, which was of its password.
  void put(const Account& account);
  // With the second factor and the devices; the log-in stays the person's.
  void remove(events::PersonNumber person);

  // The second factor of the account, sealed; see second_factor.h.
  std::optional<std::string> second(events::PersonNumber person) const;
  void put_second(events::PersonNumber person, std::optional<std::string> sealed);
  // Both at once, for a password that changes.
  void put(const Account& account, std::optional<std::string> second);

  // Devices from which the person once logged in: at most kMaxDevices, the latest.
  static constexpr std::size_t kMaxDevices = 10;
  bool knows_device(events::PersonNumber person, std::string_view device) const;
  void note_device(events::PersonNumber person, std::string_view device, events::Instant now);
  void forget_devices(events::PersonNumber person);

 private:
  void append_devices(events::PersonNumber person, std::vector<shelf::Change>& changes) const;

  shelf::Shelf& shelf_;
  std::mutex naming_;  // held from looking whether a log-in is free to having written it
};

}  // namespace letopis::accounts
