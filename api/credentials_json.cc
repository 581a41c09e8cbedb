#include "api/credentials_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "api/call.h"
#include "signing/encoding.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

Refusal unreadable(std::string_view name, std::string_view ru, std::string_view en) {
  return {"body.field",
          {fmt::format("поле {}: нужны {}", name, ru), fmt::format("the field {}: {}", name, en)}};
}

template <std::size_t N>
Result<std::array<std::byte, N>> read_hex(const json::object& body, std::string_view name) {
  const auto text = text_field(body, name);
  if (!text) return text.refusal();
  const auto bytes = signing::from_hex(*text);
  if (!bytes || bytes->size() != N) {
    return unreadable(name, fmt::format("{} шестнадцатеричных цифр", 2 * N),
                      fmt::format("{} hexadecimal digits", 2 * N));
  }
  std::array<std::byte, N> out{};
  std::copy(bytes->begin(), bytes->end(), out.begin());
  return out;
}

Result<signing::Secret32> read_secret(const json::object& body, std::string_view name) {
  auto bytes = read_hex<32>(body, name);
  if (!bytes) return bytes.refusal();
  signing::Secret32 secret(*bytes);
  signing::wipe(*bytes);
  return secret;
}

Result<std::uint32_t> read_number(const json::object& body, std::string_view name) {
  const auto* value = body.if_contains(name);
  const auto* number = value == nullptr ? nullptr : value->if_int64();
  if (number != nullptr && *number >= 0 && *number <= 0xffff'ffffLL) {
    return static_cast<std::uint32_t>(*number);
  }
  return unreadable(name, "числа", "a number");
}

}  // namespace

Result<accounts::Proof> read_proof(const json::object& body) {
  if (!body.contains("half")) {
    auto password = text_field(body, "password");
    if (!password) return password.refusal();
    return accounts::Proof(accounts::TypedPassword{*std::move(password)});
  }
  auto half = read_secret(body, "half");
  if (!half) return half.refusal();
  return accounts::Proof(accounts::LoginHalf{*std::move(half)});
}

Result<signing::PublicKey> read_public_key(const json::object& body, std::string_view name) {
  const auto bytes = read_hex<32>(body, name);
  if (!bytes) return bytes.refusal();
  return signing::PublicKey{*bytes};
}

Result<accounts::BrowserKey> read_browser_key(const json::object& body) {
  const auto key = read_public_key(body, "public_key");
  if (!key) return key.refusal();
  const auto salt = read_hex<16>(body, "salt");
  if (!salt) return salt.refusal();
  const auto passes = read_number(body, "passes");
  if (!passes) return passes.refusal();
  const auto memory = read_number(body, "memory_kib");
  if (!memory) return memory.refusal();
  auto half = read_secret(body, "half");
  if (!half) return half.refusal();
  const auto wrapped = text_field(body, "wrapped_seed");
  if (!wrapped) return wrapped.refusal();
  const auto bytes = signing::from_base64(*wrapped);
  if (!bytes) return bytes.refusal();
  return accounts::BrowserKey{
      *key, *salt, {*passes, *memory}, *std::move(half), std::string(text_of(*bytes))};
}

}  // namespace letopis::api
