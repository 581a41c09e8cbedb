#include "api/target.h"

#include <algorithm>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include "events/text.h"

namespace letopis::api {
namespace {

Refusal unreadable() {
  return {"target.unreadable",
          {"адрес запроса прочесть нельзя", "the request's address cannot be read"}};
}

bool is_readable(const std::string& text) { return events::is_plain_text(text); }

Outcome read_path(const boost::urls::url_view& url, Target& target) {
  const auto segments = url.segments();
  std::size_t left = segments.size();
  for (const auto& segment : segments) {
    --left;
    std::string decoded(segment);
    if (decoded.empty() && left == 0) break;  // a closing slash
    if (decoded.empty() || decoded == "." || decoded == ".." || !is_readable(decoded) ||
        target.segments.size() == kMostSegments) {
      return unreadable();
    }
    target.segments.push_back(std::move(decoded));
  }
  return Done{};
}

Outcome read_parameters(const boost::urls::url_view& url, Target& target) {
  boost::urls::encoding_opts plus;
  plus.space_as_plus = true;
  for (const auto& parameter : url.params(plus)) {
    std::pair<std::string, std::string> one{parameter.key, parameter.value};
    if (!is_readable(one.first) || !is_readable(one.second) ||
        target.parameters.size() == kMostParameters) {
      return unreadable();
    }
    target.parameters.push_back(std::move(one));
  }
  return Done{};
}

}  // namespace

std::optional<std::string_view> Target::parameter(std::string_view name) const {
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [name](const auto& one) { return one.first == name; });
  if (found == parameters.end()) return std::nullopt;
  return found->second;
}

Result<Target> parse_target(std::string_view target) {
  if (target.size() > kMostTargetBytes) return unreadable();
  const auto url = boost::urls::parse_origin_form(target);
  if (!url) return unreadable();
  Target out;
  if (auto path = read_path(*url, out); !path) return path.refusal();
  if (auto parameters = read_parameters(*url, out); !parameters) return parameters.refusal();
  return out;
}

}  // namespace letopis::api
