// Single entries of volumes that were checked, read again when they are to be shown. A few bundles
// are kept.
import { toText, type Bytes } from "../proofs/bytes";
import { cutEntry, type EntryParts } from "../proofs/entry";
import { decodeEvent, type Event } from "../proofs/event";
import { Refusal } from "../proofs/refusal";
import { kTileWidth, parseEntryBundle, printTilePath } from "../proofs/tiles";
import { factTitle, fieldLabel, tellBriefly, tellPerson, type StorySources } from "./fact_story";
import { kLogFolder, renditionPath, shownName } from "./layout";
import type { FoundVolume } from "./medium_volumes";
import type { Verdict } from "./verdict";
import { momentText } from "./verdict_line";
import type { SourceFile } from "./volume_folder";

const kMostBundles = 64;
const kMostOfALine = 200;

export interface ShownEntry {
  position: number;
  bytes: Bytes;
  parts: EntryParts;
  event: Event;
}

interface ReadableVolume {
  first: number;
  end: number;
  files: Map<string, SourceFile>;
}

export class LogReader {
  private readonly volumes: ReadableVolume[] = [];
  private readonly bundles = new Map<string, Promise<Bytes[]>>();

  constructor(verdict: Verdict, found: readonly FoundVolume[]) {
    for (const { name, info } of verdict.volumes) {
      const folder = found.find((one) => one.name === name);
      if (!folder || info?.kind !== "log") continue;
      this.volumes.push({ ...info, files: new Map(folder.files.map((file) => [file.path, file])) });
    }
  }

  // Undefined where the entry cannot be read; the check has said so.
  async entry(position: number): Promise<ShownEntry | undefined> {
    const bytes = (await this.bundleAt(position))[position % kTileWidth];
    const parts = bytes && cutEntry(bytes);
    if (!parts || parts instanceof Refusal) return undefined;
    const event = decodeEvent(parts.event);
    return event instanceof Refusal ? undefined : { position, bytes, parts, event };
  }

  // The entry as it is told beside a finding: what it says now, or, if that cannot be read, what its
  // readable line says. That line is no proof; it helps to know which entry is gone.
  async tell(position: number, from: StorySources): Promise<string | undefined> {
    const shown = await this.entry(position);
    const { language } = from;
    if (!shown) return this.tellLine(position, from);
    const { event, parts } = shown;
    const says = `${factTitle(language, event.fact.name)}: ${tellBriefly(event, from)}`;
    const who = tellPerson(language, event.author);
    const when = momentText(language, parts.recorded, from.timeZone);
    return {
      ru: `сейчас в ней: ${says}; автор ${who}, записано ${when}`,
      en: `it now says: ${says}; author ${who}, recorded ${when}`,
    }[language];
  }

  private async tellLine(position: number, { language }: StorySources): Promise<string | undefined> {
    const contents = await this.volumeOf(position)?.files.get(renditionPath(position))?.read().catch(() => undefined);
    const start = `{"position":${position},`;
    const line = (contents && toText(contents))?.split("\n").find((one) => one.startsWith(start));
    let told: string;
    try {
      const { fact, says } = JSON.parse(line ?? "") as { fact: string; says: Record<string, unknown> };
      const fields = Object.entries(says).filter(([, value]) => value !== null)
        .map(([name, value]) => `${fieldLabel(language, name)} ${typeof value === "string" ? value : JSON.stringify(value)}`);
      told = `${factTitle(language, fact)}: ${fields.join(", ")}`;
    } catch {
      return undefined;
    }
    const cut = shownName(told.length > kMostOfALine ? `${told.slice(0, kMostOfALine)}…` : told);
    return { ru: `её читаемая строка говорит: ${cut}`, en: `its readable line says: ${cut}` }[language];
  }

  private volumeOf(position: number): ReadableVolume | undefined {
    return this.volumes.filter(({ first, end }) => first <= position && position < end).pop();
  }

  private bundleAt(position: number): Promise<Bytes[]> {
    const volume = this.volumeOf(position);
    if (!volume) return Promise.resolve([]);
    const first = position - (position % kTileWidth);
    const width = Math.min(kTileWidth, volume.end - first);
    const path = kLogFolder + printTilePath({ level: "entries", index: first / kTileWidth, width });
    const key = `${volume.first} ${path}`;
    const kept = this.bundles.get(key);
    if (kept) return kept;
    const read = this.read(volume.files.get(path), width);
    if (this.bundles.size === kMostBundles) this.bundles.delete(this.bundles.keys().next().value!);
    this.bundles.set(key, read);
    return read;
  }

  private async read(file: SourceFile | undefined, width: number): Promise<Bytes[]> {
    const contents = await file?.read().catch(() => undefined);
    const cut = contents && parseEntryBundle(contents, width);
    return !cut || cut instanceof Refusal ? [] : cut;
  }
}
