#include "accounts/password_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "accounts/tried_first.h"
#include "signing/text_rules.h"

namespace letopis::accounts {
namespace {

constexpr std::string_view kFounder = "founder";

// Along the keyboard, the alphabet and the digits; a password that goes along one of them is tried
// early. The two keyboards are those of a Russian school.
constexpr std::array<std::u32string_view, 11> kRuns{U"01234567890123456789",
                                                    U"abcdefghijklmnopqrstuvwxyz",
                                                    U"абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
                                                    U"qwertyuiop[]",
                                                    U"asdfghjkl;'",
                                                    U"zxcvbnm,./",
                                                    U"йцукенгшщзхъ",
                                                    U"фывапролджэ",
                                                    U"ячсмитьбю.",
                                                    U"1q2w3e4r5t6y7u8i9o0p",
                                                    U"абвгдежзийклмнопрстуфхцчшщъыьэюя"};

char32_t small(char32_t letter) {
  if (letter >= U'A' && letter <= U'Z') return letter - U'A' + U'a';
  if (letter >= U'А' && letter <= U'Я') return letter - U'А' + U'а';
  return letter == U'Ё' ? U'ё' : letter;
}

// Nothing if it is not UTF-8 or holds control characters.
std::optional<std::u32string> characters(std::string_view text) {
  std::u32string out;
  while (!text.empty()) {
    const auto one = signing::take_character(text);
    if (!one || *one < 0x20 || *one == 0x7f) return std::nullopt;
    out.push_back(small(*one));
  }
  return out;
}

// All of it lies on one run, forwards or back, perhaps with digits after it.
bool is_run(std::u32string_view text) {
  while (!text.empty() && text.back() >= U'0' && text.back() <= U'9' &&
         !(text.front() >= U'0' && text.front() <= U'9')) {
    text.remove_suffix(1);
  }
  const std::u32string back(text.rbegin(), text.rend());
  return std::any_of(kRuns.begin(), kRuns.end(), [&](std::u32string_view run) {
    return run.find(text) != run.npos || run.find(back) != run.npos;
  });
}

bool is_guessable(const std::u32string& text, std::string_view login) {
  std::u32string kinds = text;
  std::sort(kinds.begin(), kinds.end());
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  if (kinds.size() < 4) return true;
  const std::u32string own(login.begin(), login.end());
  if (own.size() >= 4 && text.find(own) != text.npos) return true;
  return is_run(text) || is_tried_first(text);
}

}  // namespace

Outcome check_password(std::string_view password, std::string_view login) {
  const Sentence allowed{
      fmt::format("от {} знаков; годится и фраза из нескольких слов", kLeastPasswordCharacters),
      fmt::format("{} characters or more; a phrase of several words will do",
                  kLeastPasswordCharacters)};
  if (password.size() > kMaxPasswordBytes) {
    return Refusal{"password.long",
                   {"пароль слишком длинный", "the password is too long"},
                   {},
                   {fmt::format("до {} байт", kMaxPasswordBytes),
                    fmt::format("up to {} bytes", kMaxPasswordBytes)}};
  }
  const auto text = characters(password);
  if (!text) {
    return Refusal{"password.unreadable",
                   {"в пароле есть знаки, которых не набрать на клавиатуре",
                    "the password has characters that no keyboard types"},
                   {},
                   allowed};
  }
  if (text->size() < kLeastPasswordCharacters) {
    return Refusal{
        "password.short", {"пароль слишком короткий", "the password is too short"}, {}, allowed};
  }
  if (!is_guessable(*text, login)) return Done{};
  return Refusal{"password.guessable",
                 {"такой пароль подбирают одним из первых",
                  "this password is among the first that are guessed"},
                 {},
                 allowed};
}

std::optional<std::string> folded_login(std::string_view typed) {
  if (typed.empty() || typed.size() > kMaxLoginBytes) return std::nullopt;
  std::string login(typed);
  for (char& one : login) {
    if (one >= 'A' && one <= 'Z') one = static_cast<char>(one - 'A' + 'a');
  }
  const auto is_letter = [](char one) { return one >= 'a' && one <= 'z'; };
  const bool whole =
      is_letter(login.front()) && std::all_of(login.begin(), login.end(), [&](char one) {
        return is_letter(one) || (one >= '0' && one <= '9') || one == '.' || one == '_' ||
               one == '-';
      });
  if (!whole || login == kFounder) return std::nullopt;
  return login;
}

}  // namespace letopis::accounts
