#include "terminal/fact_story.h"

#include <fmt/format.h>

#include <algorithm>

#include "signing/encoding.h"
#include "terminal/enumeration_words.h"
#include "terminal/fact_words.h"

namespace letopis::terminal {
namespace {

using events::NumberKind;

// Visits the fields of one fact; each gives a line, or none where it holds nothing.
class Teller {
 public:
  Teller(const StorySources& sources, std::vector<FactLine>& lines)
      : sources_(sources), lines_(lines) {}

  template <NumberKind kind>
  void operator()(const char* name, const events::Number<kind>& number) {
    add(name, tell_number(number));
  }
  template <NumberKind kind>
  void operator()(const char* name, events::Declared<const events::Number<kind>> declared) {
    add(name, fmt::format("№ {}", declared.number.value));
  }
  template <class Value>
  void operator()(const char* name, const std::optional<Value>& value) {
    if (value) (*this)(name, *value);
  }
  template <class Item>
  void operator()(const char* name, const std::vector<Item>& items) {
    if (!items.empty()) add(name, fmt::format("{}", items.size()));
  }
  void operator()(const char* name, events::Day day) {
    add(name, day_text(sources_.language, day));
  }
  void operator()(const char* name, events::Instant moment) {
    add(name, tell_moment(moment, sources_));
  }
  void operator()(const char* name, events::Position position) {
    add(name, fmt::format("№ {}", position.value));
  }
  void operator()(const char* name, const std::string& text) {
    if (!text.empty()) add(name, text);
  }
  void operator()(const char* name, bool value) {
    add(name, std::string(Text{value ? "да" : "нет", value ? "yes" : "no"}.in(sources_.language)));
  }
  void operator()(const char* name, std::uint16_t value) { add_number(name, value); }
  void operator()(const char* name, std::uint32_t value) { add_number(name, value); }
  void operator()(const char* name, const events::Order& order) {
    add(name, fill(sources_.language, {"№ {} от {}", "No. {} of {}"}, order.number,
                   day_text(sources_.language, order.day)));
  }
  void operator()(const char* name, const events::TimeSpan& time) {
    add(name, fmt::format("{:02}:{:02}–{:02}:{:02}", time.start_minute / 60, time.start_minute % 60,
                          time.end_minute / 60, time.end_minute % 60));
  }
  void operator()(const char* name, const events::Parameter& parameter) {
    add(name, fmt::format("{} = {}", parameter.key, parameter.value));
  }
  void operator()(const char* name, const events::Commitment& text) {
    add(name, fill(sources_.language,
                   {"в закрытом хранилище (обязательство {})", "in the vault (commitment {})"},
                   shortened(signing::to_hex(text.digest.view()))));
  }
  void operator()(const char* name, const signing::Digest& digest) { add_hex(name, digest.view()); }
  void operator()(const char* name, const signing::PublicKey& key) { add_hex(name, key.view()); }
  void operator()(const char* name, const signing::KeyId& key) { add_hex(name, key.view()); }
  template <class Enumeration>
  requires std::is_enum_v<Enumeration>
  void operator()(const char* name, Enumeration value) {
    add(name, word_of(sources_.language, value));
  }
  void operator()(const char* name, events::MarkValue value) {
    add(name, fmt::format("«{}»", token_of(value)));
  }

 private:
  void add(const char* name, std::string value) {
    lines_.push_back({name, field_label(sources_.language, name), std::move(value)});
  }
  void add_number(const char* name, std::uint32_t value) {
    if (value != 0) add(name, std::to_string(value));
  }
  void add_hex(const char* name, Bytes bytes) { add(name, shortened(signing::to_hex(bytes))); }

