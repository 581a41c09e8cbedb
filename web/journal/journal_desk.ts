// The teacher's desk: what keys in the grid mean for this page of the journal, what was typed and is on
// its way, and how it is taken back. It knows no page elements: it tells a face what to show.
import { inverseOf, planEntry, planWithdrawal, type Deed, type Planned } from "../grid/deed";
import { showMark, type Entry } from "../grid/entry_value";
import { copied, planPaste, type Fault } from "../grid/paste";
import { closedBy, refusalOf } from "../grid/locks";
import type { Block, Place } from "../grid/selection";
import type { Reason } from "../grid/sheet";
import { UndoList } from "../grid/undo";
import type { Outbox, Wish } from "../stating/outbox";
import type { Command, Statement } from "../stating/statement";
import { commandOf, kSlip, recordLesson, setHomework, setTopic, setWork, type Page, type Why, type Work } from "./journal_commands";
import { columnsOf, JournalSheet, type LessonColumn, type SheetSettings } from "./journal_sheet";
import type { JournalView, PlannedLesson } from "./journal_view";

export interface DeskFace {
  // Why marks change; undefined: the person thought better of it.
  askWhy(changes: readonly { name: string; from: string; to: string }[]): Promise<Why | undefined>;
  askMinutes(): Promise<number | undefined>;
  tell(reason: Reason, about?: string): void; // about: the cell or the lesson
  tellFaults(faults: readonly Fault[]): void;
  repaint(sheet: JournalSheet, places: readonly Place[]): void;
}

interface Task {
  place: Place;
  deeds: Deed[];
}
// What Ctrl+Z takes back: one key's deeds, by what they are about.
interface Done {
  row: number;
  column: string;
  deeds: Deed[];
  minutes: number;
}

const kNoMinutes = 0;
const kClassTeachers: Reason = {
  ru: "Причину пропуска («б», «у») указывает классный руководитель.",
  en: "The reason of an absence is the class teacher's to state.",
};

export class JournalDesk {
  private readonly history = new UndoList<Done[]>();
  private readonly fresh = new Set<string>();
  private readonly recording = new Set<string>(); // lessons whose recording is on its way
  private shown: JournalSheet;
  private readonly works = new Map<string, number>(); // by lesson, what its next marks are given for
  private readonly adding = new Set<readonly Wish[]>(); // typed, and not yet written down by the outbox
  private refusals: readonly Statement[] = [];
  private readonly versions = new Map<string, number>(); // that the next fact about a cell or a lesson follows

  constructor(private view: JournalView, private planned: readonly PlannedLesson[], private readonly page: Page,
    private readonly settings: SheetSettings, private readonly outbox: Outbox, private readonly face: DeskFace) {
    this.shown = this.build();
  }

  get sheet(): JournalSheet {
    return this.shown;
  }

  column(index: number): LessonColumn | undefined {
    return this.shown.columns[index];
  }

  // What the server tells now, under what is still on its way.
  take(view: JournalView, planned: readonly PlannedLesson[]): void {
    this.view = view;
    this.planned = planned;
    this.versions.clear();
    for (const { about, base } of this.typed()) if (base) this.versions.set(about, base.version + 1);
    this.shown = this.build();
  }

  private build(): JournalSheet {
    const sheet = new JournalSheet(this.view, columnsOf(this.view, this.planned, this.settings), this.fresh, this.settings);
    for (const { about, shown } of this.typed()) if (shown) sheet.lay(about, shown as Deed);
    for (const { about, refused } of this.refusals) if (refused) sheet.mark(about, { state: "refused", reason: refused });
    return sheet;
  }

  private typed(): Wish[] {
    return [...this.outbox.kept, ...[...this.adding].flat()];
  }

  // Statement by statement, as the outbox tells.
  stands({ about, shown }: Statement): void {
    const deed = shown as Deed | undefined;
    if (deed?.do === "give") this.fresh.add(`${about}.${deed.ordinal}`);
    if (deed && !this.outbox.kept.some((other) => other.about === about)) this.mark(about, undefined);
  }

