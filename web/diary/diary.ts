// A family's questions about marks: why one was changed, how a subject goes, and that one is wrong.
import type { Schemas } from "../client/contract";
import type { Command } from "../stating/statement";

export type Diary = Schemas["Diary"];
export type Mark = Schemas["Mark"];
export type CellSteps = Schemas["Cell"]["steps"];

export interface MarkOfDay {
  day: string;
  subject: string;
  lesson: number;
  mark: Mark;
}

export const marksOf = ({ days }: Diary): MarkOfDay[] => days.flatMap(({ day, lessons }) =>
  lessons.flatMap(({ lesson, subject, marks = [] }) => marks.map((mark) => ({ day, subject, lesson, mark }))));

export const corrected = (diary: Diary): MarkOfDay[] => marksOf(diary).filter(({ mark }) => mark.struck !== undefined);

export interface Why {
  reason: string | undefined; // the word of the fact
  author: string;
  recorded: string;
}

// The last change of that mark, of those that count.
export function whyOf(steps: CellSteps, ordinal: number): Why | undefined {
  const changes = steps.filter(({ fact, void: gone }) => {
    const told = fact as { fact?: unknown; ordinal?: unknown };
    return !gone && (told.fact === "mark_corrected" || told.fact === "mark_withdrawn") && told.ordinal === ordinal;
  });
  const last = changes.at(-1);
  if (!last) return undefined;
  const { reason } = last.fact as { reason?: unknown };
  return { reason: typeof reason === "string" ? reason : undefined, author: last.author_name, recorded: last.recorded };
}

export const dispute = (pupil: number, { lesson, mark }: MarkOfDay, text: string): Command =>
  ({ do: "dispute_raised", pupil, lesson, ordinal: mark.ordinal, ...(text === "" ? {} : { text }) });

export interface Trend {
  subject: string;
  marks: { day: string; value: number }[]; // in their order
}

const kValues: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 };
const kFewest = 3; // fewer say nothing of a trend

export function trendsOf(diary: Diary): Trend[] {
  const found = new Map<string, Trend>();
  for (const { day, subject, mark } of marksOf(diary)) {
    const value = mark.value === null ? undefined : kValues[mark.value];
    if (value === undefined) continue;
    if (!found.has(subject)) found.set(subject, { subject, marks: [] });
    found.get(subject)!.marks.push({ day, value });
  }
  return [...found.values()].filter(({ marks }) => marks.length >= kFewest).sort((one, other) => one.subject.localeCompare(other.subject, "ru"));
}

// How the later half of the marks stands to the earlier one.
export function direction({ marks }: Trend): "up" | "down" | "even" {
  const middle = Math.floor(marks.length / 2);
  const mean = (some: Trend["marks"]): number => some.reduce((sum, { value }) => sum + value, 0) / some.length;
  const change = mean(marks.slice(-middle || -1)) - mean(marks.slice(0, middle || 1));
  return change >= 0.25 ? "up" : change <= -0.25 ? "down" : "even";
}

// The points of a line that is `width` by `height`: mark 5 on top, 2 at the bottom.
export function line({ marks }: Trend, width: number, height: number): string {
  const step = width / Math.max(1, marks.length - 1);
  return marks.map(({ value }, index) => `${(index * step).toFixed(1)},${((5 - Math.max(2, value)) / 3 * height).toFixed(1)}`).join(" ");
}
