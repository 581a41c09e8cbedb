// A page of the journal as the grid shows it: pupils by lessons, and what stands where they meet.
import type { MarkWord } from "./entry_value";

// A sentence for people, in both languages, with the clause that it rests on.
export interface Reason {
  ru: string;
  en: string;
  code?: string; // the rule's own, where a rule said it
  clause?: string;
  allowed?: { ru: string; en: string }; // what would be possible instead
}

export interface SheetRow {
  pupil: number;
  name: string;
  average: number | null;
  note?: string;    // beside the name: «выбыл 12 февраля»
}

export interface SheetColumn {
  key: string;      // names the lesson for as long as the page lives
  day: string;      // 2026-03-11
  today: boolean;
  title: string;    // for who hears it: «11 марта, урок 2»
  work?: string;    // one letter for the kind of work
  locked?: Reason;  // nothing more is entered about the lesson
  marks_locked?: { reason: Reason; changes: boolean }; // no new marks; nor changes of those there are
}

export interface SheetMark {
  ordinal: number;
  value: MarkWord | null; // null: withdrawn
  struck: readonly string[];
  fresh: boolean; // entered in this sitting, so that a slip of the hand needs no explanation
}

// What is on its way: kept on this computer, or refused by the school's rules.
export type Waiting = { state: "kept" } | { state: "refused"; reason: Reason };

export interface SheetCell {
  marks: readonly SheetMark[];
  absence?: { kind: "absent" | "late"; reason?: string };
  homework: boolean;
  waiting?: Waiting;
}

export interface Sheet {
  rows: readonly SheetRow[];
  columns: readonly SheetColumn[];
  cell(row: number, column: number): SheetCell;
  // Why that pupil has no entries in that lesson, where others may.
  closed?(row: number, column: number): Reason | undefined;
}

export const kEmptyCell: SheetCell = { marks: [], homework: false };

export const standing = ({ marks }: SheetCell): SheetMark[] => marks.filter(({ value }) => value !== null);

export const isCorrected = ({ marks }: SheetCell): boolean =>
  marks.some(({ value, struck }) => struck.length > 0 || value === null);
