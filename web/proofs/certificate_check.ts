// Whether a certificate was good for its use at a moment, by roots from outside (RFC 5280, section 6).
import { kEcdsa, isWeak, sameAlgorithm, verifyP256 } from "./algorithm";
import { equal } from "./bytes";
import { certificateTooLong, kMaxCertificateBytes, type Certificate, type KeyKind } from "./certificate";
import { kUsage, sameKeyId } from "./certificate_extensions";
import { printMoment } from "./der";
import { refuse, type Refusal, type Text } from "./refusal";
import { isSignedBy, type RevocationList } from "./revocation_list";

const kMaxChainCertificates = 8; // between a signer and a root

export type Standing = "valid" | "bad" | "not_checked";

// From outside, never from what is judged.
export interface Trusted {
  roots: Certificate[]; // whose chains are believed
  known: Certificate[]; // others that may stand in a chain
  revocations: RevocationList[]; // believed only where the chain's authority signed it
}

export interface CertificateQuestion {
  certificate: Certificate;
  beside: readonly Certificate[]; // what came with it
  use: "signing" | "timestamps";
  at: number; // in seconds
  now: number;
}

export interface CertificateAnswer {
  standing: Standing;
  why?: Refusal; // iff not valid
  information: Text[];
  chain: Certificate[]; // up to the root; empty where it leads to none
}

const kTimestamping = "1.3.6.1.5.5.7.3.8";
const kSpeakingForAuthority = "1.3.6.1.5.5.7.3.9";
// Other uses that have a meaning to programs of today.
const kOtherUses = [
  "1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.3", "1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.10",
  "1.3.6.1.4.1.311.10.3.3", "2.16.840.1.113730.4.1", "2.5.29.37.0",
];

const untrusted = (): Refusal => refuse("certificate.untrusted", "сертификат выдан не тем, кому здесь доверяют",
  "the certificate was not issued by an authority that is trusted here");

const ofAnotherUse = ({ subject: { text } }: Certificate): Refusal => refuse("certificate.usage",
  `сертификат выдан для другого: ${text}`, `the certificate was issued for another use: ${text}`);

export const unjudged = (): Refusal => refuse("signature.engine",
  "подпись или сертификат не по ECDSA P-256: эта страница их не проверяет",
  "a signature or certificate that is not by ECDSA P-256: this page does not check it");

// Whether the issuer may be the one who issued it, by their names and the keys that they name.
function mayHaveIssued(issuer: Certificate, { issuer: name, extensions }: Certificate): boolean {
  const { authorityKey } = extensions;
  if (issuer.subject.compared !== name.compared || issuer.extensions.invalid || extensions.invalid) return false;
  if (!authorityKey) return true;
  const { key, serial, issuer: of } = authorityKey;
  return sameKeyId(key, issuer.extensions.subjectKey) && (!serial || equal(serial, issuer.serialBytes)) &&
    (of === undefined || of === issuer.issuer.compared);
}

const isSelfSigned = (one: Certificate): boolean => one.selfIssued && mayHaveIssued(one, one);

const isOfThatTime = ({ validFrom, validUntil }: Certificate, at: number): boolean =>
  validFrom !== undefined && validUntil !== undefined && validFrom <= at && at < validUntil;

function issuerOf(one: Certificate, among: readonly Certificate[], at: number): Certificate | undefined {
  const may = among.filter((issuer) => mayHaveIssued(issuer, one));
  return may.find((issuer) => isOfThatTime(issuer, at)) ??
    may.sort((left, right) => (right.validUntil ?? 0) - (left.validUntil ?? 0))[0];
}

const same = (left: Certificate, right: Certificate): boolean => left.sha256 === right.sha256;

// From the certificate to a root that signed itself; undefined iff there is no such way.
function chainOf({ certificate, beside, at }: CertificateQuestion, trusted: Trusted): Certificate[] | undefined {
  const others = [...beside, ...trusted.known];
  const chain = [certificate];
  for (let inTrusted = false; ;) {
    const last = chain[chain.length - 1]!;
    if (isSelfSigned(last)) return trusted.roots.some((root) => same(root, last)) ? chain : undefined;
    const root = issuerOf(last, trusted.roots, at);
    const next = root ?? (inTrusted ? undefined
      : issuerOf(last, others.filter((one) => !chain.some((known) => same(known, one))), at));
    if (!next || chain.length > kMaxChainCertificates + 1) return undefined;
    inTrusted = root !== undefined;
    chain.push(next);
  }
}

function mayTimestamp({ extensions: { keyUsage, uses, usesCritical } }: Certificate): boolean {
  const forSigning = kUsage.digitalSignature | kUsage.nonRepudiation;
  if (keyUsage !== undefined && ((keyUsage & ~forSigning) !== 0 || (keyUsage & forSigning) === 0)) return false;
  return usesCritical && uses !== undefined && uses.includes(kTimestamping) &&
    !uses.some((use) => use === kSpeakingForAuthority || kOtherUses.includes(use));
}

function isForSigning({ extensions: { keyUsage, uses } }: Certificate): boolean {
  if (keyUsage !== undefined && (keyUsage & (kUsage.digitalSignature | kUsage.nonRepudiation)) === 0) return false;
  // A key that only stamps times or speaks for an authority signs no documents.
  const narrow = uses?.some((use) => use === kTimestamping || use === kSpeakingForAuthority) ?? false;
  return !narrow || uses!.some((use) => kOtherUses.includes(use));
}

