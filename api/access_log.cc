// Who read a child's data: for its family, and for whoever answers for the school. ACC-12.
#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "api/handlers.h"
#include "regulations/civil_day.h"
#include "rules/access.h"
#include "rules/reading.h"
#include "signing/encoding.h"
#include "wishes/answer_parts.h"
#include "wishes/moment.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

constexpr std::int64_t kMonthMs = 31LL * 24 * 3'600'000;

Result<events::PersonNumber> child_asked(const Call& call) {
  const auto number = signing::from_decimal(call.target.parameter("child").value_or(""));
  if (number && *number > 0 && *number <= 0xffff'ffffU) {
    return events::PersonNumber{static_cast<std::uint32_t>(*number)};
  }
  return Refusal{"query.number",
                 {"параметр child — номер ребёнка", "the parameter child is a child's number"}};
}

Result<events::Instant> moment_asked(const Call& call, std::string_view name,
                                     events::Instant without) {
  const auto text = call.target.parameter(name);
  if (!text) return without;
  return wishes::parse_moment(*text);
}

Outcome may_ask(events::PersonNumber child, const hosting::Visit& visit) {
  if (visit.reader() == child || rules::is_own_child(visit.reader(), child, visit.now())) {
    return Done{};
  }
  if (rules::may_read(rules::View::kChanges, visit.reader(), {}, visit.now())) return Done{};
  return Refusal{
      "reading.readings",
      {"кто читал данные ребёнка, открыто его семье и тем, кто отвечает за школу",
       "who read a child's data is open to its family and to who answers for the school"}};
}

}  // namespace

Result<http::Response> show_readings(const Call& call) {
  const auto child = child_asked(call);
  if (!child) return child.refusal();
  const hosting::Visit visit(call.school, call.reader());
  if (auto may = may_ask(*child, visit); !may) return may.refusal();
  const auto now = visit.now().now();
  const auto from = moment_asked(call, "from", {now.milliseconds - kMonthMs});
  if (!from) return from.refusal();
  const auto to = moment_asked(call, "to", {now.milliseconds + 1});
  if (!to) return to.refusal();
  json::array readings;
  for (const auto& one : call.school.access_log().readers_of(*child, *from, *to)) {
    readings.push_back(json::object{{"reader", one.reader.value},
                                    {"name", wishes::full_name(one.reader, visit.sight())},
                                    {"view", trace::name_of(one.view)},
                                    {"at", wishes::print_moment(one.at, visit.now().zone())},
                                    {"index", one.index}});
  }
  return json_answer(json::object{{"readings", std::move(readings)}});
}

// To whom a post of the news was shown, by the log of access: for its author, and for whoever
// answers for the school. Who *says* to have read it is a signed fact, which the view `news`
// tells. COM-02.
Result<http::Response> show_news_shown(const Call& call) {
  const auto number = signing::from_decimal(call.part("post"));
  const hosting::Visit visit(call.school, call.reader());
  const auto posted = number && *number <= 0xffff'ffffU
                          ? visit.directory().declared<events::NewsPosted>(
                                events::PostNumber{static_cast<std::uint32_t>(*number)})
                          : std::nullopt;
  if (!posted) return Refusal{"route.no_post", {"такой новости нет", "there is no such post"}};
  if (posted->stamp.author != call.reader()) {
    if (!rules::may_read(rules::View::kChanges, call.reader(), {}, visit.now())) {
      return Refusal{"reading.news_shown",
                     {"кому показана новость, видит её автор и тот, кто отвечает за школу",
                      "to whom a post was shown is for its author and who answers for the school"}};
    }
  }
  json::array shown;
  for (const auto& one :
       call.school.access_log().readers_of_news(static_cast<std::uint32_t>(*number))) {
    shown.push_back(json::object{{"reader", one.reader.value},
                                 {"name", wishes::full_name(one.reader, visit.sight())},
                                 {"at", wishes::print_moment(one.at, visit.now().zone())}});
  }
  return json_answer(json::object{{"post", *number}, {"shown", std::move(shown)}});
}

}  // namespace letopis::api
