// Algorithms of certificates and of what they sign: those that are checked here, and how.
import { equal, joined, type Bytes } from "./bytes";
import { DerReader, demand, holdAny, kTag, objectId, whole, type Der } from "./der";

export interface Algorithm {
  name: string; // dotted
  parameters?: Der;
  der: Bytes;
}

export type DigestName = "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512";

export const kDigests: Record<string, DigestName> = {
  "1.3.14.3.2.26": "SHA-1", "2.16.840.1.101.3.4.2.1": "SHA-256", "2.16.840.1.101.3.4.2.2": "SHA-384",
  "2.16.840.1.101.3.4.2.3": "SHA-512",
};

// The digest of each ECDSA that certificates may be signed by; SHA-1 is too weak for that.
export const kEcdsa: Record<string, DigestName> = {
  "1.2.840.10045.4.3.2": "SHA-256", "1.2.840.10045.4.3.3": "SHA-384", "1.2.840.10045.4.3.4": "SHA-512",
};
const kWeak = ["1.2.840.10045.4.1", "1.2.840.113549.1.1.5", "1.2.840.113549.1.1.4"]; // by SHA-1 and MD5
export const isWeak = ({ name }: Algorithm): boolean => kWeak.includes(name);

// Digests that signatures name along with the key's algorithm.
const kDigestOfSignature: Record<string, string> = {
  "1.2.840.10045.4.1": "1.3.14.3.2.26", "1.2.840.10045.4.3.1": "2.16.840.1.101.3.4.2.4",
  "1.2.840.10045.4.3.2": "2.16.840.1.101.3.4.2.1", "1.2.840.10045.4.3.3": "2.16.840.1.101.3.4.2.2",
  "1.2.840.10045.4.3.4": "2.16.840.1.101.3.4.2.3",
  "1.2.840.113549.1.1.5": "1.3.14.3.2.26", "1.2.840.113549.1.1.11": "2.16.840.1.101.3.4.2.1",
  "1.2.840.113549.1.1.12": "2.16.840.1.101.3.4.2.2", "1.2.840.113549.1.1.13": "2.16.840.1.101.3.4.2.3",
  "1.2.840.113549.1.1.14": "2.16.840.1.101.3.4.2.4",
  "1.2.643.7.1.1.1.1": "1.2.643.7.1.1.2.2", "1.2.643.7.1.1.1.2": "1.2.643.7.1.1.2.3",
  "1.2.643.7.1.1.3.2": "1.2.643.7.1.1.2.2", "1.2.643.7.1.1.3.3": "1.2.643.7.1.1.2.3",
};
const kRsaPss = "1.2.840.113549.1.1.10";
const kOfAnyDigest = ["1.2.840.113549.1.1.1", kRsaPss];

export const belongTogether = (digest: Algorithm, signature: Algorithm): boolean =>
  kOfAnyDigest.includes(signature.name) || kDigestOfSignature[signature.name] === digest.name;

export function readAlgorithm(value: Der): Algorithm {
  demand(value.tag === kTag.sequence);
  const reader = new DerReader(value.content);
  const name = objectId(reader.take(kTag.object));
  const parameters = reader.empty ? undefined : reader.any();
  if (parameters) holdAny(parameters);
  reader.end();
  return { name, der: value.whole, ...(parameters && { parameters }) };
}

// What a signature's algorithms may say besides their names: nothing.
export const isPlain = ({ name, parameters }: Algorithm): boolean =>
  name === kRsaPss || parameters === undefined || parameters.tag === kTag.none;

export async function digestOf(name: DigestName, bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest(name, bytes));
}

const kCoordinateBytes = 32;

function coordinate({ content }: Der): Bytes {
  demand(content.length > 0 && content[0]! < 0x80);
  demand(content.length === 1 || content[0] !== 0 || content[1]! >= 0x80);
  const digits = content[0] === 0 ? content.subarray(1) : content;
  demand(digits.length <= kCoordinateBytes);
  return joined(new Uint8Array(kCoordinateBytes - digits.length), digits);
}

// r and s as WebCrypto takes them; undefined iff it is no signature in DER.
export const rawSignature = (der: Bytes): Bytes | undefined => whole(der, (reader) => {
  const parts = reader.into();
  const raw = joined(coordinate(parts.take(kTag.integer)), coordinate(parts.take(kTag.integer)));
  parts.end();
  return raw;
});

// ECDSA over P-256; the point as it stands in a certificate, not compressed.
export async function verifyP256(point: Bytes, digest: DigestName, message: Bytes, signature: Bytes): Promise<boolean> {
  const raw = rawSignature(signature);
  if (!raw) return false;
  try {
    const key = await crypto.subtle.importKey("raw", point, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
    return await crypto.subtle.verify({ name: "ECDSA", hash: digest }, key, raw, message);
  } catch {
    return false; // a point that is not on the curve
  }
}

export const sameAlgorithm = (left: Algorithm, right: Algorithm): boolean => equal(left.der, right.der);
