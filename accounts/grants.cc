#include "accounts/grants.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <stdexcept>

#include "accounts/tokens.h"
#include "outcome/invariant.h"
#include "shelf/row.h"
#include "signing/encoding.h"
#include "signing/secret.h"
#include "signing/text_rules.h"

namespace letopis::accounts {
namespace {

using shelf::Change;
using shelf::RowReader;
using shelf::RowWriter;

constexpr std::uint8_t kFormat = 1;
constexpr std::size_t kPasswordLetters = 26;
// Small letters and digits that nobody mixes up; a foreign program may not turn them into others.
constexpr std::string_view kLetters = "0123456789abcdefghjkmnpqrstvwxyz";

std::string grants_of(events::PersonNumber person) {
  return RowWriter("accounts/grant/").u32(person.value).take();
}
std::string grant_key(const Grant& grant) {
  return RowWriter(grants_of(grant.person)).u32(grant.id).take();
}
std::string feed_key(std::string_view digest) {
  return RowWriter("accounts/feed/").bytes(bytes_of(digest)).take();
}

std::string md5(std::string_view text) {
  std::array<unsigned char, 16> digest{};
  unsigned length = 0;
  if (EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_md5(), nullptr) != 1) {
    throw std::runtime_error("OpenSSL has no MD5");
  }
  return signing::to_hex(std::as_bytes(std::span(digest)));
}

std::string random_password() {
  std::array<std::byte, kPasswordLetters> bytes{};
  signing::fill_random(bytes);
  std::string password;
  for (const auto one : bytes) password += kLetters[std::to_integer<unsigned>(one) % 32];
  return password;
}

// A grant and what proves it: the MD5 of an application password, the SHA-256 of a feed's secret.
struct Kept {
  Grant grant;
  std::string proof;
};

std::string print(const Kept& kept) {
  return RowWriter()
      .u8(kFormat)
      .u8(static_cast<std::uint8_t>(kept.grant.kind))
      .text(kept.grant.scope)
      .text(kept.grant.label)
      .i64(kept.grant.made.milliseconds)
      .text(kept.proof)
      .take();
}

Kept parse(std::string_view key, std::string_view value) {
  RowReader place(key.substr(key.size() - 8));
  RowReader row(value);
  if (row.u8() != kFormat) {
    throw shelf::ShelfFailure(shelf::ShelfFailure::Kind::kCorrupt, "a grant of another format");
  }
  Kept kept;
  kept.grant.person.value = place.u32();
  kept.grant.id = place.u32();
  kept.grant.kind = static_cast<Grant::Kind>(row.u8());
  kept.grant.scope = row.text();
  kept.grant.label = row.text();
  kept.grant.made.milliseconds = row.i64();
  kept.proof = row.text();
  row.finish();
  return kept;
}

std::vector<Kept> kept_of(const shelf::Shelf& shelf, events::PersonNumber person) {
  std::vector<Kept> all;
  const std::string prefix = grants_of(person);
  shelf.scan(prefix, shelf::after_prefix(prefix), [&](std::string_view key, std::string_view row) {
    all.push_back(parse(key, row));
    return true;
  });
  return all;
}

std::vector<Change> removal(const Kept& kept) {
  std::vector<Change> changes{{grant_key(kept.grant), std::nullopt}};
  if (kept.grant.kind == Grant::Kind::kFeed) {
    changes.push_back({feed_key(kept.proof), std::nullopt});
  }
  return changes;
}

}  // namespace

