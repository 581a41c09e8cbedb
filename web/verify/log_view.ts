// The log to look through: filters, a page of entries at a time, and all that one entry says.
import { toHex } from "../proofs/bytes";
import { leafHash } from "../proofs/merkle";
import type { Language } from "../proofs/refusal";
import { schema } from "../proofs/schema";
import { cell, element, heading, paragraph } from "./dom";
import { kUnreadable, type EntryIndex, type Filter } from "./entry_index";
import { factTitle, tellBriefly, tellLines, tellPerson, type StorySources } from "./fact_story";
import type { LogReader, ShownEntry } from "./log_reader";
import { grouped, momentText, startOfDay } from "./verdict_line";
import { say, type Word } from "./words";

const kRowsOfPage = 50;

interface Choice {
  value: string;
  text: string;
}

export class LogView {
  private filter: Filter = {};
  private found: Uint32Array;
  private page = 0;
  private drawing = 0; // the newest drawing; an older one that comes late is dropped
  private readonly rows = element("tbody");
  private readonly status = paragraph("", "status");
  private readonly pager = element("nav", { className: "pager" });
  private opened: HTMLTableRowElement | undefined; // the row that holds all that one entry says
  private readonly fields = {
    person: element("input", { type: "number", min: "0", max: "4294967295", id: "filter-person" }),
    schoolClass: element("select", { id: "filter-class" }),
    kind: element("select", { id: "filter-kind" }),
    from: element("input", { type: "date", id: "filter-from" }),
    to: element("input", { type: "date", id: "filter-to" }),
  };

  constructor(
    private readonly index: EntryIndex,
    private readonly reader: LogReader,
    private readonly timeZone: string,
    private language: Language,
  ) {
    this.found = index.find({});
  }

  show(into: HTMLElement, language: Language): void {
    this.language = language;
    const head = element("tr", {}, ...(["number", "when", "who", "what"] as const).map((word) =>
      element("th", { textContent: this.say(word), scope: "col" })));
    into.replaceChildren(heading(this.say("log")), paragraph(this.say("logWhy"), "faint"), this.form(), this.status,
      element("table", { className: "log" }, element("thead", {}, head), this.rows), this.pager);
    void this.draw();
  }

  private say = (word: Word, ...given: (string | number)[]): string => say(this.language, word, ...given);

  private get sources(): StorySources {
    return { language: this.language, naming: this.index.naming, timeZone: this.timeZone };
  }

