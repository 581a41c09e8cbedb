#include "simulation/wishes.h"

#include "projections/directory_reader.h"

namespace letopis::simulation {

void Wishes::look(events::Instant now) {
  now_ = now;
  today_ = day_of(now);
  standing_ = what_stands(model_.facts());
}

Wish Wishes::any(events::Instant now) {
  look(now);
  const auto turn = below(random_, 10);
  Wish wish = turn < 6 ? of_teacher() : turn < 8 ? of_office() : of_people();
  // A text may be about its author, who stays then.
  if (wish.texts.empty() && one_in(12)) wish.author = some(kSigners);
  return wish;
}

Wish Wishes::plain() const { return states(kDirector, events::PersonRegistered{}); }

Wish Wishes::remark(events::Instant now) {
  look(now);
  events::RemarkMade fact;
  fact.teacher = kMaths;
  fact.level = events::RemarkLevel::kDirector;
  fact.due = {today_.value + 7};
  Wish wish{kDirector, {}};
  fact.text = text(kMaths, wish);
  wish.command = rules::StateFacts{{fact}};
  return wish;
}

// One of the latest, mostly; or one that there may never have been.
events::LessonNumber Wishes::lesson() {
  const auto all = static_cast<std::uint32_t>(standing_.lessons.size());
  if (all == 0 || one_in(20)) return {pick(1, all + 2)};
  return {all - pick(0, std::min(all, one_in(3) ? all : 4u) - 1)};
}

const StandingLesson* Wishes::found(events::LessonNumber number) const {
  const auto found = standing_.lessons.find(number);
  return found == standing_.lessons.end() ? nullptr : &found->second;
}

events::PersonNumber Wishes::pupil_in(events::LoadNumber load) {
  const bool is_of_cast = load.value >= 1 && load.value <= kLoads.size();
  if (!is_of_cast || one_in(8)) return pupil();
  const auto of = kLoads[load.value - 1].school_class;
  return of == kFifthA   ? events::PersonNumber{pick(10, 12)}
         : of == kFirstA ? events::PersonNumber{pick(14, 15)}
                         : events::PersonNumber{13};
}

events::PersonNumber Wishes::teacher_of(events::LessonNumber lesson) const {
  const auto* held = found(lesson);
  return held == nullptr ? kMaths : held->teacher;
}

events::PersonNumber Wishes::guide_of(events::PersonNumber pupil) const {
  return pupil.value <= 12 ? kGuide : pupil.value == 13 ? kForeign : kTutor;
}

events::MarkValue Wishes::value() {
  if (one_in(10)) return code<events::MarkValue>();
  return static_cast<events::MarkValue>(pick(1, 4));
}

// Today, or a few days off.
events::Day Wishes::near(int days) {
  if (!one_in(3)) return today_;
  const auto off = static_cast<int>(pick(0, static_cast<std::uint32_t>(2 * days)));
  return {today_.value + off - days};
}

std::uint32_t Wishes::last(events::NumberKind kind) const {
  return projections::Directory(model_.views()).last_number(kind);
}

events::Commitment Wishes::text(events::PersonNumber about, Wish& wish) {
  events::PrivateText text;
  text.about = about;
  for (auto& byte : text.salt) byte = static_cast<std::byte>(random_());
  text.text = std::string(1 + below(random_, 200), 'x');
  wish.texts.push_back(text);
  return events::commit(text);
}

}  // namespace letopis::simulation
