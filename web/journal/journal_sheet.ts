// The journal's view as a sheet for the grid, with what was typed and has not reached the log yet laid
// over it.
import { applied, type Deed } from "../grid/deed";
import { isMarkWord } from "../grid/entry_value";
import { kEmptyCell, type Reason, type Sheet, type SheetCell, type SheetColumn, type SheetRow } from "../grid/sheet";
import { leftBy, notThere, PeriodMarks } from "./journal_closing";
import type { JournalView, PlannedLesson, ViewCell, ViewLesson } from "./journal_view";

export interface LessonColumn extends SheetColumn {
  bell: number;
  lesson?: ViewLesson;      // none: planned and not recorded yet
  planned?: PlannedLesson;
}

export interface SheetSettings {
  today: string;
  person: number;
  title(day: string, bell: number): string;
  language: "ru" | "en";
  another_teacher: Reason;
  withdrawn: Reason;
  past?: Reason;              // the page is of a past moment: nothing in it is entered
  letters: Readonly<Record<string, string>>; // by kind of work, one letter for a column's head
}

export const columnKey = (day: string, bell: number, group = ""): string => `${day}.${bell}.${group}`;

function lockOf({ teacher, withdrawn, void: gone, closed }: ViewLesson, { person, another_teacher, withdrawn: why, past }: SheetSettings):
Reason | undefined {
  if (past) return past;
  if (withdrawn || gone) return why;
  return teacher === person ? closed : another_teacher;
}

// After the close of a period, or its marks, nothing is changed either; a term that is over stops new marks alone.
function marksLockOf({ marks_closed }: ViewLesson): LessonColumn["marks_locked"] {
  return marks_closed && { reason: marks_closed, changes: marks_closed.code.startsWith("period.") };
}

function columnOf(lesson: ViewLesson, settings: SheetSettings): LessonColumn {
  const locked = lockOf(lesson, settings);
  const marks = marksLockOf(lesson);
  const letters = (lesson.works ?? []).map(({ kind }) => settings.letters[kind] ?? kind.slice(0, 1)).join("");
  return {
    key: columnKey(lesson.day, lesson.bell, lesson.group), day: lesson.day, bell: lesson.bell, lesson,
    today: lesson.day === settings.today, title: settings.title(lesson.day, lesson.bell),
    ...(letters ? { work: letters } : {}), ...(locked ? { locked } : {}), ...(marks ? { marks_locked: marks } : {}),
  };
}

function plannedColumn(planned: PlannedLesson, settings: SheetSettings): LessonColumn {
  const { day, bell, group } = planned;
  const { today, title, past } = settings;
  return { key: columnKey(day, bell, group), day, bell, planned, today: day === today, title: title(day, bell), ...(past ? { locked: past } : {}) };
}

export function columnsOf(view: JournalView, planned: readonly PlannedLesson[], settings: SheetSettings): LessonColumn[] {
  const held = view.lessons.map((lesson) => columnOf(lesson, settings));
  const known = new Set(held.map(({ key }) => key));
  const ahead = planned.map((lesson) => plannedColumn(lesson, settings)).filter(({ key }) => !known.has(key));
  return [...held, ...ahead].sort((one, other) => one.day.localeCompare(other.day) || one.bell - other.bell);
}

function cellOf(cell: ViewCell, fresh: ReadonlySet<string>, about: string): SheetCell {
  const marks = (cell.marks ?? []).map(({ ordinal, value, struck = [] }) => ({ ordinal, struck,
    value: value !== null && isMarkWord(value) ? value : null, fresh: fresh.has(`${about}.${ordinal}`) }));
  const { absence } = cell;
  const kind = absence?.kind === "late" ? "late" : "absent";
  return { marks, homework: (cell.homework ?? []).length > 0,
    ...(absence ? { absence: { kind, ...(absence.reason === undefined ? {} : { reason: absence.reason }) } } : {}) };
}

// What a statement is about: a pupil in a lesson, however the lesson may be numbered.
export const aboutCell = (column: string, pupil: number): string => `${column}|${pupil}`;

export class JournalSheet implements Sheet {
  readonly rows: SheetRow[];
  private readonly cells = new Map<string, SheetCell>();
  private readonly period_marks: PeriodMarks;

  // `fresh`: marks entered in this sitting, as ABOUT.ORDINAL.
  constructor(private readonly view: JournalView, readonly columns: readonly LessonColumn[], fresh: ReadonlySet<string>,
    { today, language }: SheetSettings) {
    this.rows = view.pupils.map((pupil) => {
      const left = leftBy(pupil, today);
      return { pupil: pupil.pupil, name: pupil.name, average: pupil.average, ...(left ? { note: left[language] } : {}) };
    });
    this.period_marks = new PeriodMarks(view);
    const keys = new Map(columns.flatMap(({ key, lesson }) => (lesson ? [[lesson.lesson, key] as const] : [])));
    for (const cell of view.cells) {
      const key = keys.get(cell.lesson);
      const about = key === undefined ? undefined : aboutCell(key, cell.pupil);
      if (about !== undefined) this.cells.set(about, cellOf(cell, fresh, about));
    }
  }

  aboutOf(row: number, column: number): string {
    return aboutCell(this.columns[column]!.key, this.rows[row]!.pupil);
  }

  cell(row: number, column: number): SheetCell {
    return this.cells.get(this.aboutOf(row, column)) ?? kEmptyCell;
  }

  // A permission lifts what a pupil's mark of the period closes; who never was there stays closed.
  closed(row: number, column: number): Reason | undefined {
    const { day, lesson } = this.columns[column]!;
    const pupil = this.view.pupils[row]!;
    return notThere(pupil, day) ?? (lesson?.permission === undefined ? this.period_marks.closes(pupil.pupil, day) : undefined);
  }

  // What was typed shows at once, as what it is: not in the log yet.
  lay(about: string, deed: Deed): void {
    this.cells.set(about, { ...applied(this.cells.get(about) ?? kEmptyCell, deed), waiting: { state: "kept" } });
  }

  mark(about: string, waiting: SheetCell["waiting"]): void {
    const { waiting: _, ...cell } = this.cells.get(about) ?? kEmptyCell;
    this.cells.set(about, waiting ? { ...cell, waiting } : cell);
  }
}