  private form(): HTMLFormElement {
    const { person, schoolClass, kind, from, to } = this.fields;
    this.fill(schoolClass, [...this.index.naming.classes]
      .map(([number, text]) => ({ value: String(number), text }))
      .sort((left, right) => left.text.localeCompare(right.text, "ru", { numeric: true })));
    this.fill(kind, this.kinds());
    const labelled = (word: Word, control: HTMLElement): HTMLElement =>
      element("label", {}, element("span", { textContent: this.say(word) }), control);
    const find = element("button", { textContent: this.say("find"), type: "submit" });
    const clear = element("button", { textContent: this.say("clear"), type: "reset", className: "plain" });
    const form = element("form", { className: "filters", noValidate: true }, labelled("person", person),
      labelled("schoolClass", schoolClass), labelled("kind", kind), labelled("from", from), labelled("to", to),
      find, clear);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.apply();
    });
    // The fields are empty only after the event.
    form.addEventListener("reset", () => setTimeout(() => this.apply()));
    return form;
  }

  private fill(select: HTMLSelectElement, choices: readonly Choice[]): void {
    const before = select.value;
    select.replaceChildren(new Option(this.say("all"), ""), ...choices.map(({ value, text }) => new Option(text, value)));
    select.value = before;
  }

  private kinds(): Choice[] {
    const choices: Choice[] = [];
    for (const [number, count] of this.index.counts().entries()) {
      if (count === 0) continue;
      const title = number === kUnreadable ? this.say("unreadable")
        : factTitle(this.language, schema.facts[number]!.name);
      choices.push({ value: String(number), text: `${title} (${grouped(count)})` });
    }
    return choices.sort((left, right) => left.text.localeCompare(right.text, this.language));
  }

  private apply(): void {
    const { person, schoolClass, kind, from, to } = this.fields;
    this.filter = {};
    if (person.value !== "") this.filter.person = Number(person.value);
    if (schoolClass.value !== "") this.filter.schoolClass = Number(schoolClass.value);
    if (kind.value !== "") this.filter.fact = Number(kind.value);
    if (from.value !== "") this.filter.from = startOfDay(from.value, 0, this.timeZone);
    if (to.value !== "") this.filter.to = startOfDay(to.value, 1, this.timeZone);
    this.found = this.index.find(this.filter);
    this.page = 0;
    void this.draw();
  }

  private get pages(): number {
    return Math.max(1, Math.ceil(this.found.length / kRowsOfPage));
  }

  private async draw(): Promise<void> {
    const drawing = ++this.drawing;
    const positions = [...this.found.subarray(this.page * kRowsOfPage, (this.page + 1) * kRowsOfPage)];
    const entries = await Promise.all(positions.map((position) => this.reader.entry(position)));
    if (drawing !== this.drawing) return;
    this.status.textContent = this.found.length === 0 ? this.say("none")
      : this.say("passed", grouped(this.found.length), grouped(this.index.size));
    this.rows.replaceChildren(...entries.map((entry, at) => this.row(positions[at]!, entry)));
    this.drawPager();
  }

  private row(position: number, entry: ShownEntry | undefined): HTMLTableRowElement {
    if (!entry) {
      return element("tr", { className: "bad" }, cell(grouped(position), "number"), cell(""), cell(""),
        cell(this.say("unreadable")));
    }
    const { event, parts } = entry;
    const open = element("button", { textContent: grouped(position), className: "link", type: "button" });
    const title = element("strong", { textContent: `${factTitle(this.language, event.fact.name)}: ` });
    const row = element("tr", {}, element("td", { className: "number" }, open),
      cell(momentText(this.language, parts.recorded, this.timeZone), "when"),
      cell(tellPerson(this.language, event.author), "who"),
      element("td", {}, title, tellBriefly(event, this.sources)));
    open.ariaExpanded = "false";
    open.addEventListener("click", () => this.toggle(entry, row, open));
    return row;
  }

  private drawPager(): void {
    const go = (word: Word, page: number): HTMLButtonElement => {
      const button = element("button",
        { textContent: this.say(word), className: "plain", type: "button", disabled: page === this.page });
      button.addEventListener("click", () => {
        this.page = page;
        void this.draw();
      });
      return button;
    };
    const last = this.pages - 1;
    this.pager.replaceChildren(go("first", 0), go("previous", Math.max(0, this.page - 1)),
      element("span", { textContent: this.say("page", grouped(this.page + 1), grouped(this.pages)) }),
      go("next", Math.min(last, this.page + 1)), go("last", last));
  }

  private toggle(entry: ShownEntry, row: HTMLTableRowElement, button: HTMLButtonElement): void {
    const wasHere = this.opened !== undefined && this.opened === row.nextElementSibling;
    this.opened?.previousElementSibling?.querySelector("button")?.setAttribute("aria-expanded", "false");
    this.opened?.remove();
    this.opened = wasHere ? undefined : this.details(entry);
    if (this.opened) row.after(this.opened);
    button.ariaExpanded = String(!wasHere);
  }

  // All that an entry says, and what it is signed and hashed by.
  private details({ event, parts, bytes }: ShownEntry): HTMLTableRowElement {
    const moment = (at: number | bigint): string =>
      typeof at === "bigint" ? String(at) : momentText(this.language, at, this.timeZone);
    const [kind, ...of] = event.stream;
    const stream = [schema.streams[kind]!, ...of.filter((part) => part !== 0)].join(" ");
    const lines: [string, string][] = [
      ...tellLines(event, this.sources).map(({ label, value }): [string, string] => [label, value]),
      [this.say("recorded"), moment(parts.recorded)],
      [this.say("stated"), moment(event.stated)],
      [this.say("author"), tellPerson(this.language, event.author)],
      [this.say("key"), parts.key],
      [this.say("stream"), `${stream}, ${event.version}`],
      [this.say("command"), `${event.command}, ${event.index + 1}/${event.count}`],
      [this.say("leaf"), toHex(leafHash(bytes))],
      [this.say("bytes"), grouped(bytes.length)],
    ];
    const list = element("dl", {}, ...lines.flatMap(([label, value]) =>
      [element("dt", { textContent: label }), element("dd", { textContent: value })]));
    return element("tr", { className: "details" }, element("td", { colSpan: 4 }, list));
  }
}
