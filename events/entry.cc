#include "events/entry.h"

#include <fmt/format.h>

#include <algorithm>

#include "events/event.h"
#include "outcome/invariant.h"
#include "signing/encoding.h"

namespace letopis::events {
namespace {

constexpr std::string_view kSigningPrefix = "letopis event v1\n";
constexpr std::uint64_t kVersion = 1;
constexpr std::size_t kKeyAt = 8;
constexpr std::size_t kSignatureAt = 40;

template <std::size_t size>
void copy_into(std::array<std::byte, size>& to, Bytes from) {
  std::copy_n(from.begin(), size, to.begin());
}

}  // namespace

std::string signed_bytes(Bytes event) {
  std::string message(kSigningPrefix);
  signing::append_bytes(message, event);
  return message;
}

SignedEvent sign_event(Bytes event, const signing::PrivateKey& key) {
  return {std::string(text_of(event)), key.key_id(), key.sign(bytes_of(signed_bytes(event)))};
}

bool verify_event(Bytes event, const signing::CheckedKey& key,
                  const signing::Signature& signature) {
  return key.verify(bytes_of(signed_bytes(event)), signature);
}

std::string make_entry(const SignedEvent& event, Instant recorded) {
  INVARIANT(recorded.milliseconds >= 0 && recorded.milliseconds >> 48 == 0);
  std::string entry;
  entry.reserve(kEntryFrameBytes + event.bytes.size());
  signing::append_big_endian(entry, kVersion, 2);
  signing::append_big_endian(entry, static_cast<std::uint64_t>(recorded.milliseconds), 6);
  signing::append_bytes(entry, event.key.view());
  signing::append_bytes(entry, event.signature.view());
  entry += event.bytes;
  return entry;
}

Result<EntryParts> cut_entry(Bytes entry) {
  if (entry.size() <= kEntryFrameBytes || entry.size() > kEntryFrameBytes + kMaxEventBytes) {
    return Refusal{"entry.size",
                   {fmt::format("запись в {} байт: столько в ней быть не может", entry.size()),
                    fmt::format("an entry cannot have {} bytes", entry.size())}};
  }
  if (const auto version = signing::read_big_endian(entry.first(2)); version != kVersion) {
    return Refusal{
        "entry.version",
        {fmt::format("запись формата {}: эта программа знает только формат {}", version, kVersion),
         fmt::format("an entry of format {}: this program knows only format {}", version,
                     kVersion)}};
  }
  EntryParts parts;
  parts.recorded.milliseconds =
      static_cast<std::int64_t>(signing::read_big_endian(entry.subspan(2, 6)));
  copy_into(parts.key.digest.bytes, entry.subspan(kKeyAt));
  copy_into(parts.signature.bytes, entry.subspan(kSignatureAt));
  parts.event = entry.subspan(kEntryFrameBytes);
  return parts;
}

}  // namespace letopis::events
