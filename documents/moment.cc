#include "documents/moment.h"

#include <charconv>
#include <chrono>

#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

constexpr int kMaxOffsetMinutes = 14 * 60;

std::chrono::year_month_day civil(const Date& day) {
  return {std::chrono::year(day.year), std::chrono::month(day.month), std::chrono::day(day.day)};
}

// Reads a text from its beginning; after the first thing that is not there, nothing is.
class Reader {
 public:
  explicit Reader(std::string_view text) : left_(text) {}

  unsigned digits(std::size_t count) {
    unsigned value = 0;
    if (left_.size() < count) return fail();
    const char* end = left_.data() + count;
    if (left_[0] < '0' || left_[0] > '9') return fail();
    const auto [read, error] = std::from_chars(left_.data(), end, value);
    if (error != std::errc{} || read != end) return fail();
    left_.remove_prefix(count);
    return value;
  }
  bool sign(char one) {
    if (!left_.starts_with(one)) return false;
    left_.remove_prefix(1);
    return true;
  }
  void must(char one) {
    if (!sign(one)) fail();
  }
  unsigned fail() {
    failed_ = true;
    left_ = {};
    return 0;
  }
  bool done() const { return !failed_ && left_.empty(); }

 private:
  std::string_view left_;
  bool failed_ = false;
};

int offset(Reader& reader) {
  if (reader.sign('Z')) return 0;
  const bool west = reader.sign('-');
  if (!west) reader.must('+');
  const unsigned hours = reader.digits(2);
  reader.must(':');
  const unsigned minutes = reader.digits(2);
  if (minutes > 59) reader.fail();
  const int all = static_cast<int>(hours * 60 + minutes);
  return west ? -all : all;
}

}  // namespace

bool exists(const Date& day) { return day.year >= 1900 && day.year <= 9999 && civil(day).ok(); }

std::optional<Moment> parse_moment(std::string_view text) {
  Reader reader(text);
  Moment moment;
  moment.day.year = static_cast<int>(reader.digits(4));
  reader.must('-');
  moment.day.month = reader.digits(2);
  reader.must('-');
  moment.day.day = reader.digits(2);
  reader.must('T');
  moment.hour = reader.digits(2);
  reader.must(':');
  moment.minute = reader.digits(2);
  reader.must(':');
  moment.second = reader.digits(2);
  moment.offset_minutes = offset(reader);
  const bool in_day = moment.hour < 24 && moment.minute < 60 && moment.second < 60;
  const bool near =
      moment.offset_minutes >= -kMaxOffsetMinutes && moment.offset_minutes <= kMaxOffsetMinutes;
  if (!reader.done() || !exists(moment.day) || !in_day || !near) return std::nullopt;
  return moment;
}

std::int64_t days_since_1970(const Date& day) {
  INVARIANT(exists(day));
  return std::chrono::sys_days(civil(day)).time_since_epoch().count();
}

}  // namespace letopis::documents
