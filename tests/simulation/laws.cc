#include "simulation/laws.h"

#include <algorithm>

#include "simulation/cast.h"

namespace letopis::simulation {
namespace {

// Visits the fields of one fact: those that declare a number.
struct Declarations {
  std::map<events::NumberKind, std::uint32_t>& last;
  bool in_order = true;

  template <events::NumberKind kind>
  void operator()(const char*, events::Declared<const events::Number<kind>> declared) {
    in_order = in_order && declared.number.value == ++last[kind];
  }
  template <class Other>
  void operator()(const char*, const Other&) {}
};

// "1,2" names 2.
bool names(const events::Parameter* list, std::uint16_t grade) {
  if (list == nullptr) return false;
  return ("," + list->value + ",").find("," + std::to_string(grade) + ",") != std::string::npos;
}

bool is(const events::Parameter* parameter, std::string_view value) {
  return parameter != nullptr && parameter->value == value;
}

}  // namespace

Laws::Verdict Laws::broken_by(const TakenFact& taken) {
  if (auto wrong = numbers(taken.fact)) return wrong;
  if (auto wrong = lesson_day(taken)) return wrong;
  Verdict wrong;
  if (const auto* mark = std::get_if<events::MarkGiven>(&taken.fact)) {
    wrong = of_mark(taken, *mark);
  } else if (const auto* changed = std::get_if<events::MarkCorrected>(&taken.fact)) {
    wrong =
        of_change(taken, {changed->lesson, changed->pupil, changed->ordinal}, changed->permission);
  } else if (const auto* gone = std::get_if<events::MarkWithdrawn>(&taken.fact)) {
    wrong = of_change(taken, {gone->lesson, gone->pupil, gone->ordinal}, gone->permission);
  }
  learn(taken);
  return wrong;
}

Laws::Verdict Laws::numbers(const events::Fact& fact) {
  Declarations declarations{last_};
  std::visit([&](const auto& one) { one.visit_fields(one, declarations); }, fact);
  if (declarations.in_order) return std::nullopt;
  return "a number is not the one after the last";
}

Laws::Verdict Laws::lesson_day(const TakenFact& taken) const {
  return std::visit(
      [&](const auto& fact) -> Verdict {
        using One = std::decay_t<decltype(fact)>;
        if constexpr (requires { fact.lesson.value, fact.day.value; }) {
          if (day_of(taken.recorded) < fact.day) return "a lesson of a day to come";
          if constexpr (!std::is_same_v<One, events::LessonHeld>) {
            if (held(fact.lesson).day != fact.day) return "a lesson's fact of another day";
          }
        }
        return std::nullopt;
      },
      static_cast<const events::AnyFact&>(taken.fact));
}

Laws::Verdict Laws::of_mark(const TakenFact& taken, const events::MarkGiven& mark) {
  if (mark.ordinal != ++ordinals_[{mark.lesson, mark.pupil}]) return "a mark out of its order";
  const auto withdrawn = withdrawn_.find(mark.lesson);
  const bool is_gone = withdrawn != withdrawn_.end() && !is_void(withdrawn->second, thefts_);
  if (is_gone || is_void(lessons_.at(mark.lesson), thefts_)) return "a mark in no lesson";
  if (!may_teach(taken.author, mark.lesson)) return "a mark by who did not teach";
  if (auto wrong = of_permission(taken.author, mark.permission)) return wrong;
  if (!mark.permission && is_closed(*load_of(mark.lesson).school_class, mark.day)) {
    return "a mark in a closed period";
  }
  return of_regulation(taken, mark);
}

Laws::Verdict Laws::of_regulation(const TakenFact& taken, const events::MarkGiven& mark) const {
  const auto rules = parameters_.on(mark.day);
  const auto grade = grades_.find(*load_of(mark.lesson).school_class);
  if (grade != grades_.end() && (names(rules.find("grades_without_marks"), grade->second) ||
                                 names(rules.find("grades_attendance_only"), grade->second))) {
    return "a mark in a grade without marks";
  }
  const bool same_day_alone =
      is(rules.find("entry.mark.late"), "refuse") && is(rules.find("entry.mark.due"), "lesson_day");
  // A work may be a written one, which has terms of its own.
  if (same_day_alone && !mark.permission && mark.work == 0 && day_of(taken.recorded) != mark.day) {
    return "a mark after its day";
  }
  return std::nullopt;
}

Laws::Verdict Laws::of_change(const TakenFact& taken, const MarkPlace& mark,
                              Permission permission) {
  const auto entered = entered_.find(mark);
  if (entered == entered_.end()) return "a change of no mark";
  if (auto wrong = of_permission(taken.author, permission)) return wrong;
  const events::Day day = held(mark.lesson).day;
  if (permission) return std::nullopt;
  if (is_closed(*load_of(mark.lesson).school_class, day)) return "a change in a closed period";
  const bool same_day_alone = is(parameters_.on(day).find("edit.window"), "none");
  // What a stolen key made void is not what is changed: then the day is an earlier one.
  if (same_day_alone && thefts_.empty() && day_of(entered->second) != day_of(taken.recorded)) {
    return "a change after the day of the entry";
  }
  return std::nullopt;
}

Laws::Verdict Laws::of_permission(events::PersonNumber author, Permission permission) const {
  if (!permission || permissions_.at(*permission) == author) return std::nullopt;
  return "a permission given to another";
}

bool Laws::may_teach(events::PersonNumber author, events::LessonNumber lesson) const {
  const auto& of = held(lesson);
  return of.teacher == author || loads_.at(of.load).teacher == author ||
         substitutes_.contains({author, of.load});
}

bool Laws::is_closed(events::ClassNumber school_class, events::Day day) const {
  return std::any_of(periods_.begin(), periods_.end(), [&](const auto& one) {
    const auto& period = one.second;
    const auto closed = closed_.find({school_class, one.first});
    return closed != closed_.end() && !is_void(closed->second, thefts_) &&
           period.first_day <= day && day <= period.last_day;
  });
}

const events::LessonHeld& Laws::held(events::LessonNumber lesson) const {
  return std::get<events::LessonHeld>(lessons_.at(lesson).fact);
}

const events::LoadAssigned& Laws::load_of(events::LessonNumber lesson) const {
  return loads_.at(held(lesson).load);
}

void Laws::read_rules() {
  parameters_ = {};
  for (const TakenFact& rule : rules_) {
    if (is_void(rule, thefts_)) continue;
    if (const auto* whole = std::get_if<events::RegulationAdopted>(&rule.fact)) {
      parameters_.apply(*whole);
    } else {
      parameters_.apply(std::get<events::ParameterChanged>(rule.fact));
    }
  }
}

// Visits one fact, which has entered.
struct Laws::Learning {
  Laws& laws;
  const TakenFact& taken;

