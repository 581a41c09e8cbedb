// Runs tests of tests/web with node's own runner: `node test.mjs NAME…`. What came of each test stands
// in build/web/evidence/NAME.xml, for scripts/conformance. Exits with 77 where what a test needs is not
// here.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { bundleModule, kRoot } from "./bundle.mjs";

const kSkipped = 77;
const kBrowsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const names = process.argv.slice(2);
const browser = process.env.LETOPIS_CHROMIUM ?? kBrowsers.find((path) => existsSync(path));
// A test that opens a browser says so by what it imports.
const opensBrowser = (name) => /from "\.\/browser"|LETOPIS_CHROMIUM/.test(readFileSync(join(kRoot, "tests/web", `${name}.test.ts`), "utf8"));
if (names.some(opensBrowser) && !browser) {
  console.log("skipped: there is no chromium here");
  process.exit(kSkipped);
}

const built = join(kRoot, "build/web/tests");
const evidence = join(kRoot, "build/web/evidence");
mkdirSync(evidence, { recursive: true });
const programs = join(kRoot, "build/release/bin");
const environment = {
  ...process.env,
  NODE_NO_WARNINGS: "1",
  LETOPIS_SOURCES: kRoot,
  LETOPIS_VERIFY: process.env.LETOPIS_VERIFY ?? join(programs, "letopis-verify"),
  LETOPIS: process.env.LETOPIS ?? join(programs, "letopis"),
  LETOPIS_CHROMIUM: browser ?? "",
};
let status = 0;
for (const name of names) {
  const file = join(built, `${name}.test.mjs`);
  await bundleModule(join(kRoot, "tests/web", `${name}.test.ts`), file);
  const ran = spawnSync(process.execPath,
    ["--test", "--test-reporter=spec", "--test-reporter-destination=stdout",
      "--test-reporter=junit", `--test-reporter-destination=${join(evidence, `${name}.xml`)}`, file],
    { stdio: "inherit", env: environment });
  status ||= ran.status ?? 1;
}
process.exit(status);
