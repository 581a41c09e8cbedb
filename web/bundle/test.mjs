// Runs tests of tests/web with node's own runner: `node test.mjs NAME…`. What came of each test stands
// in build/web/evidence/NAME.xml, for scripts/conformance. Exits with 77 where what a test needs is not
// here.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { bundleModule, kRoot } from "./bundle.mjs";
import { kBrowser, kBuilt, kEnvironment, kSkipped } from "./environment.mjs";

const names = process.argv.slice(2);
// A test that opens a browser says so by what it imports.
const opensBrowser = (name) => /from "\.\/(browser|trial_morning)"|LETOPIS_CHROMIUM/.test(readFileSync(join(kRoot, "tests/web", `${name}.test.ts`), "utf8"));
if (names.some(opensBrowser) && !kBrowser) {
  console.log("skipped: there is no chromium here");
  process.exit(kSkipped);
}

const evidence = join(kRoot, "build/web/evidence");
mkdirSync(evidence, { recursive: true });
let status = 0;
for (const name of names) {
  const file = join(kBuilt, `${name}.test.mjs`);
  await bundleModule(join(kRoot, "tests/web", `${name}.test.ts`), file);
  const ran = spawnSync(process.execPath,
    ["--test", "--test-reporter=spec", "--test-reporter-destination=stdout",
      "--test-reporter=junit", `--test-reporter-destination=${join(evidence, `${name}.xml`)}`, file],
    { stdio: "inherit", env: kEnvironment });
  status ||= ran.status ?? 1;
}
process.exit(status);
