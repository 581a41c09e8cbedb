#include "accounts/account_book.h"

#include <algorithm>
#include <vector>

#include "accounts/password_rules.h"
#include "accounts/tokens.h"
#include "outcome/invariant.h"
#include "shelf/row.h"

namespace letopis::accounts {
namespace {

using shelf::Change;
using shelf::RowReader;
using shelf::RowWriter;

constexpr std::uint8_t kFormat = 1;

std::string login_key(std::string_view login) { return "accounts/login/" + std::string(login); }

std::string person_key(std::string_view rows, events::PersonNumber person) {
  return RowWriter(rows).u32(person.value).take();
}

std::string account_key(events::PersonNumber person) {
  return person_key("accounts/account/", person);
}
std::string name_key(events::PersonNumber person) { return person_key("accounts/name/", person); }
std::string second_key(events::PersonNumber person) {
  return person_key("accounts/second/", person);
}
std::string devices_prefix(events::PersonNumber person) {
  return person_key("accounts/device/", person);
}
std::string device_key(events::PersonNumber person, std::string_view device) {
  return RowWriter(devices_prefix(person)).bytes(token_digest(device).view()).take();
}

template <class Value>
void read_into(Value& value, RowReader& row) {
  const auto bytes = bytes_of(row.bytes(value.size()));
  std::copy(bytes.begin(), bytes.end(), value.begin());
}

std::string print(const Account& account) {
  return RowWriter()
      .u8(kFormat)
      .u8(static_cast<std::uint8_t>(account.custody))
      .bytes(account.public_key.view())
      .bytes(account.salt)
      .u32(account.cost.passes)
      .u32(account.cost.memory_kib)
      .bytes(account.verifier.view())
      .text(account.wrapped_seed)
      .i64(account.since.milliseconds)
      .take();
}

Account parse(events::PersonNumber person, std::string_view bytes) {
  RowReader row(bytes);
  if (row.u8() != kFormat) {
    throw shelf::ShelfFailure(shelf::ShelfFailure::Kind::kCorrupt, "an account of another format");
  }
  Account account;
  account.person = person;
  account.custody = static_cast<Custody>(row.u8());
  read_into(account.public_key.bytes, row);
  read_into(account.salt, row);
  account.cost.passes = row.u32();
  account.cost.memory_kib = row.u32();
  read_into(account.verifier.bytes, row);
  account.wrapped_seed = row.text();
  account.since.milliseconds = row.i64();
  row.finish();
  return account;
}

}  // namespace

Outcome AccountBook::may_name(events::PersonNumber person, std::string_view login) const {
  const auto folded = folded_login(login);
  if (!folded) {
    return Refusal{"login.unreadable",
                   {"такого имени для входа не бывает", "this cannot be a login"},
                   {},
                   {"от 1 до 64 знаков: a–z, 0–9, точка, _ и -, первая — буква",
                    "1 to 64 of a-z, 0-9, full stop, _ and -, a letter first"}};
  }
  const auto owner = person_of(*folded);
  if (!owner || *owner == person) return Done{};
  return Refusal{
      "login.taken",
      {"имя для входа «" + *folded + "» уже занято", "the login " + *folded + " is taken"}};
}

Outcome AccountBook::name(events::PersonNumber person, std::string_view login) {
  const std::lock_guard lock(naming_);
  if (auto may = may_name(person, login); !may) return may;
  const auto folded = folded_login(login);
  if (person_of(*folded) == person) return Done{};
  std::vector<Change> changes{{login_key(*folded), RowWriter().u32(person.value).take()},
                              {name_key(person), *folded}};
  if (const auto earlier = login_of(person)) changes.push_back({login_key(*earlier), std::nullopt});
  shelf_.write(changes);
  return Done{};
}

std::optional<events::PersonNumber> AccountBook::person_of(std::string_view login) const {
  const auto folded = folded_login(login);
  const auto row = folded ? shelf_.get(login_key(*folded)) : std::nullopt;
  if (!row) return std::nullopt;
  return events::PersonNumber{RowReader(*row).u32()};
}

std::optional<std::string> AccountBook::login_of(events::PersonNumber person) const {
  return shelf_.get(name_key(person));
}

std::optional<Account> AccountBook::find(events::PersonNumber person) const {
  const auto row = shelf_.get(account_key(person));
  if (!row) return std::nullopt;
  return parse(person, *row);
}

void AccountBook::put(const Account& account) { put(account, std::nullopt); }

void AccountBook::put(const Account& account, std::optional<std::string> second) {
  INVARIANT(account.wrapped_seed.size() <= kMaxWrappedSeedBytes);
  shelf_.write(std::vector<Change>{{account_key(account.person), print(account)},
                                   {second_key(account.person), std::move(second)}});
}

void AccountBook::remove(events::PersonNumber person) {
  std::vector<Change> changes{{account_key(person), std::nullopt},
                              {second_key(person), std::nullopt}};
  append_devices(person, changes);
  shelf_.write(changes);
}

std::optional<std::string> AccountBook::second(events::PersonNumber person) const {
  return shelf_.get(second_key(person));
}

void AccountBook::put_second(events::PersonNumber person, std::optional<std::string> sealed) {
  shelf_.write(std::vector<Change>{{second_key(person), std::move(sealed)}});
}

bool AccountBook::knows_device(events::PersonNumber person, std::string_view device) const {
  return device.size() <= kMaxTokenBytes && shelf_.get(device_key(person, device)).has_value();
}

void AccountBook::note_device(events::PersonNumber person, std::string_view device,
                              events::Instant now) {
  struct Seen {
    std::int64_t when;
    std::string key;
  };
  const std::string own = device_key(person, device);
  std::vector<Seen> others;
  shelf_.scan(devices_prefix(person), shelf::after_prefix(devices_prefix(person)),
              [&](std::string_view key, std::string_view value) {
                if (key != own) others.push_back({RowReader(value).i64(), std::string(key)});
                return true;
              });
  std::sort(others.begin(), others.end(),
            [](const Seen& left, const Seen& right) { return left.when > right.when; });
  std::vector<Change> changes{{own, RowWriter().i64(now.milliseconds).take()}};
  for (std::size_t i = kMaxDevices - 1; i < others.size(); ++i) {
    changes.push_back({others[i].key, std::nullopt});
  }
  shelf_.write(changes);
}

void AccountBook::append_devices(events::PersonNumber person, std::vector<Change>& changes) const {
  shelf_.scan(devices_prefix(person), shelf::after_prefix(devices_prefix(person)),
              [&changes](std::string_view key, std::string_view) {
                changes.push_back({std::string(key), std::nullopt});
                return true;
              });
}

void AccountBook::forget_devices(events::PersonNumber person) {
  std::vector<Change> changes;
  append_devices(person, changes);
  shelf_.write(changes);
}

}  // namespace letopis::accounts
