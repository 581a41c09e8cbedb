// What enters the log, told as it comes: server-sent events from a position on.
#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "api/ask_stream.h"
#include "api/handlers.h"
#include "http/channel.h"
#include "regulations/civil_day.h"
#include "wishes/moment.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

template <class Number>
void add(json::object& to, std::string_view name, const std::optional<Number>& number) {
  if (number) to[name] = number->value;
}

std::string line_of(const hosting::EntrySight& entry, const regulations::TimeZone& zone) {
  json::object out{{"position", entry.position.value},
                   {"fact", entry.fact},
                   {"author", entry.author.value},
                   {"recorded", wishes::print_moment(entry.recorded, zone)}};
  add(out, "class", entry.school_class);
  add(out, "subject", entry.subject);
  add(out, "group", entry.group);
  add(out, "lesson", entry.lesson);
  add(out, "person", entry.person);
  if (entry.day) out["day"] = regulations::iso(*entry.day);
  return fmt::format("id: {}\nevent: entry\ndata: {}\n\n", entry.position.value,
                     json::serialize(out));
}

// A channel that ends with whoever told it: a feed that is closed leaves nobody listening to
// silence.
struct Closing {
  explicit Closing(std::shared_ptr<http::Channel> channel) : at(std::move(channel)) {}
  Closing(const Closing&) = delete;
  Closing& operator=(const Closing&) = delete;
  ~Closing() { at->close(); }
  const std::shared_ptr<http::Channel> at;  // shared with the connection
};

// The last words of a stream, so that whoever listens knows why it is silent.
std::string last_words(const Refusal& refusal) {
  return fmt::format(
      "event: over\ndata: {}\n\n",
      json::serialize(
          json::object{{"code", refusal.code}, {"ru", refusal.says.ru}, {"en", refusal.says.en}}));
}

// Hears the feed for one connection; rights are asked for each entry anew, and a session that ended
// or is locked ends the stream.
class Listening {
 public:
  Listening(hosting::School& school, Caller caller, const AskStream& ask,
            std::shared_ptr<http::Channel> channel)
      : school_(school),
        caller_(std::move(caller)),
        ask_(ask),
        channel_(std::make_shared<Closing>(std::move(channel))) {}

  bool operator()(std::span<const hosting::EntrySight> entries, const ledger::Snapshot& log) {
    if (channel_->at->closed()) return false;
    if (entries.empty()) return goes_on();
    std::string told;
    const rules::SchoolNow now(log, school_.now());
    for (const auto& entry : entries) {
      if (!is_asked_for(entry, ask_)) continue;
      if (!hosting::may_see(entry, caller_.person, now)) continue;
      told += line_of(entry, now.zone());
    }
    if (told.empty()) return true;
    return goes_on() && channel_->at->push(std::move(told));
  }

 private:
  bool goes_on() {
    const auto still = school_.sessions().goes_on(caller_.visit.session.id);
    if (still) return true;
    channel_->at->push(last_words(still.refusal()));
    channel_->at->close();
    return false;
  }

  hosting::School& school_;
  Caller caller_;
  AskStream ask_;
  // Shared by the copies that the feed makes of a listener.
  std::shared_ptr<Closing> channel_;
};

}  // namespace

Result<http::Response> stream_changes(const Call& call) {
  const hosting::Visit visit(call.school, call.reader());
  const auto wish = read_stream(call.target, call.header("Last-Event-ID"), visit);
  if (!wish) return wish.refusal();
  auto answer = http::answer(200, "text/event-stream; charset=utf-8", "");
  answer.headers.push_back({"Cache-Control", "no-store"});
  answer.plain = true;
  answer.opened = [&school = call.school, caller = *call.caller,
                   wish = *wish](const std::shared_ptr<http::Channel>& channel) {
    // Whoever listens from no old position has something to go on from at once.
    channel->push(
        fmt::format("retry: 3000\nid: {}\n\n", wish.from.value == 0 ? 0 : wish.from.value - 1));
    const auto listening =
        school.feed().listen(wish.from, Listening(school, caller, wish.ask, channel));
    if (!listening) channel->close();
  };
  return answer;
}

}  // namespace letopis::api
