#include "rules/number_words.h"

#include "outcome/invariant.h"

namespace letopis::rules {

Sentence word_of(events::NumberKind kind) {
  using Kind = events::NumberKind;
  switch (kind) {
    case Kind::kPerson: return {"человек", "person"};
    case Kind::kYear: return {"учебный год", "academic year"};
    case Kind::kPeriod: return {"учебный период", "period"};
    case Kind::kBellSchedule: return {"расписание звонков", "bell schedule"};
    case Kind::kRoom: return {"кабинет", "room"};
    case Kind::kSubject: return {"предмет", "subject"};
    case Kind::kClass: return {"класс", "class"};
    case Kind::kGroup: return {"группа", "group"};
    case Kind::kLoad: return {"нагрузка", "teaching load"};
    case Kind::kPlan: return {"план (КТП)", "lesson plan"};
    case Kind::kTimetable: return {"расписание", "timetable"};
    case Kind::kLesson: return {"урок", "lesson"};
    case Kind::kSubstitution: return {"замена", "substitution"};
    case Kind::kPermission: return {"разрешение", "permission"};
    case Kind::kOutage: return {"перерыв в работе", "outage"};
    case Kind::kDispute: return {"обращение", "dispute"};
    case Kind::kRemark: return {"замечание", "remark"};
    case Kind::kControlNote: return {"справка", "control note"};
    case Kind::kCopy: return {"копия", "copy"};
    case Kind::kVolume: return {"том архива", "volume"};
    case Kind::kMedium: return {"носитель", "medium"};
    case Kind::kDocument: return {"документ", "document"};
    case Kind::kPoint: return {"точка эксплуатации", "point of operation"};
    case Kind::kMessage: return {"сообщение", "message"};
    case Kind::kPost: return {"публикация", "post"};
    case Kind::kSchoolEvent: return {"мероприятие", "event"};
  }
  INVARIANT(false && "a kind of number that is not on the list");
  return {};
}

}  // namespace letopis::rules
