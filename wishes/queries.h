// Everything that can be asked, and the door to it.
#pragma once

#include <span>

#include <boost/json/object.hpp>

#include "outcome/result.h"
#include "wishes/form.h"
#include "wishes/sight.h"

namespace letopis::wishes {

struct Query {
  std::string_view name;  // "journal"
  Text tells;
  Result<boost::json::object> (*answer)(const boost::json::object& from, std::string_view place,
                                        const Sight& sight) = nullptr;
  boost::json::object (*schema)() = nullptr;  // with its "show"
};

std::span<const Query> queries();

// {"show": "journal", …} as the reader may see it. Refuses wish.missing_field (no "show"),
// wish.unknown_verb, what reading.h and references.h refuse, subject.missing (a number of nothing),
// and what each answer refuses.
Result<boost::json::object> answer_query(const boost::json::object& from, std::string_view place,
                                         const Sight& sight);

}  // namespace letopis::wishes
