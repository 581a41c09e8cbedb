#include "api/signed_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "events/codec.h"
#include "signing/encoding.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

Refusal bad(std::string_view field) {
  return {"body.field",
          {fmt::format("поле {} в теле запроса прочесть нельзя", field),
           fmt::format("the field {} of the body cannot be read", field)}};
}

std::optional<std::string_view> text_in(const json::value& from, std::string_view name) {
  const auto* object = from.if_object();
  const auto* value = object == nullptr ? nullptr : object->if_contains(name);
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return std::string_view(value->get_string());
}

Result<events::SignedEvent> read_event(const json::value& from) {
  const auto bytes = text_in(from, "bytes");
  const auto key = text_in(from, "key");
  const auto signature = text_in(from, "signature");
  if (!bytes || !key || !signature) return bad("events");
  const auto raw = signing::from_base64(*bytes);
  if (!raw) return raw.refusal();
  const auto raw_key = signing::from_hex(*key);
  if (!raw_key) return raw_key.refusal();
  const auto raw_signature = signing::from_base64(*signature);
  if (!raw_signature) return raw_signature.refusal();
  auto signed_with = signing::signature_from(*raw_signature);
  if (!signed_with) return signed_with.refusal();
  events::SignedEvent out;
  out.bytes = std::string(text_of(*raw));
  if (raw_key->size() != out.key.digest.bytes.size()) return bad("events.key");
  std::copy(raw_key->begin(), raw_key->end(), out.key.digest.bytes.begin());
  out.signature = *signed_with;
  return out;
}

Result<events::PrivateText> read_text(const json::value& from) {
  const auto salt = text_in(from, "salt");
  const auto text = text_in(from, "text");
  const auto* about = from.is_object() ? from.get_object().if_contains("about") : nullptr;
  if (!salt || !text || about == nullptr || !about->is_int64()) return bad("texts");
  const auto number = about->get_int64();
  const auto raw = signing::from_hex(*salt);
  if (!raw) return raw.refusal();
  events::PrivateText out;
  if (raw->size() != out.salt.size() || number < 0 || number > 0xffff'ffffLL) return bad("texts");
  out.about = {static_cast<std::uint32_t>(number)};
  std::copy(raw->begin(), raw->end(), out.salt.begin());
  out.text = std::string(*text);
  return out;
}

bool registers(const events::Event& event, events::PersonNumber person) {
  const auto* registered = std::get_if<events::PersonRegistered>(&event.fact);
  return registered != nullptr && registered->person == person;
}

Result<hosting::LoginWanted> read_login(const json::value& from,
                                        const std::vector<events::Event>& events) {
  const auto login = text_in(from, "login");
  const auto* person = from.is_object() ? from.get_object().if_contains("person") : nullptr;
  if (!login || person == nullptr || !person->is_int64()) return bad("logins");
  const auto number = person->get_int64();
  if (number <= 0 || number > 0xffff'ffffLL) return bad("logins");
  hosting::LoginWanted out{{static_cast<std::uint32_t>(number)}, std::string(*login)};
  if (std::any_of(events.begin(), events.end(),
                  [&](const auto& event) { return registers(event, out.person); })) {
    return out;
  }
  return Refusal{
      "login.of_another",
      {fmt::format("имя для входа — человеку № {}, которого эта команда не вносит", number),
       fmt::format("a log-in for person {}, whom this command does not register", number)}};
}

Outcome take_texts(const json::value& texts, SignedBody& out) {
  if (!texts.is_array()) return bad("texts");
  for (const auto& one : texts.get_array()) {
    auto text = read_text(one);
    if (!text) return text.refusal();
    out.command.texts.push_back(*std::move(text));
  }
  return Done{};
}

Outcome take_logins(const json::value& logins, SignedBody& out) {
  if (!logins.is_array()) return bad("logins");
  for (const auto& one : logins.get_array()) {
    auto login = read_login(one, out.events);
    if (!login) return login.refusal();
    out.logins.push_back(*std::move(login));
  }
  return Done{};
}

}  // namespace

Result<SignedBody> read_signed(const json::object& body, events::PersonNumber author) {
  const auto* events = body.if_contains("events");
  if (events == nullptr || !events->is_array()) return bad("events");
  SignedBody out;
  for (const auto& one : events->get_array()) {
    auto event = read_event(one);
    if (!event) return event.refusal();
    auto decoded = events::decode(bytes_of(event->bytes));
    if (!decoded) return decoded.refusal();
    if (decoded->author != author) {
      return Refusal{"event.of_another",
                     {"событие заявлено от имени другого человека",
                      "the event is stated in another person's name"}};
    }
    out.command.events.push_back(*std::move(event));
    out.events.push_back(*std::move(decoded));
  }
  if (out.events.empty()) return bad("events");
  if (const auto* texts = body.if_contains("texts")) {
    if (auto taken = take_texts(*texts, out); !taken) return taken.refusal();
  }
  if (const auto* logins = body.if_contains("logins")) {
    if (auto taken = take_logins(*logins, out); !taken) return taken.refusal();
  }
  return out;
}

}  // namespace letopis::api
