// Deeds in the grid as commands of the school's program.
import type { Deed } from "../grid/deed";
import type { Command } from "../stating/statement";
import type { LessonColumn } from "./journal_sheet";

// Why a mark changes; `mistyped` is what a slip of the hand just made is.
export interface Why {
  reason: string;
  note?: string;
}
export const kSlip: Why = { reason: "mistyped" };

export interface Page {
  class: string;
  subject: string;
}

// A lesson that was recorded a moment ago, perhaps without a net, has no number here yet: it is called
// by its class, subject, day and place in the day.
export function lessonReference({ class: name, subject }: Page, { lesson, day, bell, planned }: LessonColumn): unknown {
  if (lesson) return lesson.lesson;
  return { class: name, subject, day, bell, ...(planned?.group === undefined ? {} : { group: planned.group }) };
}

// What marks of a lesson are given for.
export interface Work {
  kind: string;
  weight: number; // hundredths
  title: string;
}

export interface CellOfLesson {
  page: Page;
  column: LessonColumn;
  pupil: number;
  work?: number | undefined; // that a new mark is given for
}

// The ordinal goes along, so that somebody else's sooner mark in the same cell is a refusal and not a
// second mark.
export function commandOf(deed: Deed, { page, column, pupil, work }: CellOfLesson, why: Why, minutes: number): Command {
  const permission = column.lesson?.permission;
  const cell = { lesson: lessonReference(page, column), pupil };
  switch (deed.do) {
    case "give": return { do: "mark_given", ...cell, ordinal: deed.ordinal, value: deed.value,
      ...(work === undefined ? {} : { work }), ...(permission === undefined ? {} : { permission }) };
    case "correct": return { do: "correct_mark", ...cell, ordinal: deed.ordinal, value: deed.value, ...why };
    case "withdraw": return { do: "withdraw_mark", ...cell, ordinal: deed.ordinal, ...why };
    case "note_absence":
      return { do: "absence_noted", ...cell, kind: deed.kind, ...(deed.kind === "late" ? { minutes } : {}) };
    case "withdraw_absence": return { do: "absence_withdrawn", ...cell, reason: kSlip.reason };
  }
}

// The lesson itself, before the first thing is said about it.
export const recordLesson = ({ planned, day, bell }: LessonColumn): Command =>
  ({ do: "record_lesson", load: planned!.load, day, bell });

export const setTopic = (page: Page, column: LessonColumn, topic: string): Command =>
  ({ do: "topic_set", lesson: lessonReference(page, column), topic });

export const setWork = (page: Page, column: LessonColumn, number: number, { kind, weight, title }: Work): Command =>
  ({ do: "work_set", lesson: lessonReference(page, column), work: number, kind, weight, title });

export const setHomework = (page: Page, column: LessonColumn, text: string): Command =>
  text === "" ? { do: "homework_none", lesson: lessonReference(page, column) }
    : { do: "homework_set", lesson: lessonReference(page, column), kind: column.lesson?.homework?.kind ?? "written", text };
