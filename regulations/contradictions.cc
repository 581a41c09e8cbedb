#include "regulations/contradictions.h"

#include <algorithm>

#include "regulations/cadence.h"
#include "regulations/grade_list.h"
#include "regulations/known_keys.h"
#include "regulations/term.h"
#include "regulations/value_list.h"
#include "regulations/yearly_term.h"

namespace letopis::regulations {
namespace {

// A detail says more of a matter of which the regulation must then speak.
struct Need {
  std::string_view detail;
  std::string_view matter;
};

constexpr Need kNeeds[] = {
    {"entry.mark.late", "entry.mark.due"},
    {"entry.attendance.late", "entry.attendance.due"},
    {"entry.topic.late", "entry.topic.due"},
    {"entry.homework.late", "entry.homework.due"},
    {"written_work.norms", "entry.written_work.due"},
    {"edit.window", "entry.mark.due"},
    {"edit.window.choices", "entry.mark.due"},
    {"edit.same_day", "edit.window"},
    {"lock.after_period_marks", "periods"},
    {"change_report.content", "change_report"},
    {"change_report.span", "change_report"},
    {"period_marks.due", "periods"},
    {"forecast.by", "forecast.due"},
    {"forecast.to", "forecast.due"},
    {"dispute.by", "dispute.notice"},
    {"people.check.by", "people.check.cadence"},
    {"attendance.correction.by", "attendance.correction.cadence"},
    {"consent.when", "consent.collected_by"},
    {"consent.of", "consent.collected_by"},
    {"optout.print.cadence", "diary.form_choice"},
    {"optout.print.content", "optout.print.cadence"},
    {"optout.print.span", "optout.print.cadence"},
    {"parents.message.content", "parents.message.cadence"},
    {"news.by", "news.cadence"},
    {"control.result.to", "control.result"},
    {"period_reports.paper", "period_reports"},
    {"period_reports.by", "period_reports"},
    {"summary_sheet.due", "summary_sheet"},
    {"summary_sheet.by", "summary_sheet"},
    {"teachers_work_report.by", "teachers_work_report"},
    {"paper.copy.condition", "paper.copy.cadence"},
    {"paper.copy.content", "paper.copy.cadence"},
    {"paper.archive_copy.cadence", "paper.copy.cadence"},
    {"paper.printed_by", "paper.copy.cadence"},
    {"paper.certified_by", "paper.copy.cadence"},
    {"paper.certified.with", "paper.certified_by"},
    {"paper.stitched_registered", "paper.copy.cadence"},
    {"paper.archived_by", "paper.copy.cadence"},
    {"backup.by", "backup.cadence"},
    {"archive.by", "archive.cadence"},
    {"archive.media", "archive.cadence"},
    {"archive.media.apart", "archive.media"},
    {"archive.integrity", "archive.cadence"},
    {"issue.how", "issue.what"},
    {"issue.staff.term", "issue.staff.by"},
    {"issue.family.term", "issue.parents.by"},
    {"issue.family.occasion", "issue.parents.by"},
    {"activate.who", "activate.term"},
    {"compromise.notice.to", "compromise.notice"},
    {"compromise.void_from", "compromise.notice"},
    {"compromise.holders", "compromise.notice"},
    {"points_of_operation.by", "points_of_operation"},
    {"points_of_operation.entries", "points_of_operation"},
    {"rights.basis", "rights.by"},
    {"consultation.by", "consultation"},
    {"consultation.families.by", "consultation"},
    {"consultation.due", "consultation"},
    {"consultation.newcomers.due", "consultation"},
    {"year.close.by_order", "year.close.by"},
    {"timetable.approved_by", "timetable.by"},
    {"timetable.changes.due", "timetable.changes.by"},
    {"publication.by", "publication"},
    {"period_mark.least_marks.half_year", "periods"},
};

constexpr std::string_view kLateKeys[] = {"entry.mark", "entry.attendance", "entry.topic",
                                          "entry.homework"};

bool lists(std::string_view value, std::string_view item) {
  const auto items = items_of(value);
  return std::find(items.begin(), items.end(), item) != items.end();
}

class Search {
 public:
  explicit Search(const Parameters& parameters) : parameters_(parameters) {}

  std::vector<Contradiction> all() && {
    needs();
    late_without_end();
    written_works();
    window();
    periods();
    grades();
    plans();
    archive();
    control();
    consultations();
    setup();
    return std::move(found_);
  }

 private:
  // Null iff silent; a reading in one line.
  const std::string* value(std::string_view key) const {
    const events::Parameter* found = parameters_.find(key);
    return found == nullptr ? nullptr : &found->value;
  }

  bool says(std::string_view key, std::string_view what) const {
    const std::string* is = value(key);
    return is != nullptr && *is == what;
  }

  void add(std::string_view key, std::string_view other, const std::string& ru,
           const std::string& en) {
    const std::string one(key);
    const std::string two(other);
    found_.push_back({one, two, {one + " и " + two + ": " + ru, one + " and " + two + ": " + en}});
  }

  void needs() {
    for (const Need& need : kNeeds) {
      if (value(need.detail) == nullptr || value(need.matter) != nullptr) continue;
      add(need.detail, need.matter, "первое уточняет второе, а второго нет",
          "the first is a detail of the second, which is not there");
    }
  }

  void late_without_end() {
    for (const std::string_view entry : kLateKeys) {
      const std::string late = std::string(entry) + ".late";
      const std::string due = std::string(entry) + ".due";
      if (!says(late, "refuse") || !says(due, "none")) continue;
      add(late, due, "не принимать после срока, которого нет", "refused past a term of none");
    }
  }

