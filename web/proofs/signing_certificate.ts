// The signed attribute that says which certificate is the signer's (RFC 5035): nobody can put another
// of the same key in its place.
import { digestOf, kDigests, readAlgorithm, type DigestName } from "./algorithm";
import { equal, type Bytes } from "./bytes";
import type { Certificate } from "./certificate";
import { demand, DerReader, each, holding, holdInteger, kTag, whole, type Der } from "./der";
import { aloneValue, kAttribute, type SignerInfo } from "./signed_data";
import { readName } from "./x509_name";

interface NamedCertificate {
  digestName: DigestName | undefined; // undefined: one that is not computed here
  digest: Bytes;
  of?: { issuer: string | undefined; serial: Bytes };
}

// Undefined issuer: several names, or none of a directory.
function readIssuer(parts: DerReader): { issuer: string | undefined; serial: Bytes } {
  const names = each(parts.take(kTag.sequence).content);
  const serial = parts.take(kTag.integer);
  holdInteger(serial);
  parts.end();
  const [name] = names;
  const issuer = names.length === 1 && name!.tag === holding(4)
    ? readName(new DerReader(name!.content).take(kTag.sequence)).compared : undefined;
  return { issuer, serial: serial.content };
}

function readNamed({ tag, content }: Der, second: boolean): NamedCertificate {
  demand(tag === kTag.sequence);
  const parts = new DerReader(content);
  const algorithm = second ? parts.optional(kTag.sequence) : undefined;
  const digestName = algorithm ? kDigests[readAlgorithm(algorithm).name] : second ? "SHA-256" : "SHA-1";
  const digest = parts.take(kTag.octets).content;
  const issuer = parts.optional(kTag.sequence);
  parts.end();
  return { digestName, digest, ...(issuer && { of: readIssuer(new DerReader(issuer.content)) }) };
}

function readAll(reader: DerReader, second: boolean): NamedCertificate[] {
  const parts = reader.into();
  const all = each(parts.take(kTag.sequence).content).map((one) => readNamed(one, second));
  parts.optional(kTag.sequence); // policies
  parts.end();
  return all;
}

async function names({ digestName, digest, of }: NamedCertificate, one: Certificate): Promise<boolean> {
  if (digestName === undefined || !equal(await digestOf(digestName, one.der), digest)) return false;
  return !of || (of.issuer === one.issuer.compared && equal(of.serial, one.serialBytes));
}

// The first that is named is the signer's, and all others are of its chain.
async function agree(named: readonly NamedCertificate[], chain: readonly Certificate[]): Promise<boolean> {
  for (const [number, one] of named.entries()) {
    let at = -1;
    for (const [place, certificate] of chain.entries()) {
      if (at < 0 && (await names(one, certificate))) at = place;
    }
    if (at < 0 || (at === 0) !== (number === 0)) return false;
  }
  return named.length > 0;
}

// Whether the attributes name this chain's first certificate, and no other.
export async function namesCertificate({ signedAttributes = [] }: SignerInfo, chain: readonly Certificate[]):
Promise<boolean> {
  const read = (id: string, second: boolean): NamedCertificate[] | undefined => {
    const value = aloneValue(signedAttributes, id, kTag.sequence);
    return value && whole(value.whole, (reader) => readAll(reader, second));
  };
  const given = [read(kAttribute.signingCertificate, false), read(kAttribute.signingCertificateV2, true)]
    .filter((one) => one !== undefined);
  for (const one of given) if (!(await agree(one, chain))) return false;
  return given.length > 0;
}
