#include "accounts/door.h"

#include <fmt/format.h>

#include <algorithm>

#include "accounts/password_rules.h"
#include "accounts/sealing.h"
#include "accounts/tokens.h"
#include "outcome/invariant.h"
#include "shelf/row.h"
#include "shelf/secret.h"

namespace letopis::accounts {
namespace {

Refusal wrong() {
  return {"login.wrong",
          {"имя для входа или пароль не подходят", "the login or the password is wrong"},
          {},
          {"проверьте раскладку клавиатуры; забытый пароль заменяют, получив новый код доступа",
           "check the keyboard's layout; a forgotten password is replaced by a new code"}};
}

}  // namespace

Refusal wait_refusal(std::int64_t wait_ms) {
  const auto seconds = (wait_ms + 999) / 1'000;
  return {"login.wait",
          {"слишком много неудачных попыток подряд", "too many failed attempts in a row"},
          {},
          {fmt::format("следующая — через {} с", seconds),
           fmt::format("the next one in {} s", seconds)}};
}

Refusal second_wrong() {
  return {"login.second_wrong",
          {"цифры не подходят: они устарели или не те", "the digits are wrong: too old, or others"},
          {},
          {"дождитесь следующих и проверьте время на телефоне",
           "wait for the next ones, and check the phone's clock"}};
}

std::string beside_seed(events::PersonNumber person) {
  return shelf::RowWriter("letopis seed v1\n").u32(person.value).take();
}

namespace {

Refusal second_repeated() {
  return {"login.second_repeated",
          {"по этим цифрам уже входили", "somebody has signed in with these digits already"},
          {},
          {"дождитесь следующих; если входили не вы, смените пароль",
           "wait for the next ones; if it was not you, change the password"}};
}

// What a log-in is called in counts and in what is pretended of it, whatever was typed.
std::string counted_name(std::string_view login) {
  if (auto folded = folded_login(login)) return *folded;
  return "?" + std::string(text_of(token_digest(login).view()));
}

std::string device_name(events::PersonNumber person, std::string_view device) {
  return fmt::format("{}/{}", person.value, device);
}

}  // namespace

Door::Door(Parts parts)
    : parts_(std::move(parts)), secret_(shelf::secret_of(parts_.shelf, "accounts/secret/door")) {}

LoginParameters Door::pretended(std::string_view login) const {
  const std::string message = "letopis login parameters v1\n" + counted_name(login);
  const auto digest = shelf::keyed_digest(secret_, bytes_of(message));
  LoginParameters parameters;
  std::copy_n(digest.bytes.begin(), parameters.salt.size(), parameters.salt.begin());
  const bool in_browser = (digest.bytes.back() & std::byte{1}) != std::byte{0};
  parameters.custody = in_browser ? Custody::kBrowser : Custody::kServer;
  return parameters;
}

LoginParameters Door::parameters(std::string_view login) const {
  const auto person = parts_.book.person_of(login);
  const auto account = person ? parts_.book.find(*person) : std::nullopt;
  if (!account) return pretended(login);
  return {account->custody, account->salt, account->cost};
}

std::vector<Door::Counted> Door::counts(const Attempt& attempt,
                                        const std::optional<Account>& account) {
  if (account && attempt.device && parts_.book.knows_device(account->person, *attempt.device)) {
    return {{by_device_, device_name(account->person, *attempt.device)}};
  }
  const std::string name = counted_name(attempt.login);
  const std::string address =
      counted_address(std::string_view(attempt.address).substr(0, kMaxAddressBytes));
  auto& of_login = account ? known_ : unknown_;
  return {{by_address_, address},
          {of_login.from_one_address, name + "/" + address},
          {of_login.from_all, name}};
}

std::optional<std::int64_t> Door::begin(const std::vector<Counted>& counts, std::int64_t now_ms) {
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto wait = counts[i].throttle.begin(counts[i].name, now_ms);
    if (!wait) continue;
    while (i-- > 0) counts[i].throttle.withdraw(counts[i].name);
    return wait;
  }
  return std::nullopt;
}

Result<Door::Proven> Door::prove(const std::optional<Account>& account,
                                 const LoginParameters& parameters, const Proof& proof) {
  std::optional<signing::Secret32> login_half, wrap_half;
  auto brought = Custody::kBrowser;
  if (const auto* typed = std::get_if<TypedPassword>(&proof)) {
    brought = Custody::kServer;
    const auto text = std::string_view(typed->password).substr(0, kMaxPasswordBytes);
    auto stretched = parts_.stretching.stretch(text, parameters.salt, parameters.cost);
    if (!stretched) return stretched.refusal();
    auto halves = split(*stretched);
    login_half = std::move(halves.login);
    wrap_half = std::move(halves.wrap);
  } else {
    login_half = std::get<LoginHalf>(proof).half.copy();
  }
  const auto verifier = signing::sha256(login_half->reveal());
  const auto wanted = account ? account->verifier : signing::Digest{};
  const bool same = signing::equal_in_constant_time(verifier.view(), wanted.view());
  if (!account || !same || account->custody != brought) return wrong();
  return Proven{*account, std::move(*login_half), std::move(wrap_half)};
}

