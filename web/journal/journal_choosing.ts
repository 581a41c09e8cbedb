// The bar above the grid: class, subject, period, and the day on which the page is looked at.
import type { JournalWords } from "./journal_dialogs";
import { choice, labelled, make } from "./elements";
import { yearName, type Looked } from "../client/school_years";
import { shownPeriods } from "./journal_span";
import type { ViewPeriod } from "./journal_view";

export interface Chosen {
  class: string;
  subject: string;
  period?: number | undefined;
  as_of?: string | undefined; // a day, as the page was at its end
}

export interface ChoosingWishes {
  choose(chosen: Partial<Chosen>): void;
  chooseYear(firstCalendarYear: string): void;
}

const kRoman = ["", "I", "II", "III", "IV", "V", "VI"];

export function periodName({ kind, ordinal }: ViewPeriod, words: JournalWords): string {
  if (kind === "year") return words.year;
  return `${kRoman[ordinal] ?? ordinal} ${kind === "half_year" ? words.half_year : words.quarter}`;
}

function periodButtons(periods: readonly ViewPeriod[], chosen: number | undefined, words: JournalWords, wishes: ChoosingWishes): HTMLElement {
  const buttons = shownPeriods(periods).map((period) => {
    const button = make("button", { type: "button", "aria-pressed": String(period.period === chosen) }, periodName(period, words));
    if (period.closed) button.append(make("small", {}, words.period_closed));
    button.addEventListener("click", () => wishes.choose({ period: period.period }));
    return button;
  });
  return make("div", { class: "periods", role: "group", "aria-label": words.period }, ...buttons);
}

// Nothing where there is but one.
export function yearChoice({ years, year }: Looked, words: JournalWords, wishes: ChoosingWishes): HTMLElement[] {
  if (years.length < 2) return [];
  const select = choice(years.map(({ first_calendar_year: first }) => ({ value: String(first), text: yearName(first) })), String(year?.first_calendar_year));
  select.addEventListener("change", () => wishes.chooseYear(select.value));
  return [labelled(words.academic_year, select)];
}

export function choosingBar(chosen: Chosen, classes: readonly string[], subjects: readonly string[], periods: readonly ViewPeriod[],
  looked: Looked, words: JournalWords, wishes: ChoosingWishes): HTMLElement[] {
  const { today } = looked;
  const options = (all: readonly string[], one: string): { value: string; text: string }[] =>
    (all.includes(one) ? all : [one, ...all]).map((value) => ({ value, text: value }));
  const name = choice(options(classes, chosen.class), chosen.class);
  const subject = choice(options(subjects, chosen.subject), chosen.subject);
  const as_of = make("input", { type: "date", value: chosen.as_of ?? "", max: today });
  name.addEventListener("change", () => wishes.choose({ class: name.value }));
  subject.addEventListener("change", () => wishes.choose({ subject: subject.value }));
  as_of.addEventListener("change", () => wishes.choose({ as_of: as_of.value === "" || as_of.value >= today ? undefined : as_of.value }));
  return [...yearChoice(looked, words, wishes), labelled(words.school_class, name), labelled(words.subject, subject),
    ...(periods.length > 0 ? [periodButtons(periods, chosen.period, words, wishes)] : []), labelled(words.as_it_was, as_of)];
}
