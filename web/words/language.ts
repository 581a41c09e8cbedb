// Which of the two languages a person reads, and how numbers and days are said in it. Records stay in
// the language they were written in.
export type Language = "ru" | "en";

const kLocale: Record<Language, string> = { ru: "ru-RU", en: "en-GB" };

// "2 секунды"
export function counted(count: number, forms: { one: string; few: string; many: string }, language: Language): string {
  const form = new Intl.PluralRules(kLocale[language]).select(count);
  return `${count} ${form === "one" ? forms.one : form === "few" ? forms.few : forms.many}`;
}

// Of "2026-03-11": "среда" and "11 марта".
export function weekday(day: string, language: Language): string {
  return said(day, { weekday: "long" }, language);
}
export function date(day: string, language: Language): string {
  return said(day, { day: "numeric", month: "long" }, language);
}

// "11 марта 2026 г."
export function fullDate(day: string, language: Language): string {
  return said(day, { day: "numeric", month: "long", year: "numeric" }, language);
}

// A day has no zone: it is reckoned as UTC on both sides.
function said(day: string, how: Intl.DateTimeFormatOptions, language: Language): string {
  return new Intl.DateTimeFormat(kLocale[language], { ...how, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

// "4,25"
export function decimal(value: number, language: Language): string {
  return new Intl.NumberFormat(kLocale[language], { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
}
