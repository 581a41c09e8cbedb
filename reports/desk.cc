#include "reports/desk.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/check_request.h"
#include "reports/journal_signs.h"
#include "reports/reading.h"
#include "signing/encoding.h"

namespace letopis::reports {

Result<std::unique_ptr<Desk>> Desk::laid(const Source& source, const Request& request) {
  const projections::Directory directory(source.views, {source.log.size});
  const auto school = directory.school();
  if (!school) {
    return Refusal{"school.not_described",
                   {"в журнале событий тогда ещё не было сведений о школе",
                    "the log did not describe the school by then"}};
  }
  auto zone = regulations::TimeZone::named(school->fact.time_zone);
  if (!zone) return zone.refusal();
  const auto year = check_request(directory, request);
  if (!year) return year.refusal();
  if (source.reader) {
    if (auto may = may_read(request, *source.reader, source.views); !may) return may.refusal();
  }
  return std::unique_ptr<Desk>(new Desk(source, request, school->fact, *zone, *year));
}

Desk::Desk(const Source& source, const Request& request, events::SchoolDescribed school,
           regulations::TimeZone zone, events::YearOpened year)
    : source_(source),
      request_(request),
      directory_(source.views, {source.log.size}),
      names_(directory_, source.texts, request.language),
      school_(std::move(school)),
      zone_(std::move(zone)),
      year_(std::move(year)) {}

std::string Desk::in(std::string_view ru, std::string_view en) const {
  return std::string(terminal::Text{ru, en}.in(language()));
}

projections::ClassInfo Desk::school_class() const {
  INVARIANT(request_.school_class);
  const auto info = directory_.class_info(*request_.school_class, days().last);
  INVARIANT(info);
  return *info;
}

unsigned Desk::grade() const {
  if (request_.school_class) return school_class().grade;
  if (!request_.group) return 0;
  for (const auto& member : directory_.pupils_of(*request_.group, days().first, days().last)) {
    const auto of = directory_.class_of(member.pupil, days().last);
    const auto info = of ? directory_.class_info(*of, days().last) : std::nullopt;
    if (info) return info->grade;
  }
  return 0;
}

std::string Desk::class_name(events::ClassNumber school_class) const {
  const auto info = directory_.class_info(school_class, days().last);
  return info ? info->name() : fmt::format("№ {}", school_class.value);
}

std::string Desk::subject_name(events::SubjectNumber subject) const {
  const auto found = directory_.declared<events::SubjectRegistered>(subject);
  return found ? found->fact.name : fmt::format("№ {}", subject.value);
}

std::string Desk::subject_short(events::SubjectNumber subject) const {
  const auto found = directory_.declared<events::SubjectRegistered>(subject);
  return found ? found->fact.short_name : fmt::format("№ {}", subject.value);
}

std::string Desk::group_name(events::GroupNumber group) const {
  const auto found = directory_.declared<events::GroupFormed>(group);
  return found ? found->fact.name : fmt::format("№ {}", group.value);
}

std::string Desk::day(events::Day day) const { return terminal::day_text(language(), day); }

std::string Desk::moment(events::Instant moment) const {
  return terminal::moment_text(language(), moment, zone_);
}

std::string Desk::year_name() const {
  return fmt::format("{}/{:02}", year_.first_calendar_year, (year_.first_calendar_year + 1) % 100);
}

std::string Desk::period_text() const {
  const std::string span = fmt::format("{} – {}", day(days().first), day(days().last));
  const auto period = request_.period
                          ? directory_.declared<events::PeriodDeclared>(*request_.period)
                          : std::nullopt;
  const std::string name = period ? period_name(language(), period->fact) + " " : std::string();
  return in(fmt::format("{}{} учебного года, {}", name, year_name(), span),
            fmt::format("{}{}, {}", name, year_name(), span));
}

std::vector<events::PeriodDeclared> Desk::periods(unsigned grade) const {
  std::vector<events::PeriodDeclared> out;
  std::optional<events::PeriodDeclared> whole;
  for (const auto& period : directory_.periods(year_.year)) {
    if (grade < period.first_grade || period.last_grade < grade) continue;
    if (period.kind == events::PeriodKind::kYear) {
      whole = period;
    } else {
      out.push_back(period);
    }
  }
  if (whole) out.push_back(*whole);
  return out;
}

void Desk::sort(std::vector<events::PersonNumber>& people) const {
  std::sort(people.begin(), people.end(),
            [this](auto left, auto right) { return names_.before(left, right); });
}

std::optional<events::PersonNumber> Desk::holder(events::Role role) const {
  for (const auto& held : directory_.holders_of(role)) {
    if (held.days.holds(days().last)) return held.person;
  }
  return std::nullopt;
}

std::optional<events::PersonNumber> Desk::class_teacher(events::ClassNumber school_class) const {
  for (const auto& held : directory_.roles_in(school_class)) {
    if (held.role == events::Role::kClassTeacher && held.days.holds(days().last)) {
      return held.person;
    }
  }
  return std::nullopt;
}

documents::Sheet Desk::sheet(std::string name, std::string title) const {
  const ReportRow& row = row_of(request_.report);
  documents::Sheet sheet;
  sheet.name = std::move(name);
  sheet.heading.title = std::move(title);
  sheet.heading.lines.push_back({in("Школа", "School"), school_.name});
  if (request_.school_class) {
    sheet.heading.lines.push_back({in("Класс", "Class"), class_name(*request_.school_class)});
  }
  if (request_.group) {
    sheet.heading.lines.push_back({in("Группа", "Group"), group_name(*request_.group)});
  }
  sheet.heading.lines.push_back({in("Период", "Period"), period_text()});
  const std::string entries = terminal::counted(language(), log().size, terminal::kEntryNoun);
  std::string made = in(fmt::format("{}, журнал событий: {}", moment(log().moment), entries),
                        fmt::format("{}, the log: {}", moment(log().moment), entries));
  if (request_.made_by) made += ", " + names_.brief(*request_.made_by);
  sheet.heading.lines.push_back({in("Сделано", "Made"), std::move(made)});
  const std::string root = signing::to_base64(log().root.bytes);
  sheet.footer.line = in(fmt::format("{} · {} · корень {}", log().origin, entries, root),
                         fmt::format("{} · {} · root {}", log().origin, entries, root));
  sheet.page.paper = row.paper;
  sheet.page.orientation = row.orientation;
  sheet.page.mirrored = true;
  return sheet;
}

documents::Signature Desk::signature(std::string_view ru, std::string_view en,
                                     std::optional<events::PersonNumber> person) const {
  documents::Signature out{.post = in(ru, en)};
  if (person) out.full_name = names_.full(*person);
  return out;
}

}  // namespace letopis::reports
