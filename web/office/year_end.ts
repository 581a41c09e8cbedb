// What is left of a year that ends, and whether its classes have gone on.
export interface OpenPeriod {
  class: string;
  period: number;
  kind: string;
  ordinal: number;
}

// Class by class; a year's own period goes after its parts.
export function openByClass(periods: readonly OpenPeriod[]): { name: string; periods: OpenPeriod[] }[] {
  const found = new Map<string, OpenPeriod[]>();
  for (const one of periods) found.set(one.class, [...(found.get(one.class) ?? []), one]);
  return [...found]
    .map(([name, open]) => ({ name, periods: open.sort((one, other) => Number(one.kind === "year") - Number(other.kind === "year")) }))
    .sort((one, other) => one.name.localeCompare(other.name, "ru", { numeric: true }));
}

interface Class {
  school_class: number;
  grade: number;
}

// By the classes of the last day and of the next year's first: some class is a grade higher.
export const wasPromoted = (last: readonly Class[], first: readonly Class[]): boolean =>
  first.some((one) => last.some((before) => before.school_class === one.school_class && before.grade < one.grade));
