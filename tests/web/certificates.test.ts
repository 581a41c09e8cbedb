// Signatures by certificates and timestamps, as an office makes them and as a forger would: the page
// and `letopis-verify` come to the same, and to what must come of it.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, test } from "node:test";

import { rawSignature } from "../../web/proofs/algorithm";
import { toBytes, toHex, type Bytes } from "../../web/proofs/bytes";
import { DerReader, each, eachOfSet, momentOf, NotDer, objectId, printMoment, smallInteger, whole } from "../../web/proofs/der";
import { Refusal } from "../../web/proofs/refusal";
import { checkMedium } from "../../web/verify/medium_check";
import { parseTrust } from "../../web/verify/trust";
import { exitOf, kExit, type Verdict } from "../../web/verify/verdict";
import { verdictObject } from "../../web/verify/verdict_json";
import { refreshManifests } from "./damages";
import { chooseFolder, golden, readBytes } from "./files";
import {
  at, der, digestOf, integer, issue, kSigned, kStamped, kTimestamping, object, pem, revocations, sequence, set, signFile,
  stamp, type Holder, type SignatureWish, type StampWish,
} from "./office";
import {
  check, codes, kAuthorities, kAuthority, kClock, kDirector, kJournal, kName, kOurAuthority, kRevocations, kSummary,
  kTrustText, lay, seal, type Files, type Sides,
} from "./sealed_documents";
import { byProgram, common, skip, type Said } from "./second_opinion";

const scratch = mkdtempSync(join(tmpdir(), "letopis-certificates-"));
after(() => rmSync(scratch, { recursive: true }));

const kContent = toBytes("%PDF-1.4 journal");
const saidOf = (verdict: Verdict): Said => JSON.parse(JSON.stringify(verdictObject(verdict, "ru"))) as Said;

let volumes = 0;

function programsVerdict(files: Files, trust: string): Said {
  const place = join(scratch, String(++volumes));
  lay(files, join(place, kName));
  writeFileSync(join(place, "trust.txt"), kTrustText + trust);
  return byProgram(join(place, kName), join(place, "trust.txt"));
}

interface Case {
  name: string;
  codes: string[]; // of all findings
  files: Files;
  trust?: string; // lines of the trust file
  told?: RegExp; // in what is information
  notChecked?: number;
}

// A journal signed and stamped otherwise than by the director and the office's clock.
function signed(signature: Bytes, token?: Bytes, more: (files: Files) => void = () => {}, sides?: Sides): Files {
  return seal((files) => {
    files.set(`${kJournal}.sig`, signature);
    if (token) files.set(`${kJournal}.sig.tsr`, token);
    else files.delete(`${kJournal}.sig.tsr`);
    more(files);
  }, 2, sides);
}

const stamped = (signer: Holder | Holder[], wish: SignatureWish = {}, clock = kClock, stampWish: StampWish = {}): Files => {
  const signature = signFile(kContent, signer, wish);
  return signed(signature, stamp(signature, clock, stampWish));
};

const unstamped = (signer: Holder, wish: SignatureWish = {}): Files => signed(signFile(kContent, signer, wish));

const kStranger = issue("Чужой центр", undefined, { authority: true });
const kTheirDirector = issue("Иванова Ирина Ивановна", kStranger);
const kTheirClock = issue("Служба меток", kStranger, { uses: [kTimestamping] });
const kDeputy = issue("Петров Пётр", kAuthority);
const kBetween = issue("Выдающий центр", kAuthority, { authority: true, pathLength: 0 });
const kBelow = issue("Ещё ниже", kBetween, { authority: true });
const kOfBetween = issue("Сидорова Анна", kBetween);
const kOfBelow = issue("Козлов Олег", kBelow);
const kOfPupil = issue("Не центр", kDirector);
const kLargeKey = issue("Ключ побольше", kAuthority, { curve: "secp384r1" });

const byDeputy: Sides = (tagManifest) => ({ ".sig": signFile(tagManifest, kDeputy) });

const revoking = (since: number, ...holders: Holder[]): ((files: Files) => void) => (files) =>
  files.set(kRevocations, revocations(kAuthority, holders.map((one) => [one, since])));

const nonMinimal = (signature: Bytes): Bytes => {
  const [r, s] = each(new DerReader(signature).take(0x30).content).map(({ content }) => content);
  return sequence(der(0x02, Buffer.from([0]), r!), der(0x02, s!));
};

const kDirectors = signFile(kContent, kDirector);

