// What those who set a school up ask: how it is arranged, and who has come in.
#pragma once

#include <optional>

#include "events/identifiers.h"
#include "wishes/form.h"

namespace letopis::wishes {

struct AskArrangement {
  static constexpr std::string_view kName = "arrangement";
  static constexpr Text kTells{
      "Как устроена школа: сведения, годы и периоды, звонки, предметы, группы, нагрузка, "
      "расписания.",
      "How the school is arranged: profile, years and periods, bells, subjects, groups, loads, "
      "timetables."};
  std::optional<events::YearNumber> year;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("year", self.year);
    visit("as_of", self.as_of);
  }
};

struct AskAccounts {
  static constexpr std::string_view kName = "accounts";
  static constexpr Text kTells{
      "Доступ людей: кому выдан код, кто вошёл, какие ключи у них есть.",
      "People's access: to whom a code was issued, who came in, which keys they have."};
  std::optional<events::ClassNumber> school_class;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("class", self.school_class);
    visit("as_of", self.as_of);
  }
};

}  // namespace letopis::wishes
