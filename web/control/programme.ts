// The fulfilment of the programme in one class: each of its subjects, what lags most first.
import type { Client } from "../client/ask";
import type { Schemas } from "../client/contract";
import type { Office } from "../office/office_desk";

export type ProgrammeLine = Schemas["Programme"]["lines"][number];
export interface SubjectLine {
  subject: string;
  line: ProgrammeLine;
}

// The subjects that a class, or a group of its, is taught.
export function subjectsOf({ arrangement, classes }: Pick<Office, "arrangement" | "classes">, schoolClass: string): string[] {
  const number = classes.find(({ name }) => name === schoolClass)?.school_class;
  if (number === undefined) return [];
  const groups = new Set(arrangement.groups.filter((one) => one.school_class === number).map(({ group }) => group));
  const numbers = new Set(arrangement.loads
    .filter((load) => load.school_class === number || (load.group !== undefined && groups.has(load.group))).map(({ subject }) => subject));
  return arrangement.subjects.filter(({ subject }) => numbers.has(subject)).map(({ name }) => name);
}

export const laggingFirst = (lines: readonly SubjectLine[]): SubjectLine[] =>
  [...lines].sort((one, other) => one.line.difference - other.line.difference || one.subject.localeCompare(other.subject, "ru"));

// Of the year in which the class is called so.
export async function programmeOf(client: Client, schoolClass: string, subjects: readonly string[], span: { from: string; to: string }): Promise<SubjectLine[]> {
  const told = await Promise.all(subjects.map((subject) =>
    client.get<Schemas["Programme"]>(`api/v1/views/programme?${new URLSearchParams({ class: schoolClass, subject, ...span })}`)));
  return laggingFirst(told.flatMap(({ subject, lines }) => lines.map((line) => ({ subject, line }))));
}
