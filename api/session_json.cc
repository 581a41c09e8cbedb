#include "api/session_json.h"

#include <boost/json/array.hpp>

#include "api/readings.h"
#include "wishes/answer_parts.h"
#include "wishes/moment.h"

namespace letopis::api {

namespace json = boost::json;

namespace {

std::optional<std::string> class_today(events::PersonNumber pupil, const hosting::Visit& visit) {
  const auto today = visit.now().today();
  const auto in = visit.directory().class_of(pupil, today);
  if (!in) return std::nullopt;
  return wishes::class_name(*in, today, visit.sight());
}

// Nobody is named a pupil or a parent by an order: one is who stands in a class, or has a child.
void add_family(events::PersonNumber person, const hosting::Visit& visit, json::object& out) {
  auto& roles = out.at("roles").as_array();
  if (const auto in = class_today(person, visit)) {
    roles.push_back(json::object{{"role", events::word_of(events::Role::kPupil)}, {"class", *in}});
  }
  json::array children;
  for (const auto& link : visit.directory().children_of(person)) {
    json::object child{{"person", link.child.value},
                       {"name", wishes::full_name(link.child, visit.sight())}};
    if (const auto in = class_today(link.child, visit)) child["class"] = *in;
    children.push_back(std::move(child));
  }
  if (children.empty()) return;
  roles.push_back(json::object{{"role", events::word_of(events::Role::kParent)}});
  out["children"] = std::move(children);
}

}  // namespace

json::object session_json(const Call& call, const accounts::Session& session) {
  const hosting::Visit visit(call.school, session.person);
  const auto today = visit.now().today();
  json::array roles;
  for (const auto& held : visit.now().roles_of(session.person)) {
    if (!held.days.holds(today)) continue;
    json::object role{{"role", events::word_of(held.role)}};
    if (held.school_class) {
      role["class"] = wishes::class_name(*held.school_class, today, visit.sight());
      role["school_class"] = held.school_class->value;
    }
    roles.push_back(std::move(role));
  }
  json::object out{
      {"person", session.person.value},
      {"name", wishes::full_name(session.person, visit.sight())},
      {"kind", session.kind == accounts::Kind::kStaff ? "staff" : "family"},
      {"custody", session.custody == accounts::Custody::kServer ? "server" : "browser"},
      {"roles", std::move(roles)},
      {"csrf", call.school.sessions().csrf(session)},
      {"keeping_key", call.school.sessions().keeping_key(session.person)},
      {"owes_second_factor", session.owes_second_factor},
      {"made", wishes::print_moment(session.made, visit.now().zone())},
      {"unread", unread_by(visit, call.school.shelf()).size()}};
  add_family(session.person, visit, out);
  if (const auto login = call.school.book().login_of(session.person)) out["login"] = *login;
  return out;
}

}  // namespace letopis::api
