// Keys that browsers hold: codes, halves of passwords, wrapped seeds, signers, and what they agree to sign.
import assert from "node:assert/strict";
import { createPublicKey, verify as verifyByNode } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { Problem } from "../../web/client/problem";
import { isCommitted, judge, placeOfLesson } from "../../web/keys/agreement";
import { codeSalt, codeSeed, makeCode, printCode, readCode } from "../../web/keys/code";
import { Keyring } from "../../web/keys/keyring";
import type { KeyShelf, ShelvedKey } from "../../web/keys/key_shelf";
import { OwnHand } from "../../web/keys/own_hand";
import { checkPassword } from "../../web/keys/password_rules";
import { keepableKey, signerBySeed, signerOf, type EventSigner } from "../../web/keys/signer";
import { halvesOf, kCost, split, stretch } from "../../web/keys/stretching";
import { unwrapSeed, wrapSeed } from "../../web/keys/wrapped_seed";
import { fromHex, joined, toBytes, toHex, type Bytes } from "../../web/proofs/bytes";
import type { Event } from "../../web/proofs/event";
import { schema } from "../../web/proofs/schema";
import { sha256 } from "../../web/proofs/sha256";
import { kRoot } from "./files";

const refusal = (act: () => unknown): string => {
  try {
    act();
    return "";
  } catch (fault) {
    assert.ok(fault instanceof Problem, String(fault));
    assert.ok(fault.document.ru.length > 5 && fault.document.en.length > 5);
    return fault.code;
  }
};

// The examples of docs/accounts.md, which the program's own tests make and read, too.
function example(name: string): Record<string, string> {
  const text = readFileSync(join(kRoot, "docs/accounts.md"), "utf8");
  const block = new RegExp(`<!-- example: ${name} -->\n\`\`\`\n([^\`]*)\`\`\``).exec(text);
  assert.ok(block, `docs/accounts.md has no example ${name}`);
  return Object.fromEntries(block[1]!.trim().split("\n").map((line) => line.split(/\s{2,}/) as [string, string]));
}

const seedOf = (byte: number): Bytes => new Uint8Array(32).fill(byte);

function verifies(signer: EventSigner, message: Bytes, signature: Bytes): boolean {
  const key = createPublicKey({ key: Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), signer.publicKey]), format: "der", type: "spki" });
  return verifyByNode(null, message, key, signature);
}

test("a code is the key that the program says it is [ACC-02 ACC-16]", async () => {
  const { "log id": log, code, salt, seed, public: key } = example("code");
  assert.equal(toHex(codeSalt(log!)), salt);
  const made = await codeSeed(readCode(code!), log!);
  assert.equal(toHex(made), seed);
  assert.equal(toHex((await signerBySeed(made)).publicKey), key);
});

test("a code is read as people type it, and refused by what is wrong with it", () => {
  const code = example("code")["code"]!;
  const letters = code.replaceAll("-", "");
  assert.equal(readCode(code), letters.slice(0, 20));
  assert.equal(readCode(` ${code.toLowerCase().replaceAll("-", " – ")}.`), letters.slice(0, 20));
  assert.equal(readCode(code.replaceAll("0", "О").replaceAll("1", "l").replace("3", "з")), letters.slice(0, 20));
  assert.equal(refusal(() => readCode(code.slice(1))), "code.unreadable");
  assert.equal(refusal(() => readCode(`${code}0`)), "code.unreadable");
  assert.equal(refusal(() => readCode(code.replace("2", "%"))), "code.unreadable");
  assert.equal(refusal(() => readCode("0".repeat(100_000))), "code.unreadable");
  // Each letter in its turn another one; each two neighbours changed over.
  for (const odd of ["ß", "ſ", "ı"]) assert.equal(refusal(() => readCode(code.replace("5", odd))), "code.unreadable", odd);
  assert.equal(readCode(`\u0085${code}\u0085`), letters.slice(0, 20));
  assert.equal(refusal(() => readCode(`${code}\ufeff`)), "code.unreadable");
  for (let at = 0; at < 21; ++at) {
    const other = letters[at] === "7" ? "8" : "7";
    assert.equal(refusal(() => readCode(letters.slice(0, at) + other + letters.slice(at + 1))), "code.mistyped");
    if (at === 20 || letters[at] === letters[at + 1]) continue;
    const swapped = letters.slice(0, at) + letters[at + 1] + letters[at] + letters.slice(at + 2);
    assert.equal(refusal(() => readCode(swapped)), "code.mistyped", swapped);
  }
});

