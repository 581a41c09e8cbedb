#include "rules/archive_rules.h"

#include <fmt/format.h>

#include "regulations/civil_day.h"

namespace letopis::rules {
namespace {

using projections::Shelf;
using projections::valid_on;

Refusal destroyed_already(const events::VolumeDestroyed& before) {
  return {"volume.destroyed",
          {fmt::format("том № {} на носителе № {} уже уничтожен по акту {}", before.volume.value,
                       before.medium.value, before.act.number),
           fmt::format("volume {} was destroyed on medium {} already, by the act {}",
                       before.volume.value, before.medium.value, before.act.number)}};
}

// The last day of keeping belongs to the term.
Outcome check_over(const events::VolumeSealed& sealed, const SchoolNow& school) {
  if (sealed.kind == events::VolumeKind::kLog) {
    return Refusal{
        "volume.of_log",
        {fmt::format("том {} хранит журнал событий: его не уничтожают", sealed.name),
         fmt::format("the volume {} holds the log: it is never destroyed", sealed.name)}};
  }
  if (!sealed.keep_until) {
    return Refusal{"volume.kept_for_ever",
                   {fmt::format("том {} хранят постоянно", sealed.name),
                    fmt::format("the volume {} is kept for ever", sealed.name)}};
  }
  const events::Day last = *sealed.keep_until;
  if (last < school.today()) return Done{};
  const events::Day first = regulations::plus_days(last, 1);
  return Refusal{
      "volume.kept",
      {fmt::format("том {} хранят по {} включительно", sealed.name, regulations::russian(last)),
       fmt::format("the volume {} is kept until {}, that day included", sealed.name,
                   regulations::iso(last))},
      {},
      {fmt::format("уничтожить его можно с {}", regulations::russian(first)),
       fmt::format("it may be destroyed from {} on", regulations::iso(first))}};
}

}  // namespace

Outcome check_term(const events::VolumeSealed& fact, const SchoolNow& school) {
  if (!fact.keep_until) return Done{};
  if (fact.kind == events::VolumeKind::kLog) {
    return Refusal{"volume.term_of_log",
                   {"тома журнала событий хранят постоянно: срока у них нет",
                    "volumes of the log are kept for ever: they have no term"}};
  }
  if (*fact.keep_until >= school.today()) return Done{};
  return Refusal{"volume.term_past",
                 {fmt::format("срок хранения тома истёк бы раньше, чем он запечатан: {}",
                              regulations::russian(*fact.keep_until)),
                  fmt::format("the volume's term would be over before it is sealed: {}",
                              regulations::iso(*fact.keep_until))}};
}

Outcome check(const events::VolumeDestroyed& fact, const Act&, const SchoolNow& school) {
  const auto sealed = school.directory().declared<events::VolumeSealed>(fact.volume);
  if (auto over = check_over(sealed->fact, school); !over) return over;
  const auto before = valid_on<events::VolumeDestroyed>(school.directory(), Shelf::kVolumeStory,
                                                        {fact.volume.value});
  for (const auto& one : before) {
    if (one.fact.medium == fact.medium) return destroyed_already(one.fact);
  }
  return Done{};
}

}  // namespace letopis::rules
