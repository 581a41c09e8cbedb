#include "netschool/html.h"

#include <fmt/format.h>

#include <algorithm>

namespace letopis::netschool {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char one : text) {
    switch (one) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += one;
    }
  }
  return out;
}

std::string page(std::string_view title, std::string_view body) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"ru\"><head><meta charset=\"utf-8\"><title>{}</title></head>"
      "<body>\n{}\n</body></html>\n",
      escaped(title), body);
}

std::string comma(double number) {
  auto text = fmt::format("{:.2f}", number);
  std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

}  // namespace letopis::netschool
