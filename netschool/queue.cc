#include "netschool/queue.h"

#include <fmt/format.h>

#include <optional>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace letopis::netschool {
namespace {

namespace json = boost::json;

constexpr int kInvocation = 1;
constexpr int kCompletion = 3;
constexpr int kPing = 6;
constexpr std::size_t kMostDepth = 8;

std::string record(const json::object& told) { return json::serialize(told) + kRecordEnd; }

std::optional<json::object> read_record(std::string_view text) {
  boost::system::error_code failed;
  json::parse_options options;
  options.max_depth = kMostDepth;
  auto read = json::parse(text, failed, {}, options);
  if (failed || !read.is_object()) return std::nullopt;
  return std::move(read.get_object());
}

std::optional<std::uint64_t> asked_task(const json::object& call) {
  const auto* target = call.if_contains("target");
  const auto* arguments = call.if_contains("arguments");
  if (!target || !target->is_string() || target->get_string() != "startTask") return std::nullopt;
  const auto* list = arguments ? arguments->if_array() : nullptr;
  if (!list || list->empty()) return std::nullopt;
  const auto* number = list->front().if_int64();
  if (!number || *number < 0) return std::nullopt;
  return static_cast<std::uint64_t>(*number);
}

void answer_call(const json::object& call, const Waits& waits, std::vector<std::string>& said) {
  const auto task = asked_task(call);
  if (!task) return;
  json::object done{{"type", kCompletion}};
  if (const auto* invocation = call.if_contains("invocationId")) {
    if (invocation->is_string()) done["invocationId"] = *invocation;
  }
  if (!waits(*task)) {
    done["error"] = "Такого отчёта нет: закажите его заново";
    said.push_back(record(done));
    return;
  }
  done["result"] = nullptr;
  said.push_back(record(done));
  said.push_back(record({{"type", kInvocation},
                         {"target", "complete"},
                         {"arguments", json::array{json::object{{"taskId", *task},
                                                                {"data", std::to_string(*task)},
                                                                {"componentId", "report-v2"}}}}}));
}

}  // namespace

std::vector<std::string> converse(std::string_view message, const Waits& waits) {
  std::vector<std::string> said;
  for (std::size_t records = 0; !message.empty() && records < kMostRecords; ++records) {
    const auto end = std::min(message.find(kRecordEnd), message.size());
    const auto told = read_record(message.substr(0, end));
    message.remove_prefix(std::min(end + 1, message.size()));
    if (!told) continue;
    if (told->contains("protocol")) {
      said.push_back(record({}));
      continue;
    }
    const auto* type = told->if_contains("type");
    if (!type || !type->is_int64()) continue;
    if (type->get_int64() == kPing) said.push_back(record({{"type", kPing}}));
    if (type->get_int64() == kInvocation) answer_call(*told, waits, said);
  }
  return said;
}

}  // namespace letopis::netschool
