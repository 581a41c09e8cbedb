#include "hosting/site.h"

#include <fmt/format.h>

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "office/school_files.h"

namespace letopis::hosting {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostHostBytes = 253;

Refusal bad(std::string_view ru, std::string_view en) {
  return {"site.file", {fmt::format("serve.json: {}", ru), fmt::format("serve.json: {}", en)}};
}

bool is_host(std::string_view name) {
  return !name.empty() && name.size() <= kMostHostBytes &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") == std::string_view::npos;
}

Outcome read_hosts(const json::value& value, Site& site) {
  const auto* list = value.if_array();
  if (list == nullptr || list->size() > kMostHosts) {
    return bad(fmt::format("hosts — список из не более {} имён", kMostHosts),
               fmt::format("hosts is a list of at most {} names", kMostHosts));
  }
  for (const auto& one : *list) {
    const auto* name = one.if_string();
    if (name == nullptr || !is_host(*name)) {
      return bad("имя узла пишут строчными латинскими буквами, без порта",
                 "a host's name is in lower case, without a port");
    }
    site.hosts.emplace_back(*name);
  }
  return Done{};
}

Outcome read_switch(std::string_view name, const json::value& value, bool& to) {
  const auto* set = value.if_bool();
  if (set == nullptr) {
    return bad(fmt::format("{} — true или false", name), fmt::format("{} is true or false", name));
  }
  to = *set;
  return Done{};
}

Outcome read_roles(const json::value& value, std::vector<events::Role>& to) {
  const auto& words = events::Words<events::Role>::all;
  const auto* list = value.if_array();
  bool good = list != nullptr && list->size() <= std::size(words);
  for (std::size_t i = 0; good && i < list->size(); ++i) {
    const auto* word = (*list)[i].if_string();
    const auto* found =
        word == nullptr ? std::end(words)
                        : std::find(std::begin(words), std::end(words), std::string_view(*word));
    good = found != std::end(words);
    if (good) to.push_back(static_cast<events::Role>(found - std::begin(words)));
  }
  if (good) return Done{};
  return bad("second_factor — список ролей, например [\"director\"]",
             "second_factor is a list of roles, as [\"director\"]");
}

Outcome read_setting(std::string_view name, const json::value& value, Site& site) {
  if (name == "hosts") return read_hosts(value, site);
  if (name == "netschool") return read_switch(name, value, site.netschool);
  if (name == "second_factor") return read_roles(value, site.second_factor);
  if (name == "calendar") return read_switch(name, value, site.calendar);
  return bad(fmt::format("неизвестная настройка {}", name),
             fmt::format("the setting {} is unknown", name));
}

}  // namespace

Result<Site> parse_site(std::string_view text) {
  boost::system::error_code failed;
  const auto parsed = json::parse(text, failed);
  if (failed || !parsed.is_object()) return bad("это не объект JSON", "this is no JSON object");
  Site site;
  for (const auto& [name, value] : parsed.get_object()) {
    if (auto read = read_setting(name, value, site); !read) return read.refusal();
  }
  return site;
}

Result<Site> read_site(const std::filesystem::path& directory) {
  const auto file = directory / "serve.json";
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return Site{};
  const auto text = office::read_small_file(file, kMostSiteBytes);
  if (!text) return text.refusal();
  return parse_site(*text);
}

}  // namespace letopis::hosting
