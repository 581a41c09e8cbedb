// A report on paper as a fact of the log: that a copy of it was printed.
import { toHex } from "../proofs/bytes";
import { sha256OfFile } from "../proofs/sha256";
import type { Command } from "../stating/statement";
import type { PaperCode } from "./paper_code";

// What a copy must be of (rules/paper_rules.cc), by its kind.
const kOf: Record<string, readonly ("class" | "subject" | "person")[]> = {
  journal: ["class", "subject"], summary_sheet: ["class"], period_report: ["class"], report_card: ["person"], parents_sheet: ["person"],
  diary_pages: ["person"],
};
export const lacksOfCopy = (kind: string, { parameters }: PaperCode): string[] => (kOf[kind] ?? []).filter((name) => !parameters.has(name));

const numbered = (parameters: PaperCode["parameters"], names: Readonly<Record<string, string>>): Record<string, number> =>
  Object.fromEntries(Object.entries(names).flatMap(([field, name]) => (parameters.has(name) ? [[field, Number(parameters.get(name))]] : [])));

// `kind` is the report's own word for its copies.
export function copyPrinted(kind: string, { size, parameters }: PaperCode, sheets: number, digest: string): Command {
  const ofPupil = (kOf[kind] ?? []).includes("person");
  return { do: "copy_printed", kind, ...numbered(parameters, { school_class: "class", subject: "subject", period: "period", ...(ofPupil ? { pupil: "person" } : {}) }),
    sheets, log_size: size, sha256: digest };
}

// Somebody by number or by name; nobody named is nobody told.
export function receiver(field: string, typed: string): Record<string, string | number> {
  const told = typed.trim();
  return told === "" ? {} : { [field]: /^\d+$/.test(told) ? Number(told) : told };
}

// A file as it was taken: what a copy's entry keeps of it. Pages as the file's own tree of them counts.
export interface Printed {
  digest: string;
  pages: number;
}
export async function printedOf(pdf: Uint8Array<ArrayBuffer>): Promise<Printed> {
  const told = new TextDecoder("latin1").decode(pdf);
  const counts = [...told.matchAll(/\/Count (\d{1,6})/g)].map(([, count]) => Number(count));
  return { digest: toHex(await sha256OfFile(pdf)), pages: Math.max(1, ...counts) };
}

// Both sides are printed.
export const sheetsOf = (pages: number): number => Math.ceil(pages / 2);
