// Everything that is asked of /api/v1 and /log, of any school of the process.
#pragma once

#include "hosting/schools.h"
#include "http/message.h"
#include "terminal/text.h"

namespace letopis::api {

// Any thread; one call a request.
class Service {
 public:
  explicit Service(hosting::Schools& schools) : schools_(schools) {}

  // Never throws but for lack of memory: what fails is told as a problem document. `route` becomes
  // the pattern of the route that was found.
  http::Response answer(const http::Request& request, std::string_view& route);

  // The same where the school is found already.
  static http::Response answer(const hosting::Schools::Found& found, const http::Request& request,
                               std::string_view& route);

  // What the server itself refuses (too long, too slow, no HTTP), in the same form.
  static http::Response complaint(unsigned status, const Refusal& refusal);

 private:
  hosting::Schools& schools_;
};

// What every answer says to browsers, besides what it says already.
void add_guards(http::Response& answer, const http::Request& request);

// Who reads what was answered: "en" in Accept-Language or ?lang=en, else Russian.
terminal::Language language_of(const http::Request& request);

}  // namespace letopis::api
