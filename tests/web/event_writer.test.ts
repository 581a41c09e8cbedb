// Events as the pages write them: the same bytes as the program's, message by message, in both directions.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { fromHex, toHex, type Bytes } from "../../web/proofs/bytes";
import { decodeEvent, kMaxEventBytes, kMaxListItems, kMaxTextBytes, type Event, type Value, type Values } from "../../web/proofs/event";
import { encodeEvent, type Stated } from "../../web/proofs/event_writer";
import { Refusal } from "../../web/proofs/refusal";
import { schema, type FactSchema, type Field } from "../../web/proofs/schema";
import { golden } from "./files";

const kExchange = process.env["LETOPIS_EVENT_EXCHANGE"] ?? "";
const skip = existsSync(kExchange) ? false : "event_exchange is not built";
const kMessages = 500;

function read(bytes: Bytes): Event {
  const event = decodeEvent(bytes);
  assert(!(event instanceof Refusal), event instanceof Refusal ? event.code : "");
  return event;
}

function written(stated: Stated, fact: FactSchema, says: Values): Bytes {
  const bytes = encodeEvent(stated, fact, says);
  assert(!(bytes instanceof Refusal), bytes instanceof Refusal ? `${fact.name}: ${bytes.code}` : "");
  return bytes;
}
const again = (event: Event): Bytes => written(event, event.fact, event.says);

test("every golden event, read and written anew, has its own bytes", () => {
  const lines = readFileSync(golden("events/facts_v1.txt"), "utf8").trimEnd().split("\n").filter((line) => !line.startsWith("#"));
  assert.ok(lines.length > 200);
  for (const line of lines) {
    const hex = line.split(" ").at(-1)!;
    assert.equal(toHex(again(read(fromHex(hex)!))), hex, line.slice(0, 40));
  }
});

test("what the program wrote, of each fact, the page reads and writes with the same bytes", { skip }, () => {
  const lines = execFileSync(kExchange, ["make", "20261123", String(kMessages)], { encoding: "utf8", maxBuffer: 1 << 28 }).trimEnd().split("\n");
  assert.equal(lines.length, kMessages);
  const facts = new Set<string>();
  for (const line of lines) {
    const event = read(fromHex(line)!);
    facts.add(event.fact.name);
    assert.equal(toHex(again(event)), line, event.fact.name);
  }
  assert.equal(facts.size, schema.facts.length);
});

