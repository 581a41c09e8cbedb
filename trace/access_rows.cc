#include "trace/access_rows.h"

#include "shelf/row.h"

namespace letopis::trace {
namespace {

using shelf::RowWriter;

constexpr std::int64_t kMinuteMs = 60'000;

struct Once {
  events::Instant at;
  std::string operator()(const SignedIn&) const { return {}; }
  std::string operator()(const CredentialChanged&) const { return {}; }
  std::string operator()(const SignInFailed& one) const {
    return RowWriter("trace/failed/")
        .u32(one.person ? one.person->value : 0)
        .i64(at.milliseconds / kMinuteMs)
        .bytes(one.address)
        .take();
  }
  std::string operator()(const Refused& one) const {
    return RowWriter("trace/refused/")
        .u32(one.person.value)
        .u32(one.child ? one.child->value : 0)
        .u32(hour_of(at))
        .u8(static_cast<std::uint8_t>(one.view))
        .take();
  }
  std::string operator()(const Read& one) const {
    return RowWriter(child_key(one.child, hour_of(at)))
        .u32(one.reader.value)
        .u8(static_cast<std::uint8_t>(one.view))
        .take();
  }
  std::string operator()(const ReadNews& one) const {
    return RowWriter(news_key(one.post)).u32(one.reader.value).take();
  }
};

}  // namespace

std::string entry_key(std::uint64_t index) { return RowWriter("trace/entry/").u64(index).take(); }

std::string hash_key(unsigned level, std::uint64_t index) {
  return RowWriter("trace/hash/").u8(static_cast<std::uint8_t>(level)).u64(index).take();
}

std::string child_key(events::PersonNumber child, std::uint32_t hour) {
  return RowWriter("trace/child/").u32(child.value).u32(hour).take();
}

std::string news_key(std::uint32_t post) { return RowWriter("trace/news/").u32(post).take(); }

std::string once_key(const Entry& entry) { return std::visit(Once{entry.at}, entry.what); }

}  // namespace letopis::trace
