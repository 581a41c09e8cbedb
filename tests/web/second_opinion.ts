// What `letopis-verify` says of a medium, and how much of it the page must say in the same words.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const kProgram = process.env["LETOPIS_VERIFY"] ?? "";

export const skip = existsSync(kProgram) ? false : "letopis-verify is not built";

export interface Said {
  verdict: string;
  exit: number;
  findings: { fault: string; where: string; code: string; file?: string; volume?: string; position?: number }[];
  certified: { information: unknown[]; [more: string]: unknown };
  [more: string]: unknown;
}

// The page takes no checkpoint beside the trust file; the findings are compared one by one.
const kUnequal = ["path", "since", "certified", "findings"];

// The program checks documents at the same time, and hears of them in any order.
function ordered(certified: Said["certified"]): unknown {
  return { ...certified, information: certified.information.map((one) => JSON.stringify(one)).sort() };
}

// Without `files`, how much was read is left out: where something is wrong, both may read it again.
export function common(said: Said, files: boolean): Record<string, unknown> {
  const rest = Object.fromEntries(Object.entries(said).filter(([name]) => !kUnequal.includes(name)));
  if (!files) ["files", "bytes"].forEach((name) => delete rest[name]);
  const findings = said.findings.map(({ fault, where, code, file, volume, position }) =>
    JSON.stringify([fault, where, code, file ?? "", volume ?? "", position ?? -1])).sort();
  return { ...rest, certified: ordered(said.certified), findings };
}

export function byProgram(medium: string, trust: string): Said {
  const ran = spawnSync(kProgram, [medium, "--trust", trust, "--json", "--lang", "ru"], { encoding: "utf8" });
  return (JSON.parse(ran.stdout) as { verdicts: Said[] }).verdicts[0]!;
}
