// What a direction of control is counted from, as the server tells it.
import type { Client } from "../client/ask";
import type { Schemas } from "../client/contract";
import type { Office } from "../office/office_desk";
import { plusDays } from "../words/week";
import { directionOf, type DirectionName } from "./directions";
import { lastDay, mondays, weekOf, type Item, type Span, type State } from "./heat_map";

type Duty = Schemas["Duty"];
type Finding = Schemas["Finding"];

// The school as its control needs it.
export interface Arranged {
  today: string;
  year: { first_day: string; last_day: string } | undefined;
  classes: readonly string[];
  classTeachers: ReadonlyMap<string, number>;
  teachers: ReadonlyMap<number, string>; // their names
  teacherOf: ReadonlyMap<number, number>; // whose a load is
}

// A duty about a lesson is found by its last day in time, which comes days after the lesson.
const kLongestTerm_days = 21;
// Plans are owed before the year that they are for begins.
const kBeforeYear_days = 92;
const kAtOnce = 4;

export function arrangedOf({ today, arrangement, classes }: Pick<Office, "today" | "arrangement" | "classes">): Arranged {
  return {
    today,
    year: arrangement.years.find(({ year }) => year === arrangement.year),
    classes: classes.map(({ name }) => name),
    classTeachers: new Map(classes.flatMap((one) => (one.class_teacher === undefined ? [] : [[one.name, one.class_teacher] as const]))),
    teachers: new Map([
      ...classes.flatMap((one) => (one.class_teacher === undefined ? [] : [[one.class_teacher, one.class_teacher_name ?? ""] as const])),
      ...arrangement.loads.map((load) => [load.teacher, load.teacher_name] as const)]),
    teacherOf: new Map(arrangement.loads.map(({ load, teacher }) => [load, teacher])),
  };
}

export function stateOf({ done, late_days }: Pick<Duty, "done" | "late_days">): State {
  if (late_days !== undefined) return done === undefined ? "lacking" : "late";
  return done === undefined ? "running" : "done";
}

// Of each who owes it; what nobody holds is nobody's row.
export function itemsOfDuty(duty: Duty): Item[] {
  const { kind, who, about, opens, due, clause, late_days } = duty;
  const { class: school_class, subject, group, bell, lesson } = about;
  const day = about.day ?? (due ?? opens).slice(0, 10);
  return who.map((teacher) => ({
    teacher, day, what: kind, state: stateOf(duty), ...(late_days === undefined ? {} : { days: late_days }),
    ...(school_class === undefined ? {} : { class: school_class }), ...(subject === undefined ? {} : { subject }),
    ...(group === undefined ? {} : { group }), ...(bell === undefined ? {} : { bell }), ...(lesson === undefined ? {} : { lesson }),
    ...(clause === undefined ? {} : { clause }), ...(about.lacking === undefined || about.lacking.length === 0 ? {} : { count: about.lacking.length }),
  }));
}

// Of a class as a whole there is no teacher to name: its class teacher answers.
export function itemOfFinding(finding: Finding, schoolClass: string, classTeacher: number | undefined): Item | undefined {
  const teacher = finding.teacher ?? classTeacher;
  if (teacher === undefined) return undefined;
  const { kind, day, subject, group, lesson, pupil, name, count } = finding;
  return {
    teacher, day, what: kind, state: "found", class: schoolClass, ...(subject === undefined ? {} : { subject }),
    ...(group === undefined ? {} : { group }), ...(lesson === undefined ? {} : { lesson }), ...(pupil === undefined ? {} : { pupil }),
    ...(name === undefined ? {} : { name }), ...(count === undefined ? {} : { count }),
  };
}

