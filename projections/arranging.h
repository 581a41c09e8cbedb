// The facts that change how a school is arranged. Entries come by the thousand and all ask for the
// same; whoever keeps an answer must know when it no longer holds. The directory files these facts
// on a shelf of their own, so that one look at its end tells.
#pragma once

#include "projections/chapters.h"

namespace letopis::projections {

// Zone, calendar, years and periods, the regulation, the grades of classes, what is void.
template <class Fact>
concept ChangesSetting =
    OneOf<Fact, events::SchoolDescribed, events::RegulationAdopted, events::ParameterChanged,
          events::YearOpened, events::YearClosed, events::PeriodDeclared, events::PeriodClosed,
          events::PeriodReopened, events::CalendarDayDeclared, events::ClassOpened,
          events::ClassPromoted, events::ClassClosed, events::KeyCompromised>;

// Offices, classes and groups of people. A promotion counts from its year's first day.
template <class Fact>
concept ChangesRoster =
    OneOf<Fact, events::RoleGiven, events::RoleEnded, events::PupilEnrolled, events::PupilMoved,
          events::PupilLeft, events::PupilPromoted, events::PupilGraduated, events::GroupJoined,
          events::GroupLeft, events::GroupClosed, events::YearOpened, events::KeyCompromised>;

// Where marks of periods were given: what was given once shows for ever, so changes are not among
// them.
template <class Fact>
concept ChangesResults = OneOf<Fact, events::PeriodMarkGiven>;

template <class Fact>
concept IsArranging = ChangesSetting<Fact> || ChangesRoster<Fact> || ChangesResults<Fact>;

}  // namespace letopis::projections
