// A list of certificates that their issuer called back (CRL, RFC 5280 section 5).
import { kEcdsa, readAlgorithm, verifyP256, type Algorithm } from "./algorithm";
import type { Bytes } from "./bytes";
import type { Certificate } from "./certificate";
import { readExtensions } from "./certificate_extensions";
import {
  bitString, demand, DerReader, each, holdInteger, holding, integerHex, kTag, momentOf, whole, type Der,
} from "./der";
import { Refusal, refuse } from "./refusal";
import { readName } from "./x509_name";

const kMaxBytes = 4_194_304;

export interface RevocationList {
  signed: Bytes;
  algorithm: Algorithm;
  signature: Bytes;
  issuer: string; // as Name.text
  next?: number; // when the issuer makes another, in seconds
  revoked: { serial: string; since: number }[];
}

const isTime = (tag: number): boolean => tag === kTag.utcTime || tag === kTag.time;

function optionalTime(reader: DerReader): Der | undefined {
  return reader.optional(kTag.utcTime) ?? reader.optional(kTag.time);
}

function readRevoked({ tag, content }: Der): { serial: string; since: number } {
  demand(tag === kTag.sequence);
  const parts = new DerReader(content);
  const serial = integerHex(parts.take(kTag.integer));
  const at = parts.any();
  demand(isTime(at.tag));
  readExtensions(parts.optional(kTag.sequence)?.whole);
  parts.end();
  const since = momentOf(at);
  demand(since !== undefined);
  return { serial, since };
}

function readList(reader: DerReader): RevocationList {
  const outer = reader.into();
  const signed = outer.take(kTag.sequence);
  const algorithm = readAlgorithm(outer.any());
  const { bytes: signature, unused } = bitString(outer.take(kTag.bits));
  outer.end();
  const parts = new DerReader(signed.content);
  const version = parts.optional(kTag.integer);
  if (version) holdInteger(version);
  readAlgorithm(parts.any());
  const issuer = readName(parts.take(kTag.sequence)).text;
  const made = optionalTime(parts);
  demand(made !== undefined && momentOf(made) !== undefined);
  const following = optionalTime(parts);
  const next = following && momentOf(following);
  const revoked = each(parts.optional(kTag.sequence)?.content ?? new Uint8Array()).map(readRevoked);
  readExtensions(parts.optional(holding(0))?.content);
  parts.end();
  return {
    signed: signed.whole, algorithm, signature: unused === 0 ? signature : new Uint8Array(), issuer, revoked,
    ...(next !== undefined && { next }),
  };
}

// Its signature is not looked at.
export function parseRevocationList(der: Bytes): RevocationList | Refusal {
  if (der.length > kMaxBytes) {
    return refuse("revocations.too_long", "список отозванных сертификатов длиннее, чем бывает",
      "the list of revoked certificates is longer than any may be");
  }
  return whole(der, readList) ?? refuse("revocations.malformed", "это не список отозванных сертификатов в DER",
    "this is no list of revoked certificates in DER");
}

// Whether this authority signed the list, over exactly these bytes.
export async function isSignedBy(list: RevocationList, authority: Certificate): Promise<boolean> {
  const digest = kEcdsa[list.algorithm.name];
  if (list.issuer !== authority.subject.text || digest === undefined || authority.key !== "p256") return false;
  return verifyP256(authority.point, digest, list.signed, list.signature);
}
