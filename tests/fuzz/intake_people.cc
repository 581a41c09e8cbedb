// Tables from CSV and the people in them: a table is what its contract says, and people who are
// accepted have names, places and links that hold.
#include <cstdint>

#include "events/text.h"
#include "intake/csv.h"
#include "intake/people_table.h"
#include "intake/plan_table.h"
#include "intake/timetable_table.h"

using namespace letopis;          // NOLINT(google-build-using-namespace)
using namespace letopis::intake;  // NOLINT(google-build-using-namespace)

namespace {

void judge(const Table& table) {
  const std::size_t width = table.heading.cells.size();
  INVARIANT(width > 0 && width <= kMaxColumns && !table.rows.empty());
  for (const Row& row : table.rows) {
    INVARIANT(row.cells.size() == width && row.number <= kMaxRows);
    for (const std::string& cell : row.cells) {
      INVARIANT(cell.size() <= kMaxCellBytes && events::is_plain_text(cell));
    }
  }
}

void judge(const Faults& faults) {
  INVARIANT(faults.count() >= faults.listed().size());
  for (const Fault& one : faults.listed()) {
    INVARIANT(events::is_plain_text(one.says.ru) && events::is_plain_text(one.says.en));
    INVARIANT(events::is_plain_text(said(one.place).ru));
    INVARIANT(!one.value || events::is_plain_text(*one.value));
  }
}

void judge(const PeopleImport& people) {
  for (const Staff& one : people.staff) INVARIANT(!one.roles.empty());
  for (const Pupil& one : people.pupils) {
    INVARIANT(!one.data.family_name.empty() && !one.data.given_name.empty());
    INVARIANT(class_named(one.school_class.text()) == one.school_class);
  }
  for (const Parent& one : people.parents) {
    INVARIANT(!one.children.empty() && (!one.staff || *one.staff < people.staff.size()));
    for (const Child& child : one.children) INVARIANT(child.pupil < people.pupils.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr events::Day today{20'332};  // 2025-09-01
  const auto table = read_csv({reinterpret_cast<const char*>(data), size});
  if (!table) return judge(table.faults()), 0;
  judge(*table);
  const auto people = read_people(*table, today);
  if (people) {
    judge(*people);
  } else {
    judge(people.faults());
  }
  const auto plan = read_plan(*table);
  if (!plan) judge(plan.faults());
  const auto timetable = read_timetable(*table);
  if (!timetable) judge(timetable.faults());
  return 0;
}
