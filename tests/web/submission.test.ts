// A year's submission: the page and `letopis-verify` say the same of it, whole and harmed.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { Refusal } from "../../web/proofs/refusal";
import { checkMedium } from "../../web/verify/medium_check";
import { parseTrust } from "../../web/verify/trust";
import { exitOf, kExit, type Verdict } from "../../web/verify/verdict";
import { refreshManifests } from "./damages";
import { chooseFolder, golden, readBytes } from "./files";
import { skip } from "./second_opinion";

const kPlace = golden("submission/v1");
const kName = "trial_2025-2026_submission_v1";
const kTrust = join(kPlace, "trust.txt");
const scratch = mkdtempSync(join(tmpdir(), "letopis-submission-"));
after(() => rmSync(scratch, { recursive: true }));

async function byPage(folder: string, trustFile = kTrust): Promise<Verdict> {
  const trust = await parseTrust(readBytes(trustFile));
  assert(!(trust instanceof Refusal));
  const verdict = await checkMedium(chooseFolder(folder), { trust, progress: async () => {} });
  assert(!(verdict instanceof Refusal));
  return verdict;
}

interface Said {
  exit: number;
  findings: { code: string; file: string; says: string }[];
  certified: Record<string, unknown>;
  volumes: string[];
}

function byProgram(folder: string, trustFile = kTrust): Said {
  const ran = spawnSync(process.env["LETOPIS_VERIFY"]!, [folder, "--trust", trustFile, "--json", "--lang", "ru"], { encoding: "utf8" });
  return JSON.parse(ran.stdout) as Said;
}

const sorted = (findings: { code: string; file: string; says: string }[]): string[] =>
  findings.map(({ code, file }) => `${code} ${file}`).sort();

function same(verdict: Verdict, said: Said): void {
  assert.deepEqual(sorted(verdict.findings.map(({ what, file }) => ({ code: what.code, file: file ?? "", says: "" }))),
    sorted(said.findings));
  assert.equal(exitOf(verdict), said.exit);
  const { documents, signatures, timestamps, notSigned, notChecked, vouched, signers } = verdict.certified;
  assert.deepEqual({ documents, signatures, timestamps, not_signed: notSigned, not_checked: notChecked, vouched,
    signers: Object.fromEntries(signers) }, said.certified);
  assert.deepEqual(verdict.submission?.volumes ?? [], said.volumes);
}

test("the golden submission is intact, and the log tells of its volume", async () => {
  const verdict = await byPage(join(kPlace, kName));
  assert.deepEqual(verdict.findings, []);
  assert.equal(exitOf(verdict), kExit.good);
  assert.equal(verdict.submission!.volumes.length, 1);
  if (skip === false) same(verdict, byProgram(join(kPlace, kName)));
});

test("a damaged byte of any file of it is told the same", { skip, timeout: 300_000 }, async () => {
  const folder = join(scratch, kName);
  cpSync(join(kPlace, kName), folder, { recursive: true });
  for (const { path, size } of chooseFolder(folder).files) {
    const before = readFileSync(join(folder, path));
    const after = Buffer.from(before);
    after[size >> 1]! ^= 1;
    for (const anew of [false, true]) {
      writeFileSync(join(folder, path), after);
      if (anew && !path.startsWith("signatures/") && !/^[^/]*manifest/.test(path)) refreshManifests(folder);
      const verdict = await byPage(folder);
      assert.notEqual(exitOf(verdict), kExit.good, path);
      same(verdict, byProgram(folder));
      cpSync(join(kPlace, kName), folder, { recursive: true });
    }
  }
});

test("a submission without the log's key in the trust file is not trusted, and one renamed is altered", { skip }, async () => {
  const stranger = join(scratch, "stranger.txt");
  writeFileSync(stranger, readFileSync(golden("archive/v1/trust.txt")));
  const verdict = await byPage(join(kPlace, kName), stranger);
  assert.equal(verdict.trust, "unknown_key");
  same(verdict, byProgram(join(kPlace, kName), stranger));
  const renamed = join(scratch, "trial_2025-2026_submission_v2");
  cpSync(join(kPlace, kName), renamed, { recursive: true });
  assert.equal(exitOf(await byPage(renamed)), kExit.altered);
  same(await byPage(renamed), byProgram(renamed));
});