  template <NumberKind kind>
  std::string tell_number(events::Number<kind> number) const {
    if constexpr (kind == NumberKind::kPerson) return tell_person(number, sources_);
    if constexpr (kind == NumberKind::kLesson) return tell_lesson(number, sources_);
    std::optional<std::string> name;
    if (sources_.naming) {
      if constexpr (kind == NumberKind::kClass) name = sources_.naming->school_class(number);
      if constexpr (kind == NumberKind::kSubject) name = sources_.naming->subject(number);
    }
    return name ? *name : fmt::format("№ {}", number.value);
  }

  const StorySources& sources_;
  std::vector<FactLine>& lines_;
};

// The one field whose absence states something.
FactLine elsewhere(Language language) {
  return {"point", field_label(language, "point"),
          std::string(Text{"другое место", "elsewhere"}.in(language))};
}

// Words that need no label before them.
bool speaks_for_itself(std::string_view field) {
  return field == "type" || field == "reason" || field == "kind";
}

}  // namespace

FactStory tell(const events::Fact& fact, const StorySources& sources) {
  FactStory story;
  story.title = fact_title(sources.language, events::name_of(fact));
  Teller teller(sources, story.lines);
  std::visit([&](const auto& one) { one.visit_fields(one, teller); }, fact);
  if (const auto* taken = std::get_if<events::WorkplaceTaken>(&fact); taken && !taken->point) {
    story.lines.push_back(elsewhere(sources.language));
  }
  return story;
}

std::string tell_briefly(const events::Fact& fact, const StorySources& sources) {
  const auto story = tell(fact, sources);
  const auto has_lesson = std::any_of(story.lines.begin(), story.lines.end(),
                                      [](const auto& line) { return line.field == "lesson"; });
  std::string told;
  for (const auto& line : story.lines) {
    // A lesson is told with its day; of the first mark of a cell the number says nothing.
    if (line.field == "day" && has_lesson) continue;
    if (line.field == "ordinal" && line.value == "1") continue;
    told += told.empty() ? ": " : ", ";
    if (speaks_for_itself(line.field)) {
      told += line.value;
    } else {
      told += fmt::format("{} {}", line.label, line.value);
    }
  }
  return story.title + told;
}

std::string tell_moment(events::Instant moment, const StorySources& sources) {
  if (sources.zone) return moment_text(sources.language, moment, *sources.zone);
  constexpr std::int64_t day_ms = 86'400'000;
  const auto day = moment.milliseconds / day_ms;
  const auto minute = moment.milliseconds / 60'000 - day * 1440;
  return fmt::format("{} {:02}:{:02} UTC",
                     day_text(sources.language, {static_cast<std::int32_t>(day)}), minute / 60,
                     minute % 60);
}

std::string tell_person(events::PersonNumber person, const StorySources& sources) {
  const auto name = sources.naming ? sources.naming->person(person) : std::nullopt;
  return name ? *name : fmt::format("№ {}", person.value);
}

std::string tell_lesson(events::LessonNumber lesson, const StorySources& sources) {
  const auto name = sources.naming ? sources.naming->lesson(lesson) : std::nullopt;
  return name ? fmt::format("№ {} ({})", lesson.value, *name) : fmt::format("№ {}", lesson.value);
}

std::string tell_stream(const events::Stream& stream, const StorySources& sources) {
  if (stream.kind == events::StreamKind::kCell) {
    return fill(sources.language, {"клетка журнала: урок {}, {}", "journal cell: lesson {}, {}"},
                tell_lesson({stream.a}, sources), tell_person({stream.b}, sources));
  }
  if (stream.kind == events::StreamKind::kLesson) {
    return fill(sources.language, {"урок {}", "lesson {}"}, tell_lesson({stream.a}, sources));
  }
  if (stream.kind == events::StreamKind::kPerson) {
    return fill(sources.language, {"человек: {}", "person: {}"}, tell_person({stream.a}, sources));
  }
  if (stream.kind == events::StreamKind::kPeriodMark) {
    return fill(sources.language, {"отметка за период: {}", "period mark: {}"},
                tell_person({stream.a}, sources));
  }
  return {};
}

}  // namespace letopis::terminal
