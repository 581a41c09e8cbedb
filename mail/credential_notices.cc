#include "mail/credential_notices.h"

#include <fmt/format.h>

#include "regulations/civil_day.h"

namespace letopis::mail {
namespace {

using terminal::Text;
using trace::Credential;

// Empty: nobody is told of it.
std::optional<Text> told(Credential what) {
  switch (what) {
    case Credential::kPassword: return Text{"изменён ваш пароль", "your password was changed"};
    case Credential::kSecondFactorOn:
      return Text{"включён второй шаг входа", "the second step of the sign-in was turned on"};
    case Credential::kSecondFactorOff:
      return Text{"выключен второй шаг входа", "the second step of the sign-in was turned off"};
    case Credential::kApplicationMade:
      return Text{"вашу учётную запись открыли программе или календарю",
                  "a program or a calendar was given a way into your account"};
    case Credential::kSignedOutEverywhere:
      return Text{"закончены все ваши входы", "all your sessions were ended"};
    case Credential::kActivated:
      return Text{"по одноразовому коду заведена ваша учётная запись, пароль теперь новый",
                  "your account was made by a one-time code, and has a new password"};
    case Credential::kApplicationDropped:
    case Credential::kSignedOut:
    case Credential::kSessionEnded:
    case Credential::kStrangerSignedIn:
    case Credential::kDigitsRepeated: return std::nullopt;
  }
  return std::nullopt;
}

Words warned(const std::string& when, Text what, Text advice, const Sources& from) {
  return {std::string(Text{"Вход в электронный журнал", "Signing in to the school journal"}.in(
              from.language)),
          fmt::format("{}: {}.\n\n{}\n", when, what.in(from.language), advice.in(from.language))};
}

constexpr Text kNotYou{
    "Если это были вы, делать ничего не нужно. Если нет — сразу скажите администратору школы: он "
    "выдаст новый код доступа, и прежний вход перестанет действовать.",
    "If it was you, nothing has to be done. If not, tell the school's administrator at once: a new "
    "code ends the earlier way in."};
constexpr Text kChangePassword{
    "Если это были вы, делать ничего не нужно. Если нет — смените пароль: все чужие входы "
    "закончатся. Не получается — скажите администратору школы.",
    "If it was you, nothing has to be done. If not, change the password: that ends all other "
    "sessions. Where that fails, tell the school's administrator."};

}  // namespace

std::optional<Notice> notice_of(const trace::Entry& entry, std::uint64_t index,
                                const regulations::TimeZone& zone) {
  const auto* changed = std::get_if<trace::CredentialChanged>(&entry.what);
  if (changed == nullptr) return std::nullopt;
  const auto day = zone.day_of(entry.at);
  if (changed->what == Credential::kStrangerSignedIn) {
    return Notice{NoticeKind::kStranger, changed->person, 0, day};
  }
  if (changed->what == Credential::kDigitsRepeated) {
    return Notice{NoticeKind::kDigits, changed->person, 0, day};
  }
  if (!told(changed->what)) return std::nullopt;
  return Notice{NoticeKind::kCredential, changed->person, static_cast<std::uint32_t>(index), {}};
}

bool is_of_credentials(NoticeKind kind) {
  return kind == NoticeKind::kCredential || kind == NoticeKind::kStranger ||
         kind == NoticeKind::kDigits;
}

std::optional<Words> credential_words(const Notice& notice, const Sources& from) {
  if (notice.kind == NoticeKind::kStranger) {
    return warned(
        terminal::day_text(from.language, notice.day),
        {"в журнал вошли под вашим именем из браузера, которым вы раньше не "
         "пользовались",
         "somebody signed in under your name from a browser that you had not used before"},
        kChangePassword, from);
  }
  if (notice.kind == NoticeKind::kDigits) {
    return warned(terminal::day_text(from.language, notice.day),
                  {"под вашим именем второй раз набрали цифры, по которым уже входили; пароль был "
                   "верный, журнал не впустил",
                   "digits that had been used already were typed under your name; the password was "
                   "right, and nobody was let in"},
                  kChangePassword, from);
  }
  const auto entry = from.accesses.entry(notice.about);
  const auto* changed = entry ? std::get_if<trace::CredentialChanged>(&entry->what) : nullptr;
  if (changed == nullptr || changed->person != notice.to) return std::nullopt;
  const auto what = told(changed->what);
  if (!what) return std::nullopt;
  const auto minute = from.zone.minute_of(entry->at);
  const auto when =
      fmt::format("{}, {:02}:{:02}", terminal::day_text(from.language, from.zone.day_of(entry->at)),
                  minute / 60, minute % 60);
  return warned(when, *what, kNotYou, from);
}

}  // namespace letopis::mail
