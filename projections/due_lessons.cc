// What each lesson owes: its record, topic and homework, a mark for everybody who wrote a control
// work, a substitute's signature (JRN-01, 03, 09, 10, 11, 12).
#include <algorithm>
#include <map>

#include "projections/due_school.h"
#include "regulations/civil_day.h"
#include "regulations/journal_terms.h"
#include "regulations/value_list.h"

namespace letopis::projections {
namespace {

using regulations::EntryKind;

bool lists(const events::Parameter* rule, std::string_view word) {
  if (rule == nullptr) return false;
  const auto items = regulations::items_of(rule->value);
  return std::find(items.begin(), items.end(), word) != items.end();
}

// A lesson that is to be held, that was held, or both.
struct OwedLesson {
  const ExpectedLesson* expected = nullptr;
  const BookedLesson* held = nullptr;

  const Place& place() const { return held != nullptr ? held->place : expected->place; }
  std::uint16_t bell() const { return held != nullptr ? held->record.bell : expected->bell; }
};

class LessonDuties {
 public:
  LessonDuties(DueSchool& school, const DueYear& year) : school_(school), year_(year) {}

  void add() {
    read_books();
    const events::Day last = std::min(year_.span.last_day, school_.today());
    for (day_ = year_.span.first_day; day_ <= last; day_ = regulations::plus_days(day_, 1)) {
      add_day();
    }
  }

 private:
  void read_books() {
    std::vector<std::optional<events::ClassNumber>> classes{std::nullopt};
    const std::uint32_t last = school_.directory().last_number(events::NumberKind::kClass);
    for (std::uint32_t number = 1; number <= last; ++number) {
      classes.emplace_back(events::ClassNumber{number});
    }
    for (const auto& school_class : classes) {
      if (!school_.asks_for(school_class)) continue;
      for (const BookedLesson& lesson : school_.book(school_class, year_)) {
        if (lesson.stands()) by_day_[lesson.record.day].push_back(&lesson);
      }
    }
  }

  void add_day() {
    std::vector<const BookedLesson*> held;
    if (const auto found = by_day_.find(day_); found != by_day_.end()) held = found->second;
    const std::vector<ExpectedLesson> expected = school_.expected().on(day_);
    const auto take = [&held](const ExpectedLesson& lesson, bool any_bell) {
      const auto at = std::find_if(held.begin(), held.end(), [&](const BookedLesson* one) {
        return one->record.load == lesson.load && (any_bell || one->record.bell == lesson.bell);
      });
      const BookedLesson* found = at == held.end() ? nullptr : *at;
      if (at != held.end()) held.erase(at);
      return found;
    };
    std::vector<const ExpectedLesson*> open;
    for (const ExpectedLesson& lesson : expected) {
      if (!school_.asks_for(lesson.place.school_class)) continue;
      const BookedLesson* found = take(lesson, false);
      if (found != nullptr) {
        add_lesson({&lesson, found});
      } else if (!lesson.cancelled) {
        open.push_back(&lesson);
      }
    }
    // A lesson recorded under another bell of its day is that lesson all the same.
    for (const ExpectedLesson* lesson : open) add_lesson({lesson, take(*lesson, true)});
    for (const BookedLesson* lesson : held) add_lesson({nullptr, lesson});
  }

  void add_lesson(const OwedLesson& lesson) {
    const Place& place = lesson.place();
    const regulations::Parameters& rules = school_.rules(day_);
    const auto grade = grade_of(place);
    const regulations::GradeRules owed = regulations::grade_rules(rules, grade.value_or(0));
    add_record(lesson, rules, owed, grade);
    if (lesson.held != nullptr) {
      add_topic(lesson, rules, owed, grade);
      add_control_works(*lesson.held, rules, owed, grade);
      add_signature(*lesson.held, rules);
    }
    add_homework(lesson, rules, owed, grade);
  }

  std::optional<unsigned> grade_of(const Place& place) {
    if (!place.school_class) return std::nullopt;
    const auto key = std::make_pair(*place.school_class, day_);
    auto at = grades_.find(key);
    if (at == grades_.end()) {
      const auto info = school_.directory().class_info(*place.school_class, day_);
      at = grades_.emplace(key, info ? std::optional(info->grade) : std::nullopt).first;
    }
    return at->second;
  }

  std::optional<unsigned> end_of(const OwedLesson& lesson) {
    const auto bell =
        school_.expected().bells().bell(day_, lesson.bell(), lesson.place().school_class);
    if (!bell) return std::nullopt;
    return bell->end_minute;
  }

  regulations::Occasion occasion(const OwedLesson& lesson, std::optional<unsigned> grade) {
    regulations::Occasion occasion;
    occasion.day = day_;
    occasion.lesson_end_minute = end_of(lesson);
    occasion.year_last_day = year_.span.last_day;
    occasion.grade = grade;
    return occasion;
  }

