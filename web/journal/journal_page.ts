// The page «Журнал»: choosing a class, a subject and a period, the grid, the lesson's panel, the cell's history and
// the state of saving. It is mounted into an element of the application and ends with `destroy`.
import { closedBy } from "../grid/locks";
import { JournalGrid, type Direction, type GridSettings } from "../grid/journal_grid";
import type { GridWords } from "../grid/grid_table";
import type { Place } from "../grid/selection";
import type { Reason } from "../grid/sheet";
import type { Outbox, OutboxState } from "../stating/outbox";
import type { Command, Statement } from "../stating/statement";
import { make } from "./elements";
import { JournalBooks } from "./journal_books";
import { lookedAt, type Looked, type SchoolTime } from "../client/school_years";
import { choosingBar, yearChoice, type Chosen, type ChoosingWishes } from "./journal_choosing";
import { JournalDesk, type DeskFace } from "./journal_desk";
import { askMinutes, askPermission, askWhy, permitting, type Addressee, type JournalWords } from "./journal_dialogs";
import { JournalNotices } from "./journal_notices";
import { JournalPanel } from "./journal_panel";
import type { SheetSettings } from "./journal_sheet";
import { chosenPeriod, endOf, spanOf } from "./journal_span";
import type { JournalView, PlannedLesson, TimetableView, ViewPeriod } from "./journal_view";

export interface JournalAddress {
  class: string;
  subject: string;
  year?: string;   // its first calendar year, where it is not the present one
  period?: string;
  as_of?: string;  // a day: the page as it was at its end
  day?: string;    // of the lesson that the cursor goes to
  lesson?: string;
  pupil?: string;
}

export interface JournalWorld {
  get<Body>(target: string): Promise<Body>; // rejects with what has `document: {ru, en}`, or else there is no net
  // What is no entry of the grid; rejects as `get` does.
  carryOut(command: Command): Promise<unknown>;
  outbox: Outbox;
  person: number;
  time: SchoolTime;
  whole: readonly number[] | "all"; // classes that are read in every subject
  language: "ru" | "en";
  words: JournalWords; // in that language
  address: Partial<JournalAddress>;
  goTo(address: JournalAddress): void; // the address is the state
}

const kReload_ms = 300;
const kAddress_ms = 400; // a cursor that runs through the grid leaves no trail

export class JournalPage implements DeskFace {
  private readonly words: JournalWords;
  private readonly today: string;
  private looked: Looked;
  private readonly state = make("p", { class: "saving", role: "status" });
  private readonly band = make("div", { class: "band" });
  private readonly choosing = make("div", { class: "choosing" });
  private readonly scroll = make("div", { class: "journal-scroll" });
  private readonly notices: JournalNotices;
  private readonly panel: JournalPanel;
  private grid: JournalGrid | undefined;
  private desk: JournalDesk | undefined;
  private reloading: ReturnType<typeof setTimeout> | undefined;
  private addressing: ReturnType<typeof setTimeout> | undefined;
  private books: JournalBooks | undefined;
  private periods: readonly ViewPeriod[] = [];
  private chosen: Chosen | undefined;
  private direction: Direction = "down";
  private address: Partial<JournalAddress>; // where the page is opened
  private readonly wishes: ChoosingWishes = {
    choose: (wished) => void this.choose(wished), chooseYear: (year) => this.turnToYear(year),
  };
  private refusals = "";
  private stood = 0; // statements that stand since the page was opened

  constructor(private readonly host: HTMLElement, private readonly world: JournalWorld) {
    this.words = world.words;
    this.address = world.address;
    this.looked = lookedAt(world.time, world.address.year, world.address.day);
    this.today = this.looked.today;
    this.notices = new JournalNotices(this.words, world.language, {
      seen: (statement) => void world.outbox.dismiss(statement.id).then(() => this.reloadSoon()),
      askPermission: (about) => void this.requestPermission(about),
    });
    this.panel = new JournalPanel(this.words, world, {
      topic: (column, text) => this.desk?.setTopic(column, text),
      homework: (column, text) => this.desk?.setHomework(column, text),
      addWork: (column, work) => this.desk?.addWork(column, work),
      chooseWork: (column, work) => this.desk?.chooseWork(column, work),
      chosenWork: (column) => this.desk?.workOf(column),
      direction: (direction) => { this.direction = direction; if (this.grid) this.grid.direction = direction; },
    });
    host.replaceChildren(make("div", { class: "journal-page" },
      make("header", { class: "journal-head" }, make("h1", {}, this.words.journal), this.choosing, this.state),
      this.band, this.notices.element, make("div", { class: "journal-body" }, this.scroll, this.panel.element)));
    this.showState(world.outbox.state);
    void this.begin();
  }

