#include "reports/reading.h"

#include <fmt/format.h>

namespace letopis::reports {
namespace {

// A group's journal is asked for by its subject too: that is how a load gives it.
rules::Concern concern_of(const Request& request, const projections::Directory& directory) {
  rules::Concern concern;
  concern.person = request.person;
  concern.school_class = request.school_class;
  concern.subject = request.subject;
  concern.group = request.group;
  if (request.group && !request.subject) {
    const auto formed = directory.declared<events::GroupFormed>(*request.group);
    if (formed) concern.subject = formed->fact.subject;
  }
  // One pupil's sheet is the family's, in whatever class: a class named beside opens it to nobody.
  if (row_of(request.report).view == rules::View::kDiary && request.person) {
    concern.school_class.reset();
  }
  return concern;
}

}  // namespace

Outcome may_read(const Request& request, const Reader& reader, const events::ViewReader& views) {
  const rules::SchoolNow school(views, reader.now);
  const ReportRow& row = row_of(request.report);
  const rules::View view = row.view == rules::View::kJournal
                               ? rules::journal_view(request.group, school.directory())
                               : row.view;
  auto may = rules::may_read(view, reader.person, concern_of(request, school.directory()), school);
  if (may) return Done{};
  Refusal refusal = may.refusal();
  const bool no_role = refusal.code == "reading.no_role";
  refusal.says = {
      fmt::format("{}: {}", row.title.ru,
                  no_role ? "этот отчёт вам не открыт" : "это не ваш класс, урок или ученик"),
      fmt::format(
          "{}: {}", row.title.en,
          no_role ? "this report is not open to you" : "this is another's class, lesson or pupil")};
  return refusal;
}

}  // namespace letopis::reports
