// A real mail server beside the test, and certificates for it made by openssl.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace letopis::mail {

// In that folder: authority.pem, and server.pem with server.key for 127.0.0.1 and localhost.
void make_certificates(const std::filesystem::path& folder);

struct ServerWish {
  std::string mode = "plain";  // "starttls", "tls"
  std::optional<std::filesystem::path> certificates;
  std::map<std::string, std::string> environment;
};

// Runs from its making on; killed at the end. One thread.
class MailServer {
 public:
  MailServer(std::filesystem::path mails, ServerWish wish = {});
  ~MailServer();
  MailServer(const MailServer&) = delete;
  MailServer& operator=(const MailServer&) = delete;

  std::uint16_t port() const { return port_; }
  void kill();

 private:
  pid_t child_ = 0;
  int input_ = -1;
  std::uint16_t port_ = 0;
};

// The mails in a folder, in the order in which they were taken: headers and body as they came.
std::vector<std::string> mails_in(const std::filesystem::path& folder);

// The value of a header, and the body in the clear, of a mail that mail/email.h prints.
std::string header_of(const std::string& mail, const std::string& name);
std::string body_of(const std::string& mail);

}  // namespace letopis::mail
