// What is owed on paper and on media: copies of journals after a period, period marks on paper, the
// copy for the archive, the summary sheet, sealed volumes, backups (PAP-04, REP-02, ARC-01, 04,
// 07).
#include <algorithm>

#include "projections/due_school.h"
#include "projections/due_stretches.h"
#include "regulations/civil_day.h"
#include "regulations/value_list.h"

namespace letopis::projections {
namespace {

using events::PeriodDeclared;
using regulations::Duty;

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
      add_summary_sheet(one);
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
    if (rule == nullptr || !names_period(*rule, period.kind) || is_at_need(rules)) return;
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
    if (rule == nullptr || !names_period(*rule, period.kind)) return;
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
    if (rule == nullptr || !names_period(*rule, events::PeriodKind::kYear)) return;
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

  void add_summary_sheet(const ClassInfo& school_class) {
    const events::Day last_day = year_.span.last_day;
    const regulations::Parameters& rules = school_.rules(last_day);
    const events::Parameter* rule = rules.find("summary_sheet");
    if (rule == nullptr || !school_.asks_for(DueKind::kSummarySheet)) return;
    const auto steps = regulations::items_of(rule->value);
    const auto asks = [&steps](std::string_view word) {
      return std::find(steps.begin(), steps.end(), word) != steps.end();
    };
    if (!asks("printed")) return;
    DueItem sheet;
    sheet.kind = DueKind::kSummarySheet;
    sheet.clause = rule->clause;
    sheet.roles = regulations::duty_holders(rules, regulations::Duty::kSummarySheet);
    sheet.who = school_.holders(sheet.roles, last_day, school_class.number);
    sheet.about.school_class = school_class.number;
    sheet.about.day = last_day;
    sheet.opens = school_.start_of(last_day);
    regulations::Occasion occasion;
    occasion.day = last_day;
    sheet.deadline = regulations::deadline_after("summary_sheet.due", occasion, rules,
                                                 school_.zone(), &school_.calendar());
    sheet.done = sheet_kept(school_class.number, sheet.opens, asks("certified"), asks("archived"));
    school_.add(std::move(sheet));
  }

  // When the last of the steps was taken with one and the same copy.
  std::optional<Stamp> sheet_kept(events::ClassNumber school_class, events::Instant from,
                                  bool certified, bool archived) const {
    for (const auto& copy :
         school_.duties().copies(events::CopyKind::kSummarySheet, school_class)) {
      if (copy.stamp.recorded < from) continue;
      Stamp last = copy.stamp;
      const auto pass = [&last](const auto& step) {
        if (step && last.position < step->stamp.position) last = step->stamp;
        return step.has_value();
      };
      if (certified && !pass(school_.duties().of_copy<events::CopyCertified>(copy.fact.copy))) {
        continue;
      }
      if (archived && !pass(school_.duties().of_copy<events::CopyHandedOver>(copy.fact.copy))) {
        continue;
      }
      return last;
    }
    return std::nullopt;
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
