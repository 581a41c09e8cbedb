// The page «Журнал»: choosing a class and a subject, the grid, the lesson's panel, the cell's history and
// the state of saving. It is mounted into an element of the application and ends with `destroy`.
import { JournalGrid, type Direction, type GridSettings } from "../grid/journal_grid";
import type { GridWords } from "../grid/grid_table";
import type { Place } from "../grid/selection";
import type { Reason } from "../grid/sheet";
import type { Outbox, OutboxState } from "../stating/outbox";
import type { Statement } from "../stating/statement";
import { en } from "../words/en_journal";
import { ru } from "../words/ru_journal";
import { choice, labelled, make } from "./elements";
import { JournalDesk, type DeskFace } from "./journal_desk";
import { askMinutes, askWhy, type JournalWords } from "./journal_dialogs";
import { JournalPanel } from "./journal_panel";
import type { JournalView, PlannedLesson, TimetableView } from "./journal_view";

export interface JournalAddress {
  class: string;
  subject: string;
  from: string; // the first day
}

export interface JournalWorld {
  get<Body>(target: string): Promise<Body>; // rejects with what has `document: {ru, en}`, or else there is no net
  outbox: Outbox;
  person: number;
  today: string;
  language: "ru" | "en";
  address: Partial<JournalAddress>;
  goTo(address: JournalAddress): void; // the address is the state
}

const kDaysBack = 60;
const kReload_ms = 300;
const kDay_ms = 86_400_000;

const daysBefore = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - count * kDay_ms).toISOString().slice(0, 10);

interface Pair {
  class: string;
  subject: string;
}

export class JournalPage implements DeskFace {
  private readonly words: JournalWords;
  private readonly state = make("p", { class: "saving", role: "status" });
  private readonly notice = make("div", { class: "notice", role: "alert" });
  private readonly choosing = make("div", { class: "choosing" });
  private readonly scroll = make("div", { class: "journal-scroll" });
  private readonly panel: JournalPanel;
  private grid: JournalGrid | undefined;
  private desk: JournalDesk | undefined;
  private reloading: ReturnType<typeof setTimeout> | undefined;
  private pairs: Pair[] = [];
  private address: JournalAddress | undefined;
  private direction: Direction = "down";
  private refused = "";

  constructor(private readonly host: HTMLElement, private readonly world: JournalWorld) {
    this.words = world.language === "en" ? en : ru;
    this.panel = new JournalPanel(this.words, world, {
      topic: (column, text) => this.desk?.setTopic(column, text),
      homework: (column, text) => this.desk?.setHomework(column, text),
    });
    const title = make("h1", {}, this.words.journal);
    host.replaceChildren(make("div", { class: "journal-page" },
      make("header", { class: "journal-head" }, title, this.choosing, this.state),
      this.notice, make("div", { class: "journal-body" }, this.scroll, this.panel.element)));
    this.showState(world.outbox.state);
    void this.begin();
  }

  destroy(): void {
    clearTimeout(this.reloading);
    this.host.replaceChildren();
  }

  // What the outbox tells its listener.
  outboxChanged(): void {
    this.showState(this.world.outbox.state);
    const refused = this.world.outbox.refused.map(({ id }) => id).join();
    if (refused !== this.refused) {
      this.refused = refused;
      this.desk?.refused(this.world.outbox.refused);
      this.showRefusals();
    }
    if (this.world.outbox.state.state === "saved") this.reloadSoon();
  }

  stands(statement: Statement): void {
    this.desk?.stands(statement);
  }

  // Somebody changed something in this journal, here or elsewhere.
  reloadSoon(): void {
    clearTimeout(this.reloading);
    this.reloading = setTimeout(() => void this.reload(), kReload_ms);
  }

  private async begin(): Promise<void> {
    this.scroll.replaceChildren(make("p", { class: "empty" }, this.words.loading));
    try {
      this.pairs = await this.findPairs();
      const { class: name = this.pairs[0]?.class, subject = this.pairs[0]?.subject, from = daysBefore(this.world.today, kDaysBack) } =
        this.world.address;
      if (name === undefined || subject === undefined) return this.showNothing();
      this.address = { class: name, subject, from };
      this.showChoices();
      await this.open();
    } catch (fault) {
      this.showFailure(fault);
    }
  }

