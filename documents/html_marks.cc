#include "documents/html_marks.h"

#include <fmt/format.h>

#include <array>

#include "documents/escaped.h"

namespace letopis::documents {

std::string_view name_of(Ink ink) {
  static constexpr std::array<std::string_view, 6> names = {"",        "quiet",  "alarm",
                                                            "absence", "accent", "good"};
  return names[static_cast<std::size_t>(ink)];
}

std::string_view name_of(Shade shade) {
  static constexpr std::array<std::string_view, 4> names = {"", "closed", "today", "warning"};
  return names[static_cast<std::size_t>(shade)];
}

std::string_view name_of(Align align) {
  static constexpr std::array<std::string_view, 3> names = {"", "centre", "right"};
  return names[static_cast<std::size_t>(align)];
}

std::string_view name_of(Rule rule) {
  static constexpr std::array<std::string_view, 3> names = {"", "strong", "margin"};
  return names[static_cast<std::size_t>(rule)];
}

std::string classes(std::initializer_list<std::string_view> names) {
  std::string all;
  for (const std::string_view name : names) {
    if (name.empty()) continue;
    if (!all.empty()) all += ' ';
    all += name;
  }
  return all.empty() ? all : fmt::format(" class=\"{}\"", all);
}

std::string words_of(const std::string& text) {
  std::string out;
  for (const char one : escaped(text)) {
    if (one == '\n')
      out += "<br/>";
    else
      out += one;
  }
  return out;
}

std::string marked(const Text& text) {
  std::string out;
  for (const Run& run : text) {
    std::string one = words_of(run.text);
    if (run.style.small) one = fmt::format("<small>{}</small>", one);
    if (run.style.struck) one = fmt::format("<s>{}</s>", one);
    if (run.style.bold) one = fmt::format("<strong>{}</strong>", one);
    if (run.style.ink != Ink::kPlain) {
      one = fmt::format("<span{}>{}</span>", classes({name_of(run.style.ink)}), one);
    }
    out += one;
  }
  return out;
}

}  // namespace letopis::documents