  destroy(): void {
    clearTimeout(this.reloading);
    clearTimeout(this.addressing);
    this.host.replaceChildren();
  }

  // What the outbox tells its listener.
  outboxChanged(): void {
    this.showState(this.world.outbox.state);
    const refused = this.world.outbox.refused.map(({ id }) => id).join();
    if (refused !== this.refusals) {
      this.refusals = refused;
      this.desk?.refused(this.world.outbox.refused);
      this.showRefusals();
    }
    if (this.world.outbox.state.state === "saved") this.reloadSoon();
  }

  stands(statement: Statement): void {
    ++this.stood;
    this.desk?.stands(statement);
  }

  // Somebody changed something in this journal, here or elsewhere.
  reloadSoon(): void {
    clearTimeout(this.reloading);
    this.reloading = setTimeout(() => void this.reload(), kReload_ms);
  }

  private async begin(): Promise<void> {
    const { looked } = this;
    this.scroll.replaceChildren(make("p", { class: "empty" }, this.words.loading));
    try {
      const books = await JournalBooks.find({ get: (target) => this.world.get(target), person: this.world.person,
        looked, whole: this.world.whole });
      if (this.looked !== looked) return; // another year was chosen meanwhile
      this.books = books;
      const name = this.address.class ?? books.first;
      if (name === undefined) return this.showNothing();
      const { as_of, period } = this.address;
      await this.turnTo({ class: name, subject: this.address.subject ?? (await books.subjectsOf(name))[0] ?? "",
        ...(as_of ? { as_of } : {}), ...(period ? { period: Number(period) } : {}) });
    } catch (fault) {
      this.showFailure(fault);
    }
  }

  // Another page of the book; what is not named stays.
  private async choose(wished: Partial<Chosen>): Promise<void> {
    const chosen = { ...this.chosen!, ...wished };
    try {
      if (wished.class !== undefined) {
        const subjects = await this.books!.subjectsOf(wished.class);
        if (!subjects.includes(chosen.subject)) chosen.subject = subjects[0] ?? "";
      }
      this.grid = undefined;
      this.desk = undefined;
      await this.turnTo(chosen);
    } catch (fault) {
      if (this.chosen === undefined || this.desk === undefined) this.showFailure(fault);
    }
  }

  // Classes have other names there: the book is opened anew.
  private turnToYear(year: string): void {
    this.looked = lookedAt(this.world.time, year);
    this.address = {};
    [this.chosen, this.periods, this.grid, this.desk] = [undefined, [], undefined, undefined];
    this.choosing.replaceChildren();
    this.band.replaceChildren();
    void this.begin();
  }

  private async turnTo(chosen: Chosen): Promise<void> {
    if (chosen.subject === "") return this.showNothing();
    const { class: name, subject } = chosen;
    const asked = new URLSearchParams({ class: name, subject, from: this.looked.day, to: this.looked.day });
    if (this.chosen?.class !== name || this.periods.length === 0)
      this.periods = (await this.world.get<JournalView>(`api/v1/views/journal?${asked}`)).periods ?? [];
    const day = this.chosen === undefined ? this.address.day ?? this.looked.day : this.looked.day;
    this.chosen = { ...chosen, period: chosenPeriod(this.periods, chosen.period === undefined ? undefined : String(chosen.period), day)?.period };
    this.showBand();
    const subjects = await this.books!.subjectsOf(name);
    this.choosing.replaceChildren(...choosingBar(this.chosen, this.books!.classes, subjects, this.periods, this.looked, this.words, this.wishes));
    this.tellAddress({});
    await this.open();
  }

  private tellAddress(cell: Pick<JournalAddress, "day" | "lesson" | "pupil">): void {
    const { class: name, subject, period, as_of } = this.chosen!;
    const { past } = this.looked;
    this.world.goTo({ class: name, subject, ...(past === undefined ? {} : { year: past }), ...(period === undefined ? {} : { period: String(period) }), ...(as_of ? { as_of } : {}), ...cell });
  }

  private get until(): string | undefined {
    return this.chosen?.as_of === undefined ? undefined : endOf(this.chosen.as_of, this.world.time.now);
  }

