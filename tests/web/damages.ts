// Ways to harm a medium of the golden archive, and the exit code that each must come to. A few know
// the volume's own digests anew: who edits a file can write new manifests, too.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { kExit, type Exit } from "../../web/verify/verdict";

export interface Damage {
  name: string;
  exit: Exit;
  harm(medium: string): void;
}

export const kFirst = "tiny_2025-2026_log_v001";
export const kSecond = "tiny_2025-2026_log_v002";

type Edit = (bytes: Buffer) => Buffer;

function edit(medium: string, path: string, change: Edit): void {
  const file = join(medium, path);
  writeFileSync(file, change(Buffer.from(readFileSync(file))));
}

const inText = (from: string, to: string): Edit => (bytes) => {
  const text = bytes.toString("utf8");
  if (!text.includes(from)) throw new Error(`no '${from}' to replace`);
  return Buffer.from(text.replace(from, to));
};

const flip = (at: number, bit = 0): Edit => (bytes) => {
  const place = at < 0 ? bytes.length + at : at;
  bytes[place]! ^= 1 << bit;
  return bytes;
};

const sha256 = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

// What an attacker does after an edit: all manifests written anew, with files that were added, so that
// sha256sum is content.
export function refreshManifests(volume: string, ...added: string[]): void {
  for (const manifest of ["manifest-sha256.txt", "tagmanifest-sha256.txt"]) {
    const lines = readFileSync(join(volume, manifest), "utf8").trimEnd().split("\n").map((line) => line.slice(66));
    const listed = manifest === "manifest-sha256.txt" ? [...lines, ...added].sort() : lines;
    const anew = listed.filter((path) => existsSync(join(volume, path)))
      .map((path) => `${sha256(join(volume, path))}  ${path}\n`);
    writeFileSync(join(volume, manifest), anew.join(""));
  }
}

const inFirst = (path: string): string => `${kFirst}/${path}`;
const inSecond = (path: string): string => `${kSecond}/${path}`;

function one(name: string, exit: Exit, harm: (medium: string) => void): Damage {
  return { name, exit, harm };
}

const edited = (name: string, path: string, change: Edit, exit: Exit = kExit.altered): Damage =>
  one(name, exit, (medium) => edit(medium, path, change));

const covered = (name: string, path: string, change: Edit): Damage =>
  one(`${name}, manifests written anew`, kExit.altered, (medium) => {
    edit(medium, path, change);
    refreshManifests(join(medium, path.slice(0, path.indexOf("/"))));
  });

