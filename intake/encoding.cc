#include "intake/encoding.h"

#include <array>
#include <cstdint>

#include "events/text.h"
#include "intake/table.h"

namespace letopis::intake {
namespace {

// Windows-1251 from 0x80 to 0xBF; 0xC0 to 0xFF are А…я in order. 0 stands for what it leaves open.
constexpr std::array<char16_t, 64> kUpperHalf = {
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409,
    0x2039, 0x040A, 0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0,      0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0,
    0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB,
    0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6,
    0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457};

char16_t point_of(unsigned char byte) {
  if (byte < 0x80) return byte;
  if (byte < 0xC0) return kUpperHalf[byte - 0x80U];
  return static_cast<char16_t>(0x0410 + (byte - 0xC0));
}

void append_utf8(std::string& out, char16_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | (point >> 6));
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (point >> 12));
    out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

// In UTF-8 only every second byte of Russian is one that 1251 takes for a letter, so a UTF-8 file
// with a broken byte is not mistaken for 1251.
bool is_plainly_1251(std::string_view bytes) {
  std::size_t upper = 0;
  std::size_t letters = 0;
  for (const char one : bytes) {
    const auto byte = static_cast<unsigned char>(one);
    if (byte < 0x80) continue;
    if (point_of(byte) == 0) return false;
    ++upper;
    const bool is_sign = byte == 0xA0 || byte == 0xAB || byte == 0xBB || byte == 0xB9 ||
                         byte == 0x96 || byte == 0x97;  // no-break space, « » № – —
    if (byte >= 0xC0 || byte == 0xA8 || byte == 0xB8 || is_sign) ++letters;
  }
  return upper > 0 && letters * 10 >= upper * 9;
}

bool is_utf8(std::string_view bytes) {
  std::string spaces_for_controls(bytes);
  for (char& one : spaces_for_controls) {
    if ((one >= 0 && one < ' ') || one == '\x7F') one = ' ';
  }
  return events::is_plain_text(spaces_for_controls);
}

}  // namespace

Reading<std::string> as_utf8(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return file_fault("encoding.utf16", {"файл в UTF-16; сохраните его как «CSV UTF-8»",
                                         "the file is in UTF-16; save it as “CSV UTF-8”"});
  }
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return file_fault("encoding.spreadsheet",
                      {"это книга Excel, а не CSV", "this is a workbook of Excel, not CSV"});
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) return std::string(bytes.substr(3));
  if (is_utf8(bytes) || !is_plainly_1251(bytes)) return std::string(bytes);
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char one : bytes) append_utf8(text, point_of(static_cast<unsigned char>(one)));
  return text;
}

}  // namespace letopis::intake
