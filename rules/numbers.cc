#include "rules/numbers.h"

#include <fmt/format.h>

#include "regulations/civil_day.h"
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

// The parameter that says by which day such an entry is dated; empty: none does.
template <class Fact>
constexpr std::string_view dating_key() {
  if constexpr (std::is_same_v<Fact, events::MarkGiven>) return "entry.mark.dated";
  if constexpr (std::is_same_v<Fact, events::AbsenceNoted>) return "entry.attendance.dated";
  if constexpr (std::is_same_v<Fact, events::TopicSet>) return "entry.topic.dated";
  if constexpr (std::is_same_v<Fact, events::HomeworkSet> ||
                std::is_same_v<Fact, events::IndividualHomeworkSet>) {
    return "entry.homework.dated";
  }
  return {};
}

}  // namespace

// Visits the fields of one fact.
class Numbers::Check {
 public:
  Check(Numbers& numbers, std::string_view fact, const SchoolNow& school)
      : numbers_(numbers), fact_(fact), school_(school) {}

  template <NumberKind kind>
  void operator()(const char* field, const Number<kind>& number) {
    if (!refusal && !numbers_.exists(kind, number.value, school_)) {
      refusal = missing(fact_, field, kind, number.value);
    }
  }
  template <NumberKind kind>
  void operator()(const char* field, const std::optional<Number<kind>>& number) {
    if (number) (*this)(field, *number);
  }
  template <NumberKind kind>
  void operator()(const char*, Declared<const Number<kind>> declared) {
    if (!refusal && !numbers_.take(kind, declared.number.value)) {
      refusal = not_next(fact_, kind, declared.number.value);
    }
  }
  template <class Item>
  void operator()(const char*, const std::vector<Item>& items) {
    if constexpr (requires(const Item& item) { Item::visit_fields(item, *this); }) {
      for (const auto& item : items) item.visit_fields(item, *this);
    }
  }
  template <class Other>
  void operator()(const char*, const Other&) {}

  // Facts of a lesson are filed under its day, so they must name the same.
  template <class One>
  void check_day(const One& fact) {
    if constexpr (!std::is_same_v<One, events::LessonHeld> && requires {
                    fact.lesson.value;
                    fact.day;
                  }) {
      if (refusal || school_.lesson(fact.lesson)->record.day == fact.day) return;
      const events::Day held = school_.lesson(fact.lesson)->record.day;
      const std::string_view dated = dating_key<One>();
      refusal = Refusal{"lesson.another_day",
                        {fmt::format("урок № {} был {}: запись о нём ставят этим днём",
                                     fact.lesson.value, regulations::russian(held)),
                         fmt::format("lesson {} was held on {}: its entries have that day",
                                     fact.lesson.value, regulations::iso(held))},
                        dated.empty() ? std::string() : school_.clause(dated, held)};
    }
  }

  // Where a fact says it lies, a lesson is found sooner.
  template <class One>
  void look_up(const One& fact) {
    if constexpr (!std::is_same_v<One, events::LessonHeld> && requires {
                    fact.lesson.value;
                    fact.day;
                  }) {
      static_cast<void>(school_.lesson(fact.lesson, fact.day));
    }
  }

  std::optional<Refusal> refusal;

 private:
  Numbers& numbers_;
  std::string_view fact_;
  const SchoolNow& school_;
};

class Numbers::Give {
 public:
  explicit Give(Numbers& numbers) : numbers_(numbers) {}

  template <NumberKind kind>
  void operator()(const char*, Declared<Number<kind>> declared) {
    auto [last, fresh] = numbers_.given_.try_emplace(kind, 0);
    if (fresh) last->second = numbers_.directory_.last_number(kind);
    if (declared.number.value == 0) declared.number.value = last->second + 1;
    last->second = declared.number.value;
  }
  template <class Other>
  void operator()(const char*, Other&&) {}

 private:
  Numbers& numbers_;
};

Outcome Numbers::check(const events::Fact& fact, const SchoolNow& school) {
  Check check(*this, events::name_of(fact), school);
  std::visit(
      [&check](const auto& one) {
        check.look_up(one);
        one.visit_fields(one, check);
        check.check_day(one);
      },
      fact);
  if (check.refusal) return *check.refusal;
  return Done{};
}

void Numbers::give(events::Fact& fact) {
  Give give(*this);
  std::visit([&give](auto& one) { one.visit_fields(one, give); }, fact);
}

bool Numbers::exists(NumberKind kind, std::uint32_t number, const SchoolNow& school) const {
  const auto here = declared_.find(kind);
  if (here != declared_.end() && number >= here->second.first && number <= here->second.last) {
    return true;
  }
  if (kind == NumberKind::kLesson) return school.lesson(events::LessonNumber{number}).has_value();
  if (kind == NumberKind::kPerson && school.is_known_pupil({number})) return true;
  return directory_.exists(kind, number);
}

bool Numbers::take(NumberKind kind, std::uint32_t number) {
  const auto here = declared_.find(kind);
  if (here != declared_.end()) {
    if (number != here->second.last + 1) return false;
    here->second.last = number;
    return true;
  }
  const bool next = number > 0 && !directory_.exists(kind, number) &&
                    (number == 1 || directory_.exists(kind, number - 1));
  if (next) declared_.emplace(kind, Span{number, number});
  return next;
}

}  // namespace letopis::rules
