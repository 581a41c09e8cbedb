#include "archive/rendition.h"

#include <charconv>
#include <chrono>
#include <string_view>
#include <type_traits>

#include "events/stream.h"

namespace letopis::archive {
namespace {

constexpr char kDigits[] = "0123456789abcdef";

// The words of events::StreamKind, as docs/event-format.md lists them.
constexpr std::string_view kStreams[] = {
    "school", "year",   "class",       "group",   "load",       "timetable",   "person",
    "lesson", "cell",   "period_mark", "dispute", "permission", "remark",      "control_note",
    "copy",   "volume", "medium",      "message", "post",       "school_event"};

void append_number(std::string& out, std::uint64_t number) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

void append_hex(std::string& out, Bytes bytes) {
  auto at = out.size();
  out.resize(at + 2 * bytes.size());
  for (const std::byte byte : bytes) {
    out[at++] = kDigits[std::to_integer<unsigned>(byte) >> 4];
    out[at++] = kDigits[std::to_integer<unsigned>(byte) & 15];
  }
}

void append_padded(std::string& out, std::uint64_t number, int width) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  for (auto written = end - digits; written < width; ++written) out += '0';
  out.append(digits, end);
}

void append_day(std::string& out, std::int64_t days) {
  const std::chrono::year_month_day day{
      std::chrono::sys_days(std::chrono::days(static_cast<int>(days)))};
  const int year = static_cast<int>(day.year());
  if (year < 0) out += '-';
  append_padded(out, static_cast<std::uint64_t>(year < 0 ? -year : year), 4);
  out += '-';
  append_padded(out, static_cast<unsigned>(day.month()), 2);
  out += '-';
  append_padded(out, static_cast<unsigned>(day.day()), 2);
}

// Milliseconds beyond the years that a calendar has words for stand as a number.
constexpr std::int64_t kMostMilliseconds = 253'402'300'800'000;  // 10000-01-01

void append_moment(std::string& out, events::Instant moment) {
  constexpr std::int64_t day_ms = 86'400'000;
  if (moment.milliseconds < 0 || moment.milliseconds >= kMostMilliseconds) {
    out += std::to_string(moment.milliseconds);
    return;
  }
  const auto rest = static_cast<std::uint64_t>(moment.milliseconds % day_ms);
  out += '"';
  append_day(out, moment.milliseconds / day_ms);
  out += 'T';
  append_padded(out, rest / 3'600'000, 2);
  out += ':';
  append_padded(out, rest / 60'000 % 60, 2);
  out += ':';
  append_padded(out, rest / 1'000 % 60, 2);
  out += '.';
  append_padded(out, rest % 1'000, 3);
  out += "Z\"";
}

void append_text(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  out += '"';
}

// Writes the fields of one fact, or of one value in it, as a JSON object. What is absent is left
// out: a field that a later schema adds may be absent, and leaves the lines of old entries alone.
class Fields {
 public:
  explicit Fields(std::string& out) : out_(out) {}

  template <class Value>
  void operator()(std::string_view name, const Value& value) {
    out_ += first_ ? '{' : ',';
    first_ = false;
    out_ += '"';
    out_ += name;
    out_ += "\":";
    write(value);
  }
  template <class Value>
  void operator()(std::string_view name, const std::optional<Value>& value) {
    if (value) (*this)(name, *value);
  }
  void close() { out_ += first_ ? "{}" : "}"; }

 private:
  template <events::NumberKind kind>
  void write(const events::Number<kind>& number) {
    append_number(out_, number.value);
  }
  template <class Number>
  void write(const events::Declared<Number>& declared) {
    append_number(out_, declared.number.value);
  }
  template <class Item>
  void write(const std::vector<Item>& items) {
    out_ += '[';
    for (const auto& item : items) {
      if (&item != &items.front()) out_ += ',';
      write(item);
    }
    out_ += ']';
  }
  void write(events::Day day) {
    out_ += '"';
    append_day(out_, day.value);
    out_ += '"';
  }
  void write(events::Instant moment) { append_moment(out_, moment); }
  void write(events::Position position) { append_number(out_, position.value); }
  void write(const std::string& text) { append_text(out_, text); }
  void write(bool value) { out_ += value ? "true" : "false"; }
  void write(std::uint16_t value) { append_number(out_, value); }
  void write(std::uint32_t value) { append_number(out_, value); }
  void write(const events::Commitment& text) { write_hex(text.digest.view()); }
  void write(const signing::Digest& digest) { write_hex(digest.view()); }
  void write(const signing::PublicKey& key) { write_hex(key.view()); }
  void write(const signing::KeyId& key) { write_hex(key.view()); }
  template <class Enumeration>
  requires std::is_enum_v<Enumeration>
  void write(Enumeration value) { append_text(out_, events::word_of(value)); }
  template <class Value>
  requires requires(const Value& value, Fields& fields) { Value::visit_fields(value, fields); }
  void write(const Value& value) {
    Fields fields(out_);
    Value::visit_fields(value, fields);
    fields.close();
  }
  void write_hex(Bytes bytes) {
    out_ += '"';
    append_hex(out_, bytes);
    out_ += '"';
  }

  std::string& out_;
  bool first_ = true;
};

void append_envelope(std::string& out, const events::Envelope& event) {
  const auto& stream = event.stream;
  out += ",\"stream\":\"";
  out += kStreams[static_cast<std::size_t>(stream.kind)];
  out += "\",\"of\":[";
  append_number(out, stream.a);
  out += ',';
  append_number(out, stream.b);
  out += ',';
  append_number(out, stream.c);
  out += "],\"version\":";
  append_number(out, event.version);
  out += ",\"command\":\"";
  for (const std::uint64_t half : {event.command.high, event.command.low}) {
    for (int shift = 60; shift >= 0; shift -= 4) out += kDigits[half >> shift & 15];
  }
  out += "\",\"index\":";
  append_number(out, event.index);
  out += ",\"count\":";
  append_number(out, event.count);
}

}  // namespace

void append_rendition(std::string& out, events::Position position, const events::EntryParts& parts,
                      const events::Event& event) {
  out += "{\"position\":";
  append_number(out, position.value);
  out += ",\"recorded\":";
  append_moment(out, parts.recorded);
  out += ",\"stated\":";
  append_moment(out, event.stated);
  out += ",\"author\":";
  append_number(out, event.author.value);
  out += ",\"key\":\"";
  append_hex(out, parts.key.view());
  out += '"';
  append_envelope(out, event);
  out += ",\"fact\":\"";
  out += events::name_of(event.fact);
  out += "\",\"says\":";
  Fields fields(out);
  std::visit([&](const auto& fact) { fact.visit_fields(fact, fields); }, event.fact);
  fields.close();
  out += "}\n";
}

}  // namespace letopis::archive
