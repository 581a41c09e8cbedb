// The log of access beside the log: the golden medium's whole volume sealed anew by a key of the test's, with
// readings in it, and what is done to them. The page and `letopis-verify` must say the same.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";

import { toBytes } from "../../web/proofs/bytes";
import { printPem } from "../../web/proofs/key_standing";
import { leafHash, MerkleFrontier } from "../../web/proofs/merkle";
import { Refusal } from "../../web/proofs/refusal";
import { checkMedium } from "../../web/verify/medium_check";
import { parseTrust } from "../../web/verify/trust";
import { verdictObject } from "../../web/verify/verdict_json";
import { kFirst, refreshManifests } from "./damages";
import { chooseFolder, golden } from "./files";
import { NoteKey, noteBy } from "./note_keys";
import { byProgram, common, skip, type Said } from "./second_opinion";

const kOrigin = "letopis.example/tiny";
const kLog = new NoteKey(kOrigin, 9);
const kAccess = new NoteKey(`${kOrigin}/access`, 9);
const kSecond = kFirst.replace("v001", "v002");
const kLast = "data/access/tile/entries/001.p/44";

// Entries as the server notes them: somebody reads the diary of one child after the other.
function readings(count: number, reader = 7): Buffer[] {
  return Array.from({ length: count }, (_, child) => {
    const entry = Buffer.alloc(19);
    entry.set([1, 4]);
    entry.writeBigInt64BE(1_773_212_400_000n, 2);
    entry.writeUInt32BE(reader, 10);
    entry.writeUInt32BE(child + 1, 14);
    entry[18] = 2;
    return entry;
  });
}

