// Edits of marks as one who reviews them reads them: by what stands out, by day, the many at once as one.
import type { Schemas } from "../client/contract";
import { kMarkWords } from "../grid/entry_value";
import { plusDays } from "../words/week";

export type Edit = Schemas["ChangeRow"];

export const kFacets = ["after_close", "backdated", "no_reason", "bulk", "up", "down", "elsewhere", "void"] as const;
export type Facet = (typeof kFacets)[number];

// Marks that one person changed in one lesson, or in one period and subject, within a few minutes.
export interface Bundle {
  edits: Edit[]; // in the order of the log, never empty
  facets: ReadonlySet<Facet>;
}

export interface DayOfEdits {
  day: string; // on which they were recorded
  bundles: Bundle[]; // the latest first
}

const kLeastInBulk = 3;
const kBulkWithin_ms = 5 * 60_000;

const worth = (value: string | null): number | undefined => {
  const at = kMarkWords.findIndex((word) => word === value);
  return at >= 0 && at < 5 ? at + 1 : undefined;
};

// Whether the mark went up or down; a mark that is new or gone did neither.
export function direction({ before, after }: Edit): "up" | "down" | undefined {
  const [from, to] = [worth(before), worth(after)];
  if (from === undefined || to === undefined || from === to) return undefined;
  return to > from ? "up" : "down";
}

function facetsOf(edits: readonly Edit[]): ReadonlySet<Facet> {
  const found = new Set<Facet>();
  if (edits.length >= kLeastInBulk) found.add("bulk");
  for (const edit of edits) {
    if (edit.permission !== undefined) found.add("after_close");
    if (edit.late_days !== undefined) found.add("backdated");
    if (edit.reason === undefined && edit.note === undefined) found.add("no_reason");
    const way = direction(edit);
    if (way !== undefined) found.add(way);
    if (edit.elsewhere !== undefined) found.add("elsewhere");
    if (edit.void === true || edit.rests_on_void === true) found.add("void");
  }
  return found;
}

const together = (edit: Edit): string =>
  [edit.author, edit.lesson ?? `period ${edit.period ?? ""} ${edit.class ?? ""} ${edit.subject}`].join(" ");

// In the order of the log.
export function bundled(rows: readonly Edit[]): Bundle[] {
  const bundles: Edit[][] = [];
  const open = new Map<string, Edit[]>();
  for (const edit of [...rows].sort((a, b) => a.position - b.position)) {
    const last = open.get(together(edit));
    const near = last !== undefined && Date.parse(edit.recorded) - Date.parse(last[last.length - 1]!.recorded) <= kBulkWithin_ms;
    if (near) last.push(edit);
    else {
      const begun = [edit];
      open.set(together(edit), begun);
      bundles.push(begun);
    }
  }
  // Two are no bulk: they stand apart.
  return bundles.flatMap((edits) => (edits.length >= kLeastInBulk ? [edits] : edits.map((edit) => [edit])))
    .map((edits) => ({ edits, facets: facetsOf(edits) }))
    .sort((a, b) => a.edits[0]!.position - b.edits[0]!.position);
}

export const dayOf = (edit: Edit): string => edit.recorded.slice(0, 10);
export const timeOf = (edit: Edit): string => edit.recorded.slice(11, 16);

export function byDay(bundles: readonly Bundle[]): DayOfEdits[] {
  const days = new Map<string, Bundle[]>();
  for (const bundle of [...bundles].reverse()) {
    const day = dayOf(bundle.edits[0]!);
    days.set(day, [...(days.get(day) ?? []), bundle]);
  }
  return [...days].map(([day, ofDay]) => ({ day, bundles: ofDay })).sort((a, b) => b.day.localeCompare(a.day));
}

export interface Wanted {
  from: string; // days of recording, both included; "" for no end
  to: string;
  author: string; // a number, or ""
  subject: string;
  facets: ReadonlySet<Facet>; // each of them must hold
}

export function wantedOf(query: URLSearchParams): Wanted {
  const asked = (query.get("facet") ?? "").split(",");
  return {
    from: query.get("from") ?? "", to: query.get("to") ?? "", author: query.get("author") ?? "",
    subject: query.get("subject") ?? "", facets: new Set(kFacets.filter((facet) => asked.includes(facet))),
  };
}

// All but the facets.
export function within(edits: readonly Edit[], wanted: Wanted): Edit[] {
  return edits.filter((edit) => {
    const day = dayOf(edit);
    return (wanted.from === "" || day >= wanted.from) && (wanted.to === "" || day <= wanted.to) &&
      (wanted.author === "" || String(edit.author) === wanted.author) &&
      (wanted.subject === "" || edit.subject === wanted.subject);
  });
}

export const withFacets = (bundles: readonly Bundle[], facets: ReadonlySet<Facet>): Bundle[] =>
  bundles.filter((bundle) => [...facets].every((facet) => bundle.facets.has(facet)));

export function countFacets(bundles: readonly Bundle[]): Record<Facet, number> {
  const counts = Object.fromEntries(kFacets.map((facet) => [facet, 0])) as Record<Facet, number>;
  for (const { facets } of bundles) for (const facet of facets) counts[facet] += 1;
  return counts;
}

// Whole days from the lesson's day to that of the entry.
export const delayDays = (edit: Edit): number =>
  Math.round((Date.parse(`${dayOf(edit)}T00:00:00Z`) - Date.parse(`${edit.day}T00:00:00Z`)) / 86_400_000);

export interface Bar {
  day: string;
  count: number;
}

// How many edits each of the days up to `last` had, at most `most` days.
export function perDay(edits: readonly Edit[], last: string, most = 30): Bar[] {
  const counts = new Map<string, number>();
  for (const edit of edits) counts.set(dayOf(edit), (counts.get(dayOf(edit)) ?? 0) + 1);
  return Array.from({ length: most }, (_, at) => {
    const day = plusDays(last, at - most + 1);
    return { day, count: counts.get(day) ?? 0 };
  });
}
