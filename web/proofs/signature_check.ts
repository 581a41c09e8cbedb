// One judgement of a file, the signature beside it and the timestamp beside that. A signature is judged
// at its timestamp's moment, or else at the moment its signer claims: what came later, such as an
// expiry or a revocation, is information and makes nothing bad.
import { digestOf, kDigests, verifyP256 } from "./algorithm";
import { equal, type Bytes } from "./bytes";
import { kMaxCertificateBytes, type Certificate } from "./certificate";
import { judgeCertificate, unjudged, type CertificateQuestion, type Standing, type Trusted } from "./certificate_check";
import { kTag, momentOf, printMoment, whole } from "./der";
import { Refusal, refuse, type Text } from "./refusal";
import {
  aloneValue, attributesStand, isConsistent, isPlainFrame, kAttribute, kPlainData, kTimestampInfo, readSignedData,
  type SignedData, type SignerInfo,
} from "./signed_data";
import { namesCertificate } from "./signing_certificate";
import { isOver, malformedTimestamp, openTimestamp } from "./timestamp_token";

const kMaxSignatureBytes = 1_048_576;
const kMaxSigners = 16;
const kClaimAhead = 300; // seconds: clocks differ

// A signer, or the authority of a timestamp.
export interface SignerJudgement {
  standing: Standing;
  signer?: { name: string; sha256: string }; // of the certificate; undefined: whose it is cannot be told
  judgedAt: number; // in seconds
  why?: Refusal; // iff not valid
  information: Text[];
}

export interface SignatureJudgement {
  standing: Standing; // the worst of all below
  signers: SignerJudgement[]; // empty iff the signature cannot be read
  timestamp?: SignerJudgement;
  why?: Refusal; // iff not valid: of the first that is not
}

export interface SignedFile {
  content: Bytes;
  signature: Bytes;
  timestamp?: Bytes;
}

interface OpenedSigner {
  info: SignerInfo;
  certificate: Certificate | undefined; // undefined: it is nowhere
  claimed: number | undefined;
}

interface Opened {
  data: SignedData;
  signers: OpenedSigner[];
}

const malformed = (): Refusal => refuse("signature.malformed", "это не отсоединённая подпись CMS в DER",
  "this is no detached CMS signature in DER");

const attributes = (): Refusal => refuse("signature.attributes",
  "в подписи CMS недостаёт того, что подписано, или оно не сходится с остальным",
  "what a CMS signature must sign is missing, or does not agree with the rest");

export const ofGost = (): Refusal => refuse("signature.engine",
  "подпись по ГОСТ Р 34.10-2012: здесь её нечем проверить",
  "a signature by GOST R 34.10-2012: nothing here can check it");

const noCertificate = (): Refusal => refuse("signature.no_certificate",
  "сертификата подписавшего нет ни в подписи, ни рядом", "the signer's certificate is neither in the signature nor known");

const isOf = ({ issuer, serial }: SignerInfo, one: Certificate): boolean =>
  issuer.compared === one.issuer.compared && equal(serial, one.serialBytes);

function openSigner(info: SignerInfo, data: SignedData, trusted: Trusted): OpenedSigner | Refusal {
  const certificate = data.certificates.find((one) => isOf(info, one)) ?? trusted.known.find((one) => isOf(info, one));
  // Names are compared without regard to case and spaces; the bytes must be the certificate's.
  if (certificate && !equal(certificate.issuer.der, info.issuer.der)) return attributes();
  const time = aloneValue(info.signedAttributes ?? [], kAttribute.signingTime, kTag.utcTime, kTag.time);
  return { info, certificate, claimed: time && momentOf(time) };
}

// `detached`: of a file beside it; else a timestamp's token.
function open(data: SignedData | undefined, detached: boolean, trusted: Trusted): Opened | Refusal {
  if (!data || !isPlainFrame(data)) return malformed();
  if (data.contentType !== (detached ? kPlainData : kTimestampInfo) || (data.content === undefined) !== detached) {
    return malformed();
  }
  if (!isConsistent(data)) return attributes();
  if (data.signers.length === 0 || data.signers.length > kMaxSigners) return malformed();
  const signers: OpenedSigner[] = [];
  for (const info of data.signers) {
    const signer = openSigner(info, data, trusted);
    if (signer instanceof Refusal) return signer;
    signers.push(signer);
  }
  return { data, signers };
}

type Part = Pick<SignerJudgement, "standing" | "why">;

const bad = (why: Refusal): Part => ({ standing: "bad", why });