  void operator()(const events::LessonHeld& fact) { laws.lessons_[fact.lesson] = taken; }
  void operator()(const events::LessonWithdrawn& fact) { laws.withdrawn_[fact.lesson] = taken; }
  void operator()(const events::MarkGiven& fact) {
    laws.entered_[{fact.lesson, fact.pupil, fact.ordinal}] = taken.recorded;
  }
  void operator()(const events::MarkCorrected& fact) {
    laws.entered_[{fact.lesson, fact.pupil, fact.ordinal}] = taken.recorded;
  }
  void operator()(const events::LoadAssigned& fact) { laws.loads_[fact.load] = fact; }
  void operator()(const events::ClassOpened& fact) { laws.grades_[fact.school_class] = fact.grade; }
  void operator()(const events::ClassPromoted& fact) { laws.grades_.erase(fact.school_class); }
  void operator()(const events::PeriodDeclared& fact) { laws.periods_[fact.period] = fact; }
  void operator()(const events::PeriodClosed& fact) {
    laws.closed_.insert_or_assign({fact.school_class, fact.period}, taken);
  }
  void operator()(const events::PeriodReopened& fact) {
    laws.closed_.erase({fact.school_class, fact.period});
  }
  void operator()(const events::SubstitutionOrdered& fact) {
    laws.substitutes_.insert({fact.substitute, fact.load});
  }
  void operator()(const events::PermissionGiven& fact) {
    laws.permissions_[fact.permission] = fact.teacher;
  }
  void operator()(const events::RegulationAdopted&) { rule(); }
  void operator()(const events::ParameterChanged&) { rule(); }
  void operator()(const events::KeyCompromised&) {
    add_theft(taken.fact, laws.thefts_);
    laws.read_rules();
  }
  template <class Other>
  void operator()(const Other&) {}

  void rule() {
    laws.rules_.push_back(taken);
    laws.read_rules();
  }
};

void Laws::learn(const TakenFact& taken) {
  std::visit(Learning{*this, taken}, static_cast<const events::AnyFact&>(taken.fact));
}

}  // namespace letopis::simulation
