// Which days a page of the journal shows: a period of the year, the year, or days that an address names.
import type { ViewPeriod } from "./journal_view";

export interface Span {
  from: string;
  to: string;
}

const kMostDays = 400; // of a year nobody declared

// Those that one chooses between, in their order; the year goes last.
export function shownPeriods(periods: readonly ViewPeriod[]): ViewPeriod[] {
  return [...periods].sort((one, other) => Number(one.kind === "year") - Number(other.kind === "year")
    || one.from.localeCompare(other.from) || one.ordinal - other.ordinal);
}

// The period that the address names, or the one that has the day in it, or the last one before it;
// of the first kind that there is: the year is chosen only by name.
export function chosenPeriod(periods: readonly ViewPeriod[], named: string | undefined, day: string): ViewPeriod | undefined {
  const shown = shownPeriods(periods);
  const wished = shown.find(({ period }) => String(period) === named);
  if (wished) return wished;
  const parts = shown.filter(({ kind }) => kind !== "year");
  return parts.find(({ from, to }) => from <= day && day <= to)
    ?? parts.filter(({ from }) => from <= day).at(-1) ?? parts[0] ?? shown[0];
}

// Nothing is asked beyond today, but of a period that is still to come its first day.
export function spanOf(period: ViewPeriod | undefined, today: string): Span {
  if (!period) return { from: daysBefore(today, kMostDays), to: today };
  const to = period.to < today ? period.to : today;
  return { from: period.from, to: to < period.from ? period.from : to };
}

const kDay_ms = 86_400_000;
export const daysBefore = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - count * kDay_ms).toISOString().slice(0, 10);

// The last moment of a day, on the clock that told `now`: "2026-03-11T12:30:00+03:00".
export const endOf = (day: string, now: string): string => `${day}T23:59:59${now.slice(19).replace(/^\.\d+/, "") || "Z"}`;
