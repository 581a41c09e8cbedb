// The outbox: what was stated is sent in order, exactly once, and outlives the page and the net.
import assert from "node:assert/strict";
import { test } from "node:test";

import type { Keeping } from "../../web/stating/keeping";
import { Outbox, type OutboxListener, type OutboxWorld } from "../../web/stating/outbox";
import { byOwnKey } from "../../web/stating/own_sending";
import { kUnreadable, sealOf, type Kept } from "../../web/stating/sealing";
import { byServersKey, type Ask, type Send } from "../../web/stating/sending";
import type { Statement } from "../../web/stating/statement";

class Shelf implements Keeping {
  readonly kept = new Map<string, string>();
  async put(statements: readonly Statement[]): Promise<void> {
    for (const statement of statements) this.kept.set(statement.id, JSON.stringify(statement));
  }
  async get(id: string): Promise<Statement | undefined> {
    const text = this.kept.get(id);
    return text === undefined ? undefined : (JSON.parse(text) as Statement);
  }
  async remove(id: string): Promise<void> {
    this.kept.delete(id);
  }
  async all(person: number): Promise<Statement[]> {
    return [...this.kept.values()].map((text) => JSON.parse(text) as Statement)
      .filter((statement) => statement.person === person).sort((one, other) => one.order - other.order);
  }
}

// A server that carries a command out once an id, behind a net that may lose the way there or back.
class Server {
  readonly log: string[] = [];
  readonly seen = new Map<string, number>();
  net: "whole" | "none" | "loses_answers" = "whole";
  refuses = new Set<unknown>();
  ask: Ask = async (_method, _target, body) => {
    if (this.net === "none") throw new TypeError("failed to fetch");
    const { id, command } = body as { id: string; command: { value: unknown } };
    if (this.refuses.has(command.value)) return { status: 422, body: { code: "mark.closed", ru: "Закрыто.", en: "Closed.", clause: "3.6" } };
    if (!this.seen.has(id)) this.seen.set(id, this.log.push(String(command.value)));
    if (this.net === "loses_answers") throw new TypeError("connection reset");
    return { status: 201, body: { first: this.seen.get(id), count: 1, declared: {} } };
  };
}

interface Bench {
  world: OutboxWorld;
  listener: OutboxListener & { told: string[] };
  later: (() => void)[];
}

function bench(send: Send, keeping: Keeping): Bench {
  const told: string[] = [];
  const later: (() => void)[] = [];
  let tail: Promise<unknown> = Promise.resolve();
  return {
    later,
    world: { keeping, send, now: () => 1, after: (_wait, act) => later.push(act),
      alone: (_lock, act) => { const turn = tail.then(act); tail = turn.catch(() => {}); return turn; } },
    listener: { told, changed: () => {}, stands: ({ about }) => told.push(`${about} stands`),
      refused: ({ about, refused }) => told.push(`${about} ${refused!.clause}`),
      settledElsewhere: ({ about }) => told.push(`${about} elsewhere`) },
  };
}

const wishes = (about: string, ...values: string[]) =>
  values.map((value) => ({ about, label: about, command: { do: "mark_given", value } }));

test("statements are sent in the order they were made, each once", async () => {
  const [server, shelf] = [new Server(), new Shelf()];
  const { world, listener } = bench(byServersKey(server.ask), shelf);
  const outbox = await Outbox.open(7, world, listener);
  await Promise.all([outbox.add(wishes("a", "5", "4")), outbox.add(wishes("b", "3"))]);
  await outbox.flush();
  assert.deepEqual(server.log, ["5", "4", "3"]);
  assert.deepEqual(outbox.state, { state: "saved" });
  assert.equal(shelf.kept.size, 0);
});

test("what was typed without a net outlives the page and is sent once", async () => {
  const [server, shelf] = [new Server(), new Shelf()];
  server.net = "none";
  const first = bench(byServersKey(server.ask), shelf);
  const outbox = await Outbox.open(7, first.world, first.listener);
  for (const value of ["5", "4", "3"]) await outbox.add(wishes("a", value));
  await outbox.flush();
  assert.deepEqual(outbox.state, { state: "no_net", count: 3, signed: false });

  server.net = "loses_answers"; // carried out, but nobody heard
  const second = bench(byServersKey(server.ask), shelf);
  const reloaded = await Outbox.open(7, second.world, second.listener);
  await reloaded.flush();
  assert.deepEqual(server.log, ["5"]);
  assert.equal(reloaded.state.state, "no_net");

  server.net = "whole";
  second.later.at(-1)!();
  await reloaded.flush();
  assert.deepEqual(server.log, ["5", "4", "3"]);
  assert.deepEqual(reloaded.state, { state: "saved" });
});

test("what the rules refuse is kept with its clause until it was seen, and the rest goes on", async () => {
  const [server, shelf] = [new Server(), new Shelf()];
  server.refuses.add("4");
  const { world, listener } = bench(byServersKey(server.ask), shelf);
  const outbox = await Outbox.open(7, world, listener);
  await outbox.add(wishes("a", "5", "4", "3"));
  await outbox.flush();
  assert.deepEqual(server.log, ["5", "3"]);
  assert.deepEqual(listener.told, ["a stands", "a 3.6", "a stands"]);
  const again = await Outbox.open(7, world, listener);
  assert.equal(again.refused.length, 1);
  await again.dismiss(again.refused[0]!.id);
  assert.equal(shelf.kept.size, 0);
});

