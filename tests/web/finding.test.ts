// The modules of the frame: finding, what fits into the bar, the stream that tabs share, the lock, help.
import assert from "node:assert/strict";
import { test } from "node:test";

import { fitting, shortName } from "../../web/app/fitting";
import { deviceName, grouped } from "../../web/client/credentials";
import { Changes, type Change, type ChangesWorld, type Source } from "../../web/client/changes";
import { Idle, kLock_ms, kTold_ms } from "../../web/client/idle";
import { Problem } from "../../web/client/problem";
import { find } from "../../web/finding/find";
import { gather } from "../../web/finding/gather";
import { answering, groupsOf, kMostTitle, tooLong } from "../../web/talk/addressing";
import { minuteOf, moment } from "../../web/talk/moments";
import { clausesOf, helpOf } from "../../web/words/help";
import { help_en } from "../../web/words/help_en";
import { help_ru } from "../../web/words/help_ru";

const things = ["Белый Василий Арсеньевич", "Белова Анна", "Зелёная Мария", "Журнал"].map((text) => ({ text, detail: text === "Журнал" ? "раздел" : "5а · Дневник", address: `#/${text}` }));
const found = (typed: string): string[] => find(things, typed, 10).map(({ text }) => text);

test("people are found by the beginnings of words, in either layout, with ё or without", () => {
  assert.deepEqual(found("бел вас"), ["Белый Василий Арсеньевич"]);
  assert.deepEqual(found(",tk"), ["Белый Василий Арсеньевич", "Белова Анна"]);
  assert.deepEqual(found("зеленая"), ["Зелёная Мария"]);
  assert.deepEqual(found("5а мария"), ["Зелёная Мария"]);
  assert.deepEqual(found("ария"), []);
  assert.deepEqual(found("  "), []);
  assert.equal(find(things, "5а", 2).length, 2);
});

test("who is not shown a list finds nothing in it, and whose net is gone is told", async () => {
  const places = [{ name: "Класс", address: "#/class_book", toClass: (name: string) => `#/class_book/${name}` },
    { name: "Сообщения", address: "#/messages", toPerson: ({ person, canBeWrittenTo }: { person: number; canBeWrittenTo: boolean }) => canBeWrittenTo ? `#/messages/new?to=${person}` : undefined }];
  const answers: Record<string, unknown> = {
    "api/v1/views/classes": { day: "2026-03-11", classes: [{ school_class: 1, name: "5а", grade: 5, pupils: 9 }] },
    "api/v1/views/addressees": { addressees: [{ person: 7, name: "Ильина Дарья" }] },
  };
  const refused = new Problem({ status: 403, code: "reading.no_role", ru: "нет", en: "no" });
  const get = <Body>(target: string): Promise<Body> => target in answers ? Promise.resolve(answers[target] as Body) : Promise.reject(refused);
  const told = await gather(get, places, "раздел");
  assert.equal(told.whole, true);
  assert.deepEqual(told.things.map(({ address }) => address), ["#/class_book", "#/messages", "#/class_book/5а", "#/messages/new?to=7"]);
});

test("the bar holds what fits, and always the section that is open", () => {
  const widths = [100, 100, 100, 100];
  assert.deepEqual(fitting(widths, 400, 60, 0), [0, 1, 2, 3]);
  assert.deepEqual(fitting(widths, 399, 60, 0), [0, 1, 2]);
  assert.deepEqual(fitting(widths, 399, 60, 3), [0, 1, 3]);
  assert.deepEqual(fitting(widths, 200, 60, -1), [0]);
  assert.equal(shortName("Мельникова Карина Вадимовна"), "Мельникова К. В.");
});

class Stream implements Source {
  readyState = 1;
  private readonly heard = new Map<string, (event: { data?: string }) => void>();
  addEventListener(kind: string, heard: (event: { data?: string }) => void): void {
    this.heard.set(kind, heard);
  }
  close(): void {
    this.readyState = 2;
  }
  say(position: number): void {
    this.heard.get("entry")!({ data: JSON.stringify({ position, fact: "mark_given", author: 1, recorded: "" }) });
  }
  fail(): void {
    this.readyState = 2;
    this.heard.get("error")!({});
  }
}

interface Channel {
  onmessage?: (event: { data: unknown }) => void;
  postMessage(data: unknown): void;
  close(): void;
}

// A browser's tabs: one lock and one channel between them.
class Tabs {
  readonly opened: { from: number | undefined; stream: Stream }[] = [];
  lost = 0;
  later: (() => void)[] = [];
  private held = false;
  private readonly waiting: (() => void)[] = [];
  private readonly channels: Channel[] = [];

  world(): ChangesWorld {
    return {
      name: "one", after: (_, act) => this.later.push(act), lost: () => { this.lost += 1; },
      open: (from) => {
        const stream = new Stream();
        this.opened.push({ from, stream });
        return stream;
      },
      channel: () => {
        const channel: Channel = { postMessage: (data: unknown) => this.channels.filter((one) => one !== channel).forEach((one) => one.onmessage?.({ data })),
          close: () => { this.channels.splice(this.channels.indexOf(channel), 1); } };
        this.channels.push(channel);
        return channel as unknown as BroadcastChannel;
      },
      locks: { request: (_: string, { signal }: { signal: AbortSignal }, act: () => Promise<void>) => {
        const take = async (): Promise<void> => {
          if (signal.aborted) return;
          this.held = true;
          await act();
          this.held = false;
          this.waiting.shift()?.();
        };
        if (!this.held) return take();
        this.waiting.push(() => void take());
        return new Promise(() => undefined);
      } } as unknown as LockManager,
    };
  }
}

