// What a teacher wishes of the journal, as it is said at the desk: facts with their ordinals, days
// and permissions come from what stands there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/school_now.h"

namespace letopis::rules {

struct HomeworkWish {
  events::HomeworkKind kind = {};
  std::string text;  // empty: none is set
  std::optional<events::Day> due;
};

// A lesson with its topic and homework, in one piece.
struct RecordLesson {
  events::LoadNumber load;
  events::Day day;
  std::uint16_t bell = 0;
  std::optional<events::RoomNumber> room;
  events::LessonKind kind = {};
  std::optional<std::string> topic;
  std::string tasks;
  std::optional<HomeworkWish> homework;
};

struct MarkWish {
  events::PersonNumber pupil;
  events::MarkValue value = {};
  std::optional<events::Commitment> comment;
};

// A column of marks for one work of a lesson (0: none named).
struct GiveMarks {
  events::LessonNumber lesson;
  std::uint16_t work = 0;
  std::vector<MarkWish> marks;
};

// Which mark of which cell; without an ordinal the cell's only standing one.
struct MarkOfCell {
  events::LessonNumber lesson;
  events::PersonNumber pupil;
  std::optional<std::uint16_t> ordinal;
};

struct CorrectMark {
  MarkOfCell mark;
  events::MarkValue value = {};
  events::ChangeType type = {};
  events::ChangeReason reason = {};
  std::optional<events::DisputeNumber> dispute;
  std::optional<events::Commitment> note;
};

struct WithdrawMark {
  MarkOfCell mark;
  events::ChangeReason reason = {};
  std::optional<events::Commitment> note;
};

// The facts of each. Refuse subject.missing (no such lesson or load), mark.none and mark.which (the
// cell has no mark, or several and none was named).
Result<std::vector<events::Fact>> facts_of(const RecordLesson& wish, events::PersonNumber author,
                                           const SchoolNow& school);
Result<std::vector<events::Fact>> facts_of(const GiveMarks& wish, events::PersonNumber author,
                                           const SchoolNow& school);
Result<std::vector<events::Fact>> facts_of(const CorrectMark& wish, events::PersonNumber author,
                                           const SchoolNow& school);
Result<std::vector<events::Fact>> facts_of(const WithdrawMark& wish, events::PersonNumber author,
                                           const SchoolNow& school);

}  // namespace letopis::rules
