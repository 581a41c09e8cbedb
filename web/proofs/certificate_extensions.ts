// What a certificate says that it is for (RFC 5280, 4.2): only what its judgement asks for.
import { equal, type Bytes } from "./bytes";
import {
  bare, bitString, demand, DerReader, each, holding, kTag, objectId, smallInteger, whole, type Der,
} from "./der";
import { readName } from "./x509_name";

export interface Extensions {
  invalid: boolean; // one of them cannot be read, or is there twice
  isAuthority: boolean;
  pathLength?: number;
  keyUsage?: number; // bits of the first byte
  uses?: string[]; // extended, dotted
  usesCritical: boolean;
  subjectKey?: Bytes;
  authorityKey?: AuthorityKey;
  unknown: boolean; // a critical one that nobody here knows
  unjudged: boolean; // a critical one that narrows the chain in ways that are not judged here
}

export interface AuthorityKey {
  key?: Bytes;
  issuer?: string; // as Name.compared
  serial?: Bytes;
}

export const kUsage = { digitalSignature: 0x80, nonRepudiation: 0x40, certificates: 0x04 } as const;

const kId = {
  subjectKey: "2.5.29.14", keyUsage: "2.5.29.15", subjectNames: "2.5.29.17", constraints: "2.5.29.19",
  names: "2.5.29.30", listPlaces: "2.5.29.31", policies: "2.5.29.32", mappings: "2.5.29.33",
  authorityKey: "2.5.29.35", policyConstraints: "2.5.29.36", uses: "2.5.29.37", anyPolicy: "2.5.29.54",
} as const;
const kNarrowing: string[] = [kId.names, kId.mappings, kId.policyConstraints, kId.anyPolicy];
const kKnown: string[] =
  [kId.keyUsage, kId.subjectNames, kId.constraints, kId.listPlaces, kId.policies, kId.uses, ...kNarrowing];

function readConstraints(into: Extensions, reader: DerReader): void {
  const parts = reader.into();
  const authority = parts.optional(kTag.boolean);
  demand(!authority || authority.content.length === 1);
  const length = parts.optional(kTag.integer);
  parts.end();
  into.isAuthority = authority?.content[0] !== undefined && authority.content[0] !== 0;
  if (!length) return;
  const most = smallInteger(length);
  demand(most !== undefined && (into.isAuthority || most === 0));
  into.pathLength = most;
}

function readAuthorityKey(into: Extensions, reader: DerReader): void {
  const parts = reader.into();
  const key = parts.optional(bare(0));
  const names = parts.optional(holding(1));
  const serial = parts.optional(bare(2));
  parts.end();
  const name = names && each(names.content).find(({ tag }) => tag === holding(4));
  into.authorityKey = {
    ...(key && { key: key.content }), ...(serial && { serial: serial.content }),
    ...(name && { issuer: readName(new DerReader(name.content).take(kTag.sequence)).compared }),
  };
}

function readOne(into: Extensions, id: string, reader: DerReader): void {
  switch (id) {
    case kId.constraints: return readConstraints(into, reader);
    case kId.keyUsage: {
      const { bytes } = bitString(reader.take(kTag.bits));
      demand(bytes.some((byte) => byte !== 0));
      // What stands in a second byte is not asked for, but is a use.
      into.keyUsage = bytes[0]! | ((bytes[1] ?? 0) << 8);
      return;
    }
    case kId.uses: {
      into.uses = each(reader.take(kTag.sequence).content).map((one) => {
        demand(one.tag === kTag.object);
        return objectId(one);
      });
      return;
    }
    case kId.subjectKey: into.subjectKey = reader.take(kTag.octets).content; return;
    case kId.authorityKey: return readAuthorityKey(into, reader);
    default: reader.any();
  }
}

// Throws NotDer where they are no extensions; what is wrong within one makes all of them invalid.
export function readExtensions(content: Bytes | undefined): Extensions {
  const into: Extensions =
    { invalid: false, isAuthority: false, usesCritical: false, unknown: false, unjudged: false };
  if (!content) return into;
  const list = new DerReader(content);
  const all = each(list.take(kTag.sequence).content);
  list.end();
  const seen = new Set<string>();
  for (const { tag, content: one } of all) {
    demand(tag === kTag.sequence);
    const parts = new DerReader(one);
    const id = objectId(parts.take(kTag.object));
    const flag = parts.optional(kTag.boolean);
    demand(!flag || flag.content.length === 1);
    const critical = flag !== undefined && flag.content[0] !== 0;
    const value: Der = parts.take(kTag.octets);
    parts.end();
    const known = kKnown.includes(id) || id === kId.subjectKey || id === kId.authorityKey;
    if (known && (seen.has(id) || whole(value.content, (reader) => (readOne(into, id, reader), true)) === undefined)) {
      into.invalid = true;
    }
    seen.add(id);
    if (id === kId.uses) into.usesCritical = critical;
    if (critical && !kKnown.includes(id)) into.unknown = true;
    if (critical && kNarrowing.includes(id)) into.unjudged = true;
  }
  // An authority whose key may not sign certificates is none.
  if (into.keyUsage !== undefined && (into.keyUsage & kUsage.certificates) === 0) into.isAuthority = false;
  return into;
}

export const sameKeyId = (left: Bytes | undefined, right: Bytes | undefined): boolean =>
  left === undefined || right === undefined || equal(left, right);
