#include "netschool/call.h"

#include <fmt/format.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "signing/encoding.h"

namespace letopis::netschool {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostDepth = 16;

Refusal bad_body() {
  return {"netschool.body", {"запрос не понят", "the request is not understood"}};
}

}  // namespace

Result<Form> read_form(const http::Request& request) {
  if (request.body.size() > kMostFormBytes) return bad_body();
  auto read = api::parse_target("/?" + request.body);
  if (!read) return bad_body();
  Form form;
  for (auto& [name, value] : read->parameters) form.emplace(std::move(name), std::move(value));
  return form;
}

std::string field(const Form& form, std::string_view name) {
  const auto found = form.find(name);
  return found == form.end() ? std::string() : found->second;
}

Result<json::object> read_object(const http::Request& request) {
  if (request.body.size() > kMostBodyBytes) return bad_body();
  boost::system::error_code failed;
  json::parse_options options;
  options.max_depth = kMostDepth;
  auto read = json::parse(request.body, failed, {}, options);
  if (failed || !read.is_object()) return bad_body();
  return std::move(read.get_object());
}

Result<std::uint64_t> number_parameter(const Call& call, std::string_view name) {
  const auto text = call.target.parameter(name);
  auto number = signing::from_decimal(text.value_or(""));
  if (number) return number;
  return Refusal{"netschool.query",
                 {fmt::format("в запросе нужно число {}", name),
                  fmt::format("the request needs the number {}", name)}};
}

http::Response json_answer(const json::value& told) {
  return http::answer(200, "application/json; charset=utf-8", json::serialize(told));
}

http::Response html_answer(std::string markup) {
  return http::answer(200, "text/html; charset=utf-8", std::move(markup));
}

}  // namespace letopis::netschool
