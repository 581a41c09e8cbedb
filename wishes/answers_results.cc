// A class's results of a period: pupils and subjects in one table.
#include <algorithm>
#include <map>

#include "projections/journal_page.h"
#include "regulations/civil_day.h"
#include "regulations/journal_terms.h"
#include "rules/own_journal.h"
#include "rules/reading.h"
#include "wishes/answer_parts.h"
#include "wishes/answers.h"
#include "wishes/moment.h"
#include "wishes/period_record.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;
using events::PeriodDeclared;
using events::PeriodKind;
using projections::Directory;

// Of the year that `day` is in, for the class's grade, by their first days.
std::vector<PeriodDeclared> periods_of(const projections::ClassInfo& info, events::YearNumber year,
                                       const Directory& directory) {
  auto periods = directory.periods(year);
  std::erase_if(periods, [&info](const PeriodDeclared& one) {
    return info.grade < one.first_grade || one.last_grade < info.grade;
  });
  return periods;
}

// The last that has begun; the year's own comes after its parts.
std::optional<PeriodDeclared> running(const std::vector<PeriodDeclared>& periods,
                                      events::Day today) {
  std::optional<PeriodDeclared> found;
  for (const auto& one : periods) {
    if (one.kind != PeriodKind::kYear && one.first_day <= today) found = one;
  }
  if (!found && !periods.empty()) found = periods.front();
  return found;
}

// Whose journals of their own have no results here.
bool is_apart(const projections::LoadInfo& load, const Directory& directory) {
  if (!load.place.group) return false;
  const auto formed = directory.declared<events::GroupFormed>(*load.place.group);
  return formed && rules::has_own_journal(formed->fact.kind);
}

class ClassTable {
 public:
  ClassTable(const AskResults& query, const PeriodDeclared& period, const Directory& directory,
             const Sight& sight)
      : query_(query), period_(period), directory_(directory), sight_(sight) {
    const auto parameters = directory.parameters().on(period.last_day);
    rules_ = {regulations::rounding_threshold_thousandths(parameters) / 10,
              regulations::least_marks(parameters, period.kind)};
  }

  // Refuses where the reader may see no subject's results, as reading.h does for the last one.
  Outcome read() {
    std::optional<Refusal> why_not;
    for (const auto& [subject, teachers] : taught()) {
      rules::Concern concern;
      concern.school_class = query_.school_class;
      concern.subject = subject;
      const auto may =
          rules::may_read(rules::View::kPeriodProposals, sight_.reader(), concern, sight_.school());
      if (may) {
        add(subject, teachers);
      } else {
        why_not = may.refusal();
      }
    }
    if (subjects_.empty() && why_not) return *why_not;
    return Done{};
  }

  void tell(json::object& out) && {
    json::array pupils;
    for (auto& [pupil, results] : rows_) {
      pupils.push_back(json::object{{"pupil", pupil.value},
                                    {"name", full_name(pupil, sight_)},
                                    {"results", std::move(results)}});
    }
    out["least_marks"] = rules_.least_marks;
    out["rounds_up_from"] = rules_.threshold_hundredths;
    out["subjects"] = std::move(subjects_);
    out["pupils"] = std::move(pupils);
  }

 private:
  std::map<events::SubjectNumber, json::array> taught() const {
    std::map<events::SubjectNumber, json::array> found;
    for (const auto& load : directory_.loads_of(query_.school_class)) {
      if (!load.days.meets({period_.first_day, period_.last_day}) || is_apart(load, directory_)) {
        continue;
      }
      const auto teacher = load.assigned.fact.teacher;
      found[load.place.subject].push_back(
          json::object{{"person", teacher.value}, {"name", full_name(teacher, sight_)}});
    }
    return found;
  }

  void add(events::SubjectNumber subject, const json::array& teachers) {
    subjects_.push_back(json::object{{"subject", subject.value},
                                     {"name", subject_name(subject, sight_)},
                                     {"teachers", teachers}});
    const auto page = projections::journal_page(
        sight_.views(), {query_.school_class, subject, std::nullopt, period_.first_day,
                         period_.last_day, sight_.as_of(query_.as_of)});
    for (std::size_t i = 0; i < page.pupils.size(); ++i) {
      rows_[page.pupils[i].pupil].push_back(result(page, i, subject));
    }
  }

  json::object result(const projections::JournalPage& page, std::size_t index,
                      events::SubjectNumber subject) const {
    const auto pupil = page.pupils[index].pupil;
    const auto record = period_record(page, index);
    const bool whole = period_.kind == PeriodKind::kYear;
    json::object out{{"subject", subject.value},
                     {"marks", record.marks.count},
                     {"average", number_json(record.marks.weighted_average())},
                     {"lessons", record.lessons},
                     {"missed", record.lessons_missed}};
    // A year's mark is made of its periods' marks, not of its lessons'.
    if (!whole) out["proposed"] = word_json(projections::propose_period_mark(record, rules_));
    const auto kind = whole ? events::ResultKind::kYear : events::ResultKind::kPeriod;
    for (const auto& given : page.period_marks) {
      if (given.pupil == pupil && given.period == period_.period && given.kind == kind) {
        out["given"] = word_json(given.mark.value);
      }
    }
    return out;
  }

  const AskResults& query_;
  const PeriodDeclared& period_;
  const Directory& directory_;
  const Sight& sight_;
  projections::ProposalRules rules_;
  json::array subjects_;
  std::map<events::PersonNumber, json::array> rows_;
};

json::object period_json(const PeriodDeclared& one, events::ClassNumber school_class,
                         const Directory& directory, const Sight& sight) {
  json::object out{{"period", one.period.value},
                   {"kind", events::word_of(one.kind)},
                   {"ordinal", one.ordinal},
                   {"from", regulations::iso(one.first_day)},
                   {"to", regulations::iso(one.last_day)}};
  if (const auto closed = directory.period_closed(school_class, one.period)) {
    out["closed"] =
        json::object{{"position", closed->position.value},
                     {"recorded", print_moment(closed->recorded, sight.school().zone())},
                     {"author", closed->author.value},
                     {"author_name", full_name(closed->author, sight)}};
  }
  return out;
}

}  // namespace

Result<json::object> answer(const AskResults& query, const Sight& sight) {
  const Directory directory(sight.views(), sight.as_of(query.as_of));
  std::optional<PeriodDeclared> period;
  if (query.period) {
    const auto declared = directory.declared<PeriodDeclared>(*query.period);
    if (declared) period = declared->fact;
  }
  const auto day = period ? period->last_day : query.day.value_or(sight.school().today());
  const auto info = directory.class_info(query.school_class, day);
  const auto year = directory.year_of(period ? period->first_day : day);
  const auto periods =
      info && year ? periods_of(*info, year->year, directory) : std::vector<PeriodDeclared>{};
  if (!period) period = running(periods, day);
  const bool is_there =
      period && std::find(periods.begin(), periods.end(), *period) != periods.end();
  if (!is_there) {
    return Refusal{"period.other_grades",
                   {"такого периода у этого класса нет", "the class has no such period"}};
  }
  ClassTable table(query, *period, directory, sight);
  if (auto may = table.read(); !may) return may.refusal();
  json::array told;
  for (const auto& one : periods) {
    told.push_back(period_json(one, query.school_class, directory, sight));
  }
  json::object out{{"class", class_name(query.school_class, period->last_day, sight)},
                   {"school_class", query.school_class.value},
                   {"period", period->period.value},
                   {"periods", std::move(told)}};
  std::move(table).tell(out);
  return out;
}

}  // namespace letopis::wishes
