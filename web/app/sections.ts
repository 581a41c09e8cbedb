// Which sections a person has, and how each is loaded: a page that is never opened costs nothing.
import type { Component } from "svelte";

import type { Session } from "../client/session";
import type { Person } from "../finding/gather";
import type { Words } from "../words/ru";
import type { PageProps } from "./page_props";
import { readsAttendance, readsJournals } from "./reading";
import { printRoute } from "./route";

export interface Section {
  page: string;
  word: keyof Words;
  personal?: true; // it stands behind the person's name, not among the others
  isFor(session: Session): boolean;
  // Where the finder goes for a class or a person; without these it finds none here.
  toClass?(name: string): string;
  toPerson?(person: Person): string | undefined;
  load(): Promise<{ default: Component<PageProps> }>;
}

const kResults = new Set(["director", "deputy", "administrator", "inspector", "head_of_association", "control_member", "class_teacher", "teacher"]);
// Who reads the whole school (rules/reading.cc).
const kOverseeing = new Set(["director", "deputy", "administrator", "inspector"]);
const oversees = (session: Session): boolean => session.roles.some(({ role }) => kOverseeing.has(role));
const kOffice = new Set(["director", "deputy", "administrator"]);

const isStaff = (session: Session): boolean => session.kind === "staff";

const kEach: readonly Section[] = [
  {
    page: "today",
    word: "today",
    isFor: isStaff,
    load: () => import("./pages/Today.svelte"),
  },
  {
    page: "journal",
    word: "journal",
    isFor: readsJournals,
    load: () => import("./pages/Journal.svelte"),
  },
  {
    page: "results",
    word: "results",
    isFor: (session) => session.roles.some(({ role }) => kResults.has(role)),
    load: () => import("./pages/Results.svelte"),
  },
  {
    page: "printing",
    word: "printing",
    isFor: isStaff,
    load: () => import("./pages/Printing.svelte"),
  },
  {
    page: "plan",
    word: "plan",
    isFor: readsJournals,
    load: () => import("./pages/Plan.svelte"),
  },
  {
    page: "class_book",
    word: "class_book",
    isFor: readsAttendance,
    load: () => import("./pages/ClassBook.svelte"),
  },
  {
    page: "diary",
    word: "diary",
    isFor: (session) => session.kind === "family",
    load: () => import("./pages/Diary.svelte"),
  },
  {
    page: "edits",
    word: "edits",
    isFor: oversees,
    load: () => import("./pages/Edits.svelte"),
  },
  {
    page: "control",
    word: "control",
    isFor: oversees,
    load: () => import("./pages/Control.svelte"),
  },
  {
    page: "checking",
    word: "checking",
    isFor: oversees,
    load: () => import("./pages/Checking.svelte"),
  },
  {
    page: "archive",
    word: "archive",
    isFor: oversees,
    load: () => import("./pages/Archive.svelte"),
  },
  {
    page: "access",
    word: "access",
    isFor: (session) => session.roles.some(({ role }) => kOffice.has(role) || role === "class_teacher"),
    load: () => import("./pages/Access.svelte"),
  },
  {
    page: "pupils",
    word: "pupils",
    isFor: (session) => session.roles.some(({ role }) => kOffice.has(role)),
    load: () => import("./pages/Pupils.svelte"),
    toClass: (name) => printRoute("pupils", [], { class: name }),
    toPerson: (person) => (person.class === undefined ? undefined : printRoute("pupils", [person.person])),
  },
  {
    page: "timetable",
    word: "timetable",
    isFor: (session) => session.kind === "staff",
    load: () => import("./pages/Timetable.svelte"),
  },
  {
    page: "settings",
    word: "settings",
    isFor: (session) => session.roles.some(({ role }) => kOffice.has(role)),
    load: () => import("./pages/Settings.svelte"),
  },
  {
    page: "messages",
    word: "messages",
    isFor: (session) => session.roles.length > 0,
    load: () => import("./pages/Messages.svelte"),
    toPerson: ({ person, canBeWrittenTo }) => (canBeWrittenTo ? printRoute("messages", ["new"], { to: String(person) }) : undefined),
  },
  {
    page: "school",
    word: "school_page",
    isFor: (session) => session.roles.length > 0,
    load: () => import("./pages/School.svelte"),
  },
  {
    page: "staffroom",
    word: "staff_room",
    isFor: (session) => session.kind === "staff" && session.roles.some(({ role }) => role !== "inspector"),
    load: () => import("./pages/StaffRoom.svelte"),
  },
  {
    page: "account",
    word: "own_account",
    personal: true,
    isFor: () => true,
    load: () => import("./pages/Account.svelte"),
  },
];

// In the order of the bar: what a day needs first, what is for everybody last. Where there is room for all of them
// in a list, each group stands under a word of its own.
export type Group = "group_day" | "group_control" | "group_school" | "group_talk";
const kGroups: Record<Group, readonly (keyof Words)[]> = {
  group_day: ["today", "journal", "plan", "class_book", "diary", "results"],
  group_control: ["edits", "control", "printing", "archive", "checking"],
  group_school: ["pupils", "timetable", "access", "settings"],
  group_talk: ["messages", "school_page", "staff_room", "own_account"],
};
const kOrder = Object.values(kGroups).flat();
const placeOf = ({ word }: Section): number => (kOrder.includes(word) ? kOrder.indexOf(word) : kOrder.length);

export function inGroups(sections: readonly Section[]): [Group, Section[]][] {
  return (Object.keys(kGroups) as Group[]).flatMap((group): [Group, Section[]][] => {
    const own = sections.filter(({ word }) => kGroups[group].includes(word));
    return own.length === 0 ? [] : [[group, own]];
  });
}

export const kSections: readonly Section[] = [...kEach].sort((one, other) => placeOf(one) - placeOf(other));
