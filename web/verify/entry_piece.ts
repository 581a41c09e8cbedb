// A piece of 4 096 entries, as far as one volume has them: read, hashed, decoded and compared with
// its renditions.
import { equal, toBytes, type Bytes } from "../proofs/bytes";
import { cutEntry, type EntryParts } from "../proofs/entry";
import { decodeEnvelope, decodeEvent, kFactUnknown, type Envelope, type Event } from "../proofs/event";
import type { Fault, Findings } from "../proofs/findings";
import { leafHash } from "../proofs/merkle";
import { Refusal, refuse } from "../proofs/refusal";
import { printRendition } from "../proofs/rendition";
import { cutEntries, kTileWidth, parseEntryBundle, parseTile, printTilePath } from "../proofs/tiles";
import type { BagInfo } from "./bag_info";
import { bundleBorder } from "./joint";
import { kEntriesOfRendition, kLogFolder, renditionPath } from "./layout";
import type { VolumeFolder } from "./volume_folder";

export interface ReadEntry {
  position: number;
  leaf: Bytes;
  parts?: EntryParts;
  event?: Event;
  envelope?: Envelope; // of a fact of a later schema
  refusal?: Refusal; // why there is no event
}

export interface ReadPiece {
  entries: ReadEntry[];
  renditions: number; // how many lines were compared
}

const missing = (): Refusal =>
  refuse("entry.missing", "записи нет на её месте, или её не прочесть",
    "the entry is not in its place, or cannot be read");

function decode(bytes: Bytes, position: number): ReadEntry {
  const entry: ReadEntry = { position, leaf: leafHash(bytes) };
  const parts = cutEntry(bytes);
  if (parts instanceof Refusal) return { ...entry, refusal: parts };
  entry.parts = parts;
  const event = decodeEvent(parts.event);
  if (!(event instanceof Refusal)) {
    entry.event = event;
    return entry;
  }
  entry.refusal = event;
  const envelope = event.code === kFactUnknown ? decodeEnvelope(parts.event) : event;
  if (!(envelope instanceof Refusal)) entry.envelope = envelope;
  return entry;
}

// Where the entries of a damaged bundle belong: each stands where the tile has its leaf, so that one
// that was cut out is missing at its own place, and not all that come after it.
function placedBy(tile: Bytes[] | undefined, bundle: Bytes, width: number): (Bytes | undefined)[] {
  const placed = new Array<Bytes | undefined>(width).fill(undefined);
  for (const entry of tile ? cutEntries(bundle).entries : []) {
    const leaf = leafHash(entry);
    const place = tile!.findIndex((hash) => equal(hash, leaf));
    if (place >= 0) placed[place] = entry;
  }
  return placed;
}

class PieceReader {
  readonly piece: ReadPiece = { entries: [], renditions: 0 };

  constructor(
    private readonly folder: VolumeFolder,
    private readonly info: BagInfo,
    private readonly findings: Findings,
  ) {}

  async readBundle(first: number, width: number): Promise<void> {
    const path = { index: first / kTileWidth, width };
    const bundleFile = kLogFolder + printTilePath({ ...path, level: "entries" });
    const tile = await this.readTile(kLogFolder + printTilePath({ ...path, level: 0 }), width);
    const read = await this.folder.read(bundleFile);
    const bundle = read ?? new Uint8Array(0);
    const cut = parseEntryBundle(bundle, width);
    if (cut instanceof Refusal && read) {
      this.findings.add({ fault: "altered", where: "entries", what: cut, file: bundleFile });
    }
    const placed = cut instanceof Refusal ? placedBy(tile, bundle, width) : cut;
    for (let i = 0; i < width; ++i) {
      const bytes = placed[i];
      if (!bytes) {
        this.piece.entries.push({ position: first + i, leaf: tile?.[i] ?? new Uint8Array(32), refusal: missing() });
        continue;
      }
      const entry = decode(bytes, first + i);
      if (tile && !equal(tile[i]!, entry.leaf)) {
        this.add("altered", bundleFile, first + i, refuse("entry.not_in_tree",
          "запись не та, что вошла в дерево: её байты изменены",
          "the entry is not the one that entered the tree: its bytes were changed"));
      }
      this.piece.entries.push(entry);
    }
  }

  // Where an entry cannot be read there is nothing to compare with; that entry is the finding.
  async compareRenditions(number: number): Promise<void> {
    const file = renditionPath(number * kEntriesOfRendition);
    const own = this.piece.entries.filter(({ position }) => position >= this.info.first);
    const lines: string[] = [];
    for (const { position, parts, event } of own) {
      if (event && parts) lines.push(printRendition(position, parts, event));
    }
    if (own.length === 0) return;
    const there = await this.folder.read(file);
    if (!there || lines.length < own.length) return;
    this.piece.renditions += lines.length;
    if (equal(there, toBytes(lines.join("")))) return;
    this.add("altered", file, own[this.firstToDiffer(there, lines)]!.position, refuse("rendition.differs",
      "читаемая строка говорит не то, что подписанная запись",
      "the readable line does not say what the signed entry says"));
  }

  private firstToDiffer(there: Bytes, lines: readonly string[]): number {
    let at = 0;
    for (const [number, line] of lines.entries()) {
      const wanted = toBytes(line);
      if (!equal(there.subarray(at, at + wanted.length), wanted)) return number;
      at += wanted.length;
    }
    return lines.length - 1;
  }

  private async readTile(file: string, width: number): Promise<Bytes[] | undefined> {
    const bytes = await this.folder.read(file);
    const tile = bytes && parseTile(bytes, width);
    if (!(tile instanceof Refusal)) return tile;
    this.findings.add({ fault: "altered", where: "tree", what: tile, file });
    return undefined;
  }

  private add(fault: Fault, file: string, position: number, what: Refusal): void {
    this.findings.add({ fault, where: "entries", position, what, file });
  }
}

export function piecesOf({ first, end }: BagInfo): number {
  return Math.floor((end - 1) / kEntriesOfRendition) + 1 - Math.floor(bundleBorder(first) / kEntriesOfRendition);
}

// Without `lines` the entries alone are read.
export async function readPiece(
  folder: VolumeFolder, info: BagInfo, piece: number, findings: Findings, lines = true,
): Promise<ReadPiece> {
  const border = bundleBorder(info.first);
  const number = Math.floor(border / kEntriesOfRendition) + piece;
  const end = Math.min(info.end, (number + 1) * kEntriesOfRendition);
  const reader = new PieceReader(folder, info, findings);
  for (let at = Math.max(border, number * kEntriesOfRendition); at < end; at += kTileWidth) {
    await reader.readBundle(at, Math.min(kTileWidth, end - at));
  }
  if (lines) await reader.compareRenditions(number);
  return reader.piece;
}