  refused(refusals: readonly Statement[]): void {
    for (const { id, about } of this.refusals) if (!refusals.some((other) => other.id === id)) this.mark(about, undefined);
    this.refusals = refusals;
    for (const { about, refused } of refusals) if (refused) this.mark(about, { state: "refused", reason: refused });
  }

  private mark(about: string, waiting: Parameters<JournalSheet["mark"]>[1]): void {
    this.shown.mark(about, waiting);
    const place = this.placeOf(about);
    if (place) this.face.repaint(this.shown, [place]);
  }

  private placeOf(about: string): Place | undefined {
    const [key, pupil] = about.split("|");
    const column = this.shown.columns.findIndex((one) => one.key === key);
    const row = this.shown.rows.findIndex((one) => String(one.pupil) === pupil);
    return column < 0 || row < 0 ? undefined : { row, column };
  }

  enter(places: readonly Place[], entry: Entry, second: boolean): boolean {
    const tasks = this.plan(places, (place) => planEntry(this.shown.cell(place.row, place.column), entry, second));
    if (!tasks) return false;
    if (entry.kind === "late" && tasks.tasks.length > 0) {
      void this.face.askMinutes().then((minutes) => minutes !== undefined && this.state(tasks.tasks, kSlip, minutes));
      return false;
    }
    return this.stateOrAsk(tasks);
  }

  withdraw(places: readonly Place[]): void {
    const tasks = this.plan(places, (place) => planWithdrawal(this.shown.cell(place.row, place.column)));
    if (tasks) this.stateOrAsk(tasks);
  }

  paste(block: Block, text: string): void {
    const pasted = planPaste(this.shown, block, text);
    if ("faults" in pasted) this.face.tellFaults(pasted.faults);
    else if (pasted.wished.some(({ deeds }) => deeds.some((deed) => deed.do === "note_absence" && deed.kind === "late")))
      void this.face.askMinutes().then((minutes) => minutes !== undefined && this.state(pasted.wished, kSlip, minutes));
    else this.state(pasted.wished, kSlip, kNoMinutes);
  }

  copy(block: Block): string {
    return copied(this.shown, block);
  }

  refuseReasons(): void {
    this.face.tell(kClassTeachers);
  }

  // All of them or none; undefined: somebody was told why not.
  private plan(places: readonly Place[], planned: (place: Place) => Planned): { tasks: Task[]; asks: boolean } | undefined {
    const tasks: Task[] = [];
    let asks = false;
    for (const place of places) {
      const closed = closedBy(this.shown, place);
      const plan: Planned = closed ? { plan: "refused", reason: closed } : planned(place);
      const refusal = plan.plan === "refused" ? plan.reason : plan.plan === "deeds" ? refusalOf(this.shown, place, plan.deeds) : undefined;
      if (refusal) {
        this.face.tell(refusal, `${this.shown.rows[place.row]!.name}, ${this.shown.columns[place.column]!.title}`);
        return undefined;
      }
      if (plan.plan !== "deeds") continue;
      tasks.push({ place, deeds: plan.deeds });
      asks ||= plan.asks;
    }
    return { tasks, asks };
  }

  // Whether the cursor may go on at once.
  private stateOrAsk({ tasks, asks }: { tasks: Task[]; asks: boolean }): boolean {
    if (!asks) {
      this.state(tasks, kSlip, kNoMinutes);
      return true;
    }
    const changes = tasks.flatMap(({ place, deeds }) => deeds.map((deed) => ({ name: this.shown.rows[place.row]!.name,
      from: "from" in deed ? showMark(deed.from) : "", to: deed.do === "correct" ? showMark(deed.value) : "—" })));
    void this.face.askWhy(changes).then((why) => why && this.state(tasks, why, kNoMinutes));
    return false;
  }

  private state(tasks: readonly Task[], why: Why, minutes: number): void {
    if (tasks.length === 0) return;
    this.history.add(tasks.map(({ place, deeds }) =>
      ({ row: place.row, column: this.shown.columns[place.column]!.key, deeds, minutes })));
    this.send(tasks, why, minutes);
  }

