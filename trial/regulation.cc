#include "trial/regulation.h"

#include <fmt/format.h>

#include <algorithm>

#include "regulations/bundled_regulations.h"
#include "regulations/regulation_text.h"

namespace letopis::trial {
namespace {

Refusal not_bundled(std::string_view name) {
  std::string names;
  for (const auto& bundled : regulations::bundled_regulations()) {
    names += (names.empty() ? "" : ", ") + std::string(bundled.name);
  }
  return {"regulation.not_bundled",
          {fmt::format("с программой не приходит положение «{}»", name),
           fmt::format("no regulation \"{}\" comes with the program", name)},
          {},
          {"есть: " + names, "there are: " + names}};
}

}  // namespace

Regulation trial_regulation() {
  return {"Положение об электронном журнале",
          std::nullopt,
          {
              {"system", "Летопись", "2.1"},
              {"acquaintance", "signed_list", "1.7"},
              {"documents_required", "journal_regulation,introduction_order", "2.2"},
              {"appointed_by_order", "administrator,deputy", "2.3"},
              {"consent.collected_by", "administrator", "2.4"},
              {"consent.of", "pupils,parents,staff", "2.4"},
              {"credentials.sharing", "forbidden", "4.1"},
              {"entry.mark.due", "7d", "5.8"},
              {"entry.mark.late", "flag", "5.8"},
              {"entry.attendance.due", "7d", "5.8"},
              {"entry.topic.due", "7d", "5.9"},
              {"entry.homework.due", "lesson_day,3h", "5.11"},
              {"entry.homework.optional", "yes", "5.11"},
              {"edit.window", "2w", "3.6"},
              {"lock.after_period_marks", "yes", "5.2"},
              {"change_report", "administrator", "3.7"},
              {"change_report.span", "year", "3.7"},
              {"period_marks.due", "3d", "5.10"},
              {"periods", "quarter,half_year,year", "4.9"},
              {"control_work.everyone_present_marked", "yes", "5.7"},
              {"grades_without_marks", "1", "5.12"},
              {"plan.due", "7d", "5.4"},
              {"forecast.due", "10d", "5.3"},
              {"dispute.notice", "3d", "6.1"},
              {"attendance.correction.cadence", "weekly", "4.16"},
              {"people.check.cadence", "year", "1.20"},
              {"control.deputy", "monthly", "3.8"},
              {"analysis.weekly", "administrator", "3.7"},
              {"period_reports", "each_period,year", "4.9"},
              {"remark.settle", "1w", "3.9"},
              {"compromise.notice", "1wd", "4.3"},
              {"compromise.void_from", "notice", "4.4"},
          }};
}

Result<Regulation> bundled_regulation(std::string_view name) {
  const auto all = regulations::bundled_regulations();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const auto& bundled) { return bundled.name == name; });
  if (found == all.end()) return not_bundled(name);
  auto loaded = regulations::load_regulation(found->text, name);
  if (!loaded) return loaded.refusal();
  return Regulation{std::move(loaded->title), std::move(loaded->school),
                    std::move(loaded->parameters)};
}

}  // namespace letopis::trial