export const kDamages: Damage[] = [
  edited("a bit of an entry is flipped", inFirst("data/log/tile/entries/000"), flip(5_000, 3)),
  covered("a bit of an entry is flipped", inFirst("data/log/tile/entries/000"), flip(5_000, 3)),
  edited("the moment recorded of entry 0 is moved", inFirst("data/log/tile/entries/000"), flip(2 + 7)),
  edited("the author's signature of entry 0 is flipped", inFirst("data/log/tile/entries/000"), flip(2 + 40)),
  edited("the key id of entry 0 is flipped", inFirst("data/log/tile/entries/000"), flip(2 + 8)),
  edited("the last entry of the log is flipped", inSecond("data/log/tile/entries/001.p/9"), flip(-1, 6)),
  edited("an entry bundle is cut off", inFirst("data/log/tile/entries/001.p/7"), (bytes) => bytes.subarray(0, -9)),
  edited("an entry is cut out of its bundle", inFirst("data/log/tile/entries/000"), (bytes) => {
    const first = 2 + bytes.readUInt16BE(0);
    const second = first + 2 + bytes.readUInt16BE(first);
    return Buffer.concat([bytes.subarray(0, first), bytes.subarray(second)]);
  }),
  edited("two entries change places", inFirst("data/log/tile/entries/000"), (bytes) => {
    const first = 2 + bytes.readUInt16BE(0);
    const second = first + 2 + bytes.readUInt16BE(first);
    const third = second + 2 + bytes.readUInt16BE(second);
    return Buffer.concat(
      [bytes.subarray(0, first), bytes.subarray(second, third), bytes.subarray(first, second), bytes.subarray(third)]);
  }),
  edited("bytes are added to a bundle", inFirst("data/log/tile/entries/001.p/7"), (bytes) =>
    Buffer.concat([bytes, Buffer.from([0, 1, 7])])),
  edited("a leaf's hash in a tile is flipped", inFirst("data/log/tile/0/000"), flip(4_000)),
  edited("a tile is shorter than its width", inFirst("data/log/tile/0/001.p/7"), (bytes) => bytes.subarray(32)),
  edited("a tile of a higher level is flipped", inFirst("data/log/tile/1/000.p/1"), flip(0)),
  edited("a readable line says another word", inFirst("data/events/000000.jsonl"), inText("mark", "MARK")),
  covered("a readable line says another word", inFirst("data/events/000000.jsonl"), inText("mark", "MARK")),
  edited("a readable line is added", inSecond("data/events/000000.jsonl"), (bytes) =>
    Buffer.concat([bytes, Buffer.from("{}\n")])),
  edited("the root in the checkpoint is another", inSecond("data/log/checkpoint"), inText("\n265\n", "\n264\n")),
  edited("the log's signature on the checkpoint is flipped", inFirst("data/log/checkpoint"), flip(-6)),
  covered("a witness's line is flipped", inSecond("data/log/checkpoints/000000000263"), flip(-6)),
  one("an earlier checkpoint lies under another size", kExit.altered, (medium) => {
    const folder = join(medium, inSecond("data/log/checkpoints"));
    renameSync(join(folder, "000000000263"), join(folder, "000000000262"));
  }),
  edited("the volume's signature is flipped", inFirst("signatures/tagmanifest-sha256.txt.note"), flip(-6)),
  one("the signature is that of another volume", kExit.altered, (medium) =>
    cpSync(join(medium, inFirst("signatures")), join(medium, inSecond("signatures")), { recursive: true })),
  one("the signature is missing", kExit.incomplete, (medium) =>
    rmSync(join(medium, inSecond("signatures")), { recursive: true })),
  one("a file lies among the signatures that no volume has", kExit.altered, (medium) =>
    writeFileSync(join(medium, inFirst("signatures/more.sig")), "?")),
  edited("bag-info names another root", inFirst("bag-info.txt"), inText("Letopis-Root: f", "Letopis-Root: e")),
  edited("bag-info has a line more", inFirst("bag-info.txt"), (bytes) => Buffer.concat([bytes, Buffer.from("X: y\n")])),
  edited("bag-info is of a later format", inSecond("bag-info.txt"), inText("Letopis-Format: 1", "Letopis-Format: 9")),
  edited("the bag is of another version", inFirst("bagit.txt"), inText("1.0", "1.1")),
  edited("the manifest is out of order", inFirst("manifest-sha256.txt"), (bytes) => {
    const lines = bytes.toString().trimEnd().split("\n");
    return Buffer.from([lines[1], lines[0], ...lines.slice(2)].join("\n") + "\n");
  }),
  edited("the tag manifest lists a file less", inFirst("tagmanifest-sha256.txt"), (bytes) =>
    bytes.subarray(bytes.indexOf("\n") + 1)),
  edited("the manifest is cut in a line", inSecond("manifest-sha256.txt"), (bytes) => bytes.subarray(0, -20)),
  one("a file is missing", kExit.incomplete, (medium) => rmSync(join(medium, inFirst("data/log/tile/0/000")))),
  one("a readable file is missing", kExit.incomplete, (medium) =>
    rmSync(join(medium, inFirst("data/events")), { recursive: true })),
  one("a file too many lies in the volume", kExit.altered, (medium) =>
    writeFileSync(join(medium, inFirst("data/events/more.jsonl")), "{}\n")),
  one("an empty folder lies in the volume", kExit.altered, (medium) =>
    mkdirSync(join(medium, inFirst("data/more")))),
  edited("the joint is broken", inSecond("data/log/joint"), inText("old 263", "old 262")),
  covered("the joint's edge is another", inSecond("data/log/joint"), flip(-3, 1)),
  covered("the table of keys is another", inFirst("data/keys/authors.csv"), inText("0,0,", "0,1,")),
  covered("the log's key is another", inFirst("data/keys/log.vkey"), flip(-5)),
  covered("the log's key as PEM is another", inFirst("data/keys/log.pem"), flip(-40)),
  covered("the first page for a stranger is another", inFirst("READ-ME-FIRST.txt"), flip(10)),
  one("the first volume is missing", kExit.incomplete, (medium) => rmSync(join(medium, kFirst), { recursive: true })),
  one("the second volume, with what the witness signed, is missing", kExit.incomplete, (medium) => rmSync(join(medium, kSecond), { recursive: true })),
  one("a volume's folder has another name", kExit.altered, (medium) =>
    renameSync(join(medium, kFirst), join(medium, "tiny_2025-2026_log_v003"))),
  one("a volume is there twice", kExit.altered, (medium) =>
    cpSync(join(medium, kSecond), join(medium, "tiny_2025-2026_log_v003"), { recursive: true })),
  one("a volume was not written to its end", kExit.good, (medium) =>
    cpSync(join(medium, kSecond), join(medium, "tiny_2025-2026_log_v003.part"), { recursive: true })),
  one("a strange file lies on the medium", kExit.altered, (medium) =>
    writeFileSync(join(medium, "autorun.inf"), "[autorun]\n")),
  edited("the medium's card is another", "letopis-medium.txt", flip(-3)),
  edited("the medium's card is broken", "letopis-medium.txt", inText("medium 1", "medium 01")),
  one("the medium has no card", kExit.incomplete, (medium) => rmSync(join(medium, "letopis-medium.txt"))),
];
