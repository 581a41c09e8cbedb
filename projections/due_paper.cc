// What is owed on paper and on media: copies of journals after a period, period marks on paper, the
// copy for the archive, the summary sheet, sealed volumes, backups (PAP-04, REP-02, ARC-01, 04,
// 07).
#include <algorithm>
#include <set>

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

// Which subjects of a class have their copies: a copy settles its own subject, one that names none
// settles all.
class CopiedSubjects {
 public:
  explicit CopiedSubjects(std::set<events::SubjectNumber> taught) : lacking_(std::move(taught)) {}

  // In the order of the copies, which is not always that of the steps that finished them.
  void add(const events::CopyPrinted& copy, const Stamp& finished) {
    if (done_) return;
    const bool is_new = !copy.subject || lacking_.erase(*copy.subject) > 0;
    if (!copy.subject) lacking_.clear();
    if (is_new && (!last_ || last_->position < finished.position)) last_ = finished;
    if (last_ && lacking_.empty()) done_ = last_;
  }

  void tell(DueItem& item) const {
    item.done = done_;
    if (!done_) item.about.subjects.assign(lacking_.begin(), lacking_.end());
  }

 private:
  std::set<events::SubjectNumber> lacking_;
  std::optional<Stamp> last_;
  std::optional<Stamp> done_;
};

class PaperDuties {
 public:
  PaperDuties(DueSchool& school, const DueYear& year)
      : school_(school), year_(year), stretches_(school, year) {}

  void add() {
    const events::Day day = std::clamp(school_.today(), year_.span.first_day, year_.span.last_day);
    for (const ClassInfo& one : school_.classes(day)) add_class(one);
    if (school_.query().school_class) return;
    add_recurring(DueKind::kArchive, "archive.cadence", Duty::kArchive, volumes());
    add_recurring(DueKind::kBackup, "backup.cadence", Duty::kBackup, school_.duties().backups());
  }

 private:
  void add_class(const ClassInfo& school_class) {
    for (const PeriodDeclared& period : year_.span.periods) {
      if (period.kind == events::PeriodKind::kHalfYear) continue;
      if (!regulations::concerns(period, school_class.grade)) continue;
      if (!is_near(school_class, period)) continue;
      add_copy(school_class, period);
      add_period_marks(school_class, period);
    }
    add_half_years(school_class);
    if (school_.roll().is_empty({school_class.number, {}, {}}, year_.span.last_day)) return;
    add_archive_copy(school_class);
    add_summary_sheet(school_class);
  }

  // A class with quarters has half-years for its copies alone, and only where the quarters do not
  // ask for them already; it has no marks for them.
  void add_half_years(const ClassInfo& school_class) {
    for (const PeriodDeclared& half : regulations::half_years(year_.span, school_class.grade)) {
      if (!is_near(school_class, half)) continue;
      const events::Parameter* copies = school_.rules(half.last_day).find("paper.copy.cadence");
      const bool of_quarters = !is_declared(half);
      const bool are_asked_for =
          of_quarters && copies != nullptr && names_period(*copies, events::PeriodKind::kQuarter);
      if (!are_asked_for) add_copy(school_class, half);
      if (!of_quarters) add_period_marks(school_class, half);
    }
  }

  bool is_declared(const PeriodDeclared& half) const {
    return std::find(year_.span.periods.begin(), year_.span.periods.end(), half) !=
           year_.span.periods.end();
  }

  bool is_near(const ClassInfo& school_class, const PeriodDeclared& period) {
    return opening(school_class, period) <= school_.query().last &&
           !school_.roll().is_empty({school_class.number, {}, {}}, period.last_day);
  }

  // «По окончании»: when its last lessons are given; a period often ends on a day off.
  events::Day opening(const ClassInfo& school_class, const PeriodDeclared& period) const {
    for (events::Day day = period.last_day; period.first_day < day;
         day = regulations::plus_days(day, -1)) {
      if (school_.calendar().is_school_day(day, school_class.grade)) return day;
    }
    return period.last_day;
  }

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

  // Open from the period's last school day, no term.
  void add_copy(const ClassInfo& school_class, const PeriodDeclared& period) {
    const regulations::Parameters& rules = school_.rules(period.last_day);
    const events::Parameter* rule = rules.find("paper.copy.cadence");
    if (rule == nullptr || !names_period(*rule, period.kind) || is_at_need(rules)) return;
    // Where nothing was taught there is no journal.
    auto subjects = taught(school_class, {period.first_day, period.last_day});
    if (subjects.empty()) return;
    const bool certified = rules.find("paper.certified_by") != nullptr;
    DueItem copy = item(DueKind::kJournalCopy, school_class, opening(school_class, period), *rule,
                        Duty::kPrintJournal);
    copy.about.day = period.last_day;
    copy.about.period = period.period;
    CopiedSubjects copied(std::move(subjects));
    for (const auto& one :
         school_.duties().copies(events::CopyKind::kJournal, school_class.number)) {
      if (!is_of(one, period, copy.opens)) continue;
      if (!certified) {
        copied.add(one.fact, one.stamp);
      } else if (const auto step = school_.duties().of_copy<events::CopyCertified>(one.fact.copy)) {
        copied.add(one.fact, step->stamp);
      }
    }
    copied.tell(copy);
    school_.add(std::move(copy));
  }

  // A copy that names no period is of the one that had ended when it was printed.
  static bool is_of(const Filed<events::CopyPrinted>& copy, const PeriodDeclared& period,
                    events::Instant opens) {
    return copy.fact.period ? *copy.fact.period == period.period : opens <= copy.stamp.recorded;
  }

  std::set<events::SubjectNumber> taught(const ClassInfo& school_class,
                                         const Interval& days) const {
    std::set<events::SubjectNumber> subjects;
    for (const LoadInfo& load : school_.directory().loads_of(school_class.number)) {
      if (load.days.meets(days)) subjects.insert(load.place.subject);
    }
    return subjects;
  }

  void add_period_marks(const ClassInfo& school_class, const PeriodDeclared& period) {
    const events::Parameter* rule = school_.rules(period.last_day).find("paper.period_marks");
    if (rule == nullptr || !names_period(*rule, period.kind)) return;
    DueItem marks = item(DueKind::kPaperPeriodMarks, school_class, opening(school_class, period),
                         *rule, Duty::kPrintJournal);
    marks.about.day = period.last_day;
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
    auto subjects = taught(school_class, {year_.span.first_day, last_day});
    if (subjects.empty()) return;
    DueItem copy = item(DueKind::kArchiveCopy, school_class, last_day, *rule, Duty::kArchivePaper);
    const events::Instant begun = school_.start_of(year_.span.first_day);
    CopiedSubjects copied(std::move(subjects));
    for (const auto& one :
         school_.duties().copies(events::CopyKind::kJournal, school_class.number)) {
      if (one.stamp.recorded < begun) continue;
      const auto handed = school_.duties().of_copy<events::CopyHandedOver>(one.fact.copy);
      if (handed && copy.opens <= handed->stamp.recorded) copied.add(one.fact, handed->stamp);
    }
    copied.tell(copy);
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

  // Whatever was written to two media is an archive: the log, or documents made from it and
  // certified. In the order of the log.
  std::vector<Filed<events::VolumeSealed>> volumes() const {
    auto all = school_.duties().volumes(events::VolumeKind::kLog);
    const auto documents = school_.duties().volumes(events::VolumeKind::kDocument);
    all.insert(all.end(), documents.begin(), documents.end());
    std::sort(all.begin(), all.end(), [](const auto& one, const auto& other) {
      return one.stamp.position < other.stamp.position;
    });
    return all;
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
