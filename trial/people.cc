#include "trial/people.h"

#include <fmt/format.h>

#include <algorithm>

#include "regulations/civil_day.h"
#include "regulations/duties.h"
#include "regulations/term.h"

namespace letopis::trial {
namespace {

using events::PersonField;

struct PlainField {
  PersonField field = {};
  std::string text;
};

events::PersonChanged data_of(Life& life, events::PersonNumber person, const PersonName& name,
                              std::vector<PlainField> more) {
  events::PersonChanged changed;
  changed.person = person;
  std::vector<PlainField> all = {{PersonField::kFamilyName, name.family},
                                 {PersonField::kGivenName, name.given},
                                 {PersonField::kPatronymic, name.patronymic}};
  for (PlainField& field : more) all.push_back(std::move(field));
  for (PlainField& field : all) {
    const events::Commitment text = life.scribe.secret(person, std::move(field.text));
    changed.fields.push_back({field.field, text});
  }
  return changed;
}

events::ConsentRecorded consent(events::PersonNumber person, events::PersonNumber said_by,
                                events::ConsentPurpose purpose, bool given, events::Day day) {
  return {person,  said_by,
          purpose, given ? events::ConsentState::kGiven : events::ConsentState::kRefused,
          day,     std::nullopt};
}

std::string any_phone(Random& random) {
  const auto middle = random.below(1'000);
  const auto tail = random.below(10'000);
  return fmt::format("+7 900 {:03} {:02} {:02}", middle, tail / 100, tail % 100);
}

std::string any_address(Random& random) {
  static constexpr std::string_view streets[] = {
      "ул. Садовая",       "ул. Школьная", "пр. Мира",       "ул. Лесная",
      "ул. Гагарина",      "ул. Пушкина",  "наб. Речная",    "ул. Молодёжная",
      "ул. Чернышевского", "пер. Тихий",   "ул. Строителей", "ул. Заводская"};
  const auto street = random.one_of(std::span<const std::string_view>(streets));
  const auto house = random.between(1, 90);
  const auto flat = random.between(1, 160);
  return fmt::format("{}, д. {}, кв. {}", street, house, flat);
}

}  // namespace

void add_staff(Life& life, events::PersonNumber number, const PersonName& name, events::Day day,
               FactList& list) {
  list.emplace_back(events::PersonRegistered{number, {}});
  list.emplace_back(consent(number, number, events::ConsentPurpose::kJournal, true, day));
  list.emplace_back(
      data_of(life, number, name,
              {{PersonField::kEmail, fmt::format("staff{:03}@example.org", number.value)}}));
}

void add_code(events::PersonNumber number, FactList& list) {
  list.emplace_back(events::AccountOpened{number});
  list.emplace_back(events::CredentialIssued{number, events::SlipMedium::kPaper, false});
}

void add_family(Life& life, Pupil& pupil, events::Day day, FactList& list) {
  // Phones and streets are not worth a stream of their own.
  pupil.number = life.scribe.next<events::PersonNumber>();
  Random random = stream(life.settings.seed, Purpose::kPeople, pupil.number.value, 1);
  list.emplace_back(events::PersonRegistered{pupil.number, {}});
  for (Guardian& guardian : pupil.guardians) {
    guardian.number = life.scribe.next<events::PersonNumber>();
    list.emplace_back(events::PersonRegistered{guardian.number, {}});
    list.emplace_back(
        consent(guardian.number, guardian.number, events::ConsentPurpose::kJournal, true, day));
  }
  const events::PersonNumber mother = pupil.guardians.front().number;
  list.emplace_back(consent(pupil.number, mother, events::ConsentPurpose::kJournal, true, day));
  list.emplace_back(
      consent(pupil.number, mother, events::ConsentPurpose::kPhoto, !random.per_mille(120), day));
  const std::string address = any_address(random);
  list.emplace_back(data_of(life, pupil.number, pupil.name,
                            {{PersonField::kBirthDate, regulations::iso(pupil.born)},
                             {PersonField::kSex, pupil.sex == Sex::kMale ? "мужской" : "женский"},
                             {PersonField::kAddress, address}}));
  for (const Guardian& guardian : pupil.guardians) {
    list.emplace_back(data_of(
        life, guardian.number, guardian.name,
        {{PersonField::kPhone, any_phone(random)},
         {PersonField::kEmail, fmt::format("family{:05}@example.org", guardian.number.value)}}));
    list.emplace_back(events::GuardianLinked{pupil.number, guardian.number, guardian.relation});
  }
}

void add_accounts(Life& life, const Pupil& pupil, events::Day day, Random& random, FactList& list) {
  // Where families are offered the choice, more of them take it.
  const std::uint32_t on_paper_per_mille = life.customs.speaks_of("diary.form_choice") ? 60 : 25;
  const bool paper_diary = random.per_mille(on_paper_per_mille);
  if (paper_diary) life.on_paper.insert(pupil.number);
  const auto& mother = pupil.guardians.front();
  list.emplace_back(events::DiaryFormChosen{
      pupil.number, mother.number,
      paper_diary ? events::DiaryForm::kPaper : events::DiaryForm::kElectronic, day});
  list.emplace_back(events::AccountOpened{pupil.number});
  list.emplace_back(events::CredentialIssued{pupil.number, events::SlipMedium::kPaper, false});
  for (const Guardian& guardian : pupil.guardians) {
    const bool by_mail = random.per_mille(400);
    list.emplace_back(events::AccountOpened{guardian.number});
    list.emplace_back(events::CredentialIssued{
        guardian.number, by_mail ? events::SlipMedium::kEmail : events::SlipMedium::kPaper, false});
    const auto channel = static_cast<events::NoticeChannel>(random.below(4));
    list.emplace_back(events::NoticesChosen{guardian.number, channel});
  }
  if (pupil.watchful) {
    list.emplace_back(enrolment_of(life, speaker_of(pupil), 0, events::KeyHolder::kBrowser,
                                   events::KeyGround::kActivation));
  }
  // Where pupils have a term for it, each activates the account.
  const bool has_key = pupil.watchful && speaker_of(pupil) == pupil.number;
  if (!has_key && life.customs.speaks_of("activate.who") &&
      life.customs.value_of("activate.who").find("pupil") != std::string::npos) {
    list.emplace_back(enrolment_of(life, pupil.number, 0, events::KeyHolder::kBrowser,
                                   events::KeyGround::kActivation));
  }
}

FactList accounts_of_class(Life& life, std::size_t which, events::Day day) {
  Random random = stream(life.settings.seed, Purpose::kPeople, which, 2);
  FactList list;
  for (const std::size_t pupil : life.school.classes[which].pupils) {
    add_accounts(life, life.school.pupils[pupil], day, random, list);
  }
  return list;
}

bool gives_codes_in_august(const Life& life) {
  constexpr std::string_view term = "issue.family.term";
  if (!life.customs.speaks_of(term)) return false;
  const auto issuers =
      regulations::duty_holders(life.customs.on(kFirstDay), regulations::Duty::kIssueToParents);
  // Class teachers have their classes only from September on.
  if (std::find(issuers.begin(), issuers.end(), events::Role::kAdministrator) == issuers.end()) {
    return false;
  }
  const auto terms = regulations::parse_due(life.customs.value_of(term));
  return terms && (terms->due.front().kind == regulations::TermKind::kCalendarDays ||
                   terms->due.front().kind == regulations::TermKind::kWorkingDays);
}

events::KeyEnrolled enrolment_of(const Life& life, events::PersonNumber person, unsigned which,
                                 events::KeyHolder holder, events::KeyGround ground) {
  return {person, life.keys.key_of(person, which).public_key(), holder, ground, std::nullopt};
}

events::PersonNumber speaker_of(const Pupil& pupil) {
  return pupil.speaks_for_itself ? pupil.number : pupil.guardians.front().number;
}

}  // namespace letopis::trial
