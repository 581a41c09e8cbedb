// The certificate that connections of a listener are opened with; it can be changed while they run.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <mutex>

#include "http/settings.h"

namespace letopis::http {

// TLS 1.2 and 1.3, ciphers that keep past talk secret, ALPN "http/1.1". Any thread.
class Tls {
 public:
  // Refuses http.certificate: what is wrong with which file.
  static Result<std::unique_ptr<Tls>> open(const TlsFiles& files);

  // Reads the files again; on a refusal all stays as it was.
  Outcome reload();

  // Shared: a connection keeps the one that it began with.
  std::shared_ptr<boost::asio::ssl::context> current() const;

 private:
  explicit Tls(TlsFiles files) : files_(std::move(files)) {}

  const TlsFiles files_;
  mutable std::mutex mutex_;
  std::shared_ptr<boost::asio::ssl::context> current_;
};

}  // namespace letopis::http
