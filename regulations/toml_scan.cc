#include "regulations/toml_scan.h"

#include "regulations/regulation_text.h"

namespace letopis::regulations {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // some editors begin a file with it

bool continues_a_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }
bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

bool may_precede_a_quote(char byte) {
  return byte == 0 || byte == '=' || byte == '[' || byte == '{' || byte == ',';
}

// "[entries]" at the start, as chapters are written.
bool is_chapter(std::string_view text) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-";
  const auto end = text.find_first_not_of(letters, 1);
  return end != std::string_view::npos && end > 1 && text[end] == ']';
}

class Scan {
 public:
  Scan(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  Outcome run() {
    for (std::size_t i = text_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
         i < text_.size(); ++i) {
      const char byte = text_[i];
      if (byte == '\n') {
        if (inside_ != 0 && inside_ != '#') return two_lines();
        next_line();
        continue;
      }
      if (!continues_a_letter(byte)) ++at_.column;
      if (inside_ == '"' && byte == '\\' && i + 1 < text_.size() && text_[i + 1] != '\n') {
        if (!is_ascii(text_[i + 1])) continue;
        ++at_.column;
        ++i;
        continue;
      }
      if (inside_ != 0) {
        if (byte == inside_ && inside_ != '#') inside_ = 0;
        continue;
      }
      if (const Outcome taken = outside(i); !taken) return taken;
      if (byte != ' ' && byte != '\t') before_ = byte;
    }
    return Done{};
  }

 private:
  void next_line() {
    at_ = {at_.line + 1, 0};
    inside_ = 0;
    dots_ = 0;
    before_ = 0;
  }

  Outcome outside(std::size_t i) {
    const char byte = text_[i];
    if (!is_ascii(byte)) {
      return refuse_at(file_, at_, "regulation.syntax",
                       {"это не TOML: русские буквы стоят только в кавычках и после #",
                        "this is no TOML: letters other than Latin stand in quotes and after #"});
    }
    if (byte == '[' && before_ == 0 && depth_ == 0 && !is_chapter(text_.substr(i))) {
      return no_chapter();
    }
    if ((byte == '"' || byte == '\'') && !may_precede_a_quote(before_)) {
      return refuse_at(file_, at_, "regulation.syntax",
                       {"это не TOML: перед кавычкой чего-то не хватает",
                        "this is no TOML: something is missing before the quote"});
    }
    if (byte == '#' || byte == '"' || byte == '\'') {
      inside_ = byte;
      if (byte != '#' && text_.substr(i, 3) == std::string(3, byte)) return two_lines();
    }
    if (byte == '[' || byte == '{') ++depth_;
    if ((byte == ']' || byte == '}') && depth_ > 0) --depth_;
    if (byte == '.' && ++dots_ > kMostDotsOnALine) {
      return refuse_at(file_, at_, "regulation.size",
                       {"слишком много точек в строке", "too many dots on a line"});
    }
    return Done{};
  }

  Refusal no_chapter() const {
    return refuse_at(file_, at_, "regulation.syntax",
                     {"глава — одно слово в квадратных скобках: [entries]",
                      "a chapter is one word in brackets: [entries]"});
  }

  Refusal two_lines() const {
    return refuse_at(file_, at_, "regulation.syntax",
                     {"строка в кавычках кончается на своей же строке файла",
                      "what begins in quotes ends on its line"});
  }

  std::string_view text_;
  const std::string& file_;
  TomlPlace at_{1, 0};
  char inside_ = 0;  // what is open: a quote, a comment's '#', or nothing
  std::size_t dots_ = 0;
  std::size_t depth_ = 0;  // of brackets outside of quotes
  char before_ = 0;        // the last outside of quotes on this line that is no space
};

}  // namespace

Refusal refuse_at(const std::string& file, const TomlPlace& at, std::string code,
                  const Sentence& says, std::string clause) {
  const std::string line = std::to_string(at.line);
  const std::string column = std::to_string(at.column);
  return {std::move(code),
          {file + ", строка " + line + ", место " + column + ": " + says.ru,
           file + ", line " + line + ", column " + column + ": " + says.en},
          std::move(clause)};
}

Outcome scan_toml(std::string_view text, const std::string& file) {
  if (text.size() > kMostRegulationBytes) {
    return refuse_at(file, {1, 1}, "regulation.size",
                     {"положение длиннее " + std::to_string(kMostRegulationBytes) + " байт",
                      "longer than " + std::to_string(kMostRegulationBytes) + " bytes"});
  }
  return Scan(text, file).run();
}

}  // namespace letopis::regulations
