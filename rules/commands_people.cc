#include "rules/commands_people.h"

#include <fmt/format.h>

#include "rules/key_rules.h"
#include "rules/order_rules.h"

namespace letopis::rules {
namespace {

events::PersonNumber next_person(const SchoolNow& school) {
  return {school.directory().last_number(events::NumberKind::kPerson) + 1};
}

events::RoleGiven role_of(events::PersonNumber person, const RoleWish& wish) {
  return {person, wish.role, wish.school_class, wish.subject, wish.first_day, wish.order};
}

Refusal no_row(std::size_t row) {
  return {"import.row",
          {fmt::format("названа строка {}, а такой нет", row + 1),
           fmt::format("row {} is named, and there is none", row + 1)}};
}

// Of the keys that the person had the own ones are lost, while a code that was never used is only
// replaced. Ended before the new one: whatever is owed since the loss is given by it.
void add_code(std::vector<events::Fact>& facts, const IssueCode& wish, const SchoolNow& school) {
  if (!has_account(wish.person, school)) facts.emplace_back(events::AccountOpened{wish.person});
  facts.emplace_back(
      events::CredentialIssued{wish.person, wish.medium, had_code(wish.person, school)});
  if (!wish.key) return;
  auto ground = events::KeyGround::kActivation;
  for (const auto& key : school.directory().keys_of(wish.person)) {
    if (key.ended) continue;
    ground = events::KeyGround::kReset;
    const auto why = key.holder == events::KeyHolder::kOffline ? events::KeyEndGround::kReplaced
                                                               : events::KeyEndGround::kLost;
    facts.emplace_back(events::KeyEnded{wish.person, signing::key_id_of(key.public_key), why});
  }
  facts.emplace_back(events::KeyEnrolled{wish.person, *wish.key, events::KeyHolder::kOffline,
                                         ground, std::nullopt});
}

// What comes of one import, part by part: everyone is there before anyone is spoken of.
class Import {
 public:
  Import(const ImportPeople& wish, events::PersonNumber first) : wish_(wish), first_(first) {}

  Result<std::vector<events::Fact>> facts() {
    for (std::size_t row = 0; row < wish_.people.size(); ++row) {
      facts_.emplace_back(events::PersonRegistered{number(row), {}});
    }
    if (auto linked = add_links(); !linked) return linked.refusal();
    if (auto agreed = add_consents(); !agreed) return agreed.refusal();
    for (std::size_t row = 0; row < wish_.people.size(); ++row) {
      const ImportedPerson& person = wish_.people[row];
      for (const RoleWish& role : person.roles) facts_.emplace_back(role_of(number(row), role));
      if (person.fields.empty()) continue;
      facts_.emplace_back(events::PersonChanged{number(row), person.fields});
    }
    if (auto enrolled = add_enrolments(); !enrolled) return enrolled.refusal();
    add_codes();
    return std::move(facts_);
  }

 private:
  events::PersonNumber number(std::size_t row) const {
    return {first_.value + static_cast<std::uint32_t>(row)};
  }
  bool is_row(std::size_t row) const { return row < wish_.people.size(); }

  Outcome add_links() {
    for (const ImportedLink& link : wish_.links) {
      if (link.child.has_value() == link.pupil.has_value()) {
        return Refusal{"import.child",
                       {"у связи должен быть один ребёнок", "a link has exactly one child"},
                       {},
                       {"child — строка ребёнка, pupil — ученик, который в журнале уже есть",
                        "child is the child's row, pupil one whom the journal has already"}};
      }
      if (link.child && !is_row(*link.child)) return no_row(*link.child);
      if (!is_row(link.guardian)) return no_row(link.guardian);
      facts_.emplace_back(events::GuardianLinked{link.child ? number(*link.child) : *link.pupil,
                                                 number(link.guardian), link.relation});
    }
    return Done{};
  }

  Outcome add_consents() {
    for (std::size_t row = 0; row < wish_.people.size(); ++row) {
      const auto& consent = wish_.people[row].consent;
      if (!consent) continue;
      const std::size_t said_by = consent->said_by.value_or(row);
      if (!is_row(said_by)) return no_row(said_by);
      facts_.emplace_back(events::ConsentRecorded{number(row), number(said_by),
                                                  events::ConsentPurpose::kJournal, consent->state,
                                                  consent->day, std::nullopt});
    }
    return Done{};
  }

  Outcome add_enrolments() {
    for (std::size_t row = 0; row < wish_.people.size(); ++row) {
      const ImportedPerson& person = wish_.people[row];
      if (!person.school_class) continue;
      if (auto ordered = check_ordered(wish_.order, {"зачисление", "an enrolment"}); !ordered) {
        return ordered;
      }
      facts_.emplace_back(
          events::PupilEnrolled{number(row), *person.school_class, person.first_day, *wish_.order});
    }
    return Done{};
  }

  // Last: who may issue a code hangs on what the person is, and where.
  void add_codes() {
    for (std::size_t row = 0; row < wish_.people.size(); ++row) {
      const auto& medium = wish_.people[row].code;
      if (!medium) continue;
      facts_.emplace_back(events::AccountOpened{number(row)});
      facts_.emplace_back(events::CredentialIssued{number(row), *medium, false});
    }
  }

  const ImportPeople& wish_;
  const events::PersonNumber first_;
  std::vector<events::Fact> facts_;
};

}  // namespace

Result<std::vector<events::Fact>> facts_of(const IssueCode& wish, events::PersonNumber,
                                           const SchoolNow& school) {
  std::vector<events::Fact> facts;
  add_code(facts, wish, school);
  return facts;
}

Result<std::vector<events::Fact>> facts_of(const IssueCodes& wish, events::PersonNumber,
                                           const SchoolNow& school) {
  std::vector<events::Fact> facts;
  for (const auto& [person, key] : wish.codes) {
    add_code(facts, {person, wish.medium, key}, school);
  }
  return facts;
}

Result<std::vector<events::Fact>> facts_of(const RegisterPerson& wish, events::PersonNumber,
                                           const SchoolNow& school) {
  const events::PersonNumber person = next_person(school);
  std::vector<events::Fact> facts;
  facts.emplace_back(events::PersonRegistered{person, {}});
  for (const ChildWish& child : wish.children) {
    facts.emplace_back(events::GuardianLinked{child.child, person, child.relation});
  }
  for (const ConsentWish& consent : wish.consents) {
    facts.emplace_back(events::ConsentRecorded{person, consent.said_by.value_or(person),
                                               consent.purpose, consent.state, consent.day,
                                               consent.document});
  }
  for (const RoleWish& role : wish.roles) facts.emplace_back(role_of(person, role));
  if (!wish.fields.empty()) facts.emplace_back(events::PersonChanged{person, wish.fields});
  return facts;
}

Result<std::vector<events::Fact>> facts_of(const EnrolPupil& wish, events::PersonNumber,
                                           const SchoolNow&) {
  std::vector<events::Fact> facts;
  facts.emplace_back(
      events::PupilEnrolled{wish.pupil, wish.school_class, wish.first_day, wish.order});
  for (const events::GroupNumber group : wish.groups) {
    facts.emplace_back(events::GroupJoined{group, wish.pupil, wish.first_day});
  }
  return facts;
}

Result<std::vector<events::Fact>> facts_of(const ImportPeople& wish, events::PersonNumber,
                                           const SchoolNow& school) {
  return Import(wish, next_person(school)).facts();
}

}  // namespace letopis::rules
