// Reports are asked for, waited for over a WebSocket, and fetched.
#include "netschool/handlers.h"
#include "netschool/queue.h"
#include "netschool/reports.h"
#include "signing/encoding.h"

namespace letopis::netschool {
namespace {

namespace json = boost::json;

Refusal no_report() {
  return {"netschool.no_report",
          {"такого отчёта нет", "there is no such report"},
          {},
          {"закажите его заново", "ask for it anew"}};
}

Answer ask(ReportKind kind, const Call& call) {
  auto body = read_object(call.request);
  if (!body) return body.refusal();
  if (auto choice = read_choice(*body, call.children, call.sight()); !choice) {
    return choice.refusal();
  }
  const auto number = call.memory->sessions.ask(call.words, {kind, *std::move(body)});
  if (!number) return no_report();
  return json_answer(json::object{{"taskId", *number}});
}

}  // namespace

Answer ask_totals(const Call& call) { return ask(ReportKind::kTotals, call); }

Answer ask_grades(const Call& call) { return ask(ReportKind::kGrades, call); }

Answer open_queue(const Call& call) {
  http::Response answer;
  answer.converse = [memory = call.memory, words = call.words](std::string_view message) {
    return converse(message, [&](std::uint64_t task) {
      return memory->sessions.task(words, task).has_value();
    });
  };
  return answer;
}

Answer tell_report(const Call& call) {
  const auto number = signing::from_decimal(call.parts.at(0));
  if (!number) return no_report();
  const auto task = call.memory->sessions.task(call.words, *number);
  if (!task) return no_report();
  const auto choice = read_choice(task->chosen, call.children, call.sight());
  if (!choice) return choice.refusal();
  auto made = report_page(task->kind, *choice, call.sight());
  if (!made) return made.refusal();
  return html_answer(*std::move(made));
}

}  // namespace letopis::netschool
