// What a parameter's value means: "7d" is seven days, "lesson_day,3h" the day of the lesson and three hours.
import { counted, type Language } from "./language";
import { roleName } from "./roles";

type Forms = { one: string; few: string; many: string };

const kUnits: Record<string, Record<Language, Forms>> = {
  h: { ru: { one: "час", few: "часа", many: "часов" }, en: { one: "hour", few: "hours", many: "hours" } },
  d: { ru: { one: "день", few: "дня", many: "дней" }, en: { one: "day", few: "days", many: "days" } },
  cd: { ru: { one: "календарный день", few: "календарных дня", many: "календарных дней" }, en: { one: "calendar day", few: "calendar days", many: "calendar days" } },
  wd: { ru: { one: "рабочий день", few: "рабочих дня", many: "рабочих дней" }, en: { one: "working day", few: "working days", many: "working days" } },
  w: { ru: { one: "неделя", few: "недели", many: "недель" }, en: { one: "week", few: "weeks", many: "weeks" } },
  m: { ru: { one: "месяц", few: "месяца", many: "месяцев" }, en: { one: "month", few: "months", many: "months" } },
};

const kPlain: Record<string, readonly [ru: string, en: string]> = {
  yes: ["да", "yes"], no: ["нет", "no"], none: ["нет", "none"],
  lesson_day: ["день урока", "the day of the lesson"], year_end: ["до конца года", "until the year's end"],
  daily: ["ежедневно", "daily"], weekly: ["еженедельно", "weekly"], monthly: ["ежемесячно", "monthly"],
  quarter: ["каждую четверть", "each quarter"], half_year: ["каждое полугодие", "each half-year"], year: ["каждый год", "each year"],
  each_period: ["каждый период", "each period"], everybody: ["все", "everybody"],
};

// `words` are what the program calls the values of this parameter; what nobody knows stands as it is.
export function valueName(value: string, words: Readonly<Record<string, readonly [ru: string, en: string]>>, language: Language): string {
  const place = language === "ru" ? 0 : 1;
  return value.split(",").map((part) => {
    const term = /^(\d+)(h|cd|wd|d|w|m)$/.exec(part);
    if (term !== null) return counted(Number(term[1]), kUnits[term[2]!]![language], language);
    return words[part]?.[place] ?? kPlain[part]?.[place] ?? roleName(part, language);
  }).join(", ");
}
