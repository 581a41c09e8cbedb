#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "office/school.h"
#include "projections/change_report.h"
#include "reading/change_filter.h"
#include "reading/entry_type_words.h"
#include "regulations/civil_day.h"
#include "server/commands.h"
#include "terminal/enumeration_words.h"
#include "terminal/json.h"
#include "terminal/table.h"
#include "wishes/told.h"

namespace letopis::server {

using namespace office;
using namespace reading;
using namespace terminal;

namespace {

namespace json = boost::json;
using projections::ChangeRow;
using projections::EntryType;

constexpr Text kHelp{
    "  letopis changes --data ПАПКА [отборы]\n\n"
    "Кто, когда и почему менял отметки, что было и что стало, и что записано с опозданием.\n"
    "Первые записи попадают в отчёт, только если они поздние, недействительные или сделаны не из\n"
    "точки эксплуатации, где положение велит ставить отметки.\n\n"
    "  --class 5а --subject Математика --pupil УЧЕНИК --teacher N\n"
    "  --from, --to ДАТА     дни уроков\n"
    "  --type РОД            initial, correction, retake, adjustment, withdrawn\n"
    "  --late                только с опозданием\n"
    "  --void                только недействительные (украденный ключ)\n"
    "  --elsewhere           только записанные не из точек эксплуатации\n"
    "  --limit N             сколько строк, не больше 100000; без этого 200\n"
    "  --as-of МОМЕНТ        что было известно тогда: 2026-01-15T12:00\n\n"
    "Примеры\n"
    "  letopis changes --data school --class 5а --late\n"
    "  letopis changes --data school --type adjustment --from 2026-01-12 --to 2026-03-27\n",
    "  letopis changes --data DIR [filters]\n\n"
    "Who changed marks, when and why, from what to what, and what was entered late.\n"
    "First entries are in the report only where they are late, void, or made elsewhere than at a\n"
    "point of operation although the regulation has marks entered there.\n\n"
    "  --class 5а --subject Математика --pupil PUPIL --teacher N\n"
    "  --from, --to DATE     days of lessons\n"
    "  --type TYPE           initial, correction, retake, adjustment, withdrawn\n"
    "  --late                late ones only\n"
    "  --void                void ones only (a stolen key)\n"
    "  --elsewhere           only those entered elsewhere than at a point of operation\n"
    "  --limit N             how many rows, at most 100000; 200 without it\n"
    "  --as-of MOMENT        as known then: 2026-01-15T12:00\n\n"
    "Examples\n"
    "  letopis changes --data school --class 5а --late --lang en\n"
    "  letopis changes --data school --type adjustment --from 2026-01-12 --to 2026-03-27\n"};

std::string class_name(const SchoolReader& school, const ChangeRow& row) {
  if (!row.school_class) return {};
  const auto info = school.directory().class_info(*row.school_class, row.day);
  return info ? info->name() : std::string();
}

std::string subject_name(const SchoolReader& school, const ChangeRow& row) {
  const auto found = school.directory().declared<events::SubjectRegistered>(row.subject);
  return found ? found->fact.short_name : std::string();
}

// Why the row stands out; of a void one nothing else matters.
std::string flags_text(Language language, const ChangeRow& row) {
  if (row.is_void) return std::string(Text{"недейств.", "void"}.in(language));
  std::string flags;
  if (row.late) {
    flags = fill(language, {"{} дн.", "{} d"}, row.late->days);
  } else if (row.outage) {
    flags = Text{"перерыв", "outage"}.in(language);
  }
  if (!row.elsewhere) return flags;
  if (!flags.empty()) flags += ", ";
  return flags.append(Text{"не из точки", "elsewhere"}.in(language));
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
               {std::string(console.in({"Пометки", "Flags"}))}},
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
               type, flags_text(language, row)});
  }
  console.print(table.print(1));
}

json::object row_json(const SchoolReader& school, const ChangeRow& row) {
  json::object out{{"position", row.stamp.position.value},
                   {"recorded_ms", row.stamp.recorded.milliseconds},
                   {"author", row.stamp.author.value},
                   {"type", entry_type_code(row.type)},
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
  if (row.elsewhere) out["elsewhere"] = wishes::told(*row.elsewhere);
  return out;
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto school = SchoolReader::open(arguments, console.language());
  if (!school) return school.refusal();
  const auto filter = read_change_filter(**school, arguments);
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
           {"elsewhere", OptionKind::kFlag},
           {"limit"},
           {"as-of"}},
          0,
          run};
}

}  // namespace letopis::server
