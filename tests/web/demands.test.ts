// What whoever holds the log's key could still slip in: volumes that the log does not tell of, documents
// that nobody certified, certificates that are not the school's, states that nobody witnessed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { fromHex, toBytes } from "../../web/proofs/bytes";
import { decodeEvent, type Event } from "../../web/proofs/event";
import { Findings, type Finding } from "../../web/proofs/findings";
import { Refusal } from "../../web/proofs/refusal";
import { holdAgainstLog, holdSigners } from "../../web/verify/against_log";
import { parseBagInfo, type BagInfo } from "../../web/verify/bag_info";
import { Certified } from "../../web/verify/certified";
import { Chain } from "../../web/verify/chain";
import { exitOf, kExit, type Verdict } from "../../web/verify/verdict";
import { certifiedObject, verdictObject } from "../../web/verify/verdict_json";
import { golden } from "./files";
import { digestOf, issue, signFile } from "./office";
import { checkPacked, checkpointAt, knownState, kProof, kQuorum, kState, pack, stateText } from "./repacked_submission";
import { check, codes, kAuthority, kDirector, kJournal, kName, kSummary, kTagManifest, seal } from "./sealed_documents";

const kTagsSignature = `${kTagManifest}.sig`;

const briefly = ({ fault, where, what, file }: Finding): string[] => [fault, where, what.code, file ?? ""];
const found = ({ findings }: Verdict): string[][] => findings.map(briefly);

function eventOf(fact: string): Event {
  const line = readFileSync(golden("events/facts_v1.txt"), "utf8").split("\n").find((one) => one.split(" ")[1] === fact)!;
  const event = decodeEvent(fromHex(line.split(" ").pop()!)!);
  assert(!(event instanceof Refusal));
  return event;
}

// A document volume of that number, and a log volume before or after it.
function volumeOf(kind: "log" | "document", volume: number): { info: BagInfo; tagManifest: string; signatures: string[] } {
  const info = parseBagInfo(seal().get("bag-info.txt")!);
  assert(!(info instanceof Refusal));
  const name = kind === "log" ? `papers_2025-2026_log_v00${volume}` : kName.replace("2", String(volume));
  return { info: { ...info, kind, volume, name }, tagManifest: "00".repeat(32), signatures: [] };
}

function heldAgainstEmptyLog(...volumes: ReturnType<typeof volumeOf>[]): Finding[] {
  const findings = new Findings();
  const medium = { whole: false, volumes: [], unfinished: [] };
  holdAgainstLog(new Chain(findings, undefined), volumes, medium, [], findings);
  return findings.list();
}

test("a document volume newer than the log on the medium is not vouched for yet", () => {
  const documents = volumeOf("document", 2);
  const found = heldAgainstEmptyLog(volumeOf("log", 1), documents);
  assert.deepEqual(found.map(briefly), [["incomplete", "volume", "volume.not_yet_told", documents.info.name]]);
  assert.equal(found[0]!.what.says.ru,
    `о томе ${documents.info.name} в журнале на этом носителе ещё нет записи: журнал за него не ручается`);
  assert.deepEqual(heldAgainstEmptyLog(volumeOf("log", 1), volumeOf("log", 2)).map(({ what }) => what.code),
    ["volume.unrecorded"]); // the first; of the newest the log cannot know
  assert.deepEqual(heldAgainstEmptyLog(documents, volumeOf("log", 3)).map(({ what }) => what.code), ["volume.unrecorded"]);
});

test("a document that no certificate signed is incomplete for whoever knows authorities", async () => {
  const bare = seal((files) => files.delete(`${kSummary}.sig`));
  const verdict = await check(bare);
  assert.deepEqual(found(verdict), [["incomplete", "documents", "document.not_signed", kSummary]]);
  assert.deepEqual(verdict.findings[0]!.what.says, {
    ru: "класс 9a, документ summary.pdf: подписи сертификатом нет", en: "class 9a, document summary.pdf: no certificate signed it",
  });
  assert.equal(exitOf(verdict), kExit.incomplete);
  assert.equal(verdict.certified.notSigned, 1);
  assert.deepEqual(codes(await check(bare, "")), []);
  const byGost = seal((files) => files.delete(`${kSummary}.sig`) && files.set(`${kSummary}.gost.sig`, toBytes("?")));
  assert.deepEqual(codes(await check(byGost)), []);
});

test("a volume of documents whose list of files no certificate signed is incomplete likewise", async () => {
  const bare = seal(undefined, 2, () => ({}));
  const verdict = await check(bare);
  assert.deepEqual(found(verdict), [["incomplete", "signature", "volume.not_signed", kTagsSignature]]);
  assert.equal(exitOf(verdict), kExit.incomplete);
  assert.deepEqual(codes(await check(bare, "")), []);
  assert.deepEqual(codes(await check(seal(undefined, 2, () => ({ ".gost.sig": toBytes("?") })))), []);
});

test("a submission is asked for certificates' signatures, too", async () => {
  const whole = await checkPacked(pack());
  assert.deepEqual(found(whole), []);
  assert.equal(exitOf(whole), kExit.good);
  assert.deepEqual(found(await checkPacked(pack({ signed: false }))),
    [["incomplete", "signature", "volume.not_signed", kTagsSignature]]);
  assert.deepEqual(codes(await checkPacked(pack({ signed: false }), kQuorum, "")), []);
  const document = "data/documents/9b/summary.pdf";
  const unsigned = await checkPacked(pack({ change: (files) => {
    for (const side of [".sig", ".sig.tsr"]) files.delete(document + side);
  } }));
  assert(found(unsigned).some((one) => one.join() === `incomplete,documents,document.not_signed,${document}`));
  assert.equal(unsigned.findings.find(({ what }) => what.code === "document.not_signed")!.what.says.ru, "подписи сертификатом нет");
});

