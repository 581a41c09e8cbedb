#include "http/complaint.h"

#include <exception>

namespace letopis::http {
namespace {

constexpr const char* kRetryAfterSeconds = "2";

Complaint complaint(unsigned status, const char* code, const char* ru, const char* en) {
  return {status, {code, {ru, en}}};
}

Response in_own_words(const Complaint& complaint) {
  return answer(complaint.status, "text/plain; charset=utf-8", complaint.refusal.says.en + "\n");
}

}  // namespace

Complaint headers_too_long() {
  return complaint(431, "http.headers", "заголовки запроса слишком длинны",
                   "the request's headers are too long");
}

Complaint too_many_headers() {
  return complaint(431, "http.headers", "заголовков в запросе слишком много",
                   "the request has too many headers");
}

Complaint body_too_long() {
  return complaint(413, "http.body", "тело запроса слишком длинно",
                   "the request's body is too long");
}

Complaint too_slow() {
  return complaint(408, "http.slow", "запрос шёл слишком долго", "the request took too long");
}

Complaint too_busy() {
  return complaint(503, "http.busy", "сервер перегружен, повторите чуть позже",
                   "the server is overloaded, try again a little later");
}

Complaint handler_failed() {
  return complaint(500, "http.failed", "сбой на сервере", "the server failed");
}

Response response_to(const Complaint& complaint, const ServerSettings& settings) {
  Response response = in_own_words(complaint);
  if (settings.complain) {
    try {
      response = settings.complain(complaint.status, complaint.refusal);
    } catch (const std::exception&) {
      // The words failed; the status still stands.
    }
  }
  if (complaint.status == 503) set_header(response.headers, "Retry-After", kRetryAfterSeconds);
  return response;
}

}  // namespace letopis::http
