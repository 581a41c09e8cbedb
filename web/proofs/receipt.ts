// The proof that an entry is in a log (C2SP tlog-proof); the entry itself lies in a file beside it.
import { fromBase64, fromHex, toBytes, toText, type Bytes } from "./bytes";
import { openCheckpoint, parseCheckpoint, type OpenedCheckpoint } from "./checkpoint";
import { leafHash } from "./merkle";
import { refuteInclusion } from "./merkle_proof";
import { kMaxNoteBytes, parseNote, type NoteVerifier } from "./note";
import { Refusal, refuse } from "./refusal";

const kMaxHashes = 64;
const kMaxExtraBytes = 65_536;
const kMaxBytes = kMaxNoteBytes + kMaxHashes * 45 + Math.floor(kMaxExtraBytes / 3) * 4 + 1_024;

export interface Receipt {
  index: bigint;
  proof: Bytes[];
  checkpoint: Bytes; // the signed note
}

const malformed = (): Refusal => refuse("receipt.malformed", "Квитанция записана неверно.", "The receipt is malformed.");
const tooLong = (): Refusal => refuse("receipt.too_long", "Квитанция слишком длинна.", "The receipt is too long.");

const kMaxIndex = (1n << 64n) - 1n;

function indexIn(line: string | undefined): bigint | undefined {
  const digits = /^index (0|[1-9][0-9]{0,19})$/.exec(line ?? "")?.[1];
  const index = digits === undefined ? undefined : BigInt(digits);
  return index !== undefined && index <= kMaxIndex ? index : undefined;
}

function readProof(lines: readonly string[]): Bytes[] | Refusal {
  if (lines.length > kMaxHashes) return tooLong();
  const proof: Bytes[] = [];
  for (const line of lines) {
    const hash = fromBase64(line);
    if (hash?.length !== 32) return malformed();
    proof.push(hash);
  }
  return proof;
}

export function parseReceipt(bytes: Bytes): Receipt | Refusal {
  if (bytes.length > kMaxBytes) return tooLong();
  const text = toText(bytes);
  const border = text?.indexOf("\n\n") ?? -1;
  if (text === undefined || border < 0) return malformed();
  const lines = text.slice(0, border).split("\n");
  if (lines.shift() !== "c2sp.org/tlog-proof@v1") return malformed();
  if (lines[0]?.startsWith("extra ")) {
    const extra = fromBase64(lines.shift()!.slice("extra ".length));
    if (!extra || extra.length === 0) return malformed();
    if (extra.length > kMaxExtraBytes) return tooLong();
  }
  const index = indexIn(lines.shift());
  if (index === undefined) return malformed();
  const proof = readProof(lines);
  if (proof instanceof Refusal) return proof;
  const checkpoint = toBytes(text.slice(border + 2));
  const note = parseNote(checkpoint);
  const said = note instanceof Refusal ? note : parseCheckpoint(note.text);
  return said instanceof Refusal ? said : { index, proof, checkpoint };
}

// The checkpoint that the receipt proves the entry to be under. Refuses one that does not open under
// the log's key, and what does not lead to its root.
export async function verifyReceipt({ index, proof, checkpoint }: Receipt, entry: Bytes, log: NoteVerifier):
Promise<OpenedCheckpoint | Refusal> {
  const opened = await openCheckpoint(checkpoint, log, []);
  if (opened instanceof Refusal) return opened;
  const { size, root } = opened.checkpoint;
  const claim = { leaf: leafHash(entry), index, size: BigInt(size), root: fromHex(root)! };
  return refuteInclusion(claim, proof) ?? opened;
}
