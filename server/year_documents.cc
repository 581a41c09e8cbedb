#include "server/year_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace letopis::server {
namespace {

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
    reports::Request request;
    request.school_class = info->number;
    request.days = {year.first_day, year.last_day};
    for (const auto& kind : regulations::kept_kinds()) {
      const auto report = report_of(kind.kind);
      if (kinds.find(kind.kind) == kinds.end() || !report) continue;
      request.report = *report;
      documents.push_back({kind, folder, std::string(kind.word) + ".pdf", request});
    }
  }
  std::stable_partition(documents.begin(), documents.end(), [](const auto& one) {
    return one.kind.kind == events::CopyKind::kJournal;
  });
  return documents;
}

}  // namespace letopis::server
