// What the room itself refuses, before or instead of the handler, and in whose words.
#pragma once

#include "http/settings.h"

namespace letopis::http {

struct Complaint {
  unsigned status = 400;
  Refusal refusal;
};

Complaint headers_too_long();
Complaint too_many_headers();
Complaint body_too_long();
Complaint too_slow();
Complaint too_busy();
Complaint handler_failed();

// In the application's words where it has any, else in a line of English. Whatever these words do,
// there is an answer. Never throws but for want of memory.
Response response_to(const Complaint& complaint, const ServerSettings& settings);

}  // namespace letopis::http