const kCases: Case[] = [
  { name: "the whole", codes: [], files: seal() },
  { name: "two signers", codes: [], files: stamped([kDirector, kDeputy]) },
  { name: "no timestamp", codes: [], files: unstamped(kDirector) },
  { name: "a chain through another authority", codes: [], files: stamped(kOfBetween, { carrying: [kOfBetween, kBetween] }),
    told: /списка отозванных от «CN=Выдающий центр,O=Школа № 5»/ },
  { name: "an authority between that lies beside the root", codes: [],
    files: signed(signFile(kContent, kOfBetween), undefined, (files) => files.set(kAuthorities, pem(kAuthority, kBetween))) },
  { name: "an authority between that is missing", codes: ["certificate.untrusted"], files: stamped(kOfBetween) },
  { name: "a path longer than its authority allows", codes: ["certificate.usage"],
    files: stamped(kOfBelow, { carrying: [kOfBelow, kBelow, kBetween] }) },
  { name: "a certificate by somebody who is no authority", codes: ["certificate.usage"],
    files: stamped(kOfPupil, { carrying: [kOfPupil, kDirector] }) },
  { name: "a signature of another document", codes: ["signature.content"],
    files: signed(signFile(toBytes("%PDF-1.4 summary"), kDirector)) },
  { name: "two signatures swapped, their timestamps with them", codes: ["signature.content", "signature.content"],
    files: seal((files) => {
      const other = signFile(toBytes("%PDF-1.4 summary"), kDirector);
      files.set(`${kSummary}.sig`, files.get(`${kJournal}.sig`)!).set(`${kSummary}.sig.tsr`, files.get(`${kJournal}.sig.tsr`)!);
      files.set(`${kJournal}.sig`, other).set(`${kJournal}.sig.tsr`, stamp(other, kClock));
    }) },
  { name: "a director of another authority, of the same name", codes: ["certificate.untrusted"], files: stamped(kTheirDirector) },
  { name: "another authority's certificates that the volume brings along", codes: ["certificate.untrusted"],
    files: signed(signFile(kContent, kTheirDirector, { carrying: [kTheirDirector, kStranger] }), undefined,
      (files) => files.set(kAuthorities, pem(kAuthority, kStranger))) },
  { name: "a timestamp of another authority", codes: ["certificate.untrusted"], files: stamped(kDirector, {}, kTheirClock) },
  { name: "a timestamp by a director", codes: ["certificate.usage"], files: stamped(kDirector, {}, kDirector) },
  { name: "a timestamp whose use is not critical", codes: ["certificate.usage"],
    files: stamped(kDirector, {}, issue("Некритичная", kAuthority, { uses: [kTimestamping], usesCritical: false })) },
  { name: "a document signed by the clock's key", codes: ["certificate.usage"], files: stamped(kClock) },
  { name: "a certificate that may not sign", codes: ["certificate.usage"],
    files: stamped(issue("Шифровальщик", kAuthority, { usage: 0x08 })) },
  { name: "a timestamp over another signature", codes: ["timestamp.other_content"],
    files: signed(kDirectors, stamp(signFile(kContent, kDeputy), kClock)) },
  { name: "a timestamp that was refused", codes: ["timestamp.malformed"], files: stamped(kDirector, {}, kClock, { status: 2 }) },
  { name: "a timestamp granted otherwise", codes: ["timestamp.not_granted"], files: stamped(kDirector, {}, kClock, { status: 1 }) },
  { name: "a certificate that had expired by the timestamp", codes: ["certificate.expired"],
    files: stamped(issue("Прежний", kAuthority, { until: kStamped })) },
  { name: "a certificate in its last second", codes: [], files: stamped(issue("Прежний", kAuthority, { until: kStamped + 1 })),
    told: /с тех пор истёк/ },
  { name: "a certificate in its first second", codes: [], files: stamped(issue("Новый", kAuthority, { from: kStamped })) },
  { name: "a certificate that was not valid yet", codes: ["certificate.not_yet"],
    files: stamped(issue("Новый", kAuthority, { from: kStamped + 1 })) },
  { name: "revoked before the timestamp", codes: ["certificate.revoked"],
    files: signed(kDirectors, stamp(kDirectors, kClock), revoking(kStamped, kDirector), byDeputy) },
  { name: "revoked after the timestamp", codes: [],
    files: signed(kDirectors, stamp(kDirectors, kClock), revoking(kStamped + 1, kDirector)), told: /сертификат отозван позже/ },
  { name: "revoked after the claimed moment, and no timestamp", codes: [],
    files: signed(kDirectors, undefined, revoking(kSigned + 1, kDirector), byDeputy), told: /сертификат отозван позже/ },
  { name: "a clock revoked before", codes: ["certificate.revoked", "certificate.revoked"],
    files: signed(kDirectors, stamp(kDirectors, kClock), revoking(kSigned, kClock)) },
  { name: "a list of revocations by a stranger", codes: [], told: /списка отозванных от «CN=Школьный центр/,
    files: signed(kDirectors, undefined, (files) => files.set(kRevocations, revocations(kStranger, [[kDirector, kSigned]]))) },
  { name: "a list of revocations that is old", codes: [], told: /старше подписи/,
    files: signed(kDirectors, undefined, (files) => files.set(kRevocations, revocations(kAuthority, [], kSigned - 1))) },
  { name: "a list of revocations that cannot be read", codes: ["revocations.malformed"],
    files: seal((files) => files.set(kRevocations, toBytes("crl"))) },
  { name: "no authority in the trust file", codes: [], files: seal(), trust: "" },
  { name: "no authority in the trust file, and none in the volume", codes: [], trust: "", notChecked: 3,
    files: seal((files) => files.delete(kAuthorities)) },
  { name: "an authority in the trust file that the volume has not", files: seal(),
    codes: ["certificate.untrusted", "certificate.untrusted", "certificate.untrusted"], trust: `authority ${digestOf(kStranger)}\n` },
  { name: "authorities that are no certificates", codes: ["certificate.none"],
    files: seal((files) => files.set(kAuthorities, toBytes("?")), 2, () => ({})), trust: "", notChecked: 2 },
  { name: "a signature that names another certificate", codes: ["signature.attributes"], files: stamped(kDirector, { naming: kDeputy }) },
  { name: "a signature that names no certificate", codes: ["signature.attributes"], files: stamped(kDirector, { naming: null }) },
  { name: "a signature without its certificate", codes: ["signature.no_certificate"], files: stamped(kDirector, { carrying: [] }) },
  { name: "a signature by another key", codes: ["signature.forged"], files: stamped(kDirector, { signing: kDeputy.privateKey }) },
  { name: "a signature whose number has a zero too many", codes: ["signature.forged"], files: stamped(kDirector, { signature: nonMinimal }) },
  { name: "a signature with bytes behind it", codes: ["signature.forged"],
    files: stamped(kDirector, { signature: (bytes) => new Uint8Array([...bytes, 0]) }) },
  { name: "a signer of another version", codes: ["signature.malformed"], files: stamped(kDirector, { signerVersion: 3 }) },
  { name: "a digest that nobody uses", codes: ["signature.attributes"],
    files: stamped(kDirector, { digests: ["2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.3"] }) },
  { name: "a signing time twice", codes: ["signature.forged"],
    files: stamped(kDirector, { attributes: [sequence(object("1.2.840.113549.1.9.5"), set(der(0x17, Buffer.from("260101000000Z"))))] }) },
  { name: "an attribute that nobody signed", codes: [],
    files: stamped(kDirector, { unsigned: [sequence(object("1.2.840.113549.1.9.16.2.14"), set(sequence()))] }) },
  { name: "a claimed moment long after the timestamp", codes: [], files: stamped(kDirector, { claimed: kStamped + 301 }),
    told: /называет время позже метки/ },
  { name: "a certificate with an extension that nobody knows", codes: ["certificate.untrusted"],
    files: stamped(issue("Особый", kAuthority, { critical: "1.2.3.4" })) },
  { name: "bytes behind a signature", codes: ["signature.malformed"], files: signed(new Uint8Array([...kDirectors, 0])) },
  { name: "a signature cut off", codes: ["signature.malformed"], files: signed(kDirectors.slice(0, -1)) },
  { name: "a signature of nothing", codes: ["signature.malformed"], files: signed(new Uint8Array()) },
  { name: "a timestamp where a signature should be", codes: ["signature.malformed"], files: signed(stamp(kDirectors, kClock)) },
  { name: "a signature by GOST beside it", codes: [], notChecked: 1,
    files: seal((files) => files.set(`${kSummary}.gost.sig`, toBytes("?"))) },
  { name: "a volume whose signature is by a stranger", codes: ["certificate.untrusted"],
    files: seal(undefined, 2, (bytes) => ({ ".sig": signFile(bytes, kTheirDirector) })) },
  { name: "a volume whose signature is of another volume", codes: ["signature.content"],
    files: seal(undefined, 2, () => ({ ".sig": signFile(toBytes("tags"), kDirector) })) },
];

