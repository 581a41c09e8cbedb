// What a submission is called, and its bag-info.txt: docs/archive-format.md.
import { fromDecimal, isDigest, isPlain, toBytes, toText } from "../proofs/bytes";
import { Refusal, refuse } from "../proofs/refusal";
import { isKeyName } from "../proofs/verifier_key";
import { kMaxLogEntries } from "./layout";

const kMaxBytes = 16_384;
const kMostCodeBytes = 40;

export interface SubmissionInfo {
  origin: string;
  name: string;
  day: string; // when it was packed
  bytes: number;
  files: number;
  log: string;
  years: string;
  receiver: string;
  end: number; // size of the log of which the documents were made
  root: string;
  documents: number;
  trialLog: boolean;
}

const kLabels = [
  "Source-Organization", "External-Identifier", "Bagging-Date", "Payload-Oxum", "Bag-Software-Agent", "Letopis-Format",
  "Letopis-Kind", "Letopis-Log-Id", "Letopis-Years", "Letopis-Submission", "Letopis-Receiver", "Letopis-End",
  "Letopis-Root", "Letopis-Documents", "Letopis-Trial-Log",
] as const;

const malformed = (label: string): Refusal => refuse("submission_info.malformed",
  `в bag-info.txt комплекта неверна строка ${label}`, `the line ${label} of the submission's bag-info.txt is wrong`);

// The school's part of the names of its folders.
function codeOf(origin: string): string {
  const bytes = toBytes(origin.slice(origin.lastIndexOf("/") + 1)).subarray(0, kMostCodeBytes);
  const code = [...bytes].map((byte) => String.fromCharCode(byte).toLowerCase().replace(/[^a-z0-9-]/, "-")).join("");
  return code === "" ? "log" : code;
}

const kNumbers = new Set<string>(["Letopis-Submission", "Letopis-End", "Letopis-Documents"]);
const kDigests = new Set<string>(["Letopis-Log-Id", "Letopis-Root"]);
const kFixed: Record<string, string> = { "Letopis-Format": "1", "Letopis-Kind": "submission" };

function isRight(label: string, value: string): boolean {
  if (kNumbers.has(label)) return fromDecimal(value) !== undefined;
  if (kDigests.has(label)) return isDigest(value);
  if (label === "Payload-Oxum") return value.split(".").length === 2 && value.split(".").every((one) => fromDecimal(one) !== undefined);
  if (label === "Letopis-Trial-Log") return value === "yes" || value === "no";
  return value !== "" && (kFixed[label] ?? value) === value;
}

export function parseSubmissionInfo(bytes: Uint8Array): SubmissionInfo | Refusal {
  const lines = (bytes.length > kMaxBytes ? "" : toText(bytes) ?? "").split("\n");
  const values = new Map<string, string>();
  for (const [at, label] of kLabels.entries()) {
    const line = lines[at] ?? "";
    const value = line.slice(label.length + 2);
    if (!line.startsWith(`${label}: `) || !isRight(label, value)) return malformed(label);
    values.set(label, value);
  }
  if (lines.length !== kLabels.length + 1 || lines[kLabels.length] !== "") return malformed("Letopis-Kind");
  const text = (label: (typeof kLabels)[number]): string => values.get(label)!;
  const [origin, name, years] = [text("Source-Organization"), text("External-Identifier"), text("Letopis-Years")];
  const number = text("Letopis-Submission");
  const named = isKeyName(origin) && /^[0-9-]{1,9}$/.test(years) && /^[1-9][0-9]{0,8}$/.test(number) &&
    name === `${codeOf(origin)}_${years}_submission_v${number}`;
  if (!named) return malformed("External-Identifier");
  if (!isPlain(text("Letopis-Receiver"))) return malformed("Letopis-Receiver");
  const end = Number(text("Letopis-End"));
  if (end > kMaxLogEntries) return malformed("Letopis-End");
  const [size, files] = text("Payload-Oxum").split(".").map(Number) as [number, number];
  return {
    origin, name, day: text("Bagging-Date"), bytes: size, files, log: text("Letopis-Log-Id"), years,
    receiver: text("Letopis-Receiver"), end, root: text("Letopis-Root"), documents: Number(text("Letopis-Documents")),
    trialLog: text("Letopis-Trial-Log") === "yes",
  };
}
