// A lesson plan beside the lessons that were held: which of its topics are done, which comes next, and what
// the year's homework was.
import type { Schemas } from "../client/contract";
import type { Command } from "../stating/statement";

export type Lesson = Schemas["JournalLesson"];
export type ProgrammeLine = Schemas["Programme"]["lines"][number];
export type Plan = NonNullable<ProgrammeLine["plan"]>;

export interface PlanRow {
  line: number; // from 1
  topic: string;
  hours: number;
  control_work: boolean;
  held: Lesson[];  // whose topic is this one
  done: boolean;
}

const same = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string => text.trim().toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ").replace(/[.…]+$/, "");

export const stands = ({ withdrawn, void: gone }: Lesson): boolean => !withdrawn && !gone;

// A topic named twice in the plan takes its lessons in their order: the first line until its hours are full.
export function planRows({ topics }: Plan, lessons: readonly Lesson[]): PlanRow[] {
  const rows = topics.map(({ topic, hours, control_work }, index): PlanRow =>
    ({ line: index + 1, topic, hours, control_work: control_work === true, held: [], done: false }));
  for (const lesson of lessons.filter(stands)) {
    const fitting = lesson.topic === undefined ? [] : rows.filter(({ topic }) => same(topic, lesson.topic!));
    (fitting.find(({ held, hours }) => held.length < hours) ?? fitting.at(-1))?.held.push(lesson);
  }
  for (const row of rows) row.done = row.held.length >= row.hours;
  return rows;
}

// What the next lesson takes: the line after the last one that a lesson had, unless that one still has hours.
export function nextRow(rows: readonly PlanRow[]): PlanRow | undefined {
  const last = Math.max(-1, ...rows.flatMap(({ held }, index) => (held.length > 0 ? [index] : [])));
  if (last < 0) return rows[0];
  return rows[last]!.done ? rows[last + 1] : rows[last];
}

// Lessons held whose topic nobody has written, the latest first.
export const withoutTopic = (lessons: readonly Lesson[], teacher: number): Lesson[] =>
  lessons.filter((lesson) => stands(lesson) && lesson.topic === undefined && lesson.teacher === teacher && lesson.closed === undefined).reverse();

export const takeTopic = (lesson: number, plan: number, { line, topic }: PlanRow): Command =>
  ({ do: "topic_set", lesson, topic, plan, plan_line: line });

export interface Hours {
  plan: number | undefined; // of the whole year's plan
  due: number;              // by the timetable to this day
  held: number;
  behind: number;           // below zero: ahead
}

export const hoursOf = ({ plan_hours, planned, held, difference }: ProgrammeLine): Hours =>
  ({ plan: plan_hours, due: planned, held, behind: -difference });
