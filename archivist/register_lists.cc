#include "archivist/register_lists.h"

#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "documents/render_csv.h"
#include "office/clocks.h"
#include "projections/archive_register.h"
#include "projections/change_report.h"
#include "reading/entry_type_words.h"
#include "regulations/civil_day.h"
#include "signing/encoding.h"
#include "terminal/enumeration_words.h"
#include "terminal/fact_story.h"
#include "terminal/table.h"

namespace letopis::archivist {

using namespace office;
using namespace reading;
using namespace terminal;

namespace {

std::string day_of(Language language, const std::optional<events::Day>& day) {
  return day ? day_text(language, *day) : std::string();
}

// The log's key always signs; certificates and a timestamp are files beside its note.
std::string signed_by(Language language, const events::VolumeSealed& volume) {
  const Text text = volume.signatures.size() < 2 ? Text{"ключ журнала", "the log's key"}
                    : volume.signatures.size() == 2
                        ? Text{"сертификат", "certificate"}
                        : Text{"сертификат, метка времени", "certificate, timestamp"};
  return std::string(text.in(language));
}

std::string room_of(const SchoolReader& school, events::MediumNumber medium) {
  const auto known = school.directory().declared<events::MediumRegistered>(medium);
  return fmt::format("№ {} ({})", medium.value, known ? known->fact.room : "?");
}

std::string destroyed_by(Language language, const projections::RegisteredVolume& volume) {
  std::string out;
  for (const auto& one : volume.destroyed) {
    const auto& act = one.fact.act;
    out += fmt::format("{}№ {}: {} {}", out.empty() ? "" : "; ", one.fact.medium.value, act.number,
                       day_text(language, act.day));
  }
  return out;
}

std::string of_what(const SchoolReader& school, const events::CopyPrinted& copy) {
  std::string out;
  const auto add = [&out](const std::string& part) { out += (out.empty() ? "" : ", ") + part; };
  if (copy.school_class) {
    const auto year = school.year();
    const auto info =
        school.directory().class_info(*copy.school_class, year ? year->last_day : events::Day{});
    add(info ? info->name() : std::to_string(copy.school_class->value));
  }
  if (copy.subject) {
    const auto subject = school.directory().declared<events::SubjectRegistered>(*copy.subject);
    add(subject ? subject->fact.short_name : std::to_string(copy.subject->value));
  }
  if (copy.pupil) add(school.names().common(*copy.pupil));
  return out;
}

std::string handed_to(const SchoolReader& school, Language language,
                      const projections::RegisteredCopy& copy) {
  std::string out;
  for (const auto& one : copy.handed_over) {
    const auto& fact = one.fact;
    out += out.empty() ? "" : "; ";
    if (fact.receiver) out += school.names().brief(*fact.receiver) + ", ";
    out += fmt::format("{}, {}", fact.place, day_text(language, fact.day));
  }
  return out;
}

documents::Table table_of(const RegisterList& list, Language language) {
  documents::Table table;
  documents::Row head;
  for (const auto& column : list.columns) {
    table.columns.push_back({.least_mm = 12, .share = 1});
    head.cells.push_back(documents::words(std::string(column.title.in(language))));
  }
  table.head.push_back(std::move(head));
  table.groups.emplace_back();
  for (const auto& row : list.rows) {
    documents::Row cells;
    for (const auto& cell : row) cells.cells.push_back(documents::words(cell));
    table.groups.front().rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

RegisterList list_volumes(const SchoolReader& school, Language language) {
  RegisterList list{"volumes",
                    {"Тома архива", "Volumes of the archive"},
                    {{"volume", {"№", "No."}},
                     {"name", {"Том", "Volume"}},
                     {"kind", {"Вид", "Kind"}},
                     {"media", {"Носители", "Media"}, 34},
                     {"sealed", {"Запечатан", "Sealed"}},
                     {"keep_until", {"Хранить по", "Keep until"}},
                     {"checked", {"Проверен", "Checked"}},
                     {"next_check", {"Проверить", "Next check"}},
                     {"signed", {"Подписан", "Signed by"}},
                     {"destroyed", {"Уничтожен", "Destroyed"}}},
                    {}};
  const auto parameters =
      school.directory().parameters().on(school.zone().day_of(SystemClock().now()));
  for (const auto& one : registered_volumes(school.directory())) {
    const auto& fact = one.sealed.fact;
    const bool of_log = fact.kind == events::VolumeKind::kLog;
    const auto checked = one.last_check
                             ? std::optional(school.zone().day_of(one.last_check->stamp.recorded))
                             : std::nullopt;
    const bool for_ever = !of_log && !fact.keep_until;
    list.rows.push_back(
        {std::to_string(fact.volume.value), fact.name,
         std::string(of_log ? Text{"журнал событий", "log"}.in(language)
                            : Text{"документы", "documents"}.in(language)),
         room_of(school, fact.first_medium) + ", " + room_of(school, fact.second_medium),
         day_text(language, school.zone().day_of(one.sealed.stamp.recorded)),
         for_ever || of_log ? std::string(Text{"постоянно", "for ever"}.in(language))
                            : day_of(language, fact.keep_until),
         day_of(language, checked), day_of(language, next_check(one, parameters, school.zone())),
         signed_by(language, fact), destroyed_by(language, one)});
  }
  return list;
}

RegisterList list_copies(const SchoolReader& school, Language language) {
  RegisterList list{"copies",
                    {"Печатные копии", "Printed copies"},
                    {{"copy", {"№", "No."}},
                     {"kind", {"Что", "What"}, 18},
                     {"of", {"Класс, предмет, ученик", "Class, subject, pupil"}, 24},
                     {"sheets", {"Листов", "Sheets"}},
                     {"log_size", {"Записей", "Entries"}},
                     {"printed", {"Напечатана", "Printed"}},
                     {"certified", {"Заверена", "Certified"}},
                     {"register_number", {"В реестре", "Registered"}},
                     {"place", {"Место", "Place"}, 20},
                     {"handed_over", {"Передана", "Handed to"}, 24},
                     {"sha256", {"SHA-256", "SHA-256"}, 12}},
                    {}};
  for (const auto& one : registered_copies(school.directory())) {
    const auto& fact = one.printed.fact;
    std::string certified;
    if (one.certified) {
      certified = day_text(language, one.certified->fact.day) + ", " +
                  school.names().brief(one.certified->stamp.author);
    }
    const auto* bound = one.registered ? &one.registered->fact : nullptr;
    list.rows.push_back(
        {std::to_string(fact.copy.value), word_of(language, fact.kind), of_what(school, fact),
         std::to_string(bound != nullptr ? bound->sheets : fact.sheets),
         std::to_string(fact.log_size.value),
         day_text(language, school.zone().day_of(one.printed.stamp.recorded)), certified,
         bound != nullptr ? std::to_string(bound->register_number) : std::string(),
         bound != nullptr ? bound->place : std::string(), handed_to(school, language, one),
         signing::to_hex(fact.sha256.view())});
  }
  return list;
}

Result<RegisterList> list_changes(const SchoolReader& school, const ChangesAsked& asked,
                                  Language language) {
  projections::ChangeFilter filter;
  filter.first = asked.days.first;
  filter.last = asked.days.last;
  filter.limit = projections::kMostChangeRows;
  if (asked.since) {
    using projections::EntryType;
    filter.types = {EntryType::kInitial, EntryType::kCorrection, EntryType::kRetake,
                    EntryType::kAdjustment, EntryType::kWithdrawn};
    const auto last = school.log().event({*asked.since - 1});
    if (!last) return last.refusal();
    filter.recorded_from = last->recorded;
  }
  const auto report = projections::change_report(school.log(), filter);
  if (!report) return report.refusal();
  RegisterList list{"changes",
                    {"Изменённые отметки", "Changed marks"},
                    {{"position", {"Запись", "Entry"}},
                     {"recorded", {"Записано", "Recorded"}},
                     {"class", {"Класс", "Class"}},
                     {"subject", {"Предмет", "Subject"}, 12},
                     {"pupil", {"Ученик", "Pupil"}, 20},
                     {"day", {"Урок", "Lesson"}},
                     {"before", {"Было", "Before"}},
                     {"after", {"Стало", "After"}},
                     {"type", {"Род", "Type"}},
                     {"reason", {"Причина", "Reason"}},
                     {"author", {"Кто", "Who"}, 20}},
                    {}};
  for (const auto& row : report->rows) {
    if (row.is_void) continue;
    if (asked.since ? row.stamp.position.value < *asked.since
                    : row.type == projections::EntryType::kInitial) {
      continue;
    }
    const auto info =
        row.school_class ? school.directory().class_info(*row.school_class, row.day) : std::nullopt;
    const auto subject = school.directory().declared<events::SubjectRegistered>(row.subject);
    list.rows.push_back(
        {std::to_string(row.stamp.position.value),
         tell_moment(row.stamp.recorded, {language, nullptr, &school.zone()}),
         info ? info->name() : std::string(), subject ? subject->fact.short_name : std::string(),
         school.names().common(row.pupil), day_text(language, row.day), token_of(row.before),
         token_of(row.after), std::string(type_word(language, row.type)),
         row.reason ? word_of(language, *row.reason) : std::string(),
         school.names().brief(row.stamp.author)});
  }
  return list;
}

RegisterList list_falling_due(const SchoolReader& school, events::Day today, Language language) {
  RegisterList list{"falls_due",
                    {"Сроки хранения и проверок", "Terms of keeping and of checks"},
                    {{"day", {"Срок", "Day"}},
                     {"what", {"Что", "What"}},
                     {"action", {"Что делать", "What to do"}},
                     {"over", {"Наступил", "Over"}}},
                    {}};
  for (const auto& one : falling_due(school.directory(), school.zone(), today)) {
    std::string what;
    if (one.volume) {
      const auto sealed = school.directory().declared<events::VolumeSealed>(*one.volume);
      what = sealed->fact.name;
    } else {
      what = fill(language, {"копия № {}", "copy {}"}, one.copy->value);
    }
    const Text action =
        one.what == projections::Falling::kVolumeCheck
            ? Text{"перечитать: letopis scrub", "read anew: letopis scrub"}
        : one.what == projections::Falling::kVolumeTerm
            ? Text{"уничтожить по акту: letopis destroy", "destroy by an act: letopis destroy"}
            : Text{"уничтожить бумажную копию по акту", "destroy the paper copy by an act"};
    list.rows.push_back({day_text(language, one.day), std::move(what),
                         std::string(action.in(language)),
                         std::string(one.day < today ? Text{"да", "yes"}.in(language)
                                                     : Text{"нет", "no"}.in(language))});
  }
  return list;
}

void print_list(const RegisterList& list, const Console& console) {
  console.title(console.in(list.title));
  if (list.rows.empty()) {
    console.line(console.in({"  Пока ничего.", "  Nothing yet."}));
    return;
  }
  std::vector<Column> columns;
  for (const auto& one : list.columns) {
    columns.push_back({std::string(console.in(one.title)), Align::kLeft, one.most});
  }
  Table table(std::move(columns), 1);
  for (const auto& row : list.rows) table.row(row);
  console.print(table.print(1));
}

boost::json::array list_json(const RegisterList& list) {
  boost::json::array rows;
  for (const auto& row : list.rows) {
    boost::json::object one;
    for (std::size_t i = 0; i < row.size(); ++i) one[list.columns[i].code] = row[i];
    rows.push_back(std::move(one));
  }
  return rows;
}

documents::Document list_document(const RegisterList& list, const std::string& made,
                                  Language language) {
  documents::Document document;
  document.title = std::string(list.title.in(language));
  document.author = "letopis";
  document.language = language == Language::kRussian ? documents::Language::kRussian
                                                     : documents::Language::kEnglish;
  document.made = made;
  documents::Sheet sheet;
  sheet.name = document.title;
  sheet.heading = {document.title};
  sheet.blocks = {table_of(list, language)};
  sheet.page.orientation = documents::Orientation::kLandscape;
  document.sheets.push_back(std::move(sheet));
  return document;
}

Result<std::string> list_csv(const RegisterList& list, const std::string& made, Language language) {
  return documents::render_csv(list_document(list, made, language), documents::CsvHolds::kTables);
}

}  // namespace letopis::archivist
