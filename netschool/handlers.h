// What answers each request, by the numbers of the calls in docs/netschool.md.
#pragma once

#include "netschool/call.h"
#include "outcome/result.h"

namespace letopis::netschool {

using Answer = Result<http::Response>;

// At the door (door.cc): 1 to 6, 11, 20.
Answer begin(const Call& call);
Answer give_challenge(const Call& call);
Answer find_schools(const Call& call);
Answer prepare_form(const Call& call);
// Refuses login.wait, login.wrong, netschool.no_child (for families only) and netschool.crowded.
Answer log_in(const Call& call);
Answer tell_system(const Call& call);
Answer is_expired(const Call& call);
Answer log_out(const Call& call);

// Inside (inside.cc): 7 to 10, 12 to 16.
Answer tell_context(const Call& call);
Answer tell_filters(const Call& call);
Answer tell_term(const Call& call);
Answer tell_school(const Call& call);
Answer tell_settings(const Call& call);
Answer begin_diary(const Call& call);
Answer tell_diary(const Call& call);
Answer tell_attachments(const Call& call);
Answer tell_types(const Call& call);
Answer tell_assignment(const Call& call);

// Reports (waiting.cc): 17 to 19.
Answer ask_totals(const Call& call);
Answer ask_grades(const Call& call);
Answer open_queue(const Call& call);
Answer tell_report(const Call& call);

// The timetable as pages (timetable.cc).
Answer tell_day(const Call& call);
Answer tell_week(const Call& call);

}  // namespace letopis::netschool