Outcome Door::check_second(const Proven& proven, const std::optional<std::string>& typed) {
  const std::lock_guard lock(second_);
  const auto person = proven.account.person;
  const auto sealed = parts_.book.second(person);
  if (!sealed) return Done{};
  if (!typed) {
    return Refusal{"login.second_factor",
                   {"нужны ещё цифры из приложения на телефоне",
                    "the digits from the program on the phone are wanted, too"},
                   {},
                   {"введите шесть цифр или один из запасных кодов",
                    "enter six digits, or one of the spare codes"}};
  }
  auto factor = unseal_second(*sealed, person, proven.login_half);
  const auto now = parts_.clock.now();
  if (!accept(factor, *typed, now)) {
    return is_repeated(factor, *typed, now) ? second_repeated() : second_wrong();
  }
  parts_.book.put_second(person, seal(factor, person, proven.login_half));
  return Done{};
}

signing::Secret32 Door::open_seed(const Proven& proven) {
  INVARIANT(proven.wrap_half.has_value());
  auto seed =
      unseal(*proven.wrap_half, beside_seed(proven.account.person), proven.account.wrapped_seed);
  if (!seed || seed->size() != signing::Secret32::kBytes) {
    throw shelf::ShelfFailure(shelf::ShelfFailure::Kind::kCorrupt, "a key's seed does not open");
  }
  signing::Secret32 secret(bytes_of(*seed).first<signing::Secret32::kBytes>());
  signing::wipe(std::as_writable_bytes(std::span(*seed)));
  return secret;
}

Key Door::open_key(const Proven& proven) {
  if (proven.account.custody != Custody::kServer) return nullptr;
  return std::make_shared<const signing::PrivateKey>(open_seed(proven));
}

void Door::withdraw(const std::vector<Counted>& counts) {
  for (const auto& one : counts) one.throttle.withdraw(one.name);
}

Answer<SignedIn> Door::log_in(const Attempt& attempt) {
  const auto person = parts_.book.person_of(attempt.login);
  const auto account = person ? parts_.book.find(*person) : std::nullopt;
  const auto held = counts(attempt, account);
  if (const auto wait = begin(held, parts_.clock.monotonic_ms())) {
    return {wait_refusal(*wait), wait};
  }
  const auto parameters = account ? LoginParameters{account->custody, account->salt, account->cost}
                                  : pretended(attempt.login);
  const auto proven = prove(account, parameters, attempt.proof);
  if (!proven) {
    if (proven.refusal().code == "login.busy") withdraw(held);
    return {proven.refusal(), std::nullopt};
  }
  const Standing standing = parts_.standing(account->person, account->public_key);
  if (!standing.key_stands) {
    withdraw(held);
    return {Refusal{"login.key_ended",
                    {"ваш ключ больше не действует", "your key stands no more"},
                    {},
                    {"попросите новый код доступа", "ask for a new activation code"}},
            std::nullopt};
  }
  if (auto second = check_second(*proven, attempt.second); !second) {
    // That digits are wanted is no failure: the password was right.
    if (second.refusal().code == "login.second_factor") withdraw(held);
    return {second.refusal(), std::nullopt};
  }
  withdraw(held);
  return {let_in(attempt, *proven, standing), std::nullopt};
}

SignedIn Door::let_in(const Attempt& attempt, const Proven& proven, const Standing& standing) {
  const Account& account = proven.account;
  Session session;
  session.person = account.person;
  session.kind = standing.kind;
  session.custody = account.custody;
  session.owes_second_factor =
      standing.demands_second_factor && !parts_.book.second(account.person);
  session.device = attempt.device_text;
  session.address = attempt.address;
  const bool known = attempt.device && parts_.book.knows_device(account.person, *attempt.device);
  SignedIn in{parts_.sessions.open(std::move(session), open_key(proven)),
              known ? *attempt.device : random_token(),
              {},
              !known};
  if (known) by_device_.forget(device_name(account.person, *attempt.device));
  parts_.book.note_device(account.person, in.device, parts_.clock.now());
  if (account.custody == Custody::kBrowser) in.wrapped_seed = account.wrapped_seed;
  return in;
}

}  // namespace letopis::accounts
