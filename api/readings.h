// What leaves a trace when staff or an inspector reads a child's data. ACC-12.
#pragma once

#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "api/call.h"
#include "trace/entry.h"

namespace letopis::api {

// The pupils whom an answer speaks of: every number that stands under "pupil" in it, and under
// "person" beside a "class". Each once, ascending.
std::vector<events::PersonNumber> pupils_in(const boost::json::object& answer);

// Which of the trace's views a view or report of that name is.
trace::View trace_view(std::string_view name);

// On disk when it returns, before the answer goes out. Nothing for who is neither staff nor
// inspector: families see their own. Throws what the shelf throws: then nothing is shown.
void note_readings(const Call& call, const hosting::Visit& visit, trace::View view,
                   const std::vector<events::PersonNumber>& children);

// Of the conversation that the answer shows: read to its end by whoever asked. COM-01.
void note_thread_read(const Call& call, const boost::json::object& answer);
// Of the conversations in the visitor's latest messages those that they have not read to the end,
// and where somebody else wrote last, within the last weeks.
std::vector<events::MessageNumber> unread_by(const hosting::Visit& visit,
                                             const shelf::Shelf& shelf);
// Says so of those that the answer lists.
void tell_unread(const Call& call, const hosting::Visit& visit, boost::json::object& answer);

// Of every post that the answer shows: read by whoever asked. COM-02.
void note_news_read(const Call& call, const boost::json::object& answer);

// A password or digits that did not prove who somebody is (empty: a log-in that nobody has).
// Nothing for another refusal.
void note_failed_proof(const Call& call, const Refusal& refusal,
                       std::optional<events::PersonNumber> person);

// A refusal of somebody who has signed in, for want of rights. Nothing for what was misread.
void note_refusal(const Call& call, const Refusal& refusal);

}  // namespace letopis::api
