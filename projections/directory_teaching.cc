// Loads, lessons, substitutions, permissions and disputes, as the directory has them.
#include <algorithm>

#include "projections/directory_reader.h"

namespace letopis::projections {
namespace {

std::vector<LoadInfo> with_ends(const Directory& directory,
                                const std::vector<Filed<events::LoadAssigned>>& assigned) {
  std::vector<LoadInfo> loads;
  for (const auto& one : assigned) {
    if (auto info = directory.load(one.fact.load)) loads.push_back(*info);
  }
  return loads;
}

}  // namespace

std::optional<LessonInfo> Directory::lesson(events::LessonNumber number) const {
  auto held = declared<events::LessonHeld>(number);
  if (!held) return std::nullopt;
  const bool withdrawn =
      !valid_on<events::LessonWithdrawn>(*this, Shelf::kLessonStory, {number.value}).empty();
  return LessonInfo{*held, place_of(views_, number), withdrawn};
}

std::optional<LoadInfo> Directory::load(events::LoadNumber number) const {
  auto assigned = declared<events::LoadAssigned>(number);
  if (!assigned) return std::nullopt;
  Interval days{assigned->fact.first_day, assigned->fact.last_day};
  for (const auto& end : valid_on<events::LoadEnded>(*this, Shelf::kLoadStory, {number.value})) {
    days.last = std::min(days.last, end.fact.last_day);
  }
  return LoadInfo{*assigned, place_of(views_, number), days};
}

std::vector<LoadInfo> Directory::loads_of(events::ClassNumber school_class) const {
  return with_ends(*this,
                   valid_on<events::LoadAssigned>(*this, Shelf::kClassLoads, {school_class.value}));
}

std::vector<LoadInfo> Directory::loads_of(events::PersonNumber teacher) const {
  return with_ends(*this,
                   valid_on<events::LoadAssigned>(*this, Shelf::kTeacherLoads, {teacher.value}));
}

std::vector<Filed<events::SubstitutionOrdered>> Directory::substitutions_by(
    events::PersonNumber who) const {
  return valid_on<events::SubstitutionOrdered>(*this, Shelf::kSubstituteLoads, {who.value});
}

std::vector<Filed<events::SubstitutionOrdered>> Directory::substitutions_of(
    events::LoadNumber load) const {
  return valid_on<events::SubstitutionOrdered>(*this, Shelf::kLoadSubstitutions, {load.value});
}

std::optional<Filed<events::PlanAdopted>> Directory::plan_of(events::LoadNumber load) const {
  auto plans = valid_on<events::PlanAdopted>(*this, Shelf::kLoadStory, {load.value});
  if (plans.empty()) return std::nullopt;
  return std::move(plans.back());
}

std::vector<Filed<events::PermissionGiven>> Directory::permissions_of(
    events::PersonNumber teacher) const {
  return valid_on<events::PermissionGiven>(*this, Shelf::kTeacherPermissions, {teacher.value});
}

bool Directory::permission_ended(events::PermissionNumber permission) const {
  return !valid_on<events::PermissionEnded>(*this, Shelf::kPermissionStory, {permission.value})
              .empty();
}

std::optional<Filed<events::DisputeAnswered>> Directory::dispute_answer(
    events::DisputeNumber dispute) const {
  auto answers = valid_on<events::DisputeAnswered>(*this, Shelf::kDisputeStory, {dispute.value});
  if (answers.empty()) return std::nullopt;
  return answers.back();
}

std::vector<Filed<events::DisputeRaised>> Directory::disputes_of(events::PersonNumber pupil) const {
  return valid_on<events::DisputeRaised>(*this, Shelf::kPupilDisputes, {pupil.value});
}

}  // namespace letopis::projections
