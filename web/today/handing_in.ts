// Duties that are done once their report is handed in: what the log is told of it.
import type { Client } from "../client/ask";
import type { Schemas } from "../client/contract";
import { receiver } from "../paper/printed_copy";
import type { Command } from "../stating/statement";
import type { Duty } from "./agenda";
import { dayOf } from "./clock";

const kKinds: Record<string, string> = {
  progress_report: "progress", parents_message: "parents_message", services_notice: "parents_services", class_journal_review: "class_journal_review",
  people_check: "data_check", weekly_analysis: "weekly_analysis", monthly_analysis: "monthly_analysis", teachers_work_report: "teachers_work",
  activity_report: "activity",
};

// Of a period of the whole school both are due (projections/due_reports.cc).
function kindsOf({ kind, roles }: Duty): readonly string[] {
  if (kind !== "period_report") return kKinds[kind] === undefined ? [] : [kKinds[kind]];
  if (roles[0] === "class_teacher") return ["class_teacher_period"];
  return roles[0] === "teacher" || roles[0] === "psychologist" ? ["subject_teacher_period"] : ["progress", "attendance"];
}
export const isHandedIn = (duty: Duty): boolean => kindsOf(duty).length > 0;

// Of the period's days, else of those from when it could be done to its last day in time, or to today.
export async function handedIn(duty: Duty, today: string, receivedBy: string, client: Client): Promise<Command[]> {
  const { class: name, period } = duty.about;
  const days = period === undefined ? undefined
    : (await client.get<Schemas["Arrangement"]>("api/v1/views/arrangement")).periods.find((one) => one.period === period);
  const first = dayOf(duty.opens);
  const last = duty.due === undefined ? today : dayOf(duty.due, -1);
  return kindsOf(duty).map((kind) => ({ do: "report_handed_in", kind, ...(name === undefined ? {} : { school_class: name }),
    ...(period === undefined ? {} : { period }), first_day: days?.first_day ?? first, last_day: days?.last_day ?? (last < first ? first : last),
    ...receiver("received_by", receivedBy) }));
}
