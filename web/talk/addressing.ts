// To whom one writes: people one by one, and those who are often written to together.
import type { Schemas } from "../client/contract";

export type Addressee = Schemas["Addressees"]["addressees"][number];

export type GroupKind = "administration" | "teachers" | "class_teachers" | "pupils" | "parents";

export interface Group {
  kind: GroupKind;
  class: string; // "" where it is of the whole school
  persons: number[];
}

const kAdministration = new Set(["director", "deputy", "administrator"]);

// Groups of two and more, the school's before the classes'; a parent of two children stands with both.
export function groupsOf(addressees: readonly Addressee[]): Group[] {
  const groups = new Map<string, Group>();
  const add = (kind: GroupKind, name: string, person: number): void => {
    const key = `${kind} ${name}`;
    const group = groups.get(key) ?? { kind, class: name, persons: [] };
    if (!group.persons.includes(person)) group.persons.push(person);
    groups.set(key, group);
  };
  for (const { person, roles = [], class: name, children = [] } of addressees) {
    if (roles.some(({ role }) => kAdministration.has(role))) add("administration", "", person);
    if (roles.some(({ role }) => role === "teacher")) add("teachers", "", person);
    if (roles.some(({ role }) => role === "class_teacher")) add("class_teachers", "", person);
    if (name !== undefined) add("pupils", name, person);
    for (const child of children) add("parents", child.class, person);
  }
  const order: GroupKind[] = ["administration", "class_teachers", "teachers", "parents", "pupils"];
  return [...groups.values()].filter(({ persons }) => persons.length > 1).sort((one, other) =>
    Number(one.class !== "") - Number(other.class !== "")
    || one.class.localeCompare(other.class, "ru", { numeric: true })
    || order.indexOf(one.kind) - order.indexOf(other.kind));
}

export interface Answering {
  to: number[];
  all: number[]; // everybody in the conversation but oneself
}

// Whom an answer goes to: who wrote last; where that was oneself, those one wrote to.
export function answering(thread: Schemas["Thread"], person: number): Answering {
  const last = thread.messages.at(-1)!;
  const all = [...new Set(thread.messages.flatMap(({ from, to }) => [from.person, ...to.map((one) => one.person)]))]
    .filter((one) => one !== person);
  const to = last.from.person === person ? last.to.map((one) => one.person).filter((one) => one !== person) : [last.from.person];
  return { to, all };
}

export interface TextFault {
  used: number;
  most: number;
}

// The rules count bytes of UTF-8 (rules/talk_rules.h).
export const kMostText = 8_000;
export const kMostTitle = 400;
export function tooLong(text: string, most: number): TextFault | undefined {
  const used = new TextEncoder().encode(text).length;
  return used > most ? { used, most } : undefined;
}
