// Printed copies as those who keep them see them: what is left to do with each, whose that is, and how the
// same sheet is made again.
import type { Schemas } from "../client/contract";
import type { Session } from "../client/session";

export type Copies = Schemas["Copies"];
export type Copy = Copies["copies"][number];
export type Step = NonNullable<Copy["next"]>;

export const kSteps: readonly Step[] = ["certify", "register", "hand_over"];

// rules/access_table.cc, rules/reading.cc
const kMayTake: Record<Step, readonly string[]> = {
  certify: ["deputy"], register: ["secretary", "deputy", "administrator"], hand_over: ["secretary", "deputy", "class_teacher", "administrator"],
};
const kMayEnter = ["class_teacher", "administrator", "deputy"];
const kMayRead = ["director", "deputy", "administrator", "inspector", "secretary", "class_teacher"];
const kMayPrint = ["director", "deputy", "administrator", "inspector", "class_teacher"];
const holds = ({ roles }: Session, some: readonly string[]): boolean => roles.some(({ role }) => some.includes(role));

export const readsCopies = (session: Session): boolean => holds(session, kMayRead);
export const enters = (session: Session): boolean => holds(session, kMayEnter);
export const takes = (session: Session, step: Step): boolean => holds(session, kMayTake[step]);

// Which report a copy is of; a note has a number of its own and is found where it was issued.
const kReports: Record<string, string> = {
  journal: "journal", summary_sheet: "summary_sheet", report_card: "report_card", parents_sheet: "parents_sheet", diary_pages: "diary_pages",
  period_report: "class_teacher",
};
// The report and its query that make the sheet as it was printed; undefined where the reader makes no such sheets.
export function madeAgain(copy: Copy, session: Session): { report: string; asked: Record<string, string> } | undefined {
  const report = kReports[copy.kind];
  if (report === undefined || !holds(session, kMayPrint)) return undefined;
  const { class: name, subject, period, pupil, log_size } = copy;
  return { report, asked: { ...(name === undefined ? {} : { class: name }), ...(subject === undefined ? {} : { subject }),
    ...(pupil === undefined ? {} : { person: String(pupil) }), ...(period === undefined ? {} : { period: String(period) }), size: String(log_size) } };
}

// What waits for this reader first, then what waits for others, then what is done; the newest first.
export function inOrder(copies: readonly Copy[], session: Session): Copy[] {
  const rank = ({ next }: Copy): number => (next === undefined ? 2 : takes(session, next) ? 0 : 1);
  return [...copies].sort((one, other) => rank(one) - rank(other) || other.copy - one.copy);
}

export const nextNumber = (copies: readonly Copy[]): number => 1 + Math.max(0, ...copies.map(({ register_number }) => register_number ?? 0));

// What a list holds besides the step: a class, a word of the kind. "" is all.
export interface Wanted {
  step: string;
  class: string;
}
export const wantedOf = (copies: readonly Copy[], { step, class: name }: Wanted): Copy[] =>
  copies.filter((one) => (step === "" || one.next === step) && (name === "" || one.class === name));