// That the signer's attributes name this content and are signed by the signer's key. Undefined iff so.
async function holdSigner({ info }: OpenedSigner, certificate: Certificate, content: Bytes): Promise<Part | undefined> {
  const named = aloneValue(info.signedAttributes ?? [], kAttribute.messageDigest, kTag.octets);
  if (!named) return bad(attributes());
  const digest = kDigests[info.digest.name];
  if (digest === undefined) return { standing: "not_checked", why: unjudged() };
  if (!equal(await digestOf(digest, content), named.content)) {
    return bad(refuse("signature.content", "содержимое не то, что было подписано", "the content is not what was signed"));
  }
  if (certificate.key === "other") return { standing: "not_checked", why: unjudged() };
  const holds = certificate.key === "p256" && attributesStand(info) &&
    (await verifyP256(certificate.point, digest, info.signed!, info.signature));
  return holds ? undefined
    : bad(refuse("signature.forged", "подпись не сходится с ключом сертификата",
      "the signature is not by the certificate's key"));
}

type Asked = Pick<CertificateQuestion, "use" | "at" | "now">;

async function judgeSigner(signer: OpenedSigner, { data }: Opened, content: Bytes, asked: Asked, trusted: Trusted):
Promise<SignerJudgement> {
  const { certificate } = signer;
  const judgement: SignerJudgement = { standing: "bad", judgedAt: asked.at, information: [] };
  if (!certificate) {
    return { ...judgement, why: noCertificate() };
  }
  const { subject, validFrom, validUntil, der, sha256 } = certificate;
  if (validFrom !== undefined && validUntil !== undefined && der.length <= kMaxCertificateBytes) {
    judgement.signer = { name: subject.commonName ?? subject.text, sha256 };
  }
  if (certificate.key === "gost") return { ...judgement, standing: "not_checked", why: ofGost() };
  const part = await holdSigner(signer, certificate, content);
  if (part?.standing === "bad") return { ...judgement, ...part };
  const answer = await judgeCertificate({ certificate, beside: data.certificates, ...asked }, trusted);
  const { standing, why, information } = answer;
  // What cannot be checked here may still be by a certificate that is not to be believed.
  if (part && standing !== "bad") return { ...judgement, ...part };
  if (standing === "valid" && !(await namesCertificate(signer.info, answer.chain))) {
    return { ...judgement, ...bad(attributes()), information };
  }
  return { ...judgement, standing, information, ...(why && { why }) };
}

async function judgeTimestamp(content: Bytes, response: Bytes, trusted: Trusted, now: number): Promise<SignerJudgement> {
  const fail = (why: Refusal, judgedAt: number): SignerJudgement => ({ standing: "bad", why, judgedAt, information: [] });
  const token = openTimestamp(response);
  if (token instanceof Refusal) return fail(token, now);
  const { at } = token;
  if (!(await isOver(token, content))) {
    return fail(refuse("timestamp.other_content", "метка времени поставлена на другое",
      "the timestamp is on something else"), at);
  }
  const opened = open(token.data, false, trusted);
  if (opened instanceof Refusal) return fail(opened, at);
  if (opened.signers.length !== 1) return fail(malformedTimestamp(), at);
  return judgeSigner(opened.signers[0]!, opened, token.content, { use: "timestamps", at, now }, trusted);
}

const kGravity: Record<Standing, number> = { valid: 0, not_checked: 1, bad: 2 };

// Makes the whole no better than one of its parts.
function takeWorst(whole: SignatureJudgement, { standing, why }: Part): void {
  if (kGravity[standing] <= kGravity[whole.standing]) return;
  whole.standing = standing;
  if (why) whole.why = why;
}

function tellClaim(judgement: SignerJudgement, claimed: number | undefined, stamped: boolean): void {
  if (!stamped || claimed === undefined || claimed <= judgement.judgedAt + kClaimAhead) return;
  const moment = printMoment(claimed);
  judgement.information.push({
    ru: `подписавший называет время позже метки: ${moment}`,
    en: `the signer claims a moment after the timestamp: ${moment}`,
  });
}

// Never refuses: what cannot be read is bad. `now` in seconds.
export async function judgeSignature({ content, signature, timestamp }: SignedFile, trusted: Trusted, now: number):
Promise<SignatureJudgement> {
  const judgement: SignatureJudgement = { standing: "valid", signers: [] };
  if (timestamp) {
    judgement.timestamp = await judgeTimestamp(signature, timestamp, trusted, now);
    takeWorst(judgement, judgement.timestamp);
  }
  const stamp = judgement.timestamp?.standing === "valid" ? judgement.timestamp.judgedAt : undefined;
  const opened = signature.length > kMaxSignatureBytes
    ? refuse("signature.too_long", "подпись длиннее, чем бывает", "the signature is longer than any may be")
    : open(whole(signature, readSignedData), true, trusted);
  if (opened instanceof Refusal) return { ...judgement, standing: "bad", why: opened };
  for (const signer of opened.signers) {
    const at = stamp ?? signer.claimed ?? now;
    const one = await judgeSigner(signer, opened, content, { use: "signing", at, now }, trusted);
    tellClaim(one, signer.claimed, stamp !== undefined);
    takeWorst(judgement, one);
    judgement.signers.push(one);
  }
  return judgement;
}
