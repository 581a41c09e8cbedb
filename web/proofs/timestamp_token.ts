// An answer of a timestamp authority (RFC 3161) taken apart; nothing of it is believed yet.
import { digestOf, kDigests, readAlgorithm } from "./algorithm";
import { equal, toText, type Bytes } from "./bytes";
import {
  bare, bitString, demand, DerReader, each, holdInteger, holding, kTag, momentOf, objectId, smallInteger, whole,
  type Der,
} from "./der";
import { Refusal, refuse } from "./refusal";
import { kTimestampInfo, readSignedData, type SignedData } from "./signed_data";
import { readName } from "./x509_name";

const kMaxBytes = 65_536;

export interface TimestampToken {
  at: number; // in seconds
  digestName: string; // dotted
  digest: Bytes;
  data: SignedData;
  content: Bytes; // what it signs: a TSTInfo
}

export const malformedTimestamp = (): Refusal =>
  refuse("timestamp.malformed", "это не ответ службы меток времени (RFC 3161) в DER",
    "this is no answer of a timestamp authority (RFC 3161) in DER");

// Of NIST's algorithms, and older ones: another name is no digest of anything.
const kNamedDigest = /^(2\.16\.840\.1\.101\.3\.4\.[123]\.([1-9]|1[0-6])|1\.3\.14\.3\.2\.26|1\.2\.643\.7\.1\.1\.2\.[23])$/;

interface Info {
  at: number | undefined;
  digestName: string;
  digest: Bytes;
}

function readAccuracy(content: Bytes): void {
  const parts = new DerReader(content);
  const values = [parts.optional(kTag.integer), parts.optional(bare(0)), parts.optional(bare(1))];
  parts.end();
  for (const value of values) if (value) holdInteger(value);
}

function holdAuthority(content: Bytes): void {
  const [name, ...rest] = each(content);
  demand(name !== undefined && rest.length === 0 && name.tag >= bare(0));
  if (name.tag !== holding(4)) return;
  const parts = new DerReader(name.content);
  readName(parts.take(kTag.sequence));
  parts.end();
}

function readInfo(reader: DerReader): Info {
  const parts = reader.into();
  holdInteger(parts.take(kTag.integer));
  objectId(parts.take(kTag.object));
  const imprint = parts.into();
  const { name: digestName } = readAlgorithm(imprint.any());
  const digest = imprint.take(kTag.octets).content;
  imprint.end();
  holdInteger(parts.take(kTag.integer));
  const at = momentOf(parts.take(kTag.time));
  const accuracy = parts.optional(kTag.sequence);
  if (accuracy) readAccuracy(accuracy.content);
  const ordering = parts.optional(kTag.boolean);
  demand(!ordering || (ordering.content.length === 1 && ordering.content[0] !== 0));
  const nonce = parts.optional(kTag.integer);
  if (nonce) holdInteger(nonce);
  const authority = parts.optional(holding(0));
  if (authority) holdAuthority(authority.content);
  const extensions = parts.optional(holding(1));
  if (extensions) each(extensions.content).forEach(({ tag }) => demand(tag === kTag.sequence));
  parts.end();
  return { at, digestName, digest };
}

interface Answer {
  granted: boolean;
  token: SignedData | undefined;
}

function holdReasons(reasons: Der | undefined): void {
  for (const one of reasons ? each(reasons.content) : []) {
    demand(one.tag === kTag.utf8 && toText(one.content) !== undefined);
  }
}

// A token comes with a status that grants it, and with no other.
function readAnswer(reader: DerReader): Answer {
  const outer = reader.into();
  const status = outer.into();
  const value = smallInteger(status.take(kTag.integer));
  const reasons = status.optional(kTag.sequence);
  const failure = status.optional(kTag.bits);
  status.end();
  holdReasons(reasons);
  if (failure) bitString(failure);
  const token = outer.empty ? undefined : readSignedData(outer);
  outer.end();
  demand((token !== undefined) === (value === 0 || value === 1));
  return { granted: value === 0 && !reasons && !failure, token };
}

export function openTimestamp(response: Bytes): TimestampToken | Refusal {
  if (response.length > kMaxBytes) {
    return refuse("timestamp.too_long", "метка времени длиннее, чем бывает",
      "the timestamp is longer than any may be");
  }
  const answer = whole(response, readAnswer);
  if (!answer) return malformedTimestamp();
  const data = answer.token;
  const content = data?.contentType === kTimestampInfo ? data.content : undefined;
  const info = content && whole(content, readInfo);
  if (data && (!info || !kNamedDigest.test(info.digestName))) return malformedTimestamp();
  if (!answer.granted || !data) {
    return refuse("timestamp.not_granted", "служба меток времени отказала", "the timestamp authority refused");
  }
  if (!content || info?.at === undefined) return malformedTimestamp();
  return { ...info, at: info.at, data, content };
}

// The digest is that of this content, by SHA-256, SHA-384 or SHA-512.
export async function isOver({ digestName, digest }: TimestampToken, content: Bytes): Promise<boolean> {
  const name = kDigests[digestName];
  return name !== undefined && name !== "SHA-1" && equal(await digestOf(name, content), digest);
}
