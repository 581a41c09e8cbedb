#include "office/school_naming.h"

#include <fmt/format.h>

namespace letopis::office {

std::optional<std::string> SchoolNaming::person(events::PersonNumber person) const {
  return names_.common(person);
}

std::optional<std::string> SchoolNaming::school_class(events::ClassNumber school_class) const {
  const auto opened = directory_.declared<events::ClassOpened>(school_class);
  if (!opened) return std::nullopt;
  return fmt::format("{}{}", opened->fact.grade, opened->fact.letter);
}

std::optional<std::string> SchoolNaming::subject(events::SubjectNumber subject) const {
  const auto registered = directory_.declared<events::SubjectRegistered>(subject);
  if (!registered) return std::nullopt;
  return registered->fact.name;
}

std::optional<std::string> SchoolNaming::lesson(events::LessonNumber lesson) const {
  const auto info = directory_.lesson(lesson);
  if (!info) return std::nullopt;
  const auto day = info->held.fact.day;
  std::string told;
  if (const auto name = subject(info->place.subject)) told += *name + ", ";
  if (info->place.school_class) {
    if (const auto one = directory_.class_info(*info->place.school_class, day)) {
      told += one->name() + ", ";
    }
  }
  return told + day_text(language_, day);
}

}  // namespace letopis::office
