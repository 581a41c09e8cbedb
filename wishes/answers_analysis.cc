// The analysis of a class's journals, each finding with the cell or lesson that it is read from.
#include "outcome/invariant.h"
#include "projections/journal_analysis.h"
#include "regulations/civil_day.h"
#include "rules/reading.h"
#include "wishes/answer_parts.h"
#include "wishes/answers.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;
using projections::Finding;
using projections::FindingKind;

std::string_view word_of(FindingKind kind) {
  switch (kind) {
    case FindingKind::kDayWithoutMark: return "day_without_mark";
    case FindingKind::kFewMarks: return "few_marks";
    case FindingKind::kMarkAndAbsence: return "mark_and_absence";
    case FindingKind::kTwoAfterAbsence: return "two_after_absence";
    case FindingKind::kTwoAtPeriodEdge: return "two_at_period_edge";
    case FindingKind::kTwoNotMended: return "two_not_mended";
    case FindingKind::kPeriodMarkDiffers: return "period_mark_differs";
    case FindingKind::kTooFewMarks: return "too_few_marks";
    case FindingKind::kAttestedThoughMissed: return "attested_though_missed";
    case FindingKind::kControlWorkUnmarked: return "control_work_unmarked";
    case FindingKind::kNoTopic: return "no_topic";
    case FindingKind::kNoHomework: return "no_homework";
    case FindingKind::kTopicNotInPlan: return "topic_not_in_plan";
    case FindingKind::kNoSafetyBriefing: return "no_safety_briefing";
  }
  INVARIANT(false);
}

json::object finding_json(const Finding& finding, const Sight& sight) {
  json::object out{{"kind", word_of(finding.kind)}, {"day", regulations::iso(finding.day)}};
  if (finding.place) {
    out["subject"] = subject_name(finding.place->subject, sight);
    if (finding.place->group) {
      const auto formed = sight.directory().declared<events::GroupFormed>(*finding.place->group);
      if (formed) out["group"] = formed->fact.name;
    }
  }
  if (finding.teacher) {
    out["teacher"] = finding.teacher->value;
    out["teacher_name"] = full_name(*finding.teacher, sight);
  }
  if (finding.lesson) out["lesson"] = finding.lesson->value;
  if (finding.pupil) {
    out["pupil"] = finding.pupil->value;
    out["name"] = full_name(*finding.pupil, sight);
  }
  if (finding.period) out["period"] = finding.period->value;
  if (finding.given) out["given"] = events::word_of(*finding.given);
  if (finding.proposed) out["proposed"] = events::word_of(*finding.proposed);
  if (finding.count > 0) out["count"] = finding.count;
  return out;
}

}  // namespace

Result<json::object> answer(const AskAnalysis& query, const Sight& sight) {
  rules::Concern concern;
  concern.school_class = query.school_class;
  concern.subject = query.subject;
  auto may = rules::may_read(rules::View::kJournal, sight.reader(), concern, sight.school());
  if (!may) return may.refusal();
  const auto span = span_of(query.first, query.last, sight);
  if (!span) return span.refusal();
  const auto year = sight.directory().year_of(span->last);
  if (!year || span->first < year->first_day) {
    return Refusal{"report.span",
                   {"эти дни не лежат в одном учебном году",
                    "these days do not lie within one academic year"}};
  }
  json::array findings;
  for (const auto& one :
       projections::journal_analysis(sight.views(), {query.school_class, query.subject, span->first,
                                                     span->last, sight.as_of(query.as_of)})) {
    findings.push_back(finding_json(one, sight));
  }
  return json::object{{"from", regulations::iso(span->first)},
                      {"to", regulations::iso(span->last)},
                      {"class", class_name(query.school_class, span->last, sight)},
                      {"findings", std::move(findings)}};
}

}  // namespace letopis::wishes
