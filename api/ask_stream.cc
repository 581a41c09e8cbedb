#include "api/ask_stream.h"

#include <algorithm>
#include <array>
#include <limits>

#include "api/parameters.h"
#include "signing/encoding.h"
#include "wishes/describing.h"
#include "wishes/reading.h"

namespace letopis::api {
namespace {

constexpr std::array<std::string_view, 2> kNotOfTheQuery{"lang", "from"};

template <class Number>
bool fits(const std::optional<Number>& wanted, const std::optional<Number>& is) {
  return !wanted || wanted == is;
}

}  // namespace

Result<StreamWish> read_stream(const Target& target, std::optional<std::string_view> last_event_id,
                               const hosting::Visit& visit) {
  wishes::Describing describing("changes_stream");
  StreamWish out;
  wishes::visit_form(out.ask, describing);
  const auto asked = query_json(target, describing.end(), kNotOfTheQuery);
  if (!asked) return asked.refusal();
  wishes::Secrets no_secrets([](auto) {});
  wishes::Reading reading("changes_stream", *asked, "query", visit.desk(), no_secrets);
  wishes::visit_form(out.ask, reading);
  if (auto done = reading.end(); !done) return done.refusal();

  out.from = {visit.log().size()};
  if (last_event_id && !last_event_id->empty()) {
    const auto heard = signing::from_decimal(*last_event_id);
    if (!heard) return heard.refusal();
    out.from = {*heard + (*heard < std::numeric_limits<std::uint64_t>::max() ? 1 : 0)};
  } else if (const auto from = target.parameter("from")) {
    const auto first = signing::from_decimal(*from);
    if (!first) return first.refusal();
    out.from = {*first};
  }
  return out;
}

bool is_asked_for(const hosting::EntrySight& entry, const AskStream& ask) {
  return fits(ask.school_class, entry.school_class) && fits(ask.subject, entry.subject) &&
         fits(ask.group, entry.group) && fits(ask.pupil, entry.person);
}

}  // namespace letopis::api
