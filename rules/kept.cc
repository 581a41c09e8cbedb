#include "rules/kept.h"

#include "projections/arranging.h"
#include "projections/directory_rows.h"
#include "projections/filed.h"
#include "projections/view_ids.h"

namespace letopis::rules {
namespace {

struct Changed {
  bool setting = false;
  bool roster = false;
  bool results = false;
};

template <std::size_t... kIndex>
Changed changed_by(const projections::FiledRow& row, std::index_sequence<kIndex...>) {
  Changed changed;
  const auto take = [&]<class Fact>(const Fact*) {
    if (!row.holds<Fact>()) return;
    changed.setting = projections::ChangesSetting<Fact>;
    changed.roster = projections::ChangesRoster<Fact>;
    changed.results = projections::ChangesResults<Fact>;
  };
  (take(static_cast<const std::variant_alternative_t<kIndex, events::AnyFact>*>(nullptr)), ...);
  return changed;
}

}  // namespace

void Kept::look(const events::ViewReader& views) {
  projections::RowBytes shelf;
  shelf.u8(static_cast<std::uint8_t>(projections::Shelf::kArranging));
  const std::string from = last_ ? last_->key : shelf.str();
  // The last change must still be there as it was: else the log took it back and went on otherwise.
  bool is_known = !last_;
  Changed changed{!last_, !last_, !last_};
  std::optional<LastChange> newest;
  views.scan(projections::kDirectory, from, projections::after_prefix(shelf.view()),
             [&](std::string_view key, std::string_view value) {
               if (last_ && key == last_->key && value == last_->value) {
                 is_known = true;
                 return true;
               }
               const projections::FiledRow row(projections::position_in(key), value);
               const auto more = changed_by(row, std::make_index_sequence<events::kFacts>());
               changed.setting |= more.setting;
               changed.roster |= more.roster;
               changed.results |= more.results;
               newest = LastChange{std::string(key), std::string(value)};
               return true;
             });
  if (!is_known) {
    *this = {};
    return look(views);
  }
  if (changed.setting) setting_ = {};
  if (changed.roster) roster_ = {};
  if (changed.results) results_ = {};
  if (newest) last_ = std::move(newest);
}

}  // namespace letopis::rules
