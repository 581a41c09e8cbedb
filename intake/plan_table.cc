#include "intake/plan_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "events/event.h"
#include "intake/columns.h"
#include "intake/words.h"

namespace letopis::intake {
namespace {

constexpr std::size_t kLineOverhead = 32;  // of one topic in an event, beside its text

std::vector<KnownColumn> known_columns() {
  return {
      {"number", "№", {"№ п/п", "№ урока", "Номер", "number"}},
      {"topic", "Тема", {"Тема урока", "Темы", "topic"}, Presence::kRequired},
      {"hours",
       "Часы",
       {"Кол-во часов", "Количество часов", "Часов", "Число часов", "hours"},
       Presence::kRequired},
      {"kind", "Вид", {"Вид урока", "Вид работы", "Тип урока", "kind"}},
      {"control", "Контрольная работа", {"Контроль", "К/р", "control work"}},
      {"homework", "Домашнее задание", {"Д/з", "homework"}},
  };
}

struct Span {
  unsigned first = 0;
  unsigned last = 0;
};

// "7", "7." or "7-8" with any dash.
std::optional<Span> span_of(std::string_view text) {
  std::string plain(text);
  for (const std::string_view dash : {"–", "—"}) {
    const std::size_t at = plain.find(dash);
    if (at != std::string::npos) plain.replace(at, dash.size(), "-");
  }
  if (plain.ends_with('.')) plain.pop_back();
  const auto parts = parts_of(plain, "-");
  const auto first = parts.empty() ? std::nullopt : whole_number(parts.front());
  const auto last = parts.empty() ? std::nullopt : whole_number(parts.back());
  if (!first || !last || parts.size() > 2 || *last < *first) return std::nullopt;
  return Span{*first, *last};
}

bool says_control(std::string_view kind) {
  const std::string word = folded(kind);
  return word.starts_with("контрольн") || word == "кр" || word.starts_with("кр№") ||
         word.starts_with("controlwork");
}

bool says_yes(std::string_view text) {
  static constexpr std::string_view no[] = {"нет", "no", "0", "ложь", "false"};
  const std::string word = folded(text);  // empty for a dash, but for a plus too
  if (word.empty()) return text.find('+') != std::string_view::npos;
  return std::find(std::begin(no), std::end(no), word) == std::end(no);
}

class PlanReader {
 public:
  explicit PlanReader(const Columns& columns) : columns_(columns) {}

  Reading<PlanImport> read(const Table& table) {
    for (const Place& place : columns_.unread()) {
      remark("plan.unread", place,
             {"столбец не знаком и не прочитан", "the column is not known and was not read"});
    }
    for (const Row& row : table.rows) read_row(row);
    check_size();
    return value_unless(std::move(faults_), std::move(plan_));
  }

 private:
  void read_row(const Row& row) {
    const bool is_section = columns_.has("number") && !columns_.text(row, "number") &&
                            !columns_.text(row, "hours") && columns_.text(row, "topic");
    if (is_section) {
      remark("plan.section", columns_.place(row, "topic"),
             {"без номера и часов: взято за заголовок раздела",
              "without number and hours: taken for a section's heading"});
      return;
    }
    const std::string topic = read_topic(row);
    const unsigned hours = read_hours(row);
    check_number(row, hours);
    const auto kind = columns_.text(row, "kind");
    const auto control = columns_.text(row, "control");
    PlanLine line{{static_cast<std::uint16_t>(hours), topic,
                   (kind && says_control(*kind)) || (control && says_yes(*control))},
                  {},
                  row.number};
    if (const auto homework = columns_.text(row, "homework")) line.homework = *homework;
    plan_.lines.push_back(std::move(line));
  }

  std::string read_topic(const Row& row) {
    const auto written = columns_.text(row, "topic");
    if (!written) {
      refuse(row, "topic", "plan.topic", {"тема не названа", "the topic is missing"});
      return "";
    }
    if (written->size() > events::kMaxTextBytes) {
      refuse(row, "topic", "plan.topic",
             {fmt::format("тема длиннее {} байт", events::kMaxTextBytes),
              fmt::format("the topic is longer than {} bytes", events::kMaxTextBytes)});
    }
    return tidy(*written);
  }

  unsigned read_hours(const Row& row) {
    const auto written = columns_.text(row, "hours");
    const auto hours = written ? whole_number(*written) : std::nullopt;
    if (hours && *hours >= 1 && *hours <= kMaxTopicHours) return *hours;
    refuse(row, "hours", "plan.hours",
           {fmt::format("нужно целое число часов от 1 до {}", kMaxTopicHours),
            fmt::format("a whole number of hours from 1 to {} is wanted", kMaxTopicHours)});
    return 0;
  }

  // After one wrong number the count goes on from it, so that one slip is one fault.
  void check_number(const Row& row, unsigned hours) {
    if (!columns_.has("number")) return;
    const auto written = columns_.text(row, "number");
    const auto span = written ? span_of(*written) : std::nullopt;
    if (!span) {
      return refuse(row, "number", "plan.number",
                    {"нужен номер урока, например 7 или 7–8", "a number is wanted, as 7 or 7–8"});
    }
    // Lines are numbered one by one, or by the hours that they take; the first line to take several
    // shows which.
    const bool fits = span->first == next_line_ || span->first == next_hour_;
    if (!fits) {
      refuse(row, "number", "plan.number",
             {fmt::format("ожидался номер {}: строка пропущена или повторена", next_line_),
              fmt::format("{} was expected: a line is left out or told twice", next_line_)});
    }
    const unsigned length = span->last - span->first + 1;
    if (fits && length > 1 && hours > 0 && length != hours) {
      refuse(row, "number", "plan.number",
             {fmt::format("номеров {}, а часов {}", length, hours),
              fmt::format("{} numbers, but {} hours", length, hours)});
    }
    next_line_ = span->last + 1;
    next_hour_ = span->first + std::max(hours, length);
  }

  void check_size() {
    std::size_t bytes = 0;
    for (const PlanLine& line : plan_.lines) bytes += line.topic.topic.size() + kLineOverhead;
    if (bytes <= kMaxPlanBytes && plan_.lines.size() <= events::kMaxListItems) return;
    faults_.add({"plan.size",
                 {},
                 {},
                 {"план слишком велик для одной записи: сократите темы или разделите план",
                  "the plan is too large for one record: shorten topics or divide the plan"}});
  }

  void refuse(const Row& row, std::string_view key, std::string code, Sentence says) {
    faults_.add(columns_.fault(row, key, std::move(code), std::move(says)));
  }
  void remark(std::string code, Place place, Sentence says) {
    plan_.remarks.push_back({std::move(code), std::move(place), {}, std::move(says)});
  }

  const Columns& columns_;
  PlanImport plan_;
  unsigned next_line_ = 1;
  unsigned next_hour_ = 1;
  Faults faults_;
};

}  // namespace

Reading<PlanImport> read_plan(const Table& table) {
  const auto columns = Columns::find(table.heading, known_columns());
  if (!columns) return columns.faults();
  return PlanReader(*columns).read(table);
}

}  // namespace letopis::intake
