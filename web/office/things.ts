// What the school has to choose from, thing by thing: numbers and how people call them.
import { yearName } from "../client/school_years";
import type { Schemas } from "../client/contract";
import type { Language } from "../words/language";

export type Arrangement = Schemas["Arrangement"];
export type Classes = Schemas["Classes"]["classes"];
export type People = Schemas["People"]["people"];

export interface Choice { value: string; label: string }
export type Things = Record<string, Choice[]>;

const kPeriods: Record<Language, Record<string, string>> = {
  ru: { quarter: "четверть", half_year: "полугодие", year: "год" },
  en: { quarter: "quarter", half_year: "half-year", year: "year" },
};

export const isStaff = (person: People[number]): boolean =>
  (person.roles ?? []).some(({ role }) => role !== "pupil" && role !== "parent");

export function thingsOf(arrangement: Arrangement, classes: Classes, people: People, language: Language): Things {
  const { years, periods, bell_schedules: bells, rooms, subjects, groups, loads, timetables } = arrangement;
  const label = (value: number, said: string): Choice => ({ value: String(value), label: said });
  const byLabel = (a: Choice, b: Choice): number => a.label.localeCompare(b.label, "ru", { numeric: true });
  return {
    year: years.map((one) => label(one.year, yearName(one.first_calendar_year))),
    period: periods.map((one) => label(one.period, periodName(one, language))),
    bell_schedule: bells.map((one) => label(one.schedule, one.name)),
    room: rooms.map((one) => label(one.room, one.name)).sort(byLabel),
    subject: subjects.map((one) => label(one.subject, one.name)).sort(byLabel),
    class: classes.map((one) => label(one.school_class, one.name)).sort(byLabel),
    group: groups.map((one) => label(one.group, groupName(one, classes))).sort(byLabel),
    load: loads.map((one) => label(one.load, loadName(one, arrangement, classes))).sort(byLabel),
    timetable: timetables.map((one) => label(one.timetable, `№ ${one.timetable}: ${one.first_day} — ${one.last_day}`)),
    person: people.map((one) => label(one.person, `${one.name ?? `№ ${one.person}`}${one.class === undefined ? "" : `, ${one.class}`}`)).sort(byLabel),
    staff: people.filter(isStaff).map((one) => label(one.person, one.name ?? `№ ${one.person}`)).sort(byLabel),
    pupil: people.filter(({ class: own }) => own !== undefined).map((one) => label(one.person, `${one.name ?? ""}, ${one.class}`)).sort(byLabel),
  };
}

export function periodName({ kind, ordinal }: { kind: string; ordinal: number }, language: Language): string {
  const word = kPeriods[language][kind] ?? kind;
  return kind === "year" ? word : `${ordinal} ${word}`;
}

function groupName(group: Arrangement["groups"][number], classes: Classes): string {
  const own = classes.find((one) => one.school_class === group.school_class)?.name;
  return own === undefined || group.name.startsWith(own) ? group.name : `${own}, ${group.name}`;
}

// «5А, Математика — Петрова М. И.»
export function loadName(load: Arrangement["loads"][number], arrangement: Arrangement, classes: Classes): string {
  const group = arrangement.groups.find((one) => one.group === load.group);
  const own = classes.find((one) => one.school_class === (load.school_class ?? group?.school_class))?.name ?? "";
  const subject = arrangement.subjects.find((one) => one.subject === load.subject)?.name ?? "";
  const whom = group === undefined ? own : groupName(group, classes);
  return `${whom}, ${subject} — ${initialed(load.teacher_name)}`;
}

// «Петрова Мария Ивановна» is «Петрова М. И.» where room is scarce.
export function initialed(name: string): string {
  const [family = "", ...rest] = name.split(" ").filter((one) => one !== "");
  return [family, rest.map((one) => `${one.charAt(0)}.`).join("\u00a0")].join(" ").trim(); // initials are never torn
}
