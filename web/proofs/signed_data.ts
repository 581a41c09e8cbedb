// A CMS SignedData (RFC 5652) taken apart: what it signs, with which certificates, and what each signer
// signed. Its canonical DER alone is read.
import { belongTogether, isPlain, readAlgorithm, type Algorithm } from "./algorithm";
import type { Bytes } from "./bytes";
import { readCertificate, type Certificate } from "./certificate";
import {
  demand, DerReader, each, eachOfSet, holdAny, holdInteger, holding, kTag, objectId, type Der,
} from "./der";
import { readName, type Name } from "./x509_name";

export const kSignedData = "1.2.840.113549.1.7.2";
export const kPlainData = "1.2.840.113549.1.7.1";
export const kTimestampInfo = "1.2.840.113549.1.9.16.1.4";

export const kAttribute = {
  contentType: "1.2.840.113549.1.9.3", messageDigest: "1.2.840.113549.1.9.4", signingTime: "1.2.840.113549.1.9.5",
  countersignature: "1.2.840.113549.1.9.6", receiptRequest: "1.2.840.113549.1.9.16.2.1",
  signingCertificate: "1.2.840.113549.1.9.16.2.12", signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
} as const;

export interface Attribute {
  id: string;
  values: Der[];
}

export interface SignerInfo {
  version: Bytes;
  issuer: Name;
  serial: Bytes;
  digest: Algorithm;
  algorithm: Algorithm;
  signedAttributes: Attribute[] | undefined;
  signed: Bytes | undefined; // the attributes as they were signed
  signature: Bytes;
  unsignedAttributes: Attribute[];
}

export interface SignedData {
  version: Bytes;
  digests: Algorithm[];
  contentType: string;
  content: Bytes | undefined;
  certificates: Certificate[];
  signers: SignerInfo[];
}

function readAttributes(content: Bytes): Attribute[] {
  return eachOfSet(content).map(({ tag, content: one }) => {
    demand(tag === kTag.sequence);
    const parts = new DerReader(one);
    const id = objectId(parts.take(kTag.object));
    const values = eachOfSet(parts.take(kTag.set).content);
    parts.end();
    values.forEach(holdAny);
    return { id, values };
  });
}

// What is signed carries the tag of a set, not the one that it stands under.
function asSet({ whole }: Der): Bytes {
  const set = whole.slice();
  set[0] = kTag.set;
  return set;
}

function readSigner({ tag, content }: Der): SignerInfo {
  demand(tag === kTag.sequence);
  const parts = new DerReader(content);
  const version = parts.take(kTag.integer);
  holdInteger(version);
  const who = parts.into();
  const issuer = readName(who.take(kTag.sequence));
  const serial = who.take(kTag.integer);
  holdInteger(serial);
  who.end();
  const digest = readAlgorithm(parts.any());
  const attributes = parts.optional(holding(0));
  const algorithm = readAlgorithm(parts.any());
  const signature = parts.take(kTag.octets).content;
  const more = parts.optional(holding(1));
  parts.end();
  return {
    version: version.content, issuer, serial: serial.content, digest, algorithm, signature,
    signedAttributes: attributes && readAttributes(attributes.content), signed: attributes && asSet(attributes),
    unsignedAttributes: more ? readAttributes(more.content) : [],
  };
}

// Others than X.509 certificates may stand there, and are passed over.
function readCertificates(content: Bytes): Certificate[] {
  return eachOfSet(content).filter(({ tag }) => {
    demand(tag === kTag.sequence || (tag >= holding(0) && tag <= holding(3)));
    return tag === kTag.sequence;
  }).map(readCertificate);
}

// Out of a ContentInfo; throws NotDer.
export function readSignedData(reader: DerReader): SignedData {
  const info = reader.into();
  demand(objectId(info.take(kTag.object)) === kSignedData);
  const tagged = info.into(holding(0));
  info.end();
  const data = tagged.into();
  tagged.end();
  const version = data.take(kTag.integer);
  holdInteger(version);
  const digests = eachOfSet(data.take(kTag.set).content).map(readAlgorithm);
  const inside = data.into();
  const contentType = objectId(inside.take(kTag.object));
  const held = inside.optional(holding(0));
  inside.end();
  const certificates = data.optional(holding(0));
  const lists = data.optional(holding(1));
  const signers = eachOfSet(data.take(kTag.set).content);
  data.end();
  if (lists) eachOfSet(lists.content).forEach(({ tag }) => demand(tag === kTag.sequence || tag === holding(1)));
  const all: SignedData = {
    version: version.content, digests, contentType, content: undefined,
    certificates: certificates ? readCertificates(certificates.content) : [], signers: signers.map(readSigner),
  };
  if (!held) return all;
  const [content, ...rest] = each(held.content);
  demand(content?.tag === kTag.octets && rest.length === 0);
  return { ...all, content: content.content };
}

// What no signature covers says no more than it may.
export const isPlainFrame = ({ version, digests, signers }: SignedData): boolean =>
  version.length === 1 && digests.every(isPlain) && signers.every((signer) =>
    signer.version.length === 1 && signer.version[0] === 1 && signer.signedAttributes !== undefined &&
    isPlain(signer.digest) && isPlain(signer.algorithm));

// Version and digests are those that RFC 5652 (section 5.1) asks for, and each signer's two algorithms
// belong together.
export const isConsistent = ({ version, contentType, digests, signers }: SignedData): boolean =>
  version[0] === (contentType === kPlainData ? 1 : 3) &&
  digests.every(({ name }) => signers.some(({ digest }) => digest.name === name)) &&
  signers.every(({ digest, algorithm }) => belongTogether(digest, algorithm));

// The value of an attribute that stands alone, if it is of that kind.
export function aloneValue(attributes: readonly Attribute[], id: string, ...tags: number[]): Der | undefined {
  const found = attributes.filter((one) => one.id === id);
  const value = found.length === 1 && found[0]!.values.length === 1 ? found[0]!.values[0] : undefined;
  return value && tags.includes(value.tag) ? value : undefined;
}

const kSignedOnce: string[] = [
  kAttribute.contentType, kAttribute.messageDigest, kAttribute.signingTime, kAttribute.signingCertificate,
  kAttribute.signingCertificateV2, kAttribute.receiptRequest,
];

// What must be signed is, once each, and nothing is signed that may not be.
export function attributesStand({ signedAttributes = [], unsignedAttributes }: SignerInfo): boolean {
  const once = (id: string): boolean => {
    const found = signedAttributes.filter((one) => one.id === id);
    return found.length === 0 || (found.length === 1 && found[0]!.values.length === 1);
  };
  return kSignedOnce.every(once) && !unsignedAttributes.some(({ id }) => kSignedOnce.includes(id)) &&
    !signedAttributes.some(({ id }) => id === kAttribute.countersignature) &&
    [kAttribute.contentType, kAttribute.messageDigest].every((id) => signedAttributes.some((one) => one.id === id));
}
