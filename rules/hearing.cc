#include "rules/hearing.h"

#include <algorithm>

#include "events/stream.h"
#include "projections/arranging.h"
#include "rules/judge.h"

namespace letopis::rules {
namespace {

// Streams that more than one of the facts belongs to.
std::vector<events::Stream> shared_streams(std::span<const events::Fact* const> facts) {
  if (facts.size() == 1) return {};
  std::vector<events::Stream> streams;
  streams.reserve(facts.size());
  for (const events::Fact* fact : facts) streams.push_back(events::stream_of(*fact));
  std::sort(streams.begin(), streams.end());
  std::vector<events::Stream> shared;
  for (std::size_t i = 1; i < streams.size(); ++i) {
    if (streams[i] == streams[i - 1]) shared.push_back(streams[i]);
  }
  return shared;
}

bool is_of_cell(const events::Fact& fact) {
  return std::visit([]<class One>(const One&) { return projections::OfCell<One>; },
                    static_cast<const events::AnyFact&>(fact));
}

}  // namespace

Hearing::Hearing(events::PersonNumber author, events::Instant now, const events::ViewReader& log,
                 const events::TextSource* texts, Kept* kept)
    : author_(author),
      now_(now),
      texts_(texts),
      views_(log),
      kept_(kept != nullptr ? kept->remembered() : Remembered{}),
      log_directory_(kept_.setting != nullptr ? projections::Directory(log, projections::kWholeLog,
                                                                       kept_.setting->voids(log))
                                              : projections::Directory(log)),
      numbers_(log_directory_) {
  school_.emplace(views_, now_, kept_);
}

void Hearing::take_in(std::span<const events::Fact* const> facts) {
  if (facts.empty()) return;
  for (const events::Fact* fact : facts) {
    std::visit(
        [this]<class One>(const One&) {
          if constexpr (projections::ChangesSetting<One>) kept_.setting = nullptr;
          if constexpr (projections::ChangesRoster<One>) kept_.roster = nullptr;
          if constexpr (projections::ChangesResults<One>) kept_.results = nullptr;
        },
        static_cast<const events::AnyFact&>(*fact));
    views_.fold(author_, now_, *fact);
  }
  school_.emplace(views_, now_, kept_);
}

Outcome Hearing::hear(std::span<const events::Fact* const> facts,
                      std::span<const std::uint32_t> versions) {
  const auto shared = shared_streams(facts);
  // A column of marks is thirty cells that know nothing of one another: they wait until a fact
  // comes that may be about them all.
  std::vector<const events::Fact*> waiting;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const bool of_cell = is_of_cell(*facts[i]);
    if (!of_cell) {
      take_in(waiting);
      waiting.clear();
    }
    if (auto there = numbers_.check(*facts[i], *school_); !there) return there;
    Act act{author_, now_, facts, i, std::nullopt, texts_};
    if (!versions.empty()) act.version = versions[i];
    if (auto judged = judge(act, *school_); !judged) return judged;
    if (i + 1 == facts.size()) break;
    const bool alone =
        of_cell && !std::binary_search(shared.begin(), shared.end(), events::stream_of(*facts[i]));
    if (alone) {
      waiting.push_back(facts[i]);
    } else {
      take_in(facts.subspan(i, 1));
    }
  }
  return Done{};
}

}  // namespace letopis::rules
