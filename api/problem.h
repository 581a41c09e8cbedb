// Refusals as answers: problem documents of RFC 9457.
//
//   {"type": "urn:letopis:problem:access.out_of_reach", "title": …, "status": 403, "code": …,
//    "detail": the sentence in the reader's language, "ru", "en", "clause", "allowed": {"ru",
//    "en"}}
#pragma once

#include <cstdint>
#include <optional>

#include "http/message.h"
#include "outcome/result.h"
#include "terminal/text.h"

namespace letopis::api {

// 400 not understood · 401 who are you · 403 not for you · 404 no such thing · 409 somebody was
// sooner · 413 too long · 422 a rule says no · 429 slower · 503 not now · 507 no room.
unsigned status_of(const Refusal& refusal);

http::Response problem(const Refusal& refusal, terminal::Language language);
// With Retry-After and "wait_ms", where it is known when to come again.
http::Response problem_with_wait(const Refusal& refusal, std::optional<std::int64_t> wait_ms,
                                 terminal::Language language);
http::Response problem(unsigned status, const Refusal& refusal, terminal::Language language);

}  // namespace letopis::api
