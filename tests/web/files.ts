// Folders of a disk as a browser would hand them to the page.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import type { Bytes } from "../../web/proofs/bytes";
import type { ChosenFolder } from "../../web/verify/medium_volumes";

export const kRoot = process.env["LETOPIS_SOURCES"] ?? fileURLToPath(new URL("../..", import.meta.url));
export const golden = (...path: string[]): string => join(kRoot, "tests/golden", ...path);

export const readBytes = (file: string): Bytes => new Uint8Array(readFileSync(file));

export function chooseFolder(path: string): ChosenFolder {
  const chosen: ChosenFolder = { name: basename(path), files: [], emptyFolders: [] };
  const walk = (folder: string): void => {
    for (const one of readdirSync(folder, { withFileTypes: true })) {
      const whole = join(folder, one.name);
      if (one.isDirectory()) {
        if (readdirSync(whole).length === 0) chosen.emptyFolders.push(relative(path, whole));
        walk(whole);
      } else {
        chosen.files.push({
          path: relative(path, whole), size: statSync(whole).size, read: async () => readBytes(whole),
        });
      }
    }
  };
  walk(path);
  return chosen;
}
