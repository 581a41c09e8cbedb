#include "documents/workbook_values.h"

#include <glib.h>

#include <algorithm>

#include "documents/workbook_file.h"
#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

std::string number_format(unsigned places) {
  return places == 0 ? "0" : "0." + std::string(places, '0');
}

double value_of(std::int64_t units, unsigned places) {
  double value = static_cast<double>(units);
  double divisor = 1;
  for (unsigned place = 0; place < places; ++place) divisor *= 10;
  return value / divisor;
}

// The format that a content has as a value.
struct FormatOf {
  Language language;
  std::string operator()(const Text&) const { return {}; }
  std::string operator()(const Integer&) const { return "0"; }
  std::string operator()(const Decimal& value) const { return number_format(value.places); }
  std::string operator()(const Percent& value) const { return number_format(value.places) + "%"; }
  std::string operator()(const Date&) const {
    return language == Language::kRussian ? "dd.mm.yyyy" : "yyyy-mm-dd";
  }
};

struct ValueWriting {
  lxw_worksheet* tab;
  lxw_row_t row;
  lxw_col_t column;
  lxw_format* format;

  void operator()(const Text&) const { INVARIANT(false); }
  void operator()(const Integer& value) const { number(static_cast<double>(value.value)); }
  void operator()(const Decimal& value) const { number(value_of(value.units, value.places)); }
  void operator()(const Percent& value) const { number(value_of(value.units, value.places + 2)); }
  void operator()(const Date& day) const {
    lxw_datetime moment{day.year, static_cast<int>(day.month), static_cast<int>(day.day), 0, 0, 0};
    expect_written(worksheet_write_datetime(tab, row, column, &moment, format));
  }
  void number(double value) const {
    expect_written(worksheet_write_number(tab, row, column, value, format));
  }
};

}  // namespace

double characters(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    longest = std::max(
        longest, static_cast<std::size_t>(g_utf8_strlen(text.data(), static_cast<gssize>(end))));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return static_cast<double>(longest);
}

std::string value_format(const Content& content, Language language) {
  return std::visit(FormatOf{language}, content);
}

void write_value(lxw_worksheet* tab, lxw_row_t row, lxw_col_t column, const Content& content,
                 lxw_format* format) {
  std::visit(ValueWriting{tab, row, column, format}, content);
}

}  // namespace letopis::documents
