#include "wishes/folded.h"

namespace letopis::wishes {
namespace {

constexpr std::string_view kDropped[] = {"\u00a0", "«", "»"};

bool is_dropped(char one) { return one == ' ' || one == '"'; }

// Russian letters take two bytes each: А…П, Р…Я and Ё begin with 0xd0, as а…п do; р…я and ё with
// 0xd1.
void add_russian(std::string& to, unsigned char second) {
  const auto add = [&to](unsigned char first, unsigned int next) {
    to += static_cast<char>(first);
    to += static_cast<char>(next);
  };
  if (second == 0x81) {
    add(0xd0, 0xb5);  // Ё as е
  } else if (second >= 0x90 && second <= 0x9f) {
    add(0xd0, second + 0x20U);
  } else if (second >= 0xa0 && second <= 0xaf) {
    add(0xd1, second - 0x20U);
  } else {
    add(0xd0, second);
  }
}

}  // namespace

std::string folded(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  while (!name.empty()) {
    bool dropped = false;
    for (const auto one : kDropped) {
      if (!name.starts_with(one)) continue;
      name.remove_prefix(one.size());
      dropped = true;
      break;
    }
    if (dropped) continue;
    const auto first = static_cast<unsigned char>(name[0]);
    if (first == 0xd0 && name.size() > 1) {
      add_russian(out, static_cast<unsigned char>(name[1]));
      name.remove_prefix(2);
    } else if (name.starts_with("ё")) {
      out += "е";
      name.remove_prefix(2);
    } else {
      if (!is_dropped(name[0])) {
        out +=
            name[0] >= 'A' && name[0] <= 'Z' ? static_cast<char>(name[0] + ('a' - 'A')) : name[0];
      }
      name.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace letopis::wishes
