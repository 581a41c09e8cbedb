// What the control of journals looks at, one direction after another, as R2 3.4.4 lists them; the last is what
// stands in the journals themselves.
import type { Schemas } from "../client/contract";

export type FindingKind = Schemas["Finding"]["kind"];

export interface Direction {
  duties: readonly string[]; // of the view `due`
  findings: readonly FindingKind[]; // of the view `analysis`
  note: string; // what a note (control_note_issued) calls it
  columns: "weeks" | "classes";
  timetable?: true; // its substitutions and cancelled lessons
}

export const kDirections = {
  plans: { duties: ["plan"], findings: [], note: "plans", columns: "classes" },
  lessons: { duties: ["lesson_record", "topic", "homework"], findings: ["no_topic", "no_homework"], note: "timeliness", columns: "weeks" },
  marks: { duties: ["control_work_marks", "period_marks"], findings: [], note: "control_works", columns: "weeks" },
  frequency: { duties: [], findings: ["day_without_mark", "few_marks", "too_few_marks"], note: "marks_density", columns: "weeks" },
  attendance: {
    duties: ["attendance_review"], findings: ["mark_and_absence", "attested_though_missed"], note: "attendance", columns: "weeks",
  },
  substitutions: { duties: ["substitution_signature", "timetable_change"], findings: [], note: "substitutions", columns: "weeks", timetable: true },
  content: {
    duties: [],
    findings: ["two_after_absence", "two_at_period_edge", "two_not_mended", "period_mark_differs", "control_work_unmarked", "topic_not_in_plan",
      "no_safety_briefing"],
    note: "content", columns: "weeks",
  },
} as const satisfies Record<string, Direction>;

// Where the faults of a duty are counted; undefined: nowhere.
export const directionOfDuty = (duty: string): string | undefined =>
  Object.entries<Direction>(kDirections).find(([, { duties }]) => duties.includes(duty))?.[0];

export type DirectionName = keyof typeof kDirections;
export const kDirectionNames = Object.keys(kDirections) as DirectionName[];
export const directionOf = (name: DirectionName): Direction => kDirections[name];

// The tabs of the page, in their order; the programme is a table of its own.
export const kTabs = ["plans", "lessons", "marks", "frequency", "attendance", "programme", "substitutions", "content", "remarks", "notes"] as const;
export type Tab = (typeof kTabs)[number];

export const tabOf = (word: string | undefined): Tab => kTabs.find((tab) => tab === word) ?? "lessons";
export const isDirection = (tab: Tab): tab is Tab & DirectionName => tab in kDirections;
