#include "verifier/entry_teller.h"

#include <fmt/format.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "archive/layout.h"
#include "events/codec.h"
#include "events/text.h"
#include "terminal/fact_story.h"
#include "terminal/fact_words.h"
#include "terminal/table.h"

namespace letopis::verifier {
namespace {

namespace json = boost::json;
using terminal::fill;

constexpr std::size_t kMostOfALine = 200;  // of a rendition, where the entry itself is gone

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

// The line is no proof of anything; it helps a person to know which entry is gone.
std::string EntryTeller::tell_line(events::Position position) {
  const auto line = entries_.rendition(position);
  if (!line || !events::is_plain_text(*line)) return {};
  json::error_code error;
  const auto value = json::parse(*line, error);
  const auto* object = error ? nullptr : value.if_object();
  const auto* fact = object ? object->if_contains("fact") : nullptr;
  const auto* says = object ? object->if_contains("says") : nullptr;
  if (!fact || !fact->is_string() || !says || !says->is_object()) return {};
  return fill(language_, {"её читаемая строка говорит: {}", "its readable line says: {}"},
              terminal::cut_to(tell_fact(fact->get_string(), says->get_object()), kMostOfALine));
}

std::string EntryTeller::tell_fact(std::string_view fact, const json::object& says) {
  if (!naming_) naming_ = std::make_unique<VolumeNaming>(entries_, language_);
  const terminal::StorySources sources{language_, naming_.get(), nullptr};
  const std::string title = archive::shown_name(terminal::fact_title(language_, fact));
  std::string told = title;
  for (const auto& [name, value] : says) {
    if (value.is_null()) continue;
    std::string text = value.is_string() ? std::string(value.get_string()) : json::serialize(value);
    if (const auto* number = value.if_int64(); number && name == std::string_view("lesson")) {
      text = terminal::tell_lesson({static_cast<std::uint32_t>(*number)}, sources);
    }
    told += fmt::format("{} {} {}", told == title ? ":" : ",",
                        archive::shown_name(terminal::field_label(language_, name)),
                        archive::shown_name(text));
  }
  return told;
}

}  // namespace letopis::verifier
