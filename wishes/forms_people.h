// The wishes of rules/commands_people.h as they are said from outside.
#pragma once

#include "rules/commands_people.h"
#include "wishes/form.h"

namespace letopis::wishes {

template <>
struct Form<rules::IssueCode> {
  static constexpr std::string_view kName = "issue_code";
  static constexpr Text kTells{"Выдать человеку одноразовый код; учётная запись откроется сама.",
                               "Issue a one-time code; the account is opened if there is none."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("medium", self.medium);
  }
};

template <>
struct Form<rules::ConsentWish> {
  static constexpr std::string_view kName = "consents";
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
struct Form<rules::ChildWish> {
  static constexpr std::string_view kName = "children";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("child", self.child);
    visit("relation", self.relation);
  }
};

template <>
struct Form<rules::RoleWish> {
  static constexpr std::string_view kName = "roles";
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
struct Form<rules::RegisterPerson> {
  static constexpr std::string_view kName = "register_person";
  static constexpr Text kTells{
      "Внести человека целиком: согласия, личные данные, дети, должности.",
      "Register a person whole: consents, private data, children, appointments."};
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
  static constexpr Text kTells{"Зачислить ученика в класс и его группы.",
                               "Enrol a pupil into a class and its groups."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("school_class", self.school_class);
    visit("first_day", self.first_day);
    visit("order", self.order);
    visit("groups", self.groups);
  }
};

}  // namespace letopis::wishes
