#include "reports/printed_journal.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "reports/journal_attendance.h"
#include "reports/journal_front.h"
#include "reports/journal_spread.h"
#include "rules/own_journal.h"

namespace letopis::reports {
namespace {

using documents::Sheet;

constexpr std::size_t kContentsSheet = 1;
constexpr std::size_t kListSheet = 2;

std::string place_name(const Desk& desk, const projections::Place& place) {
  std::string name = desk.subject_name(place.subject);
  if (place.group) name += ", " + desk.group_name(*place.group);
  return name;
}

// Of the group that is asked for; else of the class, with its groups but for those that have a
// journal of their own. In the order in which subjects were registered; groups after their class.
std::vector<projections::LoadInfo> loads(const Desk& desk) {
  const auto& request = desk.request();
  std::vector<projections::LoadInfo> out;
  for (const auto& load :
       desk.directory().loads_of(request.school_class.value_or(events::ClassNumber{}))) {
    if (!load.days.meets(desk.days())) continue;
    if (request.subject && load.place.subject != *request.subject) continue;
    const auto kind = rules::kind_of(load.place.group, desk.directory());
    const bool apart = kind && rules::has_own_journal(*kind);
    const bool wanted = request.group ? load.place.group == request.group : !apart;
    if (wanted) out.push_back(load);
  }
  std::sort(out.begin(), out.end(), [](const auto& left, const auto& right) {
    return std::tie(left.place.subject, left.place.group, left.days.first) <
           std::tie(right.place.subject, right.place.group, right.days.first);
  });
  return out;
}

// Of all loads of the place, each teacher once.
std::string teachers_of(const Desk& desk, const projections::Place& place,
                        const std::vector<projections::LoadInfo>& all) {
  std::vector<events::PersonNumber> named;
  std::string out;
  for (const auto& load : all) {
    const auto teacher = load.assigned.fact.teacher;
    if (load.place != place || std::find(named.begin(), named.end(), teacher) != named.end()) {
      continue;
    }
    named.push_back(teacher);
    out += (out.empty() ? "" : ", ") + desk.names().brief(teacher);
  }
  return out;
}

void move_to(std::vector<Sheet>& to, std::vector<Sheet>&& from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

// The sums stand with the months they add up.
void add_attendance(const Desk& desk, std::vector<Sheet>& pages, std::vector<Chapter>& chapters) {
  auto months = journal_attendance(desk);
  if (months.empty()) return;
  Chapter chapter{desk.in("Учёт посещаемости", "Attendance")};
  chapter.sheet = pages.size();
  move_to(pages, std::move(months));
  Sheet sums = desk.sheet(desk.in("Пропуски", "Absences"),
                          desk.in("Сводные данные о пропусках", "Sums of absences"));
  sums.heading.lines.clear();
  sums.blocks.emplace_back(attendance_sums(desk));
  pages.push_back(std::move(sums));
  chapters.push_back(std::move(chapter));
}

}  // namespace

Result<std::vector<Sheet>> printed_journal(const Desk& desk) {
  std::vector<Sheet> out{journal_cover(desk), Sheet{}, journal_pupils(desk)};
  std::vector<Chapter> chapters{{desk.in("Список обучающихся", "List of pupils"), {}, kListSheet}};
  JournalSpreads spreads(desk);
  const auto all = loads(desk);
  std::optional<projections::Place> last;
  for (const auto& load : all) {
    if (last == load.place) continue;
    last = load.place;
    const std::string name = place_name(desk, load.place);
    auto sheets = spreads.of(load.place, name);
    Chapter chapter{name, teachers_of(desk, load.place, all)};
    if (!sheets.empty()) chapter.sheet = out.size();
    chapters.push_back(std::move(chapter));
    move_to(out, std::move(sheets));
  }
  if (!desk.request().group) add_attendance(desk, out, chapters);
  out[kContentsSheet] = journal_contents(desk, chapters);
  out.push_back(journal_last_page(desk));
  return out;
}

}  // namespace letopis::reports
