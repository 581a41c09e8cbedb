#include "accounts/tried_first.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

#include "accounts/tried_first_words.h"
#include "signing/text_rules.h"

namespace letopis::accounts {
namespace {

using Words = std::unordered_set<std::u32string>;

// The same keys on both keyboards.
constexpr std::u32string_view kLatinKeys = U"`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
constexpr std::u32string_view kRussianKeys = U"ёйцукенгшщзхъфывапролджэячсмитьбю";
static_assert(kLatinKeys.size() == kRussianKeys.size());

constexpr std::array<std::pair<char32_t, char32_t>, 9> kSignsForLetters{{{U'@', U'a'},
                                                                         {U'4', U'a'},
                                                                         {U'3', U'e'},
                                                                         {U'1', U'i'},
                                                                         {U'!', U'i'},
                                                                         {U'0', U'o'},
                                                                         {U'5', U's'},
                                                                         {U'$', U's'},
                                                                         {U'7', U't'}}};

const Words& words() {
  static const Words all = [] {
    Words out;
    std::string_view text = tried_first_words();
    std::u32string word;
    while (!text.empty()) {
      const auto one = signing::take_character(text);
      if (!one) break;
      if (*one != U'\n') {
        word.push_back(*one);
        continue;
      }
      if (!word.starts_with(U'#')) out.insert(word);
      word.clear();
    }
    return out;
  }();
  return all;
}

bool is_digit(char32_t one) { return one >= U'0' && one <= U'9'; }
bool is_letter(char32_t one) {
  return (one >= U'a' && one <= U'z') || (one >= U'а' && one <= U'я') || one == U'ё';
}

// Without what stands at its ends and is none of those.
std::u32string_view core(std::u32string_view text, bool (*belongs)(char32_t)) {
  while (!text.empty() && !belongs(text.front())) text.remove_prefix(1);
  while (!text.empty() && !belongs(text.back())) text.remove_suffix(1);
  return text;
}

std::u32string with_letters(std::u32string_view text) {
  std::u32string out(text);
  for (char32_t& one : out) {
    for (const auto& [sign, letter] : kSignsForLetters) {
      if (one == sign) one = letter;
    }
  }
  return out;
}

std::u32string on_other_keyboard(std::u32string_view text) {
  std::u32string out(text);
  for (char32_t& one : out) {
    if (const auto at = kLatinKeys.find(one); at != kLatinKeys.npos) {
      one = kRussianKeys[at];
    } else if (const auto back = kRussianKeys.find(one); back != kRussianKeys.npos) {
      one = kLatinKeys[back];
    }
  }
  return out;
}

bool is_word(std::u32string_view text) {
  if (words().contains(std::u32string(text))) return true;
  const auto half = text.size() / 2;
  return text.size() % 2 == 0 && text.substr(0, half) == text.substr(half) &&
         words().contains(std::u32string(text.substr(0, half)));
}

}  // namespace

bool is_tried_first(std::u32string_view password) {
  if (password.size() <= kMostOfNumber && std::all_of(password.begin(), password.end(), is_digit)) {
    return true;
  }
  const auto no_digit = [](char32_t one) { return !is_digit(one); };
  const auto letters = core(password, is_letter);
  const auto without_digits = core(password, no_digit);
  auto until_letter = password;  // what stands for a letter may stand first
  while (!until_letter.empty() && !is_letter(until_letter.back())) until_letter.remove_suffix(1);
  for (const auto part : {letters, without_digits, until_letter, password}) {
    if (part.empty() || password.size() - part.size() > kMostDressing) continue;
    if (is_word(part) || is_word(with_letters(part)) || is_word(on_other_keyboard(part)))
      return true;
  }
  return false;
}

}  // namespace letopis::accounts
