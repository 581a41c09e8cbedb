// The wishes of rules/commands_people.h as they are said from outside.
#pragma once

#include "rules/commands_people.h"
#include "wishes/form.h"

namespace letopis::wishes {

template <>
struct Form<rules::IssueCode> {
  static constexpr std::string_view kName = "issue_code";
  static constexpr Text kTells{"Выдать код доступа; учётная запись открывается сама.",
                               "Issue an activation code; the account is opened where none is."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("medium", self.medium);
    visit("key", self.key);
  }
};

template <>
struct Form<rules::CodeWish> {
  static constexpr std::string_view kName = "code_wish";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("key", self.key);
  }
};

template <>
struct Form<rules::IssueCodes> {
  static constexpr std::string_view kName = "issue_codes";
  static constexpr Text kTells{"Выдать коды доступа сразу многим: листки для класса.",
                               "Issue activation codes to many at once: the slips of a class."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("codes", self.codes);
    visit("medium", self.medium);
  }
};

template <>
struct Form<rules::ConsentWish> {
  static constexpr std::string_view kName = "consent_wish";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("said_by", self.said_by);
    visit("purpose", self.purpose);
    visit("state", self.state);
    visit("day", self.day);
    visit("document", self.document);
  }
};

template <>
struct Form<rules::RoleWish> {
  static constexpr std::string_view kName = "role_wish";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("role", self.role);
    visit("school_class", self.school_class);
    visit("subject", self.subject);
    visit("first_day", self.first_day);
    visit("order", self.order);
  }
};

template <>
struct Form<rules::ChildWish> {
  static constexpr std::string_view kName = "child_wish";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("child", self.child);
    visit("relation", self.relation);
  }
};

template <>
struct Form<rules::RegisterPerson> {
  static constexpr std::string_view kName = "register_person";
  static constexpr Text kTells{
      "Внести человека сразу: согласия, личные данные, чей он родитель, должности.",
      "Register a person at once: consents, private data, whose parent it is, roles."};
  static constexpr bool kDeclaresPerson = true;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("consents", self.consents);
    visit("fields", self.fields);
    visit("children", self.children);
    visit("roles", self.roles);
  }
};

template <>
struct Form<rules::EnrolPupil> {
  static constexpr std::string_view kName = "enrol_pupil";
  static constexpr Text kTells{"Зачислить ученика в класс и в его группы.",
                               "Enrol a pupil into a class and into groups of it."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("school_class", self.school_class);
    visit("first_day", self.first_day);
    visit("order", self.order);
    visit("groups", self.groups);
  }
};

template <>
struct Form<rules::ImportedConsent> {
  static constexpr std::string_view kName = "imported_consent";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("said_by", self.said_by);
    visit("state", self.state);
    visit("day", self.day);
  }
};

template <>
struct Form<rules::ImportedPerson> {
  static constexpr std::string_view kName = "imported_person";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("fields", self.fields);
    visit("consent", self.consent);
    visit("roles", self.roles);
    visit("school_class", self.school_class);
    visit("first_day", self.first_day);
    visit("code", self.code);
    visit("login", self.login);
  }
};

template <>
struct Form<rules::ImportedLink> {
  static constexpr std::string_view kName = "imported_link";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("child", self.child);
    visit("guardian", self.guardian);
    visit("relation", self.relation);
    visit("pupil", self.pupil);
  }
};

template <>
struct Form<rules::ImportPeople> {
  static constexpr std::string_view kName = "import_people";
  static constexpr Text kTells{
      "Внести многих людей из таблицы: всех или никого; строки считают с 0.",
      "Bring many people in from a table: all or none; rows are counted from 0."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("people", self.people);
    visit("links", self.links);
    visit("order", self.order);
  }
};

}  // namespace letopis::wishes
