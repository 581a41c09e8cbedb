// Where tests and programs of tests/web find what they run.
import { existsSync } from "node:fs";
import { join } from "node:path";

import { kRoot } from "./bundle.mjs";

const kBrowsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const programs = join(kRoot, "build/release/bin");

export const kBrowser = process.env.LETOPIS_CHROMIUM ?? kBrowsers.find((path) => existsSync(path));
export const kBuilt = join(kRoot, "build/web/tests");
export const kEnvironment = {
  ...process.env,
  NODE_NO_WARNINGS: "1",
  LETOPIS_SOURCES: kRoot,
  LETOPIS_VERIFY: process.env.LETOPIS_VERIFY ?? join(programs, "letopis-verify"),
  LETOPIS: process.env.LETOPIS ?? join(programs, "letopis"),
  LETOPIS_EVENT_EXCHANGE: process.env.LETOPIS_EVENT_EXCHANGE ?? join(programs, "event_exchange"),
  LETOPIS_CHROMIUM: kBrowser ?? "",
};
export const kSkipped = 77;
