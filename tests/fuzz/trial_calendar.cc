// A production calendar from XML: the days read are in order, each once, with plain titles.
#include <cstdint>

#include "events/text.h"
#include "outcome/invariant.h"
#include "trial/calendar_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto days = letopis::trial::read_calendar(text);
  if (!days) {
    INVARIANT(days.refusal().code.starts_with("calendar."));
    return 0;
  }
  for (std::size_t i = 0; i < days->size(); ++i) {
    INVARIANT(i == 0 || (*days)[i - 1].day < (*days)[i].day);
    INVARIANT(letopis::events::is_plain_text((*days)[i].title));
  }
  return 0;
}
