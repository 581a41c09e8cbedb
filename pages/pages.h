// What a browser loads before it asks for data: the files of the pages, at the root of each school.
//
// A page's address is its fragment ("#/journal/5а/…"), which no browser sends: so one index.html
// stands for all pages, behind whatever prefix a proxy gives, and no address tells a log what was
// looked at.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "http/message.h"
#include "outcome/result.h"
#include "terminal/text.h"

namespace letopis::pages {

// Immutable once read: any thread.
class Pages {
 public:
  // Refuses what read_folder (pages/folder.h) does.
  static Result<Pages> read(const std::filesystem::path& folder);
  // Where no pages were built: at "/" a word of that, for people, and nothing else.
  static Pages none();

  // Whether GET or HEAD of that target, which follows a school's base, is for here.
  bool is_asked(std::string_view method, std::string_view target) const;

  // To a request that is_asked: a file, with an ETag; files under assets/ have their digest in
  // their name and may be kept for ever. An address of a school without its last slash
  // ("/nn125") is sent to the one with it, since all that a page loads is relative to it.
  http::Response answer(const http::Request& request, std::string_view target,
                        terminal::Language language) const;

 private:
  std::map<std::string, http::Response, std::less<>> files_;
};

// At "/" of a process whose schools all have names: where they are, for people.
http::Response name_a_school(terminal::Language language);

}  // namespace letopis::pages