Result<Grant> Grants::next(events::PersonNumber person, Grant::Kind kind, std::string_view scope,
                           std::string_view label) const {
  INVARIANT(!scope.empty() && scope.size() <= kMaxScopeBytes);
  if (label.empty() || label.size() > kMaxLabelBytes || !signing::is_note_text(label) ||
      label.find('\n') != label.npos) {
    return Refusal{
        "grant.label",
        {"назовите, для чего это: одной короткой строкой",
         "say what this is for, in one short line"},
        {},
        {fmt::format("до {} байт", kMaxLabelBytes), fmt::format("up to {} bytes", kMaxLabelBytes)}};
  }
  const auto present = kept_of(shelf_, person);
  if (present.size() >= kMaxGrantsOfPerson) {
    return Refusal{"grant.too_many",
                   {fmt::format("таких паролей и ссылок уже {}", present.size()),
                    fmt::format("there are {} such passwords and links already", present.size())},
                   {},
                   {"отзовите ненужные", "take back those not needed"}};
  }
  // A number that was taken back may come again: nothing but its owner's list names it.
  const std::uint32_t id = present.empty() ? 1 : present.back().grant.id + 1;
  return Grant{id, person, kind, std::string(scope), std::string(label), clock_.now()};
}

Result<MadeGrant> Grants::make_application(events::PersonNumber person, std::string_view scope,
                                           std::string_view label) {
  const std::lock_guard lock(making_);
  auto grant = next(person, Grant::Kind::kApplication, scope, label);
  if (!grant) return grant.refusal();
  std::string secret = random_password();
  shelf_.write(std::vector<Change>{{grant_key(*grant), print({*grant, md5(secret)})}});
  return MadeGrant{std::move(grant).value(), std::move(secret)};
}

Result<MadeGrant> Grants::make_feed(events::PersonNumber person, std::string_view scope,
                                    std::string_view label) {
  const std::lock_guard lock(making_);
  auto grant = next(person, Grant::Kind::kFeed, scope, label);
  if (!grant) return grant.refusal();
  std::string secret = random_token();
  const auto digest = token_digest(secret);
  const std::string proof(text_of(digest.view()));
  shelf_.write(
      std::vector<Change>{{grant_key(*grant), print({*grant, proof})},
                          {feed_key(proof), RowWriter().u32(person.value).u32(grant->id).take()}});
  return MadeGrant{std::move(grant).value(), std::move(secret)};
}

std::vector<Grant> Grants::list(events::PersonNumber person) const {
  std::vector<Grant> grants;
  for (auto& kept : kept_of(shelf_, person)) grants.push_back(std::move(kept.grant));
  return grants;
}

Outcome Grants::revoke(events::PersonNumber person, std::uint32_t id) {
  const std::lock_guard lock(making_);
  for (const auto& kept : kept_of(shelf_, person)) {
    if (kept.grant.id != id) continue;
    shelf_.write(removal(kept));
    return Done{};
  }
  return Refusal{"grant.none",
                 {"такого пароля или ссылки у вас нет", "you have no such password or link"}};
}

void Grants::revoke_all(events::PersonNumber person) {
  const std::lock_guard lock(making_);
  for (const auto& kept : kept_of(shelf_, person)) shelf_.write(removal(kept));
}

std::optional<Grant> Grants::application(events::PersonNumber person, std::string_view scope,
                                         const Fits& fits) const {
  for (auto& kept : kept_of(shelf_, person)) {
    if (kept.grant.kind != Grant::Kind::kApplication || kept.grant.scope != scope) continue;
    if (fits(kept.proof)) return std::move(kept.grant);
  }
  return std::nullopt;
}

std::optional<Grant> Grants::feed(std::string_view secret, std::string_view scope) const {
  if (secret.size() > kMaxTokenBytes) return std::nullopt;
  const auto digest = token_digest(secret);
  const auto place = shelf_.get(feed_key(text_of(digest.view())));
  if (!place) return std::nullopt;
  const std::string key = RowWriter("accounts/grant/").bytes(bytes_of(*place)).take();
  const auto row = shelf_.get(key);
  if (!row) return std::nullopt;
  auto kept = parse(key, *row);
  if (kept.grant.scope != scope) return std::nullopt;
  return std::move(kept.grant);
}

}  // namespace letopis::accounts