for (const { name, codes: wanted, files, trust = kOurAuthority, told = /^/, notChecked = 0 } of kCases) {
  test(`certificates: ${name}`, async () => {
    const verdict = await check(files, trust);
    assert.deepEqual(codes(verdict).sort(), wanted);
    assert.equal(exitOf(verdict), wanted.length > 0 ? kExit.altered : kExit.good);
    assert.match(verdict.certified.information.map(({ says }) => says.ru).join("\n"), told);
    if (wanted.length === 0) assert.equal(verdict.certified.notChecked, notChecked);
    if (skip === false) assert.deepEqual(common(saidOf(verdict), true), common(programsVerdict(files, trust), true));
  });
}

test("what is not by ECDSA P-256 is said not to be checked, unless its certificate is not to be believed", async () => {
  const other = await check(unstamped(kLargeKey));
  assert.deepEqual(codes(other), []);
  assert.equal(other.certified.notChecked, 1);
  assert.match(other.certified.information.map(({ says }) => says.en).join(), /not by ECDSA P-256/);
  const theirs = issue("Чужой ключ побольше", kStranger, { curve: "secp384r1" });
  assert.deepEqual(codes(await check(unstamped(theirs))), ["certificate.untrusted"]);
  const signature = signFile(toBytes("other"), kLargeKey);
  assert.deepEqual(codes(await check(signed(signature))), ["signature.content"]);
});

