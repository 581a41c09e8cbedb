#include "archive/destroyed.h"

#include <fmt/format.h>

#include <algorithm>

namespace letopis::archive {

void add_destroyed(const LogFacts& facts, std::vector<Destroyed>& known) {
  for (const auto& [where, act] : facts.destroyed()) {
    const auto& [volume, medium] = where;
    for (const auto& sealed : facts.sealed()) {
      if (sealed.fact.volume != volume) continue;
      const Destroyed one{sealed.fact.name, volume, medium, act};
      if (std::find(known.begin(), known.end(), one) == known.end()) known.push_back(one);
    }
  }
}

const Destroyed* find_destroyed(const std::vector<Destroyed>& known, std::string_view name,
                                std::optional<events::MediumNumber> medium) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const auto& one) {
    return one.name == name && (!medium || one.medium == *medium);
  });
  return found == known.end() ? nullptr : &*found;
}

void hold_put_back(const std::vector<Destroyed>& known, const std::string& name,
                   events::MediumNumber medium, audit::Findings& findings) {
  const auto* destroyed = find_destroyed(known, name, medium);
  if (destroyed == nullptr) return;
  findings.add(
      {audit::Fault::kAltered,
       "volume",
       std::nullopt,
       {"volume.put_back",
        {fmt::format("том {} уничтожен на этом носителе по акту {}, а он снова здесь", name,
                     destroyed->act.number),
         fmt::format("the volume {} was destroyed on this medium by the act {}, and is here "
                     "again",
                     name, destroyed->act.number)}},
       name});
}

}  // namespace letopis::archive
