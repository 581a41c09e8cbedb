// How the pages become files: build/web/app, served by `letopis serve` at each school's root. Every
// address in them is relative, so that they stand behind any prefix of a proxy.
import { join } from "node:path";

import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

import { makeParameters } from "./bundle/parameters.mjs";
import { pinPages } from "./bundle/pinned.mjs";
import { makeSchema } from "./bundle/schema.mjs";

const kWeb = import.meta.dirname;
const kRoot = join(kWeb, "..");

// A table made from the program's own sources, under the name by which a module imports it.
const table = (name, make) => ({
  name,
  resolveId: (id) => (id === name ? `\0${name}` : undefined),
  load: (id) => (id === `\0${name}` ? `export default ${JSON.stringify(make(kRoot))}` : undefined),
});

// After all files are written: the service worker that names them by their digests.
const kOut = join(kRoot, "build/web/app");
const pinned = { name: "pinned", apply: "build", closeBundle: () => pinPages(kWeb, kOut) };

export default defineConfig({
  root: join(kWeb, "app"),
  base: "./",
  plugins: [table("letopis-schema", makeSchema), table("letopis-parameters", makeParameters), svelte({ configFile: false }), pinned],
  build: {
    outDir: kOut,
    emptyOutDir: true,
    target: ["chrome109", "firefox115", "safari16"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 150,
  },
  logLevel: "warn",
});
