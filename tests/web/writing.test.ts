// What is typed into the journal, written and signed where it is typed: the fact is what was typed, what the
// page cannot know it leaves to the server, and what the server refuses is proposed anew.
import assert from "node:assert/strict";
import { test } from "node:test";

import { judge } from "../../web/keys/agreement";
import { OwnHand } from "../../web/keys/own_hand";
import { signerBySeed } from "../../web/keys/signer";
import { dayNumber, written, type Written } from "../../web/keys/writing";
import { fromBase64, fromHex, joined, toBytes, toHex, type Bytes } from "../../web/proofs/bytes";
import { admitKey } from "../../web/proofs/ed25519";
import { verifyEvent } from "../../web/proofs/entry";
import { decodeEvent, type Event } from "../../web/proofs/event";
import { Refusal } from "../../web/proofs/refusal";
import { sha256 } from "../../web/proofs/sha256";
import type { Keeping } from "../../web/stating/keeping";
import { Outbox, type OutboxWorld } from "../../web/stating/outbox";
import { byOwnKey } from "../../web/stating/own_sending";
import type { Ask } from "../../web/stating/sending";
import type { Command, Statement } from "../../web/stating/statement";

const whose = { person: 5, log: "ab".repeat(32) };
const kNow = 1_773_221_400_000;
const base = { version: 3, day: "2026-03-11" };
const stated = (command: Command, changed: Partial<Statement> = {}): Statement =>
  ({ id: "0f".repeat(16), order: 1, person: 5, about: "", label: "", command, base, ...changed });

function read(one: Written | undefined): Event {
  const event = one && decodeEvent(one.bytes);
  assert(event && !(event instanceof Refusal));
  return event;
}

const cell = { lesson: 12, pupil: 40 };
const kCommands: Command[] = [
  { do: "mark_given", ...cell, ordinal: 2, value: "four" },
  { do: "mark_given", ...cell, ordinal: 1, value: "five", work: 3, permission: 8 },
  { do: "correct_mark", ...cell, ordinal: 1, value: "five", reason: "mistyped" },
  { do: "correct_mark", ...cell, ordinal: 1, value: "five", reason: "retaken", note: "Заявление от 09.03" },
  { do: "withdraw_mark", ...cell, ordinal: 1, reason: "mistyped" },
  { do: "absence_noted", ...cell, kind: "absent" },
  { do: "absence_noted", ...cell, kind: "late", minutes: 7 },
  { do: "absence_withdrawn", ...cell, reason: "mistyped" },
  { do: "topic_set", lesson: 12, topic: "Дроби" },
  { do: "work_set", lesson: 12, work: 1, kind: "control", weight: 200, title: "Дроби" },
  { do: "homework_set", lesson: 12, kind: "written", text: "№ 5", due: "2026-03-12" },
  { do: "homework_none", lesson: 12 },
];

test("a fact of each kind is written as it was typed, and nothing besides [JRN-02 JRN-04 JRN-06]", () => {
  for (const command of kCommands) {
    const one = written(stated(command), whose, kNow);
    const event = read(one);
    assert.deepEqual([event.log, event.author, event.version, event.index, event.count, event.stated, event.command],
      [whose.log, 5, base.version + 1, 0, 1, kNow, "0f".repeat(16)], command.do);
    assert.equal(event.says["day"], dayNumber("2026-03-11"));
    const texts = one!.texts.map((text) => ({ ...text,
      commitment: toHex(sha256(joined(toBytes("letopis text v1\n"), fromHex(text.salt)!, toBytes(text.text)))) }));
    if (command.do !== "work_set") assert.equal(judge(command, [event], texts, new Map()), "asked", JSON.stringify(command));
    assert.equal(texts.length, command["note"] === undefined ? 0 : 1);
    for (const { about } of texts) assert.equal(about, 40); // under the pupil, as the program keeps it
  }
  assert.equal(dayNumber("1970-01-02"), 1);
  const permitted = read(written(stated(kCommands[2]!, { base: { ...base, permission: 9 } }), whose, kNow));
  assert.equal(permitted.says["permission"], 9);
});

