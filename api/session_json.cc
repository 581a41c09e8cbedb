#include "api/session_json.h"

#include <boost/json/array.hpp>

#include "wishes/answer_parts.h"
#include "wishes/moment.h"

namespace letopis::api {

namespace json = boost::json;

json::object session_json(const Call& call, const accounts::Session& session) {
  const hosting::Visit visit(call.school, session.person);
  const auto today = visit.now().today();
  json::array roles;
  for (const auto& held : visit.now().roles_of(session.person)) {
    if (!held.days.holds(today)) continue;
    json::object role{{"role", events::word_of(held.role)}};
    if (held.school_class) {
      role["class"] = wishes::class_name(*held.school_class, today, visit.sight());
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
      {"owes_second_factor", session.owes_second_factor},
      {"made", wishes::print_moment(session.made, visit.now().zone())}};
  if (const auto login = call.school.book().login_of(session.person)) out["login"] = *login;
  return out;
}

}  // namespace letopis::api
