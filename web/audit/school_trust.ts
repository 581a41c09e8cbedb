// The school's log as this browser may believe it: its checkpoint, what was seen of it before, and the
// proof of one entry under both.
import type { Client } from "../client/ask";
import { Problem } from "../client/problem";
import { toText } from "../proofs/bytes";
import { Refusal } from "../proofs/refusal";
import { refuteGrowth, type FetchTile } from "./log_tree";
import { checkEntry, type ProofVerdict, type ReceiptAnswer, type ShownFact } from "./proof";
import { bring, forget, keep, kept, look, type Brought, type Seen, type Shelf } from "./trust_line";

export const browserShelf: Shelf = {
  get: (name) => localStorage.getItem(name),
  put: (name, text) => { localStorage.setItem(name, text); },
  remove: (name) => { localStorage.removeItem(name); },
};

export const tilesOf = (client: Client): FetchTile => (path) => client.bytes(`log/${path}`);

const textOf = async (client: Client, target: string): Promise<string> => toText(await client.bytes(target)) ?? "";

export interface SchoolNow {
  log: string;
  now: string;
}

// Keeps what it has seen, unless that is refused: then the memory stays as it was.
export async function lookAtSchool(client: Client, shelf: Shelf = browserShelf): Promise<Seen | Refusal> {
  const school = await client.get<SchoolNow>("api/v1/school");
  const shown = {
    key: (await textOf(client, "log/key")).trim(), note: await textOf(client, "log/checkpoint"), today: school.now.slice(0, 10),
  };
  const seen = await look(kept(shelf, school.log), shown, tilesOf(client));
  if (!(seen instanceof Refusal)) keep(shelf, school.log, seen.line);
  return seen;
}

// A person's own trust file takes the place of what this browser remembered.
export async function bringTrust(client: Client, bytes: Uint8Array, shelf: Shelf = browserShelf): Promise<Brought | Refusal> {
  const school = await client.get<SchoolNow>("api/v1/school");
  const brought = await bring(bytes, school.now.slice(0, 10));
  if (!(brought instanceof Refusal)) keep(shelf, school.log, brought.line);
  return brought;
}

export async function forgetTrust(client: Client, shelf: Shelf = browserShelf): Promise<void> {
  forget(shelf, (await client.get<SchoolNow>("api/v1/school")).log);
}

// Undefined: not for this reader.
async function receiptOf(client: Client, position: number): Promise<ReceiptAnswer | undefined> {
  try {
    return await client.get<ReceiptAnswer>(`api/v1/receipts/${position}`);
  } catch (fault) {
    if (fault instanceof Problem && fault.document.status === 403) return undefined;
    throw fault;
  }
}

export interface Proved {
  seen: Seen | Refusal;
  verdict: ProofVerdict;
}

// The receipt may stand under a checkpoint that is younger than the one seen a moment ago.
export async function proveEntry(client: Client, position: number, shown?: ShownFact, shelf: Shelf = browserShelf): Promise<Proved> {
  const seen = await lookAtSchool(client, shelf);
  if (seen instanceof Refusal) return { seen, verdict: { checks: [{ check: "in_log", refusal: seen }] } };
  const verdict = await checkEntry(position, seen.log, (at) => receiptOf(client, at), shown);
  const under = verdict.checkpoint;
  if (under === undefined) return { seen, verdict };
  const [old, young] = under.size < seen.checkpoint.size ? [under, seen.checkpoint] : [seen.checkpoint, under];
  const refusal = await refuteGrowth(old, young, tilesOf(client));
  return { seen, verdict: refusal ? { ...verdict, checks: [{ check: "in_log", refusal }] } : verdict };
}
