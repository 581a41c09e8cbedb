#include "archivist/left_over.h"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "archive/left_over.h"
#include "archive/medium_check.h"
#include "regulations/civil_day.h"

namespace letopis::archivist {
namespace {

namespace fs = std::filesystem;

Refusal left_over(const std::string& name, const Sentence& why, const Sentence& what_to_do) {
  return {
      "volume.left_over",
      {fmt::format("на носителях лежит том {}, о котором в журнале нет записи, и {}", name, why.ru),
       fmt::format("the media hold the volume {}, of which the log has no entry, and {}", name,
                   why.en)},
      {},
      what_to_do};
}

class Settling {
 public:
  explicit Settling(const LeftOverOrder& order) : order_(order) {}

  Result<std::vector<events::VolumeSealed>> run() {
    for (const auto& medium : order_.media.paths) {
      if (auto removed = archive::remove_unfinished(medium); !removed) return removed.refusal();
    }
    for (const auto& name : names()) {
      const auto settled = order_.begun.count(name) == 1 ? remove(name) : take_in(name);
      if (!settled) return settled.refusal();
    }
    return std::move(due_);
  }

 private:
  std::set<std::string> names() const {
    std::set<std::string> recorded;
    for (const auto& one : order_.recorded) recorded.insert(one.name);
    std::set<std::string> names;
    for (const auto& medium : order_.media.paths) {
      for (auto& name : archive::unrecorded_volumes(medium, recorded))
        names.insert(std::move(name));
    }
    return names;
  }

  Outcome remove(const std::string& name) const {
    for (const auto& medium : order_.media.paths) {
      if (!fs::exists(medium / name)) continue;
      if (!archive::is_part_of_log(medium / name, order_.trust.policy, order_.log.size(),
                                   order_.log.tree())) {
        return holds_more(name);
      }
    }
    for (const auto& medium : order_.media.paths) {
      if (!fs::exists(medium / name)) continue;
      if (auto removed = archive::remove_volume(medium, name); !removed) return removed;
    }
    return Done{};
  }

  // The entry that told of the volume came after it, and was lost with the log that held it.
  Outcome take_in(const std::string& name) {
    std::array<std::optional<archive::CheckedVolume>, 2> found;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const auto& medium = order_.media.paths[i];
      if (!fs::exists(medium / name)) return on_one_only(name);
      if (!archive::is_part_of_log(medium / name, order_.trust.policy, order_.log.size(),
                                   order_.log.tree())) {
        return holds_more(name);
      }
      archive::CheckSettings settings;
      settings.trust = &order_.trust;
      settings.past_cache = true;
      const auto verdict = archive::check_medium(medium / name, settings, {});
      if (!verdict) return verdict.refusal();
      if (!verdict->intact() || verdict->trust != archive::TrustState::kTrusted) {
        return not_sound(name);
      }
      found[i] = verdict->volumes.back();
    }
    if (found[0]->tag_manifest != found[1]->tag_manifest) return not_sound(name);
    due_.push_back(fact_of(*found[0]));
    return Done{};
  }

  events::VolumeSealed fact_of(const archive::CheckedVolume& volume) const {
    const auto& info = volume.info;
    std::optional<events::Day> until;
    if (info.keep_until) {
      if (const auto day = regulations::parse_iso(*info.keep_until)) until = *day;
    }
    return {info.volume,
            info.kind,
            info.name,
            info.first,
            info.end,
            info.root,
            volume.tag_manifest,
            info.previous ? std::optional(info.previous->tag_manifest) : std::nullopt,
            order_.media.numbers[0],
            order_.media.numbers[1],
            volume.signatures,
            info.trial_media || order_.media.trial,
            {}};
  }

  static Refusal holds_more(const std::string& name) {
    return left_over(
        name,
        {"в нём то, чего нет в журнале: не старая ли копия этот сервер?",
         "it holds what the log lacks: is this server an old copy?"},
        {"Ничего не стирайте. Проверьте носители и восстановите журнал: letopis restore.",
         "Erase nothing. Check the media and restore the log: letopis restore."});
  }
  static Refusal on_one_only(const std::string& name) {
    return left_over(name, {"лежит он только на одном из двух", "it lies on one of the two only"},
                     {"Перепишите его на второй: letopis repair А Б --data ПАПКА",
                      "Copy it to the other: letopis repair A B --data DIR"});
  }
  static Refusal not_sound(const std::string& name) {
    return left_over(
        name, {"он не прошёл проверку", "it failed the check"},
        {"Почините его по второму носителю (letopis repair) или возьмите другие носители.",
         "Mend it from the other medium (letopis repair), or take other media."});
  }

  const LeftOverOrder& order_;
  std::vector<events::VolumeSealed> due_;
};

}  // namespace

Result<std::vector<events::VolumeSealed>> settle_left_over(const LeftOverOrder& order) {
  return Settling(order).run();
}

}  // namespace letopis::archivist
