// A class's results of a period as a table of pupils and subjects, with what is in doubt, and what a
// closing of the period still lacks.
import type { Schemas } from "../client/contract";

export type Results = Schemas["Results"];
export type Period = Schemas["ResultsPeriod"];
export type SubjectResult = Schemas["SubjectResult"];

export const kValues = ["five", "four", "three", "two", "one", "not_attested", "exempt", "passed", "not_passed"] as const;
export type Value = (typeof kValues)[number];

const kGrades: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 };
// What no count of marks stands behind.
const kUncounted: ReadonlySet<string> = new Set(["exempt", "passed", "not_passed"]);
// An average so near the threshold might have come out otherwise by one mark.
const kNear_hundredths = 15;

export type Doubt = "few_marks" | "near" | "mostly_missed" | "differs" | "two";

export interface ResultsRules {
  least_marks: number;
  rounds_up_from: number; // hundredths
}

// Why a teacher should look twice before the mark is set, or a deputy after it.
export function doubtsOf(result: SubjectResult, { least_marks, rounds_up_from }: ResultsRules): Doubt[] {
  const doubts: Doubt[] = [];
  const { marks, average, lessons, missed, proposed, given } = result;
  const shown = given ?? proposed;
  const attested = shown !== undefined && shown !== null && shown !== "not_attested" && shown !== "exempt";
  if (lessons > 0 && missed * 3 > lessons * 2 && (attested || given === undefined || given === null)) doubts.push("mostly_missed");
  if (marks < least_marks && !kUncounted.has(shown ?? "") && lessons > 0) doubts.push("few_marks");
  if (average !== null && marks >= least_marks && average < 5) {
    const fraction = Math.round((average - Math.floor(average)) * 100);
    if (Math.abs(fraction - rounds_up_from) <= kNear_hundredths) doubts.push("near");
  }
  if (given !== undefined && given !== null && proposed !== undefined && proposed !== null && given !== proposed) doubts.push("differs");
  if (shown === "two" || shown === "one") doubts.push("two");
  return doubts;
}

export interface Cell {
  result?: SubjectResult; // absent: the pupil does not learn it
  doubts: Doubt[];
}
export interface Row {
  pupil: number;
  name: string;
  cells: Cell[];
}

export function rowsOf(results: Results): Row[] {
  return results.pupils.map(({ pupil, name, results: own }) => ({
    pupil, name,
    cells: results.subjects.map(({ subject }) => {
      const result = own.find((one) => one.subject === subject);
      return result === undefined ? { doubts: [] } : { result, doubts: doubtsOf(result, results) };
    }),
  })).sort((a, b) => a.name.localeCompare(b.name, "ru"));
}

// The mark that stands; none where it was never given, or was taken back.
export function standing({ given }: SubjectResult): string | undefined {
  return given ?? undefined;
}

// How a subject came out: counts by grade, успеваемость and качество in percent of those who count.
export interface Figures {
  counts: Record<string, number>;
  without: number;
  progress?: number;
  quality?: number;
}
export function figuresOf(rows: readonly Row[], column: number): Figures {
  const counts: Record<string, number> = {};
  let without = 0;
  for (const { cells } of rows) {
    const result = cells[column]?.result;
    if (result === undefined) continue;
    const value = standing(result);
    if (value === undefined) without += 1;
    else counts[value] = (counts[value] ?? 0) + 1;
  }
  const of = (...values: string[]): number => values.reduce((sum, value) => sum + (counts[value] ?? 0), 0);
  const counted = of("five", "four", "three", "two", "one", "not_attested");
  return counted === 0 ? { counts, without } : {
    counts, without,
    progress: (of("five", "four", "three") * 100) / counted, quality: (of("five", "four") * 100) / counted,
  };
}

// What a teacher would set by one confirmation: proposals where no mark stands, but for those in doubt
// whether they can stand at all.
export function toSet(rows: readonly Row[], column: number): { pupil: number; name: string; value: string; doubts: Doubt[] }[] {
  return rows.flatMap(({ pupil, name, cells }) => {
    const cell = cells[column];
    const value = cell?.result?.proposed;
    if (cell?.result === undefined || standing(cell.result) !== undefined || value === undefined || value === null) return [];
    return [{ pupil, name, value, doubts: cell.doubts }];
  });
}

// What closing lacks, by subject; an empty list: nothing.
export interface Lack {
  subject: number;
  name: string;
  teachers: string[];
  pupils: string[];
}
export function lacksOf(results: Results): Lack[] {
  const rows = rowsOf(results);
  return results.subjects.flatMap(({ subject, name, teachers }, column) => {
    const pupils = rows.filter(({ cells }) => {
      const result = cells[column]!.result;
      return result !== undefined && standing(result) === undefined;
    }).map((row) => row.name);
    return pupils.length === 0 ? [] : [{ subject, name, teachers: teachers.map((one) => one.name ?? `№ ${one.person}`), pupils }];
  });
}

export function isGrade(value: string | null | undefined): value is string {
  return value !== undefined && value !== null && kGrades[value] !== undefined;
}

// «1 ч», «2 п», «год»
export function periodOf(results: Results): Period {
  return results.periods.find(({ period }) => period === results.period)!;
}
