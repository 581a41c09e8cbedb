// The real server keeps its contract: each route's requests and answers fit api/openapi.yaml, over HTTP
// and over TLS, and nothing that anybody may send makes it answer otherwise.
import assert from "node:assert/strict";
import { sign, createHash, createPublicKey, type KeyObject } from "node:crypto";
import { after, before, test } from "node:test";
import { join } from "node:path";

import fc from "fast-check";

import { checkAnswer, checkRequest, find, operations, parametersOf } from "./contract";
import { bearer, hostileGet, hostileSend, isSendable } from "./hostile";
import {
  beginSchool, forget, kPassword, liveToday, scratch, serve, Served, serveOverTls, skip, trialKey,
  type Asked, type Told,
} from "./served";

const kDay = "2026-03-11";
const kSpan = "from=2026-03-02&to=2026-03-11";

// Asks and judges, and remembers which operations were answered well.
class Judge {
  readonly good = new Set<string>();
  constructor(private readonly served: Served) {}

  async ask(asked: Asked, wanted?: number): Promise<Told> {
    if (asked.body !== undefined) checkRequest(asked);
    const told = await this.served.ask(asked);
    checkAnswer(asked, told);
    if (wanted !== undefined) {
      assert.equal(told.status, wanted, `${asked.method} ${asked.target}: ${told.body.toString().slice(0, 300)}`);
    }
    if (told.status < 300) this.good.add(find(asked.method, asked.target)!.operation.operationId);
    return told;
  }
  async get(token: string | undefined, target: string, wanted = 200): Promise<Told> {
    return this.ask({ method: "GET", target, headers: bearer(token) }, wanted);
  }
  async send(token: string | undefined, method: string, target: string, body: unknown, wanted: number): Promise<any> {
    const told = await this.ask({
      method, target, headers: { ...bearer(token), "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    }, wanted);
    return told.body.length === 0 ? {} : JSON.parse(told.body.toString());
  }
}

function json(told: Told): any {
  return JSON.parse(told.body.toString());
}

function keyId(key: KeyObject): string {
  const raw = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
  return createHash("sha256").update(raw).digest("hex");
}

// What is signed (docs/event-format.md).
function signedBytes(bytes: string): Buffer {
  return Buffer.concat([Buffer.from("letopis event v1\n"), Buffer.from(bytes, "base64")]);
}

function signed(key: KeyObject, proposal: any): unknown {
  const events = proposal.events.map(({ bytes }: { bytes: string }) => ({
    bytes, key: keyId(key), signature: sign(null, signedBytes(bytes), key).toString("base64"),
  }));
  return { events, texts: proposal.texts };
}

// One-time digits of RFC 6238 need the server's clock, a trial's own; codes on paper do not, so the
// second factor is turned on here with what the clock of the school says.
async function digits(judge: Judge, secret: string): Promise<string> {
  const { createHmac } = await import("node:crypto");
  const now = Date.parse(json(await judge.get(undefined, "/api/v1/school")).now);
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const digest = createHmac("sha1", Buffer.from(secret, "hex")).update(step).digest();
  const at = digest[19]! & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function askOpenDoor(judge: Judge): Promise<void> {
  for (const target of ["/api/v1", "/api/v1/openapi.yaml", "/api/v1/school", "/log/checkpoint", "/log/key",
    "/log/tile/0/000", "/api/v1/login-parameters?login=teacher"]) {
    await judge.get(undefined, target);
  }
}

// What a view takes is what its schema says.
async function compareParameters(judge: Judge, deputy: string): Promise<void> {
  const { views } = json(await judge.get(deputy, "/api/v1/views"));
  for (const { view, parameters } of views) {
    const own = find("GET", `/api/v1/views/${view}`)!;
    assert.equal(own.path, `/api/v1/views/${view}`);
    const contracted = parametersOf(own.operation).filter(({ name }) => name !== "lang");
    const must = parameters.required.filter((name: string) => name !== "show").sort();
    assert.deepEqual(contracted.map(({ name }) => name).sort(),
      Object.keys(parameters.properties).filter((name) => name !== "show").sort(), view);
    assert.deepEqual(contracted.filter(({ required }) => required).map(({ name }) => name).sort(), must, view);
  }
}

async function askViews(judge: Judge, deputy: string, pupil: number): Promise<void> {
  const cell = "class=1&subject=1";
  for (const target of [`journal?${cell}&${kSpan}`, `journal?${cell}&as_of=2025-10-01T12:00:00Z`,
    `diary?pupil=${pupil}&${kSpan}`, `diary?pupil=${pupil}`, "changes", "changes?only_late=true&limit=5",
    "changes?only_void=true", "attendance?class=1", "attendance?class=2", `period_proposals?${cell}&period=1`,
    "results?class=1", "results?class=1&period=1", "control",
    `programme?${cell}`, "due", "due?done=true", "regulation", `regulation?day=${kDay}`,
    "substitutions", "timetable?class=1", `timetable?pupil=${pupil}`, "classes", "people", "people?class=1",
    "arrangement", "arrangement?year=1", "accounts", "accounts?class=1",
    "messages", "news", "news?past=true", "events?from=2025-09-01&to=2026-05-31", "addressees",
    "archive", "copies", "analysis?class=1", "analysis?class=1&subject=1&from=2026-03-02&to=2026-03-08"]) {
    await judge.get(deputy, `/api/v1/views/${target}`);
  }
  for (const suffix of ["json", "pdf", "xlsx", "csv", "html"]) {
    await judge.get(deputy, `/api/v1/views/attendance.${suffix}?class=1&lang=en`);
  }
}

async function askReports(judge: Judge, deputy: string, pupil: number, teacher: number): Promise<void> {
  const { reports } = json(await judge.get(deputy, "/api/v1/reports"));
  for (const { report, class: ofClass, subject, person } of reports) {
    const asked = new URLSearchParams({ from: "2026-01-12", to: "2026-03-08" });
    if (ofClass === "must" || report === "journal") asked.set("class", "1");
    if (subject === "must" || report === "journal") asked.set("subject", "1");
    const ofPupil = ["diary_pages", "report_card", "parents_sheet"].includes(report);
    if (person === "must") asked.set(ofPupil ? "pupil" : "teacher", String(ofPupil ? pupil : teacher));
    await judge.get(deputy, `/api/v1/reports/${report}?${asked}`);
  }
  for (const suffix of ["pdf", "xlsx", "csv", "html"]) {
    await judge.get(deputy, `/api/v1/reports/summary_sheet.${suffix}?class=1`);
  }
}

// A lesson and a mark: one by the key on the server, one proposed, signed here, and sent.
async function stateThings(judge: Judge, served: Served): Promise<void> {
  const token = await served.signIn("teacher");
  const session = json(await judge.get(token, "/api/v1/sessions/current"));
  const { commands } = json(await judge.get(token, "/api/v1/commands"));
  assert(commands.length > 100);
  const timetable = json(await judge.get(token, `/api/v1/views/timetable?from=${kDay}&to=${kDay}`));
  const lesson = timetable.days[0].lessons[0];
  const wish = { do: "record_lesson", load: lesson.load, day: kDay, bell: lesson.bell, topic: "Повторение" };
  const id = "00112233445566778899aabbccddeeff";
  const stands = await judge.send(token, "POST", "/api/v1/commands", { command: wish, id }, 201);
  const again = await judge.send(token, "POST", "/api/v1/commands", { command: wish, id }, 200);
  assert.equal(again.first, stands.first);
  await judge.get(token, `/api/v1/commands/${stands.command}`);

  const place = `class=${encodeURIComponent(lesson.class)}&subject=${encodeURIComponent(lesson.subject)}`;
  const page = json(await judge.get(token, `/api/v1/views/journal?${place}&from=${kDay}&to=${kDay}`));
  const marks = { do: "give_marks", lesson: stands.declared.lesson,
    marks: [{ pupil: page.pupils[0].pupil, value: 5, comment: "Молодец" }] };
  const proposal = await judge.send(token, "POST", "/api/v1/propose", { command: marks }, 200);
  const rival = await judge.send(token, "POST", "/api/v1/propose", { command: marks }, 200);
  const { origin } = json(await judge.get(undefined, "/api/v1/school"));
  const key = trialKey(origin, session.person);
  const given = await judge.send(token, "POST", "/api/v1/events", signed(key, proposal), 201);
  await judge.send(token, "POST", "/api/v1/events", signed(key, proposal), 200);
  await judge.send(token, "POST", "/api/v1/events", signed(key, rival), 409);
  await judge.get(token, `/api/v1/entries/${given.first}`);
  await judge.get(token, `/api/v1/cells/${stands.declared.lesson}/${page.pupils[0].pupil}`);
  for (let tries = 0; tries < 100; ++tries) {  // the log publishes within moments
    const told = await judge.ask({ method: "GET", target: `/api/v1/receipts/${given.first}`, headers: bearer(token) });
    if (told.status === 200) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await judge.get(token, `/api/v1/receipts/${given.first}`);
  await judge.get(token, `/api/v1/receipts/${given.first}.tlog-proof`);
  await judge.get(token, `/api/v1/receipts/${given.first}.entry`);
  await judge.get(token, "/api/v1/changes?from=0");
}

async function writeToSomebody(judge: Judge, served: Served): Promise<void> {
  const token = await served.signIn("klassruk");
  const { addressees } = json(await judge.get(token, "/api/v1/views/addressees"));
  const sent = await judge.send(token, "POST", "/api/v1/commands",
    { command: { do: "send_message", to: [addressees[0].person], text: "Добрый день" } }, 201);
  await judge.get(token, `/api/v1/views/thread?message=${sent.declared.message}`);
  await judge.get(token, "/api/v1/views/messages");
}

async function postNews(judge: Judge, deputy: string): Promise<void> {
  const posted = await judge.send(deputy, "POST", "/api/v1/commands",
    { command: { do: "news_posted", title: "Субботник", text: "В субботу в 10:00" } }, 201);
  await judge.get(deputy, "/api/v1/views/news");
  await judge.get(deputy, `/api/v1/news/${posted.declared.post}/shown`);
}

// A class teacher prints a slip, and whoever it is for comes in by it.
async function handOutCode(judge: Judge, served: Served, known: number): Promise<void> {
  const token = await served.signIn("klassruk");
  const { people } = json(await judge.get(token, "/api/v1/views/people?class=1"));
  const pupil = people.find((one: any) => one.person !== known && one.roles === undefined).person;
  const { slips } = await judge.send(token, "POST", "/api/v1/codes", { persons: [pupil] }, 201);
  await judge.send(token, "PUT", `/api/v1/people/${pupil}/login`, { login: "newcomer" }, 204);
  await judge.send(undefined, "POST", "/api/v1/activations",
    { code: slips[0].code, password: "horses on the roof", acknowledged: true }, 201);
  await served.signIn("newcomer", "horses on the roof");
}

async function changeCredentials(judge: Judge, served: Served): Promise<void> {
  const token = await served.signIn("secretary");
  const proof = { password: kPassword };
  await judge.get(token, "/api/v1/sessions");
  const offered = await judge.send(token, "POST", "/api/v1/second-factor", undefined, 200);
  const { recovery_codes: paper } = await judge.send(token, "PUT", "/api/v1/second-factor",
    { ...proof, secret: offered.secret, digits: await digits(judge, offered.secret) }, 200);
  await judge.send(undefined, "POST", "/api/v1/sessions", { login: "secretary", ...proof }, 401);
  await judge.send(undefined, "POST", "/api/v1/sessions", { login: "secretary", ...proof, second: paper[0] }, 201);
  await judge.send(token, "DELETE", "/api/v1/second-factor", { ...proof, digits: paper[1] }, 204);
  const feed = await judge.send(token, "POST", "/api/v1/application-passwords", { scope: "calendar", label: "phone" }, 201);
  await judge.get(token, "/api/v1/application-passwords");
  await judge.send(token, "DELETE", `/api/v1/application-passwords/${feed.number}`, undefined, 204);
  await judge.send(token, "PUT", "/api/v1/password", { proof, password: "four words of mine" }, 204);
  await judge.send(token, "PUT", "/api/v1/password", { proof: { password: "four words of mine" }, password: kPassword }, 204);
  await judge.send(token, "POST", "/api/v1/sessions/current/lock", undefined, 204);
  await judge.get(token, "/api/v1/views/classes", 403);
  const unlocked = await judge.send(token, "POST", "/api/v1/sessions/current/unlock", proof, 200);
  await judge.send(unlocked.token, "DELETE", "/api/v1/sessions/current", undefined, 204);
  const last = await served.signIn("secretary");
  const other = await served.signIn("secretary");
  const listed = json(await judge.get(other, "/api/v1/sessions")).sessions as { id: string; current: boolean }[];
  await judge.send(last, "DELETE", `/api/v1/sessions/${listed.find((one) => one.current)!.id}`, undefined, 204);
  await judge.get(other, "/api/v1/sessions/current", 401);
  await judge.send(last, "DELETE", "/api/v1/sessions", undefined, 204);
  await judge.get(last, "/api/v1/sessions/current", 401);
}

async function chooseNotices(judge: Judge, served: Served): Promise<void> {
  const token = await served.signIn("roditel");
  const usual = json(await judge.get(token, "/api/v1/notices"));
  const chosen = await judge.send(token, "PUT", "/api/v1/notices", { topics: ["corrections", "day"] }, 200);
  assert.deepEqual(chosen.topics, ["corrections", "day"]);
  await judge.send(token, "PUT", "/api/v1/notices", { topics: usual.topics }, 200);
}

async function comeInByCode(folder: string): Promise<Set<string>> {
  const data = join(folder, "new");
  const code = beginSchool(data);
  const served = await serve(data);
  try {
    const judge = new Judge(served);
    const owner = await judge.send(undefined, "POST", "/api/v1/activations/look-up", { code }, 200);
    assert.equal(owner.login, "orlova");
    const wish = { code, password: "horses on the roof", acknowledged: true };
    await judge.send(undefined, "POST", "/api/v1/activations", { ...wish, acknowledged: false }, 422);
    await judge.send(undefined, "POST", "/api/v1/activations", wish, 201);
    await judge.send(undefined, "POST", "/api/v1/activations", wish, 404);
    const token = await served.signIn("orlova", wish.password);
    await judge.send(token, "POST", "/api/v1/commands", { command: { do: "school_described", name: "Школа № 1",
      short_name: "Школа", time_zone: "Europe/Moscow", school_days_a_week: 5 } }, 201);
    for (const { path, method, operation } of operations()) {  // an empty school answers well, too
      if (method !== "get" || path.includes("{") || operation.operationId === "streamChanges") continue;
      await judge.ask({ method: "GET", target: path, headers: bearer(token) });
    }
    return judge.good;
  } finally {
    assert.equal(await served.stop(), 0);
  }
}

let folder = "";
let data = "";
before(async () => {
  if (skip) return;
  folder = scratch();
  data = await liveToday(folder);
});
after(() => {
  if (folder) forget(folder);
});

test("every route is answered as the contract says", { skip, timeout: 400_000 }, async () => {
  const served = await serve(data);
  let good: Set<string>;
  try {
    const judge = new Judge(served);
    good = judge.good;
    await askOpenDoor(judge);
    const deputy = await served.signIn("deputy");
    const pupil = json(await judge.get(await served.signIn("uchenik"), "/api/v1/sessions/current")).person;
    const teacher = json(await judge.get(await served.signIn("teacher"), "/api/v1/sessions/current")).person;
    await compareParameters(judge, deputy);
    await judge.get(await served.signIn("inspector"), "/log/tile/entries/000");
    await judge.get(undefined, "/log/tile/entries/000", 401);
    await askViews(judge, deputy, pupil);
    await askReports(judge, deputy, pupil, teacher);
    await stateThings(judge, served);
    await writeToSomebody(judge, served);
    await postNews(judge, deputy);
    await handOutCode(judge, served, pupil);
    await judge.get(deputy, `/api/v1/readings?child=${pupil}`);
    await changeCredentials(judge, served);
    await chooseNotices(judge, served);
  } finally {
    assert.equal(await served.stop(), 0);
  }
  for (const one of await comeInByCode(folder)) good.add(one);
  const all = operations().map(({ operation }) => operation.operationId);
  assert.deepEqual(all.filter((one) => !good.has(one)), [], "never answered well");
});

test("over TLS the door is the same, and its cookies are bound to it", { skip, timeout: 100_000 }, async () => {
  const served = await serveOverTls(data, folder);
  try {
    const judge = new Judge(served);
    await askOpenDoor(judge);
    const told = await judge.ask({ method: "POST", target: "/api/v1/sessions",
      headers: { "content-type": "application/json" }, body: JSON.stringify({ login: "roditel", password: kPassword }) }, 201);
    const cookie = told.headers["set-cookie"]!.find((one) => one.startsWith("__Host-letopis-session="))!;
    assert.match(cookie, /; Secure/);
    assert.equal(told.headers["strict-transport-security"], "max-age=31536000");
    await judge.ask({ method: "GET", target: "/api/v1/views/news", headers: { cookie: cookie.split(";")[0]! } }, 200);
  } finally {
    assert.equal(await served.stop(), 0);
  }
});

test("whatever anybody sends is answered by the contract, and never by a fault", { skip, timeout: 500_000 }, async () => {
  const served = await serve(data);
  try {
    const token = await served.signIn("deputy");
    const stands = async (asked: Asked) => {
      fc.pre(isSendable(asked));
      const told = await served.ask(asked);
      assert(told.status < 500, `${asked.method} ${asked.target}: ${told.status} ${told.body.toString()}`);
      checkAnswer(asked, told);
    };
    await fc.assert(fc.asyncProperty(hostileGet(token), stands), { numRuns: 1_500, seed: 20_260_311 });
    await fc.assert(fc.asyncProperty(hostileSend(token), stands), { numRuns: 800, seed: 20_260_311 });
    const school = await served.ask({ method: "GET", target: "/api/v1/school" });
    assert.equal(school.status, 200, school.body.toString());
  } finally {
    assert.equal(await served.stop(), 0);
  }
});
