// The page and `letopis-verify` say the same of the same medium, whatever was done to it: the program
// is the page's second opinion, and the page the program's.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { Refusal } from "../../web/proofs/refusal";
import { checkMedium } from "../../web/verify/medium_check";
import { parseTrust } from "../../web/verify/trust";
import { verdictObject } from "../../web/verify/verdict_json";
import { kDamages } from "./damages";
import { chooseFolder, golden, readBytes } from "./files";
import { byProgram, common, skip, type Said } from "./second_opinion";

const kTrust = golden("archive/v1/trust.txt");
const kMedium = golden("archive/v1/medium");

async function byPage(medium: string): Promise<Said> {
  const trust = await parseTrust(readBytes(kTrust));
  assert(!(trust instanceof Refusal));
  const verdict = await checkMedium(chooseFolder(medium), { trust, progress: async () => {} });
  assert(!(verdict instanceof Refusal));
  return JSON.parse(JSON.stringify(verdictObject(verdict, "ru"))) as Said;
}

function scratch(use: (medium: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "letopis-web-"));
  const medium = join(folder, "medium");
  cpSync(kMedium, medium, { recursive: true });
  return use(medium).finally(() => rmSync(folder, { recursive: true }));
}

test("an intact medium is told in the same words and figures", { skip }, async () => {
  assert.deepEqual(common(await byPage(kMedium), true), common(byProgram(kMedium, kTrust), true));
});

test("every kind of damage is found by both, with the same codes at the same places", { skip }, async (t) => {
  for (const { name, exit, harm } of kDamages) {
    await t.test(name, () => scratch(async (medium) => {
      harm(medium);
      const said = await byPage(medium);
      assert.equal(said.exit, exit, JSON.stringify(said.findings));
      assert.deepEqual(common(said, false), common(byProgram(medium, kTrust), false));
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
      assert.deepEqual(common(said, false), common(byProgram(medium, kTrust), false), `bit ${bit} of ${path}`);
      writeFileSync(join(medium, path), before);
    }
  });
});
