#include "rules/concern.h"

namespace letopis::rules {
namespace {

template <class Value>
void keep_first(std::optional<Value>& kept, const Value& value) {
  if (!kept) kept = value;
}

// Visits the fields of one fact. Lists concern nobody.
class Reading {
 public:
  Reading(Concern& concern, const projections::Directory& directory)
      : concern_(concern), directory_(directory) {}

  void operator()(std::string_view, events::PersonNumber person) {
    keep_first(concern_.person, person);
  }
  void operator()(std::string_view, events::ClassNumber number) {
    keep_first(concern_.school_class, number);
  }
  void operator()(std::string_view, events::SubjectNumber number) {
    keep_first(concern_.subject, number);
  }
  void operator()(std::string_view, events::LoadNumber number) {
    keep_first(concern_.load, number);
  }
  void operator()(std::string_view, events::LessonNumber number) {
    keep_first(concern_.lesson, number);
  }
  void operator()(std::string_view, events::Day day) { keep_first(concern_.day, day); }
  void operator()(std::string_view, events::DisputeNumber number) {
    if (const auto raised = directory_.declared<events::DisputeRaised>(number)) {
      keep_first(concern_.lesson, raised->fact.lesson);
    }
  }
  void operator()(std::string_view, events::GroupNumber number) {
    const auto formed = directory_.declared<events::GroupFormed>(number);
    if (formed && formed->fact.school_class) {
      keep_first(concern_.school_class, *formed->fact.school_class);
    }
  }
  void operator()(std::string_view, events::CopyNumber number) {
    const auto printed = directory_.declared<events::CopyPrinted>(number);
    if (!printed) return;
    if (printed->fact.school_class) keep_first(concern_.school_class, *printed->fact.school_class);
    if (printed->fact.pupil) keep_first(concern_.person, *printed->fact.pupil);
  }
  void operator()(std::string_view, events::RemarkNumber number) {
    if (const auto made = directory_.declared<events::RemarkMade>(number)) {
      keep_first(concern_.person, made->fact.teacher);
    }
  }
  void operator()(std::string_view, events::PostNumber number) {
    const auto posted = directory_.declared<events::NewsPosted>(number);
    if (posted && posted->fact.school_class) {
      keep_first(concern_.school_class, *posted->fact.school_class);
    }
  }
  void operator()(std::string_view, events::SchoolEventNumber number) {
    const auto planned = directory_.declared<events::EventPlanned>(number);
    if (planned && planned->fact.school_class) {
      keep_first(concern_.school_class, *planned->fact.school_class);
    }
  }
  void operator()(std::string_view, events::Declared<const events::PersonNumber> declared) {
    concern_.person = declared.number;
    concern_.person_is_new = true;
  }
  template <class Value>
  void operator()(std::string_view name, const std::optional<Value>& value) {
    if (value) (*this)(name, *value);
  }
  template <class Other>
  void operator()(std::string_view, const Other&) {}

 private:
  Concern& concern_;
  const projections::Directory& directory_;
};

}  // namespace

Concern concern_of(const events::Fact& fact, const projections::Directory& directory) {
  Concern concern;
  Reading reading(concern, directory);
  std::visit([&reading](const auto& one) { one.visit_fields(one, reading); }, fact);
  return concern;
}

}  // namespace letopis::rules
