// Facts: the diary's notes, control and reports (DRY, REP).
// `visit_fields(self, visit)` calls visit(name, field) for each field in the order of event.capnp.
#pragma once

#include <string_view>

#include "events/values.h"

namespace letopis::events {

// A remark, recommendation or praise; its text is private.
struct PupilNoted {
  static constexpr std::string_view kName = "pupil_noted";

  PersonNumber pupil = {};
  PupilNoteKind kind = {};
  std::optional<LessonNumber> lesson;
  Commitment text = {};

  bool operator==(const PupilNoted&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("kind", self.kind);
    visit("lesson", self.lesson);
    visit("text", self.text);
  }
};

// A family was told of something recorded at a position.
struct FamilyTold {
  static constexpr std::string_view kName = "family_told";

  PersonNumber pupil = {};
  NoticeChannel channel = {};
  Position about = {};

  bool operator==(const FamilyTold&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("channel", self.channel);
    visit("about", self.about);
  }
};

// A remark to a teacher about a journal, with a due date.
struct RemarkMade {
  static constexpr std::string_view kName = "remark_made";

  RemarkNumber remark = {};
  PersonNumber teacher = {};
  std::optional<ClassNumber> school_class;
  std::optional<SubjectNumber> subject;
  RemarkLevel level = {};
  Day due = {};
  Commitment text = {};

  bool operator==(const RemarkMade&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("remark", declares(self.remark));
    visit("teacher", self.teacher);
    visit("school_class", self.school_class);
    visit("subject", self.subject);
    visit("level", self.level);
    visit("due", self.due);
    visit("text", self.text);
  }
};

// The teacher has settled a remark.
struct RemarkSettled {
  static constexpr std::string_view kName = "remark_settled";

  RemarkNumber remark = {};
  std::optional<Commitment> text;

  bool operator==(const RemarkSettled&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("remark", self.remark);
    visit("text", self.text);
  }
};

// Who made the remark confirms that it is settled, or not.
struct RemarkConfirmed {
  static constexpr std::string_view kName = "remark_confirmed";

  RemarkNumber remark = {};
  bool settled = false;

  bool operator==(const RemarkConfirmed&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("remark", self.remark);
    visit("settled", self.settled);
  }
};

// The note (справка) of a control of journals.
struct ControlNoteIssued {
  static constexpr std::string_view kName = "control_note_issued";

  ControlNoteNumber note = {};
  Day first_day = {};
  Day last_day = {};
  ControlSubject subject = {};
  std::optional<ClassNumber> school_class;
  Commitment findings = {};
  Commitment conclusion = {};
  std::optional<Day> due;

  bool operator==(const ControlNoteIssued&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("note", declares(self.note));
    visit("first_day", self.first_day);
    visit("last_day", self.last_day);
    visit("subject", self.subject);
    visit("school_class", self.school_class);
    visit("findings", self.findings);
    visit("conclusion", self.conclusion);
    visit("due", self.due);
  }
};

// The author has read it.
struct AcquaintanceSigned {
  static constexpr std::string_view kName = "acquaintance_signed";

  PersonNumber person = {};
  AcquaintanceSubject subject = {};
  std::uint32_t number = 0;

  bool operator==(const AcquaintanceSigned&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("subject", self.subject);
    visit("number", self.number);
  }
};

// A report or review that the regulation asks for was made, and who received it.
struct ReportHandedIn {
  static constexpr std::string_view kName = "report_handed_in";

  ReportKind kind = {};
  std::optional<ClassNumber> school_class;
  std::optional<PeriodNumber> period;
  Day first_day = {};
  Day last_day = {};
  std::optional<PersonNumber> received_by;

  bool operator==(const ReportHandedIn&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("school_class", self.school_class);
    visit("period", self.period);
    visit("first_day", self.first_day);
    visit("last_day", self.last_day);
    visit("received_by", self.received_by);
  }
};

}  // namespace letopis::events
