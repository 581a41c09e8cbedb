// Hands e-mails to a mail server: SMTP, encrypted unless the server is on this very computer.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "mail/email.h"
#include "outcome/result.h"

namespace letopis::mail {

enum class Encryption : std::uint8_t {
  kStartTls,  // begun in the clear, as port 587 is; nothing is sent before it is encrypted
  kTls,       // from the first byte on, as port 465 is
  kNone       // on loopback only
};

struct SmtpSettings {
  std::string host;  // a name or an IPv4 address
  std::uint16_t port = 587;
  Encryption encryption = Encryption::kStartTls;
  std::optional<std::string> user;
  std::string password;                              // of the user
  std::optional<std::filesystem::path> authorities;  // PEM; else those of the system
  Sender from;
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::milliseconds timeout{60'000};  // of one e-mail; and once more to part
};

// A certificate is always checked, for this host. Refuses smtp.host (empty, or with anything but
// letters, digits, dots and hyphens), smtp.no_encryption (kNone, and the host is not 127.0.0.1 or
// localhost), mail.address (the sender's).
Outcome check(const SmtpSettings& settings);

// Whoever sends: Done once a server has taken it. `now` is the e-mail's date.
using Send = std::function<Outcome(const Email& email, events::Instant now)>;

// Of a refusal of `send`: the server will never take this e-mail, whoever asks.
bool is_for_good(const Refusal& refusal);

// One connection for each e-mail; waits for it. One thread at a time.
class SmtpCourier {
 public:
  // Requires: `check` passed.
  explicit SmtpCourier(SmtpSettings settings);
  ~SmtpCourier();
  SmtpCourier(const SmtpCourier&) = delete;
  SmtpCourier& operator=(const SmtpCourier&) = delete;

  // Refuses smtp.rejected (such an addressee there is none, or such mail is not taken: 55x),
  // smtp.busy (any other answer that is no yes), smtp.unreachable, smtp.encryption (none offered,
  // or the certificate is another's), smtp.login, smtp.slow.
  Outcome send(const Email& email, events::Instant now);

 private:
  const SmtpSettings settings_;
};

}  // namespace letopis::mail
