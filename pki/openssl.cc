#include "pki/openssl.h"

#include <openssl/err.h>

#include <array>
#include <ctime>
#include <stdexcept>

#include "signing/encoding.h"

namespace letopis::pki {

void must(bool succeeded, const char* what) {
  if (succeeded) return;
  std::array<char, 256> reason{};
  ERR_error_string_n(ERR_peek_last_error(), reason.data(), reason.size());
  ERR_clear_error();
  throw std::runtime_error(std::string("OpenSSL: ") + what + ": " + reason.data());
}

void forget_errors() { ERR_clear_error(); }

HeldBio reader_of(Bytes bytes) {
  HeldBio bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
  must(bio != nullptr, "BIO_new_mem_buf");
  return bio;
}

std::optional<Moment> moment_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) {
    forget_errors();
    return std::nullopt;
  }
  const std::chrono::year_month_day date(
      std::chrono::year(parts.tm_year + 1900),
      std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)),
      std::chrono::day(static_cast<unsigned>(parts.tm_mday)));
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date) + std::chrono::hours(parts.tm_hour) +
         std::chrono::minutes(parts.tm_min) + std::chrono::seconds(parts.tm_sec);
}

HeldTime time_of(Moment moment) {
  HeldTime time(
      ASN1_TIME_set(nullptr, static_cast<std::time_t>(moment.time_since_epoch().count())));
  must(time != nullptr, "ASN1_TIME_set");
  return time;
}

std::string hex_of(const ASN1_INTEGER* number) {
  const auto* const first = reinterpret_cast<const std::byte*>(ASN1_STRING_get0_data(number));
  return signing::to_hex({first, static_cast<std::size_t>(ASN1_STRING_length(number))});
}

std::string name_of(const X509_NAME* name) {
  const HeldBio out(BIO_new(BIO_s_mem()));
  must(out != nullptr, "BIO_new");
  // RFC 2253 without its escapes of what is not ASCII: the names are Russian.
  must(X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) >= 0,
       "X509_NAME_print_ex");
  char* data = nullptr;
  const long size = BIO_get_mem_data(out.get(), &data);
  return {data, static_cast<std::size_t>(size)};
}

HeldCertificate open_certificate(const Certificate& certificate) {
  const auto* at = reinterpret_cast<const unsigned char*>(certificate.der.data());
  HeldCertificate opened(d2i_X509(nullptr, &at, static_cast<long>(certificate.der.size())));
  INVARIANT(opened != nullptr);
  return opened;
}

Result<Certificate> value_of(const X509* certificate) {
  return parse_certificate(der_of<i2d_X509>(certificate));
}

}  // namespace letopis::pki
