#include "wishes/misread.h"

#include <fmt/format.h>

#include <algorithm>

namespace letopis::wishes {
namespace {

constexpr std::size_t kMostListed = 40;    // words
constexpr std::size_t kMostNear = 8;       // verbs that a mistyped one may have meant
constexpr std::size_t kMostQuoted = 80;    // bytes of what somebody wrote
constexpr std::size_t kLeastInCommon = 4;  // letters that make a verb a near one

std::size_t letters_in_common(std::string_view a, std::string_view b) {
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  (void)in_b;
  return static_cast<std::size_t>(in_a - a.begin());
}

}  // namespace

// A letter is never cut in two.
std::string quoted(std::string_view written) {
  if (written.size() <= kMostQuoted) return std::string(written);
  std::size_t end = kMostQuoted;
  while (end > 0 && (static_cast<unsigned char>(written[end]) & 0xc0) == 0x80) --end;
  return std::string(written.substr(0, end)) + "…";
}

std::string inside(std::string_view place, std::string_view field) {
  return fmt::format("{}.{}", place, quoted(field));
}

std::string inside(std::string_view place, std::size_t index) {
  return fmt::format("{}[{}]", place, index);
}

std::string listed(const std::vector<std::string_view>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == kMostListed) return out + ", …";
    if (i > 0) out += ", ";
    out += words[i];
  }
  return out;
}

Refusal wrong_type(std::string_view place, const Sentence& needs) {
  return {"wish.wrong_type",
          {fmt::format("{}: здесь стоит не то, что нужно", place),
           fmt::format("{}: this is not what is needed here", place)},
          {},
          {fmt::format("нужно: {}", needs.ru), fmt::format("what is needed: {}", needs.en)}};
}

Refusal missing_field(std::string_view place, std::string_view field) {
  return {"wish.missing_field",
          {fmt::format("{}: нет поля {}", place, field),
           fmt::format("{}: the field {} is missing", place, field)}};
}

Refusal unknown_field(std::string_view place, std::string_view field,
                      const std::vector<std::string_view>& there) {
  return {"wish.unknown_field",
          {fmt::format("{}: поля {} здесь не бывает", place, quoted(field)),
           fmt::format("{}: there is no field {} here", place, quoted(field))},
          {},
          {fmt::format("поля: {}", listed(there)), fmt::format("the fields: {}", listed(there))}};
}

Refusal unknown_verb(std::string_view place, std::string_view verb,
                     const std::vector<std::string_view>& there) {
  std::vector<std::string_view> near;
  for (const auto one : there) {
    if (letters_in_common(one, verb) >= kLeastInCommon && near.size() < kMostNear) {
      near.push_back(one);
    }
  }
  Refusal refusal{"wish.unknown_verb",
                  {fmt::format("{}: слово «{}» неизвестно", place, quoted(verb)),
                   fmt::format("{}: the word \"{}\" is not known", place, quoted(verb))},
                  {},
                  {"все слова: letopis commands", "all words: letopis commands"}};
  if (!near.empty()) {
    refusal.allowed = {fmt::format("похожие: {}", listed(near)),
                       fmt::format("near ones: {}", listed(near))};
  }
  return refusal;
}

Refusal unknown_word(std::string_view place, std::string_view word,
                     const std::vector<std::string_view>& there) {
  return {"wish.unknown_word",
          {fmt::format("{}: значения «{}» здесь не бывает", place, quoted(word)),
           fmt::format("{}: \"{}\" is none of the words for this", place, quoted(word))},
          {},
          {fmt::format("бывают: {}", listed(there)), fmt::format("there are: {}", listed(there))}};
}

bool is_misread(const Refusal& refusal) { return refusal.code.starts_with("wish."); }

}  // namespace letopis::wishes