// What the certificates of a chain say of each other and of themselves, but for signatures and time.
function holdExtensions(chain: readonly Certificate[], use: CertificateQuestion["use"]): Refusal | undefined {
  let below = 0; // authorities under this one, but for those that issued themselves
  for (const [number, one] of chain.entries()) {
    const { extensions } = one;
    if (extensions.unknown) return untrusted();
    if (number > 0 && (extensions.invalid || !extensions.isAuthority)) return ofAnotherUse(one);
    if (number === 0 && use === "timestamps" && !mayTimestamp(one)) return ofAnotherUse(one);
    if (number > 1 && extensions.pathLength !== undefined && below > extensions.pathLength) return ofAnotherUse(one);
    if (number > 0 && !one.selfIssued) ++below;
  }
  return undefined;
}

async function isIssuedBy(one: Certificate, issuer: Certificate): Promise<boolean> {
  const [named, used] = one.algorithms;
  const digest = kEcdsa[used.name];
  if (!one.signature || issuer.key !== "p256" || digest === undefined || !sameAlgorithm(named, used)) return false;
  return verifyP256(issuer.point, digest, one.signed, one.signature);
}

function holdTime({ validFrom, validUntil }: Certificate, at: number): Refusal | undefined {
  if (validFrom === undefined || validUntil === undefined) return untrusted();
  const [moment, from, until] = [at, validFrom, validUntil].map(printMoment) as [string, string, string];
  if (validFrom > at) {
    return refuse("certificate.not_yet", `к ${moment} сертификат ещё не действовал: он с ${from}`,
      `by ${moment} the certificate was not valid yet: it is from ${from}`);
  }
  if (validUntil > at) return undefined;
  return refuse("certificate.expired", `к ${moment} срок сертификата уже кончился: ${until}`,
    `by ${moment} the certificate had expired: ${until}`);
}

// From the root down.
async function holdSignatures(chain: readonly Certificate[], at: number): Promise<Refusal | undefined> {
  for (let number = chain.length - 1; number >= 0; --number) {
    const one = chain[number]!;
    const issuer = chain[number + 1];
    if (issuer && !(await isIssuedBy(one, issuer))) return untrusted();
    const late = holdTime(one, at);
    if (late) return late;
  }
  return undefined;
}

// Adds what the lists of this certificate's issuer say of it. A revocation is only as old as it says:
// what was signed before it stands.
async function lookUp(one: Certificate, issuer: Certificate, at: number, trusted: Trusted, information: Text[]):
Promise<Refusal | undefined> {
  let heard = false;
  let fresh = false;
  for (const list of trusted.revocations) {
    if (!(await isSignedBy(list, issuer))) continue;
    heard = true;
    fresh ||= list.next === undefined || list.next >= at;
    for (const { serial, since } of list.revoked) {
      if (serial !== one.serial) continue;
      const [day, who] = [printMoment(since), one.subject.text];
      if (since <= at) {
        return refuse("certificate.revoked", `сертификат отозван ${day}: ${who}`,
          `the certificate was revoked on ${day}: ${who}`);
      }
      information.push({
        ru: `сертификат отозван позже, ${day}: ${who}`, en: `the certificate was revoked later, on ${day}: ${who}`,
      });
    }
  }
  const who = issuer.subject.text;
  if (!heard) {
    information.push({
      ru: `списка отозванных от «${who}» здесь нет`, en: `no list of revocations of "${who}" is here`,
    });
  } else if (!fresh) {
    information.push({
      ru: `список отозванных от «${who}» старше подписи`,
      en: `the list of revocations of "${who}" is older than the signature`,
    });
  }
  return undefined;
}

const isUnjudged = (key: KeyKind): boolean => key === "other" || key === "gost";

const answer = (standing: Standing, why: Refusal): CertificateAnswer => ({ standing, why, information: [], chain: [] });

// Undefined iff it holds so far.
async function judgeChain(chain: readonly Certificate[], { use, at }: CertificateQuestion):
Promise<CertificateAnswer | undefined> {
  const unfit = holdExtensions(chain, use);
  if (unfit) return answer("bad", unfit);
  if (chain.slice(0, -1).some(({ algorithms: [, used] }) => isWeak(used))) return answer("bad", untrusted());
  const others = chain.some(({ key, extensions }, number) => (number > 0 && isUnjudged(key)) || extensions.unjudged);
  if (others) return answer("not_checked", unjudged());
  const broken = await holdSignatures(chain, at);
  if (broken) return answer("bad", broken);
  if (chain.some(({ der }) => der.length > kMaxCertificateBytes)) return answer("bad", certificateTooLong());
  return use === "signing" && !isForSigning(chain[0]!) ? answer("bad", ofAnotherUse(chain[0]!)) : undefined;
}

export async function judgeCertificate(question: CertificateQuestion, trusted: Trusted): Promise<CertificateAnswer> {
  if (trusted.roots.length === 0) {
    return answer("not_checked", refuse("trust.no_authority", "не сказано, каким удостоверяющим центрам доверять",
      "no authority is trusted here"));
  }
  const chain = chainOf(question, trusted);
  if (!chain) return answer("bad", untrusted());
  const judged = await judgeChain(chain, question);
  if (judged) return judged;
  const information: Text[] = [];
  for (const [number, issuer] of chain.slice(1).entries()) {
    const revoked = await lookUp(chain[number]!, issuer, question.at, trusted, information);
    if (revoked) return { standing: "bad", why: revoked, information, chain };
  }
  const until = chain[0]!.validUntil!;
  if (until <= question.now) {
    const day = printMoment(until);
    information.push({
      ru: `срок сертификата с тех пор истёк: ${day}`, en: `the certificate has expired since: ${day}`,
    });
  }
  return { standing: "valid", information, chain };
}
