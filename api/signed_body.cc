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
  const auto* texts = body.if_contains("texts");
  if (texts == nullptr) return out;
  if (!texts->is_array()) return bad("texts");
  for (const auto& one : texts->get_array()) {
    auto text = read_text(one);
    if (!text) return text.refusal();
    out.command.texts.push_back(*std::move(text));
  }
  return out;
}

}  // namespace letopis::api
