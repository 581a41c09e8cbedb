// What the page makes of trust files, manifests, names and choices, beyond what `letopis-verify` is
// asked in against_program.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { toBytes } from "../../web/proofs/bytes";
import { Refusal } from "../../web/proofs/refusal";
import { EntryIndex } from "../../web/verify/entry_index";
import { isVolumeName, shownName } from "../../web/verify/layout";
import { LogReader } from "../../web/verify/log_reader";
import { parseManifest } from "../../web/verify/manifest";
import { checkMedium } from "../../web/verify/medium_check";
import type { FoundVolume } from "../../web/verify/medium_volumes";
import { parseTrust, type Trust } from "../../web/verify/trust";
import { exitOf, kExit, type Verdict } from "../../web/verify/verdict";
import { grouped, momentText, startOfDay } from "../../web/verify/verdict_line";
import { kFirst, kSecond } from "./damages";
import { chooseFolder, golden, kRoot } from "./files";

const kTrustText = readFileSync(golden("archive/v1/trust.txt"), "utf8");
const kMedium = golden("archive/v1/medium");

async function trustOf(text: string): Promise<Trust> {
  const trust = await parseTrust(toBytes(text));
  assert(!(trust instanceof Refusal), trust instanceof Refusal ? trust.says.en : "");
  return trust;
}

async function checked(path: string, settings: { trust?: Trust; listener?: EntryIndex }): Promise<Verdict> {
  const verdict = await checkMedium(chooseFolder(path), { ...settings, progress: async () => {} });
  assert(!(verdict instanceof Refusal));
  return verdict;
}

test("a trust file is read with comments and spare spaces", async () => {
  const trust = await trustOf(`# kept by the inspector\n\n${kTrustText.replace("quorum w", "quorum   w")}`);
  assert.equal(trust.policy.logs.length, 1);
  assert.equal(trust.policy.quorum, "w");
  assert.equal(trust.checkpoints[0]?.size, 263);
});

test("what is no trust file is refused by its reason", async () => {
  const changed = (from: string | RegExp, to: string): string => {
    assert.notEqual(kTrustText.replace(from, to), kTrustText);
    return kTrustText.replace(from, to);
  };
  const cases: [string, string][] = [
    ["", "policy.quorum"], ["quorum none", "trust.malformed"], ["quorum none\n", "trust.no_log"],
    ["nonsense\nquorum none\n", "policy.malformed"], [changed("quorum w\n", ""), "policy.quorum"],
    [changed("quorum w", "quorum x"), "policy.unknown_name"], [changed("quorum w", "quorum w\nquorum w"), "policy.quorum"],
    [changed(/genesis .*/, "genesis 00"), "trust.malformed"],
    [changed(/(genesis .*\n)/, "$1$1"), "trust.twice"], [changed(/(log .*\n)/, "$1$1"), "policy.duplicate"],
    [changed("+d859c98e+", "+d859c98f+"), "verifier_key.id"], [changed("\n263\n", "\n264\n"), "trust.checkpoint"],
    [changed(/(group|quorum) w/, "group g 2 w\nquorum g"), "policy.malformed"], ["\u0001\n", "policy.characters"],
    ["x".repeat(1_048_577), "trust.too_long"],
  ];
  for (const [text, code] of cases) {
    const trust = await parseTrust(toBytes(text));
    assert(trust instanceof Refusal, text.slice(0, 80));
    assert.equal(trust.code, code, text.slice(0, 80));
  }
});

test("without a trust file, and with another log's, nothing is trusted", async () => {
  const alone = await checked(kMedium, {});
  assert.equal(exitOf(alone), kExit.noTrustedKey);
  assert.equal(alone.findingsInAll, 0);
  const other = kTrustText.split("\n").filter((line) => line.startsWith("witness") || line.startsWith("quorum"));
  const key = "log example.org/other+fbee8db4+Ab0eIgntdyimZoNs1kEAPra/70Kp6L9B4Y3dz21iyHUJ";
  const id = createHash("sha256")
    .update("example.org/other\n").update(Buffer.from(key.split("+").pop()!, "base64")).digest("hex").slice(0, 8);
  const trust = await trustOf([key.replace("fbee8db4", id), ...other, ""].join("\n"));
  const verdict = await checked(kMedium, { trust });
  assert.equal(verdict.trust, "unknown_key");
  assert.equal(exitOf(verdict), kExit.noTrustedKey);
});

test("a founder or an entry 0 that the inspector does not hold is another log", async () => {
  for (const word of ["genesis", "founder"]) {
    const trust = await trustOf(kTrustText.replace(new RegExp(`${word} ..`), `${word} 00`));
    const verdict = await checked(kMedium, { trust });
    assert.equal(exitOf(verdict), kExit.rolledBack);
    assert.deepEqual(verdict.findings.map(({ what }) => what.code), [`start.${word}`, `start.${word}`]);
  }
});

test("a lone whole volume is judged by itself, an incremental one is incomplete", async () => {
  const trust = await trustOf(kTrustText.replace("quorum w", "quorum none"));
  assert.equal(exitOf(await checked(join(kMedium, kFirst), { trust })), kExit.good);
  const second = await checked(join(kMedium, kSecond), { trust });
  assert.equal(exitOf(second), kExit.incomplete);
  assert.deepEqual(second.findings.map(({ what }) => what.code), ["volume.no_previous"]);
});

test("a folder without a volume is refused", async () => {
  const refused = await checkMedium(chooseFolder(golden("events")), { progress: async () => {} });
  assert(refused instanceof Refusal);
  assert.equal(refused.code, "check.nothing");
});

