// The academic years of a school, and the one that a page looks at.
export interface SchoolYear {
  year: number;
  first_calendar_year: number;
  first_day: string;
  last_day: string;
}

// What GET /api/v1/school tells of time.
export interface SchoolTime {
  now: string; // "2026-03-11T12:30:00+03:00"
  years: readonly SchoolYear[];
}

export interface Looked {
  today: string;
  years: readonly SchoolYear[]; // that have begun, in their order
  year?: SchoolYear;            // none before the first begins
  day: string;                  // as of which classes have their names: today, or the last day of a year that is over
  past?: string;                // for an address: the year, where it is not the one that is meant without a name
}

// The year that the address names, by its first calendar year; else the one that has the day in it; else, between two
// years, the one before.
export function lookedAt({ now, years }: SchoolTime, named = "", about = ""): Looked {
  const today = now.slice(0, 10);
  const begun = years.filter(({ first_day }) => first_day <= today);
  const ofDay = (day: string): SchoolYear | undefined => begun.filter(({ first_day }) => first_day <= day).at(-1);
  const year = begun.find(({ first_calendar_year }) => String(first_calendar_year) === named) ?? ofDay(about === "" ? today : about);
  const day = year === undefined || today <= year.last_day ? today : year.last_day;
  return { today, years: begun, day, ...(year === undefined ? {} : { year }),
    ...(year === undefined || year === ofDay(today) ? {} : { past: String(year.first_calendar_year) }) };
}

export const yearName = (first: number): string => `${first}/${String((first + 1) % 100).padStart(2, "0")}`;
