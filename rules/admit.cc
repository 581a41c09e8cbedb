#include "rules/admit.h"

#include <fmt/format.h>

#include <map>

#include "projections/directory_reader.h"
#include "rules/number_words.h"

namespace letopis::rules {
namespace {

using events::Declared;
using events::Number;
using events::NumberKind;

Refusal missing(std::string_view fact, const char* field, NumberKind kind, std::uint32_t number) {
  const Sentence word = word_of(kind);
  return {"subject.missing",
          {fmt::format("нет такого: {} № {} (факт {}, поле {})", word.ru, number, fact, field),
           fmt::format("there is no {} {} (fact {}, field {})", word.en, number, fact, field)}};
}

Refusal not_next(std::string_view fact, NumberKind kind, std::uint32_t number) {
  const Sentence word = word_of(kind);
  return {
      "number.not_next",
      {fmt::format("{} № {}: номера идут подряд и не повторяются (факт {})", word.ru, number, fact),
       fmt::format("{} {}: numbers go in sequence and are never reused (fact {})", word.en, number,
                   fact)}};
}

// Walks the facts of one command and holds every number against what exists by then.
class Subjects {
 public:
  explicit Subjects(const events::ViewReader& views) : directory_(views) {}

  Outcome check(const events::Fact& fact) {
    refusal_.reset();
    fact_ = events::name_of(fact);
    std::visit([this](const auto& one) { one.visit_fields(one, *this); }, fact);
    if (!refusal_) std::visit([this](const auto& one) { check_day(one); }, fact);
    if (refusal_) return *refusal_;
    return Done{};
  }

  template <NumberKind kind>
  void operator()(const char* field, const Number<kind>& number) {
    if (!refusal_ && !exists(kind, number.value)) {
      refusal_ = missing(fact_, field, kind, number.value);
    }
  }
  template <NumberKind kind>
  void operator()(const char* field, const std::optional<Number<kind>>& number) {
    if (number) (*this)(field, *number);
  }
  template <NumberKind kind>
  void operator()(const char*, Declared<const Number<kind>> declared) {
    declare(kind, declared.number.value);
  }
  template <class Item>
  void operator()(const char*, const std::vector<Item>& items) {
    if constexpr (requires(const Item& item) { Item::visit_fields(item, *this); }) {
      for (const auto& item : items) item.visit_fields(item, *this);
    }
  }
  template <class Other>
  void operator()(const char*, const Other&) {}

 private:
  bool exists(NumberKind kind, std::uint32_t number) const {
    const auto here = declared_.find(kind);
    if (here != declared_.end() && number >= here->second.first && number <= here->second.last) {
      return true;
    }
    return directory_.exists(kind, number);
  }

  void declare(NumberKind kind, std::uint32_t number) {
    if (refusal_) return;
    const auto here = declared_.find(kind);
    const bool next = here != declared_.end()
                          ? number == here->second.last + 1
                          : number > 0 && !directory_.exists(kind, number) &&
                                (number == 1 || directory_.exists(kind, number - 1));
    if (!next) {
      refusal_ = not_next(fact_, kind, number);
      return;
    }
    if (here == declared_.end()) {
      declared_.emplace(kind, Span{number, number});
    } else {
      here->second.last = number;
    }
  }

  // Facts of a lesson are filed under its day, so they must name the same.
  template <class One>
  void check_day(const One& fact) {
    if constexpr (std::is_same_v<One, events::LessonHeld>) {
      held_here_[fact.lesson] = fact.day;
    } else if constexpr (requires {
                           fact.lesson.value;
                           fact.day;
                         }) {
      const auto here = held_here_.find(fact.lesson);
      const auto day = here != held_here_.end() ? here->second : day_of(fact.lesson);
      if (day == fact.day) return;
      refusal_ = Refusal{
          "lesson.another_day",
          {fmt::format("урок № {} был в другой день (факт {})", fact.lesson.value, fact_),
           fmt::format("lesson {} was held on another day (fact {})", fact.lesson.value, fact_)}};
    }
  }

  events::Day day_of(events::LessonNumber lesson) const {
    const auto held = directory_.declared<events::LessonHeld>(lesson);
    return held ? held->fact.day : events::Day{};
  }

  struct Span {
    std::uint32_t first;
    std::uint32_t last;
  };
  const projections::Directory directory_;
  std::map<NumberKind, Span> declared_;
  std::map<events::LessonNumber, events::Day> held_here_;  // by this command
  std::string_view fact_;
  std::optional<Refusal> refusal_;
};

}  // namespace

Outcome admit(std::span<const events::Event> command, const events::ViewReader& views,
              events::Instant) {
  Subjects subjects(views);
  for (const auto& event : command) {
    if (auto checked = subjects.check(event.fact); !checked) return checked;
  }
  return Done{};
}

}  // namespace letopis::rules
