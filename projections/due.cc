#include "projections/due.h"

#include "projections/due_school.h"

namespace letopis::projections {

Result<std::vector<DueItem>> due_items(const events::ViewReader& views, const DueQuery& query) {
  const auto described = Directory(views, query.as_of).school();
  if (!described) {
    return Refusal{"school.not_described",
                   {"не задан профиль школы: без часового пояса сроки не посчитать",
                    "the school has no profile: without its time zone no term can be counted"}};
  }
  auto zone = regulations::TimeZone::named(described->fact.time_zone);
  if (!zone) return zone.refusal();
  DueSchool school(views, query, *std::move(zone));
  add_lesson_duties(school);
  add_period_duties(school);
  add_report_duties(school);
  add_plan_duties(school);
  add_class_duties(school);
  add_control_duties(school);
  add_paper_duties(school);
  add_access_duties(school);
  add_help_duties(school);
  add_document_duties(school);
  add_timetable_duties(school);
  add_setup_duties(school);
  return school.take();
}

}  // namespace letopis::projections