  DueItem item(DueKind kind, const OwedLesson& lesson) {
    DueItem item;
    item.kind = kind;
    item.roles = {events::Role::kTeacher};
    item.who = {lesson.held != nullptr ? lesson.held->record.teacher : lesson.expected->teacher};
    item.about.school_class = lesson.place().school_class;
    item.about.subject = lesson.place().subject;
    item.about.group = lesson.place().group;
    item.about.day = day_;
    item.about.bell = lesson.bell();
    if (lesson.held != nullptr) item.about.lesson = lesson.held->record.lesson;
    item.opens = school_.zone().instant_of(day_, end_of(lesson).value_or(0));
    return item;
  }

  void put(DueItem item, EntryKind kind, const regulations::Occasion& occasion,
           const events::Parameter& rule) {
    item.clause = rule.clause;
    item.deadline = regulations::deadline_of(kind, occasion, school_.rules(day_), school_.zone(),
                                             &school_.calendar());
    school_.add(std::move(item));
  }

  bool is_done_and_unasked(const std::optional<Stamp>& done) const {
    return done && !school_.query().done;
  }

  // By the term of the topic; where only presence is kept, by that of attendance.
  void add_record(const OwedLesson& lesson, const regulations::Parameters& rules,
                  const regulations::GradeRules& owed, std::optional<unsigned> grade) {
    if (!school_.asks_for(DueKind::kLessonRecord)) return;
    if (lesson.held != nullptr && !school_.query().done) return;
    const events::Parameter* topic = owed.topics ? rules.find(regulations::kTopicDue) : nullptr;
    const events::Parameter* rule = topic;
    if (rule == nullptr) rule = rules.find(regulations::kAttendanceDue);
    if (rule == nullptr && owed.topics) {
      const events::Parameter* content = rules.find("lesson.content");
      if (lists(content, "record") || lists(content, "topic")) rule = content;
    }
    if (rule == nullptr) return;
    DueItem record = item(DueKind::kLessonRecord, lesson);
    if (lesson.held != nullptr) record.done = lesson.held->record.held;
    const EntryKind kind = topic != nullptr ? EntryKind::kTopic : EntryKind::kAttendance;
    put(std::move(record), kind, occasion(lesson, grade), *rule);
  }

  void add_topic(const OwedLesson& lesson, const regulations::Parameters& rules,
                 const regulations::GradeRules& owed, std::optional<unsigned> grade) {
    if (!owed.topics || is_done_and_unasked(lesson.held->topic)) return;
    const events::Parameter* rule = rules.find(regulations::kTopicDue);
    if (rule == nullptr &&
        regulations::kinds_with_mandatory_topics(rules).contains(lesson.held->record.kind)) {
      rule = rules.find("topics_mandatory");
    }
    if (rule == nullptr) return;
    DueItem topic = item(DueKind::kTopic, lesson);
    topic.done = lesson.held->topic;
    put(std::move(topic), EntryKind::kTopic, occasion(lesson, grade), *rule);
  }

  // Owed of a lesson without a record too: its term may be the shorter one.
  void add_homework(const OwedLesson& lesson, const regulations::Parameters& rules,
                    const regulations::GradeRules& owed, std::optional<unsigned> grade) {
    const events::Parameter* rule = rules.find(regulations::kHomeworkDue);
    if (rule == nullptr || !owed.homework) return;
    const std::optional<Stamp> said =
        lesson.held != nullptr ? lesson.held->homework : std::optional<Stamp>();
    if (is_done_and_unasked(said) || (!said && regulations::homework_is_optional(rules))) return;
    DueItem homework = item(DueKind::kHomework, lesson);
    homework.done = said;
    regulations::Occasion when = occasion(lesson, grade);
    const auto of_day = school_.expected().last_end(lesson.place(), day_);
    when.last_lesson_end_minute = when.lesson_end_minute;
    if (of_day) {
      when.last_lesson_end_minute = std::max(*of_day, when.lesson_end_minute.value_or(0));
    }
    put(std::move(homework), EntryKind::kHomework, when, *rule);
  }

  void add_control_works(const BookedLesson& lesson, const regulations::Parameters& rules,
                         const regulations::GradeRules& owed, std::optional<unsigned> grade) {
    if (!owed.marks || !regulations::everyone_present_is_marked(rules)) return;
    const events::Parameter* rule = rules.find("control_work.everyone_present_marked");
    for (const Work& work : lesson.record.works) {
      if (work.kind != events::WorkKind::kControl || rule == nullptr) continue;
      DueItem marks = item(DueKind::kControlWorkMarks, {nullptr, &lesson});
      if (!read_marks(lesson, work.number, marks)) continue;
      regulations::Occasion when = occasion({nullptr, &lesson}, grade);
      when.work = work.kind;
      put(std::move(marks), EntryKind::kWrittenWorkMark, when, *rule);
    }
  }