  private async fetchPage(): Promise<{ view: JournalView; planned: PlannedLesson[] }> {
    const { class: name, subject, period } = this.chosen!;
    const { today, until } = this;
    const shown = this.periods.find((one) => one.period === period);
    const span = spanOf(shown, today);
    const asked = new URLSearchParams({ class: name, subject, ...span, ...(until ? { as_of: until } : {}) });
    // What was to be held and is not recorded yet has its column, whenever it was, unless its period is closed.
    const isOpen = until === undefined && shown?.closed !== true;
    const isClosed = (day: string): boolean => this.periods.some(({ from, to, closed }) => closed === true && from <= day && day <= to);
    const [view, timetable] = await Promise.all([
      this.world.get<JournalView>(`api/v1/views/journal?${asked}`),
      isOpen ? this.world.get<TimetableView>(`api/v1/views/timetable?teacher=${this.world.person}&${new URLSearchParams({ ...span })}`)
        : { days: [] }]);
    const planned = timetable.days.filter(({ day }) => !isClosed(day)).flatMap(({ day, lessons }) => lessons.map((lesson) => ({ ...lesson, day })))
      .filter((lesson) => lesson.cancelled === undefined && lesson.class === name && lesson.subject === subject && lesson.teacher === this.world.person);
    return { view, planned };
  }

  private async open(): Promise<void> {
    const { chosen } = this;
    const { view, planned } = await this.fetchPage();
    if (this.chosen !== chosen) return; // another page was chosen meanwhile: this one is not drawn over it
    const { outbox } = this.world;
    this.desk = new JournalDesk(view, planned, chosen!, this.sheetSettings(), outbox, this);
    this.refusals = outbox.refused.map(({ id }) => id).join();
    this.desk.refused(outbox.refused);
    this.showRefusals();
    const { sheet } = this.desk;
    if (sheet.rows.length === 0 || sheet.columns.length === 0) return this.showNothing();
    this.grid = new JournalGrid(this.scroll, sheet, this.ownerOf(this.desk), this.gridSettings());
    this.grid.goTo(this.firstPlace(this.desk));
  }

  // Where the address points, else today's lesson, else the last one.
  private firstPlace({ sheet }: JournalDesk): Place {
    const { lesson, day, pupil } = this.address;
    const named = sheet.columns.findIndex((one) => (lesson !== undefined && String(one.lesson?.lesson) === lesson) || one.day === day);
    const today = sheet.columns.findIndex((one) => one.today);
    const row = sheet.rows.findIndex((one) => String(one.pupil) === pupil);
    return { row: Math.max(row, 0), column: named >= 0 ? named : today >= 0 ? today : sheet.columns.length - 1 };
  }

  private sheetSettings(): SheetSettings {
    const { person, language } = this.world;
    const letters = Object.fromEntries(Object.entries(this.words.works).map(([kind, [, letter]]) => [kind, letter!]));
    return { today: this.today, person, language, letters, title: (day, bell) => this.titleOf(day, bell),
      another_teacher: told(this.words.another_teacher), withdrawn: told(this.words.lesson_withdrawn),
      ...(this.until === undefined ? {} : { past: told(this.words.read_only) }) };
  }

  private async reload(): Promise<void> {
    if (!this.desk || !this.grid) return;
    const { desk, grid, stood } = this;
    try {
      const { view, planned } = await this.fetchPage();
      if (this.desk !== desk || this.grid !== grid) return;
      if (this.stood !== stood) return this.reloadSoon(); // the answer may be from before what stands by now
      const before = desk.sheet;
      desk.take(view, planned);
      if (shapeOf(before) === shapeOf(desk.sheet)) grid.repaint(desk.sheet, everyPlace(desk.sheet));
      else grid.show(desk.sheet, this.gridSettings(), grid.cursor);
      this.showCell(desk, grid.cursor);
    } catch {
      // What is shown stays; the state of saving says that there is no net.
    }
  }

  private showCell(desk: JournalDesk, { row, column }: Place): void {
    this.panel.element.hidden = false;
    this.panel.show({ column: desk.column(column), row: desk.sheet.rows[row], closed: closedBy(desk.sheet, { row, column }), until: this.until });
  }

  private ownerOf(desk: JournalDesk): ConstructorParameters<typeof JournalGrid>[2] {
    return {
      enter: (places, entry, second) => { this.showRefusals(); return desk.enter(places, entry, second); },
      withdraw: (places) => { this.showRefusals(); desk.withdraw(places); },
      paste: (block, text) => { this.showRefusals(); desk.paste(block, text); },
      copy: (block) => desk.copy(block),
      undo: () => desk.undo(),
      redo: () => desk.redo(),
      moved: (place) => { this.showCell(desk, place); this.addressSoon(desk, place); },
      other: (action) => action === "class_teachers_reason" ? desk.refuseReasons() : this.panel.focus(action),
    };
  }

  private addressSoon(desk: JournalDesk, { row, column }: Place): void {
    clearTimeout(this.addressing);
    this.addressing = setTimeout(() => {
      const [one, pupil] = [desk.column(column), desk.sheet.rows[row]];
      if (this.desk !== desk || !one || !pupil) return;
      this.tellAddress({ day: one.day, ...(one.lesson ? { lesson: String(one.lesson.lesson) } : {}), pupil: String(pupil.pupil) });
    }, kAddress_ms);
  }

