// What those who review edits and prove entries stand on: facets, folding, delay, consistency by tiles,
// the trust line, the register of the archive.
import assert from "node:assert/strict";
import { test } from "node:test";

import { bundled, byDay, countFacets, delayDays, direction, perDay, wantedOf, withFacets, within, type Edit } from "../../web/audit/edits";
import { refuteGrowth, type FetchTile } from "../../web/audit/log_tree";
import { howMany, inOrder, standingOf, type Volume } from "../../web/audit/register";
import { briefName, delayTold, reasonTold } from "../../web/audit/telling";
import { bring, kept, keep, look, printTrust, type Shelf } from "../../web/audit/trust_line";
import { fromHex, joined, toBase64, toBytes, toHex, type Bytes } from "../../web/proofs/bytes";
import type { Checkpoint } from "../../web/proofs/checkpoint";
import { leafHash, nodeHash } from "../../web/proofs/merkle";
import { Refusal, refuse } from "../../web/proofs/refusal";
import { en } from "../../web/words/en_audit";
import { ru } from "../../web/words/ru_audit";
import { noteBy, NoteKey } from "./note_keys";

function edit(position: number, changed: Partial<Edit> = {}): Edit {
  return {
    position, recorded: "2026-03-09T18:24:28+03:00", author: 8, author_name: "Сорокина Дарья Евгеньевна", type: "correction",
    subject: "Алгебра", pupil: 100 + position, name: "Орлов Павел", day: "2026-02-25", before: "two", after: "three", class: "7а",
    lesson: 15, reason: "retaken", ...changed,
  };
}

test("[REP-01] three marks that one person changed in one lesson within minutes are one bulk edit; two are not", () => {
  const minute = (at: number): string => `2026-03-09T18:${String(at).padStart(2, "0")}:00+03:00`;
  const three = [edit(1, { recorded: minute(1) }), edit(2, { recorded: minute(5) }), edit(3, { recorded: minute(9) })];
  assert.deepEqual(bundled([...three].reverse()).map(({ edits }) => edits.map(({ position }) => position)), [[1, 2, 3]]);
  assert.ok(bundled(three)[0]!.facets.has("bulk"));
  assert.equal(bundled(three.slice(0, 2)).length, 2);
  assert.equal(bundled([...three.slice(0, 2), edit(3, { recorded: minute(20) })]).length, 3);
  assert.equal(bundled([...three.slice(0, 2), edit(3, { recorded: minute(6), author: 9 })]).length, 3);
  assert.equal(bundled([...three.slice(0, 2), edit(3, { recorded: minute(6), lesson: 16 })]).length, 3);
});

test("[REP-01] each facet is what its name says, and several must all hold", () => {
  const rows = [
    edit(1), edit(2, { after: "one", lesson: 2 }), edit(3, { late_days: 4, lesson: 3 }), edit(4, { permission: 1, lesson: 4 }),
    edit(5, { reason: undefined, lesson: 5 } as unknown as Partial<Edit>), edit(6, { elsewhere: {}, lesson: 6 }), edit(7, { void: true, lesson: 7 }),
    edit(8, { before: null, after: "five", lesson: 8, late_days: 1 }),
  ];
  const bundles = bundled(rows);
  assert.deepEqual(countFacets(bundles), { after_close: 1, backdated: 2, no_reason: 1, bulk: 0, up: 6, down: 1, elsewhere: 1, void: 1 });
  const wanted = wantedOf(new URLSearchParams("facet=up,backdated,nonsense"));
  assert.deepEqual(withFacets(bundles, wanted.facets).map(({ edits }) => edits[0]!.position), [3]);
  assert.equal(direction(edit(1, { before: "five", after: null })), undefined);
  assert.equal(direction(edit(1, { before: "passed", after: "five" })), undefined);
});

test("edits stand by the day of their recording, the latest first, and a span holds both its ends", () => {
  const rows = [edit(1, { recorded: "2026-03-08T23:59:00+03:00" }), edit(2), edit(3, { recorded: "2026-03-10T00:00:00+03:00", subject: "Химия" })];
  assert.deepEqual(byDay(bundled(rows)).map(({ day }) => day), ["2026-03-10", "2026-03-09", "2026-03-08"]);
  const span = wantedOf(new URLSearchParams("from=2026-03-08&to=2026-03-09"));
  assert.deepEqual(within(rows, span).map(({ position }) => position), [1, 2]);
  assert.deepEqual(within(rows, { ...span, to: "", subject: "Химия" }).map(({ position }) => position), [3]);
  assert.deepEqual(within(rows, { ...span, author: "9" }), []);
  assert.deepEqual(perDay(rows, "2026-03-10", 3).map(({ count }) => count), [1, 1, 1]);
});