test("another person's statements are neither shown nor sent", async () => {
  const [server, shelf] = [new Server(), new Shelf()];
  server.net = "none";
  const { world, listener } = bench(byServersKey(server.ask), shelf);
  const own = await Outbox.open(7, world, listener);
  await own.add(wishes("a", "5"));
  await own.flush();
  server.net = "whole";
  const other = await Outbox.open(8, world, listener);
  await other.flush();
  assert.deepEqual(other.state, { state: "saved" });
  assert.deepEqual(server.log, []);
});

test("two tabs that found the same statements send each once", async () => {
  const [server, shelf] = [new Server(), new Shelf()];
  server.net = "none";
  const { world, listener } = bench(byServersKey(server.ask), shelf);
  const one = await Outbox.open(7, world, listener);
  await one.add(wishes("a", "5", "4"));
  await one.flush();
  const other = await Outbox.open(7, world, listener);
  let asked = 0;
  world.send = (statement) => { ++asked; return byServersKey(server.ask)(statement); };
  server.net = "whole";
  await Promise.all([one.flush(), other.flush()]);
  assert.deepEqual(server.log, ["5", "4"]);
  assert.equal(asked, 2);
  assert.deepEqual([one.state.state, other.state.state], ["saved", "saved"]);
});

test("a session that ended holds the queue until the person is back", async () => {
  const shelf = new Shelf();
  let locked = true;
  const ask: Ask = async () => locked ? { status: 403, body: { code: "session.locked", ru: "Заперто.", en: "Locked." } }
    : { status: 201, body: { first: 1, count: 1, declared: {} } };
  const { world, listener, later } = bench(byServersKey(ask), shelf);
  const outbox = await Outbox.open(7, world, listener);
  await outbox.add(wishes("a", "5"));
  await outbox.flush();
  assert.deepEqual(outbox.state, { state: "held", count: 1, code: "session.locked" });
  assert.equal(later.length, 0);
  locked = false;
  await outbox.flush();
  assert.deepEqual(outbox.state, { state: "saved" });
});

test("an own key signs once, and the same signed events are sent again", async () => {
  const shelf = new Shelf();
  const asked: string[] = [];
  let lose = true;
  const ask: Ask = async (_method, target, body) => {
    asked.push(target);
    if (target.endsWith("propose")) return { status: 200, body: { events: [{ bytes: "AAAA" }], texts: [] } };
    if (lose) { lose = false; throw new TypeError("connection reset"); }
    assert.deepEqual(body, { events: [{ bytes: "AAAA", key: "k", signature: "s:AAAA" }], texts: [] });
    return { status: 200, body: { first: 1, count: 1, declared: {}, seen_before: true } };
  };
  const send = byOwnKey(ask, {
    sign: async (_command, { events }) =>
      ({ signed: { events: events.map(({ bytes }) => ({ bytes, key: "k", signature: `s:${bytes}` })), texts: [] } }),
  });
  const { world, listener } = bench(send, shelf);
  const outbox = await Outbox.open(7, world, listener);
  await outbox.add(wishes("a", "5"));
  await outbox.flush();
  assert.equal(outbox.state.state, "no_net");
  await outbox.flush();
  assert.deepEqual(asked, ["api/v1/propose", "api/v1/events", "api/v1/events"]);
  assert.equal(shelf.kept.size, 0);
});

test("what waits on this computer is sealed under its person's key, and what does not open is told, not lost", async () => {
  const statement: Statement = { id: "ab".repeat(16), order: 7, person: 3, about: "2026-03-11.2.|9", label: "Абрамова Алина: 5", command: { do: "mark_given", value: "five" } };
  const key = (first: number): string => Buffer.from(Uint8Array.from({ length: 32 }, (_, at) => at + first)).toString("base64");
  const [seal, other] = [(await sealOf(key(1)))!, (await sealOf(key(2)))!];
  const kept = await seal.close(statement) as Extract<Kept, { sealed: ArrayBuffer }>;
  assert.deepEqual(Object.keys(kept).sort(), ["id", "iv", "order", "person", "sealed"]);
  assert.equal(Buffer.from(kept.sealed).includes(Buffer.from("five")), false);
  assert.deepEqual(await seal.open(kept), statement);
  assert.notDeepEqual(new Uint8Array((await seal.close(statement) as typeof kept).iv), kept.iv);
  const flipped = kept.sealed.slice(0);
  new Uint8Array(flipped)[3]! ^= 1;
  for (const [opener, bad] of [[other, kept], [seal, { ...kept, person: 4 }], [seal, { ...kept, order: 8 }], [seal, { ...kept, sealed: flipped }]] as const) {
    const told = await opener.open(bad);
    assert.equal(told.refused?.code, kUnreadable);
    assert.deepEqual([told.id, told.label], [kept.id, ""]);
  }
  assert.deepEqual(await seal.open(statement), statement); // from before anything was sealed
  assert.equal(await sealOf(undefined), undefined);
});
