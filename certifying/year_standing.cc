#include "certifying/year_standing.h"

#include <fmt/format.h>

#include "regulations/civil_day.h"

namespace letopis::certifying {

using namespace office;

namespace {

constexpr int kDaysAfterYear = 62;  // marks of its last period may have a term beyond its end

std::string short_name(const events::YearOpened& year) {
  const unsigned first = year.first_calendar_year;
  return fmt::format("{}/{:02}", first, (first + 1) % 100);
}

Refusal still_open(const events::YearOpened& year) {
  return {"certify.year_open",
          {fmt::format("{} учебный год не закрыт: заверять ещё рано", short_name(year)),
           fmt::format("the year {} is not closed: it is too early to certify", short_name(year))},
          {},
          {"сначала закройте все периоды всех классов и учебный год",
           "close all periods of all classes and the year first"}};
}

// "7а, Алгебра, по 31.05.2026: Иванов Пётр, Петрова Анна".
std::string told(const SchoolReader& school, const projections::DueItem& item) {
  const auto& about = item.about;
  const events::Day day = about.day.value_or(events::Day{});
  const auto info =
      about.school_class ? school.directory().class_info(*about.school_class, day) : std::nullopt;
  const auto subject = about.subject
                           ? school.directory().declared<events::SubjectRegistered>(*about.subject)
                           : std::nullopt;
  std::string out = fmt::format("{}, {}, {}", info ? info->name() : "?",
                                subject ? subject->fact.name : "?", regulations::russian(day));
  for (std::size_t i = 0; i < about.lacking.size(); ++i) {
    out += (i == 0 ? ": " : ", ") + school.names().common(about.lacking[i]);
  }
  return out;
}

Refusal missing(const SchoolReader& school, const std::vector<projections::DueItem>& lacking) {
  std::string list;
  for (std::size_t i = 0; i < lacking.size() && i < kMissingNamed; ++i) {
    list += "\n  " + told(school, lacking[i]);
  }
  if (lacking.size() > kMissingNamed) list += fmt::format("\n  … {}", lacking.size());
  return {"certify.marks_missing",
          {"не хватает отметок, которых требует положение:" + list,
           "marks that the regulation asks for are missing:" + list},
          lacking.front().clause};
}

}  // namespace

Result<events::YearOpened> year_named(const projections::Directory& directory,
                                      const std::string& name) {
  std::string there;
  for (const auto& year : directory.years()) {
    if (name == short_name(year) || name == years_text(year) ||
        name == std::to_string(year.first_calendar_year)) {
      return year;
    }
    there += (there.empty() ? "" : ", ") + short_name(year);
  }
  return Refusal{"certify.year",
                 {fmt::format("в журнале событий нет учебного года {}", name),
                  fmt::format("the log has no year {}", name)},
                 {},
                 {"Есть: " + there, "There are: " + there}};
}

std::string years_text(const events::YearOpened& year) {
  const unsigned first = year.first_calendar_year;
  return fmt::format("{}-{}", first, first + 1);
}

Result<std::vector<projections::DueItem>> missing_marks(const events::ViewReader& views,
                                                        const events::YearOpened& year,
                                                        events::Instant now) {
  projections::DueQuery query;
  query.now = now;
  query.first = year.first_day;
  query.last = regulations::plus_days(year.last_day, kDaysAfterYear);
  query.kinds = {projections::DueKind::kPeriodMarks};
  query.done = true;
  const auto items = projections::due_items(views, query);
  if (!items) return items.refusal();
  const projections::Directory directory(views);
  std::vector<projections::DueItem> lacking;
  for (const auto& item : *items) {
    const auto period = item.about.period
                            ? directory.declared<events::PeriodDeclared>(*item.about.period)
                            : std::nullopt;
    if (!item.done && period && period->fact.year == year.year) lacking.push_back(item);
  }
  return lacking;
}

Outcome expect_certifiable(const SchoolReader& school, const events::YearOpened& year,
                           events::Instant now) {
  if (!school.directory().year_closed(year.year)) return still_open(year);
  const auto lacking = missing_marks(school.log(), year, now);
  if (!lacking) return lacking.refusal();
  if (lacking->empty()) return Done{};
  return missing(school, *lacking);
}

}  // namespace letopis::certifying
