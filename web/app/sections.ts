// Which sections a person has, and how each is loaded: a page that is never opened costs nothing.
import type { Component } from "svelte";

import type { Session } from "../client/session";
import type { Words } from "../words/ru";
import type { PageProps } from "./page_props";

export interface Section {
  page: string;
  word: keyof Words;
  isFor(session: Session): boolean;
  load(): Promise<{ default: Component<PageProps> }>;
}

export const kSections: readonly Section[] = [
  {
    page: "diary",
    word: "diary",
    isFor: (session) => session.kind === "family",
    load: () => import("./pages/Diary.svelte"),
  },
];
