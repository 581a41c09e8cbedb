// What a person's trust in a school's log rests on: the log's key and the newest checkpoint that was
// seen, kept in this browser or in a trust file that people carry (docs/archive-format.md).
import { toBytes } from "../proofs/bytes";
import { openCheckpoint, type Checkpoint } from "../proofs/checkpoint";
import { admitVerifier, type NoteVerifier } from "../proofs/note";
import { meetsQuorum, openKnown } from "../proofs/policy";
import { Refusal, refuse } from "../proofs/refusal";
import { kEd25519, parseVerifierKey, printVerifierKey } from "../proofs/verifier_key";
import { parseTrust, type Trust } from "../verify/trust";
import { refuteGrowth, type FetchTile } from "./log_tree";

export interface TrustLine {
  key: string; // NAME+ID+KEY
  note: string; // the newest checkpoint seen, as it was signed
  since: string; // the day on which this browser first saw the log
  brought: boolean; // by a file of the person's own, not taken from the server at first sight
}

export interface Seen {
  line: TrustLine;
  log: NoteVerifier;
  checkpoint: Checkpoint; // the one that the school shows now
  before: Checkpoint | undefined; // the one kept in mind; undefined: nothing was
}

export interface Shelf {
  get(name: string): string | null;
  put(name: string, text: string): void;
  remove(name: string): void;
}

const shelfName = (log: string): string => `letopis.trust.${log}`;

export function kept(shelf: Shelf, log: string): TrustLine | undefined {
  const text = shelf.get(shelfName(log));
  if (text === null) return undefined;
  try {
    const line = JSON.parse(text) as Partial<TrustLine>;
    const whole = typeof line.key === "string" && typeof line.note === "string" && typeof line.since === "string";
    return whole ? { key: line.key!, note: line.note!, since: line.since!, brought: line.brought === true } : undefined;
  } catch {
    return undefined;
  }
}

export const keep = (shelf: Shelf, log: string, line: TrustLine): void => shelf.put(shelfName(log), JSON.stringify(line));

export const forget = (shelf: Shelf, log: string): void => shelf.remove(shelfName(log));

export interface Shown {
  key: string; // as /log/key gives it
  note: string; // as /log/checkpoint gives it
  today: string;
}

const otherKey = (): Refusal => refuse("trust.key",
  "Журнал подписан другим ключом, чем запомненный. Школа сменила ключ, или это не её сервер: спросите директора и инспектора.",
  "The log is signed by another key than the one kept in mind. The school changed its key, or this is not its server: ask the head and the inspector.");

// What the school shows now, judged by what is kept in mind. Nothing kept: it is believed for the first
// time, which `before` tells. Refuses another key, a bad signature, and a log that does not go on from
// the checkpoint kept.
export async function look(known: TrustLine | undefined, shown: Shown, fetchTile: FetchTile): Promise<Seen | Refusal> {
  const key = parseVerifierKey((known?.key ?? shown.key).trim());
  if (key instanceof Refusal) return key;
  if (key.type !== kEd25519 || (known !== undefined && known.key.trim() !== shown.key.trim())) return otherKey();
  const log = admitVerifier(key);
  if (log instanceof Refusal) return log;
  const opened = await openCheckpoint(toBytes(shown.note), log, []);
  if (opened instanceof Refusal) return opened;
  let before: Checkpoint | undefined;
  if (known !== undefined && known.note !== "") {
    const old = await openCheckpoint(toBytes(known.note), log, []);
    if (old instanceof Refusal) return old;
    before = old.checkpoint;
    const refusal = await refuteGrowth(before, opened.checkpoint, fetchTile);
    if (refusal) return refusal;
  }
  const line = { key: printVerifierKey(key), note: shown.note, since: known?.since ?? shown.today, brought: known?.brought ?? false };
  return { line, log, checkpoint: opened.checkpoint, before };
}

export interface Brought {
  line: TrustLine;
  witnesses: { name: string; time: bigint | undefined }[]; // whose cosignatures under a checkpoint of the file verified
  quorum: boolean | undefined; // undefined: the file asks for none
}

// A trust file of the person's own: its log's key, and the largest of its checkpoints.
export async function bring(bytes: Uint8Array, today: string): Promise<Brought | Refusal> {
  const trust: Trust | Refusal = await parseTrust(bytes);
  if (trust instanceof Refusal) return trust;
  const key = trust.policy.logs.find(({ type }) => type === kEd25519);
  if (key === undefined) return otherKey();
  let newest: { size: number; note: string } | undefined;
  const witnesses = new Map<string, bigint | undefined>();
  let quorum = trust.policy.quorum === undefined ? undefined : false;
  for (const note of notesIn(bytes)) {
    const opened = await openKnown(toBytes(note), trust.policy);
    if (opened instanceof Refusal) return opened;
    if (newest === undefined || opened.checkpoint.size > newest.size) newest = { size: opened.checkpoint.size, note };
    for (const one of trust.policy.witnesses) {
      const verified = opened.verified.find((by) => by.key.id === one.key.id && by.key.name === one.key.name);
      if (verified) witnesses.set(one.name, verified.time);
    }
    if (quorum === false && meetsQuorum(trust.policy, opened.verified)) quorum = true;
  }
  return {
    line: { key: printVerifierKey(key), note: newest?.note ?? "", since: today, brought: true },
    witnesses: [...witnesses].map(([name, time]) => ({ name, time })), quorum,
  };
}

// The notes of a file that parseTrust has taken.
function notesIn(bytes: Uint8Array): string[] {
  const lines = new TextDecoder().decode(bytes).split("\n");
  const notes: string[] = [];
  for (let at = 0; at < lines.length; ++at) {
    if (lines[at] !== "checkpoint") continue;
    let note = "";
    let signed = false;
    for (++at; at < lines.length && (!signed || lines[at]!.startsWith("— ")); ++at) {
      signed ||= lines[at] === "";
      note += `${lines[at]!}\n`;
    }
    --at;
    notes.push(note);
  }
  return notes;
}

// To take along: what letopis-verify and verify.html take as a trust file, too.
export const printTrust = ({ key, note }: TrustLine): string => `log ${key}\nquorum none\ncheckpoint\n${note}`;
