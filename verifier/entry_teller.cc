#include "verifier/entry_teller.h"

#include "events/codec.h"
#include "events/text.h"
#include "terminal/fact_story.h"
#include "terminal/table.h"

namespace letopis::verifier {
namespace {

using terminal::fill;

constexpr std::size_t kMostOfALine = 180;  // of a rendition, where the entry itself is gone

}  // namespace

EntryTeller::EntryTeller(const archive::Verdict& verdict, terminal::Language language)
    : language_(language), entries_(verdict.volumes) {
  if (auto zone = regulations::TimeZone::named(verdict.time_zone)) zone_ = *zone;
}

std::string EntryTeller::tell(events::Position position) {
  const auto entry = entries_.entry(position);
  const auto parts = entry ? events::cut_entry(bytes_of(*entry)) : Refusal{};
  const auto event = parts ? events::decode(parts->event) : parts.refusal();
  return event ? tell_event(*parts, *event) : tell_line(position);
}

std::string EntryTeller::tell_event(const events::EntryParts& parts, const events::Event& event) {
  if (!naming_) naming_ = std::make_unique<VolumeNaming>(entries_, language_);
  const terminal::StorySources sources{language_, naming_.get(), zone_ ? &*zone_ : nullptr};
  return fill(
      language_,
      {"сейчас в ней: {}; автор {}, записано {}", "it now says: {}; author {}, recorded {}"},
      terminal::tell_briefly(event.fact, sources), terminal::tell_person(event.author, sources),
      terminal::tell_moment(parts.recorded, sources));
}

std::string EntryTeller::tell_line(events::Position position) const {
  const auto line = entries_.rendition(position);
  if (!line || !events::is_plain_text(*line)) return {};
  const auto from = line->find("\"stream\"");
  return fill(language_,
              {"прочесть её нельзя; читаемая строка говорит: {}",
               "it cannot be read; its readable line says: {}"},
              terminal::cut_to(std::string_view(*line).substr(from == std::string::npos ? 0 : from),
                               kMostOfALine));
}

}  // namespace letopis::verifier