// A lesson that another held, or nobody, counts with the teacher whose load it is.
// `seen`: lessons of groups stand in the timetables of several classes.
export function itemsOfTimetable(days: Schemas["Timetable"]["days"], teacherOf: ReadonlyMap<number, number>, seen: Set<string>): Item[] {
  return days.flatMap(({ day, lessons }) => lessons.flatMap((lesson): Item[] => {
    const key = `${day} ${lesson.bell} ${lesson.load}`;
    if ((lesson.substitution === undefined && lesson.cancelled === undefined) || seen.has(key)) return [];
    seen.add(key);
    return [{
      teacher: teacherOf.get(lesson.load) ?? lesson.teacher, day, what: lesson.cancelled === undefined ? "substituted" : "cancelled", state: "found",
      subject: lesson.subject, bell: lesson.bell, ...(lesson.class === undefined ? {} : { class: lesson.class }),
      ...(lesson.group === undefined ? {} : { group: lesson.group }),
      ...(lesson.cancelled === undefined && lesson.teacher_name !== undefined ? { name: lesson.teacher_name } : {}),
    }];
  }));
}

// Within which the last day in time of a duty lies: that of the span's lessons, or of this year's plans. Without a
// year nothing is owed.
function termsOf(columns: "weeks" | "classes", span: Span, { year }: Arranged): string | undefined {
  if (columns === "weeks") return dated(span.first, plusDays(lastDay(span), kLongestTerm_days));
  return year === undefined ? undefined : dated(plusDays(year.first_day, -kBeforeYear_days), year.last_day);
}
const dated = (first: string, last: string): string => `from=${first}&to=${last}`;

// The days of the span that lie in the academic year and not ahead; undefined where none does.
function daysWithin(span: Span, { year, today }: Arranged): { from: string; to: string } | undefined {
  const from = year !== undefined && year.first_day > span.first ? year.first_day : span.first;
  const last = [lastDay(span), year?.last_day ?? today, today].sort()[0]!;
  return from > last ? undefined : { from, to: last };
}

async function eachClass<Told>(classes: readonly string[], ask: (schoolClass: string) => Promise<Told[]>): Promise<Told[]> {
  const answers: Told[][] = [];
  const waiting = classes.entries();
  const work = async (): Promise<void> => {
    for (const [at, one] of waiting) answers[at] = await ask(one);
  };
  await Promise.all(Array.from({ length: kAtOnce }, work));
  return answers.flat();
}

export async function gather(client: Client, name: DirectionName, span: Span, school: Arranged): Promise<Item[]> {
  const { duties, findings, columns, timetable } = directionOf(name);
  const terms = termsOf(columns, span, school);
  if (terms === undefined) return [];
  const owed = (await Promise.all(duties.map((kind) => client.get<Schemas["Due"]>(`api/v1/views/due?done=true&kind=${kind}&${terms}`))))
    .flatMap(({ rows }) => rows.flatMap(itemsOfDuty));
  const days = daysWithin(span, school);
  if (days === undefined) return owed;
  const inClass = (schoolClass: string): string => `class=${encodeURIComponent(schoolClass)}&${dated(days.from, days.to)}`;
  if (findings.length > 0) {
    const kinds = new Set<string>(findings);
    owed.push(...await eachClass(school.classes, async (schoolClass) => {
      const told = await client.get<Schemas["Analysis"]>(`api/v1/views/analysis?${inClass(schoolClass)}`);
      return told.findings.flatMap((finding) => {
        const item = kinds.has(finding.kind) ? itemOfFinding(finding, schoolClass, school.classTeachers.get(schoolClass)) : undefined;
        return item === undefined ? [] : [item];
      });
    }));
  }
  if (timetable) {
    const seen = new Set<string>();
    owed.push(...await eachClass(school.classes, async (schoolClass) =>
      itemsOfTimetable((await client.get<Schemas["Timetable"]>(`api/v1/views/timetable?${inClass(schoolClass)}`)).days, school.teacherOf, seen)));
  }
  return owed;
}

// The columns of a direction, and where among them an item stands.
export interface Columns {
  keys: readonly string[]; // Mondays, or names of classes
  columnOf(item: Item): number | undefined;
}
export function columnsOf(name: DirectionName, span: Span, classes: readonly string[]): Columns {
  if (directionOf(name).columns === "weeks") return { keys: mondays(span), columnOf: weekOf(span) };
  return { keys: classes, columnOf: (item) => { const at = classes.indexOf(item.class ?? ""); return at < 0 ? undefined : at; } };
}