  // One's own lessons of these weeks: what is taught.
  private async findPairs(): Promise<Pair[]> {
    const from = daysBefore(this.world.today, 7);
    const to = daysBefore(this.world.today, -14);
    const timetable = await this.world.get<TimetableView>(`api/v1/views/timetable?from=${from}&to=${to}`);
    const found = new Map<string, Pair>();
    for (const { class: name, subject } of timetable.days.flatMap(({ lessons }) => lessons))
      if (name !== undefined) found.set(`${name} ${subject}`, { class: name, subject });
    return [...found.values()].sort((one, other) => one.class.localeCompare(other.class, "ru", { numeric: true })
      || one.subject.localeCompare(other.subject, "ru"));
  }

  private showChoices(): void {
    const address = this.address!;
    const mine = this.pairs.some((pair) => pair.class === address.class && pair.subject === address.subject)
      ? this.pairs : [{ class: address.class, subject: address.subject }, ...this.pairs];
    const pair = choice(mine.map((one, index) => ({ value: String(index), text: `${one.class} · ${one.subject}` })),
      String(mine.findIndex((one) => one.class === address.class && one.subject === address.subject)));
    const from = make("input", { type: "date", value: address.from, max: this.world.today });
    const way = choice((["down", "right", "stay"] as const).map((value) => ({ value, text: this.words[value] })), this.direction);
    pair.addEventListener("change", () => this.go({ ...address, ...mine[Number(pair.value)]! }));
    from.addEventListener("change", () => from.value && this.go({ ...address, from: from.value }));
    way.addEventListener("change", () => {
      this.direction = way.value as Direction;
      if (this.grid) this.grid.direction = this.direction;
    });
    const { school_class, subject, since, direction } = this.words;
    this.choosing.replaceChildren(labelled(`${school_class}, ${subject.toLowerCase()}`, pair), labelled(since, from), labelled(direction, way));
  }

  private go(address: JournalAddress): void {
    this.address = address;
    this.world.goTo(address);
    this.grid = undefined;
    this.desk = undefined;
    this.showChoices();
    void this.open().catch((fault: unknown) => { if (this.address === address) this.showFailure(fault); });
  }

  private async fetchPage(): Promise<{ view: JournalView; planned: PlannedLesson[] }> {
    const { class: name, subject, from } = this.address!;
    const { today, person } = this.world;
    const asked = new URLSearchParams({ class: name, subject, from, to: today });
    const [view, timetable] = await Promise.all([
      this.world.get<JournalView>(`api/v1/views/journal?${asked}`),
      this.world.get<TimetableView>(`api/v1/views/timetable?from=${today}&to=${today}`)]);
    const planned = timetable.days.flatMap(({ lessons }) => lessons)
      .filter((lesson) => lesson.class === name && lesson.subject === subject && lesson.teacher === person);
    return { view, planned };
  }

  private async open(): Promise<void> {
    const address = this.address!;
    const { view, planned } = await this.fetchPage();
    if (this.address !== address) return; // another page was chosen meanwhile: this one is not drawn over it
    const { outbox, person, today } = this.world;
    const settings = { today, person, title: (day: string, bell: number) => this.titleOf(day, bell),
      another_teacher: { ru: ru.another_teacher, en: en.another_teacher }, withdrawn: { ru: ru.lesson_withdrawn, en: en.lesson_withdrawn } };
    this.desk = new JournalDesk(view, planned, address, settings, outbox, this);
    this.refused = outbox.refused.map(({ id }) => id).join();
    this.desk.refused(outbox.refused);
    this.showRefusals();
    const { sheet } = this.desk;
    if (sheet.rows.length === 0 || sheet.columns.length === 0) return this.showNothing();
    this.scroll.replaceChildren();
    this.grid = new JournalGrid(this.scroll, sheet, this.ownerOf(this.desk), this.gridSettings());
    const column = Math.max(sheet.columns.findIndex((one) => one.today), 0) || sheet.columns.length - 1;
    this.grid.goTo({ row: 0, column });
  }

  private async reload(): Promise<void> {
    if (!this.desk || !this.grid) return;
    const { desk, grid } = this;
    try {
      const { view, planned } = await this.fetchPage();
      if (this.desk !== desk || this.grid !== grid) return;
      const before = desk.sheet;
      desk.take(view, planned);
      if (shapeOf(before) === shapeOf(desk.sheet)) grid.repaint(desk.sheet, everyPlace(desk.sheet));
      else grid.show(desk.sheet, this.gridSettings(), grid.cursor);
      this.panel.show(desk.column(grid.cursor.column), desk.sheet.rows[grid.cursor.row]);
    } catch {
      // What is shown stays; the state of saving says that there is no net.
    }
  }

