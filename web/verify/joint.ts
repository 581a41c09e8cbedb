// data/log/joint: what joins an incremental volume to the tree before it.
import { fromBase64, fromDecimal, toHex, toText, type Bytes } from "../proofs/bytes";
import { MerkleFrontier } from "../proofs/merkle";
import { Refusal, refuse } from "../proofs/refusal";
import { kTileWidth } from "../proofs/tiles";

const kMaxBytes = 8_192;

// The tree of `oldSize` entries had `oldRoot`; `edge` is its right edge at the last whole entry
// bundle before, from which the leaves of the volume's first bundle lead to that root.
export interface Joint {
  oldSize: number;
  oldRoot: string;
  edge: MerkleFrontier;
}

export const bundleBorder = (size: number): number => size - (size % kTileWidth);

const malformed = (): Refusal =>
  refuse("joint.malformed", "файл data/log/joint, который связывает том с прежним деревом, испорчен",
    "the file data/log/joint, which joins the volume to the tree before it, is broken");

function digest(base64: string | undefined): Bytes | undefined {
  const bytes = base64 === undefined ? undefined : fromBase64(base64);
  return bytes?.length === 32 ? bytes : undefined;
}

export function parseJoint(bytes: Uint8Array): Joint | Refusal {
  const text = bytes.length > kMaxBytes ? undefined : toText(bytes);
  const parts = /^letopis joint v1\nold (\S+)\nroot (\S+)\nbase (\S+)\n((?:\S+\n)*)$/.exec(text ?? "");
  if (!parts) return malformed();
  const oldSize = fromDecimal(parts[1]!);
  const oldRoot = digest(parts[2]);
  const base = fromDecimal(parts[3]!);
  const hashes = parts[4]!.split("\n").slice(0, -1).map(digest);
  if (oldSize === undefined || !oldRoot || base !== bundleBorder(oldSize) || hashes.includes(undefined)) {
    return malformed();
  }
  const edge = MerkleFrontier.restore(base, hashes as Bytes[]);
  return edge ? { oldSize, oldRoot: toHex(oldRoot), edge } : malformed();
}
