// What docs/api.md shows to programs works as it stands there.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { forget, kPassword, liveToday, scratch, serve, Served, skip, trialKey } from "./served";

const kDay = "2026-03-11";

let folder = "";
let served: Served;
let shown: any;  // the functions of the page
before(async () => {
  if (skip) return;
  folder = scratch();
  const page = readFileSync(join(process.env["LETOPIS_SOURCES"]!, "docs/api.md"), "utf8");
  const blocks = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map((block) => block[1]!);
  const file = join(folder, "shown.mjs");
  writeFileSync(file, blocks.join("\n"));
  shown = await import(pathToFileURL(file).href);
  served = await serve(await liveToday(folder));
});
after(async () => {
  if (skip) return;
  assert.equal(await served.stop(), 0);
  forget(folder);
});

test("a program signs in, states, signs and hears of it", { skip, timeout: 100_000 }, async () => {
  const url = served.url();
  const session = await shown.signIn(url, "teacher", kPassword);
  const listener = await shown.signIn(url, "roditel", kPassword);
  const child = (await shown.signIn(url, "uchenik", kPassword)).person;
  const school = await shown.ask(url, session, "GET", "/api/v1/school");
  const parent: any[] = [];
  const heard = shown.listen(url, listener, school.size, (entry: any) => parent.push(entry) === 1);

  const timetable = await shown.ask(url, session, "GET", `/api/v1/views/timetable?from=${kDay}&to=${kDay}`);
  const own = await shown.ask(url, listener, "GET", `/api/v1/views/timetable?pupil=${child}`);
  const lesson = timetable.days[0].lessons.find((one: any) => one.class === own.days[0].lessons[0].class);
  const id = "0123456789abcdef0123456789abcdef";
  const record = { do: "record_lesson", load: lesson.load, day: kDay, bell: lesson.bell, topic: "Повторение" };
  const first = await shown.carryOut(url, session, record, id);
  const again = await shown.carryOut(url, session, record, id);
  assert.deepEqual({ ...again, seen_before: undefined }, { ...first, seen_before: undefined });

  const marks = { do: "give_marks", lesson: first.declared.lesson, marks: [{ pupil: child, value: 5 }] };
  const key = trialKey(school.origin, session.person);
  await assert.rejects(shown.proposeAndSign(url, session, marks, key, () => false), /not what I said/);
  const agrees = (fact: any) => fact.fact === "mark_given" && fact.pupil === child && fact.value === "five";
  const given = await shown.proposeAndSign(url, session, marks, key, agrees);
  assert.equal(given.count, 1);

  await heard;
  assert.equal(parent[0].position, given.first);
  assert.equal(parent[0].fact, "mark_given");
  const entry = await shown.ask(url, session, "GET", `/api/v1/entries/${given.first}`);
  assert.equal(entry.key, shown.keyId(key));
});

test("what is refused has a code and says what would be allowed", { skip, timeout: 100_000 }, async () => {
  await assert.rejects(shown.signIn(served.url(), "teacher", "wrong password"), /^Error: login.wrong: /);
  const pupil = await shown.signIn(served.url(), "uchenik", kPassword);
  const refused = await shown.carryOut(served.url(), pupil, 
    { do: "give_marks", lesson: 1, marks: [{ pupil: pupil.person, value: 5 }] }, undefined)
    .catch((error: any) => error.problem);
  assert.equal(refused.status, 403);
  assert.ok(refused.allowed.en);
});