test("[REP-01] the delay is counted from the lesson's day, over months, and told in both languages", () => {
  assert.equal(delayDays(edit(1)), 12);
  assert.deepEqual(delayTold(edit(1), ru, "ru"), { short: "+12 дн.", full: "12 дней после урока", late: true });
  assert.equal(delayTold(edit(1, { day: "2026-03-08" }), en, "en").full, "1 day after the lesson");
  assert.equal(delayTold(edit(1, { day: "2026-03-09" }), ru, "ru").late, false);
  assert.equal(briefName("Сорокина Дарья Евгеньевна"), "Сорокина\u00a0Д.\u00a0Е.");
  assert.equal(briefName("Орлов Павел Ильич", "first"), "Орлов\u00a0Павел");
  assert.equal(reasonTold(edit(1, { note: "Заявление от 09.03" }), ru), "пересдача; Заявление от 09.03");
});

// A log in memory, and its tiles as a server gives them.
class MemoryLog {
  readonly levels: Bytes[][] = [[]];
  constructor(count: number, salt = "") {
    for (let at = 0; at < count; ++at) this.levels[0]!.push(leafHash(toBytes(`${salt}entry ${at}`)));
    for (let level = 0; this.levels[level]!.length > 1; ++level) {
      const below = this.levels[level]!;
      this.levels.push(Array.from({ length: below.length >> 1 }, (_, at) => nodeHash(below[at * 2]!, below[at * 2 + 1]!)));
    }
  }
  private hash(first: number, end: number): Bytes {
    if (end - first === 1) return this.levels[0]![first]!;
    let half = 1;
    while (half * 2 < end - first) half *= 2;
    return nodeHash(this.hash(first, first + half), this.hash(first + half, end));
  }
  checkpoint(size: number): Checkpoint {
    return { origin: "school.example/log", size, root: toHex(this.hash(0, size)) };
  }
  readonly fetch: FetchTile = async (path) => {
    const found = /^tile\/(\d)\/(?:x(\d+)\/)?(\d+)(?:\.p\/(\d+))?$/.exec(path)!;
    const [level, index, width] = [Number(found[1]), Number(found[2] ?? 0) * 1000 + Number(found[3]), Number(found[4] ?? 256)];
    const hashes = this.levels[level * 8]!.slice(index * 256, index * 256 + width);
    assert.equal(hashes.length, width, path);
    return joined(...hashes);
  };
}

const sizes = [1, 2, 3, 7, 8, 255, 256, 257, 300, 512, 700];

test("[ARC-05] any log is proved by its tiles to go on from any earlier size of it", async () => {
  const log = new MemoryLog(700);
  for (const [at, old] of sizes.entries()) {
    for (const size of sizes.slice(at)) {
      assert.equal(await refuteGrowth(log.checkpoint(old), log.checkpoint(size), log.fetch), undefined, `${old} to ${size}`);
    }
  }
});

test("[ARC-05] another past, a shorter log and another log's name are refused, whatever the tiles say", async () => {
  const [log, other] = [new MemoryLog(700), new MemoryLog(700, "rewritten ")];
  for (const old of sizes.slice(0, -1)) {
    for (const source of [log, other]) {
      const refusal = await refuteGrowth(other.checkpoint(old), log.checkpoint(700), source.fetch);
      assert.equal(refusal?.code, "trust.forked", `${old}`);
    }
  }
  assert.equal((await refuteGrowth(other.checkpoint(700), log.checkpoint(700), log.fetch))?.code, "trust.forked");
  assert.equal((await refuteGrowth(log.checkpoint(300), log.checkpoint(257), log.fetch))?.code, "trust.rolled_back");
  const renamed = { ...log.checkpoint(3), origin: "elsewhere.example/log" };
  assert.equal((await refuteGrowth(renamed, log.checkpoint(700), log.fetch))?.code, "trust.origin");
  const flipped: FetchTile = async (path) => { const tile = await log.fetch(path); tile[5]! ^= 1; return tile; };
  assert.equal((await refuteGrowth(log.checkpoint(300), log.checkpoint(700), flipped))?.code, "trust.forked");
  const short: FetchTile = async (path) => (await log.fetch(path)).subarray(1);
  assert.ok(await refuteGrowth(log.checkpoint(300), log.checkpoint(700), short) instanceof Refusal);
});

