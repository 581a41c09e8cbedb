// The small school of the projections' tests, with logins, at a moment.
#pragma once

#include <boost/json/parse.hpp>

#include "projections/small_school.h"
#include "rules/school_now.h"
#include "wishes/desk.h"
#include "wishes/verbs.h"

namespace letopis::wishes {

// Borrows the school. The reader or author is the mathematics teacher unless said otherwise.
class SmallDesk {
 public:
  explicit SmallDesk(const projections::SmallSchool& school,
                     events::PersonNumber author = projections::kMaths)
      : now_(school.views(), school.now()), logins_(named()), desk_{now_, logins_, author} {}
  SmallDesk(const SmallDesk&) = delete;
  SmallDesk& operator=(const SmallDesk&) = delete;

  const Desk& desk() const { return desk_; }

  Result<Wish> read(std::string_view json) {
    return read_wish(boost::json::parse(json).as_object(), "command", desk_, secrets_);
  }
  // The only fact of a wish that is one fact. Requires: it is read.
  template <class Fact>
  Fact fact(std::string_view json) {
    const auto wish = read(json);
    INVARIANT(wish.has_value());
    return std::get<Fact>(static_cast<const events::AnyFact&>(
        std::get<rules::StateFacts>(wish->command).facts.at(0)));
  }
  // Empty iff it is read.
  std::string refused(std::string_view json) {
    const auto wish = read(json);
    return wish ? std::string() : wish.refusal().code;
  }
  const Secrets& secrets() const { return secrets_; }

 private:
  static Logins named() {
    Logins logins;
    for (const auto& [login, person] : {std::pair{"director", projections::kDirector},
                                        {"petrova", projections::kMaths},
                                        {"smith", projections::kEnglish},
                                        {"anna", projections::kAnna},
                                        {"boris", projections::kBoris}}) {
      INVARIANT(logins.add(login, person).has_value());
    }
    return logins;
  }

  const rules::SchoolNow now_;
  const Logins logins_;
  const Desk desk_;
  std::uint8_t salted_ = 0;
  Secrets secrets_{
      [this](std::span<std::byte, 32> salt) { salt[0] = static_cast<std::byte>(++salted_); }};
};

}  // namespace letopis::wishes
