// The small school with three mothers, of whom two chose e-mail, and a vault of its own.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "events/commitment.h"
#include "mail/mailroom.h"
#include "projections/small_school.h"

namespace letopis::mail {

using projections::day;
using projections::kAnna;
using projections::kBoris;
using projections::kDirector;
using projections::kEnglish;
using projections::kFifthA;
using projections::kMaths;
using projections::kMathsOfA;
using projections::kVera;
using projections::moscow;

inline constexpr events::PersonNumber kAnnasMother{7};   // e-mail
inline constexpr events::PersonNumber kBorisMother{8};   // e-mail
inline constexpr events::PersonNumber kVerasMother{9};   // has not chosen, has an address
inline constexpr events::PersonNumber kAnnasFather{10};  // chose SMS

// 8 September 2025 is a Monday; the clock stands there at 12:00 in Moscow.
class ToldSchool final : public events::TextSource {
 public:
  ToldSchool();

  events::Commitment secret(events::PersonNumber about, const std::string& text);
  std::optional<std::string> find(events::PersonNumber about,
                                  const events::Commitment& text) const override;
  void erase(events::PersonNumber person);

  events::Position add(events::PersonNumber author, events::Fact fact) {
    return school_.add(author, std::move(fact));
  }
  void choose(events::PersonNumber parent, events::NoticeChannel channel) {
    school_.add(parent, events::NoticesChosen{parent, channel});
  }
  void write_to(events::PersonNumber to, std::uint32_t number);
  void post(std::uint32_t number, std::optional<events::ClassNumber> school_class = {});
  void plan(std::uint32_t number, const char* iso_day);
  // Into the log of access, at this moment.
  void change(events::PersonNumber person, trace::Credential what);

  projections::SmallSchool& school() { return school_; }
  events::Instant now() const { return school_.now(); }
  LogSight sight() const;

 private:
  void add_parent(events::PersonNumber person, events::PersonNumber child, const std::string& name,
                  const std::string& address);

  projections::SmallSchool school_;
  std::map<std::pair<events::PersonNumber, events::Commitment>, std::string> vault_;
  std::vector<trace::Entry> accesses_;
  std::uint32_t salted_ = 0;
};

}  // namespace letopis::mail
