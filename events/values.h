// Values that facts are made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "events/enumerations.h"
#include "events/identifiers.h"
#include "signing/digest.h"
#include "signing/ed25519.h"

namespace letopis::events {

// A field in which a fact declares a new number, as against one that refers to what is there.
template <class Number>
struct Declared {
  Number& number;
};
template <class Number>
Declared<Number> declares(Number& number) {
  return {number};
}

// What a decision rests on: the number and day of an order.
struct Order {
  std::string number;
  Day day = {};

  bool operator==(const Order&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("number", self.number);
    visit("day", self.day);
  }
};

// One value of a regulation beside the clause it comes from.
struct Parameter {
  std::string key;
  std::string value;
  std::string clause;

  bool operator==(const Parameter&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("key", self.key);
    visit("value", self.value);
    visit("clause", self.clause);
  }
};

// One lesson of a bell schedule; minutes from midnight, the end exclusive.
struct Bell {
  std::uint16_t ordinal = 0;
  std::uint16_t start_minute = 0;
  std::uint16_t end_minute = 0;

  bool operator==(const Bell&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("ordinal", self.ordinal);
    visit("start_minute", self.start_minute);
    visit("end_minute", self.end_minute);
  }
};

// Hours a week for one subject in one grade, in hundredths.
struct CurriculumLine {
  std::uint16_t grade = 0;
  SubjectNumber subject = {};
  std::uint16_t weekly_hours = 0;

  bool operator==(const CurriculumLine&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("grade", self.grade);
    visit("subject", self.subject);
    visit("weekly_hours", self.weekly_hours);
  }
};

// One line of a lesson plan.
struct PlanTopic {
  std::uint16_t hours = 0;
  std::string topic;
  bool control_work = false;

  bool operator==(const PlanTopic&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("hours", self.hours);
    visit("topic", self.topic);
    visit("control_work", self.control_work);
  }
};

// One weekly lesson: weekday 1 is Monday, the bell counts from 1.
struct TimetableSlot {
  LoadNumber load = {};
  std::uint16_t weekday = 0;
  std::uint16_t bell = 0;
  std::optional<RoomNumber> room;
  DayParity parity = {};

  bool operator==(const TimetableSlot&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("load", self.load);
    visit("weekday", self.weekday);
    visit("bell", self.bell);
    visit("room", self.room);
    visit("parity", self.parity);
  }
};

// One private text about a person: what it is, and the commitment to it.
struct PrivateField {
  PersonField field = {};
  Commitment text = {};

  bool operator==(const PrivateField&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("field", self.field);
    visit("text", self.text);
  }
};

// One participant's copy of a message: whose it is, and the commitment to it.
struct Letter {
  PersonNumber person = {};
  Commitment text = {};

  bool operator==(const Letter&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("text", self.text);
  }
};

// A part of a day; minutes from midnight, the end exclusive.
struct TimeSpan {
  std::uint16_t start_minute = 0;
  std::uint16_t end_minute = 0;

  bool operator==(const TimeSpan&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("start_minute", self.start_minute);
    visit("end_minute", self.end_minute);
  }
};

}  // namespace letopis::events
