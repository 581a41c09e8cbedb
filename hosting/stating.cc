#include "hosting/stating.h"

#include <sodium.h>

#include "rules/propose.h"
#include "signing/encoding.h"
#include "wishes/moment.h"
#include "wishes/outcome.h"
#include "wishes/secrets.h"
#include "wishes/told.h"
#include "wishes/verbs.h"

namespace letopis::hosting {
namespace {

namespace json = boost::json;

constexpr std::string_view kCommand = "command";  // stands before fields in refusals

json::object told(const std::vector<events::Fact>& facts, const projections::Stamp& first,
                  const events::CommandId& command, const Visit& visit) {
  auto out = wishes::told_outcome(facts, first, visit.now());
  out["command"] = print_command_id(command);
  return out;
}

std::vector<LoginWanted> logins_wanted(const std::vector<wishes::NewLogin>& logins,
                                       const std::vector<events::Fact>& facts) {
  std::vector<events::PersonNumber> registered;
  for (const auto& fact : facts) {
    if (const auto* person = std::get_if<events::PersonRegistered>(&fact)) {
      registered.push_back(person->person);
    }
  }
  std::vector<LoginWanted> out;
  for (const auto& one : logins) out.push_back({registered.at(one.person), one.login});
  return out;
}

}  // namespace

Result<Proposed> propose(const json::object& wish, const Visit& visit, const CommandHead& head) {
  wishes::Secrets secrets(
      [](std::span<std::byte, 32> salt) { ::randombytes_buf(salt.data(), salt.size()); });
  const auto read = wishes::read_wish(wish, kCommand, visit.desk(), secrets);
  if (!read) return read.refusal();
  const auto facts =
      rules::propose(read->command, {head.author, visit.now().now(), &secrets}, visit.log());
  if (!facts) return facts.refusal();
  const auto version_of = [&visit](const events::Stream& stream) {
    return static_cast<std::uint32_t>(visit.log().stream(stream).size());
  };
  return Proposed{framed(*facts, head, version_of), secrets.promised_by(*facts, head.author),
                  logins_wanted(read->logins, *facts)};
}

std::optional<json::object> told_before(const Visit& visit, const events::CommandId& command) {
  const auto place = visit.log().command(visit.reader(), command);
  if (!place) return std::nullopt;
  std::vector<events::Fact> facts;
  projections::Stamp first;
  for (std::uint64_t at = 0; at < place->count; ++at) {
    auto event = visit.log().event({place->first.value + at});
    INVARIANT(event.has_value());  // the ledger took it
    if (at == 0) {
      first = {event->position, event->recorded, event->event.stated, event->event.author, {}};
    }
    facts.push_back(std::move(event->event.fact));
  }
  auto out = told(facts, first, command, visit);
  out["seen_before"] = true;
  return out;
}

json::object told_accepted(const std::vector<events::Event>& events,
                           const ledger::Accepted& accepted, const Visit& visit) {
  std::vector<events::Fact> facts;
  facts.reserve(events.size());
  for (const auto& event : events) facts.push_back(event.fact);
  const auto& head = events.front();
  auto out = told(facts, {accepted.place.first, accepted.recorded, head.stated, head.author, {}},
                  head.command, visit);
  if (accepted.seen_before) out["seen_before"] = true;
  return out;
}

events::CommandId new_command_id() {
  events::CommandId id;
  ::randombytes_buf(&id, sizeof id);
  return id;
}

std::string print_command_id(const events::CommandId& command) {
  std::string bytes;
  signing::append_big_endian(bytes, command.high, 8);
  signing::append_big_endian(bytes, command.low, 8);
  return signing::to_hex(bytes_of(bytes));
}

Result<events::CommandId> parse_command_id(std::string_view text) {
  const auto bytes = signing::from_hex(text);
  if (!bytes || bytes->size() != 16) {
    return Refusal{
        "command.id",
        {"номер команды — 32 шестнадцатеричные цифры", "a command's id is 32 hexadecimal digits"}};
  }
  const std::span whole(*bytes);
  return events::CommandId{signing::read_big_endian(whole.first(8)),
                           signing::read_big_endian(whole.last(8))};
}

}  // namespace letopis::hosting