const key = new NoteKey("school.example/log", 1);
const witness = new NoteKey("witness.example", 2, true);

function note(checkpoint: Checkpoint, ...others: NoteKey[]): string {
  return noteBy(`${checkpoint.origin}\n${checkpoint.size}\n${toBase64(fromHex(checkpoint.root)!)}\n`, key, ...others);
}

class MemoryShelf implements Shelf {
  readonly texts = new Map<string, string>();
  get = (name: string): string | null => this.texts.get(name) ?? null;
  put = (name: string, text: string): void => { this.texts.set(name, text); };
  remove = (name: string): void => { this.texts.delete(name); };
}

test("[ARC-05] what is kept of one visit judges the next: growth, another key, a forged signature", async () => {
  const log = new MemoryLog(700);
  const shown = (size: number): { key: string; note: string; today: string } =>
    ({ key: key.verifierKey, note: note(log.checkpoint(size)), today: "2026-03-11" });
  const shelf = new MemoryShelf();
  assert.equal(kept(shelf, "ab"), undefined);
  const first = await look(undefined, shown(257), log.fetch);
  assert.ok(!(first instanceof Refusal));
  assert.equal(first.before, undefined);
  keep(shelf, "ab", first.line);
  const second = await look(kept(shelf, "ab"), { ...shown(700), today: "2026-04-01" }, log.fetch);
  assert.ok(!(second instanceof Refusal));
  assert.deepEqual([second.before?.size, second.checkpoint.size, second.line.since], [257, 700, "2026-03-11"]);
  const other = new NoteKey("school.example/log", 3);
  const rekeyed = await look(kept(shelf, "ab"), { ...shown(700), key: other.verifierKey }, log.fetch);
  assert.equal(rekeyed instanceof Refusal && rekeyed.code, "trust.key");
  const forged = await look(kept(shelf, "ab"), { ...shown(700), note: shown(700).note.replace("\n700\n", "\n699\n") }, log.fetch);
  assert.equal(forged instanceof Refusal && forged.code, "note.bad_signature");
  shelf.put("letopis.trust.ab", "{");
  assert.equal(kept(shelf, "ab"), undefined);
});

test("[ARC-05] a trust file is brought with its witnesses, and what is saved is such a file", async () => {
  const log = new MemoryLog(300);
  const cosigned = note(log.checkpoint(256), witness);
  const file = `log ${key.verifierKey}\nwitness district ${witness.verifierKey}\nquorum district\ncheckpoint\n${cosigned}`;
  const brought = await bring(toBytes(file), "2026-03-11");
  assert.ok(!(brought instanceof Refusal));
  assert.deepEqual([brought.witnesses.map(({ name }) => name), brought.quorum, brought.line.brought], [["district"], true, true]);
  const again = await bring(toBytes(printTrust(brought.line)), "2026-03-12");
  assert.ok(!(again instanceof Refusal));
  assert.deepEqual([again.line.key, again.line.note], [brought.line.key, brought.line.note]);
  const alone = await bring(toBytes(file.replace(cosigned, note(log.checkpoint(256)))), "2026-03-11");
  assert.equal(!(alone instanceof Refusal) && alone.quorum, false);
  assert.ok(await bring(toBytes(file.replace(cosigned, cosigned.replace("256", "255"))), "2026-03-11") instanceof Refusal);
  assert.ok(await bring(toBytes("log x\n"), "2026-03-11") instanceof Refusal);
  assert.ok(refuse("a", "b", "c") instanceof Refusal);
});

test("[ARC-08] the register has what is damaged and what was missed before all else", () => {
  const volume = (number: number, changed: Partial<Volume>): Volume => ({
    volume: number, name: `v${number}`, kind: "log", sealed: "2025-09-01", position: 1, first: 0, end: 9, tag_manifest: "0".repeat(64),
    signatures: 1, on: [1, 2], outcome: "intact", checked: "2026-01-01", next_check: "2026-07-01", ...changed,
  });
  const volumes = [volume(1, {}), volume(2, { on: [], outcome: "altered" }), volume(3, { check_missed: true, next_check: "2026-02-01" }),
    volume(4, { outcome: "altered" }), volume(5, { next_check: "2026-04-01" })];
  assert.deepEqual(volumes.map(standingOf), ["good", "gone", "missed", "damaged", "good"]);
  assert.deepEqual(inOrder(volumes).map(({ volume: number }) => number), [4, 3, 5, 1, 2]);
  assert.equal(howMany(volumes, "missed"), 1);
});