  private titleOf(day: string, bell: number): string {
    const date = new Date(`${day}T12:00:00Z`).toLocaleDateString(this.world.language, { day: "numeric", month: "long", timeZone: "UTC" });
    return `${date}, ${this.words.lesson} ${bell}`;
  }

  private gridSettings(): GridSettings {
    const { words } = this;
    const number = new Intl.NumberFormat(this.world.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const gridWords: GridWords = { ...words, homework: words.homework_of_pupil, number: (value) => number.format(value) };
    return { label: `${this.chosen!.class} · ${this.chosen!.subject}`, words: gridWords, direction: this.direction };
  }

  // DeskFace
  askWhy(changes: Parameters<DeskFace["askWhy"]>[0]): ReturnType<DeskFace["askWhy"]> {
    return askWhy(changes, this.words);
  }
  askMinutes(): Promise<number | undefined> {
    return askMinutes(this.words);
  }
  tell(reason: Reason, about?: string): void {
    this.notices.tell(reason, about);
  }
  tellFaults(faults: Parameters<DeskFace["tellFaults"]>[0]): void {
    this.notices.tellFaults(faults);
  }
  repaint(sheet: JournalDesk["sheet"], places: readonly Place[]): void {
    this.grid?.repaint(sheet, places);
  }

  private showRefusals(): void {
    this.notices.tellRefused(this.world.outbox.refused);
  }

  // A closed journal is opened by an order; the teacher asks for it where the rule stopped the entry.
  private async requestPermission(about: string): Promise<void> {
    try {
      const { addressees } = await this.world.get<{ addressees: Addressee[] }>("api/v1/views/addressees");
      const whom = permitting(addressees);
      if (whom.length === 0) return this.notices.tellDone(this.words.nobody_to_ask);
      const asked = await askPermission(`${this.chosen!.class}, ${this.chosen!.subject}: ${about}`, whom, this.words);
      if (!asked) return;
      await this.world.carryOut({ do: "send_message", to: [asked.to], text: asked.text });
      this.notices.tellDone(this.words.request_sent);
    } catch (fault) {
      const refused = (fault as { document?: Reason } | undefined)?.document;
      this.notices.tell(refused ?? told(this.words.no_net), undefined);
    }
  }

  private showBand(): void {
    if (this.chosen?.as_of === undefined) return this.band.replaceChildren();
    const now = make("button", { type: "button" }, this.words.to_now);
    now.addEventListener("click", () => void this.choose({ as_of: undefined }));
    const day = new Date(`${this.chosen.as_of}T12:00:00Z`)
      .toLocaleDateString(this.world.language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    this.band.replaceChildren(make("p", { role: "status" }, `${this.words.past} ${day.replace(/ г\.$/, "")}. ${this.words.read_only} `, now));
  }

  private showState(state: OutboxState): void {
    const { words } = this;
    this.state.className = `saving is-${state.state}`;
    if (state.state === "saved") this.state.textContent = words.saved;
    else if (state.state === "saving") this.state.textContent = words.saving;
    else {
      const few = new Intl.PluralRules(this.world.language).select(state.count) as keyof typeof words.marks_here;
      const why = state.state === "no_net" ? words.no_net : words.held;
      const signed = state.state === "no_net" && state.signed ? `, ${words.signed_here}` : "";
      this.state.textContent = `${why}: ${state.count} ${words.marks_here[few] ?? words.marks_here.other} ${words.on_this_computer}${signed}`;
    }
  }

  private showNothing(): void {
    this.panel.element.hidden = true;
    if (this.chosen === undefined) this.choosing.replaceChildren(...yearChoice(this.looked, this.words, this.wishes));
    this.scroll.replaceChildren(make("p", { class: "empty" }, this.words.nothing));
  }

  private showFailure(fault: unknown): void {
    this.panel.element.hidden = true;
    const refused = (fault as { document?: Reason } | undefined)?.document;
    const again = make("button", { type: "button", class: "plain" }, this.words.again);
    again.addEventListener("click", () => void this.begin());
    this.scroll.replaceChildren(make("p", { class: "empty" },
      `${this.words.not_opened}: `, ...(refused ? this.notices.said(refused) : [this.words.no_net.toLowerCase()]), ". ", again));
  }
}

// What the page itself says: it has the words of its reader alone.
const told = (text: string): Reason => ({ ru: text, en: text });

const shapeOf = (sheet: JournalDesk["sheet"]): string =>
  JSON.stringify([sheet.rows.map(({ pupil, note }) => [pupil, note]), sheet.columns.map(({ key, locked, work }) => [key, !!locked, work])]);

const everyPlace = (sheet: JournalDesk["sheet"]): Place[] =>
  sheet.rows.flatMap((_, row) => sheet.columns.map((__, column) => ({ row, column })));