  private send(tasks: readonly Task[], why: Why, minutes: number): void {
    const wishes: Wish[] = [];
    for (const { place, deeds } of tasks) {
      const column = this.shown.columns[place.column]!;
      const { pupil, name } = this.shown.rows[place.row]!;
      wishes.push(...this.recordingOf(column));
      const about = this.shown.aboutOf(place.row, place.column);
      for (const deed of deeds) {
        this.shown.lay(about, deed);
        wishes.push({ about, label: `${name}, ${column.title}`, shown: deed, ...this.baseOf(column, about, pupil),
          command: commandOf(deed, { page: this.page, column, pupil, work: this.workOf(column) }, why, minutes) });
      }
    }
    this.face.repaint(this.shown, tasks.map(({ place }) => place));
    this.adding.add(wishes);
    void this.outbox.add(wishes).finally(() => this.adding.delete(wishes));
  }

  // A lesson of today that nobody has recorded is recorded by what is first said about it.
  private recordingOf(column: LessonColumn): Wish[] {
    const waits = this.outbox.kept.some(({ about, command }) => about === column.key && command.do === "record_lesson");
    if (column.lesson || waits || this.recording.has(column.key)) return [];
    this.recording.add(column.key);
    return [{ about: column.key, label: column.title, command: recordLesson(column) }];
  }

  private sayOfLesson(column: LessonColumn, command: Command): void {
    if (column.locked) return this.face.tell(column.locked, column.title);
    void this.outbox.add([...this.recordingOf(column), { about: column.key, label: column.title, command, ...this.baseOf(column, column.key) }]);
  }

  // Of a lesson that is not recorded yet nothing is known.
  private baseOf({ lesson }: LessonColumn, about: string, pupil?: number): Pick<Wish, "base"> {
    if (lesson?.version === undefined) return {};
    const told = pupil === undefined ? lesson.version
      : this.view.cells.find((cell) => cell.lesson === lesson.lesson && cell.pupil === pupil)?.version ?? 0;
    const version = this.versions.get(about) ?? told;
    this.versions.set(about, version + 1);
    return { base: { version, day: lesson.day, ...(lesson.permission === undefined ? {} : { permission: lesson.permission }) } };
  }

  // What is there already is not stated again.
  setTopic(column: LessonColumn, topic: string): void {
    if (topic.trim() !== (column.lesson?.topic ?? "")) this.sayOfLesson(column, setTopic(this.page, column, topic.trim()));
  }

  setHomework(column: LessonColumn, text: string): void {
    if (text.trim() !== (column.lesson?.homework?.text ?? "")) this.sayOfLesson(column, setHomework(this.page, column, text.trim()));
  }

  // Which work the next marks of a lesson are for; of several the last one named.
  workOf({ key, lesson }: LessonColumn): number | undefined {
    return this.works.get(key) ?? lesson?.works?.at(-1)?.work;
  }

  chooseWork({ key }: LessonColumn, work: number): void {
    this.works.set(key, work);
  }

  addWork(column: LessonColumn, work: Work): void {
    if (column.locked) return this.face.tell(column.locked, column.title);
    const number = 1 + Math.max(0, this.works.get(column.key) ?? 0, ...(column.lesson?.works ?? []).map((one) => one.work));
    this.works.set(column.key, number);
    this.sayOfLesson(column, setWork(this.page, column, number, work));
  }

  undo(): void {
    this.restate(this.history.takeBack(), true);
  }

  redo(): void {
    this.restate(this.history.doAgain(), false);
  }

  private restate(done: Done[] | undefined, back: boolean): void {
    for (const { row, column: key, deeds, minutes } of done ?? []) {
      const column = this.shown.columns.findIndex((one) => one.key === key);
      if (column < 0) continue;
      const cell = this.shown.cell(row, column);
      const task = back ? deeds.map((deed) => inverseOf(deed, cell)).reverse() : deeds.map((deed) => again(deed, cell));
      this.send([{ place: { row, column }, deeds: task }], kSlip, minutes);
    }
  }
}

// The same deed on the cell as it is now: a mark that was withdrawn comes back under a new ordinal.
function again(deed: Deed, { marks }: { marks: readonly { ordinal: number }[] }): Deed {
  if (deed.do !== "give") return deed;
  return { ...deed, ordinal: 1 + Math.max(0, ...marks.map(({ ordinal }) => ordinal)) };
}
