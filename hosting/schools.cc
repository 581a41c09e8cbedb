#include "hosting/schools.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/algorithm/string/case_conv.hpp>

namespace letopis::hosting {
namespace {

namespace fs = std::filesystem;

// What the addresses of every school begin with, and those of the process itself.
constexpr std::array<std::string_view, 9> kTakenNames{
    "api", "log", "webapi", "asp", "healthz", "readyz", "calendar", "metrics", "assets"};

Refusal no_school() {
  return {"route.no_school", {"по этому адресу школы нет", "there is no school at this address"}};
}

// "Journal.School.Example:8443" → "journal.school.example"
std::string host_name(std::string_view host) {
  if (!host.starts_with('[')) host = host.substr(0, host.find(':'));
  return boost::algorithm::to_lower_copy(std::string(host));
}

// "/nn125/api?x" → "nn125"
std::string_view first_part(std::string_view target) {
  if (!target.starts_with('/')) return {};
  return target.substr(1, std::min(target.find_first_of("/?", 1), target.size()) - 1);
}

}  // namespace

Result<std::vector<SchoolPlace>> schools_in(const fs::path& folder) {
  std::vector<SchoolPlace> places;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(folder, failed)) {
    if (!fs::exists(office::school_files(entry.path()).profile, failed)) continue;
    const auto name = entry.path().filename().string();
    if (std::find(kTakenNames.begin(), kTakenNames.end(), name) != kTakenNames.end()) {
      return Refusal{
          "schools.name",
          {fmt::format("папку школы нельзя назвать {}: так начинаются другие адреса", name),
           fmt::format("a school's folder cannot be called {}: other addresses begin so", name)}};
    }
    if (places.size() == kMostSchools) {
      return Refusal{"schools.too_many",
                     {fmt::format("один сервер обслуживает не более {} школ", kMostSchools),
                      fmt::format("one server serves at most {} schools", kMostSchools)}};
    }
    places.push_back({name, entry.path()});
  }
  if (!places.empty()) return places;
  return Refusal{"schools.none",
                 {fmt::format("в папке {} нет ни одной школы", folder.string()),
                  fmt::format("there is no school in {}", folder.string())},
                 {},
                 {"заведите школу: letopis school add", "add one: letopis school add"}};
}

Schools::Schools(std::vector<SchoolPlace> places, const Premises& premises)
    : premises_(premises),
      open_([this](const std::string& name) { return open(name); }, kMostSchoolsOpen) {
  for (auto& place : places) places_.emplace(std::move(place.name), std::move(place.directory));
}

Result<std::unique_ptr<Schools>> Schools::of(std::vector<SchoolPlace> places,
                                             const std::optional<std::string>& at_root,
                                             const Premises& premises) {
  std::unique_ptr<Schools> schools(new Schools(std::move(places), premises));
  schools->at_root_ = at_root;
  if (auto read = schools->read_hosts(); !read) return read.refusal();
  const bool is_alone = schools->places_.size() == 1;
  if (at_root || is_alone) {
    const auto opened = schools->open_.at(at_root ? *at_root : schools->places_.begin()->first);
    if (!opened) return opened.refusal();
  }
  if (!is_alone) schools->rounds_.emplace(schools->places_, schools->open_);
  return schools;
}

Post::Standing Schools::post_standing() const {
  Post::Standing all;
  open_.for_each([&all](const School& school) {
    const auto one = school.post_standing();
    all.waiting += one.waiting;
    all.given_up += one.given_up;
    all.oldest_ms = std::max(all.oldest_ms, one.oldest_ms);
  });
  return all;
}

Result<std::unique_ptr<School>> Schools::open(const std::string& name) const {
  return School::open(places_.find(name)->second, premises_);
}

Outcome Schools::read_hosts() {
  for (const auto& [name, directory] : places_) {
    const auto site = read_site(directory);
    if (!site) return site.refusal();
    for (const auto& host : site->hosts) {
      if (by_host_.emplace(host, name).second) continue;
      return Refusal{"schools.host",
                     {fmt::format("имя узла {} указано у двух школ", host),
                      fmt::format("the host {} is named by two schools", host)}};
    }
  }
  return Done{};
}

Result<Schools::Found> Schools::find(std::string_view host, std::string_view target) {
  const auto first = first_part(target);
  std::string name, base;
  if (places_.find(first) != places_.end()) {
    name = first;
    base = "/" + name;
    target.remove_prefix(base.size());
  } else if (const auto named = by_host_.find(host_name(host)); named != by_host_.end()) {
    name = named->second;
  } else if (at_root_) {
    name = *at_root_;
  } else {
    return no_school();
  }
  auto school = open_.at(name);
  if (!school) return school.refusal();
  return Found{*std::move(school), std::move(base),
               target.starts_with('/') ? std::string(target) : "/" + std::string(target)};
}

}  // namespace letopis::hosting
