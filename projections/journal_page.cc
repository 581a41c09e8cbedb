#include "projections/journal_page.h"

#include <algorithm>
#include <map>
#include <set>

#include "projections/journal.h"
#include "projections/journal_cells.h"

namespace letopis::projections {
namespace {

bool is_there(const CellDraft& cell) {
  return cell.presence || !cell.homework.empty() || !resolve_marks(cell.steps).empty();
}

bool is_shown(const LessonDraft& lesson) {
  if (!lesson.record.is_void && !lesson.record.withdrawn) return true;
  return std::any_of(lesson.cells.begin(), lesson.cells.end(), is_there);
}

class PageMaker {
 public:
  PageMaker(const events::ViewReader& views, const JournalQuery& query)
      : views_(views), query_(query), directory_(views, query.as_of) {}

  JournalPage make() {
    std::vector<LessonDraft> lessons = read_lessons(views_, directory_, query_);
    std::erase_if(lessons, [this](const LessonDraft& lesson) {
      return !is_shown(lesson) || stands_elsewhere(lesson.record.group);
    });
    list_pupils(lessons);
    for (LessonDraft& lesson : lessons) {
      place(lesson);
      page_.columns.push_back(std::move(lesson.record));
    }
    add_reasons();
    if (query_.school_class) read_period_marks(*query_.school_class);
    return std::move(page_);
  }

 private:
  // The psychologist's and extracurricular sessions have journals of their own (JRN-19): the
  // class's page shows none of them.
  bool stands_elsewhere(const std::optional<events::GroupNumber>& group) {
    if (!group || query_.group) return false;
    const auto [at, fresh] = stands_elsewhere_.try_emplace(*group);
    if (fresh) {
      const auto formed = directory_.declared<events::GroupFormed>(*group);
      at->second = formed && (formed->fact.kind == events::GroupKind::kPsychologist ||
                              formed->fact.kind == events::GroupKind::kExtracurricular);
    }
    return at->second;
  }

  // Days in the group count only while the pupil is in the class, or in the school at all.
  Intervals days_in_class(events::PersonNumber pupil) const {
    Intervals days;
    for (const ClassStay& stay : directory_.classes_of(pupil)) {
      if (query_.school_class && stay.school_class != *query_.school_class) continue;
      days.insert(days.end(), stay.days.begin(), stay.days.end());
    }
    return days;
  }

  void list_pupils(const std::vector<LessonDraft>& lessons) {
    std::map<events::PersonNumber, Intervals> days;
    if (query_.group) {
      for (const Member& member : directory_.pupils_of(*query_.group, query_.first, query_.last)) {
        Intervals both = common(member.days, days_in_class(member.pupil));
        if (meets(both, {query_.first, query_.last})) days[member.pupil] = std::move(both);
      }
    } else if (query_.school_class) {
      for (Member& member : directory_.pupils_of(*query_.school_class, query_.first, query_.last)) {
        days[member.pupil] = std::move(member.days);
      }
    }
    for (const LessonDraft& lesson : lessons) {
      for (const CellDraft& cell : lesson.cells) {
        if (cell.has_valid) days.try_emplace(cell.pupil);
      }
    }
    for (auto& [pupil, intervals] : days) page_.pupils.push_back({pupil, std::move(intervals), {}});
  }

  std::optional<std::size_t> index_of(events::PersonNumber pupil) const {
    const auto at = std::lower_bound(
        page_.pupils.begin(), page_.pupils.end(), pupil,
        [](const JournalPupil& one, events::PersonNumber number) { return one.pupil < number; });
    if (at == page_.pupils.end() || at->pupil != pupil) return std::nullopt;
    return static_cast<std::size_t>(at - page_.pupils.begin());
  }

