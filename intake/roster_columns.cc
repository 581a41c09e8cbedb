#include "intake/roster_columns.h"

#include <algorithm>

namespace letopis::intake {
namespace {

constexpr Presence kAsked = Presence::kRequired;
constexpr Presence kFree = Presence::kOptional;
constexpr RosterColumn kId{"sourcedId", kAsked};
constexpr RosterColumn kStatus{"status", kFree, {}, "active|tobedeleted"};

std::vector<RosterFileShape> school_shapes() {
  return {
      {"orgs",
       kAsked,
       {kId,
        kStatus,
        {"name", kAsked},
        {"type", kAsked, {}, "department|school|district|local|state|national|ext:"},
        {"parentSourcedId", kFree, {}, {}, "orgs"}}},
      {"academicSessions",
       kAsked,
       {kId,
        kStatus,
        {"title", kAsked},
        {"type", kAsked, {}, "gradingPeriod|semester|schoolYear|term"},
        {"startDate", kAsked},
        {"endDate", kAsked},
        {"parentSourcedId", kFree, {}, {}, "academicSessions"},
        {"schoolYear", kAsked}}},
      {"courses",
       kAsked,
       {kId,
        kStatus,
        {"schoolYearSourcedId", kFree, {}, {}, "academicSessions"},
        {"title", kAsked},
        {"courseCode"},
        {"orgSourcedId", kAsked, {}, {}, "orgs"}}},
      {"classes",
       kAsked,
       {kId,
        kStatus,
        {"title", kAsked},
        {"courseSourcedId", kAsked, {}, {}, "courses"},
        {"classCode"},
        {"classType", kAsked, {}, "homeroom|scheduled"},
        {"schoolSourcedId", kAsked, {}, {}, "orgs"},
        {"termSourcedIds", kAsked, {}, {}, "academicSessions"}}},
  };
}

std::vector<RosterFileShape> people_shapes() {
  return {
      {"users",
       kAsked,
       {kId,
        kStatus,
        {"enabledUser", kAsked, {}, "true|false"},
        {"username", kAsked},
        {"givenName", kAsked, "given_name"},
        {"familyName", kAsked, "family_name"},
        {"middleName", kFree, "patronymic"},
        {"email", kFree, "email"},
        {"phone", kFree, "phone"},
        {"agentSourcedIds", kFree, {}, {}, "users"},
        {"primaryOrgSourcedId", kFree, {}, {}, "orgs"},
        // Extensions in the binding's own way; birth dates and sexes mostly come in demographics.
        {"metadata.login", kFree, "login"},
        {"metadata.fullName", kFree, "full_name"},
        {"metadata.birthDate", kFree, "birth_date"},
        {"metadata.sex", kFree, "sex"}}},
      {"userProfiles", kFree, {kId, kStatus, {"userSourcedId", kAsked, {}, {}, "users"}}},
      {"roles",
       kAsked,
       {kId,
        kStatus,
        {"userSourcedId", kAsked, {}, {}, "users"},
        {"roleType", kAsked, {}, "primary|secondary"},
        {"role",
         kAsked,
         {},
         "aide|counselor|districtAdministrator|guardian|parent|principal|proctor|relative|"
         "siteAdministrator|student|systemAdministrator|teacher|ext:"},
        {"orgSourcedId", kAsked, {}, {}, "orgs"},
        {"userProfileSourcedId", kFree, {}, {}, "userProfiles"}}},
      {"enrollments",
       kAsked,
       {kId,
        kStatus,
        {"classSourcedId", kAsked, {}, {}, "classes"},
        {"schoolSourcedId", kAsked, {}, {}, "orgs"},
        {"userSourcedId", kAsked, {}, {}, "users"},
        {"role", kAsked, {}, "administrator|proctor|student|teacher|ext:"},
        {"primary", kFree, {}, "true|false"}}},
      {"demographics",
       kFree,
       {{"sourcedId", kAsked, {}, {}, "users"},
        kStatus,
        {"birthDate"},
        {"sex", kFree, {}, "male|female|unspecified|other"}}},
  };
}

}  // namespace

const std::vector<RosterFileShape>& roster_shapes() {
  static const std::vector<RosterFileShape> shapes = [] {
    std::vector<RosterFileShape> all = school_shapes();
    for (RosterFileShape& one : people_shapes()) all.push_back(std::move(one));
    return all;
  }();
  return shapes;
}

bool is_among(std::string_view word, std::string_view words) {
  static constexpr std::string_view extension = "ext:";
  while (!words.empty()) {
    const std::string_view one = words.substr(0, words.find('|'));
    if (one == extension ? word.starts_with(extension) : word == one) return true;
    words.remove_prefix(std::min(one.size() + 1, words.size()));
  }
  return false;
}

}  // namespace letopis::intake
