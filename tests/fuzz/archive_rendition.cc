// Renditions of whatever events decode: one line each, of plain text, with every brace and quote
// closed; the same bytes for the same event.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "archive/rendition.h"
#include "events/text.h"
#include "fuzz/events_samples.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::archive;  // NOLINT(google-build-using-namespace)

namespace {

bool is_closed(std::string_view line) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (quoted && line[at] == '\\')
      ++at;
    else if (line[at] == '"')
      quoted = !quoted;
    else if (!quoted && (line[at] == '{' || line[at] == '['))
      ++depth;
    else if (!quoted && (line[at] == '}' || line[at] == ']'))
      --depth;
  }
  return depth == 0 && !quoted;
}

void render(std::string_view bytes) {
  const auto event = events::decode(bytes_of(bytes));
  if (!event) return;
  std::string line, again;
  const events::EntryParts parts{event->stated, {}, {}, bytes_of(bytes)};
  append_rendition(line, {7}, parts, *event);
  append_rendition(again, {7}, parts, *event);
  INVARIANT(line == again && line.find('\n') == line.size() - 1);
  INVARIANT(events::is_plain_text(line) && is_closed(line));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto samples = events::samples();
  render({reinterpret_cast<const char*>(data), size});
  for (const auto& sample : samples) render(events::spoiled(sample, data, size));
  return 0;
}