  // Who of those present has no mark, or when the last of them got one; false iff nobody was there.
  bool read_marks(const BookedLesson& lesson, std::uint16_t work, DueItem& marks) {
    bool somebody = false;
    Stamp last{};
    for (const events::PersonNumber pupil : school_.roll().on(lesson.place, day_)) {
      const auto cell = std::lower_bound(
          lesson.cells.begin(), lesson.cells.end(), pupil,
          [](const CellDraft& one, events::PersonNumber number) { return one.pupil < number; });
      const bool found = cell != lesson.cells.end() && cell->pupil == pupil;
      const auto mark = found ? mark_for(*cell, lesson, work) : std::nullopt;
      const bool away =
          found && cell->presence && cell->presence->kind == events::AbsenceKind::kAbsent;
      if ((away && !mark) || is_exempt(pupil, lesson.place.subject)) continue;
      if (!mark && is_elsewhere(pupil, lesson.place)) continue;
      somebody = true;
      if (!mark) marks.about.lacking.push_back(pupil);
      if (mark && last.position <= mark->position) last = *mark;
    }
    if (somebody && marks.about.lacking.empty()) marks.done = last;
    return somebody;
  }

  // A mark that names no work is for the only one there is. When it was first given counts.
  static std::optional<Stamp> mark_for(const CellDraft& cell, const BookedLesson& lesson,
                                       std::uint16_t work) {
    for (const Mark& mark : resolve_marks(cell.steps)) {
      const bool named = mark.work == work || (mark.work == 0 && lesson.record.works.size() == 1);
      if (!mark.value || !named) continue;
      for (const MarkStep& step : cell.steps) {
        if (!step.is_void && step.ordinal == mark.ordinal) return step.stamp;
      }
    }
    return std::nullopt;
  }

  // Taught at home or by the family, the pupil is not where the class writes its works.
  bool is_elsewhere(events::PersonNumber pupil, const Place& place) {
    if (place.group) return false;
    auto at = forms_.find(pupil);
    if (at == forms_.end()) {
      at = forms_.emplace(pupil, school_.directory().study_forms_of(pupil)).first;
    }
    bool elsewhere = false;
    for (const events::StudyFormSet& form : at->second) {
      const Interval days{form.first_day, form.last_day.value_or(kNoEnd)};
      if (!days.holds(day_) || form.subject.value_or(place.subject) != place.subject) continue;
      elsewhere = form.form == events::StudyForm::kHomeSchooling ||
                  form.form == events::StudyForm::kFamilyEducation;
    }
    return elsewhere;
  }

  bool is_exempt(events::PersonNumber pupil, events::SubjectNumber subject) {
    auto at = exemptions_.find(pupil);
    if (at == exemptions_.end()) {
      at = exemptions_.emplace(pupil, school_.directory().exemptions_of(pupil)).first;
    }
    return std::any_of(at->second.begin(), at->second.end(), [&](const auto& one) {
      return one.subject == subject && one.first_day <= day_ && day_ <= one.last_day;
    });
  }

  void add_signature(const BookedLesson& lesson, const regulations::Parameters& rules) {
    const events::Parameter* rule = rules.find("substitution");
    if (!lesson.record.substitution || !lists(rule, "register_signature")) return;
    DueItem signature = item(DueKind::kSubstitutionSignature, {nullptr, &lesson});
    for (const auto& one : valid_on<events::SubstitutionSigned>(
             school_.directory(), Shelf::kLessonStory, {lesson.record.lesson.value})) {
      if (!signature.done) signature.done = one.stamp;
    }
    signature.clause = rule->clause;
    school_.add(std::move(signature));
  }

  DueSchool& school_;
  const DueYear& year_;
  events::Day day_;
  std::map<events::Day, std::vector<const BookedLesson*>> by_day_;
  std::map<std::pair<events::ClassNumber, events::Day>, std::optional<unsigned>> grades_;
  std::map<events::PersonNumber, std::vector<events::ExemptionGiven>> exemptions_;
  std::map<events::PersonNumber, std::vector<events::StudyFormSet>> forms_;
};

bool asks_for_any(const DueSchool& school) {
  using enum DueKind;
  for (const DueKind kind :
       {kLessonRecord, kTopic, kHomework, kControlWorkMarks, kSubstitutionSignature}) {
    if (school.asks_for(kind)) return true;
  }
  return false;
}

}  // namespace

void add_lesson_duties(DueSchool& school) {
  if (!asks_for_any(school)) return;
  for (const DueYear& year : school.years()) LessonDuties(school, year).add();
}

}  // namespace letopis::projections
