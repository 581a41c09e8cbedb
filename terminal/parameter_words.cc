#include "terminal/parameter_words.h"

#include <fmt/format.h>

#include "regulations/cadence.h"
#include "regulations/role_list.h"
#include "regulations/term.h"
#include "terminal/enumeration_words.h"

namespace letopis::terminal {
namespace {

using regulations::KnownKey;
using regulations::ValueKind;

std::string joined(const std::vector<std::string>& parts, const char* between = ", ") {
  return fmt::format("{}", fmt::join(parts, between));
}

std::string word_in(const KnownKey& key, Language language, std::string_view word) {
  for (const auto& known : key.words) {
    if (known.word == word)
      return std::string(language == Language::kRussian ? known.ru : known.en);
  }
  return std::string(word);
}

std::string words_in(const KnownKey& key, Language language, std::string_view value) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at <= value.size();) {
    const auto comma = std::min(value.find(',', at), value.size());
    words.push_back(word_in(key, language, value.substr(at, comma - at)));
    at = comma + 1;
  }
  return joined(words);
}

std::string told(Language language, const regulations::Term& term) {
  const auto in = [&](const Text& text) { return fill(language, text, term.count); };
  using enum regulations::TermKind;
  switch (term.kind) {
    case kNone: return in({"без срока", "no term"});
    case kLessonDay: return in({"до конца этого дня", "by the end of the day"});
    case kTimeOfDay:
      return fill(language, {"до {}:{:02}", "by {}:{:02}"}, term.count / 60, term.count % 60);
    case kCalendarDays: return in({"{} дн.", "{} days"});
    case kWorkingDays: return in({"{} раб. дн.", "{} working days"});
    case kMonth: return in({"месяц", "a month"});
    case kHoursAfterLessons:
      return in({"{} ч после последнего урока", "{} h after the last lesson"});
    case kYearEnd: return in({"до конца учебного года", "up to the year's end"});
    case kNorms: return in({"по нормам проверки", "by the norms of checking"});
    case kByOrder: return in({"по приказу", "by an order"});
  }
  INVARIANT(false);
}

std::string told(Language language, const std::vector<regulations::Term>& terms) {
  std::vector<std::string> parts;
  for (const auto& term : terms) parts.push_back(told(language, term));
  return joined(parts, language == Language::kRussian ? " и " : " and ");
}

std::string told_due(Language language, std::string_view value) {
  const auto due = regulations::parse_due(value);
  if (!due) return std::string(value);
  if (due->late.empty()) return told(language, due->due);
  return fill(language, {"{}; опоздание — позже: {}", "{}; late past: {}"},
              told(language, due->due), told(language, due->late));
}

std::string told_terms(Language language, std::string_view value) {
  const auto terms = regulations::parse_terms(value);
  if (!terms) return std::string(value);
  std::vector<std::string> parts;
  for (const auto& term : *terms) parts.push_back(told(language, term));
  return joined(parts);
}

std::string told_role_terms(Language language, std::string_view value) {
  const auto terms = regulations::parse_role_terms(value);
  if (!terms) return std::string(value);
  std::vector<std::string> parts;
  for (const auto& one : *terms) {
    parts.push_back((one.role ? word_of(language, *one.role) + " — " : std::string()) +
                    told(language, one.term));
  }
  return joined(parts, "; ");
}

std::string told_cadences(Language language, std::string_view value) {
  const auto cadences = regulations::parse_cadences(value);
  if (!cadences) return std::string(value);
  static constexpr Text words[] = {{"ежедневно", "daily"},
                                   {"еженедельно", "weekly"},
                                   {"два раза в месяц", "twice a month"},
                                   {"ежемесячно", "monthly"},
                                   {"каждую четверть", "each quarter"},
                                   {"каждое полугодие", "each half-year"},
                                   {"каждый год", "each year"},
                                   {"каждый период", "each period"},
                                   {"при изменениях", "at changes"},
                                   {"по необходимости", "at need"},
                                   {"срок не назван", "no term named"}};
  std::vector<std::string> parts;
  for (const auto cadence : *cadences) {
    parts.emplace_back(words[static_cast<std::size_t>(cadence)].in(language));
  }
  return joined(parts);
}

std::string told_roles(Language language, std::string_view value) {
  const auto roles = regulations::parse_roles(value);
  if (!roles) return std::string(value);
  if (roles->empty()) return std::string(Text{"никто не назван", "nobody is named"}.in(language));
  std::vector<std::string> parts;
  for (const auto role : *roles) parts.emplace_back(word_of(language, role));
  return joined(parts);
}

}  // namespace

std::string parameter_name(Language language, std::string_view key) {
  const KnownKey* known = regulations::known_key(key);
  if (known == nullptr) return std::string(key);
  return std::string(language == Language::kRussian ? known->ru : known->en);
}

std::string parameter_value(Language language, std::string_view key, std::string_view value) {
  const KnownKey* known = regulations::known_key(key);
  if (known == nullptr) return std::string(value);
  switch (known->kind) {
    case ValueKind::kYesNo:
      return std::string((value == "yes" ? Text{"да", "yes"} : Text{"нет", "no"}).in(language));
    case ValueKind::kWord: return word_in(*known, language, value);
    case ValueKind::kWords: return words_in(*known, language, value);
    case ValueKind::kDue:
    case ValueKind::kSpan: return told_due(language, value);
    case ValueKind::kWindow:
      if (value == "none") {
        return std::string(Text{"исправлять нельзя", "no correcting"}.in(language));
      }
      return told_terms(language, value);
    case ValueKind::kDaysBefore:
    case ValueKind::kWindowChoice: return told_terms(language, value);
    case ValueKind::kRoleTerms: return told_role_terms(language, value);
    case ValueKind::kNorms:
      if (value == "none") {
        return std::string(Text{"школой не заданы", "the school set none"}.in(language));
      }
      return std::string(value);
    case ValueKind::kCadences: return told_cadences(language, value);
    case ValueKind::kRoles: return told_roles(language, value);
    case ValueKind::kText:
    case ValueKind::kOrder:
    case ValueKind::kUntil:
    case ValueKind::kGrades:
    case ValueKind::kFirstStart:
    case ValueKind::kYearly:
    case ValueKind::kNumber:
    case ValueKind::kFraction: return std::string(value);
  }
  INVARIANT(false);
}

}  // namespace letopis::terminal