const treeOf = (entries: Buffer[]): MerkleFrontier => {
  const tree = MerkleFrontier.empty();
  for (const entry of entries) tree.append(leafHash(new Uint8Array(entry)));
  return tree;
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

function put(volume: string, path: string, contents: string | Uint8Array): string {
  mkdirSync(dirname(join(volume, path)), { recursive: true });
  writeFileSync(join(volume, path), contents);
  return path;
}

// The files under data/access, all of it or what came since `old` entries.
function putAccess(volume: string, entries: Buffer[], old = 0): string[] {
  const note = noteBy(`${kOrigin}/access\n${entries.length}\n${base64(treeOf(entries).root())}\n`, kAccess);
  const files = [put(volume, "data/access/checkpoint", note)];
  if (old > 0) {
    assert(old < 256, "an edge of size 0 has no hashes");
    files.push(put(volume, "data/access/joint",
      `letopis joint v1\nold ${old}\nroot ${base64(treeOf(entries.slice(0, old)).root())}\nbase 0\n`));
  }
  for (let at = 0; at < entries.length; at += 256) {
    const some = entries.slice(at, at + 256);
    const bundle = Buffer.concat(some.map((entry) => Buffer.concat([Buffer.from([0, entry.length]), entry])));
    const place = `00${at / 256}${some.length === 256 ? "" : `.p/${some.length}`}`;
    files.push(put(volume, `data/access/tile/entries/${place}`, bundle));
  }
  return files;
}

// Whoever holds the school's key signs whatever lies there.
function signAnew(volume: string, added: string[] = []): void {
  const name = volume.slice(volume.lastIndexOf("/") + 1);
  refreshManifests(volume, ...added);
  let bytes = 0;
  const paths = readFileSync(join(volume, "manifest-sha256.txt"), "utf8").trimEnd().split("\n").map((line) => line.slice(66));
  for (const path of paths) bytes += readFileSync(join(volume, path)).length;
  const info = readFileSync(join(volume, "bag-info.txt"), "utf8");
  writeFileSync(join(volume, "bag-info.txt"), info.replace(/Payload-Oxum: .*/, `Payload-Oxum: ${bytes}.${paths.length}`));
  refreshManifests(volume);
  const tags = createHash("sha256").update(readFileSync(join(volume, "tagmanifest-sha256.txt"))).digest("hex");
  put(volume, "signatures/tagmanifest-sha256.txt.note",
    noteBy(`letopis volume v1\n${name}\n${tags}  tagmanifest-sha256.txt\n`, kLog));
}

function sealed(medium: string, name: string, entries: Buffer[], old = 0): string {
  const volume = join(medium, name);
  cpSync(golden("archive/v1/medium", kFirst), volume, { recursive: true });
  rmSync(join(volume, "data/log/checkpoints"), { recursive: true, force: true });
  const info = readFileSync(join(volume, "bag-info.txt"), "utf8").replaceAll(kFirst, name)
    .replace(/Letopis-Volume: .*/, `Letopis-Volume: ${Number(name.slice(-3))}`);
  writeFileSync(join(volume, "bag-info.txt"), info);
  const checkpoint = readFileSync(join(volume, "data/log/checkpoint"), "utf8").split("\n\n")[0]!;
  put(volume, "data/log/checkpoint", noteBy(`${checkpoint}\n`, kLog));
  put(volume, "data/keys/log.vkey", `${kLog.verifierKey}\n`);
  put(volume, "data/keys/log.pem", printPem(new Uint8Array(kLog.publicKey)));
  signAnew(volume, entries.length > 0 ? putAccess(volume, entries, old) : []);
  return volume;
}

const kTrust = `log ${kLog.verifierKey}\nquorum none\n`;

// What both say of the medium; only once, if it is the same.
async function said(harm: (medium: string) => void): Promise<Said> {
  const folder = mkdtempSync(join(tmpdir(), "letopis-access-"));
  try {
    const medium = join(folder, "medium");
    mkdirSync(medium);
    cpSync(golden("archive/v1/medium/letopis-medium.txt"), join(medium, "letopis-medium.txt"));
    writeFileSync(join(folder, "trust.txt"), kTrust);
    harm(medium);
    const trust = await parseTrust(toBytes(kTrust));
    assert(!(trust instanceof Refusal));
    const verdict = await checkMedium(chooseFolder(medium), { trust, progress: async () => {} });
    assert(!(verdict instanceof Refusal));
    const told = verdictObject(verdict, "ru") as unknown as Said;
    assert.deepEqual(common(told, false), common(byProgram(medium, join(folder, "trust.txt")), false));
    return told;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const codes = ({ findings }: Said): string[] =>
  findings.filter(({ where }) => where === "access").map(({ code }) => code);

test("a log of access that was sealed beside the log is recomputed", { skip }, async () => {
  const told = await said((medium) => sealed(medium, kFirst, readings(300)));
  assert.deepEqual(told.findings, []);
  assert.equal(told["access_entries"], 300);
  assert.equal(told["access_size"], 300);
});

test("what goes on from the volume before is compared with it", { skip }, async () => {
  const told = await said((medium) => {
    sealed(medium, kFirst, readings(200));
    sealed(medium, kSecond, readings(300), 200);
  });
  assert.deepEqual(codes(told), []);
  assert.equal(told["access_size"], 300);
});

test("what was done to a log of access is told by its name", { skip }, async (t) => {
  const edited = (path: string, edit: (bytes: Buffer) => Uint8Array | string, signed = true) => (medium: string) => {
    const volume = sealed(medium, kFirst, readings(300));
    writeFileSync(join(volume, path), edit(readFileSync(join(volume, path))));
    if (signed) signAnew(volume);
  };
  const flip = (bytes: Buffer): Buffer => {
    bytes[60]! ^= 1;
    return bytes;
  };
  const two = (first: Buffer[], second: Buffer[], old = 0) => (medium: string) => {
    sealed(medium, kFirst, first);
    sealed(medium, kSecond, second, old);
  };
  const cases: [string, (medium: string) => void, string[]][] = [
    ["a flipped byte", edited(kLast, flip, false), ["access.root"]],
    ["a flipped byte, signed anew", edited(kLast, flip), ["access.root"]],
    ["an entry cut off", edited(kLast, (bytes) => bytes.subarray(0, -21)), ["access.bundle"]],
    ["a checkpoint of no key", edited("data/access/checkpoint", flip), ["access.checkpoint"]],
    ["a checkpoint of far more entries", edited("data/access/checkpoint", () =>
      noteBy(`${kOrigin}/access\n900000000000\n${base64(new Uint8Array(32))}\n`, kAccess)), ["access.extent_impossible"]],
    ["a file that does not belong to it", (medium) => {
      const volume = sealed(medium, kFirst, readings(3));
      signAnew(volume, [put(volume, "data/access/notes.txt", "who read what\n")]);
    }, ["access.unexpected_file"]],
    ["shortened", two(readings(300), readings(299)), ["access.shortened"]],
    ["branched", two(readings(200), readings(300, 8)), ["access.forked"]],
    ["branched behind a joint", two(readings(200), readings(300, 8), 200), ["access.forked"]],
    ["left out", two(readings(200), []), ["access.left_out"]],
    ["begun in the middle", (medium) => sealed(medium, kFirst, readings(300), 200), ["access.no_previous"]],
    ["a broken joint", (medium) => {
      const volume = sealed(medium, kFirst, readings(300), 200);
      put(volume, "data/access/joint", "letopis joint v1\n");
      signAnew(volume);
    }, ["access.joint"]],
  ];
  for (const [name, harm, found] of cases) {
    await t.test(name, async () => assert.deepEqual(codes(await said(harm)), found));
  }
});
