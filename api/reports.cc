// Every report that a school prints, as JSON, PDF, XLSX, CSV and HTML.
#include "reports/make.h"

#include <boost/json/array.hpp>

#include "api/ask_report.h"
#include "api/document_json.h"
#include "api/format.h"
#include "api/handlers.h"
#include "api/parameters.h"
#include "api/readings.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

constexpr std::string_view kNotOfTheReport[] = {"lang"};

std::string_view word_of(reports::Ask ask) {
  switch (ask) {
    case reports::Ask::kNo: return "no";
    case reports::Ask::kMay: return "may";
    case reports::Ask::kMust: return "must";
  }
  INVARIANT(false);
}

// Whom the sheets name, and whom they are about.
std::vector<events::PersonNumber> shown_in(const reports::Request& request,
                                           std::vector<events::PersonNumber> people) {
  if (request.person) people.push_back(*request.person);
  return people;
}

}  // namespace

Result<http::Response> list_reports(const Call&) {
  json::array list;
  for (const auto& row : reports::report_table()) {
    json::object told{{"report", row.key},
                      {"ru", row.title.ru},
                      {"en", row.title.en},
                      {"class", word_of(row.school_class)},
                      {"group", word_of(row.group)},
                      {"subject", word_of(row.subject)},
                      {"person", word_of(row.person)}};
    if (row.copy) told["copy"] = events::word_of(*row.copy);
    list.push_back(std::move(told));
  }
  return json_answer(json::object{{"reports", std::move(list)}, {"parameters", report_schema()}});
}

Result<http::Response> show_report(const Call& call) {
  const auto [key, suffix] = split_format(call.part("report"));
  const auto format = suffix ? Result<Format>(*suffix) : accepted_format(call.header("Accept"));
  if (!format) return format.refusal();
  const auto asked = query_json(call.target, report_schema(), kNotOfTheReport);
  if (!asked) return asked.refusal();
  const hosting::Visit visit(call.school, call.reader());
  const auto wish = read_report(key, *asked, visit, call.school, call.language);
  if (!wish) return wish.refusal();
  const auto place = place_to_print(call);
  if (!place) return place.refusal();
  const auto made = reports::make(
      {visit.log(), visit.texts(), wish->log, reports::Reader{call.reader(), visit.now().now()}},
      wish->request);
  if (!made) return made.refusal();
  note_readings(call, visit, trace_view(key), shown_in(wish->request, made->people));
  if (*format == Format::kJson) return json_answer(document_json(made->document));
  return rendered(made->document, *format, key);
}

}  // namespace letopis::api
