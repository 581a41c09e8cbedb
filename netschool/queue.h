// The conversation by which a program waits for a report (call 18): records of JSON, each ended by
// U+001E. A report is made when it is fetched, so whoever asks is told at once that it is there.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace letopis::netschool {

inline constexpr std::size_t kMostRecords = 16;  // in one message
inline constexpr char kRecordEnd = '\x1e';

// Whether a report of that number waits for who is talking.
using Waits = std::function<bool(std::uint64_t task)>;

// What to say to one message, a message each. What is not understood is passed over, but for an
// unknown task, which is told as an error.
std::vector<std::string> converse(std::string_view message, const Waits& waits);

}  // namespace letopis::netschool
