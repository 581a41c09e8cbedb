// Moments as the school's clock showed them: what the server wrote is not moved to the reader's zone.
import type { Language } from "../words/language";

// "2026-01-21T16:10:00.633+03:00" → "21 января 2026, 16:10"; the year is left out where it is this one.
export function moment(text: string, language: Language, year = ""): string {
  return `${dayOf(text.slice(0, 10), language, year)}, ${text.slice(11, 16)}`;
}

export function dayOf(day: string, language: Language, year = ""): string {
  const how: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", timeZone: "UTC", ...(day.startsWith(`${year}-`) ? {} : { year: "numeric" }) };
  return new Intl.DateTimeFormat(language === "ru" ? "ru-RU" : "en-GB", how).format(new Date(`${day}T00:00:00Z`)).replace(/\s*г\.$/, "");
}

// "14:05" → minutes from midnight; undefined for what is no time.
export function minuteOf(time: string): number | undefined {
  const parts = /^(\d\d):(\d\d)$/.exec(time);
  if (parts === null || Number(parts[1]) > 23 || Number(parts[2]) > 59) return undefined;
  return Number(parts[1]) * 60 + Number(parts[2]);
}
