#include "documents/escaped.h"

namespace letopis::documents {

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char one : text) {
    switch (one) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += one; break;
    }
  }
  return out;
}

}  // namespace letopis::documents
