// The class teacher's page of attendance: what teachers noted and what the class teacher said of it are two
// facts, and both are told; which key states which reason.
import type { Schemas } from "../client/contract";
import type { Command } from "../stating/statement";

export type Attendance = Schemas["Attendance"];
export type AttendancePupil = Attendance["pupils"][number];
export type AttendanceDay = AttendancePupil["days"][number];
export type Reason = "illness" | "excused" | "unexcused";

// Cells are pupils by days; nothing: no teacher noted anything.
export interface BookCell {
  noted: AttendanceDay["noted"];
  missed: number;
  lessons: number;
  reason: Reason | undefined;
}

export interface Place {
  row: number;
  column: number;
}

export function cellOf(pupil: AttendancePupil, day: string): BookCell {
  const found = pupil.days.find((one) => one.day === day);
  if (!found) return { noted: [], missed: 0, lessons: 0, reason: undefined };
  return { noted: found.noted, missed: found.missed, lessons: found.lessons, reason: (found.reason ?? undefined) as Reason | undefined };
}

// School days of a span: those on which something happened, or that are no Sunday.
export function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86_400_000)
    if (new Date(at).getUTCDay() !== 0) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

// «н 1–3, о 5»: what the teachers wrote, lesson by lesson.
export function shownNoted(noted: BookCell["noted"], signs: { absent: string; late: string }): string {
  const of = (kind: string): number[] => noted.filter((one) => one.kind === kind).map(({ bell }) => bell);
  const parts = (["absent", "late"] as const).flatMap((kind) => (of(kind).length > 0 ? [`${signs[kind]} ${runs(of(kind))}`] : []));
  return parts.join(", ");
}

function runs(bells: number[]): string {
  const sorted = [...new Set(bells)].sort((one, other) => one - other);
  const found: [number, number][] = [];
  for (const bell of sorted) {
    const last = found.at(-1);
    if (last && last[1] === bell - 1) last[1] = bell;
    else found.push([bell, bell]);
  }
  return found.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(", ");
}

// The same keys on both layouts, as in the journal's grid: by what is printed, then by where it lies.
export function reasonOfKey({ key, code }: { key: string; code: string }): Reason | undefined {
  const printed: Record<string, Reason> = { "б": "illness", "у": "excused", "п": "unexcused" };
  const found = printed[key.toLowerCase()];
  if (found || /^[а-яё]$/i.test(key)) return found;
  const places: Record<string, Reason> = { Comma: "illness", KeyE: "excused", KeyG: "unexcused" };
  return places[code];
}

export interface Said {
  pupil: number;
  class: number;
  from: string;
  to: string;
  reason: Reason;
  document?: string;
}

export const explain = ({ pupil, class: school_class, from, to, reason, document }: Said): Command =>
  ({ do: "absence_explained", pupil, school_class, first_day: from, last_day: to, reason, ...(document ? { document } : {}) });

export const review = (school_class: number, from: string, to: string): Command =>
  ({ do: "attendance_reviewed", school_class, first_day: from, last_day: to });

// The absences nobody has explained yet, over the page.
export const unexplained = ({ pupils }: Attendance): number => pupils.reduce((sum, pupil) =>
  sum + pupil.days.filter(({ missed, reason }) => missed > 0 && reason === null).length, 0);

// Where an arrow leads; undefined: not an arrow.
export function moved({ row, column }: Place, key: string, rows: number, columns: number): Place | undefined {
  const steps: Record<string, readonly [number, number]> = {
    ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Enter: [1, 0],
    Home: [0, -columns], End: [0, columns], PageUp: [-10, 0], PageDown: [10, 0],
  };
  const step = steps[key];
  if (!step) return undefined;
  const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
  return { row: within(row + step[0], rows), column: within(column + step[1], columns) };
}
