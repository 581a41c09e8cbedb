// Of which entries a listener wants to hear.
#pragma once

#include "api/target.h"
#include "hosting/entry_sight.h"
#include "hosting/visit.h"
#include "wishes/form.h"

namespace letopis::api {

// References as wishes have them. Without any of these: all that may be seen.
struct AskStream {
  std::optional<events::ClassNumber> school_class;
  std::optional<events::SubjectNumber> subject;
  std::optional<events::GroupNumber> group;
  std::optional<events::PersonNumber> pupil;
};

struct StreamWish {
  AskStream ask;
  events::Position from;  // the first that is told
};

// Parameters class, subject, group, pupil, from. `last_event_id`: what a browser heard last, which
// goes before `from`; without both: what comes from now on. Refuses what query_json and
// wishes/reading.h refuse.
Result<StreamWish> read_stream(const Target& target, std::optional<std::string_view> last_event_id,
                               const hosting::Visit& visit);

bool is_asked_for(const hosting::EntrySight& entry, const AskStream& ask);

}  // namespace letopis::api

namespace letopis::wishes {

template <>
struct Form<api::AskStream> {
  static constexpr std::string_view kName = "changes_stream";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("class", self.school_class);
    visit("subject", self.subject);
    visit("group", self.group);
    visit("pupil", self.pupil);
  }
};

}  // namespace letopis::wishes