  private ownerOf(desk: JournalDesk): ConstructorParameters<typeof JournalGrid>[2] {
    return {
      enter: (places, entry, second) => { this.showRefusals(); return desk.enter(places, entry, second); },
      withdraw: (places) => desk.withdraw(places),
      paste: (block, text) => { this.showRefusals(); desk.paste(block, text); },
      copy: (block) => desk.copy(block),
      undo: () => desk.undo(),
      redo: () => desk.redo(),
      moved: ({ row, column }) => this.panel.show(desk.column(column), desk.sheet.rows[row]),
      other: (action) => action === "class_teachers_reason" ? desk.refuseReasons() : this.panel.focus(action),
    };
  }

  private titleOf(day: string, bell: number): string {
    const date = new Date(`${day}T12:00:00Z`).toLocaleDateString(this.world.language, { day: "numeric", month: "long", timeZone: "UTC" });
    return `${date}, ${this.words.lesson} ${bell}`;
  }

  private gridSettings(): GridSettings {
    const { words } = this;
    const number = new Intl.NumberFormat(this.world.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const gridWords: GridWords = { ...words, homework: words.homework_of_pupil, number: (value) => number.format(value) };
    return { label: `${this.address!.class} · ${this.address!.subject}`, words: gridWords, direction: this.direction };
  }

  // DeskFace
  askWhy(changes: Parameters<DeskFace["askWhy"]>[0]): ReturnType<DeskFace["askWhy"]> {
    return askWhy(changes, this.words);
  }
  askMinutes(): Promise<number | undefined> {
    return askMinutes(this.words);
  }
  tell(reason: Reason): void {
    this.notice.replaceChildren(make("p", {}, `${this.words.not_possible}: ${this.said(reason)}`));
  }
  tellFaults(faults: Parameters<DeskFace["tellFaults"]>[0]): void {
    const lines = faults.slice(0, 10).map(({ place, reason }) =>
      make("li", {}, `${this.words.row} ${place.row + 1}: ${this.said(reason)}`));
    this.notice.replaceChildren(make("p", {}, `${this.words.whole_page}:`), make("ul", {}, ...lines));
  }
  repaint(sheet: JournalDesk["sheet"], places: readonly Place[]): void {
    this.grid?.repaint(sheet, places);
  }

  private said(reason: Reason): string {
    return `${reason[this.world.language]}${reason.clause ? ` (${reason.clause})` : ""}`;
  }

  private showRefusals(): void {
    const { refused } = this.world.outbox;
    if (refused.length === 0) return this.notice.replaceChildren();
    const lines = refused.slice(0, 10).map((statement) => {
      const seen = make("button", { type: "button", class: "plain" }, this.words.seen);
      seen.addEventListener("click", () => void this.world.outbox.dismiss(statement.id).then(() => this.reloadSoon()));
      return make("li", {}, `${statement.label}: ${this.said(statement.refused!)} `, seen);
    });
    this.notice.replaceChildren(make("p", {}, `${this.words.conflict}:`), make("ul", {}, ...lines));
  }

  private showState(state: OutboxState): void {
    const { words } = this;
    this.state.className = `saving is-${state.state}`;
    if (state.state === "saved") this.state.textContent = words.saved;
    else if (state.state === "saving") this.state.textContent = words.saving;
    else {
      const few = new Intl.PluralRules(this.world.language).select(state.count) as keyof typeof words.marks_here;
      const why = state.state === "no_net" ? words.no_net : words.held;
      this.state.textContent = `${why}: ${state.count} ${words.marks_here[few] ?? words.marks_here.other} ${words.on_this_computer}`;
    }
  }

  private showNothing(): void {
    this.scroll.replaceChildren(make("p", { class: "empty" }, this.words.nothing));
  }

  private showFailure(fault: unknown): void {
    const told = (fault as { document?: Reason } | undefined)?.document;
    const again = make("button", { type: "button", class: "plain" }, this.words.again);
    again.addEventListener("click", () => void this.begin());
    this.scroll.replaceChildren(make("p", { class: "empty" },
      `${this.words.not_opened}: ${told ? this.said(told) : this.words.no_net.toLowerCase()}. `, again));
  }
}

const shapeOf = (sheet: JournalDesk["sheet"]): string =>
  JSON.stringify([sheet.rows.map(({ pupil }) => pupil), sheet.columns.map(({ key, locked, work }) => [key, !!locked, work])]);

const everyPlace = (sheet: JournalDesk["sheet"]): Place[] =>
  sheet.rows.flatMap((_, row) => sheet.columns.map((__, column) => ({ row, column })));
