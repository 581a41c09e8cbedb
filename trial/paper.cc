#include "trial/paper.h"

#include <fmt/format.h>

#include <algorithm>

#include "trial/routine.h"
#include "trial/terms.h"

namespace letopis::trial {
namespace {

using events::CopyKind;
using regulations::Cadence;
using regulations::Duty;

constexpr const char* kArchive = "Архив школы, шкаф 2";

bool names(const std::vector<Cadence>& cadences, events::PeriodKind kind) {
  return std::any_of(cadences.begin(), cadences.end(), [kind](Cadence one) {
    switch (kind) {
      case events::PeriodKind::kQuarter:
        return one == Cadence::kQuarter || one == Cadence::kEachPeriod;
      case events::PeriodKind::kHalfYear:
        return one == Cadence::kHalfYear || one == Cadence::kEachPeriod;
      case events::PeriodKind::kYear: return one == Cadence::kYear;
    }
    return false;
  });
}

events::CopyPrinted print(Life& life, CopyKind kind, std::uint16_t sheets) {
  events::CopyPrinted copy;
  copy.copy = life.scribe.next<events::CopyNumber>();
  copy.kind = kind;
  copy.sheets = sheets;
  copy.log_size = {life.scribe.said()};
  // The trial renders nothing: the digest only tells one sheet from another.
  copy.sha256 = signing::sha256(bytes_of(fmt::format("sheet {}\n", copy.copy.value)));
  return copy;
}

// Checked and certified on the next day, then numbered, stitched and registered where the
// regulation asks for it, and handed to the archive.
void plan_keeping(Life& life, const std::vector<events::CopyPrinted>& copies, events::Day printed) {
  life.agenda.at(moment(printed + 1, 10, 20), [&life, copies](Moment now) {
    std::vector<events::Fact> list;
    for (const auto& copy : copies) {
      list.emplace_back(events::CopyCertified{copy.copy, day_at(now.stated)});
    }
    life.scribe.say(now, officer_for(life, Duty::kCertifyCopy, events::Role::kDeputy),
                    std::move(list));
  });
  const bool registered = life.customs.speaks_of("paper.stitched_registered");
  life.agenda.at(moment(printed + 2, 11, 5), [&life, copies, registered](Moment now) {
    std::vector<events::Fact> list;
    for (const auto& copy : copies) {
      if (registered) {
        list.emplace_back(
            events::CopyRegistered{copy.copy, ++life.copies_registered, copy.sheets, kArchive});
      }
      list.emplace_back(
          events::CopyHandedOver{copy.copy, std::nullopt, kArchive, day_at(now.stated)});
    }
    life.scribe.say(now, officer_for(life, Duty::kArchivePaper, events::Role::kSecretary),
                    std::move(list));
  });
}

void print_of_class(Life& life, std::size_t which, std::size_t term, CopyKind kind, Author printer,
                    Moment now) {
  const SchoolClass& school_class = life.school.classes[which];
  std::vector<events::CopyPrinted> copies;
  std::array<bool, kSubjects> done{};
  for (const std::size_t index : school_class.loads) {
    const Subject subject = life.school.loads[index].subject;
    bool& printed = done[static_cast<std::size_t>(subject)];
    if (printed) continue;
    printed = true;
    events::CopyPrinted copy = print(life, kind, kind == CopyKind::kJournal ? 6 : 2);
    copy.school_class = school_class.number;
    if (kind == CopyKind::kJournal) copy.subject = life.school.number_of(subject);
    copy.period = life.year.terms()[term].number;
    copies.push_back(copy);
    if (kind != CopyKind::kJournal) break;
  }
  life.scribe.say(now, printer, {copies.begin(), copies.end()});
  plan_keeping(life, copies, day_at(now.stated));
}

void plan_of_term(Life& life, std::size_t term, CopyKind kind, Author printer) {
  const Term& ended = life.year.terms()[term];
  for (std::size_t which = 0; which < life.school.classes.size(); ++which) {
    if (!ended.covers(life.school.classes[which].grade)) continue;
    const auto minute = 12 * 60 + static_cast<std::int64_t>(which % 120);
    life.agenda.at(moment(ended.last + 5, minute), [&life, which, term, kind, printer](Moment now) {
      print_of_class(life, which, term, kind, printer, now);
    });
  }
}

// «При необходимости» is every other period.
bool is_needed(const Life& life, const Term& term) {
  return !life.customs.speaks_of("paper.copy.condition") || term.ordinal % 2 == 0;
}

void plan_copies(Life& life) {
  const Author printer = officer_for(life, Duty::kPrintJournal, events::Role::kDeputy);
  const auto journals = life.customs.cadence("paper.copy.cadence", Cadence::kYear);
  const auto marks = life.customs.periods_in("paper.period_marks");
  for (std::size_t term = 0; term < life.year.terms().size(); ++term) {
    const Term& ended = life.year.terms()[term];
    if (!ended.is_kept()) continue;
    if (names(journals, ended.kind) && is_needed(life, ended)) {
      plan_of_term(life, term, CopyKind::kJournal, printer);
    }
    if (marks.contains(ended.kind)) plan_of_term(life, term, CopyKind::kSummarySheet, printer);
    const bool of_year = ended.kind == events::PeriodKind::kYear;
    if (of_year && life.customs.speaks_of("summary_sheet") && !marks.contains(ended.kind)) {
      plan_of_term(life, term, CopyKind::kSummarySheet,
                   officer_for(life, Duty::kSummarySheet, events::Role::kAdministrator));
    }
  }
}

// The class teacher prints the sheet and gives it to the family.
void print_for_families(Life& life, std::size_t which, CopyKind kind, Moment now) {
  const SchoolClass& school_class = life.school.classes[which];
  std::vector<events::Fact> list;
  for (const std::size_t index : school_class.pupils) {
    const Pupil& pupil = life.school.pupils[index];
    if (!life.on_paper.contains(pupil.number)) continue;
    events::CopyPrinted sheet = print(life, kind, 2);
    sheet.pupil = pupil.number;
    list.emplace_back(sheet);
    list.emplace_back(events::CopyHandedOver{sheet.copy, pupil.guardians.front().number,
                                             "Родителю, лично", day_at(now.stated)});
  }
  if (!list.empty()) {
    life.scribe.say(now, life.author_of(school_class.class_teacher), std::move(list));
  }
}

void plan_family_prints(Life& life) {
  Random random = stream(life.settings.seed, Purpose::kPaper);
  const auto stretches = stretches_of(life, "optout.print.cadence", Cadence::kMonthly);
  if (stretches.empty()) return;
  const bool pages = life.customs.value_of("optout.print.content") == "diary_pages";
  const CopyKind kind = pages ? CopyKind::kDiaryPages : CopyKind::kParentsSheet;
  for (const Stretch& stretch : stretches) {
    for (std::size_t which = 0; which < life.school.classes.size(); ++which) {
      const auto when = moment_of_duty(life, stretch.last, random);
      if (!when) continue;
      life.agenda.at(
          *when, [&life, which, kind](Moment now) { print_for_families(life, which, kind, now); });
    }
  }
}

}  // namespace

void plan_paper(Life& life) {
  plan_copies(life);
  plan_family_prints(life);
}

}  // namespace letopis::trial
