#include "verifier/volume_naming.h"

#include <fmt/format.h>

namespace letopis::verifier {
namespace {

template <class Map, class Key>
auto find(const Map& map, const Key& key) -> std::optional<typename Map::mapped_type> {
  const auto found = map.find(key);
  if (found == map.end()) return std::nullopt;
  return found->second;
}

}  // namespace

VolumeNaming::VolumeNaming(const archive::MediumEntries& entries, terminal::Language language)
    : language_(language) {
  entries.each([this](events::Position, const events::Event& event) {
    take(event.fact);
    return true;
  });
}

void VolumeNaming::take(const events::Fact& fact) {
  if (const auto* held = std::get_if<events::LessonHeld>(&fact)) {
    lessons_[held->lesson] = {held->load, held->day};
  } else if (const auto* load = std::get_if<events::LoadAssigned>(&fact)) {
    loads_[load->load] = {load->school_class, load->subject};
  } else if (const auto* opened = std::get_if<events::ClassOpened>(&fact)) {
    classes_[opened->school_class] = fmt::format("{}{}", opened->grade, opened->letter);
  } else if (const auto* registered = std::get_if<events::SubjectRegistered>(&fact)) {
    subjects_[registered->subject] = registered->name;
  }
}

std::optional<std::string> VolumeNaming::person(events::PersonNumber) const { return std::nullopt; }

std::optional<std::string> VolumeNaming::school_class(events::ClassNumber school_class) const {
  return find(classes_, school_class);
}

std::optional<std::string> VolumeNaming::subject(events::SubjectNumber subject) const {
  return find(subjects_, subject);
}

std::optional<std::string> VolumeNaming::lesson(events::LessonNumber lesson) const {
  const auto held = find(lessons_, lesson);
  if (!held) return std::nullopt;
  std::string told;
  if (const auto load = find(loads_, held->load)) {
    if (const auto name = subject(load->subject)) told += *name + ", ";
    const auto taught = load->school_class ? school_class(*load->school_class) : std::nullopt;
    if (taught) told += *taught + ", ";
  }
  return told + terminal::day_text(language_, held->day);
}

}  // namespace letopis::verifier
