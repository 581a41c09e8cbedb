#include "archivist/destroying.h"

#include <fmt/format.h>

#include <algorithm>

#include "archive/left_over.h"
#include "projections/directory_reader.h"
#include "rules/propose.h"

namespace letopis::archivist {
namespace {

Refusal unknown(const std::string& name) {
  return {"destroy.unknown",
          {fmt::format("журнал не знает тома документов {}", name),
           fmt::format("the log knows no document volume {}", name)},
          {},
          {"Имя тома — имя его папки, например nn125_2025-2026_doc_v004.",
           "A volume is named as its folder is, such as nn125_2025-2026_doc_v004."}};
}

class Destroying {
 public:
  Destroying(ArchiveDesk& desk, const DestroyOrder& order) : desk_(desk), order_(order) {}

  Result<DestroyedVolume> run() {
    if (auto found = find_volume(); !found) return found.refusal();
    if (auto chosen = choose_media(); !chosen) return chosen.refusal();
    if (auto allowed = check_allowed(); !allowed) return allowed.refusal();
    DestroyedVolume done;
    done.name = volume_.name;
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      auto removed = archive::remove_volume(order_.media[i], volume_.name);
      if (!removed) return removed.refusal();
      if (is_stated(numbers_[i])) {
        done.before.push_back(numbers_[i]);
        continue;
      }
      const auto accepted = desk_.state({fact_of(numbers_[i])});
      if (!accepted) return accepted.refusal();
      done.now.push_back(numbers_[i]);
    }
    known_ = desk_.destroyed();
    for (const auto medium : {volume_.first_medium, volume_.second_medium}) {
      if (!is_stated(medium)) done.owed.push_back(medium);
    }
    return done;
  }

 private:
  Outcome find_volume() {
    for (const auto& one : desk_.volumes()) {
      if (one.name == order_.volume) volume_ = one;
    }
    if (volume_.name.empty()) return unknown(order_.volume);
    known_ = desk_.destroyed();
    const auto* before = archive::find_destroyed(known_, volume_.name, std::nullopt);
    if (before == nullptr || before->act == order_.act) return Done{};
    return Refusal{
        "destroy.two_acts",
        {fmt::format("том {} уничтожают по акту {}: акт на все носители один", volume_.name,
                     before->act.number),
         fmt::format("the volume {} is being destroyed by the act {}: there is one for all media",
                     volume_.name, before->act.number)}};
  }

  Outcome choose_media() {
    for (const auto& medium : order_.media) {
      const auto number = desk_.registered(medium);
      if (!number) return number.refusal();
      if (std::find(numbers_.begin(), numbers_.end(), *number) != numbers_.end()) {
        return Refusal{"media.same_medium",
                       {fmt::format("носитель № {} назван дважды", number->value),
                        fmt::format("medium {} is named twice", number->value)}};
      }
      numbers_.push_back(*number);
    }
    return Done{};
  }

  // Before anything is touched: what the log would refuse afterwards.
  Outcome check_allowed() const {
    const auto log = desk_.snapshot();
    const auto directors = projections::Directory(*log).holders_of(events::Role::kDirector);
    rules::StateFacts wish;
    for (const auto medium : numbers_) {
      if (!is_stated(medium)) wish.facts.emplace_back(fact_of(medium));
    }
    if (wish.facts.empty() || directors.empty()) return Done{};
    const auto allowed =
        rules::propose(wish, {directors.front().person, desk_.now(), nullptr}, *log);
    return allowed ? Outcome(Done{}) : Outcome(allowed.refusal());
  }

  bool is_stated(events::MediumNumber medium) const {
    return archive::find_destroyed(known_, volume_.name, medium) != nullptr;
  }

  events::VolumeDestroyed fact_of(events::MediumNumber medium) const {
    return {volume_.volume, medium, order_.act};
  }

  ArchiveDesk& desk_;
  const DestroyOrder& order_;
  events::VolumeSealed volume_;
  std::vector<archive::Destroyed> known_;
  std::vector<events::MediumNumber> numbers_;
};

}  // namespace

Result<DestroyedVolume> destroy(ArchiveDesk& desk, const DestroyOrder& order) {
  return Destroying(desk, order).run();
}

}  // namespace letopis::archivist
