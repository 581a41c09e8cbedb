#include "projections/access_story.h"

#include <algorithm>

namespace letopis::projections {
namespace {

std::optional<Stamp> enrolment(const events::ViewReader& views, const Directory& directory,
                               const KeyInfo& key) {
  RowBytes row_key;
  row_key.u8(static_cast<std::uint8_t>(Shelf::kKeys)).u32(key.number.value);
  const auto row = views.get(kDirectory, row_key.view());
  if (!row) return std::nullopt;
  const FiledRow filed(key.enrolled, std::string_view(*row).substr(sizeof(std::uint64_t)));
  if (directory.is_void(filed.stamp())) return std::nullopt;
  return filed.stamp();
}

}  // namespace

AccessStory access_story(const events::ViewReader& views, const Directory& directory,
                         events::PersonNumber person) {
  AccessStory story;
  for (const auto& code :
       valid_on<events::CredentialIssued>(directory, Shelf::kPersonStory, {person.value})) {
    story.given.push_back(code.stamp);
    story.medium = code.fact.medium;
  }
  if (!story.given.empty()) story.issued = story.given.front();
  for (const KeyInfo& key : directory.keys_of(person)) {
    if (const auto enrolled = enrolment(views, directory, key)) {
      story.given.push_back(*enrolled);
      if (key.holder != events::KeyHolder::kOffline) {
        if (!story.activated) story.activated = *enrolled;
        story.key_stands = story.key_stands || (!key.ended && !key.void_from);
      }
    }
    story.compromised = story.compromised || key.void_from.has_value();
    for (const auto& end :
         valid_on<events::KeyEnded>(directory, Shelf::kKeyEnds, {key.number.value})) {
      if (end.fact.ground == events::KeyEndGround::kLost) story.lost = end.stamp;
    }
  }
  std::sort(story.given.begin(), story.given.end(),
            [](const Stamp& a, const Stamp& b) { return a.position < b.position; });
  if (!story.issued && !story.given.empty()) story.issued = story.given.front();
  return story;
}

}  // namespace letopis::projections
