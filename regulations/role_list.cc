#include "regulations/role_list.h"

#include <algorithm>

#include "regulations/value_list.h"

namespace letopis::regulations {
namespace {

std::optional<events::Role> one_role(std::string_view word) {
  const auto& all = events::Words<events::Role>::all;
  const auto found = std::find(std::begin(all), std::end(all), word);
  if (found == std::end(all)) return std::nullopt;
  return static_cast<events::Role>(found - std::begin(all));
}

std::optional<RoleTerm> one_role_term(std::string_view text) {
  RoleTerm read;
  if (const auto space = text.find(' '); space != std::string_view::npos) {
    read.role = one_role(text.substr(0, space));
    if (!read.role) return std::nullopt;
    text = trimmed(text.substr(space));
  }
  const auto terms = parse_terms(text);
  if (!terms || terms->size() != 1) return std::nullopt;
  read.term = terms->front();
  return read;
}

}  // namespace

Result<std::vector<events::Role>> parse_roles(std::string_view text) {
  const Refusal refusal{
      "roles.unreadable",
      {"непонятно, кто это: " + std::string(text), "no list of roles: " + std::string(text)}};
  std::vector<events::Role> roles;
  if (trimmed(text) == "unnamed") return roles;
  for (const std::string_view item : items_of(text)) {
    const auto role = one_role(item);
    if (!role || std::find(roles.begin(), roles.end(), *role) != roles.end()) return refusal;
    roles.push_back(*role);
  }
  if (roles.empty()) return refusal;
  return roles;
}

Result<std::vector<RoleTerm>> parse_role_terms(std::string_view text) {
  const Refusal refusal{"role_terms.unreadable",
                        {"непонятно, кому какой срок: " + std::string(text),
                         "no terms of roles: " + std::string(text)}};
  std::vector<RoleTerm> terms;
  for (const std::string_view item : items_of(text)) {
    const auto term = one_role_term(item);
    const auto same = [&](const RoleTerm& other) { return other.role == term->role; };
    if (!term || std::any_of(terms.begin(), terms.end(), same)) return refusal;
    terms.push_back(*term);
  }
  if (terms.empty()) return refusal;
  return terms;
}

}  // namespace letopis::regulations
