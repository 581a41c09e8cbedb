#include "regulations/setup_duties.h"

#include "regulations/role_list.h"
#include "regulations/value_list.h"

namespace letopis::regulations {
namespace {

struct Name {
  std::string_view name;
  std::string_view ru;
  std::string_view en;
};

constexpr Name kNames[] = {
    {"curriculum_approved", "утвердить учебный план", "approve the curriculum"},
    {"teaching_load_approved", "утвердить педагогическую нагрузку", "approve the teaching load"},
    {"timetable_entered", "внести расписание", "enter the timetable"},
    {"timetable_approved", "утвердить расписание", "approve the timetable"},
    {"process_sections", "заполнить разделы об образовательном процессе",
     "fill the sections that describe the process"},
    {"administrator_appointed", "назначить администратора", "appoint the administrator"},
    {"workplaces", "организовать рабочие места", "provide workplaces"},
    {"introduction_order", "издать приказ о внедрении", "order the introduction"},
    {"main_parameters", "внести основные параметры", "enter the main parameters"},
    {"periods_and_bells", "внести периоды и звонки", "enter periods and bells"},
    {"directories", "заполнить справочники", "fill the directories"},
    {"classes", "создать классы и группы", "open classes and groups"},
    {"subgroups", "разделить на подгруппы", "divide into subgroups"},
    {"people", "внести сотрудников, учеников, родителей", "enter staff, pupils, parents"},
    {"consents", "собрать согласия", "collect consents"},
    {"plans", "разместить планы и материалы", "place plans and materials"},
    {"software", "установить программы", "install software"},
    {"pupils_talk", "провести беседу с учениками", "talk with pupils"},
    {"parents_meetings", "провести родительские собрания", "hold parents' meetings"},
};

struct Occasion {
  std::string_view word;
  SetupOccasion occasion;
};

constexpr Occasion kOccasions[] = {{"on_change", SetupOccasion::kOnChange},
                                   {"on_need", SetupOccasion::kOnNeed},
                                   {"on_day", SetupOccasion::kOnDay},
                                   {"new_pupils", SetupOccasion::kNewPupils},
                                   {"newcomers", SetupOccasion::kNewcomers}};

std::vector<SetupOccasion> read_occasions(std::string_view value) {
  std::vector<SetupOccasion> occasions;
  for (const std::string_view item : items_of(value)) {
    for (const Occasion& one : kOccasions) {
      if (one.word == item) occasions.push_back(one.occasion);
    }
  }
  return occasions;
}

// What cannot be read never entered the log; were it there, it would be silence.
std::optional<SetupDuty> one_duty(const Parameters& parameters, const Name& name) {
  const std::string key = "setup." + std::string(name.name);
  SetupDuty duty{name.name, name.ru, name.en, {events::Role::kAdministrator}, {}, {}, {}, {}};
  const auto clause_from = [&](const events::Parameter& rule) {
    if (duty.clause.empty()) duty.clause = rule.clause;
  };
  if (const auto* rule = parameters.find(key + ".yearly")) {
    if (auto terms = parse_yearly(rule->value)) duty.yearly = *std::move(terms);
    clause_from(*rule);
  }
  if (const auto* rule = parameters.find(key + ".first_start")) {
    if (const auto start = parse_first_start(rule->value)) duty.first_start = *start;
    clause_from(*rule);
  }
  if (const auto* rule = parameters.find(key + ".otherwise")) {
    duty.otherwise = read_occasions(rule->value);
    clause_from(*rule);
  }
  if (duty.yearly.empty() && !duty.first_start && duty.otherwise.empty()) return std::nullopt;
  if (const auto* rule = parameters.find(key + ".by")) {
    auto roles = parse_roles(rule->value);
    if (roles && !roles->empty()) duty.holders = *std::move(roles);
  }
  return duty;
}

}  // namespace

std::vector<SetupDuty> setup_duties(const Parameters& parameters) {
  std::vector<SetupDuty> duties;
  for (const Name& name : kNames) {
    if (auto duty = one_duty(parameters, name)) duties.push_back(*std::move(duty));
  }
  return duties;
}

}  // namespace letopis::regulations
