// The small school with names, period marks, and reports made of it.
#pragma once

#include <map>
#include <string>

#include "projections/small_school.h"
#include "reports/make.h"

namespace letopis::reports {

// Names of the small school's people, until they are forgotten.
class Names final : public events::TextSource {
 public:
  Names();
  std::optional<std::string> find(events::PersonNumber about,
                                  const events::Commitment& text) const override;
  void forget(events::PersonNumber person) { names_.erase(person); }
  // Words of somebody's that are no name.
  events::Commitment keep(std::string words);

 private:
  std::map<events::PersonNumber, std::string> names_;
  std::map<signing::Digest, std::string> words_;
};

class WrittenSchool : public projections::SmallSchool {
 public:
  // With a year's period, so that year marks can be given.
  WrittenSchool();

  Names& names() { return names_; }

  void give(events::PersonNumber pupil, events::MarkValue value,
            events::PeriodNumber period = projections::kFirstQuarter,
            events::SubjectNumber subject = projections::kMathematics,
            events::ResultKind kind = events::ResultKind::kPeriod);
  void change(events::PersonNumber pupil, events::MarkValue value);

  // Of 5а in the first quarter, unless the request is given other values.
  Request request(Report report) const;
  // As of that size; the whole log without one.
  Result<Made> make_report(const Request& request,
                           std::optional<std::uint64_t> size = std::nullopt) const;
  // As that person asks for it now.
  Result<Made> make_report_for(events::PersonNumber reader, const Request& request) const;

  events::PersonNumber add_person(std::uint32_t number, std::string name);
  void give_role(events::PersonNumber person, events::Role role);
  void adopt(std::vector<events::Parameter> parameters);

 private:
  LogState state_at(std::uint64_t size) const;

  Names names_;
};

inline constexpr events::PeriodNumber kWholeYear{3};

// The first table of a sheet as rows of shown words, its head and totals left out.
std::vector<std::vector<std::string>> rows_of(const documents::Sheet& sheet);
std::vector<std::vector<std::string>> totals_of(const documents::Sheet& sheet);

}  // namespace letopis::reports
