#include "wishes/folded.h"

#include "events/letters.h"

namespace letopis::wishes {
namespace {

constexpr std::string_view kDropped[] = {" ", "\"", "\u00a0", "«", "»"};

std::string_view dropped_at(std::string_view rest) {
  for (const auto one : kDropped) {
    if (rest.starts_with(one)) return one;
  }
  return {};
}

}  // namespace

std::string folded(std::string_view name) {
  const std::string small = events::lower(name);
  std::string out;
  for (std::string_view rest = small; !rest.empty();) {
    const auto dropped = dropped_at(rest);
    if (dropped.empty()) out += rest.front();
    rest.remove_prefix(dropped.empty() ? 1 : dropped.size());
  }
  return out;
}

std::string with_russian_letters(std::string_view folded) {
  std::string out;
  for (const char one : folded) {
    const auto twin = events::russian_twin(one);
    if (twin.empty()) {
      out += one;
    } else {
      out += twin;
    }
  }
  return out;
}

}  // namespace letopis::wishes
