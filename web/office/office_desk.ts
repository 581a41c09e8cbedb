// What the office's pages stand on: how the school is arranged, its classes and people, and the
// commands with their schemas. Asked for once a page.
import type { Client } from "../client/ask";
import type { Schemas } from "../client/contract";
import { Problem } from "../client/problem";
import type { CommandSchema } from "./command_form";
import type { Arrangement, Classes, People } from "./things";

export interface Office {
  today: string;
  now: string; // the school's clock, with its offset: "2026-03-11T12:30:00+03:00"
  arrangement: Arrangement;
  classes: Classes;
  people: People;
  commands: Map<string, CommandSchema>;
}

export type Account = Schemas["Accounts"]["people"][number];

// `year`: whose arrangement; without it that of today, or of the year opened last.
export async function openOffice(client: Client, year?: string): Promise<Office> {
  const [school, arrangement, { commands }] = await Promise.all([
    client.get<Schemas["School"]>("api/v1/school"),
    client.get<Arrangement>(`api/v1/views/arrangement${year === undefined ? "" : `?year=${encodeURIComponent(year)}`}`),
    client.get<{ commands: CommandSchema[] }>("api/v1/commands"),
  ]);
  const told = arrangement.years.find((one) => one.year === arrangement.year);
  // Before a year begins its classes are those of its first day, and when it is over those of its last.
  const day = told === undefined ? arrangement.day
    : told.first_day > arrangement.day ? told.first_day : told.last_day < arrangement.day ? told.last_day : arrangement.day;
  const [{ classes }, people] = await Promise.all([
    client.get<{ classes: Classes }>(`api/v1/views/classes?day=${day}`),
    client.get<{ people: People }>("api/v1/views/people").then((answer) => answer.people, noneOf),
  ]);
  return { today: arrangement.day, now: school.now, arrangement, classes, people, commands: new Map(commands.map((one) => [one.do, one])) };
}

// Whoever may see nobody has nobody to choose from.
function noneOf(fault: unknown): People {
  if (fault instanceof Problem && fault.code.startsWith("reading.")) return [];
  throw fault;
}

export async function accountsOf(client: Client, schoolClass?: string): Promise<Account[]> {
  const asked = schoolClass === undefined ? "" : `?class=${encodeURIComponent(schoolClass)}`;
  return (await client.get<{ people: Account[] }>(`api/v1/views/accounts${asked}`)).people;
}
