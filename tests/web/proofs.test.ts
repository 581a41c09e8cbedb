// The proofs that the pages share: digests, keys, trees and their proofs, encodings.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { fromBase64, fromDecimal, fromHex, isPlain, toBase64, toBytes, toHex, type Bytes } from "../../web/proofs/bytes";
import { admitKey, nativeIsStrict, verify } from "../../web/proofs/ed25519";
import { leafHash, MerkleFrontier } from "../../web/proofs/merkle";
import { refuteConsistency, refuteInclusion } from "../../web/proofs/merkle_proof";
import { openNote, parseNote, admitVerifier } from "../../web/proofs/note";
import { NumberTable } from "../../web/proofs/number_table";
import { Refusal } from "../../web/proofs/refusal";
import { sha256, sha256OfFile } from "../../web/proofs/sha256";
import { parseVerifierKey } from "../../web/proofs/verifier_key";
import { golden, kRoot, readBytes } from "./files";

test("SHA-256 of messages of every length around the blocks is that of OpenSSL", async () => {
  for (const length of [...Array(260).keys(), 4_095, 4_096, 70_001]) {
    const message = new Uint8Array(length).map((_, at) => (at * 31 + length) & 255);
    const wanted = createHash("sha256").update(message).digest("hex");
    assert.equal(toHex(sha256(message)), wanted, String(length));
    assert.equal(toHex(await sha256OfFile(message)), wanted, String(length));
  }
});

test("base64, hexadecimal and decimal have one spelling for each value", () => {
  for (let length = 0; length < 20; ++length) {
    const bytes = new Uint8Array(length).map((_, at) => 250 - at * 7);
    assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
    assert.equal(toBase64(bytes), Buffer.from(bytes).toString("base64"));
    assert.deepEqual(fromHex(toHex(bytes)), bytes);
  }
  for (const text of ["A", "AA", "AAA", "AB==", "AAB=", "A===", "AAAA=", "AA=A", "AAA\n", "-_==", "AA== "]) {
    assert.equal(fromBase64(text), undefined, text);
  }
  for (const text of ["0", "0A", "0g", " 00", "00 "]) assert.equal(fromHex(text), undefined, text);
  for (const text of ["", "00", "01", "+1", "-1", "1.0", "1e3", " 1", "9007199254740992"]) {
    assert.equal(fromDecimal(text), undefined, text);
  }
  assert.equal(fromDecimal("999999999999"), 999_999_999_999);
});

test("a text is plain iff it has no control characters but newline", () => {
  assert(isPlain("Отметка «5»\nвторая строка"));
  for (const text of ["\t", "\r", "\u0000", "\u007f", "\u0085", "\u009f"]) assert(!isPlain(text), JSON.stringify(text));
});

interface Vector {
  name: string;
  public_key: string;
  message: string;
  signature: string;
  valid: boolean;
}

const kVectors = JSON.parse(readFileSync(golden("ed25519_strict.json"), "utf8")) as Vector[];

async function judge(one: Vector, byPoints: boolean): Promise<boolean> {
  const key = admitKey(fromHex(one.public_key)!);
  if (key instanceof Refusal) return false;
  return verify(key, fromHex(one.message)!, fromHex(one.signature)!, byPoints);
}

test("every Ed25519 vector is judged by the strict rule, from points alone", async () => {
  assert(kVectors.length > 90);
  for (const one of kVectors) assert.equal(await judge(one, true), one.valid, one.name);
});

test("every Ed25519 vector is judged the same with the help of the platform", async () => {
  for (const one of kVectors) assert.equal(await judge(one, false), one.valid, one.name);
  assert.equal(typeof (await nativeIsStrict()), "boolean");
});

test("a signature of another length is none", async () => {
  const [honest] = kVectors;
  const key = admitKey(fromHex(honest!.public_key)!);
  assert(!(key instanceof Refusal));
  for (const length of [0, 63, 65]) {
    const signature = new Uint8Array(length);
    assert.equal(await verify(key, new Uint8Array(0), signature), false);
  }
});

// RFC 9162's MTH, as it is defined.
function hashOf(leaves: readonly Bytes[]): Bytes {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (2 * split < leaves.length) split *= 2;
  return sha256(Uint8Array.of(1, ...hashOf(leaves.slice(0, split)), ...hashOf(leaves.slice(split))));
}

test("a tree grown leaf by leaf has the roots that its definition gives", () => {
  const frontier = MerkleFrontier.empty();
  const leaves: Bytes[] = [];
  for (let size = 0; size < 70; ++size) {
    assert.equal(toHex(frontier.root()), toHex(hashOf(leaves)), String(size));
    leaves.push(leafHash(toBytes(`leaf ${size}`)));
    frontier.append(leaves[size]!);
  }
});

