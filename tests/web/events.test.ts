// Events as the page decodes them: each fact of the closed list, and nothing but it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { fromHex, toBytes, toHex, type Bytes } from "../../web/proofs/bytes";
import { admitKey } from "../../web/proofs/ed25519";
import { cutEntry, verifyEvent } from "../../web/proofs/entry";
import { decodeEnvelope, decodeEvent, type Event } from "../../web/proofs/event";
import { leafHash } from "../../web/proofs/merkle";
import { Refusal } from "../../web/proofs/refusal";
import { isoDay, printRendition } from "../../web/proofs/rendition";
import { schema } from "../../web/proofs/schema";
import { sha256 } from "../../web/proofs/sha256";
import { golden, kRoot } from "./files";

interface Golden {
  fact: string;
  kind: string; // with all fields, or with those alone that must be there
  bytes: Bytes;
}

const kGolden: Golden[] = readFileSync(golden("events/facts_v1.txt"), "utf8").trimEnd().split("\n")
  .filter((line) => !line.startsWith("#")).map((line) => {
    const words = line.split(" ");
    return { fact: words[1]!, kind: words[2]!, bytes: fromHex(words[words.length - 1]!)! };
  });

function decoded(bytes: Bytes): Event {
  const event = decodeEvent(bytes);
  assert(!(event instanceof Refusal), event instanceof Refusal ? event.code : "");
  return event;
}

const parts = { recorded: 1, key: "", signature: new Uint8Array(64), event: new Uint8Array(0) };

test("every golden event is read, and the list of facts is complete", () => {
  for (const { fact, bytes } of kGolden) assert.equal(decoded(bytes).fact.name, fact);
  assert.deepEqual(new Set(kGolden.map(({ fact }) => fact)), new Set(schema.facts.map(({ name }) => name)));
});

test("a fact with all its fields says them all, and a bare one says what is absent", () => {
  const whole = new Set(kGolden.filter(({ bytes }) => Object.values(decoded(bytes).says).every((value) => value !== null))
    .map(({ fact }) => fact));
  for (const { name } of schema.facts) assert(whole.has(name), name);
  const absent = kGolden.filter(({ kind }) => kind === "bare").flatMap(({ bytes }) => Object.values(decoded(bytes).says));
  assert(absent.filter((value) => value === null).length > 20);
});

test("no flipped bit gives another spelling of the same event", () => {
  for (const { fact, bytes } of kGolden) {
    const { log } = decoded(bytes);
    const line = printRendition(0, parts, decoded(bytes));
    for (let bit = 0; bit < 8 * bytes.length; bit += 3) {
      const changed = bytes.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      const event = decodeEvent(changed);
      if (event instanceof Refusal) continue;
      const same = printRendition(0, parts, event) === line && event.log === log;
      assert(!same, `bit ${bit} of ${fact}`);
    }
  }
});

test("bytes that are no event are refused and break nothing", () => {
  let state = 7;
  const next = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 16;
  for (let round = 0; round < 4_000; ++round) {
    const { bytes } = kGolden[next() % kGolden.length]!;
    const changed = bytes.slice(0, 8 * (1 + (next() % (bytes.length / 8))));
    for (let times = 0; times < 4; ++times) changed[next() % changed.length] = next() & 255;
    const event = decodeEvent(changed);
    if (!(event instanceof Refusal)) assert.equal(decodeEnvelope(changed) instanceof Refusal, false);
  }
  for (const length of [0, 7, 12, 65_008]) {
    assert.equal((decodeEvent(new Uint8Array(length)) as Refusal).code, "event.size");
  }
  assert.equal((decodeEvent(new Uint8Array(8)) as Refusal).code, "event.log_id");
  assert.equal((decodeEvent(new Uint8Array(16)) as Refusal).code, "event.not_canonical");
});

