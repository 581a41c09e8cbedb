// Messages of a foreign WebSocket: whatever comes, each answer is one record of JSON, and there are
// no more of them than the limit of records allows.
#include <boost/json/parse.hpp>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "netschool/queue.h"
#include "outcome/invariant.h"

using namespace letopis;             // NOLINT(google-build-using-namespace)
using namespace letopis::netschool;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto said = converse(input, [](std::uint64_t task) { return task % 2 == 0; });
  INVARIANT(said.size() <= 2 * kMostRecords);
  for (const auto& one : said) {
    INVARIANT(one.ends_with(kRecordEnd));
    INVARIANT(one.find(kRecordEnd) == one.size() - 1);
    boost::system::error_code failed;
    const auto read = boost::json::parse(std::string_view(one).substr(0, one.size() - 1), failed);
    INVARIANT(!failed && read.is_object());
  }
  return 0;
}
