#include "projections/mark_cell.h"

#include <algorithm>

namespace letopis::projections {
namespace {

EntryType entry_type(events::ChangeType type) {
  switch (type) {
    case events::ChangeType::kCorrection: return EntryType::kCorrection;
    case events::ChangeType::kRetake: return EntryType::kRetake;
    case events::ChangeType::kAdjustment: return EntryType::kAdjustment;
  }
  INVARIANT(false);
}

MarkStep begun(const FiledRow& row, bool is_void, std::uint16_t ordinal) {
  MarkStep step;
  step.stamp = row.stamp();
  step.is_void = is_void;
  step.ordinal = ordinal;
  return step;
}

template <class Corrected>
void correct(MarkStep& step, const Corrected& fact) {
  step.type = entry_type(fact.type);
  step.value = fact.value;
  step.reason = fact.reason;
  step.dispute = fact.dispute;
  step.permission = fact.permission;
  step.note = fact.note;
}

template <class Withdrawn>
void withdraw(MarkStep& step, const Withdrawn& fact) {
  step.type = EntryType::kWithdrawn;
  step.reason = fact.reason;
  step.permission = fact.permission;
  step.note = fact.note;
}

// One valid step after another: the mark as it is after each.
void take(Mark& mark, const MarkStep& step) {
  if (mark.value) mark.struck.push_back(*mark.value);
  mark.value = step.value;
  mark.last = step.stamp;
  if (step.type == EntryType::kInitial) {
    mark.work = step.work;
    mark.comment = step.note;
    mark.rests_on_void = false;
  }
}

}  // namespace

std::optional<MarkStep> mark_step(const FiledRow& row, bool is_void) {
  if (row.holds<events::MarkGiven>()) {
    const auto fact = row.fact<events::MarkGiven>();
    MarkStep step = begun(row, is_void, fact.ordinal);
    step.value = fact.value;
    step.work = fact.work;
    step.permission = fact.permission;
    step.note = fact.comment;
    return step;
  }
  if (row.holds<events::MarkCorrected>()) {
    const auto fact = row.fact<events::MarkCorrected>();
    MarkStep step = begun(row, is_void, fact.ordinal);
    correct(step, fact);
    return step;
  }
  if (row.holds<events::MarkWithdrawn>()) {
    const auto fact = row.fact<events::MarkWithdrawn>();
    MarkStep step = begun(row, is_void, fact.ordinal);
    withdraw(step, fact);
    return step;
  }
  return std::nullopt;
}

std::optional<MarkStep> period_mark_step(const FiledRow& row, bool is_void) {
  MarkStep step = begun(row, is_void, 1);
  if (row.holds<events::PeriodMarkGiven>()) {
    step.value = row.fact<events::PeriodMarkGiven>().value;
  } else if (row.holds<events::PeriodMarkCorrected>()) {
    correct(step, row.fact<events::PeriodMarkCorrected>());
  } else if (row.holds<events::PeriodMarkWithdrawn>()) {
    withdraw(step, row.fact<events::PeriodMarkWithdrawn>());
  } else {
    return std::nullopt;
  }
  return step;
}

std::vector<Mark> resolve_marks(const std::vector<MarkStep>& steps) {
  std::vector<Mark> marks;
  for (const MarkStep& step : steps) {
    if (step.is_void) continue;
    auto at = std::find_if(marks.begin(), marks.end(),
                           [&step](const Mark& mark) { return mark.ordinal == step.ordinal; });
    if (at == marks.end()) {
      // A withdrawal of what is void leaves nothing to show.
      if (step.type == EntryType::kWithdrawn) continue;
      at = marks.insert(std::upper_bound(marks.begin(), marks.end(), step,
                                         [](const MarkStep& one, const Mark& mark) {
                                           return one.ordinal < mark.ordinal;
                                         }),
                        Mark{});
      at->ordinal = step.ordinal;
      at->rests_on_void = step.type != EntryType::kInitial;
    }
    take(*at, step);
  }
  return marks;
}

}  // namespace letopis::projections
