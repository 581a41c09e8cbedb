#include "certifying/year_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "rules/own_journal.h"

namespace letopis::certifying {
namespace {

constexpr std::string_view kGroupsFolder = "groups";  // of pupils of several classes

constexpr std::array<std::pair<std::string_view, std::string_view>, 33> kLatin{
    {{"а", "a"},  {"б", "b"},  {"в", "v"},  {"г", "g"},  {"д", "d"},  {"е", "e"},   {"ё", "yo"},
     {"ж", "zh"}, {"з", "z"},  {"и", "i"},  {"й", "j"},  {"к", "k"},  {"л", "l"},   {"м", "m"},
     {"н", "n"},  {"о", "o"},  {"п", "p"},  {"р", "r"},  {"с", "s"},  {"т", "t"},   {"у", "u"},
     {"ф", "f"},  {"х", "kh"}, {"ц", "ts"}, {"ч", "ch"}, {"ш", "sh"}, {"щ", "sch"}, {"ъ", "-"},
     {"ы", "y"},  {"ь", "-"},  {"э", "e-"}, {"ю", "yu"}, {"я", "ya"}}};

std::optional<reports::Report> report_of(events::CopyKind kind) {
  for (const auto& row : reports::report_table()) {
    if (row.copy == kind) return row.report;
  }
  return std::nullopt;
}

// As it was on its last day in the year; empty iff it had no pupils then.
std::optional<projections::ClassInfo> class_in(const projections::Directory& directory,
                                               const events::YearOpened& year,
                                               events::ClassNumber number) {
  const auto opened = directory.declared<events::ClassOpened>(number);
  if (!opened || opened->is_void) return std::nullopt;
  const auto began = directory.declared<events::YearOpened>(opened->fact.year);
  if (began && year.last_day < began->fact.first_day) return std::nullopt;
  if (directory.pupils_of(number, year.first_day, year.last_day).empty()) return std::nullopt;
  auto info = directory.class_info(number, year.last_day);
  if (!info || (info->closed && *info->closed < year.first_day)) return std::nullopt;
  return info;
}

using Folders = std::map<events::ClassNumber, std::string>;

Folders class_folders(const projections::Directory& directory, const events::YearOpened& year) {
  Folders folders;
  std::set<std::string> taken;
  const std::uint32_t last = directory.last_number(events::NumberKind::kClass);
  for (std::uint32_t number = 1; number <= last; ++number) {
    const auto info = class_in(directory, year, {number});
    if (!info) continue;
    std::string folder = class_folder(*info);
    if (!taken.insert(folder).second) {
      folder += fmt::format("-{}", number);  // a class of that name was disbanded in the year
      taken.insert(folder);
    }
    folders.emplace(info->number, std::move(folder));
  }
  return folders;
}

// Of all groups that taught somebody in the year and do not stand in the journal of one class.
// What a psychologist writes is not handed over with a year: it stays with the psychologist.
std::vector<std::pair<events::GroupNumber, std::optional<events::ClassNumber>>> groups_apart(
    const projections::Directory& directory, const events::YearOpened& year) {
  std::vector<std::pair<events::GroupNumber, std::optional<events::ClassNumber>>> groups;
  const std::uint32_t last = directory.last_number(events::NumberKind::kGroup);
  for (std::uint32_t number = 1; number <= last; ++number) {
    const events::GroupNumber group{number};
    const auto formed = directory.declared<events::GroupFormed>(group);
    if (!formed || formed->is_void || formed->fact.kind == events::GroupKind::kPsychologist)
      continue;
    if (formed->fact.school_class && !rules::has_own_journal(formed->fact.kind)) continue;
    if (directory.pupils_of(group, year.first_day, year.last_day).empty()) continue;
    groups.emplace_back(group, formed->fact.school_class);
  }
  return groups;
}

}  // namespace

std::string class_folder(const projections::ClassInfo& school_class) {
  std::string letter;
  for (const auto& [russian, latin] : kLatin) {
    if (school_class.letter == russian) letter = latin;
  }
  if (letter.empty() && school_class.letter.size() == 1 && school_class.letter[0] >= 'a' &&
      school_class.letter[0] <= 'z') {
    letter = "lat-" + school_class.letter;
  }
  if (letter.empty()) letter = fmt::format("-{}", school_class.number.value);
  return fmt::format("{}{}", school_class.grade, letter);
}

std::vector<YearDocument> year_documents(const projections::Directory& directory,
                                         const events::YearOpened& year,
                                         const std::set<events::CopyKind>& kinds) {
  std::vector<YearDocument> documents;
  const auto add = [&](const regulations::KeptKind& kind, const std::string& folder,
                       const std::string& name, reports::Request request) {
    const auto report = report_of(kind.kind);
    if (kinds.find(kind.kind) == kinds.end() || !report) return;
    request.report = *report;
    request.days = {year.first_day, year.last_day};
    documents.push_back({kind, folder, name + ".pdf", request});
  };
  const auto folders = class_folders(directory, year);
  for (const auto& [school_class, folder] : folders) {
    reports::Request request;
    request.school_class = school_class;
    for (const auto& kind : regulations::kept_kinds()) {
      add(kind, folder, std::string(kind.word), request);
    }
  }
  for (const auto& [group, school_class] : groups_apart(directory, year)) {
    reports::Request request;
    request.group = group;
    request.school_class = school_class;
    const auto folder = school_class ? folders.find(*school_class) : folders.end();
    for (const auto& kind : regulations::kept_kinds()) {
      if (kind.kind != events::CopyKind::kJournal) continue;
      add(kind, folder != folders.end() ? folder->second : std::string(kGroupsFolder),
          fmt::format("{}-group-{}", kind.word, group.value), request);
    }
  }
  std::stable_partition(documents.begin(), documents.end(), [](const auto& one) {
    return one.kind.kind == events::CopyKind::kJournal;
  });
  return documents;
}

}  // namespace letopis::certifying
