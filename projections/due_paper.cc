// What is owed on paper and on media: copies of journals after a period, period marks on paper, the
// copy for the archive, sealed volumes, backups (PAP-04, ARC-01, ARC-04, ARC-07).
#include <algorithm>

#include "projections/due_school.h"
#include "projections/due_stretches.h"
#include "regulations/civil_day.h"
#include "regulations/value_list.h"

namespace letopis::projections {
namespace {

using events::PeriodDeclared;
using regulations::Cadence;
using regulations::Duty;

bool is_named_by(const events::Parameter& rule, events::PeriodKind kind) {
  const auto names = [&rule](std::string_view word) {
    const auto items = regulations::items_of(rule.value);
    return std::find(items.begin(), items.end(), word) != items.end();
  };
  switch (kind) {
    case events::PeriodKind::kQuarter: return names("quarter") || names("each_period");
    case events::PeriodKind::kHalfYear: return names("half_year") || names("each_period");
    case events::PeriodKind::kYear: return names("year");
  }
  INVARIANT(false);
}

// «при необходимости»: nothing says whether there is a need.
bool is_at_need(const regulations::Parameters& rules) {
  const events::Parameter* condition = rules.find("paper.copy.condition");
  if (condition == nullptr) return false;
  const auto items = regulations::items_of(condition->value);
  return std::find(items.begin(), items.end(), "when_needed") != items.end();
}

class PaperDuties {
 public:
  PaperDuties(DueSchool& school, const DueYear& year)
      : school_(school), year_(year), stretches_(school, year) {}

  void add() {
    const events::Day day = std::clamp(school_.today(), year_.span.first_day, year_.span.last_day);
    for (const ClassInfo& one : school_.classes(day)) {
      for (const PeriodDeclared& period : year_.span.periods) {
        if (!regulations::concerns(period, one.grade)) continue;
        if (school_.query().last < period.last_day) continue;
        if (school_.roll().is_empty({one.number, {}, {}}, period.last_day)) continue;
        add_copy(one, period);
        add_period_marks(one, period);
      }
      add_archive_copy(one);
    }
    if (school_.query().school_class) return;
    add_recurring(DueKind::kArchive, "archive.cadence", Duty::kArchive,
                  school_.duties().volumes(events::VolumeKind::kLog));
    add_recurring(DueKind::kBackup, "backup.cadence", Duty::kBackup, school_.duties().backups());
  }

 private:
  DueItem item(DueKind kind, const ClassInfo& school_class, events::Day opens,
               const events::Parameter& rule, Duty duty) {
    DueItem item;
    item.kind = kind;
    item.clause = rule.clause;
    item.roles = regulations::duty_holders(school_.rules(opens), duty);
    item.who = school_.holders(item.roles, opens, school_class.number);
    item.about.school_class = school_class.number;
    item.about.day = opens;
    item.opens = school_.start_of(opens);
    return item;
  }

  // «По окончании периода»: open from its last day, no term.
  void add_copy(const ClassInfo& school_class, const PeriodDeclared& period) {
    const regulations::Parameters& rules = school_.rules(period.last_day);
    const events::Parameter* rule = rules.find("paper.copy.cadence");
    if (rule == nullptr || !is_named_by(*rule, period.kind) || is_at_need(rules)) return;
    const bool certified = rules.find("paper.certified_by") != nullptr;
    DueItem copy =
        item(DueKind::kJournalCopy, school_class, period.last_day, *rule, Duty::kPrintJournal);
    copy.about.period = period.period;
    for (const auto& one :
         school_.duties().copies(events::CopyKind::kJournal, school_class.number)) {
      if (copy.done || one.fact.period != period.period) continue;
      if (!certified) {
        copy.done = one.stamp;
      } else if (const auto step = school_.duties().of_copy<events::CopyCertified>(one.fact.copy)) {
        copy.done = step->stamp;
      }
    }
    school_.add(std::move(copy));
  }

  void add_period_marks(const ClassInfo& school_class, const PeriodDeclared& period) {
    const events::Parameter* rule = school_.rules(period.last_day).find("paper.period_marks");
    if (rule == nullptr || !is_named_by(*rule, period.kind)) return;
    DueItem marks =
        item(DueKind::kPaperPeriodMarks, school_class, period.last_day, *rule, Duty::kPrintJournal);
    marks.about.period = period.period;
    for (const auto kind : {events::CopyKind::kSummarySheet, events::CopyKind::kReportCard}) {
      for (const auto& one : school_.duties().copies(kind, school_class.number)) {
        if (!marks.done && one.fact.period == period.period) marks.done = one.stamp;
      }
    }
    school_.add(std::move(marks));
  }

  void add_archive_copy(const ClassInfo& school_class) {
    const events::Day last_day = year_.span.last_day;
    const events::Parameter* rule = school_.rules(last_day).find("paper.archive_copy.cadence");
    if (rule == nullptr || !is_named_by(*rule, events::PeriodKind::kYear)) return;
    DueItem copy = item(DueKind::kArchiveCopy, school_class, last_day, *rule, Duty::kArchivePaper);
    const events::Instant begun = school_.start_of(year_.span.first_day);
    for (const auto& one :
         school_.duties().copies(events::CopyKind::kJournal, school_class.number)) {
      if (copy.done || one.stamp.recorded < begun) continue;
      const auto handed = school_.duties().of_copy<events::CopyHandedOver>(one.fact.copy);
      if (handed && copy.opens <= handed->stamp.recorded) copy.done = handed->stamp;
    }
    school_.add(std::move(copy));
  }

  template <class Fact>
  void add_recurring(DueKind kind, std::string_view key, Duty duty,
                     const std::vector<Filed<Fact>>& facts) {
    for (const Stretch& stretch : stretches_.of(key, std::nullopt)) {
      DueItem item = stretches_.item(
          kind, stretch, regulations::duty_holders(school_.rules(stretch.last), duty), {});
      item.done = stretches_.first_since(stretch, facts);
      school_.add(std::move(item));
    }
  }

  DueSchool& school_;
  const DueYear& year_;
  Stretches stretches_;
};

}  // namespace

void add_paper_duties(DueSchool& school) {
  for (const DueYear& year : school.years()) PaperDuties(school, year).add();
}

}  // namespace letopis::projections