const kGoldenPlace = golden("archive/v1/documents");
const kGoldenTrust = join(kGoldenPlace, "trust.txt");
const kGoldenName = "trial_2025-2026_doc_v002";

async function goldenVerdict(volume: string): Promise<Verdict> {
  const trust = await parseTrust(readBytes(kGoldenTrust));
  assert(!(trust instanceof Refusal));
  const verdict = await checkMedium(chooseFolder(volume), { trust, progress: async () => {} });
  assert(!(verdict instanceof Refusal));
  return verdict;
}

test("the golden documents are intact, and told in the same words and figures", { skip }, async () => {
  const volume = join(kGoldenPlace, kGoldenName);
  const verdict = await goldenVerdict(volume);
  assert.deepEqual(verdict.findings, []);
  assert.equal(verdict.certified.signatures, 4);
  assert.equal(verdict.certified.firstStamped, at("2026-05-28") - 43_200 + 40);
  assert.deepEqual(common(saidOf(verdict), true), common(byProgram(volume, kGoldenTrust), true));
});

// The log's own key cannot sign the volume anew here: that both miss it as well.
test("a volume of the log carries certificates' signatures, too, and they are told the same", { skip }, async () => {
  const medium = join(scratch, "medium");
  cpSync(golden("archive/v1/medium"), medium, { recursive: true });
  const trustFile = join(scratch, "log-trust.txt");
  writeFileSync(trustFile, readFileSync(golden("archive/v1/trust.txt"), "utf8") + kOurAuthority);
  const trust = await parseTrust(readBytes(trustFile));
  assert(!(trust instanceof Refusal));
  const volume = join(medium, "tiny_2025-2026_log_v002");
  writeFileSync(join(volume, "data/keys/authorities.pem"), pem(kAuthority));
  refreshManifests(volume, "data/keys/authorities.pem");
  const tags = readBytes(join(volume, "tagmanifest-sha256.txt"));
  const signature = signFile(tags, kDirector);
  for (const [token, code] of [[stamp(signature, kClock), []], [stamp(tags, kClock), ["timestamp.other_content"]]] as const) {
    writeFileSync(join(volume, "signatures/tagmanifest-sha256.txt.sig"), signature);
    writeFileSync(join(volume, "signatures/tagmanifest-sha256.txt.sig.tsr"), token);
    const verdict = await checkMedium(chooseFolder(medium), { trust, progress: async () => {} });
    assert(!(verdict instanceof Refusal));
    assert.deepEqual(codes(verdict).filter((one) => !one.startsWith("volume.")), code);
    assert.equal(verdict.certified.volumes, 1);
    assert.equal(verdict.certified.timestamps, code.length === 0 ? 1 : 0);
    assert.deepEqual(common(saidOf(verdict), false), common(byProgram(medium, trustFile), false));
  }
});

