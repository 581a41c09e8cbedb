// An X.509 certificate, read into a plain value: whose it is, who issued it, from when until when, and
// for what. Trust is no part of it.
import { readAlgorithm, type Algorithm } from "./algorithm";
import { fromBase64, toHex, toText, type Bytes } from "./bytes";
import {
  bare, bitString, demand, DerReader, each, holdInteger, holding, integerHex, kTag, momentOf, objectId, whole,
  type Der,
} from "./der";
import { readExtensions, type Extensions } from "./certificate_extensions";
import { Refusal, refuse } from "./refusal";
import { sha256 } from "./sha256";
import { readName, type Name } from "./x509_name";

export const kMaxCertificateBytes = 16_384;
const kMaxPemBytes = 262_144;
const kMaxPemCertificates = 64;

// "other": its signatures are real, and cannot be checked here. "none": it is no key that there is.
export type KeyKind = "p256" | "gost" | "other" | "none";

export interface Certificate {
  der: Bytes;
  signed: Bytes; // what its issuer signed
  algorithms: [named: Algorithm, used: Algorithm];
  signature: Bytes | undefined; // undefined: no whole bytes
  subject: Name;
  issuer: Name;
  serial: string; // hexadecimal
  serialBytes: Bytes;
  validFrom: number | undefined; // in seconds; undefined: no moment
  validUntil: number | undefined; // no longer valid in this second itself
  key: KeyKind;
  point: Bytes; // of a P-256 key
  sha256: string;
  extensions: Extensions;
  selfIssued: boolean;
}

const kKeyOfCurve = "1.2.840.10045.2.1";
const kP256 = "1.2.840.10045.3.1.7";
const kGost = ["1.2.643.7.1.1.1.1", "1.2.643.7.1.1.1.2"];
const kOther = ["1.2.840.113549.1.1.1", "1.2.840.113549.1.1.10", "1.3.101.112", "1.3.101.113"]; // RSA, Edwards curves
// Bytes of a point, compressed and not, by the curve's name.
const kPoints: Record<string, number[]> = {
  [kP256]: [33, 65], "1.3.132.0.10": [33, 65], "1.3.132.0.34": [49, 97], "1.3.132.0.35": [67, 133],
};

const isTime = ({ tag }: Der): boolean => tag === kTag.utcTime || tag === kTag.time;

function readTime(reader: DerReader): number | undefined {
  const value = reader.any();
  demand(isTime(value));
  return momentOf(value);
}

function kindOf({ name, parameters }: Algorithm, point: Bytes): KeyKind {
  if (kGost.includes(name)) return "gost";
  if (kOther.includes(name)) return "other";
  const curve = name === kKeyOfCurve && parameters?.tag === kTag.object ? objectId(parameters) : "";
  if (curve === kP256 && point.length === 65 && point[0] === 4) return "p256";
  return kPoints[curve]?.includes(point.length) ? "other" : "none";
}

function readKey(reader: DerReader): { key: KeyKind; point: Bytes } {
  const algorithm = readAlgorithm(reader.any());
  const { bytes: point, unused } = bitString(reader.take(kTag.bits));
  reader.end();
  return { key: unused === 0 ? kindOf(algorithm, point) : "none", point };
}

const wholeBytes = (value: Der): Bytes | undefined => {
  const { bytes, unused } = bitString(value);
  return unused === 0 ? bytes : undefined;
};

// One certificate out of something larger; throws NotDer.
export function readCertificate(value: Der): Certificate {
  demand(value.tag === kTag.sequence);
  const outer = new DerReader(value.content);
  const signed = outer.take(kTag.sequence);
  const used = readAlgorithm(outer.any());
  const signature = wholeBytes(outer.take(kTag.bits));
  outer.end();
  const parts = new DerReader(signed.content);
  const version = parts.optional(holding(0));
  if (version) each(version.content).forEach(holdInteger);
  const serial = parts.take(kTag.integer);
  const named = readAlgorithm(parts.any());
  const issuer = readName(parts.take(kTag.sequence));
  const validity = parts.into();
  const validFrom = readTime(validity);
  const validUntil = readTime(validity);
  validity.end();
  const subject = readName(parts.take(kTag.sequence));
  const key = readKey(parts.into());
  for (const number of [1, 2]) {
    const id = parts.optional(bare(number));
    if (id) bitString(id);
  }
  const extensions = readExtensions(parts.optional(holding(3))?.content);
  parts.end();
  return {
    der: value.whole, signed: signed.whole, algorithms: [named, used], signature, subject, issuer,
    serial: integerHex(serial), serialBytes: serial.content, validFrom, validUntil, ...key,
    sha256: toHex(sha256(value.whole)), extensions, selfIssued: subject.compared === issuer.compared,
  };
}

// An authority beyond doubt: it says so itself, and may sign certificates.
export const isAuthority = ({ extensions }: Certificate): boolean => !extensions.invalid && extensions.isAuthority;

const malformed = (): Refusal =>
  refuse("certificate.malformed", "это не сертификат X.509 в DER", "this is no X.509 certificate in DER");

export const certificateTooLong = (): Refusal =>
  refuse("certificate.too_long", "сертификат длиннее, чем бывает", "the certificate is longer than any may be");

function parseCertificate(der: Bytes): Certificate | Refusal {
  if (der.length > kMaxCertificateBytes) return certificateTooLong();
  const certificate = whole(der, (reader) => readCertificate(reader.any()));
  if (certificate?.validFrom === undefined || certificate.validUntil === undefined) return malformed();
  return certificate;
}

const kBegin = "-----BEGIN CERTIFICATE-----\n";
const kEnd = "-----END CERTIFICATE-----";

// Every certificate of a PEM text, in order; text between them is passed over.
export function parsePem(bytes: Bytes): Certificate[] | Refusal {
  if (bytes.length > kMaxPemBytes) return certificateTooLong();
  const all: Certificate[] = [];
  // Only ASCII means something here: other bytes may be any.
  const text = toText(bytes) ?? String.fromCharCode(...bytes);
  for (let at = text.indexOf(kBegin); at >= 0; at = text.indexOf(kBegin, at)) {
    const end = text.indexOf(kEnd, at + kBegin.length);
    if (end < 0) return malformed();
    if (all.length === kMaxPemCertificates) {
      return refuse("certificate.too_many", "в файле слишком много сертификатов",
        "the file holds too many certificates");
    }
    const der = fromBase64(text.slice(at + kBegin.length, end).replace(/\n/g, ""));
    const certificate = der ? parseCertificate(der) : malformed();
    if (certificate instanceof Refusal) return certificate;
    all.push(certificate);
    at = end + kEnd.length;
  }
  if (all.length > 0) return all;
  return refuse("certificate.none", "в файле нет сертификата PEM", "the file holds no PEM certificate");
}
