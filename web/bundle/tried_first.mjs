// The words that passwords are made of first: accounts/tried_first.txt, one a line after its remarks.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export function makeTriedFirst(root) {
  const words = readFileSync(join(root, "accounts/tried_first.txt"), "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  if (words.length < 500) throw new Error(`accounts/tried_first.txt: only ${words.length} words were found`);
  return words;
}