test("a fact that this page does not know is said to be one, and its envelope is read", () => {
  const { bytes } = kGolden[0]!;
  const changed = bytes.slice();
  new DataView(changed.buffer).setUint16(8 + 22, schema.facts.length, true);
  assert.equal((decodeEvent(changed) as Refusal).code, "event.fact_unknown");
  const envelope = decodeEnvelope(changed);
  assert(!(envelope instanceof Refusal));
  assert.equal(envelope.log, decoded(bytes).log);
});

test("an event of a longer schema is refused, not skipped", () => {
  const { bytes } = kGolden.find(({ fact }) => fact === "period_closed")!;
  // Its last word is the fact's data: one word more, which no field owns.
  const longer = new Uint8Array(bytes.length + 8);
  longer.set(bytes);
  longer[bytes.length] = 1;
  const view = new DataView(longer.buffer);
  const pointer = 8 * (1 + 7 + 1);
  view.setUint16(pointer + 4, view.getUint16(pointer + 4, true) + 1, true);
  assert.equal((decodeEvent(longer) as Refusal).code, "event.not_canonical");
});

const kDescription = readFileSync(join(kRoot, "docs/event-format.md"), "utf8");
const example = (name: string): Bytes =>
  fromHex(new RegExp("```hex " + name + "\\n([^`]*)```").exec(kDescription)![1]!.replace(/\s/g, ""))!;

test("the example of the description is read as it says", async () => {
  const entry = example("entry");
  assert.equal(toHex(leafHash(entry)), toHex(example("leaf")));
  const cut = cutEntry(entry);
  assert(!(cut instanceof Refusal));
  assert.equal(cut.recorded, 1_757_939_701_000);
  assert.equal(cut.key, toHex(sha256(example("public key"))));
  const event = decoded(cut.event);
  assert.deepEqual(event.says, {
    lesson: 41_207, pupil: 1_163, day: 20_346, ordinal: 1, value: 3, work: 1, permission: null, comment: null,
  });
  assert.equal(event.command, "00112233445566ff8899aabbccddeeff");
  assert.equal(event.stated, 1_757_939_700_123);
  assert.deepEqual(event.stream, [8, 41_207, 1_163, 0]);
  const key = admitKey(example("public key"));
  assert(!(key instanceof Refusal));
  assert.equal(await verifyEvent(cut, key), true);
  const later = entry.slice();
  later[7]! ^= 1; // the moment recorded is the log's word, not the author's
  assert.equal(await verifyEvent(cutEntry(later) as typeof cut, key), true);
  later[entry.length - 8]! ^= 2;
  assert.equal(await verifyEvent(cutEntry(later) as typeof cut, key), false);
});

test("an entry of another length or version is refused", () => {
  const entry = example("entry");
  assert.equal((cutEntry(entry.slice(0, 104)) as Refusal).code, "entry.size");
  assert.equal((cutEntry(new Uint8Array(104 + 65_001)) as Refusal).code, "entry.size");
  const later = entry.slice();
  later[1] = 2;
  assert.equal((cutEntry(later) as Refusal).code, "entry.version");
});

test("days are told in every year that 32 bits hold", () => {
  assert.equal(isoDay(0), "1970-01-01");
  assert.equal(isoDay(20_346), "2025-09-15");
  assert.equal(isoDay(-1), "1969-12-31");
  assert.equal(isoDay(-719_529), "-0001-12-31");
  assert.equal(isoDay(-719_528), "0000-01-01");
  assert.equal(isoDay(2_147_483_647), "5881580-07-11");
  assert.equal(isoDay(-2_147_483_648), "-5877641-06-23");
});

test("quotes, backslashes and newlines of a text are spelled in its readable line", () => {
  const { bytes } = kGolden.find(({ fact, kind }) => fact === "topic_set" && kind === "full")!;
  const event = decoded(bytes);
  event.says["topic"] = "«а» \"б\" \\ в\nг";
  const line = printRendition(3, parts, event);
  assert(line.includes(String.raw`"topic":"«а» \"б\" \\ в\nг"`), line);
  assert.equal((JSON.parse(line) as { says: { topic: string } }).says.topic, event.says["topic"]);
  assert(toBytes(line).length > line.length);
});
