
#include "reports/journal_attendance.h"
#include "reports/lists.h"

namespace letopis::reports {

Sheets attendance(const Desk& desk) {
  auto sheet = desk.sheet(desk.in("Итоги", "Sums"),
                          desk.in("Учёт посещаемости занятий", "Attendance of lessons"));
  sheet.blocks.emplace_back(attendance_sums(desk));
  sheet.signatures = {{desk.signature("Классный руководитель", "Class teacher",
                                      desk.class_teacher(desk.school_class().number))}};
  std::vector<documents::Sheet> sheets{std::move(sheet)};
  for (auto& month : journal_attendance(desk)) sheets.push_back(std::move(month));
  return sheets;
}

}  // namespace letopis::reports
