// One request as its handler sees it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "api/caller.h"
#include "api/target.h"
#include "hosting/visit.h"
#include "http/message.h"
#include "terminal/text.h"

namespace letopis::api {

// Borrows; lives while one request is answered. One thread.
struct Call {
  const http::Request& request;
  const Target& target;
  hosting::School& school;
  CookiePlace cookies = {};
  terminal::Language language = terminal::Language::kRussian;
  std::optional<Caller> caller = {};  // empty at open doors, where nobody signed in
  std::map<std::string, std::string, std::less<>> parts = {};  // of the path: {"position": "12"}

  const std::string& part(std::string_view name) const { return parts.find(name)->second; }
  std::optional<std::string_view> header(std::string_view name) const {
    return http::header(request.headers, name);
  }
  // Requires: somebody signed in.
  events::PersonNumber reader() const { return caller->person; }
};

// A place for work that takes seconds: reports, documents. Refuses server.busy.
Result<hosting::Places::Taken> place_to_print(const Call& call);

// A JSON answer: 200, or the status given.
http::Response json_answer(const boost::json::value& body, unsigned status = 200);

// 204: done, and nothing to say.
http::Response no_content();

inline constexpr std::size_t kMostJsonDepth = 32;

// The body as a JSON object. Refuses body.media_type (no application/json), body.unreadable.
Result<boost::json::object> read_body(const Call& call);

// Fields of a small body. Refuse body.field, naming it.
Result<std::string> text_field(const boost::json::object& body, std::string_view name);
Result<std::optional<std::string>> optional_text(const boost::json::object& body,
                                                 std::string_view name);

}  // namespace letopis::api
