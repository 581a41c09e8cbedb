// The log as files (C2SP tlog-tiles): where each tile lies, which there are, and what they hold.
import type { Bytes } from "./bytes";
import { Refusal, refuse } from "./refusal";

export const kTileWidth = 256;
export const kMaxEntryBytes = 65_535;
const kDigestBytes = 32;

export interface TilePath {
  level: number | "entries";
  index: number;
  width: number; // 1 to kTileWidth, the latter for a full tile
}

const three = (group: number): string => String(group).padStart(3, "0");

function printIndex(index: number): string {
  let text = three(index % 1000);
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    text = `x${three(rest % 1000)}/${text}`;
  }
  return text;
}

export function printTilePath({ level, index, width }: TilePath): string {
  return `tile/${level}/${printIndex(index)}${width === kTileWidth ? "" : `.p/${width}`}`;
}

function addLevel(paths: TilePath[], level: number | "entries", old: number, count: number): void {
  for (let index = Math.floor(old / kTileWidth); index < Math.floor(count / kTileWidth); ++index) {
    paths.push({ level, index, width: kTileWidth });
  }
  const width = count % kTileWidth;
  if (width !== 0 && count !== old) paths.push({ level, index: Math.floor(count / kTileWidth), width });
}

// The tiles that a tree of `size` leaves has and one of `old` had not.
export function tilesAdded(old: number, size: number): TilePath[] {
  const paths: TilePath[] = [];
  for (let level = 0, unit = 1; size >= unit; ++level, unit *= kTileWidth) {
    addLevel(paths, level, Math.floor(old / unit), Math.floor(size / unit));
  }
  addLevel(paths, "entries", old, size);
  return paths;
}

// The hashes of a tile; refuses any length but that of `width` of them.
export function parseTile(bytes: Bytes, width: number): Bytes[] | Refusal {
  if (bytes.length !== width * kDigestBytes) {
    return refuse("tile.length", "Длина плитки не подходит к её ширине.",
      "The tile's length does not suit its width.");
  }
  return Array.from({ length: width }, (_, at) => bytes.subarray(at * kDigestBytes, (at + 1) * kDigestBytes));
}

// As many whole entries as stand at the front of the bytes, at most a bundle's; borrowed from them.
export function cutEntries(bundle: Bytes): { entries: Bytes[]; rest: number } {
  const entries: Bytes[] = [];
  let at = 0;
  while (bundle.length - at >= 2 && entries.length < kTileWidth) {
    const length = (bundle[at]! << 8) | bundle[at + 1]!;
    if (bundle.length - at - 2 < length) break;
    entries.push(bundle.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return { entries, rest: bundle.length - at };
}

// Refuses any bundle that does not consist of exactly `width` whole entries.
export function parseEntryBundle(bundle: Bytes, width: number): Bytes[] | Refusal {
  const { entries, rest } = cutEntries(bundle);
  if (entries.length === width && rest === 0) return entries;
  return refuse("bundle.malformed", "Связка записей повреждена: длины не сходятся.",
    "The entry bundle is damaged: its lengths do not add up.");
}