test("all tabs of a browser share one stream, and the next tab goes on where the first one was closed", async () => {
  const tabs = new Tabs();
  const heard: [string, number][] = [];
  const note = (name: string) => ({ position }: Change) => void heard.push([name, position]);
  const [first, second] = [new Changes(tabs.world()), new Changes(tabs.world())];
  const close = first.listen(note("first"));
  second.listen(note("second"));
  assert.equal(tabs.opened.length, 1);
  tabs.opened[0]!.stream.say(5);
  assert.deepEqual(heard, [["second", 5], ["first", 5]]);
  close();
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(tabs.opened.map(({ from }) => from), [undefined, 6]);
  assert.equal(tabs.opened[0]!.stream.readyState, 2);
  tabs.opened[1]!.stream.say(5);
  tabs.opened[1]!.stream.say(6);
  assert.deepEqual(heard.slice(2), [["second", 6]]);
});

test("a stream that the server closed is asked about and opened again after what was heard", () => {
  const tabs = new Tabs();
  const world = { ...tabs.world(), locks: undefined };
  const changes = new Changes(world);
  const end = changes.listen(() => undefined);
  tabs.opened[0]!.stream.say(9);
  tabs.opened[0]!.stream.fail();
  assert.equal(tabs.lost, 1);
  tabs.later.shift()!();
  assert.equal(tabs.opened[1]!.from, 10);
  tabs.opened[1]!.stream.fail();
  end();
  tabs.later.shift()!();
  assert.equal(tabs.opened.length, 2);
});

test("[ACC-03] an idle session is told of its lock a minute before, and any deed puts it off", () => {
  let now = 0;
  let timer: { at: number; act: () => void } | undefined;
  const told: string[] = [];
  const idle = new Idle({ now: () => now, soon: (is) => told.push(is ? "soon" : "not"), look: () => told.push("look"),
    after: (wait_ms, act) => { timer = { at: now + wait_ms, act }; return () => { timer = undefined; }; } });
  const pass = (until: number): void => {
    while (timer !== undefined && timer.at <= until) {
      const { at, act } = timer;
      [now, timer] = [at, undefined];
      act();
    }
    now = until;
  };
  idle.touched();
  pass(kLock_ms / 2);
  idle.touched();
  pass(kLock_ms);
  assert.deepEqual(told, []);
  pass(kLock_ms * 1.5 - kTold_ms);
  assert.deepEqual(told, ["soon"]);
  idle.touched();
  assert.deepEqual(told, ["soon", "not"]);
  pass(now + kLock_ms);
  assert.deepEqual(told, ["soon", "not", "soon", "not", "look"]);
  idle.end();
  assert.equal(timer, undefined);
});

test("[COM-07] every section has help in both languages, for the same roles, and rules that have clauses", () => {
  assert.deepEqual(Object.keys(help_en).sort(), Object.keys(help_ru).sort());
  for (const [section, book] of Object.entries(help_ru)) {
    const other = help_en[section]!;
    assert.deepEqual(Object.keys(other.roles ?? {}), Object.keys(book.roles ?? {}), section);
    for (const [ours, theirs] of [[book.everybody, other.everybody], ...Object.keys(book.roles ?? {}).map((role) => [book.roles![role]!, other.roles![role]!])]) {
      assert.equal(theirs!.steps.length, ours!.steps.length, section);
      assert.equal(theirs!.keys?.length, ours!.keys?.length, section);
      assert.match(ours!.about, /[а-я]/);
      assert.ok(ours!.steps.length > 0);
    }
    assert.ok(book.parameters.length > 0, section);
  }
  assert.equal(helpOf(help_ru, "messages", ["teacher", "class_teacher", "teacher"]).length, 2);
  assert.equal(helpOf(help_ru, "nothing", ["teacher"]).length, 0);
  const parameters = [{ key: "entry.mark.due", clause: "5.8" }, { key: "news.by", clause: "2.2" }, { key: "edit.window", clause: "" }];
  assert.deepEqual(clausesOf(help_ru, "journal", parameters), [parameters[0]]);
});

test("[COM-01] an answer goes to whoever wrote last, and a class's parents are one group", () => {
  const text = "…";
  const at = { position: 1, sent: "2026-01-21T16:10:00+03:00", text };
  const messages = [{ message: 1, from: { person: 1 }, to: [{ person: 2 }, { person: 3 }], ...at }];
  assert.deepEqual(answering({ conversation: 1, messages }, 2), { to: [1], all: [1, 3] });
  assert.deepEqual(answering({ conversation: 1, messages }, 1), { to: [2, 3], all: [2, 3] });
  const groups = groupsOf([{ person: 4, children: [{ person: 9, class: "5а" }, { person: 8, class: "3а" }] }, { person: 5, children: [{ person: 9, class: "5а" }] },
    { person: 1, roles: [{ role: "director" }] }]);
  assert.deepEqual(groups, [{ kind: "parents", class: "5а", persons: [4, 5] }]);
  assert.equal(tooLong("я".repeat(200), kMostTitle), undefined);
  assert.deepEqual(tooLong("я".repeat(201), kMostTitle), { used: 402, most: 400 });
});

test("moments are told by the school's clock, secrets in fours, devices by name", () => {
  assert.equal(moment("2026-01-21T16:10:00.633+03:00", "ru"), "21 января 2026, 16:10");
  assert.equal(moment("2026-01-21T16:10:00.633+03:00", "ru", "2026"), "21 января, 16:10");
  assert.equal(minuteOf("14:05"), 845);
  assert.equal(minuteOf("24:05"), undefined);
  assert.equal(grouped("ABCDEFGH"), "ABCD EFGH");
  assert.equal(deviceName("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"), "Chrome, Linux");
  assert.equal(deviceName("curl/8"), "curl/8");
});
