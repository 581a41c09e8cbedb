// The schools that one process serves, told apart by host or by path: one, or a folder of them.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hosting/open_on_demand.h"
#include "hosting/rounds.h"
#include "hosting/school.h"

namespace letopis::hosting {

inline constexpr std::size_t kMostSchools = 10'000;
inline constexpr std::size_t kMostSchoolsOpen = 64;  // kept open at once

// Where a school lies, and the first part of its addresses: "nn125" of "/nn125/api/v1/school".
struct SchoolPlace {
  std::string name;
  std::filesystem::path directory;
};

// Each folder in it that holds a school, by the folder's name. Refuses schools.none,
// schools.too_many and schools.name (a name that addresses of every school begin with).
Result<std::vector<SchoolPlace>> schools_in(const std::filesystem::path& folder);

// Any thread.
class Schools {
 public:
  // Each is opened when first asked for, and for a while where its mail has to go out (rounds.h);
  // one alone, and the one `at_root`, whose addresses need no name, at once: a trial's clock starts
  // with its server. Refuses schools.host (two schools with one host), what site.h refuses, and of
  // what is opened at once what School::open does.
  static Result<std::unique_ptr<Schools>> of(std::vector<SchoolPlace> places,
                                             const std::optional<std::string>& at_root,
                                             const Premises& premises);

  struct Found {
    std::shared_ptr<School> school;  // kept open while the request is answered
    std::string base;                // "" or "/nn125": stands before its addresses
    std::string target;              // what follows
  };
  // By the first part of the path, else by the host, else whoever is at the root. Refuses
  // route.no_school, and what School::open refuses.
  Result<Found> find(std::string_view host, std::string_view target);

  std::size_t count() const { return places_.size(); }
  std::size_t open_now() const { return open_.open_now(); }
  Post::Standing post_standing() const;  // of all that are open, together

 private:
  Schools(std::vector<SchoolPlace> places, const Premises& premises);
  Outcome read_hosts();
  Result<std::unique_ptr<School>> open(const std::string& name) const;

  std::map<std::string, std::filesystem::path, std::less<>> places_;
  const Premises premises_;
  OpenOnDemand<School> open_;
  std::map<std::string, std::string, std::less<>> by_host_;
  std::optional<std::string> at_root_;
  std::optional<Rounds> rounds_;  // last: it uses the above; none where one school stands alone
};

}  // namespace letopis::hosting
