// What answers each route of the table (routes.cc).
#pragma once

#include "api/call.h"

namespace letopis::api {

// Reading (views.cc, reports.cc).
Result<http::Response> list_views(const Call& call);
Result<http::Response> show_view(const Call& call);
Result<http::Response> list_reports(const Call& call);
Result<http::Response> show_report(const Call& call);

// Stating (stating.cc).
Result<http::Response> list_commands(const Call& call);
Result<http::Response> propose_command(const Call& call);
Result<http::Response> take_events(const Call& call);
Result<http::Response> carry_out_command(const Call& call);
Result<http::Response> tell_command(const Call& call);

// The log (log.cc): checkpoint and tiles as C2SP tlog-tiles names them; entries and receipts.
Result<http::Response> show_checkpoint(const Call& call);
Result<http::Response> show_log_key(const Call& call);
Result<http::Response> show_tile(const Call& call);
Result<http::Response> show_entry(const Call& call);
Result<http::Response> show_receipt(const Call& call);
Result<http::Response> stream_changes(const Call& call);  // stream.cc
Result<http::Response> show_cell(const Call& call);       // cell.cc

// The open door: what there is (description.cc), whose it is (school.cc).
Result<http::Response> list_routes(const Call& call);
Result<http::Response> show_contract(const Call& call);
Result<http::Response> show_school(const Call& call);

// Signing in (sessions.cc, activation.cc, credentials.cc).
Result<http::Response> tell_login_parameters(const Call& call);
Result<http::Response> sign_in(const Call& call);
Result<http::Response> show_session(const Call& call);
Result<http::Response> list_sessions(const Call& call);
Result<http::Response> end_session(const Call& call);
Result<http::Response> lock_session(const Call& call);
Result<http::Response> unlock_session(const Call& call);
Result<http::Response> sign_out(const Call& call);
Result<http::Response> sign_out_everywhere(const Call& call);
Result<http::Response> look_up_code(const Call& call);
Result<http::Response> activate(const Call& call);
Result<http::Response> change_password(const Call& call);
Result<http::Response> begin_second_factor(const Call& call);
Result<http::Response> confirm_second_factor(const Call& call);
Result<http::Response> drop_second_factor(const Call& call);
Result<http::Response> list_application_passwords(const Call& call);
Result<http::Response> make_application_password(const Call& call);
Result<http::Response> drop_application_password(const Call& call);

// Of what one wishes to be written to (notices.cc).
Result<http::Response> show_notices(const Call& call);
Result<http::Response> choose_notices(const Call& call);

// Codes and log-ins for others (codes.cc).
Result<http::Response> issue_codes(const Call& call);
Result<http::Response> name_login_of(const Call& call);

// Who read a child's data, and who has read what was posted (access_log.cc).
Result<http::Response> show_readings(const Call& call);
Result<http::Response> show_news_shown(const Call& call);

}  // namespace letopis::api
