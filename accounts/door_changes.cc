// What is changed at the door: accounts, passwords, second factors, locked sessions.
#include <fmt/format.h>

#include <algorithm>

#include "accounts/door.h"
#include "accounts/password_rules.h"
#include "accounts/sealing.h"

namespace letopis::accounts {
namespace {

Account new_account(events::PersonNumber person, const signing::Secret32& seed,
                    const signing::Secret32& stretched, const Salt& salt, events::Instant now) {
  const Halves halves = split(stretched);
  Account account;
  account.person = person;
  account.custody = Custody::kServer;
  account.public_key = signing::PrivateKey(seed).public_key();
  account.salt = salt;
  account.verifier = signing::sha256(halves.login.reveal());
  account.wrapped_seed = seal(halves.wrap, beside_seed(person), seed.reveal());
  account.since = now;
  return account;
}

Salt random_salt() {
  Salt salt{};
  signing::fill_random(salt);
  return salt;
}

}  // namespace

Result<Account> Door::sealed_account(events::PersonNumber person, std::string_view password,
                                     const signing::Secret32& seed) {
  const auto login = parts_.book.login_of(person);
  if (auto fit = check_password(password, login.value_or("")); !fit) return fit.refusal();
  const Salt salt = random_salt();
  auto stretched = parts_.stretching.stretch(password, salt, Cost{});
  if (!stretched) return stretched.refusal();
  return new_account(person, seed, *stretched, salt, parts_.clock.now());
}

Result<Account> Door::browser_account(events::PersonNumber person, const BrowserKey& key) const {
  if (key.cost != Cost{}) {
    return Refusal{
        "password.cost",
        {"браузер посчитал пароль с другими параметрами",
         "the browser stretched the password by other parameters"},
        {},
        {fmt::format("Argon2id, проходов {}, памяти {} КиБ", Cost{}.passes, Cost{}.memory_kib),
         fmt::format("Argon2id, {} passes, {} KiB", Cost{}.passes, Cost{}.memory_kib)}};
  }
  if (key.wrapped_seed.empty() || key.wrapped_seed.size() > kMaxWrappedSeedBytes) {
    return Refusal{"password.wrapped",
                   {"ключ не приложен или слишком длинный", "the key is missing or too long"},
                   {},
                   {fmt::format("до {} байт", kMaxWrappedSeedBytes),
                    fmt::format("up to {} bytes", kMaxWrappedSeedBytes)}};
  }
  Account account;
  account.person = person;
  account.custody = Custody::kBrowser;
  account.public_key = key.public_key;
  account.salt = key.salt;
  account.cost = key.cost;
  account.verifier = signing::sha256(key.half.reveal());
  account.wrapped_seed = key.wrapped_seed;
  account.since = parts_.clock.now();
  return account;
}

void Door::replace(const Account& account) {
  parts_.sessions.end_all(account.person);
  parts_.book.forget_devices(account.person);
  parts_.book.put(account);
}

Outcome Door::enrol(events::PersonNumber person, const ServerKey& key) {
  auto account = sealed_account(person, key.password, key.seed);
  if (!account) return account.refusal();
  replace(*account);
  return Done{};
}

Outcome Door::enrol(events::PersonNumber person, const BrowserKey& key) {
  auto account = browser_account(person, key);
  if (!account) return account.refusal();
  replace(*account);
  return Done{};
}

void Door::close(events::PersonNumber person) {
  parts_.book.remove(person);
  parts_.sessions.end_all(person);
}

void Door::review() {
  for (const auto person : parts_.sessions.persons()) {
    const auto account = parts_.book.find(person);
    const auto standing = account ? parts_.standing(person, account->public_key) : Standing{};
    const auto sessions = parts_.sessions.list(person);
    const bool others_terms =
        std::any_of(sessions.begin(), sessions.end(),
                    [&standing](const Session& one) { return one.kind != standing.kind; });
    if (!standing.key_stands || others_terms) parts_.sessions.end_all(person);
  }
}

// Guessing over an open session is held against this session alone.
Answer<Door::Entered> Door::enter(std::string_view token, const Proof& proof) {
  auto visit = parts_.sessions.use(token, false);
  if (!visit) return {visit.refusal(), std::nullopt};
  const Session& session = visit->session;
  const std::vector<Counted> held{
      {by_device_, "session/" + std::string(text_of(session.id.bytes))}};
  if (const auto wait = begin(held, parts_.clock.monotonic_ms())) {
    return {wait_refusal(*wait), wait};
  }
  const auto account = parts_.book.find(session.person);
  const auto parameters =
      account ? LoginParameters{account->custody, account->salt, account->cost} : LoginParameters{};
  auto proven = prove(account, parameters, proof);
  if (!proven) {
    if (proven.refusal().code == "login.busy") withdraw(held);
    return {proven.refusal(), std::nullopt};
  }
  by_device_.forget(held.front().name);
  return {Entered{session, std::move(proven).value()}, std::nullopt};
}

Answer<Opened> Door::unlock(std::string_view token, const Proof& proof) {
  auto entered = enter(token, proof);
  if (!entered.outcome) return {entered.outcome.refusal(), entered.wait_ms};
  return {parts_.sessions.unlock(token, open_key(entered.outcome->proven)), std::nullopt};
}

// The second factor is sealed under the password: it goes along to the new one.
void Door::move_second(const Proven& proven, const Account& account,
                       const signing::Secret32& new_half) {
  const std::lock_guard lock(second_);
  auto second = parts_.book.second(account.person);
  if (second) {
    second =
        seal(unseal_second(*second, account.person, proven.login_half), account.person, new_half);
  }
  parts_.book.put(account, std::move(second));
}

Answer<Done> Door::change(std::string_view token, const Proof& proof, std::string_view password) {
  auto entered = enter(token, proof);
  if (!entered.outcome) return {entered.outcome.refusal(), entered.wait_ms};
  const Proven& proven = entered.outcome->proven;
  if (proven.account.custody != Custody::kServer) {
    return {Refusal{"password.custody",
                    {"ваш ключ хранит браузер: пароль меняют в нём",
                     "your key is kept by browsers: the password is changed there"}},
            std::nullopt};
  }
  const auto login = parts_.book.login_of(proven.account.person);
  if (auto fit = check_password(password, login.value_or("")); !fit) {
    return {fit.refusal(), std::nullopt};
  }
  const Salt salt = random_salt();
  auto stretched = parts_.stretching.stretch(password, salt, Cost{});
  if (!stretched) return {stretched.refusal(), std::nullopt};
  const signing::Secret32 seed = open_seed(proven);
  const Account account =
      new_account(proven.account.person, seed, *stretched, salt, parts_.clock.now());
  move_second(proven, account, split(*stretched).login);
  parts_.sessions.end_all(account.person, entered.outcome->session.id);
  return {Done{}, std::nullopt};
}

Answer<Done> Door::change(std::string_view token, const Proof& proof, const BrowserKey& key) {
  auto entered = enter(token, proof);
  if (!entered.outcome) return {entered.outcome.refusal(), entered.wait_ms};
  const Proven& proven = entered.outcome->proven;
  if (proven.account.custody != Custody::kBrowser || proven.account.public_key != key.public_key) {
    return {Refusal{"password.key",
                    {"с новым паролем остаётся прежний ключ", "a new password keeps the key"},
                    {},
                    {"новый ключ заводят по новому коду доступа",
                     "a new key comes by a new activation code"}},
            std::nullopt};
  }
  auto account = browser_account(proven.account.person, key);
  if (!account) return {account.refusal(), std::nullopt};
  move_second(proven, *account, key.half);
  parts_.sessions.end_all(account->person, entered.outcome->session.id);
  return {Done{}, std::nullopt};
}

Answer<std::vector<std::string>> Door::turn_on_second(std::string_view token, const Proof& proof,
                                                      const TotpSecret& offered,
                                                      std::string_view digits) {
  auto entered = enter(token, proof);
  if (!entered.outcome) return {entered.outcome.refusal(), entered.wait_ms};
  const auto person = entered.outcome->session.person;
  const std::lock_guard lock(second_);
  if (parts_.book.second(person)) {
    return {Refusal{"second.present",
                    {"второй шаг входа уже включён", "the second step is on already"},
                    {},
                    {"сначала выключите его", "turn it off first"}},
            std::nullopt};
  }
  SecondFactor factor{offered, std::nullopt, {}};
  if (!accept(factor, digits, parts_.clock.now())) return {second_wrong(), std::nullopt};
  auto codes = renew_recovery(factor);
  parts_.book.put_second(person, seal(factor, person, entered.outcome->proven.login_half));
  parts_.sessions.settle_second_factor(person);
  return {std::move(codes), std::nullopt};
}

Answer<Done> Door::turn_off_second(std::string_view token, const Proof& proof,
                                   std::string_view digits) {
  auto entered = enter(token, proof);
  if (!entered.outcome) return {entered.outcome.refusal(), entered.wait_ms};
  const Account& account = entered.outcome->proven.account;
  if (!parts_.book.second(account.person)) {
    return {Refusal{"second.absent", {"второй шаг входа не включён", "the second step is not on"}},
            std::nullopt};
  }
  if (parts_.standing(account.person, account.public_key).demands_second_factor) {
    return {Refusal{"second.demanded",
                    {"школа требует второго шага входа от вашей должности",
                     "the school demands the second step of your office"}},
            std::nullopt};
  }
  if (auto fit = check_second(entered.outcome->proven, std::string(digits)); !fit) {
    return {fit.refusal(), std::nullopt};
  }
  parts_.book.put_second(account.person, std::nullopt);
  return {Done{}, std::nullopt};
}

}  // namespace letopis::accounts
