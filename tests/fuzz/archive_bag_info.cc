// bag-info.txt of volumes, bare and with bytes laid over a sound one: what is read is printed the
// same.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "archive/bag_info.h"
#include "archive/layout.h"
#include "fuzz/spoiling.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::archive;  // NOLINT(google-build-using-namespace)

namespace {

std::string sound_text() {
  BagInfo info;
  info.origin = "letopis.example/nn125";
  info.name = "nn125_2025-2026_log_v003";
  info.day = "2026-06-30";
  info.program = "letopis 0.1.0";
  info.volume = {3};
  info.first = {40'000};
  info.end = {70'000};
  info.previous = {"nn125_2025-2026_log_v002", {}};
  return print_bag_info(info);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string sound = sound_text();
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string spoiled = fuzz::spoiled(sound, data, size);
  for (const std::string_view text : {input, std::string_view(spoiled)}) {
    const auto info = parse_bag_info(text);
    if (!info) continue;
    INVARIANT(print_bag_info(*info) == text);
    INVARIANT(info->first < info->end && info->end.value <= kMaxLogEntries);
    INVARIANT(number_in(info->name) == info->volume.value);
    INVARIANT(!info->incremental() || info->previous);
  }
  return 0;
}
