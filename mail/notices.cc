#include "mail/notices.h"

#include <algorithm>
#include <set>

namespace letopis::mail {
namespace {

using events::PersonNumber;
using projections::Directory;
using projections::Shelf;

bool is_told(PersonNumber person, const Directory& directory) {
  return channel_of(person, directory) == events::NoticeChannel::kEmail;
}

// The parents of a class's pupils of that day, each once.
std::set<PersonNumber> parents_of(events::ClassNumber school_class, events::Day day,
                                  const Directory& directory) {
  std::set<PersonNumber> parents;
  for (const auto& member : directory.pupils_of(school_class, day, day)) {
    for (const auto& link : directory.guardians_of(member.pupil)) parents.insert(link.guardian);
  }
  return parents;
}

std::set<PersonNumber> parents_in(std::optional<events::ClassNumber> school_class, events::Day day,
                                  const Directory& directory) {
  if (school_class) return parents_of(*school_class, day, directory);
  std::set<PersonNumber> parents;
  for (const auto& one : directory.classes(day))
    parents.merge(parents_of(one.number, day, directory));
  return parents;
}

struct Follow {
  const events::RecordedEvent& event;
  const Directory& directory;
  events::Day today;
  std::vector<Notice>& notices;

  void tell(PersonNumber person, NoticeKind kind, std::uint32_t about, events::Day day = {}) const {
    if (person != event.event.author && is_told(person, directory)) {
      notices.push_back({kind, person, about, day});
    }
  }
  void tell_parents(std::optional<events::ClassNumber> school_class, NoticeKind kind,
                    std::uint32_t about) const {
    for (const auto parent : parents_in(school_class, today, directory)) tell(parent, kind, about);
  }

  void tell_family(PersonNumber pupil, NoticeKind kind, std::uint32_t about) const {
    for (const auto& link : directory.guardians_of(pupil)) tell(link.guardian, kind, about, today);
  }

  void operator()(const events::MessageSent& fact) const {
    for (const auto& letter : fact.letters) {
      tell(letter.person, NoticeKind::kMessage, fact.message.value);
    }
  }
  void operator()(const events::NewsPosted& fact) const {
    if (fact.section != events::NewsSection::kSchool) return;
    tell_parents(fact.school_class, NoticeKind::kNews, fact.post.value);
  }
  void operator()(const events::EventPlanned& fact) const {
    if (fact.day < today) return;  // noted afterwards
    tell_parents(fact.school_class, NoticeKind::kEvent, fact.event.value);
  }
  void operator()(const events::EventCancelled& fact) const {
    const auto planned = directory.declared<events::EventPlanned>(fact.event);
    if (!planned || planned->fact.day < today) return;
    tell_parents(planned->fact.school_class, NoticeKind::kCancelled, fact.event.value);
  }
  void operator()(const events::AbsenceNoted& fact) const {
    if (fact.kind != events::AbsenceKind::kAbsent) return;
    for (const auto& link : directory.guardians_of(fact.pupil)) {
      tell(link.guardian, NoticeKind::kAbsence, fact.pupil.value, fact.day);
    }
  }
  void operator()(const events::MarkCorrected& fact) const {
    tell_family(fact.pupil, NoticeKind::kCorrection, fact.lesson.value);
  }
  void operator()(const events::MarkWithdrawn& fact) const {
    tell_family(fact.pupil, NoticeKind::kCorrection, fact.lesson.value);
  }
  // Marks and all else of the diary come with the day or the week.
  template <class Other>
  void operator()(const Other&) const {}
};

struct Span {
  events::Day first;
  events::Day last;
};

std::vector<Notice> diary_notices(NoticeKind kind, Span span, const Directory& directory) {
  std::vector<Notice> notices;
  for (const auto& one : directory.classes(span.last)) {
    for (const auto& member : directory.pupils_of(one.number, span.first, span.last)) {
      for (const auto& link : directory.guardians_of(member.pupil)) {
        if (!is_told(link.guardian, directory)) continue;
        notices.push_back({kind, link.guardian, member.pupil.value, span.first});
      }
    }
  }
  return notices;
}

}  // namespace

std::optional<events::NoticeChannel> channel_of(PersonNumber parent, const Directory& directory) {
  const auto chosen =
      projections::valid_on<events::NoticesChosen>(directory, Shelf::kChoices, {parent.value});
  if (chosen.empty()) return std::nullopt;
  return chosen.back().fact.channel;
}

std::vector<Notice> notices_of(const events::RecordedEvent& event, const Directory& directory,
                               events::Day today) {
  std::vector<Notice> notices;
  std::visit(Follow{event, directory, today, notices},
             static_cast<const events::AnyFact&>(event.event.fact));
  return notices;
}

std::vector<Notice> weekly_notices(events::Day monday, const Directory& directory) {
  constexpr int days_to_friday = 4;
  return diary_notices(NoticeKind::kWeek, {monday, {monday.value + days_to_friday}}, directory);
}

std::vector<Notice> daily_notices(events::Day day, const Directory& directory) {
  return diary_notices(NoticeKind::kDay, {day, day}, directory);
}

std::vector<Notice> services_notices(events::Day first_day, const Directory& directory) {
  std::vector<Notice> notices;
  for (const auto parent : parents_in(std::nullopt, first_day, directory)) {
    const auto channel = channel_of(parent, directory);
    if (channel && *channel != events::NoticeChannel::kEmail) continue;
    notices.push_back({NoticeKind::kServices, parent, 0, first_day});
  }
  return notices;
}

std::vector<events::Day> periods_begun(events::Day after, events::Day until,
                                       const Directory& directory) {
  std::set<events::Day> days;
  for (const auto& year : directory.years()) {
    for (const auto& period : directory.periods(year.year)) {
      if (period.kind == events::PeriodKind::kYear) continue;  // its first quarter's day
      if (after < period.first_day && period.first_day <= until) days.insert(period.first_day);
    }
  }
  return {days.begin(), days.end()};
}

}  // namespace letopis::mail
