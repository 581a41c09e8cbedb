// The schema as the pages need it: where each field of a fact lies, what it means, and what it is
// called. Taken from the three places that the program itself is held to, so that nothing is
// written twice:
//
//   events/*.capnp            layout, by `capnp compile`
//   docs/event-format.md      the meaning of fields, streams and coded words
//   terminal/*_words.*        Russian words
//
// Whatever does not agree stops the build.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const SCALARS = { Bool: 1, UInt16: 16, UInt32: 32, Int32: 32, Int64: 64, UInt64: 64 };

function demand(condition, what) {
  if (!condition) throw new Error(`schema: ${what}`);
}

const snake = (name) => name.replace(/[A-Z]/g, (letter) => "_" + letter.toLowerCase());

// What `capnp compile -ocapnp` prints: each struct with its sizes, each field with its place.
function layoutOf(root) {
  const files = readdirSync(join(root, "events")).filter((name) => name.endsWith(".capnp")).sort();
  const text = execFileSync("capnp", ["compile", "-ocapnp", ...files],
    { cwd: join(root, "events"), encoding: "utf8", maxBuffer: 1 << 24, stdio: ["ignore", "pipe", "pipe"] });
  const structs = {};
  const enums = {};
  const facts = [];
  let into = null;
  for (const line of text.split("\n")) {
    const struct = /^struct (\w+) @0x\w+ \{ {2}# (\d+) bytes, (\d+) ptrs/.exec(line);
    const member = /^ {6}(\w+) @\d+ :import \S+\.(\w+); {2}# ptr\[1\], union tag = (\d+)$/.exec(line);
    const placed = /^ {2}(\w+) @(\d+) :(.+); {2}# (bits|ptr)\[(\d+)/.exec(line);
    const word = /^ {2}(\w+) @(\d+);/.exec(line);
    const enumeration = /^enum (\w+) /.exec(line);
    if (struct) {
      into = structs[struct[1]] = { data: Number(struct[2]) / 8, pointers: Number(struct[3]), fields: {} };
    } else if (enumeration) {
      into = enums[enumeration[1]] = [];
    } else if (member) {
      demand(facts.length === Number(member[3]), "facts are out of order");
      facts.push({ name: snake(member[1]), struct: member[2] });
    } else if (placed) {
      into.fields[snake(placed[1])] =
        { wire: placed[3].split(".").pop(), at: Number(placed[5]), pointer: placed[4] === "ptr" };
    } else if (word && Array.isArray(into)) {
      demand(into.length === Number(word[2]), "words are out of order");
      into.push(snake(word[1]));
    }
  }
  return { structs, enums, facts };
}

const cells = (line) => line.slice(2, -2).split(" | ").map((cell) => cell.trim());
const bare = (cell) => cell.replaceAll("`", "");

// The tables of docs/event-format.md.
function meaningOf(root) {
  const facts = [];
  const values = {};
  const words = {};
  const streams = [];
  let heading = "";
  for (const line of readFileSync(join(root, "docs/event-format.md"), "utf8").split("\n")) {
    if (line.startsWith("#")) heading = line;
    if (!line.startsWith("| ")) continue;
    const row = cells(line);
    if (row.length === 6 && /^\d+$/.test(row[0])) {
      facts.push({ name: bare(row[1]), stream: row[3], fields: row[4] });
      demand(facts.length === Number(row[0]) + 1, `fact ${row[0]} is out of order`);
    } else if (row.length === 5 && /^\d+$/.test(row[0])) {
      streams.push(row[1]);
    } else if (heading === "### Coded words" && row[0].startsWith("`")) {
      words[bare(row[0])] = row[2].split(", ");
    } else if (row.length === 2 && /^`[A-Z]\w+`$/.test(row[0]) && / \w+, /.test(row[1])) {
      values[bare(row[0])] = row[1];
    }
  }
  return { facts, values, words, streams };
}

// How a field of that meaning is read: docs/event-format.md, "What stands in a fact".
const KINDS = {
  Day: ["day", "Int32"], Instant: ["instant", "Int64"], Position: ["position", "UInt64"],
  Text: ["text", "Text"], Commitment: ["commitment", "Data"], Digest: ["digest", "Data"],
  PublicKey: ["digest", "Data"], KeyId: ["digest", "Data"], Bool: ["bool", "Bool"],
  u16: ["u16", "UInt16"], u32: ["u32", "UInt32"],
};

function fieldOf(said, layout, meaning, where) {
  const parsed = /^(\w+) (\[)?(\w+)\]?([?*])?$/.exec(said);
  demand(parsed, `${where}: cannot read '${said}'`);
  const [, name, list, type, mark] = parsed;
  const place = layout.fields[name];
  demand(place, `${where}: no field ${name}`);
  const field = { name, at: place.at, kind: "", of: undefined, optional: mark === "?" || undefined, list: list && true };
  let wire = type;
  if (type.endsWith("Number")) [field.kind, field.of, wire] = ["number", type, "UInt32"];
  else if (KINDS[type]) [field.kind, wire] = KINDS[type];
  else if (meaning.words[type]) [field.kind, field.of] = ["word", type];
  else if (meaning.values[type]) [field.kind, field.of] = ["value", type];
  else demand(false, `${where}: ${type} is not known`);
  const stated = place.wire.replace(")", "");
  demand(list || stated === wire || stated.endsWith(wire), `${where}.${name}: ${place.wire} is no ${type}`);
  demand(place.pointer === (field.list || ["text", "commitment", "digest", "value"].includes(field.kind)),
    `${where}.${name}: lies in the wrong section`);
  if (!place.pointer) {
    const bits = field.kind === "word" ? 16 : SCALARS[wire];
    demand(bits === 1 || field.at % 8 === 0, `${where}.${name}: is not on a byte`);
    if (bits !== 1) field.at /= 8;
  }
  return field;
}

function structOf(name, fields, layout, meaning) {
  const place = layout.structs[name];
  demand(place, `no struct ${name}`);
  const all = fields.split(", ").filter((one) => one !== "" && one !== "–")
    .map((one) => fieldOf(one, place, meaning, name));
  demand(all.length === Object.keys(place.fields).length, `${name}: a field is not described`);
  return { data: place.data, pointers: place.pointers, fields: all };
}

// Russian words out of the program's own tables.
function wordsOf(root) {
  const table = (text, name) => {
    const body = text.slice(text.indexOf(`constexpr Word ${name}[]`));
    return Object.fromEntries([...body.slice(0, body.indexOf("};")).matchAll(/\{"(\w+)", "([^"]*)"\}/g)]
      .map(([, key, word]) => [key, word]));
  };
  const titles = readFileSync(join(root, "terminal/fact_words.cc"), "utf8");
  const words = readFileSync(join(root, "terminal/enumeration_words.h"), "utf8");
  const enums = {};
  for (const [, name, list] of words.matchAll(/^LETOPIS_WORDS\((\w+),([^;]*)\);/gm)) {
    enums[name] = [...list.matchAll(/"([^"]*)"/g)].map(([, word]) => word);
  }
  return { facts: table(titles, "kFacts"), fields: table(titles, "kFields"), enums };
}

export function makeSchema(root) {
  const layout = layoutOf(root);
  const meaning = meaningOf(root);
  const russian = wordsOf(root);
  demand(layout.facts.length === meaning.facts.length, "the description lists other facts than the schema");
  const facts = meaning.facts.map((fact, number) => {
    const { name, struct } = layout.facts[number];
    demand(name === fact.name, `fact ${number} is ${name}, and is described as ${fact.name}`);
    demand(russian.facts[name], `${name} has no Russian title`);
    const stream = /^(\w+)(?:\(([\w,]+)\))?$/.exec(fact.stream);
    demand(stream && meaning.streams.includes(stream[1]), `${name}: its stream cannot be read`);
    return {
      name, title: russian.facts[name],
      stream: meaning.streams.indexOf(stream[1]), of: stream[2] ? stream[2].split(",") : [],
      ...structOf(struct, fact.fields, layout, meaning),
    };
  });
  const values = {};
  for (const [name, fields] of Object.entries(meaning.values)) {
    values[name] = structOf(name, fields, layout, meaning);
  }
  const enums = {};
  for (const [name, words] of Object.entries(meaning.words)) {
    demand(JSON.stringify(words) === JSON.stringify(layout.enums[name]), `the words of ${name} differ`);
    demand(russian.enums[name]?.length === words.length, `${name}: Russian words are missing`);
    enums[name] = { words, russian: russian.enums[name] };
  }
  for (const fact of [...facts, ...Object.values(values)]) {
    for (const { name } of fact.fields) {
      if (facts.includes(fact)) demand(russian.fields[name], `the field ${name} has no Russian label`);
    }
  }
  return { streams: meaning.streams, facts, values, enums, fields: russian.fields };
}
