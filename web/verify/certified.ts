// What the signatures of certificates came to: of documents, and of the tag manifests of volumes.
import type { Bytes } from "../proofs/bytes";
import { refuse, type Refusal, type Text } from "../proofs/refusal";
import { judgeSignature, ofGost, type SignatureJudgement } from "../proofs/signature_check";
import type { Authorities } from "./authorities";

const kMostInformation = 20; // different sentences that are kept

// A plain value; sums of volumes add up.
export class Certified {
  documents = 0;
  notSigned = 0; // documents without any signature beside them
  volumes = 0; // whose tag manifests certificates signed
  signatures = 0; // of whatever, that are valid
  timestamps = 0; // likewise
  notChecked = 0; // signatures that cannot be checked here, such as by GOST
  readonly signers = new Map<string, number>(); // of valid ones, by their names
  readonly certificates = new Map<string, string>(); // theirs, by SHA-256, and whose they are
  firstStamped: number | undefined; // in seconds
  lastStamped: number | undefined;
  vouched = true; // no signature was judged by the volume's own authorities
  readonly information: { says: Text; times: number }[] = []; // expired since, revoked since, no list of revocations

  get any(): boolean {
    return this.signatures + this.timestamps + this.notChecked + this.documents > 0;
  }

  add(other: Certified): void {
    this.documents += other.documents;
    this.notSigned += other.notSigned;
    this.volumes += other.volumes;
    this.signatures += other.signatures;
    this.timestamps += other.timestamps;
    this.notChecked += other.notChecked;
    for (const [name, count] of other.signers) this.noteSigner(name, count);
    for (const [sha256, name] of other.certificates) this.certificates.set(sha256, name);
    if (other.firstStamped !== undefined) this.noteStamp(other.firstStamped);
    if (other.lastStamped !== undefined) this.noteStamp(other.lastStamped);
    this.vouched &&= other.vouched;
    for (const { says, times } of other.information) this.tell(says, times);
  }

  tell(says: Text, times = 1): void {
    const told = this.information.find((one) => one.says.ru === says.ru);
    if (told) told.times += times;
    else if (this.information.length < kMostInformation) this.information.push({ says, times });
  }

  noteSigner(name: string, count = 1): void {
    this.signers.set(name, (this.signers.get(name) ?? 0) + count);
  }

  noteStamp(at: number): void {
    this.firstStamped = Math.min(this.firstStamped ?? at, at);
    this.lastStamped = Math.max(this.lastStamped ?? at, at);
  }
}

// The files beside what is judged; those that are absent are not there.
export interface BesideFiles {
  signature: Bytes | undefined;
  timestamp: Bytes | undefined;
  gost: Bytes | undefined;
}

// Of the list of files of a document volume or a submission, where the trust file names authorities.
export const tagsNotSigned = (): Refusal => refuse("volume.not_signed", "опись файлов не подписана сертификатом",
  "no certificate signed the list of files");

// Where the trust file names authorities and the volume carries none of them, somebody else's
// certificates stand behind its signatures.
const ofStrangers = (): Refusal => refuse("certificate.untrusted",
  "ни одного удостоверяющего центра из файла доверия в томе нет",
  "the volume carries none of the authorities that the trust file names");

function take(judgement: SignatureJudgement, { vouched }: Authorities, certified: Certified): Refusal | undefined {
  const { standing, signers, timestamp, why } = judgement;
  for (const { information } of signers) for (const says of information) certified.tell(says);
  for (const says of timestamp?.information ?? []) certified.tell(says);
  if (standing === "bad") return why;
  if (standing === "not_checked") {
    if (vouched && why!.code === "trust.no_authority") return ofStrangers();
    ++certified.notChecked;
    certified.tell(why!.says);
    return undefined;
  }
  certified.vouched &&= vouched;
  for (const { signer } of signers) {
    ++certified.signatures;
    if (!signer) continue;
    certified.noteSigner(signer.name);
    certified.certificates.set(signer.sha256, signer.name);
  }
  if (timestamp) {
    ++certified.timestamps;
    certified.noteStamp(timestamp.judgedAt);
  }
  return undefined;
}

// Judges what is beside `content` and counts it. The refusal iff something is bad. `now` in seconds.
export async function judgeBeside(
  content: Bytes, { signature, timestamp, gost }: BesideFiles, authorities: Authorities, now: number, certified: Certified,
): Promise<Refusal | undefined> {
  if (signature) {
    const judgement = await judgeSignature({ content, signature, ...(timestamp && { timestamp }) }, authorities, now);
    const why = take(judgement, authorities, certified);
    if (why) return why;
  }
  if (gost) {
    ++certified.notChecked;
    certified.tell(ofGost().says);
  }
  return undefined;
}
