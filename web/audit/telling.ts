// Edits, cells and findings in the words of their reader.
import { showMark } from "../grid/entry_value";
import type { en } from "../words/en_audit";
import { counted, date, type Language } from "../words/language";
import type { AuditWords } from "../words/ru_audit";
import { delayDays, type Edit } from "./edits";
import type { ShownFact } from "./proof";

export type Word = keyof typeof en;

export const markShown = (value: string | null, words: AuditWords): string => (value === null ? words.empty_mark : showMark(value));

// "+27 дн.", and the same in full for who hears it.
export function delayTold(edit: Edit, words: AuditWords, language: Language): { short: string; full: string; late: boolean } {
  const days = delayDays(edit);
  if (days === 0) return { short: words.same_day, full: words.same_day, late: false };
  if (days < 0) return { short: words.before_lesson, full: words.before_lesson, late: false };
  return { short: `+${days} ${words.days_short}`, full: counted(days, words.days_after, language), late: true };
}

// A word that the table lacks is shown as the server gave it.
export function wordOf(prefix: string, name: string, words: AuditWords): string {
  const told: unknown = words[`${prefix}_${name}` as Word];
  return typeof told === "string" ? told : name;
}

export function reasonTold({ reason, note }: Edit, words: AuditWords): string {
  const parts = [reason === undefined ? "" : wordOf("reason", reason, words), note ?? ""].filter((part) => part !== "");
  return parts.length === 0 ? words.reason_none : parts.join("; ");
}

export const placeTold = (edit: Edit, words: AuditWords, language: Language): string =>
  [edit.class, edit.subject, edit.lesson === undefined ? words.period_mark : `${words.lesson_of} ${date(edit.day, language)}`]
    .filter((part) => part !== undefined).join(" · ");

// "Сорокина Д. Е."; of a pupil's name, where `first` is given, "Орлов Павел".
export function briefName(name: string, first?: "first"): string {
  const [family = "", ...given] = name.split(" ");
  return [family, ...(first ? given.slice(0, 1) : given.map((one) => `${one.slice(0, 1)}.`))].join("\u00a0");
}

// "исправлена на 3"
export function stepTold(fact: ShownFact, words: AuditWords): string {
  const value = typeof fact["value"] === "string" ? showMark(fact["value"]) : "";
  switch (fact.fact) {
    case "mark_given": return `${words.step_given} ${value}`;
    case "mark_corrected": return `${words.step_corrected} ${value}`;
    case "mark_withdrawn": return words.step_withdrawn;
    case "absence_noted": return fact["kind"] === "late" ? words.step_late : words.step_absent;
    case "absence_explained": return words.step_reason;
    case "absence_withdrawn": return words.step_unabsent;
    default: return `${words.step_other} ${fact.fact}`;
  }
}
