#include "calendar/feed.h"

#include <fmt/format.h>

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "calendar/revisions.h"
#include "regulations/civil_day.h"
#include "reports/names.h"
#include "terminal/enumeration_words.h"
#include "wishes/answers.h"
#include "wishes/moment.h"
#include "wishes/query_forms_talk.h"

namespace letopis::calendar {
namespace {

namespace json = boost::json;
using wishes::AskTimetable;

std::string text_of(const json::object& from, std::string_view name) {
  const auto* value = from.if_contains(name);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

// "08:30"
unsigned minute_of(std::string_view clock) {
  const auto number = [&clock](std::size_t at) {
    return static_cast<unsigned>((clock[at] - '0') * 10 + (clock[at + 1] - '0'));
  };
  return number(0) * 60 + number(3);
}

// «мероприятие», as the schema's word says it.
std::string ground_of(std::string_view word) {
  const auto& words = events::Words<events::CancelGround>::all;
  const auto at = std::find(std::begin(words), std::end(words), word);
  if (at == std::end(words)) return {};
  return std::string(terminal::RussianWords<events::CancelGround>::all[at - std::begin(words)]);
}

// One of a parent's several children.
struct Whose {
  events::PersonNumber pupil;
  std::string name;
};

class FeedMaker {
 public:
  FeedMaker(const FeedWish& wish, const wishes::Sight& sight)
      : wish_(wish),
        sight_(sight),
        revisions_(sight.directory()),
        first_(regulations::plus_days(sight.school().today(), -kDaysBehind)),
        last_(regulations::plus_days(sight.school().today(), kDaysAhead)) {}

  Result<Calendar> make() {
    calendar_.zone = sight_.school().zone().name();
    calendar_.made = sight_.school().zone().instant_of(sight_.school().today(), 0);
    auto lessons = wish_.school_class ? add_class() : add_own();
    if (!lessons) return lessons.refusal();
    if (auto events = add_events(); !events) return events.refusal();
    return std::move(calendar_);
  }

 private:
  Outcome add_class() {
    const auto found = sight_.directory().class_named(*wish_.school_class, sight_.school().today());
    if (!found) {
      return Refusal{"school.no_class", {"такого класса нет", "there is no such class"}};
    }
    class_ = found->number;
    calendar_.name = fmt::format("{}: расписание", found->name());
    AskTimetable asked;
    asked.school_class = found->number;
    return add_lessons(asked, {});
  }

  Outcome add_own() {
    const reports::NameBook names(sight_.directory(), sight_.texts, terminal::Language::kRussian);
    calendar_.name = fmt::format("Школа: {}", names.common(sight_.reader()));
    const auto children = sight_.directory().children_of(sight_.reader());
    if (children.size() <= 1) {
      auto added = add_lessons({}, {});
      // Whoever has no lessons has the school's events.
      return added || added.refusal().code != "query.whose" ? added : Done{};
    }
    for (const auto& link : children) {
      AskTimetable asked;
      asked.pupil = link.child;
      auto added = add_lessons(asked, Whose{link.child, names.name(link.child).given});
      // One child may be grown up already and see to itself.
      if (!added && !added.refusal().code.starts_with("reading.")) return added;
    }
    return Done{};
  }

  Outcome add_lessons(AskTimetable asked, const std::optional<Whose>& whose) {
    asked.first = first_;
    asked.last = last_;
    const auto told = wishes::answer(asked, sight_);
    if (!told) return told.refusal();
    for (const auto& day : told->at("days").as_array()) {
      const auto date = regulations::parse_iso(text_of(day.as_object(), "day"));
      for (const auto& lesson : day.at("lessons").as_array()) {
        add_lesson(*date, lesson.as_object(), whose);
      }
    }
    return Done{};
  }

  void add_lesson(events::Day day, const json::object& lesson, const std::optional<Whose>& whose) {
    if (!lesson.contains("starts")) return;
    const auto bell = lesson.at("bell").to_number<std::uint16_t>();
    const events::LoadNumber load{lesson.at("load").to_number<std::uint32_t>()};
    Entry entry;
    entry.uid = fmt::format("lesson-{}-{}-{}{}@{}", regulations::iso(day), bell, load.value,
                            whose ? fmt::format("-{}", whose->pupil.value) : "", wish_.origin);
    entry.when = Span{moment(day, lesson, "starts"), moment(day, lesson, "ends")};
    entry.summary = text_of(lesson, "subject");
    if (whose) entry.summary = fmt::format("{}: {}", whose->name, entry.summary);
    entry.place = text_of(lesson, "room");
    entry.description = description(bell, lesson);
    entry.cancelled = lesson.contains("cancelled");
    entry.sequence = revisions_.of(load, day, bell);
    calendar_.entries.push_back(std::move(entry));
  }

  // Of "2026-03-11T08:30:00+03:00" the clock on the wall.
  events::Instant moment(events::Day day, const json::object& lesson, const char* name) const {
    return sight_.school().zone().instant_of(day, minute_of(text_of(lesson, name).substr(11, 5)));
  }

  static std::string description(std::uint16_t bell, const json::object& lesson) {
    std::string out = fmt::format("{} урок", bell);
    const auto add = [&out](std::string_view what, const std::string& said) {
      if (!said.empty()) out += fmt::format("\n{}: {}", what, said);
    };
    add("Класс", text_of(lesson, "class"));
    add("Группа", text_of(lesson, "group"));
    add("Учитель", text_of(lesson, "teacher_name"));
    add("Вместо", text_of(lesson, "instead_of"));
    if (lesson.contains("substitution")) out += "\nЗамена";
    add("Отменён", ground_of(text_of(lesson, "cancelled")));
    return out;
  }

  Outcome add_events() {
    wishes::AskEvents asked;
    asked.first = first_;
    asked.last = last_;
    asked.cancelled = true;  // else who has it already would keep it
    const auto told = wishes::answer(asked, sight_);
    if (!told) return told.refusal();
    const auto wanted = class_ ? class_name() : std::string();
    for (const auto& one : told->at("events").as_array()) {
      const auto& event = one.as_object();
      const auto of_class = text_of(event, "class");
      if (class_ && !of_class.empty() && of_class != wanted) continue;
      add_event(event);
    }
    return Done{};
  }

  std::string class_name() const {
    const auto info = sight_.directory().class_info(*class_, sight_.school().today());
    return info ? info->name() : std::string();
  }

  void add_event(const json::object& event) {
    const auto day = regulations::parse_iso(text_of(event, "day"));
    Entry entry;
    entry.uid =
        fmt::format("event-{}@{}", event.at("event").to_number<std::uint32_t>(), wish_.origin);
    entry.when = *day;
    const auto from = text_of(event, "from");
    const auto to = text_of(event, "to");
    if (!from.empty() && !to.empty()) {
      const auto& zone = sight_.school().zone();
      entry.when =
          Span{zone.instant_of(*day, minute_of(from)), zone.instant_of(*day, minute_of(to))};
    }
    entry.summary = text_of(event, "title");
    if (entry.summary.empty()) entry.summary = "Мероприятие";
    entry.description = text_of(event, "text");
    entry.cancelled = event.contains("cancelled");
    entry.sequence = entry.cancelled ? 1 : 0;  // an event is planned once and cancelled once
    calendar_.entries.push_back(std::move(entry));
  }

  const FeedWish& wish_;
  const wishes::Sight& sight_;
  Revisions revisions_;
  const events::Day first_;
  const events::Day last_;
  std::optional<events::ClassNumber> class_;
  Calendar calendar_;
};

}  // namespace

Result<Calendar> feed(const FeedWish& wish, const wishes::Sight& sight) {
  return FeedMaker(wish, sight).make();
}

}  // namespace letopis::calendar
