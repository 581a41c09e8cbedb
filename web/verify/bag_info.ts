// bag-info.txt: what a volume says of itself.
import { fromDecimal, isDigest, toText } from "../proofs/bytes";
import { Refusal, refuse } from "../proofs/refusal";
import { isKeyName } from "../proofs/verifier_key";
import { isVolumeName, kMaxLogEntries, numberIn } from "./layout";

export interface VolumeName {
  name: string;
  tagManifest: string;
}

export interface BagInfo {
  origin: string;
  name: string;
  bytes: number;
  files: number;
  log: string;
  volume: number;
  first: number;
  end: number;
  root: string;
  previous?: VolumeName;
  trialLog: boolean;
  trialMedia: boolean;
}

export const isIncremental = ({ first }: BagInfo): boolean => first > 0;

const kLabels = [
  "Source-Organization", "External-Identifier", "Bagging-Date", "Payload-Oxum", "Bag-Software-Agent",
  "Letopis-Format", "Letopis-Kind", "Letopis-Log-Id", "Letopis-Volume", "Letopis-First", "Letopis-End",
  "Letopis-Root", "Letopis-Previous", "Letopis-Rendition", "Letopis-Trial-Log", "Letopis-Trial-Media",
] as const;
type Label = (typeof kLabels)[number];

const malformed = (label: string): Refusal =>
  refuse("bag_info.malformed", `в bag-info.txt неверна строка ${label}`, `the line ${label} of bag-info.txt is wrong`);

const anotherVersion = (code: string): Refusal =>
  refuse(code, "том записан программой другой версии: её формата здесь не знают",
    "the volume was written by another version, whose format is not known here");

function parsePrevious(text: string): VolumeName | undefined {
  const [name, tagManifest, ...more] = text.split(" ");
  if (!isVolumeName(name!) || !isDigest(tagManifest ?? "") || more.length > 0) return undefined;
  return { name: name!, tagManifest: tagManifest! };
}

// Takes the lines apart; the label of the first that is wrong is kept.
class Lines {
  wrong: Label | undefined;
  private readonly values = new Map<Label, string>();

  constructor(text: string) {
    const lines = text.split("\n");
    for (const [at, label] of kLabels.entries()) {
      const line = lines[at] ?? "";
      const right = line.startsWith(`${label}: `) && line.length > label.length + 2;
      if (!right) this.fail(label);
      this.values.set(label, right ? line.slice(label.length + 2) : "");
    }
    // One text for each value: a spare line is refused, too.
    if (lines.length !== kLabels.length + 1 || lines[kLabels.length] !== "") this.fail(kLabels[0]);
  }

  text(label: Label, right: (text: string) => boolean = () => true): string {
    const text = this.values.get(label)!;
    if (!right(text)) this.fail(label);
    return text;
  }
  number(label: Label): number {
    return fromDecimal(this.text(label, (text) => fromDecimal(text) !== undefined)) ?? 0;
  }
  flag = (label: Label): boolean => this.text(label, (text) => text === "yes" || text === "no") === "yes";

  fail(label: Label): void {
    this.wrong ??= label;
  }
}

export function parseBagInfo(bytes: Uint8Array): BagInfo | Refusal {
  const lines = new Lines(toText(bytes) ?? "");
  const origin = lines.text("Source-Organization", isKeyName);
  const name = lines.text("External-Identifier", isVolumeName);
  lines.text("Bagging-Date", (day) => /^\d{4}-\d{2}-\d{2}$/.test(day));
  const [size, count] = lines.text("Payload-Oxum", (sum) => /^\d+\.\d+$/.test(sum)).split(".").map(fromDecimal);
  if (size === undefined || count === undefined) lines.fail("Payload-Oxum");
  lines.text("Bag-Software-Agent");
  const format = lines.text("Letopis-Format");
  lines.text("Letopis-Kind", (kind) => kind === "log");
  const log = lines.text("Letopis-Log-Id", isDigest);
  const volume = lines.number("Letopis-Volume");
  if (isVolumeName(name) && numberIn(name) !== volume) lines.fail("Letopis-Volume");
  const first = lines.number("Letopis-First");
  const end = lines.number("Letopis-End");
  if (first >= end || end > kMaxLogEntries) lines.fail("Letopis-End");
  const root = lines.text("Letopis-Root", isDigest);
  const said = lines.text("Letopis-Previous", (text) => text === "none" || parsePrevious(text) !== undefined);
  const previous = said === "none" ? undefined : parsePrevious(said);
  if (first > 0 && !previous) lines.fail("Letopis-Previous");
  const rendition = lines.text("Letopis-Rendition");
  const trialLog = lines.flag("Letopis-Trial-Log");
  const trialMedia = lines.flag("Letopis-Trial-Media");
  if (format !== "" && format !== "1") return anotherVersion("bag_info.format");
  if (rendition !== "" && rendition !== "1") return anotherVersion("bag_info.rendition");
  if (lines.wrong) return malformed(lines.wrong);
  return {
    origin, name, bytes: size!, files: count!, log, volume, first, end, root, trialLog, trialMedia,
    ...(previous && { previous }),
  };
}
