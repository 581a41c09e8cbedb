// Runs a program of tests/web that is no test: `node run.mjs NAME [WORD…]`. Exits with 77 where there is no
// browser.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { bundleModule, kRoot } from "./bundle.mjs";
import { kBrowser, kBuilt, kEnvironment, kSkipped } from "./environment.mjs";

if (!kBrowser) {
  console.log("skipped: there is no chromium here");
  process.exit(kSkipped);
}
const [name, ...words] = process.argv.slice(2);
const file = join(kBuilt, `${name}.mjs`);
await bundleModule(join(kRoot, "tests/web", `${name}.ts`), file);
process.exit(spawnSync(process.execPath, [file, ...words], { stdio: "inherit", env: kEnvironment }).status ?? 1);
