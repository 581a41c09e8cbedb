// A weekly timetable as a grid: lessons of a class or a teacher by weekday and bell, what stands in
// the way of one more, and rows brought from a table.
import { folded, type TableRow } from "./separated_table";
import type { Arrangement, Classes } from "./things";

export type Slot = Arrangement["timetables"][number]["slots"][number];
export type Load = Arrangement["loads"][number];

export interface Whose { schoolClass?: number; teacher?: number }

// Which slots are of that class (with its groups and groups of several) or teacher.
export function slotsOf(slots: readonly Slot[], loads: readonly Load[], groups: Arrangement["groups"], whose: Whose): Slot[] {
  return slots.filter((slot) => {
    const load = loads.find((one) => one.load === slot.load);
    if (load === undefined) return false;
    if (whose.teacher !== undefined) return load.teacher === whose.teacher;
    return classOf(load, groups) === whose.schoolClass;
  });
}

export function classOf(load: Load, groups: Arrangement["groups"]): number | undefined {
  return load.school_class ?? groups.find((one) => one.group === load.group)?.school_class;
}

export interface Clash { with: Slot; what: "class" | "teacher" | "room" }

const meets = (a: Slot, b: Slot): boolean =>
  a.weekday === b.weekday && a.bell === b.bell && (a.parity === "every" || b.parity === "every" || a.parity === b.parity);

// What a slot would run into. A class may learn in two groups at once.
export function clashesOf(slot: Slot, slots: readonly Slot[], loads: readonly Load[], groups: Arrangement["groups"]): Clash[] {
  const own = loads.find((one) => one.load === slot.load);
  const clashes: Clash[] = [];
  if (own === undefined) return clashes;
  for (const other of slots) {
    if (other === slot || !meets(slot, other)) continue;
    const load = loads.find((one) => one.load === other.load);
    if (load === undefined) continue;
    const isSameClass = classOf(load, groups) !== undefined && classOf(load, groups) === classOf(own, groups);
    const inGroups = own.group !== undefined && load.group !== undefined && own.group !== load.group;
    if (isSameClass && !inGroups) clashes.push({ with: other, what: "class" });
    else if (load.teacher === own.teacher && load.load !== own.load) clashes.push({ with: other, what: "teacher" });
    else if (slot.room !== undefined && slot.room === other.room && load.load !== own.load) clashes.push({ with: other, what: "room" });
  }
  return clashes;
}

export function allClashes(slots: readonly Slot[], loads: readonly Load[], groups: Arrangement["groups"]): Clash[] {
  return slots.flatMap((slot, index) => clashesOf(slot, slots.slice(index + 1), loads, groups).map(({ what }) => ({ with: slot, what })));
}

// How many lessons a week each load has, against what it should: hundredths of hours.
export function hoursShort(slots: readonly Slot[], loads: readonly Load[]): { load: Load; has: number }[] {
  const has = new Map<number, number>();
  for (const slot of slots) has.set(slot.load, (has.get(slot.load) ?? 0) + (slot.parity === "every" ? 100 : 50));
  return loads.map((load) => ({ load, has: has.get(load.load) ?? 0 })).filter(({ load, has: held }) => held !== load.weekly_hours);
}

export interface ImportFault { row: number; column: string; code: "heading" | "weekday" | "bell" | "class" | "subject" | "teacher" | "load" | "room" | "week" | "busy"; value: string }

const kWeekdays = [["понедельник", "пн", "monday"], ["вторник", "вт", "tuesday"], ["среда", "ср", "wednesday"], ["четверг", "чт", "thursday"],
  ["пятница", "пт", "friday"], ["суббота", "сб", "saturday"], ["воскресенье", "вс", "sunday"]];
const kHeadings: Record<string, string[]> = {
  day: ["день", "деньнедели", "day", "weekday"], bell: ["урок", "номерурока", "bell", "lesson"], class: ["класс", "class"],
  subject: ["предмет", "subject"], teacher: ["учитель", "преподаватель", "teacher"], room: ["кабинет", "room"], group: ["группа", "group"],
  week: ["неделя", "week"],
};

// A row for each weekly lesson: День, Урок, Класс, Предмет, Учитель; Кабинет, Группа, Неделя where there are any.
export function readSlots(rows: readonly TableRow[], arrangement: Arrangement, classes: Classes): { slots: Slot[]; faults: ImportFault[] } {
  const heading = (rows[0]?.cells ?? []).map(folded);
  const at = (key: string): number => heading.findIndex((name) => kHeadings[key]!.includes(name));
  const faults: ImportFault[] = [];
  for (const key of ["day", "bell", "class", "subject"]) {
    if (at(key) < 0) faults.push({ row: rows[0]?.number ?? 1, column: kHeadings[key]![0]!, code: "heading", value: kHeadings[key]![0]! });
  }
  if (faults.length > 0) return { slots: [], faults };
  const slots: Slot[] = [];
  for (const row of rows.slice(1)) {
    const cell = (key: string): string => row.cells[at(key)] ?? "";
    const fault = (code: ImportFault["code"], key: string): void => { faults.push({ row: row.number, column: rows[0]!.cells[at(key)] ?? key, code, value: cell(key) }); };
    const weekday = /^[1-7]$/.test(cell("day")) ? Number(cell("day")) : kWeekdays.findIndex((names) => names.includes(folded(cell("day")))) + 1;
    const bell = Number(cell("bell"));
    const own = classes.find((one) => folded(one.name) === folded(cell("class")));
    const subject = arrangement.subjects.find((one) => [one.name, one.short_name].some((name) => folded(name) === folded(cell("subject"))));
    const room = cell("room") === "" ? undefined : arrangement.rooms.find((one) => folded(one.name) === folded(cell("room")));
    const week = folded(cell("week"));
    const parity = week === "" ? "every" : week.startsWith("нечет") || week === "odd" ? "odd" : week.startsWith("чет") || week === "even" ? "even" : undefined;
    if (weekday === 0) fault("weekday", "day");
    if (!Number.isInteger(bell) || bell < 1 || bell > 20) fault("bell", "bell");
    if (own === undefined) fault("class", "class");
    if (subject === undefined) fault("subject", "subject");
    if (cell("room") !== "" && room === undefined) fault("room", "room");
    if (parity === undefined) fault("week", "week");
    if (weekday === 0 || own === undefined || subject === undefined || parity === undefined || !(bell >= 1)) continue;
    const load = loadMeant(arrangement, own.school_class, subject.subject, cell("teacher"), cell("group"));
    if (load === undefined) {
      fault("load", "subject");
      continue;
    }
    const slot: Slot = { load: load.load, weekday, bell, parity, ...(room === undefined ? {} : { room: room.room }) };
    if (clashesOf(slot, slots, arrangement.loads, arrangement.groups).some(({ what }) => what !== "room")) fault("busy", "bell");
    slots.push(slot);
  }
  return { slots, faults };
}

function loadMeant(arrangement: Arrangement, schoolClass: number, subject: number, teacher: string, group: string): Load | undefined {
  const fits = arrangement.loads.filter((load) => classOf(load, arrangement.groups) === schoolClass && load.subject === subject)
    .filter((load) => group === "" || folded(arrangement.groups.find((one) => one.group === load.group)?.name ?? "") === folded(group))
    .filter((load) => teacher === "" || folded(load.teacher_name).startsWith(folded(teacher.split(/[\s.]/)[0]!)));
  return fits.length === 1 ? fits[0] : undefined;
}