test("a file that cannot be read is incomplete, not altered", async () => {
  const chosen = chooseFolder(kMedium);
  const lost = chosen.files.find(({ path }) => path.endsWith("tile/0/000"))!;
  lost.read = () => Promise.reject(new Error("the stick was pulled out"));
  const verdict = await checkMedium(chosen, { trust: await trustOf(kTrustText), progress: async () => {} });
  assert(!(verdict instanceof Refusal));
  assert.equal(exitOf(verdict), kExit.incomplete);
  assert(verdict.findings.some(({ what, file }) => what.code === "volume.file_unreadable" && file?.endsWith("0/000")));
});

test("a file larger than one may be is not read", async () => {
  const chosen = chooseFolder(kMedium);
  const large = chosen.files.find(({ path }) => path.endsWith("bagit.txt"))!;
  large.size = 17 * 1_048_576;
  large.read = () => assert.fail("it was read");
  const verdict = await checkMedium(chosen, { progress: async () => {} });
  assert(!(verdict instanceof Refusal));
  assert(verdict.findings.some(({ what }) => what.code === "volume.file_unreadable"));
});

test("manifests are read line by line, and refused for the first that is wrong", () => {
  const line = (path: string): string => `${"ab".repeat(32)}  ${path}\n`;
  assert.deepEqual(parseManifest(toBytes("")), new Map());
  assert.equal((parseManifest(toBytes(line("a") + line("b/.c-_d"))) as Map<string, string>).size, 2);
  const cases: [string, string][] = [
    [line("../a"), "manifest.path"], [line("/a"), "manifest.path"], [line("a/"), "manifest.path"],
    [line("a//b"), "manifest.path"], [line("ё"), "manifest.path"], [line("b") + line("a"), "manifest.malformed"],
    [line("A") + line("a"), "manifest.same_name"], [line("a").toUpperCase(), "manifest.malformed"],
    [line("a").slice(0, -1), "manifest.malformed"], [line("a").replace("  ", " *"), "manifest.malformed"],
    [line("x".repeat(201)), "manifest.path"],
  ];
  for (const [text, code] of cases) assert.equal((parseManifest(toBytes(text)) as Refusal).code, code, text);
});

test("names are a volume's only in its one form, and shown so that nothing hides in them", () => {
  assert(isVolumeName("nn125_2025-2026_log_v003"));
  for (const name of ["nn125_2025-2026_log_v03", "NN_2025_log_v003", "_2025_log_v003", "nn125_2025-2026_log_v003 ",
    "nn125_2025-2026_log_v003.part", "nn125_log_v003", "a/b_2025_log_v003"]) {
    assert(!isVolumeName(name), name);
  }
  assert.equal(shownName("a\u202egpj.exe\n"), "a\\u202egpj.exe\\u000a");
});

test("moments are told by the school's clock, and days begin there", () => {
  assert.equal(momentText("ru", 1_756_800_000_000, ""), "02.09.2025 08:00 UTC");
  assert.equal(momentText("ru", 1_756_800_000_000, "Asia/Yekaterinburg"), "02.09.2025 13:00");
  assert.equal(momentText("en", 1_756_800_000_000, "Europe/Moscow"), "2025-09-02 11:00");
  assert.equal(momentText("en", 1_756_800_000_000, "No/Where"), "2025-09-02 08:00 UTC");
  assert.equal(startOfDay("2025-09-02", 0, "Asia/Yekaterinburg"), Date.UTC(2025, 8, 1, 19));
  assert.equal(startOfDay("2025-09-02", 1, ""), Date.UTC(2025, 8, 3));
  assert.equal(grouped(9_999), "9999");
  assert.equal(grouped(1_234_567), "1\u00a0234\u00a0567");
});

test("the log is found again by person, class, kind and day", async () => {
  const index = new EntryIndex();
  const verdict = await checked(kMedium, { trust: await trustOf(kTrustText), listener: index });
  assert.equal(index.size, 265);
  const marks = index.find({ fact: 73 });
  assert(marks.length > 100);
  const ofPupil = index.find({ fact: 73, person: 1 });
  assert(ofPupil.length > 0);
  const found: FoundVolume[] = verdict.volumes.map(({ name }) =>
    ({ name, files: chooseFolder(join(kMedium, name)).files, emptyFolders: [] }));
  const reader = new LogReader(verdict, found);
  for (const position of ofPupil) {
    const { event, parts } = (await reader.entry(position))!;
    assert.equal(event.fact.name, "mark_given");
    assert(event.author === 1 || event.says["pupil"] === 1);
    assert(index.find({ from: parts.recorded, to: parts.recorded + 1 }).includes(position));
    assert(!index.find({ to: parts.recorded }).includes(position));
  }
  assert.equal(index.find({ person: 4_000_000_000 }).length, 0);
  assert.equal(index.counts().reduce((sum, count) => sum + count), 265);
  // What the second volume goes on with is read from it.
  assert.equal((await reader.entry(264))?.position, 264);
  assert.equal(await reader.entry(265), undefined);
});

test("the page is built the same twice, names its script by digest and stays small", () => {
  const folder = mkdtempSync(join(tmpdir(), "letopis-page-"));
  const [page, again] = ["one.html", "two.html"].map((name) => {
    execFileSync(process.execPath, [join(kRoot, "web/bundle/bundle.mjs"), join(folder, name)], { cwd: folder });
    return readFileSync(join(folder, name), "utf8");
  });
  rmSync(folder, { recursive: true });
  assert.equal(page, again);
  assert(Buffer.byteLength(page!) < 250_000);
  const script = /<script>([^]*)<\/script>/.exec(page!)![1]!;
  const digest = createHash("sha256").update(script).digest("base64");
  assert(page!.includes(`script-src 'sha256-${digest}'`));
  assert(page!.includes("default-src 'none'"));
  assert(!/<[^>]* on\w+=|<script [^>]*src|<link|innerHTML/.test(page!));
});
