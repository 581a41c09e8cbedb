// Whether one entry of the log is what it is said to be, checked here from its bytes: that it stands in
// the log under a checkpoint of the log's key, that its author's key signed it, and whose key that is.
import { fromBase64, fromHex, toBytes, toHex, type Bytes } from "../proofs/bytes";
import type { Checkpoint } from "../proofs/checkpoint";
import { admitKey, keyIdOf } from "../proofs/ed25519";
import { cutEntry, verifyEvent, type EntryParts } from "../proofs/entry";
import { decodeEvent, type Event, type Value } from "../proofs/event";
import { leafHash } from "../proofs/merkle";
import type { NoteVerifier } from "../proofs/note";
import { parseReceipt, verifyReceipt } from "../proofs/receipt";
import { Refusal, refuse } from "../proofs/refusal";
import { schema } from "../proofs/schema";

export interface ReceiptAnswer {
  position: number;
  proof: string;
  entry: string;
  key?: string;
  enrolled?: number;
}

// A fact as the page shows it: its name as `fact`, and fields as the server words them.
export type ShownFact = Record<string, unknown> & { fact: string };

export const kChecks = ["in_log", "shown", "signed", "holder"] as const;
export type Check = (typeof kChecks)[number];

export interface Checked {
  check: Check;
  refusal?: Refusal; // why it does not hold
  unseen?: boolean; // could not be asked for, so is not checked
}

export interface ProofVerdict {
  checks: Checked[];
  checkpoint?: Checkpoint; // that the receipt stands under
  event?: Event;
  leaf?: string;
  key?: string; // the id of the author's key
}

interface Opened {
  checkpoint: Checkpoint;
  entry: Bytes;
  parts: EntryParts;
  event: Event;
}

const otherEntry = (): Refusal => refuse("receipt.other",
  "Квитанция не на ту запись, о которой спросили.", "The receipt is of another entry than the one asked for.");

async function open(answer: ReceiptAnswer, position: number, log: NoteVerifier): Promise<Opened | Refusal> {
  const receipt = parseReceipt(toBytes(answer.proof));
  if (receipt instanceof Refusal) return receipt;
  if (receipt.index !== BigInt(position)) return otherEntry();
  const entry = fromBase64(answer.entry);
  const parts = entry === undefined ? otherEntry() : cutEntry(entry);
  if (parts instanceof Refusal) return parts;
  const under = await verifyReceipt(receipt, entry!, log);
  if (under instanceof Refusal) return under;
  const event = decodeEvent(parts.event);
  if (event instanceof Refusal) return event;
  return { checkpoint: under.checkpoint, entry: entry!, parts, event };
}

// What a field says in the words of the server's answers; undefined: of a kind that is not compared.
function worded(value: Value, kind: string, of: string | undefined): unknown {
  if (kind === "number" || kind === "u16" || kind === "u32") return Number(value);
  if (kind === "word") return schema.enums[of!]!.words[value as number];
  return undefined;
}

// The page must show what is signed. Texts are not in the log, and moments are told by a clock's zone.
function refuteShown({ fact, says }: Event, shown: ShownFact): Refusal | undefined {
  const differs = (): Refusal => refuse("proof.shown", "Показано не то, что подписано.", "What is shown is not what was signed.");
  if (fact.name !== shown.fact) return differs();
  for (const { name, kind, of, list } of fact.fields) {
    const value = says[name] ?? null;
    if (list === true || value === null) continue;
    const signed = worded(value, kind, of);
    if (signed !== undefined && name in shown && shown[name] !== signed) return differs();
  }
  return undefined;
}

async function refuteSignature(parts: EntryParts, publicKey: string | undefined): Promise<Refusal | undefined> {
  const bytes = publicKey === undefined ? undefined : fromHex(publicKey);
  if (bytes?.length !== 32 || keyIdOf(bytes) !== parts.key) {
    return refuse("proof.key", "Ключ автора не тот, которым помечена запись.", "The author's key is not the one that the entry names.");
  }
  const key = admitKey(bytes);
  if (key instanceof Refusal) return key;
  if (await verifyEvent(parts, key)) return undefined;
  return refuse("proof.signature", "Подпись автора не сходится: запись изменена или подделана.",
    "The author's signature does not verify: the entry is altered or forged.");
}

// That the log itself gave that key to that person, by an entry of its own.
function refuteHolder(enrolment: Opened, publicKey: string, author: number): Refusal | undefined {
  const { fact, says } = enrolment.event;
  const founder = fact.name === "log_started" && author === 0 && says["founder"] === publicKey;
  const enrolled = fact.name === "key_enrolled" && says["person"] === author && says["public_key"] === publicKey;
  if (founder || enrolled) return undefined;
  return refuse("proof.holder", "Журнал не выдавал этого ключа этому человеку.", "The log did not give that key to that person.");
}

// `fetchReceipt` answers undefined where the reader may not see an entry.
export async function checkEntry(
  position: number, log: NoteVerifier, fetchReceipt: (position: number) => Promise<ReceiptAnswer | undefined>, shown?: ShownFact,
): Promise<ProofVerdict> {
  const answer = await fetchReceipt(position);
  if (answer === undefined) return { checks: kChecks.map((check) => ({ check, unseen: true })) };
  const opened = await open(answer, position, log);
  if (opened instanceof Refusal) return { checks: [{ check: "in_log", refusal: opened }] };
  const held = (check: Check, refusal: Refusal | undefined): Checked => (refusal ? { check, refusal } : { check });
  const checks: Checked[] = [{ check: "in_log" }];
  if (shown) checks.push(held("shown", refuteShown(opened.event, shown)));
  const signature = await refuteSignature(opened.parts, answer.key);
  checks.push(held("signed", signature));
  if (signature === undefined) checks.push(await checkHolder(answer, opened, log, fetchReceipt));
  return {
    checks, checkpoint: opened.checkpoint, event: opened.event, leaf: toHex(leafHash(opened.entry)), key: opened.parts.key,
  };
}

async function checkHolder(answer: ReceiptAnswer, { event }: Opened, log: NoteVerifier,
  fetchReceipt: (position: number) => Promise<ReceiptAnswer | undefined>): Promise<Checked> {
  const enrolment = answer.enrolled === undefined ? undefined : await fetchReceipt(answer.enrolled);
  if (enrolment === undefined) return { check: "holder", unseen: true };
  const opened = await open(enrolment, answer.enrolled!, log);
  const refusal = opened instanceof Refusal ? opened : refuteHolder(opened, answer.key!, event.author);
  return refusal ? { check: "holder", refusal } : { check: "holder" };
}

export const isRefused = ({ checks }: ProofVerdict): boolean => checks.some(({ refusal }) => refusal !== undefined);
