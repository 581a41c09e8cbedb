// Commands and queries as they come from outside: whatever is read can be told, and whatever is
// refused says so in both languages.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <boost/json/parse.hpp>

#include "outcome/invariant.h"
#include "projections/memory_views.h"
#include "wishes/queries.h"
#include "wishes/verbs.h"

using namespace letopis;          // NOLINT(google-build-using-namespace)
using namespace letopis::wishes;  // NOLINT(google-build-using-namespace)

namespace {

class NoTexts : public events::TextSource {
 public:
  std::optional<std::string> find(events::PersonNumber, const events::Commitment&) const override {
    return std::nullopt;
  }
};

template <class Any>
void check(const Result<Any>& result) {
  if (result) return;
  INVARIANT(!result.refusal().says.ru.empty() && !result.refusal().says.en.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  boost::json::error_code error;
  const auto value = boost::json::parse(input, error);
  if (error || !value.is_object()) return 0;
  const projections::MemoryViews nothing;
  const rules::SchoolNow school(nothing, {});
  const Logins logins;
  const Desk desk{school, logins, {1}};
  Secrets secrets([](auto) {});
  check(read_wish(value.get_object(), "command", desk, secrets));
  const NoTexts texts;
  const std::function<events::Position(events::Instant)> size_at = [](events::Instant) {
    return events::Position{};
  };
  check(answer_query(value.get_object(), "query", {desk, texts, size_at}));
  return 0;
}
