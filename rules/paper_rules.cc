#include "rules/paper_rules.h"

#include <fmt/format.h>

#include "projections/archive_register.h"
#include "regulations/civil_day.h"
#include "rules/access.h"
#include "rules/archive_rules.h"
#include "rules/day_rules.h"
#include "rules/order_rules.h"

namespace letopis::rules {
namespace {

using events::CopyKind;
using projections::is_archived;
using projections::Shelf;
using projections::valid_on;

bool names_its_subject(const events::CopyPrinted& fact) {
  switch (fact.kind) {
    case CopyKind::kJournal: return fact.school_class && fact.subject;
    case CopyKind::kSummarySheet:
    case CopyKind::kPeriodReport: return fact.school_class.has_value();
    case CopyKind::kReportCard:
    case CopyKind::kParentsSheet:
    case CopyKind::kDiaryPages: return fact.pupil.has_value();
    case CopyKind::kControlNote: return true;
  }
  INVARIANT(false);
}

template <class Fact>
bool has(events::CopyNumber copy, const SchoolNow& school) {
  return !valid_on<Fact>(school.directory(), Shelf::kCopyStory, {copy.value}).empty();
}

Refusal not_certified(events::CopyNumber copy, const SchoolNow& school) {
  return {"copy.not_certified",
          {fmt::format("копия № {} ещё не заверена", copy.value),
           fmt::format("copy {} is not certified yet", copy.value)},
          school.clause("paper.certified_by"),
          {"сначала её сверяет и заверяет заместитель директора",
           "first the deputy checks and certifies it"}};
}

Outcome check_sheets(std::uint16_t sheets, const SchoolNow& school) {
  if (sheets > 0) return Done{};
  return Refusal{"copy.sheets",
                 {"в копии нет ни одного листа", "the copy has no sheet"},
                 school.clause("paper.copy.content")};
}

Outcome check_in_use(events::MediumNumber medium, const SchoolNow& school) {
  const auto retired =
      valid_on<events::MediumRetired>(school.directory(), Shelf::kMediumStory, {medium.value});
  if (retired.empty()) return Done{};
  const events::Day day = retired.front().fact.day;
  return Refusal{"medium.retired",
                 {fmt::format("носитель № {} выведен из употребления {}", medium.value,
                              regulations::russian(day)),
                  fmt::format("medium {} was retired on {}", medium.value, regulations::iso(day))}};
}

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view blanks = " \t\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// One fire takes what lies in one room (R1 3.3). Nobody but the log says where a medium is kept.
Outcome check_apart(const events::VolumeSealed& fact, const SchoolNow& school) {
  const auto* apart = school.parameter("archive.media.apart", school.today());
  if (apart == nullptr || apart->value != "yes") return Done{};
  const auto& directory = school.directory();
  const auto first = directory.declared<events::MediumRegistered>(fact.first_medium);
  const auto second = directory.declared<events::MediumRegistered>(fact.second_medium);
  const std::string_view room = without_blanks(first->fact.room);
  if (room != without_blanks(second->fact.room)) return Done{};
  return Refusal{"volume.one_room",
                 {fmt::format("носители № {} и № {} хранятся в одном помещении: {}",
                              fact.first_medium.value, fact.second_medium.value, room),
                  fmt::format("media {} and {} are kept in one room: {}", fact.first_medium.value,
                              fact.second_medium.value, room)},
                 apart->clause,
                 {"запишите второй экземпляр на носитель, который хранится в другом помещении",
                  "write the second copy to a medium that is kept in another room"}};
}

// Where journals are printed after a period, a journal printed before its last day is no copy of
// it.
Outcome check_period_over(const events::CopyPrinted& fact, const SchoolNow& school) {
  if (fact.kind != CopyKind::kJournal || !fact.period) return Done{};
  const auto period = school.directory().declared<events::PeriodDeclared>(*fact.period);
  if (!period || period->fact.last_day <= school.today()) return Done{};
  const auto* cadence = school.parameter("paper.copy.cadence", period->fact.last_day);
  if (cadence == nullptr) return Done{};
  const events::Day last = period->fact.last_day;
  return Refusal{
      "copy.period_open",
      {"период ещё идёт: журнал печатают по его окончании",
       "the period goes on: a journal is printed when it is over"},
      cadence->clause,
      {fmt::format("печатать с {}, или копию без периода", regulations::russian(last)),
       fmt::format("print it from {} on, or a copy of no period", regulations::iso(last))}};
}

}  // namespace

Outcome check(const events::CopyPrinted& fact, const Act&, const SchoolNow& school) {
  if (auto sheets = check_sheets(fact.sheets, school); !sheets) return sheets;
  if (names_its_subject(fact)) return check_period_over(fact, school);
  return Refusal{"copy.of_what",
                 {"не сказано, с чего копия: с какого журнала, класса или чья",
                  "it is not said what the copy is of: which journal, class or pupil"},
                 is_archived(fact.kind) ? school.clause("paper.copy.content") : std::string()};
}

Outcome check(const events::CopyCertified& fact, const Act&, const SchoolNow& school) {
  if (has<events::CopyCertified>(fact.copy, school)) {
    return Refusal{"copy.certified",
                   {fmt::format("копия № {} уже заверена", fact.copy.value),
                    fmt::format("copy {} is certified already", fact.copy.value)},
                   school.clause("paper.certified_by")};
  }
  return check_not_future(fact.day, school);
}

Outcome check(const events::CopyRegistered& fact, const Act&, const SchoolNow& school) {
  if (!has<events::CopyCertified>(fact.copy, school)) return not_certified(fact.copy, school);
  if (has<events::CopyRegistered>(fact.copy, school)) {
    return Refusal{"copy.registered",
                   {fmt::format("копия № {} уже внесена в реестр", fact.copy.value),
                    fmt::format("copy {} is in the register already", fact.copy.value)},
                   school.clause("paper.stitched_registered")};
  }
  return check_sheets(fact.sheets, school);
}

Outcome check(const events::CopyHandedOver& fact, const Act&, const SchoolNow& school) {
  if (auto known = check_not_future(fact.day, school); !known) return known;
  const auto printed = school.directory().declared<events::CopyPrinted>(fact.copy);
  if (!is_archived(printed->fact.kind)) return Done{};
  // Whoever certifies it is handed it before.
  if (fact.receiver && has_role(*fact.receiver, events::Role::kDeputy, school)) return Done{};
  if (school.parameter("paper.certified_by", fact.day) != nullptr &&
      !has<events::CopyCertified>(fact.copy, school)) {
    return not_certified(fact.copy, school);
  }
  const auto* binding = school.parameter("paper.stitched_registered", fact.day);
  if (binding == nullptr || has<events::CopyRegistered>(fact.copy, school)) return Done{};
  return Refusal{"copy.not_registered",
                 {fmt::format("копия № {} не внесена в реестр", fact.copy.value),
                  fmt::format("copy {} is not in the register", fact.copy.value)},
                 binding->clause,
                 {"сначала копию нумеруют, прошивают и вносят в реестр",
                  "first it is numbered, stitched and entered in the register"}};
}

Outcome check(const events::MediumRegistered& fact, const Act&, const SchoolNow&) {
  return check_said(fact.room, {"где хранится носитель", "where the medium is kept"});
}

Outcome check(const events::MediumRetired& fact, const Act&, const SchoolNow& school) {
  if (auto used = check_in_use(fact.medium, school); !used) return used;
  return check_not_future(fact.day, school);
}

Outcome check(const events::VolumeSealed& fact, const Act&, const SchoolNow& school) {
  if (fact.first_medium == fact.second_medium) {
    return Refusal{"volume.one_medium",
                   {"том записан дважды на один носитель", "both copies are on one medium"},
                   school.clause("archive.media")};
  }
  for (const events::MediumNumber medium : {fact.first_medium, fact.second_medium}) {
    if (auto used = check_in_use(medium, school); !used) return used;
  }
  if (auto term = check_term(fact, school); !term) return term;
  return check_apart(fact, school);
}

}  // namespace letopis::rules
