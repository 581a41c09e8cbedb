// The golden submission as if another log of the same name had made it: with its documents and its volume,
// checkpoints signed by a key of the test's, and a witness beside it as far as a test wishes.
import { createHash } from "node:crypto";
import { join } from "node:path";
import assert from "node:assert/strict";

import { toBytes, toText, type Bytes } from "../../web/proofs/bytes";
import { printPem } from "../../web/proofs/key_standing";
import { leafHash } from "../../web/proofs/merkle";
import { Refusal } from "../../web/proofs/refusal";
import { checkMedium } from "../../web/verify/medium_check";
import { parseTrust } from "../../web/verify/trust";
import type { Verdict } from "../../web/verify/verdict";
import { chooseFolder, golden, readBytes } from "./files";
import { NoteKey, noteBy } from "./note_keys";
import { pem, signFile } from "./office";
import { kAuthorities, kAuthority, kDirector, kOurAuthority, kTagManifest, manifestOf, type Files } from "./sealed_documents";

const kPlace = golden("submission/v1");
const kName = "trial_2025-2026_submission_v1";
const kOrigin = "letopis.example/trial";
const kLogKey = new NoteKey(kOrigin, 9);
const kWitness = new NoteKey("witness.example/w", 11, true);
export const kState = "data/log/checkpoint";
const kVolume = "data/volumes/trial_2025-2026_doc_v002";
export const kProof = `${kVolume}/sealed.tlog-proof`;
const kTagFiles = ["READ-ME-FIRST.txt", "bag-info.txt", "bagit.txt", "manifest-sha256.txt"];

export interface Wish {
  witnessed?: string[]; // the files whose checkpoints the witness cosigned; else both
  proofSize?: number; // of the log in the proof's checkpoint; else 2
  receiver?: string;
  signed?: boolean; // the tag manifest, by the director
  change?: (files: Files) => void; // of the payload, before it is signed
}

const checkpointText = (size: number, root: Uint8Array): string =>
  `${kOrigin}\n${size}\n${Buffer.from(root).toString("base64")}\n`;

// The state as the golden one has it.
export const stateText = (): string => toText(readBytes(join(kPlace, kName, kState)))!.split("\n\n")[0]! + "\n";
export const knownState = (text: string): string => `checkpoint\n${noteBy(text, kLogKey)}`;
export const checkpointAt = (size: number, root: string): string =>
  checkpointText(size, createHash("sha256").update(root).digest());

// Of a log whose entry 0 it is: all hashes of the path are on its right.
function proofOf(entry: Bytes, size: number, keys: NoteKey[]): Bytes {
  const beside = createHash("sha256").update("beside").digest();
  let root: Uint8Array = leafHash(entry);
  let path = "";
  for (let width = 1; width < size; width *= 2) {
    root = createHash("sha256").update(Buffer.from([1])).update(root).update(beside).digest();
    path += `${beside.toString("base64")}\n`;
  }
  return toBytes(`c2sp.org/tlog-proof@v1\nindex 0\n${path}\n${noteBy(checkpointText(size, root), ...keys)}`);
}

function payload({ witnessed = [kState, kProof], proofSize = 2, change }: Wish): Files {
  const files: Files = new Map();
  for (const { path } of chooseFolder(join(kPlace, kName)).files) {
    if (path.startsWith("data/")) files.set(path, readBytes(join(kPlace, kName, path)));
  }
  const keysOf = (file: string): NoteKey[] => (witnessed.includes(file) ? [kLogKey, kWitness] : [kLogKey]);
  files.set("data/keys/log.vkey", toBytes(`${kLogKey.verifierKey}\n`)).set("data/keys/log.pem", toBytes(printPem(kLogKey.publicKey)));
  files.set(kAuthorities, new Uint8Array([...files.get(kAuthorities)!, ...pem(kAuthority)]));
  files.set(kState, toBytes(noteBy(stateText(), ...keysOf(kState))));
  files.set(kProof, proofOf(files.get(`${kVolume}/sealed.entry`)!, proofSize, keysOf(kProof)));
  change?.(files);
  return files;
}

// Signed and whole, but for what is wished otherwise.
export function pack(wish: Wish = {}): Files {
  const files = payload(wish);
  const size = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  const bagInfo = toText(readBytes(join(kPlace, kName, "bag-info.txt")))!
    .replace(/Payload-Oxum: .*/, `Payload-Oxum: ${size}.${files.size}`)
    .replace(/Letopis-Receiver: .*/, () => `Letopis-Receiver: ${wish.receiver ?? "Управление образования"}`);
  const tags: Files = new Map(kTagFiles.map((path): [string, Bytes] => [path, readBytes(join(kPlace, kName, path))]));
  tags.set("bag-info.txt", toBytes(bagInfo)).set("manifest-sha256.txt", manifestOf(files));
  const tagManifest = manifestOf(tags);
  const digest = createHash("sha256").update(tagManifest).digest("hex");
  const note = noteBy(`letopis submission v1\n${kName}\n${digest}  tagmanifest-sha256.txt\n`, kLogKey);
  const packed: Files = new Map([...files, ...tags, ["tagmanifest-sha256.txt", tagManifest], [`${kTagManifest}.note`, toBytes(note)]]);
  return wish.signed === false ? packed : packed.set(`${kTagManifest}.sig`, signFile(tagManifest, kDirector));
}

const kGoldenAuthority = /^authority .*\n/m.exec(toText(readBytes(join(kPlace, "trust.txt")))!)![0];
export const kQuorum = `witness w ${kWitness.verifierKey}\nquorum w\n`;

// `more`: lines of the trust file besides the log's key and the authorities, the quorum among them.
export async function checkPacked(files: Files, more = kQuorum, authorities = kGoldenAuthority + kOurAuthority): Promise<Verdict> {
  const trust = await parseTrust(toBytes(`log ${kLogKey.verifierKey}\n${authorities}${more}`));
  assert(!(trust instanceof Refusal), trust instanceof Refusal ? trust.says.en : "");
  const chosen = [...files].map(([path, bytes]) => ({ path, size: bytes.length, read: async () => bytes }));
  const verdict = await checkMedium({ name: kName, files: chosen, emptyFolders: [] }, { trust, progress: async () => {} });
  assert(!(verdict instanceof Refusal));
  return verdict;
}
