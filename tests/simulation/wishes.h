// What people of a simulated school want: mostly what is theirs and may be, now and then something
// foolish, of somebody else's, of another day.
#pragma once

#include <string>
#include <vector>

#include "events/commitment.h"
#include "rules/command.h"
#include "simulation/cast.h"
#include "simulation/memory_disk.h"
#include "simulation/model.h"

namespace letopis::simulation {

struct Wish {
  events::PersonNumber author;
  rules::Command command;
  std::vector<events::PrivateText> texts = {};
};

// Draws out of chance and what stands in the log. The same chance, the same wishes. One thread.
class Wishes {
 public:
  Wishes(Random& random, const Model& model) : random_(random), model_(model) {}

  Wish any(events::Instant now);
  // One that the rules have no reason to refuse while the school has its director.
  Wish plain() const;
  // One with a private text.
  Wish remark(events::Instant now);

 private:
  void look(events::Instant now);
  // wishes_of_teachers.cc
  Wish of_teacher();
  Wish lesson_wish();
  Wish marks_wish();
  Wish change_wish();
  Wish content_wish();
  Wish presence_wish();
  Wish result_wish();
  Wish answer_wish();
  // wishes_of_offices.cc
  Wish of_office();
  Wish lock_wish();
  Wish movement_wish();
  Wish rule_wish();
  Wish year_wish();
  Wish appointment_wish();
  Wish teaching_wish();
  Wish paper_wish();
  // wishes_of_people.cc
  Wish of_people();
  Wish family_wish();
  Wish data_wish();
  Wish newcomers_wish();
  Wish class_teacher_wish();

  bool one_in(std::uint64_t many) { return below(random_, many) == 0; }
  std::uint32_t pick(std::uint32_t first, std::uint32_t last) {
    return first + static_cast<std::uint32_t>(below(random_, last - first + 1));
  }
  template <class List>
  const auto& some(const List& list) {
    return list[below(random_, std::size(list))];
  }
  template <class Code>
  Code code() {
    return static_cast<Code>(below(random_, events::word_count<Code>()));
  }
  template <class Fact>
  static Wish states(events::PersonNumber author, Fact fact) {
    return {author, rules::StateFacts{{std::move(fact)}}};
  }
  events::LessonNumber lesson();
  const StandingLesson* found(events::LessonNumber number) const;
  events::PersonNumber pupil_in(events::LoadNumber load);
  events::PersonNumber teacher_of(events::LessonNumber lesson) const;
  events::PersonNumber pupil() { return {pick(kFirstPupil.value, kLastPupil.value)}; }
  events::PersonNumber guide_of(events::PersonNumber pupil) const;
  events::MarkValue value();
  events::Day near(int days);
  events::Order order() { return {one_in(20) ? "" : "21-ОД", one_in(10) ? near(3) : today_}; }
  std::uint32_t last(events::NumberKind kind) const;
  events::Commitment text(events::PersonNumber about, Wish& wish);

  Random& random_;
  const Model& model_;
  Standing standing_;  // as of the last look
  events::Day today_;
  events::Instant now_;
};

}  // namespace letopis::simulation