test("a code that the browser makes is a code like any other [ACC-02]", async () => {
  const { "log id": log, code } = example("code");
  assert.equal(printCode(code!.replaceAll("-", "").slice(0, 20)), code);
  const [one, other] = [await makeCode(log!), await makeCode(log!)];
  assert.match(one.code, /^[0-9A-HJKMNP-TV-Z]{7}(-[0-9A-HJKMNP-TV-Z]{7}){2}$/);
  assert.notEqual(one.code, other.code);
  assert.equal(toHex((await signerBySeed(await codeSeed(readCode(one.code), log!))).publicKey), one.key);
});

test("a password's halves are those of the program", async () => {
  const salt = fromHex("00112233445566778899aabbccddeeff")!;
  const { login, wrap } = await halvesOf("ёжик в тумане", salt, kCost);
  assert.notEqual(toHex(login), toHex(wrap));
  assert.deepEqual(await halvesOf("е\u0308жик в тумане", salt, kCost), { login, wrap }); // however its letters were composed
  assert.notDeepEqual(await halvesOf("ежик в тумане", salt, kCost), { login, wrap });
  // RFC 5869 by another hand.
  const { hkdfSync } = await import("node:crypto");
  const stretched = await stretch("ёжик в тумане", salt, kCost);
  assert.deepEqual((await split(stretched)).wrap, new Uint8Array(hkdfSync("sha256", stretched, "", "letopis wrap v1", 32)));
  for (const cost of [{ passes: 1, memory_kib: 32_768 }, { passes: 3, memory_kib: 1_024 }, { passes: 3, memory_kib: 4_194_304 }]) {
    await assert.rejects(stretch("пароль", salt, cost), RangeError); // a server does not make it cheap, nor endless
  }
});

test("a seed is unwrapped by the half that wrapped it, and by no other", async () => {
  const [seed, half] = [seedOf(7), seedOf(1)];
  const { publicKey } = await signerBySeed(seed);
  const wrapped = await wrapSeed(seed, publicKey, half);
  assert.ok(Buffer.from(wrapped, "base64").length <= 1_024);
  assert.ok(!Buffer.from(wrapped, "base64").includes(Buffer.from(seed)));
  assert.deepEqual(await unwrapSeed(wrapped, half), seed);
  assert.notEqual(wrapped, await wrapSeed(seed, publicKey, half)); // a nonce of its own each time
  assert.equal(await unwrapSeed(wrapped, seedOf(2)), undefined);
  const bytes = Buffer.from(wrapped, "base64");
  for (let at = 0; at < bytes.length; ++at) {
    const torn = Buffer.from(bytes);
    torn[at]! ^= 1;
    assert.equal(await unwrapSeed(torn.toString("base64"), half), undefined, `byte ${at}`);
  }
  for (const odd of ["", "AQ==", "не base64", bytes.subarray(0, -1).toString("base64")]) assert.equal(await unwrapSeed(odd, half), undefined);
});

test("the browser's own signer and the library's make one signature, and neither can be read", async () => {
  const message = toBytes("событие");
  const byLibrary = await signerBySeed(seedOf(9));
  const kept = await keepableKey(seedOf(9));
  assert.ok(kept, "this engine has Ed25519");
  assert.equal(kept.key.extractable, false);
  await assert.rejects(crypto.subtle.exportKey("pkcs8", kept.key));
  const byBrowser = signerOf(kept);
  assert.equal(byBrowser.keyId, byLibrary.keyId);
  const signature = await byBrowser.signEvent(message);
  assert.deepEqual(signature, await byLibrary.signEvent(message));
  assert.ok(verifies(byLibrary, joined(toBytes("letopis event v1\n"), message), signature));
  assert.ok(!verifies(byLibrary, message, signature));
});

