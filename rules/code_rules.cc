#include "rules/code_rules.h"

#include <fmt/format.h>

#include "regulations/civil_day.h"
#include "regulations/lateness.h"

namespace letopis::rules {
namespace {

constexpr std::string_view kTerm = "activate.term";

bool is_replacement(const Act& act, const projections::KeyInfo& code) {
  if (act.command.size() != 2) return false;
  const auto* enrolled = std::get_if<events::KeyEnrolled>(act.command[0]);
  const auto* ended = std::get_if<events::KeyEnded>(act.command[1]);
  return enrolled != nullptr && enrolled->person == act.author &&
         enrolled->ground == events::KeyGround::kReplacement &&
         enrolled->holder != events::KeyHolder::kOffline && ended != nullptr &&
         ended->person == act.author && ended->key == signing::key_id_of(code.public_key) &&
         ended->ground == events::KeyEndGround::kReplaced;
}

std::string clause_of_term(const projections::KeyInfo& code, const SchoolNow& school) {
  const auto* term = school.parameter(kTerm, school.day_of(code.since));
  return term ? term->clause : std::string();
}

}  // namespace

std::optional<projections::KeyInfo> waiting_code_key(events::PersonNumber person,
                                                     const SchoolNow& school) {
  if (person.value == 0) return std::nullopt;
  for (const auto& key : school.directory().keys_of(person)) {
    if (!key.ended && key.holder == events::KeyHolder::kOffline) return key;
  }
  return std::nullopt;
}

events::Instant lapse_of(const projections::KeyInfo& code, const SchoolNow& school) {
  const events::Day issued = school.day_of(code.since);
  regulations::Occasion occasion;
  occasion.day = issued;
  const auto deadline = regulations::deadline_after(kTerm, occasion, school.parameters(issued),
                                                    school.zone(), &school.calendar());
  if (deadline) return deadline->at;
  return school.zone().instant_of(regulations::plus_days(issued, kCodeDays + 1), 0);
}

Outcome check_code_key(const Act& act, const SchoolNow& school) {
  const auto code = waiting_code_key(act.author, school);
  if (!code) return Done{};
  if (!is_replacement(act, *code)) {
    return Refusal{"code.only",
                   {"кодом доступа можно только завести свой ключ",
                    "with an activation code one's own key is made, and nothing else"},
                   {},
                   {"введите код на странице входа и придумайте пароль",
                    "enter the code where one logs in, and choose a password"}};
  }
  const auto lapse = lapse_of(*code, school);
  if (act.now < lapse) return Done{};
  const events::Day last = school.day_of({lapse.milliseconds - 1});
  return Refusal{
      "code.lapsed",
      {fmt::format("код доступа действовал по {}", regulations::russian(last)),
       fmt::format("the activation code was good until {}", regulations::iso(last))},
      clause_of_term(*code, school),
      {"попросите новый код у того, кто его выдаёт", "ask whoever issues codes for a new one"}};
}

}  // namespace letopis::rules
