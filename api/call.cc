#include "api/call.h"

#include <fmt/format.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace letopis::api {

namespace json = boost::json;

namespace {

constexpr std::chrono::seconds kPrintingPatience{20};

}  // namespace

Result<hosting::Places::Taken> place_to_print(const Call& call) {
  auto place = call.school.printings().take(kPrintingPatience, std::to_string(call.reader().value));
  if (place) return *std::move(place);
  return Refusal{"server.busy",
                 {"сервер занят другими отчётами, или прежние ваши ещё составляются",
                  "the server is busy with other reports, or earlier ones of yours are being made"},
                 {},
                 {"повторите через минуту", "try again in a minute"}};
}

http::Response json_answer(const json::value& body, unsigned status) {
  return http::answer(status, "application/json; charset=utf-8", json::serialize(body));
}

http::Response no_content() {
  http::Response answer;
  answer.status = 204;
  return answer;
}

Result<json::object> read_body(const Call& call) {
  const auto type = call.header("Content-Type").value_or("");
  if (!type.starts_with("application/json")) {
    return Refusal{"body.media_type",
                   {"тело запроса должно быть application/json",
                    "the request's body must be application/json"}};
  }
  json::parse_options options;
  options.max_depth = kMostJsonDepth;
  boost::system::error_code failed;
  auto value = json::parse(call.request.body, failed, {}, options);
  if (!failed && value.is_object()) return std::move(value.get_object());
  return Refusal{"body.unreadable",
                 {"тело запроса — не объект JSON", "the request's body is no JSON object"}};
}

namespace {

Refusal wrong_field(std::string_view name) {
  return {"body.field",
          {fmt::format("в теле запроса нужно поле {}: строка", name),
           fmt::format("the body needs the field {}: a string", name)}};
}

}  // namespace

Result<std::string> text_field(const json::object& body, std::string_view name) {
  const auto* value = body.if_contains(name);
  if (value == nullptr || !value->is_string()) return wrong_field(name);
  return std::string(value->get_string());
}

Result<std::optional<std::string>> optional_text(const json::object& body, std::string_view name) {
  const auto* value = body.if_contains(name);
  if (value == nullptr || value->is_null()) return std::optional<std::string>();
  if (!value->is_string()) return wrong_field(name);
  return std::optional<std::string>(value->get_string());
}

}  // namespace letopis::api
