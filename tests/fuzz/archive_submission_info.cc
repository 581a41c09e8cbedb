// bag-info.txt of submissions, bare and with bytes laid over a sound one: what is read is printed
// the same.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "archive/layout.h"
#include "archive/submission_info.h"
#include "fuzz/spoiling.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::archive;  // NOLINT(google-build-using-namespace)

namespace {

std::string sound_text() {
  SubmissionInfo info;
  info.origin = "letopis.example/nn125";
  info.years = "2025-2026";
  info.number = 1;
  info.name = submission_name(info.origin, info.years, info.number);
  info.day = "2026-06-30";
  info.program = "letopis 0.1.0";
  info.receiver = "Управление образования";
  info.end = {70'000};
  return print_submission_info(info);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string sound = sound_text();
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string spoiled = fuzz::spoiled(sound, data, size);
  for (const std::string_view text : {input, std::string_view(spoiled)}) {
    const auto info = parse_submission_info(text);
    if (!info) continue;
    INVARIANT(print_submission_info(*info) == text);
    INVARIANT(is_submission_name(info->name) && info->end.value <= kMaxLogEntries);
  }
  return 0;
}