interface ProofVector {
  leafIdx?: number;
  treeSize?: number;
  root?: string;
  leafHash?: string;
  size1?: number;
  size2?: number;
  root1?: string;
  root2?: string;
  proof: string[] | null;
  wantErr: boolean;
}

function vectorsBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? vectorsBelow(path) : [path];
  });
}

// JSON's numbers end at 2^53, the vectors' do not.
function parseVector(text: string): ProofVector & { numbers: Record<string, bigint> } {
  const numbers: Record<string, bigint> = {};
  for (const [, name, digits] of text.matchAll(/"(\w+)": (\d+)/g)) numbers[name!] = BigInt(digits!);
  return { ...(JSON.parse(text) as ProofVector), numbers };
}

// Where a hash does not matter, the vectors have a few words in its place.
function digestOf(base64: string | undefined): Bytes {
  const bytes = fromBase64(base64 ?? "") ?? new Uint8Array(0);
  if (bytes.length === 0 || bytes.length > 32) return bytes;
  const digest = new Uint8Array(32);
  digest.set(bytes);
  return digest;
}

const kShared = join(kRoot, "../shared/vectors/merkle");

test("proofs of inclusion and consistency are judged as the vectors ask",
  { skip: existsSync(kShared) ? false : "the shared vectors are not here" }, () => {
    const files = vectorsBelow(kShared).filter((name) => name.endsWith(".json"));
    assert(files.length > 150);
    for (const file of files) {
      const one = parseVector(readFileSync(file, "utf8"));
      const proof = (one.proof ?? []).map(digestOf);
      const { numbers } = one;
      const refusal = one.size1 === undefined
        ? refuteInclusion({ leaf: digestOf(one.leafHash), index: numbers["leafIdx"]!, size: numbers["treeSize"]!,
          root: digestOf(one.root) }, proof)
        : refuteConsistency({ oldSize: numbers["size1"]!, oldRoot: digestOf(one.root1), newSize: numbers["size2"]!,
          newRoot: digestOf(one.root2) }, proof);
      assert.equal(refusal !== undefined, one.wantErr, file);
    }
  });

test("a checkpoint's note opens by its log's key and by no other text", async () => {
  const bytes = readBytes(golden("archive/v1/medium/tiny_2025-2026_log_v001/data/log/checkpoint"));
  const vkey = readFileSync(golden("archive/v1/medium/tiny_2025-2026_log_v001/data/keys/log.vkey"), "utf8");
  const key = parseVerifierKey(vkey.trimEnd());
  assert(!(key instanceof Refusal));
  const verifier = admitVerifier(key);
  assert(!(verifier instanceof Refusal));
  const opened = await openNote(bytes, [verifier]);
  assert(!(opened instanceof Refusal));
  assert.equal(opened.verified.length, 1);
  for (let at = 0; at < bytes.length; ++at) {
    const changed = bytes.slice();
    changed[at]! ^= 1;
    assert((await openNote(changed, [verifier])) instanceof Refusal, String(at));
  }
});

test("what is no signed note is refused by its reason", () => {
  const cases: [string, string][] = [
    ["", "note.no_signature"], ["text\n", "note.no_signature"], ["text\n\n", "note.no_signature"],
    ["text\n\n— n AAAAAAA=", "note.no_signature"], ["text\n\n- n AAAAAAA=\n", "note.malformed_signature"],
    ["text\n\n— n AAAAAA==\n", "note.malformed_signature"], ["te\u0001xt\n\n— n AAAAAAA=\n", "note.characters"],
    ["text\n\n— a+b AAAAAAA=\n", "note.malformed_signature"],
  ];
  for (const [text, code] of cases) {
    const note = parseNote(toBytes(text));
    assert(note instanceof Refusal, JSON.stringify(text));
    assert.equal(note.code, code, JSON.stringify(text));
  }
  const many = `text\n\n${"— n AAAAAAA=\n".repeat(201)}`;
  assert.equal((parseNote(toBytes(many)) as Refusal).code, "note.too_long");
  const latin = parseNote(Uint8Array.of(0xe9, 10, 10));
  assert.equal((latin as Refusal).code, "note.characters");
});

test("a table of numbers keeps a hundred thousand keys apart", () => {
  const table = new NumberTable(4);
  for (let round = 0; round < 2; ++round) {
    for (let at = 0; at < 100_000; ++at) {
      const key = [at % 17, at, 0xffff_ffff - at, at % 3];
      assert.equal(table.get(key), round === 0 ? undefined : at);
      table.set(key, at);
    }
  }
  assert.equal(table.size, 100_000);
});
