#include "trial/documents.h"

#include <algorithm>
#include <string_view>

#include "regulations/role_list.h"
#include "regulations/value_list.h"

namespace letopis::trial {
namespace {

using enum events::DocumentKind;

// A word of `documents_required`.
struct RequiredPaper {
  std::string_view word;
  events::DocumentKind kind;
  std::string_view title;
};
constexpr RequiredPaper kRequired[] = {
    {"transition_plan", kOther, "План перехода на безбумажный журнал"},
    {"usage_order", kInstructions, "Порядок использования системы"},
    {"journal_regulation", kRegulation, "Положение о ведении журнала"},
    {"journal_rules", kInstructions, "Регламент ведения журнала"},
    {"diary_service_rules", kInstructions, "Регламент услуги «Электронный дневник»"},
    {"introduction_order", kIntroductionOrder, "Приказ о внедрении электронного журнала"},
    {"paperless_order", kOther, "Приказ об отказе от бумажного журнала"},
    {"class_journal_order", kOther, "Приказ об электронном классном журнале"}};

void add_required(const Customs& customs, std::vector<Paper>& papers) {
  constexpr std::string_view key = "documents_required";
  if (!customs.speaks_of(key)) return;
  for (const std::string_view word : regulations::items_of(customs.value_of(key))) {
    const auto found = std::find_if(std::begin(kRequired), std::end(kRequired),
                                    [&](const RequiredPaper& one) { return one.word == word; });
    if (found != std::end(kRequired)) papers.push_back({found->kind, std::string(found->title)});
  }
}

void add_appointments(const Customs& customs, std::vector<Paper>& papers) {
  constexpr std::string_view key = "appointed_by_order";
  if (!customs.speaks_of(key)) return;
  const auto roles = regulations::parse_roles(customs.value_of(key));
  INVARIANT(roles.has_value());
  for (const events::Role role : *roles) {
    if (role == events::Role::kAdministrator) {
      papers.push_back({kAdministratorOrder, "Приказ о назначении администратора журнала"});
    } else if (role == events::Role::kDeputy) {
      papers.push_back({kCuratorOrder, "Приказ о назначении куратора журналов"});
    }
  }
}

// «Доводится до всех участников»: they sign for it.
bool is_brought_to_all(const Customs& customs) {
  constexpr std::string_view key = "publication";
  if (!customs.speaks_of(key)) return false;
  const auto words = regulations::items_of(customs.value_of(key));
  return std::find(words.begin(), words.end(), "all_participants") != words.end();
}

}  // namespace

std::vector<Paper> papers_of(const Regulation& regulation, const Customs& customs) {
  std::vector<Paper> papers{{kRegulation, regulation.title}};
  add_required(customs, papers);
  add_appointments(customs, papers);
  if (customs.speaks_of("consent.of") || customs.speaks_of("consent.collected_by")) {
    papers.push_back({kConsentForm, "Форма согласия на обработку персональных данных"});
  }
  if (customs.speaks_of("points_of_operation")) {
    papers.push_back({kPointsOrder, "Приказ о точках эксплуатации"});
  }
  return papers;
}

std::vector<events::AcquaintanceSubject> subjects_to_sign(const Customs& customs) {
  std::vector<events::AcquaintanceSubject> subjects;
  if (customs.speaks_of("acquaintance") || is_brought_to_all(customs)) {
    subjects.push_back(events::AcquaintanceSubject::kRegulation);
  }
  if (customs.speaks_of("credentials.sharing")) {
    subjects.push_back(events::AcquaintanceSubject::kCredentialRules);
  }
  return subjects;
}

}  // namespace letopis::trial
