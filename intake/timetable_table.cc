#include "intake/timetable_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "intake/columns.h"
#include "intake/words.h"

namespace letopis::intake {
namespace {

using events::DayParity;

std::vector<KnownColumn> known_columns() {
  return {
      {"weekday", "День", {"День недели", "day", "weekday"}, Presence::kRequired},
      {"bell", "Урок", {"№ урока", "Номер урока", "Звонок", "bell", "lesson"}, Presence::kRequired},
      {"class", "Класс", {"class"}, Presence::kRequired},
      {"subject", "Предмет", {"subject"}, Presence::kRequired},
      {"teacher", "Учитель", {"Преподаватель", "ФИО учителя", "teacher"}, Presence::kRequired},
      {"room", "Кабинет", {"Каб.", "Аудитория", "Место", "room"}},
      {"group", "Группа", {"Подгруппа", "group"}},
      {"week", "Неделя", {"Чётность", "week"}},
  };
}

std::optional<std::uint16_t> weekday_named(std::string_view text) {
  static constexpr std::array<std::array<std::string_view, 5>, 7> names = {{
      {"понедельник", "пн", "пон", "monday", "mon"},
      {"вторник", "вт", "вто", "tuesday", "tue"},
      {"среда", "ср", "сре", "wednesday", "wed"},
      {"четверг", "чт", "чет", "thursday", "thu"},
      {"пятница", "пт", "пят", "friday", "fri"},
      {"суббота", "сб", "суб", "saturday", "sat"},
      {"воскресенье", "вс", "вос", "sunday", "sun"},
  }};
  const std::string word = folded(text);
  for (std::size_t day = 0; day < names.size(); ++day) {
    const bool by_number = word == std::to_string(day + 1);
    for (const std::string_view name : names[day]) {
      if (by_number || word == name) return static_cast<std::uint16_t>(day + 1);
    }
  }
  return std::nullopt;
}

std::optional<DayParity> parity_named(std::string_view text) {
  const std::string word = folded(text);
  if (word == "четная" || word == "even") return DayParity::kEven;
  if (word == "нечетная" || word == "odd") return DayParity::kOdd;
  if (word == "каждая" || word == "every") return DayParity::kEvery;
  return std::nullopt;
}

bool meet(DayParity one, DayParity other) {
  return one == other || one == DayParity::kEvery || other == DayParity::kEvery;
}

// A lesson as it is compared with others at its time.
struct Taken {
  ClassName school_class;
  DayParity parity = DayParity::kEvery;
  std::string teacher;  // folded, as the next two
  std::string subject;
  std::string group;  // empty for the whole class
  std::size_t row = 0;
};

bool class_meets(const Taken& one, const Taken& other) {
  const bool parted = !one.group.empty() && !other.group.empty() && one.group != other.group;
  return meet(one.parity, other.parity) && one.school_class == other.school_class && !parted;
}

bool teacher_meets(const Taken& one, const Taken& other) {
  const bool joint = !one.group.empty() && one.group == other.group &&
                     one.subject == other.subject && one.school_class != other.school_class;
  return meet(one.parity, other.parity) && one.teacher == other.teacher && !joint;
}

class TimetableReader {
 public:
  explicit TimetableReader(const Columns& columns) : columns_(columns) {}

  Reading<std::vector<NamedSlot>> read(const Table& table) {
    for (const Row& row : table.rows) read_row(row);
    return value_unless(std::move(faults_), std::move(slots_));
  }

