// A lesson of today and what is recorded of it: three ticks — topic, attendance, homework.
import type { Schemas } from "../client/contract";
import type { Duty } from "./agenda";

export type PlannedLesson = Schemas["PlannedLesson"];
type Journal = Schemas["Journal"];

export interface LessonToday {
  planned: PlannedLesson;
  over: boolean;
  lesson?: number; // it is recorded
  topic?: string;
  homework?: string; // empty: recorded that there is none
  absent: number;
  marks: number;
  // Nobody's absence leaves no fact: attendance is entered with the lesson's record.
  ticks: { topic: boolean; attendance: boolean; homework: boolean };
  due?: string; // the nearest limit of what is missing
  clause?: string;
}

// The page of which each lesson stands; several lessons of a day may stand on one.
export function journalTarget({ class: name, subject, group }: PlannedLesson, day: string): string | undefined {
  const where = name !== undefined ? `class=${encodeURIComponent(name)}` : group !== undefined ? `group=${encodeURIComponent(group)}` : undefined;
  return where === undefined ? undefined : `api/v1/views/journal?${where}&subject=${encodeURIComponent(subject)}&from=${day}&to=${day}`;
}

export function lessonToday(planned: PlannedLesson, journal: Journal | undefined, duties: readonly Duty[], day: string, now: string): LessonToday {
  const recorded = journal?.lessons.find((one) => one.bell === planned.bell && one.day === day
    && one.withdrawn !== true && one.void !== true && (planned.group === undefined || one.group === undefined || one.group === planned.group));
  const cells = journal === undefined || recorded === undefined ? [] : journal.cells.filter(({ lesson }) => lesson === recorded.lesson);
  const homework = recorded?.homework?.text ?? (recorded?.no_homework === true ? "" : undefined);
  const owed = duties.filter(({ about, done, due }) => done === undefined && due !== undefined && about.day === day
    && about.subject === planned.subject && about.bell === planned.bell && (about.class === undefined || about.class === planned.class))
    .sort((a, b) => Date.parse(a.due!) - Date.parse(b.due!))[0];
  return {
    planned,
    over: planned.ends !== undefined && Date.parse(planned.ends) <= Date.parse(now),
    absent: cells.filter(({ absence }) => absence?.kind === "absent").length,
    marks: cells.reduce((sum, { marks = [] }) => sum + marks.filter(({ value }) => value !== null).length, 0),
    ticks: { topic: recorded?.topic !== undefined, attendance: recorded !== undefined, homework: homework !== undefined },
    ...(recorded === undefined ? {} : { lesson: recorded.lesson }),
    ...(recorded?.topic === undefined ? {} : { topic: recorded.topic }),
    ...(homework === undefined ? {} : { homework }),
    ...(owed?.due === undefined ? {} : { due: owed.due }),
    ...(owed?.clause === undefined ? {} : { clause: owed.clause }),
  };
}

export function isWhole({ ticks }: LessonToday): boolean {
  return ticks.topic && ticks.attendance && ticks.homework;
}
