// The page and `letopis-verify` say the same of the same medium, whatever was done to it: the program
// is the page's second opinion, and the page the program's.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { Refusal } from "../../web/proofs/refusal";
import { checkMedium } from "../../web/verify/medium_check";
import { parseTrust } from "../../web/verify/trust";
import { verdictObject } from "../../web/verify/verdict_json";
import { kDamages } from "./damages";
import { chooseFolder, golden, readBytes } from "./files";

const kProgram = process.env["LETOPIS_VERIFY"] ?? "";
const kTrust = golden("archive/v1/trust.txt");
const kMedium = golden("archive/v1/medium");

// What both say in the same words. A refusal of an unreadable file names the system's error there.
interface Said {
  verdict: string;
  exit: number;
  findings: { fault: string; where: string; code: string; file?: string; volume?: string; position?: number }[];
  [more: string]: unknown;
}

// The page takes no checkpoint beside the trust file, and checks no signatures of certificates; the
// findings are compared one by one.
const kUnequal = ["path", "since", "certified", "findings"];

function common(said: Said, files: boolean): unknown {
  const rest = Object.fromEntries(Object.entries(said).filter(([name]) => !kUnequal.includes(name)));
  if (!files) ["files", "bytes"].forEach((name) => delete rest[name]);
  const findings = said.findings.map(({ fault, where, code, file, volume, position }) =>
    JSON.stringify([fault, where, code, file ?? "", volume ?? "", position ?? -1])).sort();
  return { ...rest, findings };
}

async function byPage(medium: string): Promise<Said> {
  const trust = await parseTrust(readBytes(kTrust));
  assert(!(trust instanceof Refusal));
  const verdict = await checkMedium(chooseFolder(medium), { trust, progress: async () => {} });
  assert(!(verdict instanceof Refusal));
  return JSON.parse(JSON.stringify(verdictObject(verdict, "ru"))) as Said;
}

function byProgram(medium: string): Said {
  const ran = spawnSync(kProgram, [medium, "--trust", kTrust, "--json", "--lang", "ru"], { encoding: "utf8" });
  return (JSON.parse(ran.stdout) as { verdicts: Said[] }).verdicts[0]!;
}

function scratch(use: (medium: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "letopis-web-"));
  const medium = join(folder, "medium");
  cpSync(kMedium, medium, { recursive: true });
  return use(medium).finally(() => rmSync(folder, { recursive: true }));
}

const skip = existsSync(kProgram) ? false : "letopis-verify is not built";

test("an intact medium is told in the same words and figures", { skip }, async () => {
  assert.deepEqual(common(await byPage(kMedium), true), common(byProgram(kMedium), true));
});

test("every kind of damage is found by both, with the same codes at the same places", { skip }, async (t) => {
  for (const { name, exit, harm } of kDamages) {
    await t.test(name, () => scratch(async (medium) => {
      harm(medium);
      const said = await byPage(medium);
      assert.equal(said.exit, exit, JSON.stringify(said.findings));
      assert.deepEqual(common(said, false), common(byProgram(medium), false));
    }));
  }
});

// Seeded, so that what failed once fails again.
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state >>> 8;
  }
}

test("a flipped bit anywhere is told the same by both", { skip, timeout: 400_000 }, async () => {
  const random = numbers(20_251_115);
  const { files } = chooseFolder(kMedium);
  const flips = Number(process.env["LETOPIS_FLIPS"] ?? 40);
  await scratch(async (medium) => {
    for (let round = 0; round < flips; ++round) {
      // Schema and description are plain files; the log's own bytes are what can be misread.
      const own = files.filter(({ path }) => !path.includes("data/schema/"));
      const { path, size } = own[random.next().value % own.length]!;
      const bit = random.next().value % (8 * size);
      const before = readFileSync(join(medium, path));
      const after = Buffer.from(before);
      after[bit >> 3]! ^= 1 << (bit & 7);
      writeFileSync(join(medium, path), after);
      const said = await byPage(medium);
      assert.notEqual(said.exit, 0, path);
      assert.deepEqual(common(said, false), common(byProgram(medium), false), `bit ${bit} of ${path}`);
      writeFileSync(join(medium, path), before);
    }
  });
});
