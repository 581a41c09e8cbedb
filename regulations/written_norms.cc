#include "regulations/written_norms.h"

#include <algorithm>

#include "outcome/invariant.h"
#include "regulations/value_list.h"

namespace letopis::regulations {
namespace {

std::optional<events::WorkKind> written_kind(std::string_view word) {
  const auto& all = events::Words<events::WorkKind>::all;
  const auto found = std::find(std::begin(all), std::end(all), word);
  if (found == std::end(all)) return std::nullopt;
  const auto kind = static_cast<events::WorkKind>(found - std::begin(all));
  if (!is_written(kind)) return std::nullopt;
  return kind;
}

bool is_in_days(const Term& term) {
  return term.kind == TermKind::kCalendarDays || term.kind == TermKind::kWorkingDays;
}

std::optional<WrittenNorm> one_norm(std::string_view text) {
  const auto parts = items_of(text, ' ');
  if (parts.size() != 3) return std::nullopt;
  const auto kind = written_kind(parts[0]);
  const auto grades = parse_grade_range(parts[1]);
  const auto terms = parse_terms(parts[2]);
  if (!kind || !grades || !terms || terms->size() != 1 || !is_in_days(terms->front())) {
    return std::nullopt;
  }
  return WrittenNorm{*kind, *grades, terms->front()};
}

bool overlap(const WrittenNorm& one, const WrittenNorm& other) {
  return one.kind == other.kind && one.grades.first <= other.grades.last &&
         other.grades.first <= one.grades.last;
}

}  // namespace

bool is_written(events::WorkKind work) {
  switch (work) {
    case events::WorkKind::kIndependent:
    case events::WorkKind::kControl:
    case events::WorkKind::kDictation:
    case events::WorkKind::kExposition:
    case events::WorkKind::kEssay:
    case events::WorkKind::kTest: return true;
    case events::WorkKind::kAnswer:
    case events::WorkKind::kLaboratory:
    case events::WorkKind::kPractical:
    case events::WorkKind::kProject:
    case events::WorkKind::kHomework: return false;
  }
  INVARIANT(false);
}

Result<std::vector<WrittenNorm>> parse_written_norms(std::string_view text) {
  const Refusal refusal{"norms.unreadable",
                        {"непонятные нормы проверки письменных работ: " + std::string(text),
                         "no norms of checking written works: " + std::string(text)}};
  std::vector<WrittenNorm> norms;
  if (trimmed(text) == "none") return norms;
  for (const std::string_view item : items_of(text)) {
    const auto norm = one_norm(item);
    const auto same = [&](const WrittenNorm& other) { return overlap(*norm, other); };
    if (!norm || std::any_of(norms.begin(), norms.end(), same)) return refusal;
    norms.push_back(*norm);
  }
  if (norms.empty()) return refusal;
  return norms;
}

std::optional<Term> norm_for(const std::vector<WrittenNorm>& norms, events::WorkKind kind,
                             unsigned grade) {
  for (const WrittenNorm& norm : norms) {
    if (norm.kind == kind && norm.grades.holds(grade)) return norm.term;
  }
  return std::nullopt;
}

}  // namespace letopis::regulations
