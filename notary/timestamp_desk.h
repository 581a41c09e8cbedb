// A timestamp authority (RFC 3161) of a school or a district: its key, and serial numbers none of
// which is ever given twice, whatever ends the process and when.
//
//   timestamps.p12   the key and its certificate, under a password; mode 0600
//   tsa.pem          the certificate, for everybody
//   serials          what was given out at most: "letopis timestamps v1\nnext 18…\nclock 17…\n"
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "outcome/bytes.h"
#include "outcome/result.h"
#include "pki/identity.h"
#include "pki/moment.h"

namespace letopis::notary {

// Numbers are reserved on the disk so many at once: one sync serves for all of them, and a process
// that is killed leaves a gap, which nobody minds.
inline constexpr std::uint64_t kSerialsReserved = 256;
// How far the clock may go back before nothing is stamped any more.
inline constexpr std::chrono::seconds kMostClockBack{60};

// What `serials` says.
struct Serials {
  std::uint64_t next = 0;  // no number from here on was ever given
  pki::Moment clock{};     // the latest moment that was seen
  bool operator==(const Serials&) const = default;
};

std::string print_serials(const Serials& serials);
// Refuses tsa.unreadable: anything but what print_serials prints.
Result<Serials> parse_serials(std::string_view text);

// Any thread; answers are made one at a time. Whatever a disk does wrong is thrown as
// std::system_error, and nothing was answered then.
class TimestampDesk {
 public:
  // A new folder, durable when it returns. Refuses tsa.directory_used and tsa.usage (this
  // certificate may not stamp).
  static Outcome create(const std::filesystem::path& directory,
                        const pki::SigningIdentity& identity, std::string_view password);

  // Refuses tsa.missing, tsa.unreadable, tsa.usage and what PKCS#12 refuses.
  static Result<std::unique_ptr<TimestampDesk>> open(const std::filesystem::path& directory,
                                                     std::string_view password,
                                                     std::function<pki::Moment()> now);

  const pki::Certificate& certificate() const { return identity_.certificate(); }

  // The answer to a request. Refuses timestamp.request, tsa.clock (it went back by more than
  // kMostClockBack) and tsa.not_now (before the certificate begins or after it ended).
  Result<std::vector<std::byte>> answer(Bytes request);

 private:
  TimestampDesk(std::filesystem::path path, pki::SigningIdentity identity,
                std::function<pki::Moment()> now)
      : path_(std::move(path)), identity_(std::move(identity)), now_(std::move(now)) {}
  Result<std::uint64_t> take_serial(pki::Moment now);
  Outcome reserve(pki::Moment now);

  const std::filesystem::path path_;
  const pki::SigningIdentity identity_;
  const std::function<pki::Moment()> now_;
  std::mutex one_at_a_time_;
  std::uint64_t next_ = 0;  // reserved for this process: from here
  std::uint64_t end_ = 0;   // to there
  pki::Moment clock_{};     // the latest that was seen
};

}  // namespace letopis::notary
