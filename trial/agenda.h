// What people in the trial will do, in the order in which the server will record it.
#pragma once

#include <functional>
#include <vector>

#include "trial/dates.h"
#include "trial/random.h"

namespace letopis::trial {

// When somebody acts, by the own clock, and when the server records it.
struct Moment {
  events::Instant at;
  events::Instant stated;
};

// A time in which the server could not be reached.
struct Breakdown {
  events::Instant first;
  events::Instant last;
};

class Agenda {
 public:
  using Act = std::function<void(Moment)>;

  Agenda(std::uint64_t seed, Breakdown breakdown);

  // To be done when the person's clock shows `stated`; a moment that has passed means now. What
  // falls into the breakdown is recorded after it, in the same order.
  void at(events::Instant stated, Act act);

  // The same for an act that only tries something in vain: whether there is one changes nothing of
  // when others act. It puts nothing on the agenda by `at`.
  void aside(events::Instant stated, Act act);

  // Does everything, also what acts add. Of equal moments the earlier added comes first.
  void live();

 private:
  struct Item {
    events::Instant at;
    std::uint64_t order = 0;
    events::Instant stated;
    Act act;
  };
  void add(events::Instant stated, Act act, Random& latency);
  static bool later(const Item& left, const Item& right);

  Random latency_;
  Random latency_aside_;
  Breakdown breakdown_;
  events::Instant now_;
  std::uint64_t added_ = 0;
  std::vector<Item> heap_;
};

}  // namespace letopis::trial
