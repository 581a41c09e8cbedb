// The wishes of rules/commands_school.h as they are said from outside.
#pragma once

#include <string>

#include "rules/command.h"
#include "wishes/form.h"

namespace letopis::wishes {

// A regulation that comes with the program, by its name.
struct AdoptBundled {
  std::string regulation;
  std::optional<events::Order> order;
  events::Day in_force_from;
};

template <>
struct Form<AdoptBundled> {
  static constexpr std::string_view kName = "adopt_regulation";
  static constexpr Text kTells{
      "Принять регламент из тех, что есть в программе: letopis regulation.",
      "Adopt one of the regulations that come with the program: letopis regulation."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("regulation", self.regulation);
    visit("order", self.order);
    visit("in_force_from", self.in_force_from);
  }
  // Refuses reference.unknown, naming those that there are.
  static Result<rules::Command> command(const AdoptBundled& wish);
};

}  // namespace letopis::wishes
