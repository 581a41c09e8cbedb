// Addresses, weeks, words and refusals: what the pages stand on.
import assert from "node:assert/strict";
import { test } from "node:test";

import { parseRoute, printRoute } from "../../web/app/route";
import { isDay, mondayOf, plusDays } from "../../web/words/week";
import { baseOf, Client } from "../../web/client/ask";
import { problemOf } from "../../web/client/problem";
import { en } from "../../web/words/en";
import { counted, decimal } from "../../web/words/language";
import { ru } from "../../web/words/ru";

test("an address tells the state of a page, whatever its names hold", () => {
  for (const parts of [[], ["5А", "Изо / труд"], ["100 %", "а#б?в"]]) {
    const route = parseRoute(printRoute("journal", parts, { week: "2026-03-09", of: "а&б" }));
    assert.deepEqual([route.page, route.parts], ["journal", parts]);
    assert.deepEqual([route.query.get("week"), route.query.get("of")], ["2026-03-09", "а&б"]);
  }
  assert.equal(parseRoute("").page, "");
  assert.deepEqual(parseRoute("#/diary/%E0%A4%A").parts, ["%E0%A4%A"]);
});

test("weeks begin on Monday, over the end of a year and a leap day", () => {
  assert.equal(mondayOf("2026-03-11"), "2026-03-09");
  assert.equal(mondayOf("2026-03-15"), "2026-03-09");
  assert.equal(mondayOf("2026-01-01"), "2025-12-29");
  assert.equal(plusDays("2028-02-28", 1), "2028-02-29");
  assert.equal(plusDays("2026-03-01", -1), "2026-02-28");
  for (const text of ["", "2026-13-01", "2026-3-1", "yesterday"]) assert.equal(isDay(text), false, text);
});

test("the page finds its school behind any prefix", () => {
  assert.equal(baseOf({ origin: "https://a.example", pathname: "/" }), "https://a.example/");
  assert.equal(baseOf({ origin: "https://a.example", pathname: "/proxy/nn125/index.html" }), "https://a.example/proxy/nn125/");
});

test("the answer to who is here that came before the program is the first question's, and never a later one's", async () => {
  const held = globalThis.fetch;
  const early = globalThis as { earlyAnswer?: Promise<Response> | null };
  try {
    let asked = 0;
    globalThis.fetch = () => { asked += 1; return Promise.resolve(Response.json({ person: 2 })); };
    const client = new Client("https://a.example/");
    early.earlyAnswer = Promise.resolve(Response.json({ person: 1 }));
    const who = async (): Promise<unknown> => (await client.get<{ person: number }>("api/v1/sessions/current")).person;
    assert.deepEqual([await who(), asked, await who(), asked], [1, 0, 2, 1]);
    assert.equal(early.earlyAnswer, null); // whoever comes later sees that the first question was asked
  } finally {
    globalThis.fetch = held;
    delete early.earlyAnswer;
  }
});

test("what is no problem document is a problem all the same", () => {
  assert.equal(problemOf(422, { code: "rule.late", ru: "поздно", en: "late", clause: "3.2" }).document.clause, "3.2");
  for (const body of [undefined, null, "<html>", { code: 7 }]) assert.equal(problemOf(502, body).code, "server.unreadable");
});

test("both languages say everything, and count as their people do", () => {
  assert.deepEqual(Object.keys(en), Object.keys(ru));
  assert.equal(counted(21, ru.seconds, "ru"), "21 секунду");
  assert.equal(counted(3, ru.seconds, "ru"), "3 секунды");
  assert.equal(counted(11, ru.seconds, "ru"), "11 секунд");
  assert.equal(decimal(4.25, "ru"), "4,25");
});
