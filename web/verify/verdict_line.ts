// The first line of a verdict, word for word as `letopis-verify` gives it, and the texts that it is
// made of.
import type { Language, Text } from "../proofs/refusal";
import { isoDay } from "../proofs/rendition";
import { shownName } from "./layout";
import { exitOf, kExit, type Verdict } from "./verdict";

export const grouped = (number: number): string =>
  number < 10_000 ? String(number) : String(number).replace(/\B(?=(\d{3})+$)/g, "\u00a0");

export interface Noun {
  ru: [one: string, few: string, many: string];
  en: [one: string, many: string];
}

export const kEntryNoun: Noun = { ru: ["запись", "записи", "записей"], en: ["entry", "entries"] };
export const kVolumeNoun: Noun = { ru: ["том", "тома", "томов"], en: ["volume", "volumes"] };

export function counted(language: Language, count: number, noun: Noun): string {
  if (language === "en") return `${grouped(count)} ${noun.en[count === 1 ? 0 : 1]}`;
  const tens = count % 100;
  const ones = count % 10;
  const few = ones >= 2 && ones <= 4 && (tens < 12 || tens > 14);
  return `${grouped(count)} ${noun.ru[ones === 1 && tens !== 11 ? 0 : few ? 1 : 2]}`;
}

export function dayText(language: Language, day: number): string {
  const iso = isoDay(day);
  if (language === "en") return iso;
  const parts = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(iso)!;
  return `${parts[3]}.${parts[2]}.${parts[1]}`;
}

const kMinuteMs = 60_000;

// How far the zone's clock is ahead of UTC at that moment; undefined where the zone is not known.
function offsetOf(moment: number, timeZone: string): number | undefined {
  try {
    const parts = new Intl.DateTimeFormat("en-US", {
      timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric",
      minute: "numeric", second: "numeric",
    }).formatToParts(moment);
    const part = (type: string): number => Number(parts.find((one) => one.type === type)!.value);
    const there = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
    return there - Math.floor(moment / 1000) * 1000;
  } catch {
    return undefined;
  }
}

// «14.11.2025 13:05» by the school's clock, or with « UTC» behind where its zone is not known.
export function momentText(language: Language, moment: number, timeZone: string): string {
  const offset = timeZone === "" ? undefined : offsetOf(moment, timeZone);
  const there = moment + (offset ?? 0);
  const minute = Math.floor((there % 86_400_000) / kMinuteMs);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${dayText(language, Math.floor(there / 86_400_000))} ${two(Math.floor(minute / 60))}:${two(minute % 60)}` +
    (offset === undefined ? " UTC" : "");
}

// When a day of the school's zone begins, or the one that many days after it; in milliseconds.
export function startOfDay(iso: string, daysAfter: number, timeZone: string): number {
  const utc = Date.parse(`${iso}T00:00:00Z`) + daysAfter * 86_400_000;
  const offset = timeZone === "" ? undefined : offsetOf(utc, timeZone);
  return utc - (offset ?? 0);
}

function witnessedBy(verdict: Verdict, language: Language): string {
  const seen = verdict.witnessed;
  if (!seen) return { ru: "согласовано только само с собой", en: "consistent in itself only" }[language];
  // Beyond the years that a calendar has words for, the number itself serves.
  const time = seen.time < 253_402_300_800n
    ? momentText(language, Number(seen.time) * 1000, verdict.timeZone)
    : String(seen.time);
  const names = seen.names.map(shownName).join(", ");
  const line = { ru: `засвидетельствовано: ${names}, ${time}`, en: `witnessed by ${names} at ${time}` }[language];
  if (seen.size === verdict.size) return line;
  const entries = counted(language, seen.size, kEntryNoun);
  return line + { ru: ` (только первые ${entries})`, en: ` (the first ${entries} only)` }[language];
}

export function verdictLine(verdict: Verdict, language: Language): string {
  const says = (text: Text): string => text[language];
  switch (exitOf(verdict)) {
    case kExit.altered: return says({ ru: "ИЗМЕНЕНО", en: "ALTERED" });
    case kExit.rolledBack: return says({ ru: "СТАРАЯ КОПИЯ ИЛИ ДРУГАЯ ВЕТВЬ", en: "ROLLED BACK OR FORKED" });
    case kExit.incomplete: return says({ ru: "НЕПОЛНО · ", en: "INCOMPLETE · " }) + witnessedBy(verdict, language);
    case kExit.noTrustedKey:
      return says({
        ru: "НЕТ КЛЮЧА, КОТОРОМУ МОЖНО ВЕРИТЬ · согласовано только само с собой",
        en: "NO TRUSTED KEY · consistent in itself only",
      });
    default: return says({ ru: "НЕ ИЗМЕНЕНО · ", en: "INTACT · " }) + witnessedBy(verdict, language);
  }
}