class Shelf implements KeyShelf {
  readonly keys = new Map<number, ShelvedKey>();
  put = async (key: ShelvedKey): Promise<void> => void this.keys.set(key.person, key);
  get = async (person: number): Promise<ShelvedKey | undefined> => this.keys.get(person);
  remove = async (person: number): Promise<void> => void this.keys.delete(person);
}

test("a key lives from sign-in to log-out, and over a reload", async () => {
  const shelf = new Shelf();
  const seed = seedOf(3);
  const wrapped = await wrapSeed(seed, (await signerBySeed(seed)).publicKey, seedOf(1));
  const first = new Keyring(shelf);
  assert.equal(first.signer(5), undefined);
  await first.open(5, wrapped, seedOf(1));
  assert.ok(first.signer(5));
  assert.equal(first.signer(6), undefined); // another person's it is not
  const reloaded = new Keyring(shelf);
  assert.equal(await reloaded.restore(5), true);
  assert.equal(reloaded.signer(5)!.keyId, first.signer(5)!.keyId);
  assert.equal(await reloaded.restore(6), false);
  await reloaded.forget(5);
  assert.equal(shelf.keys.size, 0);
  assert.equal(await new Keyring(shelf).restore(5), false);
  await assert.rejects(first.open(5, wrapped, seedOf(2)), (fault: Problem) => fault.code === "key.not_opened");
});

test("where the browser keeps no key, the password opens it again after a reload", async () => {
  const shelf = new Shelf();
  const seed = seedOf(3);
  const wrapped = await wrapSeed(seed, (await signerBySeed(seed)).publicKey, seedOf(1));
  const lacking = async (): Promise<undefined> => undefined;
  await new Keyring(shelf, lacking).open(5, wrapped, seedOf(1));
  const reloaded = new Keyring(shelf, lacking);
  assert.equal(await reloaded.restore(5), false);
  await reloaded.reopen(5, seedOf(1));
  assert.ok(verifies(reloaded.signer(5)!, toBytes("a"), await reloaded.signer(5)!.sign(toBytes("a"))));
});

test("passwords that are guessed first are refused here, where the server cannot see them [ACC-19]", () => {
  const list = readFileSync(join(process.env["LETOPIS_SOURCES"]!, "tests/accounts/chosen_passwords.txt"), "utf8");
  const rows = list.split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split("\t") as [string, string]);
  assert.ok(rows.length > 40);
  const unreadable: [string, string][] = [["password.long", "x".repeat(513)], ["password.unreadable", "a\tb-c-d-e-f"], ["password.unreadable", "abcdwxyz\ud800"]];
  for (const [code, password] of [...rows, ...unreadable]) assert.equal(refusal(() => checkPassword(password, "petrova")) || "taken", code, password);
});

// An event as it is after decoding.
function said(name: string, says: Event["says"]): Event {
  const fact = schema.facts.find((one) => one.name === name)!;
  const empty = Object.fromEntries(fact.fields.map((field) => [field.name, null]));
  return { log: "ab", stream: [0, 0, 0, 0], version: 0, command: "", index: 0, count: 1, author: 5, stated: 0, fact, says: { ...empty, ...says } };
}
const ordinal = (enumeration: string, word: string): number => schema.enums[enumeration]!.words.indexOf(word);

const kLessons = new Map([[placeOfLesson("2026-03-11", 2), 12]]);
const isAsked = (command: { do: string } & Record<string, unknown>, events: Event[], texts: Parameters<typeof judge>[2]): boolean =>
  judge(command, events, texts, kLessons) === "asked";

