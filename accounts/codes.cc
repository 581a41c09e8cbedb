#include "accounts/codes.h"

#include <array>
#include <optional>
#include <utility>

#include "signing/digest.h"
#include "signing/text_rules.h"

namespace letopis::accounts {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kGroup = 7;
constexpr unsigned kField = 0b100101;  // GF(32) by x^5 + x^2 + 1; 2 generates all that is not 0

// What people type for what is printed.
struct Alike {
  char32_t typed;
  char meant;
};
constexpr std::array kAlike{
    Alike{U'O', '0'}, Alike{U'I', '1'}, Alike{U'L', '1'}, Alike{U'А', 'A'}, Alike{U'В', 'B'},
    Alike{U'Е', 'E'}, Alike{U'З', '3'}, Alike{U'К', 'K'}, Alike{U'М', 'M'}, Alike{U'Н', 'H'},
    Alike{U'О', '0'}, Alike{U'Р', 'P'}, Alike{U'С', 'C'}, Alike{U'Т', 'T'}, Alike{U'У', 'Y'},
    Alike{U'Х', 'X'}, Alike{U'І', '1'}, Alike{U'Ѕ', 'S'},
};

char32_t capital(char32_t letter) {
  if (letter >= U'a' && letter <= U'z') return letter - U'a' + U'A';
  if (letter >= U'а' && letter <= U'я') return letter - U'а' + U'А';
  if (letter >= U'ѐ' && letter <= U'џ') return letter - U'ѐ' + U'Ѐ';
  return letter;
}

std::optional<char> letter_of(char32_t typed) {
  const char32_t letter = capital(typed);
  for (const Alike& alike : kAlike) {
    if (alike.typed == letter) return alike.meant;
  }
  if (letter > 0x7f || kAlphabet.find(static_cast<char>(letter)) == kAlphabet.npos)
    return std::nullopt;
  return static_cast<char>(letter);
}

bool is_between(char32_t typed) {
  return typed == U'-' || typed == U'.' || typed == U'_' || typed == U'‐' || typed == U'‑' ||
         typed == U'–' || typed == U'—' || signing::is_white_space(typed);
}

unsigned doubled(unsigned value) {
  value <<= 1;
  return (value & 32u) != 0 ? value ^ kField : value;
}

// The sum of every letter times its own power of 2: another letter anywhere, or two neighbours that
// change places, give another sum.
char check_letter(std::string_view letters) {
  unsigned sum = 0;
  for (const char letter : letters)
    sum = doubled(sum ^ static_cast<unsigned>(kAlphabet.find(letter)));
  return kAlphabet[sum];
}

Refusal unreadable(Sentence why) {
  return {"code.unreadable",
          std::move(why),
          {},
          {"в коде 21 знак: цифры и латинские буквы, тремя группами по семь",
           "a code has 21 signs, digits and Latin letters, in three groups of seven"}};
}

}  // namespace

Code Code::random() {
  std::array<std::byte, kCodeLetters> bytes{};
  signing::fill_random(bytes);
  // 256 is eight times 32, so each letter is as likely as any other.
  for (auto& one : bytes)
    one = static_cast<std::byte>(kAlphabet[std::to_integer<unsigned>(one) % 32]);
  Code code{signing::Secret<kCodeLetters>(bytes)};
  signing::wipe(bytes);
  return code;
}

Result<Code> Code::parse(std::string_view typed) {
  if (typed.size() > kMaxTypedCodeBytes) {
    return unreadable({"это длиннее любого кода", "this is longer than any code"});
  }
  std::array<std::byte, kCodeLetters + 1> letters{};
  std::size_t count = 0;
  while (!typed.empty()) {
    const auto one = signing::take_character(typed);
    if (!one) return unreadable({"это не текст", "this is not text"});
    if (is_between(*one)) continue;
    const auto letter = letter_of(*one);
    if (!letter) {
      return unreadable(
          {"в кодах не бывает одного из введённых знаков", "one of the signs typed is in no code"});
    }
    if (count == letters.size()) {
      return unreadable({"введено больше знаков, чем в коде", "more signs than a code has"});
    }
    letters.at(count++) = static_cast<std::byte>(*letter);
  }
  if (count < letters.size()) {
    return unreadable({"введено меньше знаков, чем в коде", "fewer signs than a code has"});
  }
  const auto kept = std::span(letters).first<kCodeLetters>();
  Code code{signing::Secret<kCodeLetters>(kept)};
  const bool agrees = check_letter(text_of(kept)) == static_cast<char>(letters.back());
  signing::wipe(letters);
  if (agrees) return code;
  return Refusal{"code.mistyped",
                 {"в коде опечатка", "the code is mistyped"},
                 {},
                 {"сверьте его со слипом знак за знаком", "compare it with the slip sign by sign"}};
}

std::string Code::print() const {
  std::string all(text_of(letters_.reveal()));
  all += check_letter(all);
  std::string printed;
  for (std::size_t at = 0; at < all.size(); at += kGroup) {
    if (at > 0) printed += '-';
    printed += all.substr(at, kGroup);
  }
  return printed;
}

Salt code_salt(const events::LogId& log) {
  const auto digest = signing::sha256(bytes_of("letopis code v1\n"), log.bytes.view());
  Salt salt{};
  std::copy_n(digest.bytes.begin(), salt.size(), salt.begin());
  return salt;
}

Result<signing::PrivateKey> Code::key(const events::LogId& log, Stretching& stretching) const {
  auto seed = stretching.stretch(text_of(letters_.reveal()), code_salt(log), Cost{});
  if (!seed) return seed.refusal();
  return signing::PrivateKey(*seed);
}

}  // namespace letopis::accounts
