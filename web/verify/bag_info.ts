// bag-info.txt: what a volume says of itself.
import { fromDecimal, isDigest, toText } from "../proofs/bytes";
import { Refusal, refuse } from "../proofs/refusal";
import { isKeyName } from "../proofs/verifier_key";
import { isVolumeName, kMaxLogEntries, kindIn, numberIn, type VolumeKind } from "./layout";

export interface VolumeName {
  name: string;
  tagManifest: string;
}

export interface BagInfo {
  kind: VolumeKind;
  origin: string;
  name: string;
  bytes: number;
  files: number;
  log: string;
  volume: number;
  first: number; // of a document volume: 0
  end: number; // the log's size, of which documents were made
  root: string; // of the tree of that size
  previous?: VolumeName; // of the same kind
  documents: number; // of a document volume
  keepUntil?: string; // a day; nothing: for ever, as volumes of the log are kept
  trialLog: boolean;
  trialMedia: boolean;
}

export const isIncremental = ({ first }: BagInfo): boolean => first > 0;

const kHead = [
  "Source-Organization", "External-Identifier", "Bagging-Date", "Payload-Oxum", "Bag-Software-Agent",
  "Letopis-Format", "Letopis-Kind", "Letopis-Log-Id", "Letopis-Volume",
] as const;
const kOfLog = [
  ...kHead, "Letopis-First", "Letopis-End", "Letopis-Root", "Letopis-Previous", "Letopis-Rendition",
  "Letopis-Trial-Log", "Letopis-Trial-Media",
] as const;
const kOfDocuments = [
  ...kHead, "Letopis-Log-Size", "Letopis-Log-Root", "Letopis-Keep-Until", "Letopis-Documents", "Letopis-Previous",
  "Letopis-Trial-Log", "Letopis-Trial-Media",
] as const;
type Label = (typeof kOfLog)[number] | (typeof kOfDocuments)[number];

const malformed = (label: string): Refusal =>
  refuse("bag_info.malformed", `в bag-info.txt неверна строка ${label}`, `the line ${label} of bag-info.txt is wrong`);

const anotherVersion = (code: string): Refusal =>
  refuse(code, "том записан программой другой версии: её формата здесь не знают",
    "the volume was written by another version, whose format is not known here");

function parsePrevious(text: string, kind: VolumeKind): VolumeName | undefined {
  const [name, tagManifest, ...more] = text.split(" ");
  if (!isVolumeName(name!) || kindIn(name!) !== kind) return undefined;
  if (!isDigest(tagManifest ?? "") || more.length > 0) return undefined;
  return { name: name!, tagManifest: tagManifest! };
}

// Takes the lines apart; the label of the first that is wrong is kept.
class Lines {
  wrong: Label | undefined;
  private readonly values = new Map<Label, string>();

  constructor(text: string, labels: readonly Label[]) {
    const lines = text.split("\n");
    for (const [at, label] of labels.entries()) {
      const line = lines[at] ?? "";
      const right = line.startsWith(`${label}: `) && line.length > label.length + 2;
      if (!right) this.fail(label);
      this.values.set(label, right ? line.slice(label.length + 2) : "");
    }
    // One text for each value: a spare line is refused, too.
    if (lines.length !== labels.length + 1 || lines[labels.length] !== "") this.fail("Source-Organization");
  }

  text(label: Label, right: (text: string) => boolean = () => true): string {
    const text = this.values.get(label) ?? "";
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

interface Extent {
  first: number;
  end: number;
  root: string;
  documents: number;
  keepUntil?: string;
}

function readExtent(lines: Lines, kind: VolumeKind): Extent {
  const ofLog = kind === "log";
  const first = ofLog ? lines.number("Letopis-First") : 0;
  const end = lines.number(ofLog ? "Letopis-End" : "Letopis-Log-Size");
  if (first >= end || end > kMaxLogEntries) lines.fail(ofLog ? "Letopis-End" : "Letopis-Log-Size");
  const root = lines.text(ofLog ? "Letopis-Root" : "Letopis-Log-Root", isDigest);
  if (ofLog) return { first, end, root, documents: 0 };
  const until = lines.text("Letopis-Keep-Until", (day) => day === "forever" || isDay(day));
  const documents = lines.number("Letopis-Documents");
  return { first, end, root, documents, ...(until !== "forever" && { keepUntil: until }) };
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

export function parseBagInfo(bytes: Uint8Array): BagInfo | Refusal {
  const text = toText(bytes) ?? "";
  const kind: VolumeKind = /\nLetopis-Kind: document\n/.test(text) ? "document" : "log";
  const lines = new Lines(text, kind === "log" ? kOfLog : kOfDocuments);
  const origin = lines.text("Source-Organization", isKeyName);
  const name = lines.text("External-Identifier", (one) => isVolumeName(one) && kindIn(one) === kind);
  lines.text("Bagging-Date", isDay);
  const [size, count] = lines.text("Payload-Oxum", (sum) => /^\d+\.\d+$/.test(sum)).split(".").map(fromDecimal);
  if (size === undefined || count === undefined) lines.fail("Payload-Oxum");
  lines.text("Bag-Software-Agent");
  const format = lines.text("Letopis-Format");
  lines.text("Letopis-Kind", (said) => said === kind);
  const log = lines.text("Letopis-Log-Id", isDigest);
  const volume = lines.number("Letopis-Volume");
  if (isVolumeName(name) && numberIn(name) !== volume) lines.fail("Letopis-Volume");
  const extent = readExtent(lines, kind);
  const said = lines.text("Letopis-Previous", (one) => one === "none" || parsePrevious(one, kind) !== undefined);
  const previous = said === "none" ? undefined : parsePrevious(said, kind);
  if (extent.first > 0 && !previous) lines.fail("Letopis-Previous");
  const rendition = kind === "log" ? lines.text("Letopis-Rendition") : "1";
  const trialLog = lines.flag("Letopis-Trial-Log");
  const trialMedia = lines.flag("Letopis-Trial-Media");
  if (format !== "" && format !== "1") return anotherVersion("bag_info.format");
  if (rendition !== "" && rendition !== "1") return anotherVersion("bag_info.rendition");
  if (lines.wrong) return malformed(lines.wrong);
  return {
    kind, origin, name, bytes: size!, files: count!, log, volume, ...extent, trialLog, trialMedia,
    ...(previous && { previous }),
  };
}
