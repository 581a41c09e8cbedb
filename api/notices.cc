// Of what a parent who chose e-mail wishes to be written to (mail/topics.h).
#include "mail/notices.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "api/handlers.h"
#include "mail/topics.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

Outcome check_is_parent(const hosting::Visit& visit) {
  if (!visit.directory().children_of(visit.reader()).empty()) return Done{};
  return Refusal{"choice.no_child",
                 {"письма журнала получают родители, а ваших детей в школе нет",
                  "the journal writes to parents, and no child of yours is in the school"}};
}

http::Response notices_answer(const Call& call, const hosting::Visit& visit) {
  const auto topics = mail::topics_of(call.reader(), call.school.shelf());
  json::array names;
  for (const auto name : mail::kTopicNames) {
    if (topics.has(*mail::topic_named(name))) names.emplace_back(name);
  }
  json::object out{{"topics", std::move(names)}};
  if (const auto channel = mail::channel_of(call.reader(), visit.directory())) {
    out["channel"] = events::word_of(*channel);
  }
  return json_answer(out);
}

Result<mail::Topics> read_topics(const json::object& body) {
  const Refusal no_list{"body.field",
                        {"поле topics: нужен список тем", "the field topics: a list of topics"}};
  const auto* value = body.if_contains("topics");
  const auto* list = value == nullptr ? nullptr : value->if_array();
  if (list == nullptr || list->size() > std::size(mail::kTopicNames)) return no_list;
  mail::Topics topics;
  for (const auto& one : *list) {
    const auto* name = one.if_string();
    if (name == nullptr) return no_list;
    const auto topic = mail::topic_named(std::string_view(*name));
    if (!topic) {
      const auto known = fmt::format("{}", fmt::join(mail::kTopicNames, ", "));
      return Refusal{"body.field",
                     {"поле topics: такой темы нет", "the field topics: there is no such topic"},
                     {},
                     {"темы: " + known, "the topics: " + known}};
    }
    topics.add(*topic);
  }
  return topics;
}

}  // namespace

Result<http::Response> show_notices(const Call& call) {
  const hosting::Visit visit(call.school, call.reader());
  if (auto parent = check_is_parent(visit); !parent) return parent.refusal();
  return notices_answer(call, visit);
}

Result<http::Response> choose_notices(const Call& call) {
  const hosting::Visit visit(call.school, call.reader());
  if (auto parent = check_is_parent(visit); !parent) return parent.refusal();
  const auto body = read_body(call);
  if (!body) return body.refusal();
  const auto topics = read_topics(*body);
  if (!topics) return topics.refusal();
  mail::choose_topics(call.reader(), *topics, call.school.shelf());
  return notices_answer(call, visit);
}

}  // namespace letopis::api
