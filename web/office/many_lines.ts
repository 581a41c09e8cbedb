// Many things of one kind from lines of text, each line a command: subjects, rooms, classes, loads.
import type { Command } from "../stating/statement";
import { folded } from "./separated_table";
import type { Arrangement, Classes, People } from "./things";
import { isStaff } from "./things";

export type LineFault = "class" | "subject" | "teacher" | "hours" | "cells" | "group";
export type Line = { line: string; command: Command } | { line: string; fault: LineFault } | { line: string; there: true };

export interface Desk { arrangement: Arrangement; classes: Classes; people: People }

export type LinesKind = "subjects" | "rooms" | "classes" | "loads";

export function readLines(kind: LinesKind, text: string, desk: Desk): Line[] {
  const seen = new Set<string>();
  return text.split(/\r?\n/).map((one) => one.trim()).filter((one) => one !== "").map((line): Line => {
    const key = folded(line.split(/[;\t]/)[0]!);
    if (kind !== "loads" && seen.has(key)) return { line, there: true };
    seen.add(key);
    const cells = line.split(/[;\t]/).map((cell) => cell.trim());
    switch (kind) {
      case "subjects": return subject(line, cells, desk);
      case "rooms": return room(line, cells, desk);
      case "classes": return schoolClass(line, desk);
      case "loads": return load(line, cells, desk);
    }
  });
}

// «Физика; Физ; инструктаж»
function subject(line: string, [name = "", short = "", briefing = ""]: string[], { arrangement }: Desk): Line {
  if (name === "") return { line, fault: "cells" };
  if (arrangement.subjects.some((one) => folded(one.name) === folded(name))) return { line, there: true };
  return { line, command: { do: "subject_registered", name, short_name: short === "" ? name.slice(0, 3) : short, ...(briefing === "" ? {} : { safety_briefing: true }) } };
}

// «101; 30»
function room(line: string, [name = "", seats = ""]: string[], { arrangement }: Desk): Line {
  if (name === "" || (seats !== "" && !/^\d{1,4}$/.test(seats))) return { line, fault: "cells" };
  if (arrangement.rooms.some((one) => folded(one.name) === folded(name))) return { line, there: true };
  return { line, command: { do: "room_registered", name, ...(seats === "" ? {} : { capacity: Number(seats) }) } };
}

// «5А»
function schoolClass(line: string, { arrangement, classes }: Desk): Line {
  const told = /^(\d{1,2})\s*[«"-]?\s*(\p{L})[»"]?$/u.exec(line);
  if (told === null || arrangement.year === undefined) return { line, fault: "class" };
  const [grade, letter] = [Number(told[1]), told[2]!.toUpperCase()];
  if (grade < 1 || grade > 12) return { line, fault: "class" };
  if (classes.some((one) => folded(one.name) === folded(`${grade}${letter}`))) return { line, there: true };
  return { line, command: { do: "class_opened", year: arrangement.year, grade, letter } };
}

// «5А; Математика; Петрова; 5», and the group where there is one
function load(line: string, [own = "", name = "", teacher = "", hours = "", group = ""]: string[], { arrangement, classes, people }: Desk): Line {
  const found = classes.find((one) => folded(one.name) === folded(own));
  if (found === undefined) return { line, fault: "class" };
  const taught = arrangement.subjects.find((one) => [one.name, one.short_name].some((said) => folded(said) === folded(name)));
  if (taught === undefined) return { line, fault: "subject" };
  const teachers = people.filter((one) => isStaff(one) && folded(one.name ?? "").startsWith(folded(teacher)));
  if (teacher === "" || teachers.length !== 1) return { line, fault: "teacher" };
  const weekly = Math.round(Number(hours.replace(",", ".")) * 100);
  if (!(weekly > 0)) return { line, fault: "hours" };
  const formed = group === "" ? undefined : arrangement.groups.find((one) => one.school_class === found.school_class && folded(one.name) === folded(group));
  if (group !== "" && formed === undefined) return { line, fault: "group" };
  const year = arrangement.years.find((one) => one.year === arrangement.year);
  if (year === undefined) return { line, fault: "class" };
  const isThere = arrangement.loads.some((one) => one.teacher === teachers[0]!.person && one.subject === taught.subject &&
    one.school_class === found.school_class && one.group === formed?.group);
  if (isThere) return { line, there: true };
  return {
    line, command: { do: "load_assigned", teacher: teachers[0]!.person, subject: taught.subject, school_class: found.school_class,
      ...(formed === undefined ? {} : { group: formed.group }), weekly_hours: weekly, first_day: year.first_day, last_day: year.last_day },
  };
}