  void written_works() {
    const std::string* due = value(kWrittenWorkDue);
    const std::string* norms = value(kWrittenWorkNorms);
    if (due == nullptr) return;
    const bool by_norms = lists(*due, "norms");
    if (by_norms && norms == nullptr) {
      add(kWrittenWorkDue, kWrittenWorkNorms, "срок по нормам, а норм нет (пишут хотя бы none)",
          "a term by norms without norms (write none at least)");
    }
    if (!by_norms && norms != nullptr && *norms != "none") {
      add(kWrittenWorkNorms, kWrittenWorkDue, "нормы есть, а срок не по ним (norms)",
          "there are norms, yet the term is not by them (norms)");
    }
  }

  void window() {
    const std::string* is = value(kEditWindow);
    if (is == nullptr) return;
    const std::string* choices = value("edit.window.choices");
    if (choices != nullptr && !lists(*choices, *is)) {
      add(kEditWindow, "edit.window.choices", "такого окна среди дозволенных нет",
          "that window is not among those allowed");
    }
    if (*is != "none" && value("edit.same_day") != nullptr) {
      add("edit.same_day", kEditWindow, "о том же дне говорят, только если окна нет (none)",
          "the same day matters only where there is no window (none)");
    }
  }

  bool has_period(std::string_view kind) const { return lists(*value("periods"), kind); }

  void period_needed(std::string_view key, std::string_view kind) {
    if (has_period(kind)) return;
    add(key, "periods", "среди отчётных периодов нет такого: " + std::string(kind),
        "the reporting periods have no such: " + std::string(kind));
  }

  void some_period_needed(std::string_view key) {
    if (has_period("quarter") || has_period("half_year")) return;
    add(key, "periods", "среди отчётных периодов нет ни четверти, ни полугодия",
        "the reporting periods have neither quarter nor half-year");
  }

  void periods() {
    if (value("periods") == nullptr) return;
    for (const auto& [key, parameter] : parameters_.all()) {
      const KnownKey* known = known_key(key);
      if (known == nullptr) continue;
      const bool counts = known->kind == ValueKind::kCadences || key == "paper.period_marks";
      for (const std::string_view kind : {"quarter", "half_year"}) {
        if (counts && lists(parameter.value, kind)) period_needed(key, kind);
      }
      if (counts && lists(parameter.value, "each_period")) some_period_needed(key);
      if (known->kind == ValueKind::kYearly &&
          parameter.value.find("each_period") != std::string::npos) {
        some_period_needed(key);
      }
    }
    constexpr std::string_view least = "period_mark.least_marks.half_year";
    if (value(least) != nullptr) period_needed(least, "half_year");
  }

  // Who owes presence alone has neither marks nor homework.
  void grades() {
    const std::string* only = value("grades_attendance_only");
    if (only == nullptr) return;
    for (const std::string_view key : {"grades_without_marks", "grades_without_homework"}) {
      const std::string* without = value(key);
      if (without == nullptr) continue;
      const auto narrow = parse_grades(*only);
      const auto wide = parse_grades(*without);
      if (narrow && wide &&
          !std::includes(wide->begin(), wide->end(), narrow->begin(), narrow->end())) {
        add("grades_attendance_only", key, "где ведут только присутствие, там нет и остального",
            "where presence alone is kept, there is nothing else");
      }
    }
  }

  void plans() {
    if (!says("plan.required", "no") || value("plan.due") == nullptr) return;
    add("plan.due", "plan.required", "срок плана, который не нужен",
        "a term of what is not needed");
  }

  void archive() {
    if (!says("archive.media", "1") || !says("archive.media.apart", "yes")) return;
    add("archive.media.apart", "archive.media", "один носитель не лежит в разных помещениях",
        "one medium cannot lie in different rooms");
  }

  void control() {
    if (value("control.deputy") != nullptr || value("control.director") != nullptr) return;
    for (const std::string_view key : {"control.result", "control.subjects"}) {
      if (value(key) == nullptr) continue;
      add(key, "control.deputy", "контроля никто не ведёт", "nobody controls");
    }
  }

  void word_needed(std::string_view detail, std::string_view matter, std::string_view word) {
    const std::string* is = value(matter);
    if (value(detail) == nullptr || is == nullptr || lists(*is, word)) return;
    add(detail, matter, "второе не называет этого: " + std::string(word),
        "the second does not name it: " + std::string(word));
  }

  void consultations() {
    word_needed("consultation.due", "consultation", "on_request");
    word_needed("consultation.newcomers.due", "consultation", "newcomers");
    word_needed("points_of_operation.entries", "points_of_operation", "listed");
  }

  // Somebody who owes, and nothing that is owed.
  void setup() {
    constexpr std::string_view by = ".by";
    for (const auto& [key, parameter] : parameters_.all()) {
      if (!key.starts_with("setup.") || !key.ends_with(by)) continue;
      const std::string duty = key.substr(0, key.size() - by.size());
      const std::string yearly = duty + ".yearly";
      if (value(yearly) != nullptr || value(duty + ".first_start") != nullptr ||
          value(duty + ".otherwise") != nullptr) {
        continue;
      }
      add(key, yearly, "назван ответственный, но не срок", "a holder without any term");
    }
  }

  const Parameters& parameters_;
  std::vector<Contradiction> found_;
};

}  // namespace

std::vector<Contradiction> contradictions(const Parameters& parameters) {
  return Search(parameters).all();
}

}  // namespace letopis::regulations