// Every so many bits of each kind of file, so that each field is hit sooner or later; a step that is odd
// meets every bit of a byte.
test("a flipped bit of signatures, timestamps, authorities and revocations is told the same", { skip, timeout: 500_000 }, async () => {
  const volume = join(scratch, kGoldenName);
  cpSync(join(kGoldenPlace, kGoldenName), volume, { recursive: true });
  const flips = Number(process.env["LETOPIS_FLIPS"] ?? 20);
  const files = chooseFolder(volume).files.filter(({ path }) =>
    /9b\/.*\.(sig|tsr)$|authorities|\.crl$|signatures\/.*(sig|tsr)$/.test(path));
  assert.equal(files.length, 6);
  for (const { path, size } of files) {
    const step = Math.floor((8 * size) / flips) | 1;
    const before = readFileSync(join(volume, path));
    for (let bit = path.length; bit < 8 * size; bit += step) {
      const altered = Buffer.from(before);
      altered[bit >> 3]! ^= 1 << (bit & 7);
      writeFileSync(join(volume, path), altered);
      const verdict = await goldenVerdict(volume);
      assert.notEqual(exitOf(verdict), kExit.good, `bit ${bit} of ${path}`);
      assert.deepEqual(common(saidOf(verdict), false), common(byProgram(volume, kGoldenTrust), false),
        `bit ${bit} of ${basename(path)}`);
    }
    writeFileSync(join(volume, path), before);
  }
});

test("DER has one spelling for each value, and nothing beyond its bytes is read", () => {
  const hex = (text: string): Bytes => new Uint8Array(Buffer.from(text, "hex"));
  const reads = (text: string): boolean => whole(hex(text), (reader) => reader.any()) !== undefined;
  assert(reads("0500"));
  assert(reads(`3081${"80"}${"00".repeat(128)}`));
  for (const text of ["", "05", "0501", "050000", "3080", "30800000", "308100", "30820080", `30817f${"00".repeat(127)}`,
    "3084ffffffff", "308500ffffffff", "1f0100", "30ff00"]) {
    assert(!reads(text), text);
  }
  const number = (text: string): number | undefined => whole(hex(text), (reader) => smallInteger(reader.any()));
  assert.equal(number("02020080"), 128);
  assert.equal(number("0201ff"), undefined);
  for (const text of ["0200", "02020001", "0202ff80"]) assert.throws(() => smallInteger(new DerReader(hex(text)).any()), NotDer);
  assert.equal(objectId(new DerReader(object("2.25.226410178")).any()), "2.25.226410178");
  for (const text of ["0600", "060180", "06028001", "06032a8001"]) {
    assert.throws(() => objectId(new DerReader(hex(text)).any()), NotDer, text);
  }
  assert.throws(() => eachOfSet(Buffer.concat([integer(2), integer(1)]) as unknown as Bytes), NotDer);
});

test("moments are read as X.509 has them, and days that are none are not", () => {
  const read = (tag: number, text: string): number | undefined => momentOf(new DerReader(der(tag, Buffer.from(text))).any());
  assert.equal(read(0x17, "260528120000Z"), kSigned);
  assert.equal(read(0x18, "20260528120000Z"), kSigned);
  assert.equal(read(0x18, "20260528150000+0300"), kSigned);
  assert.equal(printMoment(read(0x17, "500101000000Z")!), "1950-01-01 00:00:00 UTC");
  assert.equal(printMoment(read(0x17, "491231235959Z")!), "2049-12-31 23:59:59 UTC");
  for (const text of ["260230120000Z", "261301120000Z", "260528240000Z", "260528120060Z", "260528120000", "2605281200Zx"]) {
    assert.equal(read(0x17, text), undefined, text);
  }
});

test("a signature of two numbers has one spelling", () => {
  const one = sequence(integer(1), integer(0x80));
  assert.equal(toHex(rawSignature(one)!), "00".repeat(31) + "01" + "00".repeat(31) + "80");
  for (const [name, bytes] of Object.entries({
    negative: sequence(der(0x02, Buffer.from([0x80])), integer(1)), long: sequence(der(0x02, Buffer.alloc(33, 1)), integer(1)),
    spare: sequence(der(0x02, Buffer.from([0, 1])), integer(1)), three: sequence(integer(1), integer(1), integer(1)),
    lone: sequence(integer(1)), none: new Uint8Array(),
  })) assert.equal(rawSignature(bytes), undefined, name);
});
