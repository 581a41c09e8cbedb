// Calendars by subscription: GET /calendar/TOKEN.ics[?class=5а]. The token is the key (accounts/
// grants.h): whoever has the address reads, until its owner takes it back. Only where the school
// gives feeds (hosting/site.h).
#pragma once

#include <string_view>

#include "hosting/schools.h"
#include "http/message.h"
#include "terminal/text.h"

namespace letopis::calendar {

// Whether this door is knocked at, below the school's base.
bool is_asked(std::string_view target);

// Never throws but for lack of memory. With an ETag: a calendar that did not change is not sent
// again. An unknown token and a feed that the school does not give are one answer: 404. `route`
// becomes the pattern of the route that was found. Any thread.
http::Response answer(const hosting::Schools::Found& found, const http::Request& request,
                      terminal::Language language, std::string_view& route);

}  // namespace letopis::calendar