// As mulberry32 draws them: the same for the same seed.
class Draw {
  constructor(private state: number) {}
  bits(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
  below = (end: number): number => this.bits() % end;
  big = (): bigint => (BigInt(this.bits()) << 32n) | BigInt(this.bits());
  of<One>(all: readonly One[]): One {
    return all[this.below(all.length)]!;
  }
}

const exact = (big: bigint): number | bigint => (big >= 0n && big <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(big) : big);
const kPieces = ["а", "Ё", "z", " ", "\n", "«", "№", "5", "€", "\u{1F4D6}"];

function drawField(draw: Draw, field: Field, fact: FactSchema): Value {
  if (field.optional && draw.below(2) === 0) return null;
  if (field.list) return Array.from({ length: draw.below(6) }, () => drawField(draw, { ...field, list: false, optional: false }, fact));
  const stream = fact.of.includes(field.name);
  switch (field.kind) {
    case "number": return draw.of([1, 0xffff_ffff, 1 + draw.below(1000)]);
    case "day": return draw.of([1, -1, 0x7fff_ffff, -0x8000_0000, 1 + draw.below(30_000)]);
    case "instant": return draw.of([0, exact(-(1n << 63n)), exact((1n << 63n) - 1n), -1n, exact(BigInt.asIntN(64, draw.big()))]);
    case "position": return draw.of([0, exact((1n << 64n) - 1n), exact(draw.big())]);
    case "bool": return draw.below(2) === 1;
    case "u16": return draw.of([0, 0xffff, draw.below(0x1_0000)]);
    case "u32": return draw.of([0, 0xffff_ffff, draw.bits()]);
    case "word": return draw.below(stream ? Math.min(4, schema.enums[field.of!]!.words.length) : schema.enums[field.of!]!.words.length);
    case "text": return Array.from({ length: draw.below(12) }, () => draw.of(kPieces)).join("");
    case "commitment":
    case "digest": return Array.from({ length: 8 }, () => draw.bits().toString(16).padStart(8, "0")).join("");
    case "value": return drawSays(draw, schema.values[field.of!]!.fields, fact);
  }
}
const drawSays = (draw: Draw, fields: readonly Field[], fact: FactSchema): Values =>
  Object.fromEntries(fields.map((field) => [field.name, drawField(draw, field, fact)]));

function drawStated(draw: Draw): Stated {
  const count = 1 + draw.below(16_384);
  const hex = (words: number): string => Array.from({ length: words }, () => draw.bits().toString(16).padStart(8, "0")).join("");
  return {
    log: hex(8), command: draw.of([hex(4), "0".repeat(32), "f".repeat(32)]), count, index: draw.below(count), version: draw.of([0, draw.bits()]),
    author: draw.of([0, draw.bits()]), stated: drawField(draw, { name: "", kind: "instant", at: 0 }, schema.facts[0]!) as Stated["stated"],
  };
}

test("what the page writes, of each fact, reads as it was said, and the program takes it as its own", { skip }, () => {
  const draw = new Draw(7);
  const lines = Array.from({ length: kMessages }, (_, at) => {
    const fact = schema.facts[at % schema.facts.length]!;
    const [stated, says] = [drawStated(draw), drawSays(draw, fact.fields, fact)];
    const bytes = written(stated, fact, says);
    const event = read(bytes);
    assert.deepEqual(event.says, says, fact.name);
    const { stream, fact: same, says: told, ...envelope } = event;
    assert.deepEqual([envelope, same], [stated, fact]);
    assert.equal(stream.length + Object.keys(told).length, 4 + fact.fields.length);
    return toHex(bytes);
  });
  const verdicts = execFileSync(kExchange, ["check"], { input: `${lines.join("\n")}\n`, encoding: "utf8", maxBuffer: 1 << 26 }).trimEnd().split("\n");
  assert.equal(verdicts.length, kMessages);
  verdicts.forEach((verdict, at) => assert.equal(verdict, "ok", schema.facts[at % schema.facts.length]!.name));
});

const fact = (name: string): FactSchema => schema.facts.find((one) => one.name === name)!;
const stated: Stated = { log: "ab".repeat(32), command: "01".repeat(16), index: 0, count: 1, version: 0, author: 7, stated: 1_773_000_000_000 };
const topic: Values = { ...Object.fromEntries(fact("topic_set").fields.map(({ name, optional }) => [name, optional ? null : 1])), topic: "Дроби", tasks: "" };

function refused(changed: { stated?: Partial<Stated>; says?: Values; of?: FactSchema }): string {
  const told = encodeEvent({ ...stated, ...changed.stated }, changed.of ?? fact("topic_set"), changed.says ?? topic);
  return told instanceof Refusal ? told.code : "";
}

test("an envelope that the log has no room for is refused", () => {
  assert.equal(refused({}), "");
  assert.equal(refused({ stated: { log: "ab" } }), "event.log_id");
  assert.equal(refused({ stated: { log: "zz".repeat(32) } }), "event.log_id");
  assert.equal(refused({ stated: { command: "01" } }), "event.command");
  for (const [index, count] of [[1, 1], [0, 0], [0, 16_385], [-1, 1], [0.5, 1]] as const) assert.equal(refused({ stated: { index, count } }), "event.command");
  for (const version of [-1, 2 ** 32, 0.5, Number.NaN]) assert.equal(refused({ stated: { version } }), "event.fact");
  for (const moment of [1n << 63n, 0.5, 2 ** 53]) assert.equal(refused({ stated: { stated: moment } }), "event.fact");
});

test("values that a field cannot have are refused, and so is a field too few or too many", () => {
  const says = (changed: Values): string => refused({ says: { ...topic, ...changed } });
  for (const lesson of [0, -1, 2 ** 32, 1.5, "7", null, true]) assert.equal(says({ lesson }), "event.fact", String(lesson));
  for (const text of ["tab\t", "\u0000", "\ud800", "я".repeat(kMaxTextBytes / 2 + 1), 5, null]) assert.equal(says({ topic: text }), "event.fact");
  assert.equal(says({ topic: "я".repeat(kMaxTextBytes / 2) }), "");
  assert.equal(says({ extra: 1 }), "event.fact");
  const { topic: left, ...rest } = topic;
  assert.equal(left, "Дроби");
  assert.equal(refused({ says: rest }), "event.fact");
});

test("words, digests, values and lists that cannot be are refused, and an event too long", () => {
  const draw = new Draw(3);
  const kinds = new Map<string, number>();
  const wrong: Record<string, (field: Field) => Value[]> = {
    word: (field) => [schema.enums[field.of!]!.words.length, -1, "control"],
    digest: () => ["ab", "", 5], commitment: () => ["ab".repeat(33), "zz".repeat(32)],
    bool: () => [1, "yes"], u16: () => [-1, 0x1_0000], instant: () => [1n << 63n], position: () => [-1, 1n << 64n], day: () => [2 ** 31, 0.5],
    value: () => [5, []],
  };
  for (const one of schema.facts) {
    const says = drawSays(draw, one.fields, one);
    for (const field of one.fields) {
      const values = field.list ? [5, {}, [5]] : wrong[field.kind]?.(field) ?? [];
      for (const value of values) {
        assert.equal(refused({ of: one, says: { ...says, [field.name]: value } }), "event.fact", `${one.name}.${field.name} ${String(value)}`);
        kinds.set(field.list ? "list" : field.kind, 1);
      }
    }
  }
  assert.deepEqual([...kinds.keys()].sort(), ["bool", "commitment", "day", "digest", "instant", "list", "position", "u16", "value", "word"]);
  const lists = schema.facts.flatMap((one) => one.fields.filter(({ list, kind }) => list && kind === "value").map((field) => ({ one, field })));
  const { one, field } = lists[0]!;
  const item = drawField(draw, { ...field, list: false }, one);
  const many = (count: number): string => refused({ of: one, says: { ...drawSays(draw, one.fields, one), [field.name]: Array.from({ length: count }, () => item) } });
  assert.equal(many(kMaxListItems + 1), "event.fact");
  assert.equal(many(kMaxListItems), "event.size");
  assert.ok(kMaxEventBytes < 65_536);
});
