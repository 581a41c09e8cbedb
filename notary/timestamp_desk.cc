#include "notary/timestamp_desk.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "pki/timestamp.h"
#include "signing/encoding.h"
#include "witness/durable_file.h"

namespace letopis::notary {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirstLine = "letopis timestamps v1\n";
constexpr std::size_t kMaxSerialsBytes = 256;
// No year has more seconds than these in front of it, and no number comes near 2^64.
constexpr std::uint64_t kMostSeconds = 253'402'300'799;  // the end of 9999
constexpr std::uint64_t kMostNext = std::uint64_t{1} << 62U;
// Numbers of a second: should an old copy of `serials` come back, the clock has gone on since, and
// numbers begin above all that were given before.
constexpr unsigned kSerialBitsASecond = 20;

fs::path key_file(const fs::path& directory) { return directory / "timestamps.p12"; }
fs::path certificate_file(const fs::path& directory) { return directory / "tsa.pem"; }
fs::path serials_file(const fs::path& directory) { return directory / "serials"; }

Refusal unreadable() {
  return {"tsa.unreadable",
          {"файл serials не прочесть: в нём не то, что там должно стоять",
           "the file serials cannot be read: it does not hold what it should"}};
}

Refusal wrong_usage(const pki::Certificate& certificate) {
  return {"tsa.usage",
          {"этот сертификат не для меток времени: " + certificate.subject,
           "this certificate is not for timestamps: " + certificate.subject},
          {},
          {"letopis pki issue --role tsa", "letopis pki issue --role tsa"}};
}

Refusal clock_back(pki::Moment now, pki::Moment seen) {
  return {"tsa.clock",
          {fmt::format("часы ушли назад: сейчас {}, а было уже {}", pki::print_moment(now),
                       pki::print_moment(seen)),
           fmt::format("the clock went back: it is {}, and was {} already", pki::print_moment(now),
                       pki::print_moment(seen))}};
}

Refusal not_now(const pki::Certificate& certificate) {
  return {"tsa.not_now",
          {fmt::format("сертификат службы меток времени действует с {} до {}",
                       pki::print_moment(certificate.valid_from),
                       pki::print_moment(certificate.valid_until)),
           fmt::format("the timestamp authority's certificate is valid from {} to {}",
                       pki::print_moment(certificate.valid_from),
                       pki::print_moment(certificate.valid_until))}};
}

Result<std::string> read_file(const fs::path& file, std::size_t most_bytes) {
  auto text = witness::read_whole(file, most_bytes);
  if (!text) return text.refusal();
  if (*text) return **std::move(text);
  return Refusal{"tsa.missing",
                 {fmt::format("службы меток времени здесь нет: нет файла {}", file.string()),
                  fmt::format("there is no timestamp authority here: no file {}", file.string())},
                 {},
                 {"Новая: letopis tsa init --out ПАПКА --identity tsa.p12",
                  "A new one: letopis tsa init --out DIR --identity tsa.p12"}};
}

std::uint64_t seconds_of(pki::Moment moment) {
  const auto seconds = moment.time_since_epoch().count();
  return seconds < 0 ? 0 : static_cast<std::uint64_t>(seconds);
}

// The number in a line "NAME NUMBER\n"; what is behind it stays.
std::optional<std::uint64_t> take_line(std::string_view& text, std::string_view name) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos || !text.starts_with(name)) return std::nullopt;
  const auto number = signing::from_decimal(text.substr(name.size(), end - name.size()));
  text.remove_prefix(end + 1);
  return number ? std::optional(*number) : std::nullopt;
}

}  // namespace

std::string print_serials(const Serials& serials) {
  return fmt::format("{}next {}\nclock {}\n", kFirstLine, serials.next, seconds_of(serials.clock));
}

Result<Serials> parse_serials(std::string_view text) {
  if (!text.starts_with(kFirstLine)) return unreadable();
  text.remove_prefix(kFirstLine.size());
  const auto next = take_line(text, "next ");
  const auto clock = take_line(text, "clock ");
  if (!next || !clock || !text.empty() || *next > kMostNext || *clock > kMostSeconds) {
    return unreadable();
  }
  return Serials{*next, pki::Moment{std::chrono::seconds(*clock)}};
}

Outcome TimestampDesk::create(const fs::path& directory, const pki::SigningIdentity& identity,
                              std::string_view password) {
  if (!identity.certificate().may_timestamp) return wrong_usage(identity.certificate());
  if (fs::exists(directory) && (!fs::is_directory(directory) || !fs::is_empty(directory))) {
    return Refusal{"tsa.directory_used",
                   {fmt::format("папка {} не пуста", directory.string()),
                    fmt::format("the directory {} is not empty", directory.string())}};
  }
  const auto key = identity.to_pkcs12(password);
  if (!key) return key.refusal();
  witness::make_directories_durably(directory);
  fs::permissions(directory, fs::perms::owner_all);
  witness::replace_durably(certificate_file(directory), pki::print_pem(identity.certificate()));
  witness::replace_durably(serials_file(directory), print_serials({}));
  witness::replace_durably(key_file(directory), text_of(*key), 0600);
  return Done{};
}

Result<std::unique_ptr<TimestampDesk>> TimestampDesk::open(const fs::path& directory,
                                                           std::string_view password,
                                                           std::function<pki::Moment()> now) {
  const auto file = read_file(key_file(directory), pki::kMaxPkcs12Bytes);
  if (!file) return file.refusal();
  auto identity = pki::SigningIdentity::from_pkcs12(bytes_of(*file), password);
  if (!identity) return identity.refusal();
  if (!identity->certificate().may_timestamp) return wrong_usage(identity->certificate());
  std::unique_ptr<TimestampDesk> desk(
      new TimestampDesk(directory, *std::move(identity), std::move(now)));
  if (auto reserved = desk->reserve(desk->now_()); !reserved) return reserved.refusal();
  return desk;
}

Outcome TimestampDesk::reserve(pki::Moment now) {
  const witness::FileLock among_processes(path_ / "lock");
  const auto text = read_file(serials_file(path_), kMaxSerialsBytes);
  if (!text) return text.refusal();
  const auto known = parse_serials(*text);
  if (!known) return known.refusal();
  clock_ = std::max(clock_, known->clock);
  if (now + kMostClockBack < clock_) return clock_back(now, clock_);
  clock_ = std::max(clock_, now);
  next_ = std::max(known->next, seconds_of(now) << kSerialBitsASecond);
  end_ = next_ + kSerialsReserved;
  witness::replace_durably(serials_file(path_), print_serials({end_, clock_}));
  return Done{};
}

Result<std::uint64_t> TimestampDesk::take_serial(pki::Moment now) {
  if (now + kMostClockBack < clock_) return clock_back(now, clock_);
  clock_ = std::max(clock_, now);
  if (next_ == end_) {
    if (auto reserved = reserve(now); !reserved) return reserved.refusal();
  }
  return next_++;
}

Result<std::vector<std::byte>> TimestampDesk::answer(Bytes request) {
  const std::lock_guard<std::mutex> one_at_a_time(one_at_a_time_);
  const auto now = now_();
  if (now < certificate().valid_from || now >= certificate().valid_until) {
    return not_now(certificate());
  }
  const auto serial = take_serial(now);
  if (!serial) return serial.refusal();
  return pki::answer_timestamp_request(request, identity_, {*serial, now});
}

}  // namespace letopis::notary
