// An entry: an event as the log keeps it, and the leaf of the Merkle tree. docs/event-format.md has
// its frame.
import { joined, toBytes, toHex, type Bytes } from "./bytes";
import { verify, type CheckedKey } from "./ed25519";
import { Refusal, refuse } from "./refusal";

const kVersion = 1;
const kFrameBytes = 104;
const kMaxEventBytes = 65_000;
const kPrefix = toBytes("letopis event v1\n");

export interface EntryParts {
  recorded: number; // milliseconds
  key: string; // SHA-256 of the author's public key, hexadecimal
  signature: Bytes;
  event: Bytes;
}

export function cutEntry(entry: Bytes): EntryParts | Refusal {
  if (entry.length <= kFrameBytes || entry.length > kFrameBytes + kMaxEventBytes) {
    return refuse("entry.size", `запись в ${entry.length} байт: столько в ней быть не может`,
      `an entry cannot have ${entry.length} bytes`);
  }
  const view = new DataView(entry.buffer, entry.byteOffset);
  const version = view.getUint16(0);
  if (version !== kVersion) {
    return refuse("entry.version", `запись формата ${version}: эта программа знает только формат ${kVersion}`,
      `an entry of format ${version}: this program knows only format ${kVersion}`);
  }
  return {
    recorded: view.getUint16(2) * 0x1_0000_0000 + view.getUint32(4),
    key: toHex(entry.subarray(8, 40)),
    signature: entry.subarray(40, 104),
    event: entry.subarray(kFrameBytes),
  };
}

export const verifyEvent = (parts: EntryParts, key: CheckedKey): Promise<boolean> =>
  verify(key, joined(kPrefix, parts.event), parts.signature);