// Topics of a plan: Тема, Часы, and «к» where it is a control work.
export interface Topic { hours: number; topic: string; control_work?: true }

export function readTopics(rows: readonly { number: number; cells: string[] }[]): { topics: Topic[]; faults: number[] } {
  const topics: Topic[] = [];
  const faults: number[] = [];
  const heading = (rows[0]?.cells ?? []).map(folded);
  const hasHeading = heading.some((name) => ["тема", "topic"].includes(name));
  const at = (names: string[], otherwise: number): number => (hasHeading ? heading.findIndex((name) => names.includes(name)) : otherwise);
  const [topicAt, hoursAt, controlAt] = [at(["тема", "topic"], 0), at(["часы", "часов", "hours"], 1), at(["контрольнаяработа", "вид", "control"], 2)];
  for (const { number, cells } of hasHeading ? rows.slice(1) : rows) {
    const topic = cells[topicAt] ?? "";
    const hours = Number((hoursAt < 0 ? "1" : cells[hoursAt] ?? "") || "1");
    if (topic === "" || !Number.isInteger(hours) || hours < 1 || hours > 99) {
      faults.push(number);
      continue;
    }
    const isControl = /^(\+|1|да|к$|к\/?р|контрольная|yes)/i.test(controlAt < 0 ? "" : cells[controlAt] ?? "");
    topics.push({ hours, topic, ...(isControl ? { control_work: true } : {}) });
  }
  return { topics, faults };
}

// What most schools teach in grades 5 to 11, to begin from.
export const kUsualSubjects = [
  "Русский язык; Рус", "Литература; Лит", "Иностранный язык; Ин", "Математика; Мат", "Алгебра; Алг", "Геометрия; Геом",
  "Вероятность и статистика; ВиС", "Информатика; Инф; инструктаж", "История; Ист", "Обществознание; Общ", "География; Геогр",
  "Физика; Физ; инструктаж", "Химия; Хим; инструктаж", "Биология; Био", "Музыка; Муз", "Изобразительное искусство; ИЗО",
  "Труд (технология); Труд; инструктаж", "Физическая культура; Физк; инструктаж", "ОБЗР; ОБЗР",
].join("\n");

// The usual quarters of a year that begins on 1 September, to be mended by hand.
export function usualYear(firstCalendarYear: number): { first_day: string; last_day: string; periods: Record<string, string>[] } {
  const [a, b] = [firstCalendarYear, firstCalendarYear + 1];
  const spans: [string, string][] = [[`${a}-09-01`, `${a}-10-24`], [`${a}-11-05`, `${a}-12-30`], [`${b}-01-12`, `${b}-03-27`], [`${b}-04-06`, `${b}-05-26`]];
  const period = (kind: string, ordinal: number, first_day: string, last_day: string, first_grade: number, last_grade: number): Record<string, string> =>
    ({ kind, ordinal: String(ordinal), first_day, last_day, first_grade: String(first_grade), last_grade: String(last_grade) });
  return {
    first_day: `${a}-09-01`, last_day: `${b}-05-26`,
    periods: [
      ...spans.map(([first, last], index) => period("quarter", index + 1, first, last, 1, 9)),
      period("half_year", 1, `${a}-09-01`, `${a}-12-30`, 10, 11), period("half_year", 2, `${b}-01-12`, `${b}-05-26`, 10, 11),
      period("year", 1, `${a}-09-01`, `${b}-05-26`, 1, 11),
    ],
  };
}

// Lessons of 45 minutes from half past eight, to be mended by hand.
export function usualBells(): Record<string, string>[] {
  const pauses = [0, 10, 20, 20, 10, 10, 10];
  let minute = 510;
  const clock = (told: number): string => `${String(Math.floor(told / 60)).padStart(2, "0")}:${String(told % 60).padStart(2, "0")}`;
  return pauses.map((pause, index) => {
    minute += pause;
    const bell = { ordinal: String(index + 1), start_minute: clock(minute), end_minute: clock(minute + 45) };
    minute += 45;
    return bell;
  });
}
