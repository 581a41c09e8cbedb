// Facts: marks, their changes, period marks, disputes and permissions (JRN).
// `visit_fields(self, visit)` calls visit(name, field) for each field in the order of event.capnp.
#pragma once

#include <string_view>

#include "events/values.h"

namespace letopis::events {

// A mark in a pupil's cell; the ordinal counts the cell's marks from 1.
struct MarkGiven {
  static constexpr std::string_view kName = "mark_given";

  LessonNumber lesson = {};
  PersonNumber pupil = {};
  Day day = {};
  std::uint16_t ordinal = 0;
  MarkValue value = {};
  std::uint16_t work = 0;
  std::optional<PermissionNumber> permission;
  std::optional<Commitment> comment;

  bool operator==(const MarkGiven&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("lesson", self.lesson);
    visit("pupil", self.pupil);
    visit("day", self.day);
    visit("ordinal", self.ordinal);
    visit("value", self.value);
    visit("work", self.work);
    visit("permission", self.permission);
    visit("comment", self.comment);
  }
};

// A mark of the cell has another value; the old one stays in the log.
struct MarkCorrected {
  static constexpr std::string_view kName = "mark_corrected";

  LessonNumber lesson = {};
  PersonNumber pupil = {};
  Day day = {};
  std::uint16_t ordinal = 0;
  MarkValue value = {};
  ChangeType type = {};
  ChangeReason reason = {};
  std::optional<DisputeNumber> dispute;
  std::optional<PermissionNumber> permission;
  std::optional<Commitment> note;

  bool operator==(const MarkCorrected&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("lesson", self.lesson);
    visit("pupil", self.pupil);
    visit("day", self.day);
    visit("ordinal", self.ordinal);
    visit("value", self.value);
    visit("type", self.type);
    visit("reason", self.reason);
    visit("dispute", self.dispute);
    visit("permission", self.permission);
    visit("note", self.note);
  }
};

// A mark of the cell no longer counts; it stays in the log.
struct MarkWithdrawn {
  static constexpr std::string_view kName = "mark_withdrawn";

  LessonNumber lesson = {};
  PersonNumber pupil = {};
  Day day = {};
  std::uint16_t ordinal = 0;
  ChangeReason reason = {};
  std::optional<PermissionNumber> permission;
  std::optional<Commitment> note;

  bool operator==(const MarkWithdrawn&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("lesson", self.lesson);
    visit("pupil", self.pupil);
    visit("day", self.day);
    visit("ordinal", self.ordinal);
    visit("reason", self.reason);
    visit("permission", self.permission);
    visit("note", self.note);
  }
};

// A period, year, exam or final mark.
struct PeriodMarkGiven {
  static constexpr std::string_view kName = "period_mark_given";

  PersonNumber pupil = {};
  ClassNumber school_class = {};
  SubjectNumber subject = {};
  PeriodNumber period = {};
  ResultKind kind = {};
  MarkValue value = {};
  std::optional<Order> order;

  bool operator==(const PeriodMarkGiven&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("school_class", self.school_class);
    visit("subject", self.subject);
    visit("period", self.period);
    visit("kind", self.kind);
    visit("value", self.value);
    visit("order", self.order);
  }
};

// A period mark has another value.
struct PeriodMarkCorrected {
  static constexpr std::string_view kName = "period_mark_corrected";

  PersonNumber pupil = {};
  ClassNumber school_class = {};
  SubjectNumber subject = {};
  PeriodNumber period = {};
  ResultKind kind = {};
  MarkValue value = {};
  ChangeType type = {};
  ChangeReason reason = {};
  std::optional<DisputeNumber> dispute;
  std::optional<PermissionNumber> permission;
  std::optional<Commitment> note;

  bool operator==(const PeriodMarkCorrected&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("school_class", self.school_class);
    visit("subject", self.subject);
    visit("period", self.period);
    visit("kind", self.kind);
    visit("value", self.value);
    visit("type", self.type);
    visit("reason", self.reason);
    visit("dispute", self.dispute);
    visit("permission", self.permission);
    visit("note", self.note);
  }
};

// A period mark no longer counts.
struct PeriodMarkWithdrawn {
  static constexpr std::string_view kName = "period_mark_withdrawn";

  PersonNumber pupil = {};
  ClassNumber school_class = {};
  SubjectNumber subject = {};
  PeriodNumber period = {};
  ResultKind kind = {};
  ChangeReason reason = {};
  std::optional<PermissionNumber> permission;
  std::optional<Commitment> note;

  bool operator==(const PeriodMarkWithdrawn&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("school_class", self.school_class);
    visit("subject", self.subject);
    visit("period", self.period);
    visit("kind", self.kind);
    visit("reason", self.reason);
    visit("permission", self.permission);
    visit("note", self.note);
  }
};

// The entries of a period are closed for a class.
struct PeriodClosed {
  static constexpr std::string_view kName = "period_closed";

  ClassNumber school_class = {};
  PeriodNumber period = {};

  bool operator==(const PeriodClosed&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("school_class", self.school_class);
    visit("period", self.period);
  }
};

// A closed period is opened again by order.
struct PeriodReopened {
  static constexpr std::string_view kName = "period_reopened";

  ClassNumber school_class = {};
  PeriodNumber period = {};
  Order order = {};

  bool operator==(const PeriodReopened&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("school_class", self.school_class);
    visit("period", self.period);
    visit("order", self.order);
  }
};

// A pupil or parent reports a wrong mark.
struct DisputeRaised {
  static constexpr std::string_view kName = "dispute_raised";

  DisputeNumber dispute = {};
  PersonNumber pupil = {};
  LessonNumber lesson = {};
  std::uint16_t ordinal = 0;
  Day found = {};
  std::optional<Commitment> text;

  bool operator==(const DisputeRaised&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("dispute", declares(self.dispute));
    visit("pupil", self.pupil);
    visit("lesson", self.lesson);
    visit("ordinal", self.ordinal);
    visit("found", self.found);
    visit("text", self.text);
  }
};

// The teacher answers with a correction or a reason.
struct DisputeAnswered {
  static constexpr std::string_view kName = "dispute_answered";

  DisputeNumber dispute = {};
  PersonNumber pupil = {};
  DisputeOutcome outcome = {};
  std::optional<Commitment> text;

  bool operator==(const DisputeAnswered&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("dispute", self.dispute);
    visit("pupil", self.pupil);
    visit("outcome", self.outcome);
    visit("text", self.text);
  }
};

// A late entry is allowed: to whom, where, until when, by which order.
struct PermissionGiven {
  static constexpr std::string_view kName = "permission_given";

  PermissionNumber permission = {};
  PersonNumber teacher = {};
  ClassNumber school_class = {};
  std::optional<SubjectNumber> subject;
  Day first_day = {};
  Day last_day = {};
  Instant until = {};
  Order order = {};

  bool operator==(const PermissionGiven&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("permission", declares(self.permission));
    visit("teacher", self.teacher);
    visit("school_class", self.school_class);
    visit("subject", self.subject);
    visit("first_day", self.first_day);
    visit("last_day", self.last_day);
    visit("until", self.until);
    visit("order", self.order);
  }
};

// A permission is taken back.
struct PermissionEnded {
  static constexpr std::string_view kName = "permission_ended";

  PermissionNumber permission = {};

  bool operator==(const PermissionEnded&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("permission", self.permission);
  }
};

}  // namespace letopis::events
