#include "rules/key_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "regulations/civil_day.h"
#include "rules/access.h"
#include "rules/belonging.h"
#include "rules/day_rules.h"
#include "rules/journal_words.h"
#include "rules/role_words.h"

namespace letopis::rules {
namespace {

using events::Role;
using projections::Shelf;
using projections::valid_on;
using regulations::iso;
using regulations::russian;

constexpr unsigned kNoticeWorkingDays = 1;

Refusal not_issuer(const Issuers& issuers, const SchoolNow& school) {
  const Sentence who = words_of(issuers.roles, school);
  return {
      "key.issuer",
      {"этому человеку доступ выдаёте не вы", "you are not who issues credentials to this person"},
      issuers.clause,
      {"выдаёт: " + who.ru, "who does: " + who.en}};
}

bool has_any_role(events::PersonNumber author, const std::vector<Role>& roles,
                  const SchoolNow& school) {
  return std::any_of(roles.begin(), roles.end(),
                     [&](Role role) { return has_role(author, role, school); });
}

// Whoever issues to staff gets the own credentials from the director.
Outcome check_staff_issuer(events::PersonNumber person, const Act& act, const SchoolNow& school) {
  if (has_role(act.author, Role::kDirector, school)) return Done{};
  const Issuers issuers = issuers_for(Belonging::kStaff, school);
  bool above = is_appointed(person, Role::kDirector, act, school);
  for (const Role role : issuers.roles) above = above || is_appointed(person, role, act, school);
  if (above) {
    const bool keeps = is_appointed(person, Role::kAdministrator, act, school);
    return not_issuer({{Role::kDirector}, keeps ? school.clause("issue.administrator.by") : ""},
                      school);
  }
  if (has_any_role(act.author, issuers.roles, school)) return Done{};
  return not_issuer(issuers, school);
}

Outcome check_family_issuer(events::PersonNumber person, Belonging whom, const Act& act,
                            const SchoolNow& school) {
  const Issuers issuers = issuers_for(whom, school);
  Concern concern;
  concern.person = person;
  for (const Role role : issuers.roles) {
    if (!has_role(act.author, role, school)) continue;
    if (role != Role::kClassTeacher || is_own_class(act.author, concern, school)) return Done{};
  }
  return not_issuer(issuers, school);
}

Outcome check_issuer(events::PersonNumber person, const Act& act, const SchoolNow& school) {
  if (act.author.value == 0) return Done{};  // access lets the founder make a director alone
  const Belonging whom = belonging_of(person, act, school);
  if (whom == Belonging::kPupil || whom == Belonging::kParent) {
    return check_family_issuer(person, whom, act, school);
  }
  return check_staff_issuer(person, act, school);
}

// Barring protects, so it is open to more people than issuing, but not to a class teacher against
// the school's own staff.
Outcome check_closer(events::PersonNumber person, const Act& act, const SchoolNow& school) {
  if (act.author.value == 0) return Done{};  // of a director, by access
  if (act.author == person || belonging_of(person, act, school) != Belonging::kStaff) {
    return Done{};
  }
  Issuers closers = issuers_for(Belonging::kStaff, school);
  closers.roles.push_back(Role::kAdministrator);
  closers.roles.push_back(Role::kDirector);
  if (has_any_role(act.author, closers.roles, school)) return Done{};
  return Refusal{"key.closer",
                 {"доступ сотрудника закрываете не вы", "you are not who bars the school's staff"},
                 closers.clause,
                 {"это делает директор или тот, кто выдаёт доступ сотрудникам",
                  "the director does, or whoever issues to staff"}};
}

Outcome check_account(events::PersonNumber person, const SchoolNow& school) {
  if (has_account(person, school)) return Done{};
  return Refusal{"account.none",
                 {fmt::format("у человека № {} нет открытой учётной записи", person.value),
                  fmt::format("person {} has no open account", person.value)},
                 {},
                 {"сначала откройте её", "open one first"}};
}

Refusal own_key(events::PersonNumber person, const Act& act, const SchoolNow& school) {
  const bool keeps = is_appointed(person, Role::kAdministrator, act, school);
  return {"key.own",
          {"доступ самому себе не выдают", "nobody issues their own credentials"},
          keeps ? school.clause("issue.administrator.by")
                : issuers_for(belonging_of(person, act, school), school).clause,
          {"его выдаёт тот, кто стоит выше; свой действующий ключ можно только заменить",
           "whoever stands above does; a key of one's own that works can only be replaced"}};
}

std::optional<projections::KeyInfo> working_key(events::PersonNumber person,
                                                const SchoolNow& school) {
  for (const auto& key : school.directory().keys_of(person)) {
    if (!key.ended) return key;
  }
  return std::nullopt;
}

// A key that would go on signing beside the new one; the command may end it after this fact too.
std::optional<projections::KeyInfo> left_key(const events::KeyEnrolled& fact, const Act& act,
                                             const SchoolNow& school) {
  for (const auto& key : school.directory().keys_of(fact.person)) {
    if (key.ended) continue;
    const auto id = signing::key_id_of(key.public_key);
    const bool ends_here = act.beside<events::KeyEnded>(
        [&id](const events::KeyEnded& ended) { return ended.key == id; });
    if (!ends_here) return key;
  }
  return std::nullopt;
}

Refusal left_working(events::PersonNumber person) {
  return {"key.left_working",
          {fmt::format("прежний ключ человека № {} остался бы действующим", person.value),
           fmt::format("the earlier key of person {} would go on working", person.value)},
          {},
          {"новый ключ вместо прежнего вносят той же командой, что прекращает прежний",
           "the command that brings a new key in place of another ends that one"}};
}

Outcome check_ground(const events::KeyEnrolled& fact, const Act& act, const SchoolNow& school) {
  if (fact.ground != events::KeyGround::kActivation) {
    if (const auto left = left_key(fact, act, school)) return left_working(fact.person);
    if (!school.directory().keys_of(fact.person).empty()) return Done{};
    return Refusal{
        "key.first",
        {fmt::format("у человека № {} ещё не было ключа: менять нечего", fact.person.value),
         fmt::format("person {} had no key: there is none to replace", fact.person.value)},
        {},
        {"первый ключ заводят активацией", "the first key comes from an activation"}};
  }
  if (working_key(fact.person, school)) {
    return Refusal{"key.active",
                   {fmt::format("у человека № {} уже есть действующий ключ", fact.person.value),
                    fmt::format("person {} has a working key", fact.person.value)},
                   {},
                   {"утерянный ключ заменяют сбросом: видно, кто и почему его сделал",
                    "a lost key is reset, which shows who did it and why"}};
  }
  if (has_code(fact.person, school)) return Done{};
  return Refusal{
      "code.none",
      {fmt::format("человеку № {} не выдан код, или код уже использован", fact.person.value),
       fmt::format("person {} has no code that waits to be used", fact.person.value)},
      issuers_for(belonging_of(fact.person, act, school), school).clause,
      {"выдайте новый код активации", "issue a new activation code"}};
}

Result<projections::KeyInfo> key_of(events::PersonNumber person, const signing::KeyId& id,
                                    const SchoolNow& school) {
  const auto number = school.directory().key_number(id);
  const auto info = number ? school.directory().key(*number) : std::nullopt;
  if (info && info->person == person) return *info;
  return Refusal{"key.not_theirs",
                 {fmt::format("у человека № {} нет такого ключа", person.value),
                  fmt::format("person {} has no such key", person.value)}};
}

// Said to be the first code, or not the first, and it is the other way round.
Refusal miscounted(const events::CredentialIssued& fact, const Act& act, const SchoolNow& school) {
  const Belonging whom = belonging_of(fact.person, act, school);
  if (fact.again) {
    return {"code.again",
            {fmt::format("человеку № {} код ещё не выдавали: это первая выдача", fact.person.value),
             fmt::format("person {} had no code before: this is the first", fact.person.value)},
            issuers_for(whom, school).clause,
            {"внесите выдачу как первую", "record it as the first"}};
  }
  const bool of_family = whom == Belonging::kPupil || whom == Belonging::kParent;
  std::string clause = of_family ? school.clause("reissue.family.by") : std::string();
  if (clause.empty()) clause = school.clause("reissue");
  return {"code.again",
          {fmt::format("код человеку № {} уже выдавали: это повторная выдача", fact.person.value),
           fmt::format("person {} had a code before: this is a re-issue", fact.person.value)},
          clause,
          {"внесите выдачу как повторную", "record it as a re-issue"}};
}

// What a late notice would undo.
Outcome check_back_dated(const events::KeyCompromised& fact, const Act& act,
                         const SchoolNow& school) {
  const events::Day noticed = school.day_of(fact.noticed);
  const bool late =
      school.calendar().plus_working_days(noticed, kNoticeWorkingDays) < school.today();
  const auto closed = closed_period_from(noticed, school);
  if (!late && !closed) return Done{};
  if (fact.order && has_role(act.author, Role::kDirector, school)) return Done{};
  const auto* term = school.parameter("compromise.notice", noticed);
  Sentence why{fmt::format("сообщение от {}: прошло больше одного рабочего дня", russian(noticed)),
               fmt::format("the notice is of {}, more than one working day ago", iso(noticed))};
  if (closed) {
    const Sentence word = word_of(closed->period);
    const std::string name = name_of(closed->school_class, closed->period.last_day, school);
    why = {fmt::format("сообщение от {}, а для класса {} с тех пор закрыт период ({})",
                       russian(noticed), name, word.ru),
           fmt::format("the notice is of {}, and {} of class {} is closed since", iso(noticed),
                       word.en, name)};
  }
  return Refusal{
      "compromise.back_dated",
      why,
      term ? term->clause : std::string(),
      {"задним числом это делает директор, указав приказ", "the director does that by an order"}};
}

}  // namespace

bool has_account(events::PersonNumber person, const SchoolNow& school) {
  bool open = false;
  school.directory().story(Shelf::kPersonStory, {person.value},
                           [&open](const projections::FiledRow& row, bool is_void) {
                             if (is_void) return true;
                             if (row.holds<events::AccountOpened>()) open = true;
                             if (row.holds<events::AccountClosed>()) open = false;
                             return true;
                           });
  return open;
}

bool had_code(events::PersonNumber person, const SchoolNow& school) {
  return !valid_on<events::CredentialIssued>(school.directory(), Shelf::kPersonStory,
                                             {person.value})
              .empty();
}

bool has_code(events::PersonNumber person, const SchoolNow& school) {
  const auto codes =
      valid_on<events::CredentialIssued>(school.directory(), Shelf::kPersonStory, {person.value});
  if (codes.empty()) return false;
  for (const auto& key : school.directory().keys_of(person)) {
    const bool is_own = key.holder != events::KeyHolder::kOffline;  // else it is the code itself
    if (is_own && codes.back().stamp.position < key.enrolled) return false;
  }
  return true;
}

Outcome check(const events::AccountOpened& fact, const Act& act, const SchoolNow& school) {
  if (has_account(fact.person, school)) {
    return Refusal{"account.open",
                   {fmt::format("учётная запись человека № {} уже открыта", fact.person.value),
                    fmt::format("person {} has an open account", fact.person.value)}};
  }
  return check_issuer(fact.person, act, school);
}

Outcome check(const events::AccountClosed& fact, const Act& act, const SchoolNow& school) {
  if (auto account = check_account(fact.person, school); !account) return account;
  return check_closer(fact.person, act, school);
}

Outcome check(const events::CredentialIssued& fact, const Act& act, const SchoolNow& school) {
  if (act.author == fact.person) return own_key(fact.person, act, school);
  if (auto issuer = check_issuer(fact.person, act, school); !issuer) return issuer;
  if (auto account = check_account(fact.person, school); !account) return account;
  if (fact.again == had_code(fact.person, school)) return Done{};
  return miscounted(fact, act, school);
}

Outcome check(const events::KeyEnrolled& fact, const Act& act, const SchoolNow& school) {
  const bool own = act.author == fact.person;
  const bool replaces = fact.ground == events::KeyGround::kReplacement;
  if (own && !(replaces && working_key(fact.person, school))) {
    return own_key(fact.person, act, school);
  }
  if (!own && act.author.value != 0 && is_appointed(fact.person, Role::kDirector, act, school)) {
    return Refusal{"key.founder",
                   {"ключ директора заводит только основатель, своим ключом",
                    "a director's key comes from the founder alone"}};
  }
  if (!own) {
    if (auto issuer = check_issuer(fact.person, act, school); !issuer) return issuer;
  }
  if (auto account = check_account(fact.person, school); !account) return account;
  return check_ground(fact, act, school);
}

Outcome check(const events::KeyEnded& fact, const Act& act, const SchoolNow& school) {
  const auto key = key_of(fact.person, fact.key, school);
  if (!key) return key.refusal();
  if (key->ended) {
    return Refusal{"key.ended",
                   {fmt::format("этот ключ не действует с записи № {}", key->ended->value),
                    fmt::format("this key ended at entry {}", key->ended->value)}};
  }
  return check_closer(fact.person, act, school);
}

Outcome check(const events::KeyCompromised& fact, const Act& act, const SchoolNow& school) {
  const auto key = key_of(fact.person, fact.key, school);
  if (!key) return key.refusal();
  if (auto closer = check_closer(fact.person, act, school); !closer) return closer;
  if (fact.noticed < fact.learned || act.now < fact.noticed) {
    return Refusal{"compromise.times",
                   {"о разглашении сначала узнают, потом сообщают, и не позже этой минуты",
                    "a compromise is learned of first, then noticed, and not after now"},
                   school.clause("compromise.notice")};
  }
  if (key->void_from && *key->void_from <= fact.noticed) {
    return Refusal{"compromise.known",
                   {"об этом ключе уже сообщили, и с более раннего момента",
                    "this key has been reported from an earlier moment"}};
  }
  return check_back_dated(fact, act, school);
}

}  // namespace letopis::rules