test("each checkpoint of a submission has to be witnessed by itself", async () => {
  const whole = await checkPacked(pack());
  assert.deepEqual(whole.witnessed?.names, ["w"]);
  for (const [witnessed, bare] of [[[kState], kProof], [[kProof], kState]] as const) {
    const verdict = await checkPacked(pack({ witnessed: [...witnessed] }));
    assert.deepEqual(found(verdict), [["incomplete", "witness", "policy.no_quorum", bare]]);
    assert.equal(verdict.witnessed, undefined);
    assert.equal(exitOf(verdict), kExit.incomplete);
  }
  assert.deepEqual(found(await checkPacked(pack({ witnessed: [] }))).map(([, , , file]) => file), [kState, kProof]);
  assert.deepEqual(codes(await checkPacked(pack({ witnessed: [] }), "quorum none\n")), []);
});

test("each checkpoint of a submission is compared with what the inspector has seen", async () => {
  assert.deepEqual(codes(await checkPacked(pack(), kQuorum + knownState(stateText()))), []);
  for (const [size, file] of [[304, kState], [2, kProof]] as const) {
    const verdict = await checkPacked(pack(), kQuorum + knownState(checkpointAt(size, "seen")));
    assert.deepEqual(found(verdict), [["rolled_back", "known", "known.another_root", file]]);
    assert.equal(exitOf(verdict), kExit.rolledBack);
  }
  assert.deepEqual(codes(await checkPacked(pack(), kQuorum + knownState(checkpointAt(3, "seen")))), []);
});

test("two checkpoints of a submission of one size and different roots are two histories", async () => {
  const verdict = await checkPacked(pack({ proofSize: 304 }));
  assert.deepEqual(found(verdict), [["altered", "checkpoint", "submission.two_roots", kProof]]);
  assert.equal(exitOf(verdict), kExit.altered);
  assert.deepEqual(codes(await checkPacked(pack({ proofSize: 305 }))), []);
});

test("a submission's receiver is plain text, and nothing hides in it", async () => {
  for (const mark of ["\u0007", "\u009b", "\r", "\u007f"]) {
    const verdict = await checkPacked(pack({ receiver: `Управление${mark}` }));
    assert.equal(codes(verdict)[0], "submission_info.malformed");
    assert.match(verdict.findings[0]!.what.says.en, /Letopis-Receiver/);
    assert.equal(exitOf(verdict), kExit.altered);
  }
  assert.equal(codes(await checkPacked(pack({ receiver: "a\nb" })))[0], "submission_info.malformed");
  const turned = await checkPacked(pack({ receiver: "Управ\u202eление\u2028" }));
  assert.deepEqual(codes(turned), []);
  assert.equal((verdictObject(turned, "ru") as { receiver?: string }).receiver, "Управ\\u202eление\\u2028");
});

test("nothing hides in the names of signers and in what is told of their certificates", async () => {
  const turned = issue("Иванова\u202eанвоИ\u2028", kAuthority);
  const verdict = await check(seal((files) => {
    files.set(`${kJournal}.sig`, signFile(files.get(kJournal)!, turned)).delete(`${kJournal}.sig.tsr`);
  }));
  verdict.certified.tell({ ru: "отозван: \u202eCN", en: "revoked: \u202eCN" });
  const { signers, information } = certifiedObject(verdict.certified, "ru");
  assert.deepEqual(codes(verdict), []);
  assert.equal(signers["Иванова\\u202eанвоИ\\u2028"], 1);
  assert(information.some(({ says }) => says === "отозван: \\u202eCN"));
});

test("whoever signed by a certificate that the log never took is a stranger, if it ever took one", async () => {
  const taken = eventOf("certificate_taken");
  const strangersOf = (certified: Certified, ...events: Event[]): Finding[] => {
    const findings = new Findings();
    const chain = new Chain(findings, undefined);
    events.forEach((event, at) => chain.facts.take(at, event));
    holdSigners(chain, certified, findings);
    return findings.list();
  };
  const { certified } = await check(seal());
  assert.deepEqual([...certified.certificates], [[digestOf(kDirector), kDirector.common]]);
  assert.deepEqual(strangersOf(certified), []);
  const ours = { ...taken, says: { ...taken.says, sha256: digestOf(kDirector) } };
  assert.deepEqual(strangersOf(certified, taken, ours), []);
  const [stranger, ...more] = strangersOf(certified, taken);
  assert.deepEqual(more, []);
  assert.deepEqual(briefly(stranger!), ["altered", "documents", "certificate.stranger", ""]);
  assert.equal(stranger!.volume, "");
  const digest = digestOf(kDirector).slice(0, 16);
  assert.deepEqual(stranger!.what.says, {
    ru: `сертификат «${kDirector.common}» (SHA-256 ${digest}) подписал документы, а журнал его не принимал`,
    en: `the certificate of ${kDirector.common} (SHA-256 ${digest}) signed documents, and the log never took it`,
  });
  const many = new Certified();
  many.certificates.set("ff".repeat(32), "Последний").set("0a".repeat(32), "Пер\u202eвый");
  assert.deepEqual(strangersOf(many, taken).map(({ what }) => /«(.*)»/.exec(what.says.ru)![1]), ["Пер\\u202eвый", "Последний"]);
});
