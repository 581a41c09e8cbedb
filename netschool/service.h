// The door for programs of another system's making: what «Сетевой город. Образование» answers to
// apps of families, answered from our log. Only where the school opened it (hosting/site.h), by an
// application password, and for reading alone. docs/netschool.md.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string_view>

#include "hosting/schools.h"
#include "http/message.h"
#include "netschool/call.h"
#include "terminal/text.h"

namespace letopis::netschool {

// Any thread; one call a request.
class Service {
 public:
  // Whether this door is knocked at: /webapi/… or /asp/… below the school's base.
  static bool is_asked(std::string_view target);

  // Never throws but for lack of memory: what fails is told as a problem document. `route` becomes
  // the pattern of the route that was found.
  http::Response answer(const hosting::Schools::Found& found, const http::Request& request,
                        terminal::Language language, std::string_view& route);

 private:
  std::shared_ptr<Memory> memory_of(const hosting::School& school);

  std::mutex mutex_;
  std::map<events::LogId, std::shared_ptr<Memory>> memories_;  // shared with calls
};

}  // namespace letopis::netschool
