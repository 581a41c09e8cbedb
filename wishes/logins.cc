#include "wishes/logins.h"

#include <fmt/format.h>

#include <algorithm>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace letopis::wishes {
namespace {

namespace json = boost::json;

constexpr int kFormat = 1;

bool is_login(std::string_view login) {
  if (login.empty() || login.size() > kMaxLoginBytes) return false;
  const auto is_letter = [](char one) { return one >= 'a' && one <= 'z'; };
  return is_letter(login.front()) && std::all_of(login.begin(), login.end(), [&](char one) {
           return is_letter(one) || (one >= '0' && one <= '9') || one == '.' || one == '_' ||
                  one == '-';
         });
}

Refusal unreadable() {
  return {"login.file",
          {"в файле имён для входа стоит не то", "the file of logins holds something else"}};
}

}  // namespace

std::optional<events::PersonNumber> Logins::find(std::string_view login) const {
  if (login == kFounderLogin) return events::PersonNumber{0};
  const auto found = by_login_.find(login);
  return found == by_login_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> Logins::of(events::PersonNumber person) const {
  for (const auto& [login, number] : by_login_) {
    if (number == person) return login;
  }
  return std::nullopt;
}

Outcome Logins::check(std::string_view login) const {
  if (!is_login(login)) {
    return Refusal{
        "login.unreadable",
        {"такого имени для входа не бывает", "this cannot be a login"},
        {},
        {fmt::format("от 1 до {} знаков: a–z, 0–9, точка, _ и -, первая — буква", kMaxLoginBytes),
         fmt::format("1 to {} of a-z, 0-9, full stop, _ and -, a letter first", kMaxLoginBytes)}};
  }
  if (find(login)) {
    return Refusal{"login.taken",
                   {fmt::format("имя для входа «{}» уже занято", login),
                    fmt::format("the login {} is taken", login)}};
  }
  if (by_login_.size() >= kMaxLogins) {
    return Refusal{"login.too_many",
                   {fmt::format("имён для входа не бывает больше {}", kMaxLogins),
                    fmt::format("there are at most {} logins", kMaxLogins)}};
  }
  return Done{};
}

Outcome Logins::add(std::string_view login, events::PersonNumber person) {
  if (auto free = check(login); !free) return free;
  by_login_.emplace(login, person);
  return Done{};
}

std::string Logins::print() const {
  json::object logins;
  for (const auto& [login, person] : by_login_) logins[login] = person.value;
  return json::serialize(json::object{{"format", kFormat}, {"logins", std::move(logins)}}) + "\n";
}

Result<Logins> Logins::parse(std::string_view text) {
  json::error_code error;
  const auto value = json::parse(text, error);
  const auto* object = value.if_object();
  if (error || object == nullptr || object->size() != 2) return unreadable();
  const auto* format = object->if_contains("format");
  const auto* logins = object->if_contains("logins");
  if (format == nullptr || *format != kFormat || logins == nullptr || !logins->is_object()) {
    return unreadable();
  }
  Logins out;
  for (const auto& [login, person] : logins->get_object()) {
    const auto* number = person.if_int64();
    if (number == nullptr || *number < 1 || *number > 0xffff'ffffLL) return unreadable();
    if (!out.add(login, {static_cast<std::uint32_t>(*number)})) return unreadable();
  }
  return out;
}

}  // namespace letopis::wishes
