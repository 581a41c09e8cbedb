#include "api/readings.h"

#include <algorithm>
#include <set>

#include <boost/json/array.hpp>

#include "api/format.h"
#include "hosting/read_threads.h"
#include "projections/talk_reader.h"
#include "signing/encoding.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostCounted = 100;                     // messages looked at for a count
constexpr std::int64_t kUnreadForMs = 30LL * 24 * 3'600'000;  // older ones are not news any more

void collect(const json::value& from, std::vector<events::PersonNumber>& out);

void add_number(const json::value* value, std::vector<events::PersonNumber>& out) {
  if (value == nullptr) return;
  if (const auto* number = value->if_int64(); number != nullptr && *number > 0) {
    out.push_back({static_cast<std::uint32_t>(*number)});
  } else if (const auto* unsigned_number = value->if_uint64()) {
    out.push_back({static_cast<std::uint32_t>(*unsigned_number)});
  }
}

void collect(const json::object& from, std::vector<events::PersonNumber>& out) {
  add_number(from.if_contains("pupil"), out);
  if (from.contains("class")) add_number(from.if_contains("person"), out);
  for (const auto& [name, value] : from) collect(value, out);
}

void collect(const json::value& from, std::vector<events::PersonNumber>& out) {
  if (const auto* object = from.if_object()) {
    collect(*object, out);
  } else if (const auto* items = from.if_array()) {
    for (const auto& item : *items) collect(item, out);
  }
}

bool is_unread(const projections::TalkMessage& last, const hosting::Visit& visit,
               const shelf::Shelf& shelf) {
  const auto& [fact, stamp] = std::tie(last.sent.fact, last.sent.stamp);
  if (stamp.author == visit.reader()) return false;
  if (visit.now().now().milliseconds - stamp.recorded.milliseconds > kUnreadForMs) return false;
  return hosting::read_up_to(visit.reader(), last.conversation, shelf) < fact.message;
}

// Whose data were asked for by number, if that is or was a pupil.
std::optional<events::PersonNumber> child_asked(const Call& call) {
  for (const auto* name : {"pupil", "child", "person"}) {
    const auto given = call.target.parameter(name);
    const auto number = given ? signing::from_decimal(*given) : Result<std::uint64_t>(0);
    if (!number || *number == 0 || *number > UINT32_MAX) continue;
    const events::PersonNumber child{static_cast<std::uint32_t>(*number)};
    const hosting::Visit visit(call.school, call.reader());
    if (!visit.now().classes_of(child).empty()) return child;
  }
  return std::nullopt;
}

bool is_staff(events::PersonNumber reader, const hosting::Visit& visit) {
  const auto today = visit.now().today();
  const auto& roles = visit.now().roles_of(reader);
  return std::any_of(roles.begin(), roles.end(), [today](const auto& held) {
    return held.role != events::Role::kPupil && held.role != events::Role::kParent &&
           held.days.holds(today);
  });
}

}  // namespace

std::vector<events::PersonNumber> pupils_in(const json::object& answer) {
  std::vector<events::PersonNumber> out;
  collect(answer, out);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<events::MessageNumber> unread_by(const hosting::Visit& visit,
                                             const shelf::Shelf& shelf) {
  std::vector<events::MessageNumber> unread;
  const projections::Talk talk(visit.log(), visit.directory());
  std::set<events::MessageNumber> met;
  for (const auto& one : talk.messages_of(visit.reader(), {kMostCounted})) {
    const bool is_last = met.insert(one.conversation).second;  // the newest come first
    if (is_last && is_unread(one, visit, shelf)) unread.push_back(one.conversation);
  }
  return unread;
}

void tell_unread(const Call& call, const hosting::Visit& visit, json::object& answer) {
  const auto unread = unread_by(visit, call.school.shelf());
  for (auto& row : answer.at("conversations").as_array()) {
    const events::MessageNumber number{row.at("conversation").to_number<std::uint32_t>()};
    row.as_object()["unread"] = std::find(unread.begin(), unread.end(), number) != unread.end();
  }
}

void note_thread_read(const Call& call, const json::object& answer) {
  const auto& last = answer.at("messages").as_array().back().as_object();
  try {
    hosting::note_read_up_to(call.reader(), {answer.at("conversation").to_number<std::uint32_t>()},
                             {last.at("message").to_number<std::uint32_t>()}, call.school.shelf());
  } catch (const shelf::ShelfFailure&) {
    // A comfort alone: what cannot be noted is shown all the same, and stays unread.
  }
}

trace::View trace_view(std::string_view name) {
  if (name == "journal") return trace::View::kJournal;
  if (name == "diary" || name == "diary_pages") return trace::View::kDiary;
  if (name == "attendance") return trace::View::kAttendance;
  if (name == "period_proposals" || name == "summary_sheet" || name == "report_card") {
    return trace::View::kTotals;
  }
  if (name == "people" || name == "accounts") return trace::View::kPersonalData;
  if (name == "messages" || name == "thread") return trace::View::kMessages;
  return trace::View::kReport;
}

void note_readings(const Call& call, const hosting::Visit& visit, trace::View view,
                   const std::vector<events::PersonNumber>& children) {
  if (children.empty() || !is_staff(visit.reader(), visit)) return;
  std::vector<events::PersonNumber> pupils;
  for (const auto child : children) {
    if (child != visit.reader() && !visit.now().classes_of(child).empty()) pupils.push_back(child);
  }
  if (!pupils.empty()) call.school.access_log().read(visit.reader(), pupils, view);
}

void note_news_read(const Call& call, const json::object& answer) {
  const auto* posts = answer.if_contains("news");
  if (posts == nullptr) return;
  for (const auto& post : posts->get_array()) {
    const auto number = post.get_object().at("post").to_number<std::uint32_t>();
    call.school.access_log().read_news(call.reader(), number);
  }
}

void note_failed_proof(const Call& call, const Refusal& refusal,
                       std::optional<events::PersonNumber> person) {
  const bool repeated = refusal.code == "login.second_repeated";
  if (!repeated && refusal.code != "login.wrong" && refusal.code != "login.second_wrong") return;
  auto& access = call.school.access_log();
  access.sign_in_failed(person, call.request.peer);
  // Only whoever has the password comes so far.
  if (!repeated || !person) return;
  access.credential_changed(*person, trace::Credential::kDigitsRepeated, call.request.peer);
}

void note_refusal(const Call& call, const Refusal& refusal) {
  const bool is_of_rights =
      refusal.code.starts_with("reading.") || refusal.code.starts_with("access.");
  if (!call.caller || !is_of_rights) return;
  const auto view = call.parts.find("view");
  const auto report = call.parts.find("report");
  const auto name = view != call.parts.end()     ? split_format(view->second).name
                    : report != call.parts.end() ? split_format(report->second).name
                                                 : std::string();
  call.school.access_log().refused(call.reader(), child_asked(call),
                                   name.empty() ? trace::View::kLog : trace_view(name));
}

}  // namespace letopis::api
