// The journal's view as a sheet for the grid, with what was typed and has not reached the log yet laid
// over it.
import { applied, type Deed } from "../grid/deed";
import { isMarkWord } from "../grid/entry_value";
import { kEmptyCell, type Reason, type Sheet, type SheetCell, type SheetColumn, type SheetRow } from "../grid/sheet";
import type { JournalView, PlannedLesson, ViewCell, ViewLesson } from "./journal_view";

export interface LessonColumn extends SheetColumn {
  bell: number;
  lesson?: ViewLesson;      // none: planned for today and not recorded yet
  planned?: PlannedLesson;
}

export interface SheetSettings {
  today: string;
  person: number;
  title(day: string, bell: number): string;
  another_teacher: Reason;
  withdrawn: Reason;
}

export const columnKey = (day: string, bell: number, group = ""): string => `${day}.${bell}.${group}`;

function lockOf({ teacher, withdrawn, void: gone }: ViewLesson, { person, another_teacher, withdrawn: why }: SheetSettings): Reason | undefined {
  if (withdrawn || gone) return why;
  return teacher === person ? undefined : another_teacher;
}

function columnOf(lesson: ViewLesson, settings: SheetSettings): LessonColumn {
  const locked = lockOf(lesson, settings);
  const [work] = lesson.works ?? [];
  return {
    key: columnKey(lesson.day, lesson.bell, lesson.group), day: lesson.day, bell: lesson.bell, lesson,
    today: lesson.day === settings.today, title: settings.title(lesson.day, lesson.bell),
    ...(work ? { work: work.title.slice(0, 1).toLowerCase() } : {}), ...(locked ? { locked } : {}),
  };
}

function plannedColumn(planned: PlannedLesson, settings: SheetSettings): LessonColumn {
  const { today, title } = settings;
  return { key: columnKey(today, planned.bell, planned.group), day: today, bell: planned.bell, planned, today: true,
    title: title(today, planned.bell) };
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

  // `fresh`: marks entered in this sitting, as ABOUT.ORDINAL.
  constructor(view: JournalView, readonly columns: readonly LessonColumn[], fresh: ReadonlySet<string>) {
    this.rows = view.pupils;
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

  // What was typed shows at once, as what it is: not in the log yet.
  lay(about: string, deed: Deed): void {
    this.cells.set(about, { ...applied(this.cells.get(about) ?? kEmptyCell, deed), waiting: { state: "kept" } });
  }

  mark(about: string, waiting: SheetCell["waiting"]): void {
    const { waiting: _, ...cell } = this.cells.get(about) ?? kEmptyCell;
    this.cells.set(about, waiting ? { ...cell, waiting } : cell);
  }
}