test("what the page cannot know is not written", () => {
  const [mark] = kCommands as [Command];
  assert.notEqual(written(stated(mark), whose, kNow), undefined);
  const { base: none, ...unknown } = stated(mark);
  assert.deepEqual(none, base);
  assert.equal(written(unknown, whose, kNow), undefined);
  for (const command of [
    { ...mark, lesson: { class: "5А", subject: "Алгебра", day: "2026-03-11", bell: 2 } }, { ...mark, value: "six" }, { ...mark, value: 5 },
    { ...mark, lesson: undefined }, { ...mark, extra: 1 }, { ...mark, pupil: 0 }, { do: "record_lesson", load: 3, day: "2026-03-11", bell: 2 },
    { do: "topic_set", lesson: 12, topic: "tab\t" }, { do: "toString" },
  ] as Command[]) assert.equal(written(stated(command), whose, kNow), undefined, JSON.stringify(command));
  assert.equal(written(stated(mark, { id: "zz" }), whose, kNow), undefined);
});

class Shelf implements Keeping {
  readonly kept = new Map<string, Statement>();
  async put(statements: readonly Statement[]): Promise<void> {
    for (const one of statements) this.kept.set(one.id, structuredClone(one));
  }
  get = async (id: string): Promise<Statement | undefined> => structuredClone(this.kept.get(id));
  remove = async (id: string): Promise<void> => void this.kept.delete(id);
  all = async (): Promise<Statement[]> => [...this.kept.values()];
}

const kSeed = new Uint8Array(32).fill(7);
type Answer = { status: number; body: unknown };

async function desk(answers: (target: string, body: unknown) => Answer): Promise<{ outbox: Outbox; shelf: Shelf; asked: string[]; refused: string[] }> {
  const signer = await signerBySeed(kSeed);
  const hand = new OwnHand(whose, () => signer, async () => true);
  const [shelf, asked, refused] = [new Shelf(), [] as string[], [] as string[]];
  const ask: Ask = async (_method, target, body) => {
    asked.push(target);
    return answers(target, body);
  };
  const world: OutboxWorld = {
    keeping: shelf, send: byOwnKey(ask, hand), sign: (statement) => hand.write(statement, kNow), alone: (_lock, act) => act(), now: () => 1, after: () => {},
  };
  const listener = { changed: () => {}, stands: () => {}, refused: ({ refused: why }: Statement) => void refused.push(why!.code), settledElsewhere: () => {} };
  return { outbox: await Outbox.open(5, world, listener), shelf, asked, refused };
}

const wish = { about: "a", label: "a", command: kCommands[0]!, base };
const kStands = { status: 201, body: { first: 1, count: 1, declared: {} } };
const refusal = (code: string): Answer => ({ status: 409, body: { code, ru: "Нельзя.", en: "No." } });

test("without a net what is typed lies there signed, and so says the page; with it the same bytes are sent [ACC-09]", async () => {
  let net = false;
  const bodies: unknown[] = [];
  const { outbox, shelf, asked } = await desk((_target, body) => {
    if (!net) throw new TypeError("failed to fetch");
    bodies.push(body);
    return kStands;
  });
  await outbox.add([wish, { ...wish, base: { ...base, version: 4 } }]);
  await outbox.flush();
  assert.deepEqual(outbox.state, { state: "no_net", count: 2, signed: true });
  const kept = [...shelf.kept.values()];
  const signer = await signerBySeed(kSeed);
  const key = admitKey(signer.publicKey);
  assert(!(key instanceof Refusal));
  for (const { signed } of kept) {
    const { events: [one] } = JSON.parse(signed!) as { events: { bytes: string; key: string; signature: string }[] };
    assert.equal(one!.key, signer.keyId);
    const [bytes, signature] = [fromBase64(one!.bytes)!, fromBase64(one!.signature)!] as [Bytes, Bytes];
    assert.ok(await verifyEvent({ recorded: 1, key: one!.key, signature, event: bytes }, key));
  }
  net = true;
  await outbox.flush();
  assert.deepEqual(bodies, kept.map(({ signed }) => JSON.parse(signed!) as unknown));
  assert.ok(asked.every((target) => target === "api/v1/events"));
  assert.equal(shelf.kept.size, 0);
});

