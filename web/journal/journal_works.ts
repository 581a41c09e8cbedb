// What marks of a lesson are given for: the works named so far, which of them comes next, and a new one.
import { choice, labelled, make } from "./elements";
import type { Work } from "./journal_commands";
import type { JournalWords } from "./journal_dialogs";
import type { LessonColumn } from "./journal_sheet";
import type { ViewWork } from "./journal_view";

export interface WorkWishes {
  add(work: Work): void;
  choose(work: number): void;
  chosen(column: LessonColumn): number | undefined;
}

const kLongestTitle = 200;
const kWeights = [50, 100, 150, 200, 300]; // hundredths
const kUsualWeight = 100;

export class WorkForm {
  readonly element = make("div", { class: "works" });
  private readonly list = make("div");
  private readonly kind: HTMLSelectElement;
  private readonly weight: HTMLSelectElement;
  private readonly title = make("input", { maxlength: String(kLongestTitle), autocomplete: "off" });
  private readonly adding: HTMLDetailsElement;

  constructor(private readonly words: JournalWords, private readonly wishes: WorkWishes) {
    this.kind = choice(Object.entries(words.works).map(([value, [text]]) => ({ value, text: text! })), "independent");
    this.weight = choice(kWeights.map((value) => ({ value: String(value), text: this.weightText(value) })), String(kUsualWeight));
    const add = make("button", { type: "button" }, words.name_work);
    add.addEventListener("click", () => this.added());
    this.adding = make("details", {}, make("summary", {}, words.work_of_lesson), labelled(words.work_kind, this.kind),
      labelled(words.weight, this.weight), labelled(words.work_title, this.title), add);
    this.element.append(this.list, this.adding);
  }

  show(column: LessonColumn | undefined): void {
    this.adding.hidden = !column || column.locked !== undefined;
    const works = column?.lesson?.works ?? [];
    if (!column || works.length === 0) return this.list.replaceChildren();
    if (works.length === 1 || column.locked) {
      const lines = works.map((work) => make("li", {}, this.said(work)));
      return this.list.replaceChildren(make("ul", { class: "named" }, ...lines));
    }
    const next = choice(works.map((work) => ({ value: String(work.work), text: this.said(work) })), String(this.wishes.chosen(column)));
    next.addEventListener("change", () => this.wishes.choose(Number(next.value)));
    this.list.replaceChildren(labelled(this.words.marks_for, next));
  }

  private added(): void {
    this.wishes.add({ kind: this.kind.value, weight: Number(this.weight.value), title: this.title.value.trim() });
    this.title.value = "";
    this.adding.open = false;
  }

  private weightText(hundredths: number): string {
    return (hundredths / 100).toLocaleString(this.words.locale);
  }

  private said({ kind, weight, title }: ViewWork): string {
    const [name = kind] = (this.words.works as Record<string, readonly string[]>)[kind] ?? [];
    const heavier = weight === kUsualWeight ? "" : `, ${this.words.weight.toLowerCase()} ${this.weightText(weight)}`;
    return `${name}${title === "" ? "" : `: ${title}`}${heavier}`;
  }
}
