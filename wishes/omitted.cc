#include "wishes/omitted.h"

#include "outcome/invariant.h"

namespace letopis::wishes {
namespace {

using enum Omitted::Kind;

constexpr Omitted kOmitted[] = {
    {"lesson_held", "teacher", kAuthor},
    {"lesson_held", "kind", kJson, "\"ordinary\""},
    {"lesson_withdrawn", "day", kLessonDay},
    {"lesson_withdrawn", "reason", kJson, "\"entered_in_error\""},
    {"topic_set", "day", kLessonDay},
    {"topic_set", "tasks", kJson, "\"\""},
    {"topic_set", "plan_line", kJson, "0"},
    {"work_set", "day", kLessonDay},
    {"work_set", "work", kJson, "1"},
    {"work_set", "weight", kJson, "100"},
    {"work_set", "title", kJson, "\"\""},
    {"homework_set", "day", kLessonDay},
    {"individual_homework_set", "day", kLessonDay},
    {"homework_none", "day", kLessonDay},
    {"safety_briefed", "day", kLessonDay},
    {"absence_noted", "day", kLessonDay},
    {"absence_noted", "kind", kJson, "\"absent\""},
    {"absence_noted", "minutes", kJson, "0"},
    {"absence_withdrawn", "day", kLessonDay},
    {"absence_withdrawn", "reason", kJson, "\"entered_in_error\""},
    {"mark_given", "day", kLessonDay},
    {"mark_given", "ordinal", kJson, "1"},
    {"mark_given", "work", kJson, "0"},
    {"mark_corrected", "day", kLessonDay},
    {"mark_corrected", "ordinal", kJson, "1"},
    {"mark_corrected", "type", kJson, "\"correction\""},
    {"mark_withdrawn", "day", kLessonDay},
    {"mark_withdrawn", "ordinal", kJson, "1"},
    {"period_mark_given", "kind", kJson, "\"period\""},
    {"period_mark_corrected", "kind", kJson, "\"period\""},
    {"period_mark_corrected", "type", kJson, "\"correction\""},
    {"period_mark_withdrawn", "kind", kJson, "\"period\""},
    {"dispute_raised", "ordinal", kJson, "1"},
    {"dispute_raised", "found", kToday},
    {"calendar_day_declared", "title", kJson, "\"\""},
    {"room_registered", "capacity", kJson, "0"},
    {"slots", "parity", kJson, "\"every\""},
    {"parameters", "clause", kJson, "\"\""},
    {"parameter", "clause", kJson, "\"\""},
    {"topics", "hours", kJson, "1"},
    {"consent_recorded", "day", kToday},
    {"consent_recorded", "said_by", kAuthor},
    {"consent_recorded", "state", kJson, "\"given\""},
    {"consent_recorded", "purpose", kJson, "\"journal\""},
    {"diary_form_chosen", "day", kToday},
    {"diary_form_chosen", "chosen_by", kAuthor},
    {"notices_chosen", "parent", kAuthor},
    {"person_checked", "day", kToday},
    {"acquaintance_signed", "person", kAuthor},
    {"key_ended", "key", kKey},
    {"key_compromised", "key", kKey},
    {"workplace_taken", "person", kAuthor},
    {"credential_issued", "medium", kJson, "\"paper\""},
    {"news_posted", "section", kJson, "\"school\""},
    {"news_posted", "kind", kJson, "\"news\""},
    {"section_filled", "day", kToday},
    {"copy_certified", "day", kToday},
    {"copy_handed_over", "day", kToday},
    {"import_file", "first_day", kToday},
    {"issue_code", "medium", kJson, "\"paper\""},
    {"issue_codes", "medium", kJson, "\"paper\""},
    {"consents", "purpose", kJson, "\"journal\""},
    {"consents", "state", kJson, "\"given\""},
    {"consents", "day", kToday},
    {"consent", "state", kJson, "\"given\""},
    {"consent", "day", kToday},
    {"roles", "first_day", kToday},
    {"people", "first_day", kToday},
    {"periods", "first_grade", kJson, "1"},
    {"periods", "last_grade", kJson, "11"},
    {"days", "title", kJson, "\"\""},
    {"promote_all", "last_grade", kJson, "11"},
    {"record_lesson", "kind", kJson, "\"ordinary\""},
    {"record_lesson", "tasks", kJson, "\"\""},
    {"record_lesson", "day", kToday},
    {"homework", "kind", kJson, "\"written\""},
    {"give_marks", "work", kJson, "0"},
    {"correct_mark", "type", kJson, "\"correction\""},
};

}  // namespace

const Omitted* omitted(std::string_view form, std::string_view field) {
  for (const auto& one : kOmitted) {
    if (one.form == form && one.field == field) return &one;
  }
  return nullptr;
}

Text tell_omitted(Omitted::Kind kind) {
  switch (kind) {
    case kJson: return {};
    case kToday: return {"без этого — день записи", "without it: the day of the wish"};
    case kLessonDay: return {"без этого — день урока", "without it: the day of the lesson"};
    case kAuthor: return {"без этого — сам автор", "without it: the author"};
    case kKey:
      return {"без этого — действующий ключ этого человека",
              "without it: the key in force of that person"};
  }
  INVARIANT(false);
}

}  // namespace letopis::wishes
