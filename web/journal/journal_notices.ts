// What the journal says above the grid: why something is not possible, and what the rules refused.
import type { Fault } from "../grid/paste";
import type { Reason } from "../grid/sheet";
import type { Statement } from "../stating/statement";
import { make, reasonWith, type Child } from "./elements";
import type { JournalWords } from "./journal_dialogs";

const kMostLines = 10;
// A permission lets these in.
const kPermitted = new Set(["period.closed", "period.marked", "mark.too_late", "mark.window", "mark.same_day"]);

export interface NoticeWishes {
  seen(statement: Statement): void;
  askPermission(about: string): void;
}

export class JournalNotices {
  readonly element = make("div", { class: "notice", role: "alert" });
  constructor(private readonly words: JournalWords, private readonly language: "ru" | "en", private readonly wishes: NoticeWishes) {}

  said({ clause, ...reason }: Reason): Child[] {
    return reasonWith(reason[this.language], clause);
  }

  clear(): void {
    this.element.replaceChildren();
  }

  tell(reason: Reason, about: string | undefined): void {
    this.element.replaceChildren(make("p", {}, `${this.words.not_possible}: `, ...this.said(reason), " ", ...this.besides(reason, about)));
  }

  tellDone(text: string): void {
    this.element.replaceChildren(make("p", { class: "done" }, text));
  }

  tellFaults(faults: readonly Fault[]): void {
    const lines = faults.slice(0, kMostLines).map(({ place, reason }) =>
      make("li", {}, `${this.words.row} ${place.row + 1}: `, ...this.said(reason)));
    this.element.replaceChildren(make("p", {}, `${this.words.whole_page}:`), make("ul", {}, ...lines));
  }

  tellRefused(refused: readonly Statement[]): void {
    if (refused.length === 0) return this.clear();
    const lines = refused.slice(0, kMostLines).map((statement) => {
      const seen = make("button", { type: "button", class: "plain" }, this.words.seen);
      seen.addEventListener("click", () => this.wishes.seen(statement));
      return make("li", {}, `${statement.label}: `, ...this.said(statement.refused!), " ", ...this.besides(statement.refused!, statement.label), " ", seen);
    });
    this.element.replaceChildren(make("p", {}, `${this.words.conflict}:`), make("ul", {}, ...lines));
  }

  // What would be possible, and the way there.
  private besides({ code, allowed }: Reason, about: string | undefined): (Node | string)[] {
    const told = allowed ? [make("span", { class: "allowed" }, `${this.words.allowed}: ${allowed[this.language]}.`)] : [];
    if (about === undefined || code === undefined || !kPermitted.has(code)) return told;
    const ask = make("button", { type: "button", class: "plain" }, this.words.ask_permission);
    ask.addEventListener("click", () => this.wishes.askPermission(about));
    return [...told, " ", ask];
  }
}
