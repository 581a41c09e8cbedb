#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "projections/change_report.h"
#include "regulations/civil_day.h"
#include "server/command.h"
#include "server/enumeration_words.h"
#include "server/json.h"
#include "server/school.h"
#include "server/table.h"

namespace letopis::server {
namespace {

namespace json = boost::json;
using projections::ChangeFilter;
using projections::ChangeRow;
using projections::EntryType;

constexpr std::size_t kShown = 200;  // rows without --limit

constexpr Text kHelp{
    "  letopis changes --data ПАПКА [отборы]\n\n"
    "Кто, когда и почему менял отметки, что было и что стало, и что записано с опозданием.\n"
    "Первые записи попадают в отчёт, только если они поздние или недействительные.\n\n"
    "  --class 5а --subject Математика --pupil УЧЕНИК --teacher N\n"
    "  --from, --to ДАТА     дни уроков\n"
    "  --type РОД            initial, correction, retake, adjustment, withdrawn\n"
    "  --late                только с опозданием\n"
    "  --void                только недействительные (украденный ключ)\n"
    "  --limit N             сколько строк, не больше 100000; без этого 200\n"
    "  --as-of МОМЕНТ        что было известно тогда: 2026-01-15T12:00\n\n"
    "Примеры\n"
    "  letopis changes --data school --class 5а --late\n"
    "  letopis changes --data school --type adjustment --from 2026-01-12 --to 2026-03-27\n",
    "  letopis changes --data DIR [filters]\n\n"
    "Who changed marks, when and why, from what to what, and what was entered late.\n"
    "First entries are in the report only where they are late or void.\n\n"
    "  --class 5а --subject Математика --pupil PUPIL --teacher N\n"
    "  --from, --to DATE     days of lessons\n"
    "  --type TYPE           initial, correction, retake, adjustment, withdrawn\n"
    "  --late                late ones only\n"
    "  --void                void ones only (a stolen key)\n"
    "  --limit N             how many rows, at most 100000; 200 without it\n"
    "  --as-of MOMENT        as known then: 2026-01-15T12:00\n\n"
    "Examples\n"
    "  letopis changes --data school --class 5а --late --lang en\n"
    "  letopis changes --data school --type adjustment --from 2026-01-12 --to 2026-03-27\n"};

constexpr std::pair<std::string_view, EntryType> kTypes[] = {{"initial", EntryType::kInitial},
                                                             {"correction", EntryType::kCorrection},
                                                             {"retake", EntryType::kRetake},
                                                             {"adjustment", EntryType::kAdjustment},
                                                             {"withdrawn", EntryType::kWithdrawn}};

std::string_view code_of(EntryType type) {
  for (const auto& [code, one] : kTypes) {
    if (one == type) return code;
  }
  return {};
}

Outcome read_places(const SchoolReader& school, const Arguments& arguments, ChangeFilter& filter) {
  const auto year = school.year();
  if (!year) return year.refusal();
  if (const auto name = arguments.text("class")) {
    const auto found = school.class_named(*name, year->last_day);
    if (!found) return found.refusal();
    filter.school_class = found->number;
  }
  if (const auto name = arguments.text("subject")) {
    const auto found = school.subject_named(*name);
    if (!found) return found.refusal();
    filter.subject = found->subject;
  }
  if (const auto name = arguments.text("pupil")) {
    const auto found = school.pupil_named(*name);
    if (!found) return found.refusal();
    filter.pupil = *found;
  }
  const auto teacher = arguments.number("teacher", {1, 0xffff'ffffU});
  if (!teacher) return teacher.refusal();
  if (*teacher) filter.author = events::PersonNumber{static_cast<std::uint32_t>(**teacher)};
  return Done{};
}

Result<ChangeFilter> read_filter(const SchoolReader& school, const Arguments& arguments) {
  ChangeFilter filter;
  if (auto places = read_places(school, arguments, filter); !places) return places.refusal();
  const auto from = arguments.day("from");
  const auto to = arguments.day("to");
  const auto limit = arguments.number("limit", {1, projections::kMostChangeRows});
  const auto as_of = school.as_of(arguments);
  if (!from) return from.refusal();
  if (!to) return to.refusal();
  if (!limit) return limit.refusal();
  if (!as_of) return as_of.refusal();
  filter.first = from->value_or(filter.first);
  filter.last = to->value_or(filter.last);
  filter.limit = limit->value_or(kShown);
  filter.as_of = *as_of;
  filter.only_late = arguments.given("late");
  filter.only_void = arguments.given("void");
  for (const auto& wanted : arguments.texts("type")) {
    const auto before = filter.types.size();
    for (const auto& [code, type] : kTypes) {
      if (code == wanted) filter.types.insert(type);
    }
    if (filter.types.size() == before) {
      return Refusal{"changes.type",
                     {fmt::format("--type: «{}» не знаю", wanted),
                      fmt::format("--type: \"{}\" is not known", wanted)},
                     {},
                     {"Есть: initial, correction, retake, adjustment, withdrawn.",
                      "There are: initial, correction, retake, adjustment, withdrawn."}};
    }
  }
  return filter;
}

std::string class_name(const SchoolReader& school, const ChangeRow& row) {
  if (!row.school_class) return {};
  const auto info = school.directory().class_info(*row.school_class, row.day);
  return info ? info->name() : std::string();
}

std::string subject_name(const SchoolReader& school, const ChangeRow& row) {
  const auto found = school.directory().declared<events::SubjectRegistered>(row.subject);
  return found ? found->fact.short_name : std::string();
}

std::string late_text(Language language, const ChangeRow& row) {
  if (row.is_void) return std::string(Text{"недейств.", "void"}.in(language));
  if (row.late) {
    return fill(language, {"{} дн.", "{} d"}, row.late->days);
  }
  return row.outage ? std::string(Text{"перерыв", "outage"}.in(language)) : std::string();
}

void print_rows(const Console& console, const SchoolReader& school,
                const projections::ChangeReport& report) {
  const Language language = console.language();
  Table table({{std::string(console.in({"Записано", "Recorded"}))},
               {std::string(console.in({"Класс", "Class"}))},
               {std::string(console.in({"Предмет", "Subject"})), Align::kLeft, 11},
               {std::string(console.in({"Ученик", "Pupil"})), Align::kLeft, 15},
               {std::string(console.in({"Урок", "Lesson"}))},
               {std::string(console.in({"Было→стало", "Was→is"}))},
               {std::string(console.in({"Род и причина", "Type, reason"})), Align::kLeft, 26},
               {std::string(console.in({"Поздно", "Late"}))}},
              1);
  for (const auto& row : report.rows) {
    std::string type(type_word(language, row.type));
    if (row.reason) type += ": " + word_of(language, *row.reason);
    table.row({moment_text(language, row.stamp.recorded, school.zone()), class_name(school, row),
               subject_name(school, row), school.names().brief(row.pupil),
               regulations::russian_short(row.day),
               row.type == EntryType::kInitial ? token_of(row.after)
                                               : fmt::format("{}→{}", token_of(row.before),
                                                             row.after ? token_of(row.after) : "×"),
               type, late_text(language, row)});
  }
  console.print(table.print(1));
}

json::object row_json(const SchoolReader& school, const ChangeRow& row) {
  json::object out{{"position", row.stamp.position.value},
                   {"recorded_ms", row.stamp.recorded.milliseconds},
                   {"author", row.stamp.author.value},
                   {"type", code_of(row.type)},
                   {"class", class_name(school, row)},
                   {"pupil", row.pupil.value},
                   {"name", school.names().full(row.pupil)},
                   {"day", regulations::iso(row.day)},
                   {"before", token_of(row.before)},
                   {"after", token_of(row.after)},
                   {"void", row.is_void}};
  if (row.lesson) out["lesson"] = row.lesson->value;
  if (row.reason) out["reason"] = events::word_of(*row.reason);
  if (row.late) out["late_days"] = row.late->days;
  return out;
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto school = SchoolReader::open(arguments, console.language());
  if (!school) return school.refusal();
  const auto filter = read_filter(**school, arguments);
  if (!filter) return filter.refusal();
  const auto report = projections::change_report((*school)->log(), *filter);
  if (!report) return report.refusal();
  if (console.json()) {
    json::array rows;
    for (const auto& row : report->rows) rows.push_back(row_json(**school, row));
    print_json(console, {{"cut", report->cut}, {"rows", std::move(rows)}});
    return Exit::kGood;
  }
  console.title(console.in({"Изменения отметок и поздние записи", "Changes and late entries"}));
  if (report->rows.empty()) {
    console.line(console.in({"  Ничего такого нет.", "  There is nothing of the kind."}));
    return Exit::kGood;
  }
  print_rows(console, **school, *report);
  if (report->cut) {
    console.line();
    console.line(console.fill({"  Показаны первые {}; больше — с --limit.",
                               "  The first {} are shown; more with --limit."},
                              report->rows.size()));
  }
  return Exit::kGood;
}

}  // namespace

Command changes_command() {
  return {"changes",
          {"кто, когда и почему менял отметки", "who changed marks, when and why"},
          kHelp,
          {{"data"},
           {"class"},
           {"subject"},
           {"pupil"},
           {"teacher"},
           {"from"},
           {"to"},
           {"type", OptionKind::kValues},
           {"late", OptionKind::kFlag},
           {"void", OptionKind::kFlag},
           {"limit"},
           {"as-of"}},
          0,
          run};
}

}  // namespace letopis::server
