#include "documents/colour_profile.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace letopis::documents {
namespace {

constexpr std::size_t kCurveSteps = 1024;
constexpr std::size_t kHeaderBytes = 128;

void add16(std::string& out, unsigned value) {
  out += static_cast<char>((value >> 8U) & 0xFFU);
  out += static_cast<char>(value & 0xFFU);
}
void add32(std::string& out, std::uint32_t value) {
  add16(out, value >> 16U);
  add16(out, value & 0xFFFFU);
}
// With 16 bits after the point.
void add_fixed(std::string& out, double value) {
  add32(out, static_cast<std::uint32_t>(std::lround(value * 65'536)));
}
void pad(std::string& out) {
  while (out.size() % 4 != 0) out += '\0';
}

struct Colours {
  double x, y, z;
};
// The columns of sRGB's matrix, adapted from D65 to D50 by Bradford's method, as ICC publishes
// them.
constexpr Colours kRed = {0.43607, 0.22249, 0.01392};
constexpr Colours kGreen = {0.38515, 0.71687, 0.09708};
constexpr Colours kBlue = {0.14307, 0.06061, 0.71410};
constexpr Colours kWhite = {0.9642, 1.0, 0.8249};  // D50, in which profiles are connected

std::string xyz(const Colours& colours) {
  std::string tag = "XYZ ";
  add32(tag, 0);
  for (const double value : {colours.x, colours.y, colours.z}) add_fixed(tag, value);
  return tag;
}

double linear(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

std::string curve() {
  std::string tag = "curv";
  add32(tag, 0);
  add32(tag, kCurveSteps);
  for (std::size_t step = 0; step < kCurveSteps; ++step) {
    const double at = static_cast<double>(step) / static_cast<double>(kCurveSteps - 1);
    add16(tag, static_cast<unsigned>(std::lround(linear(at) * 65'535)));
  }
  return tag;
}

std::string description(std::string_view text) {
  std::string tag = "desc";
  add32(tag, 0);
  add32(tag, static_cast<std::uint32_t>(text.size() + 1));
  tag += text;
  tag += '\0';
  tag.append(4 + 4 + 2 + 1 + 67, '\0');  // no form in Unicode or in a script of the Macintosh
  return tag;
}

std::string plain_text(std::string_view text) {
  std::string tag = "text";
  add32(tag, 0);
  tag += text;
  tag += '\0';
  return tag;
}

struct Tag {
  std::string_view name;
  std::size_t content;  // by number: the three curves are one
};

std::string header(std::size_t size) {
  std::string out;
  add32(out, static_cast<std::uint32_t>(size));
  add32(out, 0);           // made by no registered program
  add32(out, 0x02100000);  // version 2.1
  out += "mntrRGB XYZ ";
  for (const unsigned part : {2026U, 1U, 1U, 0U, 0U, 0U}) add16(out, part);
  out += "acsp";
  out.append(4 + 4 + 4 + 4 + 8, '\0');  // platform, flags, maker, model, attributes
  add32(out, 0);                        // perceptual
  for (const double value : {kWhite.x, kWhite.y, kWhite.z}) add_fixed(out, value);
  out.resize(kHeaderBytes, '\0');
  return out;
}

}  // namespace

std::string srgb_profile() {
  const std::vector<std::string> contents = {description("sRGB IEC61966-2-1"),
                                             plain_text("No copyright, use freely"),
                                             xyz(kWhite),
                                             xyz(kRed),
                                             xyz(kGreen),
                                             xyz(kBlue),
                                             curve()};
  constexpr std::array<Tag, 9> tags = {{{"desc", 0},
                                        {"cprt", 1},
                                        {"wtpt", 2},
                                        {"rXYZ", 3},
                                        {"gXYZ", 4},
                                        {"bXYZ", 5},
                                        {"rTRC", 6},
                                        {"gTRC", 6},
                                        {"bTRC", 6}}};
  const std::size_t data_at = kHeaderBytes + 4 + 12 * tags.size();
  std::string data;
  std::vector<std::size_t> offsets;
  for (const std::string& content : contents) {
    offsets.push_back(data_at + data.size());
    data += content;
    pad(data);
  }
  std::string profile = header(data_at + data.size());
  add32(profile, static_cast<std::uint32_t>(tags.size()));
  for (const Tag& tag : tags) {
    profile += tag.name;
    add32(profile, static_cast<std::uint32_t>(offsets[tag.content]));
    add32(profile, static_cast<std::uint32_t>(contents[tag.content].size()));
  }
  return profile + data;
}

}  // namespace letopis::documents
