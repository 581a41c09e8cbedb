// The code on a printed sheet (docs/paper-code.md): from which log, as of which size and by which request it was made.
export interface PaperCode {
  origin: string;
  size: number; // entries of the log
  root: string; // of its tree at that size
  report: string;
  parameters: ReadonlyMap<string, string>; // "class", "group", "subject", "person", "period", "by", "from", "to", "lang"
  sheet: number;
}

const kMostBytes = 400;
const kForm = /^letopis:v1 ([^\s]{1,120}) ([1-9]\d{0,14}) ([\w-]{43}) ([a-z_]+) ([^\s]+) ([1-9]\d{0,5})$/;
const kNames = ["class", "group", "subject", "person", "period", "by", "from", "to", "lang"];

// Undefined for what is no such code.
export function readPaperCode(text: string): PaperCode | undefined {
  const told = text.trim();
  const found = told.length > kMostBytes ? null : kForm.exec(told);
  if (found === null) return undefined;
  const parameters = new Map<string, string>();
  for (const one of found[5]!.split(",")) {
    const [name = "", value = "", ...more] = one.split("=");
    if (!kNames.includes(name) || value === "" || more.length > 0 || parameters.has(name)) return undefined;
    parameters.set(name, value);
  }
  if (!parameters.has("from") || !parameters.has("to")) return undefined;
  return { origin: found[1]!, size: Number(found[2]), root: found[3]!, report: found[4]!, parameters, sheet: Number(found[6]) };
}

// The same request, whoever made it and in whichever language.
export function isOfOneSheet(one: PaperCode, other: PaperCode): boolean {
  const asked = ({ report, parameters }: PaperCode): string =>
    JSON.stringify([report, ...[...parameters].filter(([name]) => name !== "by" && name !== "lang").sort()]);
  return asked(one) === asked(other);
}

// The same history: whoever made either sheet, both are of one log at one size.
export const isOfOneLog = (one: PaperCode, other: PaperCode): boolean =>
  one.origin === other.origin && one.size === other.size && one.root === other.root;
