// Beside the grid: the lesson under the cursor with its topic, homework and works, and the life of the cell.
import { showMark } from "../grid/entry_value";
import type { Direction } from "../grid/journal_grid";
import type { Reason, SheetRow } from "../grid/sheet";
import { choice, labelled, make, reasonWith, type Child } from "./elements";
import type { Work } from "./journal_commands";
import type { JournalWords } from "./journal_dialogs";
import type { LessonColumn } from "./journal_sheet";
import type { CellStep } from "./journal_view";
import { WorkForm } from "./journal_works";

export interface PanelWishes {
  topic(column: LessonColumn, text: string): void;
  homework(column: LessonColumn, text: string): void;
  addWork(column: LessonColumn, work: Work): void;
  chooseWork(column: LessonColumn, work: number): void;
  chosenWork(column: LessonColumn): number | undefined;
  direction(direction: Direction): void;
}

interface PanelWorld {
  get<Body>(target: string): Promise<Body>;
  language: "ru" | "en";
}

// What of the cell under the cursor the panel shows.
export interface PanelCell {
  column: LessonColumn | undefined;
  row: SheetRow | undefined;
  closed: Reason | undefined; // why nothing is entered there
  until: string | undefined;  // the page is of that past moment: what came later is not shown
}

const kLongestTopic = 500;
const kLongestHomework = 2_000;
const kHistory_ms = 150; // a cursor that only passes by asks nothing

export class JournalPanel {
  readonly element = make("aside", { class: "journal-panel" });
  private readonly title = make("h2");
  private readonly hint = make("p", { class: "hint" });
  private readonly topic = make("input", { maxlength: String(kLongestTopic), autocomplete: "off" });
  private readonly homework = make("textarea", { rows: "2", maxlength: String(kLongestHomework) });
  private readonly written = make("div"); // where topic and homework are typed
  private readonly read = make("dl", { class: "read" }); // where they are only read
  private readonly works: WorkForm;
  private readonly pupil = make("h3");
  private readonly closed = make("p", { class: "hint" });
  private readonly steps = make("ol", { class: "steps", tabindex: "-1" });
  private readonly keys: HTMLDetailsElement;
  private column: LessonColumn | undefined;
  private asked = "";
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly words: JournalWords, private readonly world: PanelWorld, wishes: PanelWishes) {
    this.topic.addEventListener("change", () => this.column && wishes.topic(this.column, this.topic.value));
    this.homework.addEventListener("change", () => this.column && wishes.homework(this.column, this.homework.value));
    this.topic.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.homework.focus();
    });
    this.works = new WorkForm(words, {
      add: (work) => this.column && wishes.addWork(this.column, work),
      choose: (work) => this.column && wishes.chooseWork(this.column, work),
      chosen: (column) => wishes.chosenWork(column),
    });
    const rows = words.all_keys.map(([key, text]) => make("li", {}, make("kbd", {}, key!), ` ${text}`));
    const way = choice((["down", "right", "stay"] as const).map((value) => ({ value, text: words[value] })), "down");
    way.addEventListener("change", () => wishes.direction(way.value as Direction));
    this.keys = make("details", { class: "keys" }, make("summary", {}, words.keys), make("ul", {}, ...rows), labelled(words.direction, way));
    this.element.setAttribute("aria-label", words.history);
    this.written.append(labelled(words.topic, this.topic), labelled(words.homework, this.homework));
    this.element.append(this.title, this.hint, this.written, this.read, this.works.element, this.pupil, this.closed, this.steps, this.keys);
  }

  focus(what: "history" | "help"): void {
    if (what === "help") this.keys.open = !this.keys.open;
    else this.steps.focus();
  }

  // What somebody is typing is not overwritten.
  show({ column, row, closed, until }: PanelCell): void {
    const same = column?.key === this.column?.key;
    this.column = column;
    this.title.textContent = column?.title ?? "";
    const locked = column?.locked ?? column?.marks_locked?.reason;
    this.hint.replaceChildren(...(locked ? this.said(locked) : column && !column.lesson ? [this.words.not_recorded] : []));
    for (const [field, text] of [[this.topic, column?.lesson?.topic], [this.homework, column?.lesson?.homework?.text]] as const) {
      if (!same || document.activeElement !== field) field.value = text ?? (same && !column?.lesson ? field.value : "");
    }
    this.written.hidden = column?.locked !== undefined;
    this.read.hidden = !this.written.hidden;
    this.topic.disabled = this.homework.disabled = !column;
    this.read.replaceChildren(...([[this.words.topic, column?.lesson?.topic], [this.words.homework, column?.lesson?.homework?.text]] as const)
      .flatMap(([label, text]) => [make("dt", {}, label), make("dd", {}, text ?? "—")]));
    this.works.show(column);
    this.pupil.textContent = row ? `${row.name}${row.note === undefined ? "" : `, ${row.note}`}` : "";
    this.closed.replaceChildren(...(closed && closed !== column?.locked ? this.said(closed) : []));
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.showHistory(column, row, until), kHistory_ms);
  }

  private said(reason: Reason): Child[] {
    return reasonWith(reason[this.world.language], reason.clause);
  }

  private async showHistory(column: LessonColumn | undefined, row: SheetRow | undefined, until: string | undefined): Promise<void> {
    if (!column?.lesson || !row) return this.showSteps([]);
    const target = `api/v1/cells/${column.lesson.lesson}/${row.pupil}`;
    this.asked = target;
    const told = await this.world.get<{ steps: CellStep[] }>(target).catch(() => ({ steps: [] }));
    if (this.asked !== target) return;
    this.showSteps(until === undefined ? told.steps : told.steps.filter(({ recorded }) => Date.parse(recorded) <= Date.parse(until)));
  }

  private showSteps(steps: readonly CellStep[]): void {
    if (steps.length === 0) return this.steps.replaceChildren(make("li", { class: "none" }, this.words.no_history));
    this.steps.replaceChildren(...[...steps].reverse().map((step) => this.stepOf(step)));
  }

  private stepOf({ fact, recorded, author_name, position }: CellStep): HTMLLIElement {
    const did = (this.words.facts as Record<string, string>)[fact.fact] ?? fact.fact;
    const reason = fact.reason === undefined ? "" : (this.words.reasons as Record<string, string>)[fact.reason] ?? fact.reason;
    const moment = `${recorded.slice(8, 10)}.${recorded.slice(5, 7)} ${recorded.slice(11, 16)}`;
    const value = fact.value === undefined ? [] : [" ", make("b", {}, showMark(fact.value))];
    return make("li", {}, make("span", { class: "did" }, did, ...value),
      make("span", { class: "who" }, `${moment} · ${author_name} · № ${position}`),
      ...(reason || fact.note ? [make("span", { class: "reason" }, [reason, fact.note].filter(Boolean).join(": "))] : []));
  }
}
