#include "pages/pages.h"

#include <fmt/format.h>

#include "http/entity_tag.h"
#include "pages/folder.h"

namespace letopis::pages {
namespace {

using terminal::Language;
using terminal::Text;

constexpr const char* kIndex = "index.html";
// Checks media without a server, so it is taken along and never shown from here.
constexpr const char* kVerifier = "verify.html";

// Scripts, styles and all else are files of ours, or are not loaded. Text becomes markup or a
// script's address by two policies alone: the one of Svelte's templates, and the one of the service
// worker.
constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types svelte-trusted-html letopis";

std::string_view path_of(std::string_view target) { return target.substr(0, target.find('?')); }

// "/" → "index.html", "/assets/x.js" → "assets/x.js"
std::string_view name_of(std::string_view target) {
  const auto path = path_of(target);
  if (!path.starts_with('/')) return {};
  return path.size() == 1 ? kIndex : path.substr(1);
}

http::Response file_answer(const std::string& name, std::string bytes) {
  auto answer = http::answer(200, media_type(name), std::move(bytes));
  answer.headers.push_back({"ETag", http::entity_tag(answer.body)});
  answer.headers.push_back({"Cache-Control", name.starts_with("assets/")
                                                 ? "public, max-age=31536000, immutable"
                                                 : "no-cache"});
  answer.headers.push_back({"Content-Security-Policy", kPolicy});
  if (name == kVerifier) {
    answer.headers.push_back({"Content-Disposition", "attachment; filename=\"verify.html\""});
  }
  answer.headers.push_back({"Cross-Origin-Opener-Policy", "same-origin"});
  answer.headers.push_back(
      {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"});
  return answer;
}

http::Response plain_page(unsigned status, Language language, const Text& title,
                          const Text& words) {
  return http::answer(
      status, "text/html; charset=utf-8",
      fmt::format("<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\">"
                  "<meta name=\"viewport\" content=\"width=device-width\"><title>{}</title>"
                  "<style>body{{max-width:40rem;margin:3rem auto;padding:0 1rem;background:#fffdf8;"
                  "color:#1c2430;font:18px/1.5 \"PT Sans\",sans-serif}}</style>"
                  "<main><h1>{}</h1><p>{}</p></main></html>\n",
                  language == Language::kRussian ? "ru" : "en", title.in(language),
                  title.in(language), words.in(language)));
}

// Relative, so that it holds behind a proxy's prefix too: "/nn125?x" → "nn125/"
http::Response to_the_slash(std::string_view target) {
  const auto path = path_of(target);
  auto answer = http::answer(308, "text/plain; charset=utf-8", "");
  answer.headers.push_back(
      {"Location", fmt::format("./{}/", path.substr(path.find_last_of('/') + 1))});
  return answer;
}

}  // namespace

Result<Pages> Pages::read(const std::filesystem::path& folder) {
  auto files = read_folder(folder);
  if (!files) return files.refusal();
  Pages pages;
  for (auto& [name, bytes] : *files) {
    pages.files_.emplace(name, file_answer(name, std::move(bytes)));
  }
  return pages;
}

Pages Pages::none() { return {}; }

bool Pages::is_asked(std::string_view method, std::string_view target) const {
  if (method != "GET" && method != "HEAD") return false;
  return path_of(target) == "/" || files_.find(name_of(target)) != files_.end();
}

http::Response Pages::answer(const http::Request& request, std::string_view target,
                             Language language) const {
  if (path_of(target) == "/" && !path_of(request.target).ends_with('/')) {
    return to_the_slash(request.target);
  }
  const auto found = files_.find(name_of(target));
  if (found == files_.end()) {
    return plain_page(
        404, language, {"Страницы не построены", "The pages are not built"},
        {"Журнал работает и отвечает программам по адресу api/v1. Страницы для людей строит "
         "команда scripts/page; ей нужен Node.js.",
         "The journal works and answers programs at api/v1. The pages for people are built by "
         "scripts/page, which needs Node.js."});
  }
  return http::with_etag(request, found->second);
}

http::Response name_a_school(Language language) {
  return plain_page(
      404, language, {"Какая школа?", "Which school?"},
      {"У каждой школы здесь свой адрес: её имя стоит после косой черты. Спросите его "
       "в школе.",
       "Each school here has an address of its own: its name stands behind the slash. "
       "Ask the school for it."});
}

}  // namespace letopis::pages