test("what is typed into the journal is signed only as it was typed [JRN-02 JRN-06]", () => {
  const command = { do: "mark_given", lesson: 12, pupil: 40, ordinal: 1, value: "four" };
  const fact = { lesson: 12, pupil: 40, ordinal: 1, value: ordinal("MarkValue", "four"), day: 20_000 };
  const asks = (changed: object, name = "mark_given"): boolean => isAsked(command, [said(name, { ...fact, ...changed })], []);
  assert.ok(asks({}));
  assert.ok(!asks({ value: ordinal("MarkValue", "two") }));
  assert.ok(!asks({ pupil: 41 }));
  assert.ok(!asks({ lesson: 13 }));
  assert.ok(!asks({ ordinal: 2 }));
  assert.ok(!asks({}, "mark_corrected"));
  assert.ok(!isAsked(command, [], []));
  assert.ok(!isAsked(command, [said("mark_given", fact), said("mark_given", fact)], [])); // nothing is added
  assert.ok(!isAsked(command, [said("mark_given", fact), said("role_given", {})], []));
  // A lesson that is called by its day has that day.
  const called = { ...command, lesson: { class: "5А", subject: "Математика", day: "2026-03-11", bell: 2 } };
  const day = Date.UTC(2026, 2, 11) / 86_400_000;
  assert.ok(isAsked(called, [said("mark_given", { ...fact, day })], []));
  assert.ok(!isAsked(called, [said("mark_given", { ...fact, day: day + 1 })], []));
  // And it is the lesson that was signed for that place: of one that was not, the person is asked.
  assert.equal(judge(called, [said("mark_given", { ...fact, day, lesson: 13 })], [], kLessons), "differs");
  assert.equal(judge(called, [said("mark_given", { ...fact, day })], [], new Map()), "unsure");
  assert.equal(judge({ ...called, lesson: "12" }, [said("mark_given", { ...fact, day })], [], kLessons), "differs");
  // A lesson with its topic is one command of several facts.
  const lesson = { do: "record_lesson", load: 3, day: "2026-03-11", bell: 2 };
  const held = said("lesson_held", { load: 3, day, bell: 2, teacher: 5 });
  assert.ok(isAsked(lesson, [held], []));
  assert.ok(!isAsked(lesson, [said("lesson_held", { load: 3, day, bell: 2, teacher: 6 })], [])); // another's lesson
  // Nothing is slipped in beside what was asked.
  const topic = said("topic_set", { lesson: 1, day, topic: "Дроби" });
  assert.ok(!isAsked(lesson, [held, topic], []));
  assert.ok(isAsked({ ...lesson, topic: "Дроби" }, [held, topic], []));
  assert.ok(!isAsked({ ...lesson, topic: "Корни" }, [held, topic], []));
  assert.ok(!asks({ comment: "ab".repeat(32) }));
  assert.ok(!isAsked({ ...lesson, bell: 3 }, [held], []));
});

test("a private reason is signed only as the text that was typed", () => {
  // The example of docs/event-format.md is checked by the program.
  const salt = "11".repeat(32);
  const text = { about: 40, salt, text: "описка", commitment: "" };
  text.commitment = toHex(sha256(joined(toBytes("letopis text v1\n"), fromHex(salt)!, toBytes(text.text))));
  assert.ok(isCommitted(text));
  assert.ok(!isCommitted({ ...text, text: "опискa" }));
  const command = { do: "correct_mark", lesson: 12, pupil: 40, ordinal: 1, value: "five", reason: "mistyped", note: "описка" };
  const fact = said("mark_corrected", { lesson: 12, pupil: 40, ordinal: 1, value: ordinal("MarkValue", "five"),
    reason: ordinal("ChangeReason", "mistyped"), note: text.commitment });
  assert.ok(isAsked(command, [fact], [text]));
  assert.ok(!isAsked({ ...command, note: "другое" }, [fact], [text]));
  assert.ok(!isAsked(command, [fact], []));
  assert.ok(!isAsked(command, [fact], [{ ...text, text: "описка", salt: "22".repeat(32) }])); // another text would stand in the vault
});

test("without a key nothing is signed, and what cannot be read is refused", async () => {
  const command = { do: "mark_given", lesson: 12, pupil: 40, ordinal: 1, value: "four" };
  const review = async (): Promise<boolean> => true;
  const closed = new OwnHand({ person: 5, log: "ab" }, () => undefined, review);
  assert.deepEqual(await closed.sign(command, { events: [] }), { held: "signer.needs_password" });
  const signer = await signerBySeed(seedOf(1));
  const open = new OwnHand({ person: 5, log: "ab" }, () => signer, review);
  for (const bytes of ["", "AAAA", "не base64"]) {
    const says = await open.sign(command, { events: [{ bytes }] });
    assert.ok("refused" in says && says.refused.code === "proposal.differs");
  }
});
