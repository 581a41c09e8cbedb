// The journals of a school's teachers, week by week: what was owed or found, counted into the cells of a table.
import { mondayOf, plusDays } from "../words/week";

// lacking: owed, and its term is over; late: done after its term; found: seen in the journal, for a person
// to judge; running: owed, in time still; done: in time, or without a term.
export type State = "lacking" | "late" | "found" | "running" | "done";

export interface Item {
  teacher: number;
  day: string; // that it is about: of the lesson, or the last of the stretch
  what: string; // a duty, a finding, "substituted" or "cancelled"
  state: State;
  days?: number; // how late
  class?: string;
  subject?: string;
  group?: string;
  bell?: number;
  lesson?: number;
  pupil?: number;
  name?: string; // of the pupil
  count?: number;
  clause?: string;
}

export interface Cell {
  items: readonly Item[]; // faults first, then by day
  faults: number;
}

export interface Row {
  teacher: number;
  name: string;
  cells: (Cell | undefined)[]; // by column; undefined: nothing was owed
  faults: number;
}

export interface Span {
  first: string; // a Monday
  weeks: number;
}

export const kWeeks = 8;

// The weeks up to that of `last`.
export const spanUpTo = (last: string): Span => ({ first: plusDays(mondayOf(last), -7 * (kWeeks - 1)), weeks: kWeeks });
export const lastDay = ({ first, weeks }: Span): string => plusDays(first, 7 * weeks - 1);
export const mondays = ({ first, weeks }: Span): string[] => Array.from({ length: weeks }, (_, at) => plusDays(first, 7 * at));

export const isFault = ({ state }: Item): boolean => state === "lacking" || state === "late" || state === "found";
const countFaults = (items: readonly Item[]): number => items.filter(isFault).length;

const kStates: readonly State[] = ["lacking", "late", "found", "running", "done"];
const gravestFirst = (one: Item, other: Item): number =>
  kStates.indexOf(one.state) - kStates.indexOf(other.state) || one.day.localeCompare(other.day) || (one.bell ?? 0) - (other.bell ?? 0);

// A row for each teacher who owed anything, who has the most faults first; `columnOf` gives an item's place,
// or undefined where it is out of the table.
export function rowsOf(items: readonly Item[], columns: number, names: ReadonlyMap<number, string>,
  columnOf: (item: Item) => number | undefined): Row[] {
  const rows = new Map<number, Item[][]>();
  for (const item of items) {
    const column = columnOf(item);
    if (column === undefined) continue;
    const row = rows.get(item.teacher) ?? Array.from({ length: columns }, () => []);
    rows.set(item.teacher, row);
    row[column]!.push(item);
  }
  return [...rows].map(([teacher, cells]) => ({
    teacher, name: names.get(teacher) ?? `№ ${teacher}`,
    cells: cells.map((own) => (own.length === 0 ? undefined : { items: own.sort(gravestFirst), faults: countFaults(own) })),
    faults: countFaults(cells.flat()),
  })).sort((one, other) => other.faults - one.faults || one.name.localeCompare(other.name, "ru"));
}

export function weekOf(span: Span): (item: Item) => number | undefined {
  const columns = mondays(span);
  return ({ day }) => {
    const at = columns.indexOf(mondayOf(day));
    return at < 0 ? undefined : at;
  };
}

// How dark a cell is: none, 1–2, 3–5, 6 and more.
export const toneOf = (faults: number): 0 | 1 | 2 | 3 => (faults === 0 ? 0 : faults <= 2 ? 1 : faults <= 5 ? 2 : 3);
