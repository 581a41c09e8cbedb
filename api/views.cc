// Every view that can be asked for, as JSON and as a document.
#include <boost/json/array.hpp>

#include "api/format.h"
#include "api/handlers.h"
#include "api/parameters.h"
#include "api/readings.h"
#include "api/view_document.h"
#include "wishes/moment.h"
#include "wishes/queries.h"
#include "wishes/references.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

constexpr std::string_view kNotOfTheQuery[] = {"lang"};

const wishes::Query* query_named(std::string_view name) {
  for (const auto& query : wishes::queries()) {
    if (query.name == name) return &query;
  }
  return nullptr;
}

Refusal no_view(const std::string& name) {
  std::string there;
  for (const auto& query : wishes::queries()) {
    there += (there.empty() ? "" : ", ") + std::string(query.name);
  }
  return {"route.no_view",
          {"нет представления " + name, "there is no view " + name},
          {},
          {"есть: " + there, "there are: " + there}};
}

// A document says when it was made to the second.
events::Instant whole_second(events::Instant moment) {
  return {moment.milliseconds - moment.milliseconds % 1'000};
}

// Whom the answer speaks of, and whom it was asked about.
std::vector<events::PersonNumber> shown_in(const json::object& asked, const json::object& answer,
                                           const hosting::Visit& visit) {
  auto people = pupils_in(answer);
  if (const auto* pupil = asked.if_contains("pupil")) {
    const auto number = wishes::resolve(events::NumberKind::kPerson, *pupil, "query", visit.desk());
    if (number) people.push_back({*number});
  }
  return people;
}

// Log-ins stand beside the log: whoever gives them is told which there are.
void add_logins(json::object& accounts, const Call& call) {
  for (auto& one : accounts["people"].as_array()) {
    auto& person = one.as_object();
    const events::PersonNumber number{person["person"].to_number<std::uint32_t>()};
    if (const auto login = call.school.book().login_of(number)) person["login"] = *login;
  }
}

std::string school_name(const hosting::Visit& visit) {
  const auto school = visit.directory().school();
  return school ? school->fact.name : std::string();
}

}  // namespace

Result<http::Response> list_views(const Call&) {
  json::array views;
  for (const auto& query : wishes::queries()) {
    views.push_back(json::object{{"view", query.name},
                                 {"ru", query.tells.ru},
                                 {"en", query.tells.en},
                                 {"parameters", query.schema()}});
  }
  return json_answer(json::object{{"views", std::move(views)}});
}

Result<http::Response> show_view(const Call& call) {
  const auto [name, suffix] = split_format(call.part("view"));
  const auto* query = query_named(name);
  if (query == nullptr) return no_view(name);
  const auto format = suffix ? Result<Format>(*suffix) : accepted_format(call.header("Accept"));
  if (!format) return format.refusal();
  const auto asked = query_json(call.target, query->schema(), kNotOfTheQuery);
  if (!asked) return asked.refusal();
  const hosting::Visit visit(call.school, call.reader());
  auto answer = query->answer(*asked, "query", visit.sight());
  if (!answer) return answer.refusal();
  if (name == "accounts") add_logins(*answer, call);
  note_readings(call, visit, trace_view(name), shown_in(*asked, *answer, visit));
  if (name == "news") note_news_read(call, *answer);
  if (name == "messages") tell_unread(call, visit, *answer);
  if (name == "thread") note_thread_read(call, *answer);
  if (*format == Format::kJson) return json_answer(*answer);
  const auto place = place_to_print(call);
  if (!place) return place.refusal();
  const auto document = view_document(
      *answer,
      {call.language == terminal::Language::kRussian ? query->tells.ru : query->tells.en,
       school_name(visit),
       wishes::print_moment(whole_second(visit.now().now()), visit.now().zone()), call.language});
  return rendered(document, *format, name);
}

}  // namespace letopis::api
