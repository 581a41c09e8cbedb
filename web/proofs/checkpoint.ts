// Signed tree heads (C2SP tlog-checkpoint): which log, how many entries, which root.
import { fromBase64, fromDecimal, toHex, type Bytes } from "./bytes";
import { openNote, type NoteVerifier, type VerifiedSignature } from "./note";
import { Refusal, refuse } from "./refusal";
import { sha256 } from "./sha256";
import { sameKey } from "./verifier_key";

export interface Checkpoint {
  origin: string;
  size: number;
  root: string; // hexadecimal
}

const malformed = (): Refusal =>
  refuse("checkpoint.malformed", "Контрольная точка записана неверно: нужны три строки: журнал, размер, корень.",
    "The checkpoint is malformed: three lines are due: origin, size, root.");

// The text of the note: exactly three lines.
export function parseCheckpoint(text: string): Checkpoint | Refusal {
  const lines = text.split("\n");
  if (lines.length !== 4 || lines[3] !== "" || lines[0] === "") return malformed();
  const size = fromDecimal(lines[1]!);
  const root: Bytes | undefined = fromBase64(lines[2]!);
  if (size === undefined || root?.length !== 32) return malformed();
  const checkpoint = { origin: lines[0]!, size, root: toHex(root) };
  if (size === 0 && checkpoint.root !== toHex(sha256(new Uint8Array(0)))) {
    return refuse("checkpoint.empty_tree", "У пустого журнала не тот корень.", "An empty log has another root.");
  }
  return checkpoint;
}

// A checkpoint that its log signed; `verified` names everyone asked for whose line verified.
export interface OpenedCheckpoint {
  checkpoint: Checkpoint;
  verified: VerifiedSignature[];
}

export async function openCheckpoint(
  note: Uint8Array, log: NoteVerifier, witnesses: readonly NoteVerifier[],
): Promise<OpenedCheckpoint | Refusal> {
  const opened = await openNote(note, [log, ...witnesses]);
  if (opened instanceof Refusal) return opened;
  const checkpoint = parseCheckpoint(opened.note.text);
  if (checkpoint instanceof Refusal) return checkpoint;
  if (checkpoint.origin !== log.key.name) {
    return refuse("checkpoint.origin", `Это контрольная точка другого журнала: «${checkpoint.origin}».`,
      `This is the checkpoint of another log: “${checkpoint.origin}”.`);
  }
  if (!opened.verified.some(({ key }) => sameKey(key, log.key))) {
    return refuse("checkpoint.not_signed_by_log", "Контрольная точка не подписана ключом журнала.",
      "The checkpoint is not signed by the log's key.");
  }
  return { checkpoint, verified: opened.verified };
}