test("a slow signature is not overtaken by what was stated after it, and the page says that it is saving", async () => {
  const sent: string[] = [];
  const waits = [30, 0];
  const world: OutboxWorld = {
    keeping: new Shelf(), send: async ({ label }) => { sent.push(label); return { sent: "stands", outcome: { first: 1, count: 1, declared: {} } }; },
    sign: async () => { await new Promise((resolve) => setTimeout(resolve, waits.shift())); return "{}"; },
    alone: (_lock, act) => act(), now: () => 1, after: () => {},
  };
  const outbox = await Outbox.open(5, world, { changed: () => {}, stands: () => {}, refused: () => {}, settledElsewhere: () => {} });
  const both = Promise.all([outbox.add([{ ...wish, label: "first" }]), outbox.add([{ ...wish, label: "second" }])]);
  assert.deepEqual(outbox.state, { state: "saving", count: 2 });
  await both;
  await outbox.flush();
  assert.deepEqual(sent, ["first", "second"]);
  assert.deepEqual(outbox.state, { state: "saved" });
});

test("a signature that fails loses nothing: what was typed is kept, and proposed", async () => {
  const asked: string[] = [];
  const shelf = new Shelf();
  const send = byOwnKey(async (_method, target) => { asked.push(target); throw new TypeError("failed to fetch"); }, { sign: async () => ({ held: "" }) });
  const world: OutboxWorld = { keeping: shelf, send, sign: async () => { throw new Error("no entropy"); }, alone: (_lock, act) => act(), now: () => 1, after: () => {} };
  const outbox = await Outbox.open(5, world, { changed: () => {}, stands: () => {}, refused: () => {}, settledElsewhere: () => {} });
  await outbox.add([wish]);
  await outbox.flush();
  assert.equal(shelf.kept.size, 1);
  assert.deepEqual(asked, ["api/v1/propose"]);
});

test("of one that cannot be written the page does not say that it is signed", async () => {
  const { outbox } = await desk(() => { throw new TypeError("failed to fetch"); });
  const { base: left, ...unknown } = wish;
  assert.deepEqual(left, base);
  await outbox.add([wish, unknown]);
  await outbox.flush();
  assert.deepEqual(outbox.state, { state: "no_net", count: 2, signed: false });
});

test("what was written here and is refused is proposed once; the server's own refusal is shown [JRN-07]", async () => {
  for (const code of ["stream.version", "mark.closed", "entry.stated_ahead"]) {
    const { outbox, asked, refused } = await desk((target) => refusal(target === "api/v1/events" ? code : "mark.closed"));
    await outbox.add([wish]);
    await outbox.flush();
    assert.deepEqual(asked, ["api/v1/events", "api/v1/propose"], code);
    assert.deepEqual(refused, ["mark.closed"]);
  }
});

test("what was proposed, signed and refused is not proposed again, unless somebody was sooner", async () => {
  for (const [code, times] of [["mark.closed", 1], ["stream.version", 2]] as const) {
    const { base: left, ...unknown } = wish;
    assert.deepEqual(left, base);
    const proposal = { events: [{ bytes: Buffer.from(written(stated(wish.command), whose, kNow)!.bytes).toString("base64") }] };
    let proposed = 0;
    const { outbox, refused } = await desk((target) => {
      if (target === "api/v1/events") return refusal(code);
      return ++proposed > 1 ? refusal("mark.taken") : { status: 200, body: proposal };
    });
    await outbox.add([unknown]);
    await outbox.flush();
    assert.equal(proposed, times, code);
    assert.deepEqual(refused, [times === 1 ? "mark.closed" : "mark.taken"]);
  }
});
