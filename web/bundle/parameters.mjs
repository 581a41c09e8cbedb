// The names of a regulation's parameters, from the program's own tables (regulations/key_table_*.cc), so
// that screens call them as the program does.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const kText = String.raw`((?:"(?:[^"\\]|\\.)*"\s*)+)`;
const kKey = new RegExp(String.raw`\{"([a-z_.]+)",\s*k[A-Z]\w*,\s*${kText},\s*${kText}[,}]`, "g");

const joined = (literals) => [...literals.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => JSON.parse(`"${text}"`)).join("");

// {"entry.mark.due": ["Срок выставления отметки", "Term of a mark"], …}
export function makeParameters(root) {
  const folder = join(root, "regulations");
  const tables = readdirSync(folder).filter((name) => /^key_table_\w+\.cc$/.test(name));
  const found = tables.flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(kKey)]
    .map(([, key, ru, en]) => [key, [joined(ru), joined(en)]]));
  if (found.length < 100) throw new Error(`${folder}: only ${found.length} parameters were found`);
  return Object.fromEntries(found);
}
