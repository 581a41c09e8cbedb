// Doors for programs: a password that a person makes for one application, and an address of a feed
// that is its own key. Made at random, shown once, for reading only, taken back at will.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/clock.h"
#include "outcome/result.h"
#include "shelf/shelf.h"

namespace letopis::accounts {

inline constexpr std::size_t kMaxGrantsOfPerson = 20;
inline constexpr std::size_t kMaxScopeBytes = 32;
inline constexpr std::size_t kMaxLabelBytes = 100;

struct Grant {
  enum class Kind : std::uint8_t { kApplication = 1, kFeed = 2 };
  std::uint32_t id = 0;  // counted for each person
  events::PersonNumber person;
  Kind kind = Kind::kApplication;
  std::string scope;  // "netschool", "calendar": which door it opens
  std::string label;  // how its owner calls it
  events::Instant made;
  bool operator==(const Grant&) const = default;
};

struct MadeGrant {
  Grant grant;
  std::string secret;  // shown now and never again
};

// Any thread. Throws ShelfFailure.
class Grants {
 public:
  Grants(shelf::Shelf& shelf, const events::Clock& clock) : shelf_(shelf), clock_(clock) {}

  // 26 letters and digits, 130 random bits: nothing that could be guessed from a digest. Refuses
  // grant.too_many and grant.label.
  Result<MadeGrant> make_application(events::PersonNumber person, std::string_view scope,
                                     std::string_view label);
  // 43 letters for an address, 256 random bits. Refuses as above.
  Result<MadeGrant> make_feed(events::PersonNumber person, std::string_view scope,
                              std::string_view label);

  std::vector<Grant> list(events::PersonNumber person) const;
  // Refuses grant.none.
  Outcome revoke(events::PersonNumber person, std::uint32_t id);
  void revoke_all(events::PersonNumber person);

  // The person's application password of that scope for which `fits` answers true, asked with the
  // MD5 of each as 32 hexadecimal digits: a foreign protocol proves by it that it knows the
  // password.
  using Fits = std::function<bool(std::string_view md5)>;
  std::optional<Grant> application(events::PersonNumber person, std::string_view scope,
                                   const Fits& fits) const;
  std::optional<Grant> feed(std::string_view secret, std::string_view scope) const;

 private:
  Result<Grant> next(events::PersonNumber person, Grant::Kind kind, std::string_view scope,
                     std::string_view label) const;

  shelf::Shelf& shelf_;
  const events::Clock& clock_;
  std::mutex making_;  // held from counting a person's to having written the next
};

}  // namespace letopis::accounts
