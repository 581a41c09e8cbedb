// The names of a regulation's parameters and of the words that are their values, from the program's own tables
// (regulations/key_table_*.cc), so that screens call them as the program does.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const kText = String.raw`((?:"(?:[^"\\]|\\.)*"\s*)+)`;
const kKey = new RegExp(String.raw`\{"([a-z_.]+)",\s*k[A-Z]\w*,\s*${kText},\s*${kText}(?:,\s*(k[A-Z]\w*))?[,}]`, "g");
const kWords = /constexpr ValueWord (k[A-Z]\w*)\[\] = \{([\s\S]*?)\};/g;
const kWord = new RegExp(String.raw`\{"([a-z_0-9]+)",\s*${kText},\s*${kText}\}`, "g");

const joined = (literals) => [...literals.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => JSON.parse(`"${text}"`)).join("");

function keysOf(source) {
  const tables = new Map([...source.matchAll(kWords)].map(([, name, rows]) =>
    [name, Object.fromEntries([...rows.matchAll(kWord)].map(([, word, ru, en]) => [word, [joined(ru), joined(en)]]))]));
  return [...source.matchAll(kKey)].map(([, key, ru, en, table]) => [key, [joined(ru), joined(en), tables.get(table) ?? {}]]);
}

// {"entry.mark.late": ["Отметка после срока", "A mark past its term", {"flag": ["…", "…"]}], …}
export function makeParameters(root) {
  const folder = join(root, "regulations");
  const tables = readdirSync(folder).filter((name) => /^key_table_\w+\.cc$/.test(name));
  const found = tables.flatMap((name) => keysOf(readFileSync(join(folder, name), "utf8")));
  if (found.length < 100) throw new Error(`${folder}: only ${found.length} parameters were found`);
  return Object.fromEntries(found);
}
