// Which sections a person has, and how each is loaded: a page that is never opened costs nothing.
import type { Component } from "svelte";

import type { Session } from "../client/session";
import type { Words } from "../words/ru";
import type { PageProps } from "./page_props";
import { readsAttendance, readsJournals } from "./reading";

export interface Section {
  page: string;
  word: keyof Words;
  isFor(session: Session): boolean;
  load(): Promise<{ default: Component<PageProps> }>;
}

export const kSections: readonly Section[] = [
  {
    page: "journal",
    word: "journal",
    // Keys that a browser holds do not sign here yet.
    isFor: (session) => session.custody === "server" && readsJournals(session),
    load: () => import("./pages/Journal.svelte"),
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
];