  void place(LessonDraft& lesson) {
    for (CellDraft& draft : lesson.cells) {
      const auto pupil = index_of(draft.pupil);
      if (!pupil) continue;
      JournalCell cell{*pupil,         page_.columns.size(),      resolve_marks(draft.steps),
                       draft.presence, std::move(draft.homework), draft.facts};
      if (cell.marks.empty() && !cell.presence && cell.homework.empty()) continue;
      for (const Mark& mark : cell.marks) {
        if (mark.value) {
          page_.pupils[*pupil].sums.add(*mark.value, lesson.record.weight_of(mark.work));
        }
      }
      page_.cells.push_back(std::move(cell));
    }
  }

  void add_reasons() {
    std::map<std::size_t, std::vector<Explanation>> by_pupil;
    for (JournalCell& cell : page_.cells) {
      if (!cell.presence || cell.presence->kind != events::AbsenceKind::kAbsent) continue;
      auto at = by_pupil.find(cell.pupil);
      if (at == by_pupil.end()) {
        at = by_pupil
                 .emplace(cell.pupil,
                          explanations(views_, directory_, page_.pupils[cell.pupil].pupil,
                                       query_.first, query_.last))
                 .first;
      }
      cell.presence->reason = reason_on(at->second, page_.columns[cell.column].day);
    }
  }

  std::set<events::PeriodNumber> periods_touched() const {
    std::set<events::PeriodNumber> numbers;
    for (const events::YearOpened& year : directory_.years()) {
      if (!Interval{year.first_day, year.last_day}.meets({query_.first, query_.last})) continue;
      for (const events::PeriodDeclared& period : directory_.periods(year.year)) {
        numbers.insert(period.period);
      }
    }
    return numbers;
  }

  void read_period_marks(events::ClassNumber school_class) {
    const std::set<events::PeriodNumber> periods = periods_touched();
    if (periods.empty()) return;
    RowBytes prefix;
    prefix.u8(static_cast<std::uint8_t>(JournalPart::kPeriodMarks))
        .u32(school_class.value)
        .u32(query_.subject.value);
    RowBytes from;
    RowBytes last;
    from.bytes(prefix.view()).u32(periods.begin()->value);
    last.bytes(prefix.view()).u32(periods.rbegin()->value);
    JournalPeriodMark at;
    std::vector<MarkStep> steps;
    const auto close = [&] {
      // A group's page has the results of its own pupils only.
      if (query_.group && !index_of(at.pupil)) steps.clear();
      for (Mark& mark : resolve_marks(steps)) {
        page_.period_marks.push_back({at.pupil, at.period, at.kind, std::move(mark)});
      }
      steps.clear();
    };
    views_.scan(kJournal, from.view(), after_prefix(last.view()),
                [&](std::string_view key, std::string_view value) {
                  RowReader reader(key.substr(9));
                  const events::PeriodNumber period{reader.u32()};
                  const auto kind = static_cast<events::ResultKind>(reader.u8());
                  const events::PersonNumber pupil{reader.u32()};
                  if (period != at.period || kind != at.kind || pupil != at.pupil) close();
                  at.period = period;
                  at.kind = kind;
                  at.pupil = pupil;
                  const FiledRow row(position_in(key), value);
                  if (row.stamp().position >= query_.as_of || !periods.contains(period))
                    return true;
                  if (auto step = period_mark_step(row, directory_.is_void(row.stamp()))) {
                    steps.push_back(*step);
                  }
                  return true;
                });
    close();
  }

  const events::ViewReader& views_;
  const JournalQuery& query_;
  Directory directory_;
  std::map<events::GroupNumber, bool> stands_elsewhere_;
  JournalPage page_;
};

}  // namespace

const JournalCell* JournalPage::cell(events::PersonNumber pupil,
                                     events::LessonNumber lesson) const {
  for (const JournalCell& one : cells) {
    if (pupils[one.pupil].pupil == pupil && columns[one.column].lesson == lesson) return &one;
  }
  return nullptr;
}

bool JournalPage::is_open(std::size_t pupil, std::size_t column) const {
  return holds(pupils[pupil].days, columns[column].day);
}

JournalPage journal_page(const events::ViewReader& views, const JournalQuery& query) {
  return PageMaker(views, query).make();
}

}  // namespace letopis::projections
