// A volume of certified documents as the program would seal it, made anew for each test: signed with a
// log's key, and by the certificates of a school's office.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import assert from "node:assert/strict";

import { toBytes, type Bytes } from "../../web/proofs/bytes";
import { printPem } from "../../web/proofs/key_standing";
import { Refusal } from "../../web/proofs/refusal";
import { checkMedium } from "../../web/verify/medium_check";
import { parseTrust } from "../../web/verify/trust";
import type { Verdict } from "../../web/verify/verdict";
import { NoteKey, noteBy } from "./note_keys";
import { digestOf, issue, kTimestamping, pem, revocations, signFile, stamp } from "./office";

const kOrigin = "letopis.example/papers";
export const kName = "papers_2025-2026_doc_v002";
const kLogKey = new NoteKey(kOrigin, 7);

const sha256 = (...parts: (string | Uint8Array)[]): Buffer => {
  const hash = createHash("sha256");
  parts.forEach((part) => hash.update(part));
  return hash.digest();
};

const note = (text: string): string => noteBy(text, kLogKey);

export type Files = Map<string, Bytes>;

export const kAuthority = issue("Школьный центр", undefined, { authority: true });
export const kDirector = issue("Иванова Ирина Ивановна", kAuthority);
export const kClock = issue("Служба меток", kAuthority, { usage: 0x80, uses: [kTimestamping] });

export const kJournal = "data/documents/9a/journal.pdf";
export const kSummary = "data/documents/9a/summary.pdf";
export const kAuthorities = "data/keys/authorities.pem";
export const kRevocations = "data/keys/revocations/000.crl";
export const kTagManifest = "signatures/tagmanifest-sha256.txt";

const kDirectorsSignature = signFile(toBytes("%PDF-1.4 journal"), kDirector);
const kOfSummary = signFile(toBytes("%PDF-1.4 summary"), kDirector);
const kClocksStamp = stamp(kDirectorsSignature, kClock);
const kRevokingNobody = revocations(kAuthority, []);

function payload(): Files {
  const text: Record<string, string> = {
    "data/log/checkpoint": note(`${kOrigin}\n70\n${sha256("root").toString("base64")}\n`),
    "data/keys/log.vkey": `${kLogKey.verifierKey}\n`,
    "data/keys/log.pem": printPem(kLogKey.publicKey),
    [kJournal]: "%PDF-1.4 journal",
    "data/documents/9a/journal.csv": "a;b\n",
    [kSummary]: "%PDF-1.4 summary",
    "data/register/copies.csv": "copy\n",
  };
  return new Map([
    ...Object.entries(text).map(([path, content]): [string, Bytes] => [path, toBytes(content)]),
    [kAuthorities, pem(kAuthority)], [kRevocations, kRevokingNobody],
    [`${kJournal}.sig`, kDirectorsSignature], [`${kJournal}.sig.tsr`, kClocksStamp],
    [`${kSummary}.sig`, kOfSummary],
  ]);
}

export function manifestOf(files: Files): Bytes {
  return toBytes([...files.keys()].sort().map((path) => `${sha256(files.get(path)!).toString("hex")}  ${path}\n`).join(""));
}

function bagInfo(files: Files, documents: number): string {
  const size = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  return `Source-Organization: ${kOrigin}\nExternal-Identifier: ${kName}\nBagging-Date: 2026-07-01\n` +
    `Payload-Oxum: ${size}.${files.size}\nBag-Software-Agent: letopis 1\nLetopis-Format: 1\nLetopis-Kind: document\n` +
    `Letopis-Log-Id: ${"c0".repeat(32)}\nLetopis-Volume: 2\nLetopis-Log-Size: 70\n` +
    `Letopis-Log-Root: ${sha256("root").toString("hex")}\nLetopis-Keep-Until: 2031-09-01\n` +
    `Letopis-Documents: ${documents}\nLetopis-Previous: none\nLetopis-Trial-Log: yes\nLetopis-Trial-Media: yes\n`;
}

// What certificates put beside the tag manifest, by its ending.
export type Sides = (tagManifest: Bytes) => Record<string, Bytes>;

const ofDirector: Sides = (tagManifest) => {
  const signature = signFile(tagManifest, kDirector);
  return { ".sig": signature, ".sig.tsr": stamp(signature, kClock) };
};

// A volume as it is sealed; `change` alters the payload before, so that all of it agrees with itself.
export function seal(change: (files: Files) => void = () => {}, documents = 2, sides: Sides = ofDirector): Files {
  const files = payload();
  change(files);
  const tags: Files = new Map([
    ["READ-ME-FIRST.txt", toBytes("Прочтите\n")],
    ["bag-info.txt", toBytes(bagInfo(files, documents))],
    ["bagit.txt", toBytes("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")],
    ["manifest-sha256.txt", manifestOf(files)],
  ]);
  const tagManifest = manifestOf(tags);
  const digest = sha256(tagManifest).toString("hex");
  return new Map([
    ...files, ...tags, ["tagmanifest-sha256.txt", tagManifest],
    [`${kTagManifest}.note`, toBytes(note(`letopis volume v1\n${kName}\n${digest}  tagmanifest-sha256.txt\n`))],
    ...Object.entries(sides(tagManifest)).map(([ending, bytes]): [string, Bytes] => [kTagManifest + ending, bytes]),
  ]);
}

export const kTrustText = `log ${kLogKey.verifierKey}\nquorum none\n`;
export const kOurAuthority = `authority ${digestOf(kAuthority)}\n`;

// `more`: lines of the trust file besides the log's key.
export async function check(files: Files, more = kOurAuthority): Promise<Verdict> {
  const trust = await parseTrust(toBytes(kTrustText + more));
  assert(!(trust instanceof Refusal));
  const chosen = [...files].map(([path, bytes]) => ({ path, size: bytes.length, read: async () => bytes }));
  const verdict = await checkMedium({ name: kName, files: chosen, emptyFolders: [] }, { trust, progress: async () => {} });
  assert(!(verdict instanceof Refusal));
  return verdict;
}

export function lay(files: Files, folder: string): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

export const codes = ({ findings }: Verdict): string[] => findings.map(({ what }) => what.code);
