// What a person owes, as cards by deadline: what is late first, what opens later last. Duties of one
// kind and one deadline lie on one card.
import type { Schemas } from "../client/contract";
import { dayOf } from "./clock";

export type Duty = Schemas["Duty"];
export type Term = "late" | "today" | "week" | "later" | "undated" | "ahead";

export interface Card {
  key: string;
  kind: string;
  what?: string; // the part of a kind that has parts: which document, which step of a year
  term: Term;
  due?: string; // the earliest
  clause?: string;
  late_days: number; // the most; 0: none is late
  duties: Duty[];
}

export const kTerms: readonly Term[] = ["late", "today", "week", "later", "undated", "ahead"];
const kWeek_ms = 7 * 86_400_000;

// `now` and all moments as the server tells them, with their offset.
export function termOf(duty: Duty, now: string): Term {
  if (duty.late_days !== undefined) return "late";
  if (Date.parse(duty.opens) > Date.parse(now)) return "ahead";
  if (duty.due === undefined) return duty.reminder === true ? "today" : "undated";
  // A deadline of midnight is the end of the day before it.
  if (dayOf(duty.due, -1) <= dayOf(now)) return "today";
  return Date.parse(duty.due) - Date.parse(now) <= kWeek_ms ? "week" : "later";
}

export function cardsOf(rows: readonly Duty[], now: string): Card[] {
  const cards = new Map<string, Card>();
  for (const duty of rows) {
    if (duty.done !== undefined) continue;
    const term = termOf(duty, now);
    const { what } = duty.about;
    const key = [term, duty.kind, what ?? "", term === "late" ? "" : duty.due ?? ""].join(" ");
    let card = cards.get(key);
    if (card === undefined) {
      card = { key, kind: duty.kind, term, late_days: 0, duties: [], ...(what === undefined ? {} : { what }) };
      cards.set(key, card);
    }
    card.duties.push(duty);
    card.late_days = Math.max(card.late_days, duty.late_days ?? 0);
    if (duty.clause !== undefined) card.clause ??= duty.clause;
    if (duty.due !== undefined && (card.due === undefined || Date.parse(duty.due) < Date.parse(card.due))) card.due = duty.due;
  }
  const order = (card: Card): number => kTerms.indexOf(card.term);
  const time = (card: Card): number => Date.parse(card.due ?? card.duties[0]!.opens);
  return [...cards.values()].sort((a, b) => order(a) - order(b) || time(a) - time(b) || a.key.localeCompare(b.key));
}

export function ofTerm(cards: readonly Card[], term: Term): Card[] {
  return cards.filter((card) => card.term === term);
}

// What was finished of it, by kind, the most first.
export function doneOf(rows: readonly Duty[]): { kind: string; what?: string; count: number }[] {
  const counts = new Map<string, { kind: string; what?: string; count: number }>();
  for (const { kind, about, done } of rows) {
    if (done === undefined) continue;
    const what = kind === "setup" ? about.what : undefined; // each step of a year has words of its own
    const key = `${kind} ${what ?? ""}`;
    const one = counts.get(key) ?? { kind, count: 0, ...(what === undefined ? {} : { what }) };
    one.count += 1;
    counts.set(key, one);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.kind.localeCompare(b.kind));
}

// What is late in the whole school, by kind; how many people owe it.
export function lateOf(rows: readonly Duty[]): { kind: string; count: number; people: number; late_days: number }[] {
  const kinds = new Map<string, { count: number; people: Set<number>; late_days: number }>();
  for (const { kind, who, late_days, done } of rows) {
    if (late_days === undefined || done !== undefined) continue;
    const one = kinds.get(kind) ?? { count: 0, people: new Set<number>(), late_days: 0 };
    one.count += 1;
    one.late_days = Math.max(one.late_days, late_days);
    for (const person of who) one.people.add(person);
    kinds.set(kind, one);
  }
  return [...kinds].map(([kind, { count, people, late_days }]) => ({ kind, count, people: people.size, late_days }))
    .sort((a, b) => b.count - a.count);
}
