// What families and class teachers want, and what is wanted of people's data.
#include "simulation/wishes.h"

namespace letopis::simulation {

using events::NumberKind;

Wish Wishes::of_people() {
  switch (below(random_, 6)) {
    case 0:
    case 1: return family_wish();
    case 2: return data_wish();
    case 3: return newcomers_wish();
    default: return class_teacher_wish();
  }
}

Wish Wishes::family_wish() {
  const bool first = one_in(2);
  const auto parent = first ? kMother : kFather;
  const events::PersonNumber child = first ? kFirstPupil : events::PersonNumber{14};
  switch (below(random_, 6)) {
    case 0:
      return states(parent,
                    events::DiaryFormChosen{child, parent, code<events::DiaryForm>(), near(3)});
    case 1: return states(parent, events::NoticesChosen{parent, code<events::NoticeChannel>()});
    case 2:
      return states(parent,
                    events::ConsentRecorded{child, parent, code<events::ConsentPurpose>(),
                                            code<events::ConsentState>(), near(3), std::nullopt});
    default: {
      Wish wish{one_in(2) ? parent : child, {}};
      events::DisputeRaised fact;
      fact.pupil = child;
      fact.lesson = lesson();
      fact.ordinal = 1;
      fact.found = near(2);
      for (const auto& [where, value] : standing_.marks) {
        if (where.pupil != child || one_in(3)) continue;
        fact.lesson = where.lesson;
        fact.ordinal = where.ordinal;
      }
      if (one_in(2)) fact.text = text(child, wish);
      wish.command = rules::StateFacts{{fact}};
      return wish;
    }
  }
}

Wish Wishes::data_wish() {
  const events::PersonNumber whom{pick(1, last(NumberKind::kPerson))};
  Wish wish{one_in(2) ? kAdministrator : kDirector, {}};
  rules::StateFacts said;
  // A regulation may want the consent first.
  if (one_in(2)) {
    said.facts.emplace_back(events::ConsentRecorded{whom, whom, events::ConsentPurpose::kJournal,
                                                    code<events::ConsentState>(), today_,
                                                    std::nullopt});
  }
  said.facts.emplace_back(
      events::PersonChanged{whom, {{code<events::PersonField>(), text(whom, wish)}}});
  wish.command = said;
  return wish;
}

Wish Wishes::newcomers_wish() {
  Wish wish{one_in(2) ? kAdministrator : kDirector, {}};
  const events::PersonNumber next{last(NumberKind::kPerson) + 1};
  if (one_in(2)) {
    rules::RegisterPerson person;
    if (one_in(2)) person.consents.push_back({{}, {}, {}, today_, {}});
    if (one_in(2)) person.fields.push_back({events::PersonField::kGivenName, text(next, wish)});
    if (one_in(2)) person.children.push_back({pupil(), code<events::Relation>()});
    wish.command = person;
    return wish;
  }
  rules::ImportPeople rows;
  rows.people.resize(2);
  rows.people[0].school_class = events::ClassNumber{pick(1, kClasses)};
  rows.people[0].first_day = near(5);
  for (std::uint32_t i = 0; i < 2; ++i) {
    if (one_in(3)) continue;
    rows.people[i].consent =
        rules::ImportedConsent{i == 0 ? std::optional<std::size_t>(1) : std::nullopt,
                               events::ConsentState::kGiven, today_};
    rows.people[i].fields.push_back(
        {events::PersonField::kGivenName, text({next.value + i}, wish)});
  }
  rows.links.push_back({0, pick(0, 2), code<events::Relation>()});
  if (!one_in(4)) rows.order = order();
  wish.command = rows;
  return wish;
}

Wish Wishes::class_teacher_wish() {
  const auto whom = pupil();
  const auto guide = guide_of(whom);
  const events::ClassNumber of = guide == kGuide ? kFifthA : guide == kTutor ? kFirstA : kFifthB;
  const events::Day first{today_.value - static_cast<std::int32_t>(pick(0, 5))};
  switch (below(random_, 5)) {
    case 0: return states(guide, events::AttendanceReviewed{of, first, near(3)});
    case 1: return states(guide, events::PersonChecked{whom, near(2)});
    case 2:
      return states(guide, events::GuardianLinked{whom, one_in(2) ? kMother : kFather,
                                                  code<events::Relation>()});
    case 3:
      return states(guide,
                    events::GuardianUnlinked{whom, one_in(2) ? kMother : kFather, std::nullopt});
    default:
      return states(guide, events::AbsenceExplained{whom, of, first, near(3),
                                                    code<events::AbsenceReason>(), std::nullopt});
  }
}

}  // namespace letopis::simulation