 private:
  void read_row(const Row& row) {
    const auto weekday = read("weekday", row, weekday_named, "timetable.weekday",
                              {"это не день недели", "this is no day of the week"});
    const auto bell = read("bell", row, whole_number, "timetable.bell",
                           {"нужен номер урока", "the number of a lesson is wanted"});
    const bool bell_exists = bell && *bell >= 1 && *bell <= kLastBell;
    if (bell && !bell_exists) {
      refuse(row, "bell", "timetable.bell",
             {fmt::format("номер урока бывает от 1 до {}", kLastBell),
              fmt::format("a lesson's number is from 1 to {}", kLastBell)});
    }
    const auto school_class =
        read("class", row, class_named, "timetable.class",
             {"это не класс; пишут 5А или 11", "this is no class; write 5А or 11"});
    const auto subject = required(row, "subject", {"предмет не назван", "the subject is missing"});
    const auto teacher = required(row, "teacher", {"учитель не назван", "the teacher is missing"});
    std::optional<DayParity> parity = DayParity::kEvery;
    if (columns_.text(row, "week")) {
      parity = read("week", row, parity_named, "timetable.week",
                    {"неделя бывает чётная, нечётная или каждая", "a week is odd, even or every"});
    }
    if (!weekday || !bell_exists || !school_class || !subject || !teacher || !parity) return;
    NamedSlot slot{*weekday,
                   static_cast<std::uint16_t>(*bell),
                   *school_class,
                   *subject,
                   *teacher,
                   optional_text(row, "room"),
                   optional_text(row, "group"),
                   *parity,
                   row.number};
    refuse_meetings(row, slot);
    slots_.push_back(std::move(slot));
  }

  // What stands there as the parser understands it; a fault if it does not, or nothing does.
  template <class Value>
  std::optional<Value> read(std::string_view key, const Row& row,
                            std::optional<Value> (*parse)(std::string_view), std::string code,
                            Sentence otherwise) {
    const auto written = columns_.text(row, key);
    auto value = written ? parse(*written) : std::nullopt;
    if (!value) refuse(row, key, std::move(code), std::move(otherwise));
    return value;
  }

  std::optional<std::string> optional_text(const Row& row, std::string_view key) const {
    const auto written = columns_.text(row, key);
    if (!written) return std::nullopt;
    return tidy(*written);
  }

  std::optional<std::string> required(const Row& row, std::string_view key, Sentence missing) {
    auto text = optional_text(row, key);
    if (!text) refuse(row, key, "timetable.missing", std::move(missing));
    return text;
  }

  void refuse_meetings(const Row& row, const NamedSlot& slot) {
    const Taken taken{slot.school_class,
                      slot.parity,
                      folded(slot.teacher),
                      folded(slot.subject),
                      folded(slot.group.value_or("")),
                      slot.row};
    std::vector<Taken>& others = by_time_[{slot.weekday, slot.bell}];
    const auto meets = [&](bool (*how)(const Taken&, const Taken&)) {
      return std::find_if(others.begin(), others.end(),
                          [&](const Taken& other) { return how(taken, other); });
    };
    if (const auto found = meets(class_meets); found != others.end()) {
      refuse(row, "class", "timetable.class_busy",
             busy("у этого класса уже есть урок в это время, а группы не названы",
                  "this class has a lesson at that time already, and no groups are named",
                  found->row));
    }
    if (const auto found = meets(teacher_meets); found != others.end()) {
      refuse(row, "teacher", "timetable.teacher_busy",
             busy("у этого учителя уже есть урок в это время",
                  "this teacher has a lesson at that time already", found->row));
    }
    others.push_back(taken);
  }

  static Sentence busy(std::string_view ru, std::string_view en, std::size_t row) {
    return {fmt::format("{}: строка {}", ru, row), fmt::format("{}: row {}", en, row)};
  }

  void refuse(const Row& row, std::string_view key, std::string code, Sentence says) {
    faults_.add(columns_.fault(row, key, std::move(code), std::move(says)));
  }

  const Columns& columns_;
  std::vector<NamedSlot> slots_;
  std::map<std::pair<unsigned, unsigned>, std::vector<Taken>> by_time_;  // weekday and bell
  Faults faults_;
};

}  // namespace

Reading<std::vector<NamedSlot>> read_timetable(const Table& table) {
  const auto columns = Columns::find(table.heading, known_columns());
  if (!columns) return columns.faults();
  return TimetableReader(*columns).read(table);
}

}  // namespace letopis::intake
